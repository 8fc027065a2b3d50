"""The blank form with the name of each blank where it stands, in colour: to be looked at.

Names are as small as they must be so that no line is broken anew: what is seen is the form itself.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from jingjin_forms.adopting.blank import Kind
from jingjin_forms.adopting.finding.sureness import UNSURE, sureness_of
from jingjin_forms.adopting.hole import Hole, HoleList, full_name
from jingjin_forms.adopting.showing.picture_legend import with_legend
from jingjin_forms.adopting.showing.picture_paint import marked, paint_marked
from jingjin_forms.adopting.showing.picture_room import Rooms, Sizes, width_of
from jingjin_forms.adopting.tagging.edit import Put, changes_of
from jingjin_forms.page.line import Line
from jingjin_forms.page.page import Page
from jingjin_forms.page.spans import Change
from jingjin_forms.word.docx.location import Element
from jingjin_forms.word.docx.plain_xml import read_xml

_SURE, _LIST, _CHOICE, _LOOK_AT, _ALONE = "sure", "list", "choice", "look", "alone"
COLOURS = {
    _SURE: ("0B5394", "D9EAF7"),
    _LIST: ("274E13", "D9EAD3"),
    _CHOICE: ("4C1D95", "E9DFF7"),
    _LOOK_AT: ("B00020", "FBD5D8"),
    _ALONE: ("777777", "EEEEEE"),
}
"""Letters and ground: blue a text, green a list, violet a choice; red is to be looked at, grey is
left alone."""
_LARGEST, _READABLE, _SMALLEST = 18, 14, 12  # half points
_NARROW = 75  # percent of the letters' width
_SHORT = 6  # letters of a name where there is no room at all
_HERE_TOO = "V"  # in a further cell that can be ticked


@dataclass(frozen=True)
class _Name:
    """The name of a blank, in ways that take less and less room."""

    line: Line
    start: int
    end: int
    look: str
    ways: tuple[str, ...]


def pictured(parts: Mapping[str, bytes], found: Mapping[Page, Sequence[Hole]]) -> dict[str, bytes]:
    """The parts with names in them, and with a legend on the first page."""
    sizes = Sizes(parts)
    made = dict(parts)
    for number, (page, holes) in enumerate(found.items()):
        root = _of_part(page, holes, Rooms(page, sizes))
        if number == 0:  # the text; headers and footers come behind it
            with_legend(root, COLOURS)
        made[page.name] = etree.tostring(
            root, xml_declaration=True, encoding="UTF-8", standalone=True
        )
    return made


def _of_part(page: Page, holes: Sequence[Hole], rooms: Rooms) -> Element:
    widest = _widest_columns(holes, rooms)
    by_line: dict[Line, list[_Name]] = {}
    for hole in holes:
        name = _name_of(hole, is_widest=hole in widest)
        by_line.setdefault(name.line, []).append(name)
    puts: list[Put] = []
    changes: list[Change] = []
    for line, names in by_line.items():
        for put in _fitted(line, names, rooms):
            if put.start < put.end or not _is_before_a_symbol(put):
                puts.append(put)
            else:  # a symbol or a legacy box holds no text: a run of its own before it
                span = page.source.span(put.line.piece_at(put.start).run)
                run = f"<w:r><w:t>{put.tag}</w:t></w:r>"
                changes.append(Change(span.start, span.start, run.encode()))
    puts += [put for hole in holes for put in _grounds(hole)]
    changes += changes_of(page.source, puts)
    content = page.source.changed(changes) if changes else page.source.content
    root = read_xml(content)
    paint_marked(root, COLOURS)
    return root


def _widest_columns(holes: Sequence[Hole], rooms: Rooms) -> set[Hole]:
    """Of each list the column that has most room, which tells the list's name too."""
    widest: dict[HoleList, Hole] = {}
    for hole in holes:
        if hole.of_list is not None and hole.is_tagged:
            best = widest.setdefault(hole.of_list, hole)
            if rooms.width(hole.line) > rooms.width(best.line):
                widest[hole.of_list] = hole
    return set(widest.values())


def _name_of(hole: Hole, *, is_widest: bool) -> _Name:
    line, start, end = hole.line, hole.start, hole.end
    if hole.boxes:
        first = hole.boxes[0]
        line, start, end = first.line, first.position, first.position
    own, full = hole.name, full_name(hole)
    last = own.rpartition(".")[2]
    several = "複選" if hole.several else ""
    if not hole.is_tagged:
        short = "留白" if hole.kind is Kind.SEAL else "不放標籤"
        return _Name(line, start, end, _ALONE, (short,))
    if hole.of_list is not None:
        number = f"×{hole.of_list.count}列"
        ways = (f"{full}{number}", f"{own}{number}", own, last) if is_widest else (own, last)
        look = _LIST
    else:
        ways = (full, own, last)
        look = _CHOICE if hole.boxes else _SURE
    if several:
        ways = (f"{ways[0]}（{several}）", *ways)
    if sureness_of(hole) < UNSURE:
        look = _LOOK_AT
    return _Name(line, start, end, look, tuple(dict.fromkeys(ways)))


def _fitted(line: Line, names: Sequence[_Name], rooms: Rooms) -> list[Put]:
    """The names of a line in the first way, and as large, as there is room for.

    Where there is room for none, the last way, small: it is better that a line is broken anew than
    that a name cannot be read.
    """
    room = rooms.left(line, [(name.start, name.end) for name in names])
    ways = [
        [name.ways[min(way, len(name.ways) - 1)] for name in names]
        for way in range(max(len(name.ways) for name in names))
    ]
    for least, scale in ((_READABLE, 100), (_SMALLEST, 100), (_SMALLEST, _NARROW)):
        for texts in ways:
            halves = sum(width_of(text, 1) for text in texts)
            if halves * least * scale <= room * 100:
                size = _SMALLEST if scale < 100 else min(_LARGEST, room // max(1, halves))
                return _puts_of(names, texts, size, scale)
    return _puts_of(names, [_shortened(text) for text in ways[-1]], _SMALLEST, _NARROW)


def _puts_of(names: Sequence[_Name], texts: Sequence[str], size: int, scale: int) -> list[Put]:
    return [
        Put(name.line, name.start, name.end, marked(name.look, text, size, scale))
        for name, text in zip(names, texts, strict=True)
    ]


def _shortened(text: str) -> str:
    return text if len(text) <= _SHORT else f"{text[: _SHORT - 1]}…"


def _is_before_a_symbol(put: Put) -> bool:
    at = put.line.owners
    return put.start < len(at) and not put.line.piece_at(put.start).written


def _grounds(hole: Hole) -> list[Put]:
    """The boxes of a choice, on its ground: what belongs together is seen."""
    if not hole.is_tagged:
        return []
    look = _LOOK_AT if sureness_of(hole) < UNSURE else _CHOICE
    puts: list[Put] = []
    for number, box in enumerate(hole.boxes):
        end = box.position + box.length
        if not box.length and number:  # a cell to tick
            shown = marked(look, _HERE_TOO, _SMALLEST)
        elif box.length and box.line.piece_at(box.position).written:
            shown = marked(look, _written(box.line, box.position, end))
        else:
            continue
        puts.append(Put(box.line, box.position, end, shown))
    return puts


def _written(line: Line, start: int, end: int) -> str:
    """The characters as they stand in the file."""
    found: list[str] = []
    for position in range(start, end):
        piece, number = line.owners[position]
        written = line.pieces[piece].written
        found.append(written[number] if number < len(written) else "")
    return "".join(found)
