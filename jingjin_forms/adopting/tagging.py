"""From named blanks to the template's bytes."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from jingjin_forms.adopting.edit import Put, changes_of, loop_row, ticked_control
from jingjin_forms.adopting.hole import Box, Hole, HoleList
from jingjin_forms.adopting.tags import loop_of, number_tag, tag_of, tag_of_box, twin_of
from jingjin_forms.adopting.words import name_of
from jingjin_forms.page.glyphs import ticked_symbol
from jingjin_forms.page.grid import Grid
from jingjin_forms.page.line import Line
from jingjin_forms.page.page import Page
from jingjin_forms.page.spans import Change
from jingjin_forms.word.location import W


@dataclass
class Tagged:
    """A part with its tags."""

    content: bytes
    tags: dict[Hole, str] = field(default_factory=dict[Hole, str])
    """The tag of each blank; of a choice those of its boxes."""
    options: dict[Hole, tuple[str, ...]] = field(default_factory=dict[Hole, tuple[str, ...]])


def tagged(page: Page, holes: Sequence[Hole]) -> Tagged:
    """The part with a tag in each of the blanks, which must have their names."""
    result = Tagged(page.source.content)
    puts: list[Put] = []
    changes: list[Change] = []
    for hole in holes:
        if not hole.is_tagged:
            continue
        if hole.boxes:
            options = tuple(options_of(hole))
            result.options[hole] = options
            tags: list[str] = []
            for box, option in zip(hole.boxes, options, strict=True):
                put, more = _of_box(page, hole, box, option)
                puts.append(put)
                changes += more
                tags.append(put.tag)
            result.tags[hole] = " ".join(tags)
        else:
            tag = tag_of(hole)
            puts.append(Put(hole.line, hole.start, hole.end, tag))
            result.tags[hole] = tag
            puts += [Put(line, 0, len(line.text), tag_of(hole, n)) for n, line in enumerate(hole.repeats, 1)]
    for listed in dict.fromkeys(hole.of_list for hole in holes if hole.is_tagged):
        if listed is not None and not listed.is_columns:
            more_puts, more = _of_list(page, listed)
            puts += more_puts
            changes += more
    puts += [
        Put(page.twins[p.line], p.start, p.end, p.tag, p.attribute) for p in puts if p.line in page.twins
    ]
    every = {(c.start, c.end, c.new): c for c in (*changes_of(page.source, puts), *changes)}
    result.content = page.source.changed(_outside_deleted(list(every.values())))
    return result


def options_of(hole: Hole) -> Iterator[str]:
    """What the boxes of a choice stand for, each once."""
    seen: set[str] = set()
    for number, box in enumerate(hole.boxes, 1):
        option = _plain(box.option) or name_of(box.option) or f"選項{number}"
        if option in seen:
            option = f"{option}{number}"
        seen.add(option)
        yield option


def _plain(option: str) -> str:
    """An option as printed, as far as a tag can hold it."""
    return "".join(c for c in option if c not in "{}%#\"'\\\n\t").strip()[:40]


def _of_box(page: Page, hole: Hole, box: Box, option: str) -> tuple[Put, list[Change]]:
    empty, ticked = twin_of(box)
    if box.length == 0:
        tag = tag_of_box(hole, box, option, empty, ticked)
        return Put(box.line, box.position, box.position, tag), []
    piece = box.line.piece_at(box.position)
    tag = tag_of_box(hole, box, option, empty, ticked)
    more: list[Change] = []
    attribute = ""
    if not piece.written:
        if piece.element.tag == f"{W}sym":
            code = piece.element.get(f"{W}char") or ""
            figures = code, ticked_symbol(piece.element.get(f"{W}font") or "", code)
        else:
            figures = "0", "1"
        attribute = tag_of_box(hole, box, option, *figures).replace('"', "'")
        tag = attribute
    elif piece.control is not None:
        state = tag_of_box(hole, box, option, "0", "1").replace('"', "'")
        more += ticked_control(page.source, piece, state)
    return Put(box.line, box.position, box.position + box.length, tag, attribute), more


def _of_list(page: Page, listed: HoleList) -> tuple[list[Put], list[Change]]:
    grid = listed.grid
    source = page.source
    rows = [source.span(grid.rows[listed.first + n]) for n in range(listed.count)]
    puts: list[Put] = []
    for column, (line, start, end) in enumerate(listed.numbered):
        printed = [text for text in _numbers(grid, listed, column)]
        puts.append(Put(line, start, end, number_tag(listed, printed)))
    width = grid.width
    begin, end = loop_row(loop_of(listed), width), loop_row("{%tr endfor %}", width)
    changes = [Change(rows[0].start, rows[0].start, begin)]
    changes.append(Change(rows[0].end, rows[-1].end, end))
    for cell in grid.row(listed.first):
        merge = cell.element.find(f"{W}tcPr/{W}vMerge")
        if cell.rows > 1 and merge is not None:
            span = source.span(merge)
            changes.append(Change(span.start, span.end, b""))
            line = next((line for line in cell.lines if line.text.strip()), None)
            if line is not None:
                puts.append(Put(line, 0, 0, "{% vm %}"))
    return puts, changes


def _numbers(grid: Grid, listed: HoleList, column: int) -> Iterator[str]:
    """What the printed rows are numbered."""
    line, start, end = listed.numbered[column]
    first = next(c for c in grid.row(listed.first) if line in c.lines)
    for n in range(listed.count):
        cell = grid.at.get((listed.first + n, first.column))
        yield "" if cell is None else cell.text.strip()


def _outside_deleted(changes: Iterable[Change]) -> list[Change]:
    """The changes without those inside another: of rows that give way to a loop."""
    ordered = sorted(changes, key=lambda c: (c.start, -c.end))
    kept: list[Change] = []
    reached = -1
    for change in ordered:
        if change.start < reached:
            continue
        kept.append(change)
        reached = max(reached, change.end)
    return kept
