"""Which cells of a table's rows belong together, and which of their sides have no line."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from jingjin_forms.typeset.faults import Faults
from jingjin_forms.typeset.layout import Block, Line, RowStyle
from jingjin_forms.typeset.style import NO_STYLE, Style


@dataclass(slots=True)
class DraftCell:
    """A cell as written; `mark` is `<` or `^` when it belongs to a neighbour."""

    mark: str = ""
    style: Style = NO_STYLE
    content: list[Block] = field(default_factory=list[Block])
    tags: tuple[str, ...] = ()


@dataclass(slots=True)
class DraftRow:
    """A row as written."""

    line: Line
    style: RowStyle
    cells: list[DraftCell]
    is_tag: bool = False


@dataclass(frozen=True, slots=True)
class Area:
    """The rectangle of the grid that one cell covers."""

    row: int
    column: int
    height: int
    width: int


def areas(rows: list[DraftRow], faults: Faults) -> list[Area]:
    """The cells of the table, row by row; marks that make no rectangle are reported."""
    found: list[Area] = []
    taken: set[tuple[int, int]] = set()
    for r, row in enumerate(rows):
        for c, cell in enumerate(row.cells):
            if not cell.mark:
                area = _area(rows, r, c)
                found.append(area)
                taken |= {
                    (area.row + down, area.column + right)
                    for down in range(area.height)
                    for right in range(area.width)
                }
    for r, row in enumerate(rows):
        for c, cell in enumerate(row.cells):
            if cell.mark and (r, c) not in taken:
                faults.add(row.line, _reason(cell.mark, r, c))
                found.append(Area(r, c, 1, 1))
    return found


def _area(rows: list[DraftRow], row: int, column: int) -> Area:
    width = 1 + _count(rows[row], column + 1, "<")
    height = 1
    while row + height < len(rows) and _continues(rows[row + height], column, width):
        height += 1
    return Area(row, column, height, width)


def _count(row: DraftRow, column: int, mark: str) -> int:
    """How many cells from that column on carry the mark."""
    count = 0
    while column + count < len(row.cells) and row.cells[column + count].mark == mark:
        count += 1
    return count


def _continues(row: DraftRow, column: int, width: int) -> bool:
    """Whether the row goes on, in just these columns, with the cell above."""
    marks = [cell.mark for cell in row.cells[column : column + width]]
    beyond = row.cells[column + width].mark if column + width < len(row.cells) else ""
    return marks[:1] == ["^"] and all(marks) and beyond != "<"


def _reason(mark: str, row: int, column: int) -> str:
    place = f"第 {column + 1} 格的「{mark}」"
    if mark == "^" and row == 0:
        return f"{place}：上面沒有可以合併的列"
    if mark == "<" and column == 0:
        return f"{place}：左邊沒有可以合併的格"
    return f"{place}：合併起來不是長方形"


def unlined_sides(
    looks: Mapping[Area, Style], rows: int, columns: int
) -> dict[Area, frozenset[str]]:
    """The sides of each cell that get no line.

    A side of a `borders=none` cell keeps its line where the neighbour is bordered: Word and
    LibreOffice disagree about whose word counts there, so that both must say the same.
    """
    bare = {
        (area.row + down, area.column + right)
        for area, look in looks.items()
        if look.borders == "none"
        for down in range(area.height)
        for right in range(area.width)
    }

    def open_(row: int, column: int) -> bool:
        inside = 0 <= row < rows and 0 <= column < columns
        return not inside or (row, column) in bare

    sides: dict[Area, frozenset[str]] = {}
    for area, look in looks.items():
        top, left = area.row, area.column
        bottom, right = top + area.height, left + area.width
        beyond = {
            "top": [(top - 1, c) for c in range(left, right)],
            "left": [(r, left - 1) for r in range(top, bottom)],
            "bottom": [(bottom, c) for c in range(left, right)],
            "right": [(r, right) for r in range(top, bottom)],
        }
        sides[area] = frozenset(
            side
            for side, places in beyond.items()
            if look.borders == "none" and all(open_(*place) for place in places)
        )
    return sides
