"""The rows of a list: one of them stays, between the tags of the loop."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from jingjin_forms.adopting.hole import HoleList
from jingjin_forms.adopting.tagging.edit import Put, loop_row
from jingjin_forms.adopting.tagging.tags import loop_of, number_tag
from jingjin_forms.page.grid import Cell
from jingjin_forms.page.line import Line
from jingjin_forms.page.spans import Change, Source
from jingjin_forms.word.docx.location import ROW, Element, W

_MERGE = f"{W}tcPr/{W}vMerge"
_LOOKS = (f"{W}trPr", f"{W}tcPr", f"{W}pPr", f"{W}rPr")
_of_saving = re.compile(rb'\s\w+:(?:rsid\w*|paraId|textId|id)="[^"]*"')
_MARKS = (
    *(
        f"{W}{kind}{end}"
        for kind in ("bookmark", "commentRange", "perm")
        for end in ("Start", "End")
    ),
    *(f"{W}{kind}Range{end}" for kind in ("moveFrom", "moveTo") for end in ("Start", "End")),
)
NOT_ALONE = "的各列在檔案裡不是並排的列"


class RowsError(ValueError):
    """Rows that cannot be repeated as they stand in the file."""


@dataclass
class RowChanges:
    """What becomes of the rows of a list."""

    puts: list[Put] = field(default_factory=list[Put])
    changes: list[Change] = field(default_factory=list[Change])
    lines: dict[Line, Line] = field(default_factory=dict[Line, Line])
    """Where the tags of the first row's lines go when another row stays."""
    note: str = ""


def row_changes(source: Source, listed: HoleList) -> RowChanges:
    """A loop around one of the rows, and the others gone.

    Raises RowsError when the rows do not stand beside each other.
    """
    tops = _tops(listed)
    spans = [source.span(top) for top in tops]
    model = _model(source, listed)
    lines = _lines(listed, model)
    if lines is None:
        model, lines = 0, {}
    result = RowChanges(lines=lines)
    for column, (line, start, end) in enumerate(listed.numbered):
        printed = list(_numbers(listed, column))
        result.puts.append(Put(lines.get(line, line), start, end, number_tag(printed)))
    _unmerge(source, listed, result)
    width = listed.grid.width
    begin, after = loop_row(loop_of(listed), width), loop_row("{%tr endfor %}", width)
    last = spans[model]
    result.changes += [
        _gone(source, spans[0].start, last.start, begin),
        _gone(source, last.end, spans[-1].end, after),
    ]
    if len(set(_looks_of(source, listed))) > 1:
        result.note = f"各列的格式不同，照第 {model + 1} 列印"
    return result


def _tops(listed: HoleList) -> list[Element]:
    """The rows, or what is wrapped around each alone: elements of one parent."""
    rows = listed.grid.rows[listed.first : listed.first + listed.count]
    parent = rows[0].getparent()
    if all(row.getparent() is parent for row in rows):
        return rows
    return [_wrapping(row, listed.grid.element) for row in rows]


def _wrapping(row: Element, table: Element) -> Element:
    """The outermost element within the table that holds this row and no other."""
    top = row
    for ancestor in row.iterancestors():
        if ancestor is table:
            break
        top = ancestor
    if [r for r in top.iter(ROW) if r is not row and row not in r.iterancestors()]:
        raise RowsError(NOT_ALONE)
    return top


def _looks_of(source: Source, listed: HoleList) -> Iterator[bytes]:
    """How each row is set: its properties and those of all in it, without what saving leaves."""
    for row in listed.grid.rows[listed.first : listed.first + listed.count]:
        pieces: list[bytes] = []
        for element in row.iter(*_LOOKS):
            span = source.span(element)
            pieces.append(_of_saving.sub(b"", source.content[span.start : span.end]))
        yield b"".join(pieces)


def _model(source: Source, listed: HoleList) -> int:
    """The row that stays: the first, unless most look otherwise.

    A label that begins there and reaches down holds it.
    """
    if any(cell.rows > 1 for cell in listed.grid.row(listed.first)):
        return 0
    looks = list(_looks_of(source, listed))
    most, number = Counter(looks).most_common(1)[0]
    return looks.index(most) if number * 2 > len(looks) else 0


def _lines(listed: HoleList, model: int) -> dict[Line, Line] | None:
    """Of each line of the first row that of another; None where they differ."""
    grid, found = listed.grid, dict[Line, Line]()
    for cell in grid.row(listed.first) if model else ():
        other = grid.at.get((listed.first + model, cell.column))
        if other is None or len(other.lines) != len(cell.lines):
            return None
        numbered = any(line in cell.lines for line, *_ in listed.numbered)
        for mine, theirs in zip(cell.lines, other.lines, strict=True):
            if mine.text != theirs.text and not (numbered and len(mine.text) == len(theirs.text)):
                return None
            found[mine] = theirs
    return found


def _numbers(listed: HoleList, column: int) -> Iterator[str]:
    """What the printed rows are numbered."""
    line, *_ = listed.numbered[column]
    first = next(cell for cell in listed.grid.row(listed.first) if line in cell.lines)
    for number in range(listed.count):
        cell = listed.grid.at.get((listed.first + number, first.column))
        yield "" if cell is None else cell.text.strip()


def _unmerge(source: Source, listed: HoleList, result: RowChanges) -> None:
    """A label that reaches over all rows from the first on is merged again row by row."""
    for cell in listed.grid.row(listed.first):
        merge = cell.element.find(_MERGE)
        if cell.rows > 1 and merge is not None:
            span = source.span(merge)
            # {% vm %} needs properties to write into.
            left = b"" if len(cell.element[0]) > 1 else b'<w:tcW w:w="0" w:type="auto"/>'
            result.changes.append(Change(span.start, span.end, left))
            result.puts.append(Put(_line_of(cell), 0, 0, "{% vm %}"))


def _line_of(cell: Cell) -> Line:
    found = [line for line in cell.lines if line.text.strip()] or cell.lines
    if not found:
        raise RowsError(NOT_ALONE)
    return found[0]


def _gone(source: Source, begin: int, end: int, new: bytes) -> Change:
    """`new` in place of rows; the ends of bookmarks and the like whose other end stays are kept."""
    found: dict[tuple[str, str], list[bytes]] = {}
    for mark in source.root.iter(*_MARKS) if begin < end else ():
        span = source.span(mark)
        if begin <= span.start < end:
            kind = str(mark.tag).removesuffix("Start").removesuffix("End")
            key = kind, mark.get(f"{W}id") or ""
            found.setdefault(key, []).append(source.content[span.start : span.end])
    kept = b"".join(marks[0] for marks in found.values() if len(marks) == 1)
    return Change(begin, end, new + kept)
