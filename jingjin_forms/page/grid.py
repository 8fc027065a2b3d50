"""A table as a grid: which cell covers which rows and columns."""

from dataclasses import dataclass, field
from functools import cached_property

from jingjin_forms.page.line import Line
from jingjin_forms.word.docx.location import CELL, ROW, Element, W

_WRAPPERS = tuple(
    f"{W}{name}"
    for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag", "bdo", "dir")
)
_VALUE = f"{W}val"
_DELETED_ROW, _DELETED_CELL = f"{W}trPr/{W}del", f"{W}tcPr/{W}cellDel"
_MOST_COLUMNS = 500
"""Word has 63; more is a broken file."""


@dataclass(eq=False)
class Cell:
    """A cell with all the rows and columns it covers; `row` and `column` count from 0."""

    element: Element
    row: int
    column: int
    rows: int
    columns: int
    lines: list[Line] = field(default_factory=list[Line])
    """Its own paragraphs, without those of tables and text boxes in it."""
    has_table: bool = False
    is_unit: bool = False
    """Whether a reader of forms takes it for room before a unit: 「　　人」."""
    below: list[Element] = field(default_factory=list[Element])
    """The cells of further rows, and beside it, that are merged into it."""

    @cached_property
    def text(self) -> str:
        return "\n".join(line.text for line in self.lines).strip()

    @cached_property
    def is_empty(self) -> bool:
        """Whether nothing is printed in it."""
        return not self.has_table and all(line.is_empty for line in self.lines)

    @property
    def last_row(self) -> int:
        return self.row + self.rows - 1

    @property
    def end(self) -> int:
        """The column after its last."""
        return self.column + self.columns

    def __repr__(self) -> str:
        return f"Cell({self.row}, {self.column}, {self.text!r})"


class Grid:
    """A table."""

    def __init__(self, element: Element, number: int):
        self.element = element
        self.number = number
        """Its number among all tables of its part, from 1."""
        self.rows = [row for row in _inside(element, ROW) if row.find(_DELETED_ROW) is None]
        """Those that are printed: without the ones that a reviser has taken out."""
        self.cells: list[Cell] = []
        self.parent: Cell | None = None
        """The cell it stands in."""
        self.at: dict[tuple[int, int], Cell] = {}
        """The cell that covers a row and column."""
        self._lay_out()

    @cached_property
    def width(self) -> int:
        return max((cell.end for cell in self.cells), default=0)

    def row(self, number: int) -> list[Cell]:
        """The cells that begin in a row."""
        return self._by_row[number]

    def covering(self, number: int) -> list[Cell]:
        """The cells that a row shows, those merged from above too, from left to right."""
        return list(self._shown[number])

    def left_of(self, cell: Cell, row: int | None = None) -> Cell | None:
        """The cell that ends where this one begins, in its first row unless given."""
        return self.at.get((cell.row if row is None else row, cell.column - 1))

    def right_of(self, cell: Cell) -> Cell | None:
        return self.at.get((cell.row, cell.end))

    def above(self, cell: Cell) -> Cell | None:
        return self.at.get((cell.row - 1, cell.column))

    def under(self, cell: Cell) -> Cell | None:
        return self.at.get((cell.last_row + 1, cell.column))

    def height_of(self, number: int) -> int:
        """The least height of a row in twentieths of a point; 0 where none is set."""
        height = self.rows[number].find(f"{W}trPr/{W}trHeight")
        return _number(height, 0)

    def _lay_out(self) -> None:
        begun: dict[tuple[int, int], Cell] = {}  # by first column and width: open downwards
        self._by_row: list[list[Cell]] = []
        self._shown: list[dict[Cell, None]] = []
        for number in range(len(self.rows)):
            self._by_row.append([])
            self._shown.append({})
            begun = self._lay_out_row(number, begun)

    def _lay_out_row(
        self, number: int, begun: dict[tuple[int, int], Cell]
    ) -> dict[tuple[int, int], Cell]:
        """Put the cells of a row where they belong; returns those that are open downwards."""
        row = self.rows[number]
        column = _columns(row.find(f"{W}trPr/{W}gridBefore"), 0)
        still: dict[tuple[int, int], Cell] = {}
        before: Cell | None = None
        for element in _inside(row, CELL):
            if element.find(_DELETED_CELL) is not None:
                continue
            columns = max(1, _columns(element.find(f"{W}tcPr/{W}gridSpan"), 1))
            merge = element.find(f"{W}tcPr/{W}vMerge")
            owner = begun.get((column, columns))
            if before is not None and _continues(element.find(f"{W}tcPr/{W}hMerge")):
                cell = before
                cell.below.append(element)
                cell.columns = max(cell.columns, column + columns - cell.column)
            elif _continues(merge) and owner is not None:
                cell = owner
                cell.rows += 1
                cell.below.append(element)
            else:
                cell = Cell(element, number, column, 1, columns)
                self._by_row[number].append(cell)
                self.cells.append(cell)
            if merge is not None and cell is not before:
                still[column, columns] = cell
            self._shown[number][cell] = None
            for c in range(column, column + columns):
                self.at[number, c] = cell
            column += columns
            before = cell
        return still


def _inside(holder: Element, wanted: str) -> list[Element]:
    """The rows of a table or the cells of a row, through what may be wrapped around them."""
    found: list[Element] = []
    for child in holder:
        if child.tag == wanted:
            found.append(child)
        elif child.tag in _WRAPPERS:
            found += _inside(child, wanted)
    return found


def _continues(merge: Element | None) -> bool:
    """Whether a cell belongs to the one before or above it."""
    return merge is not None and (merge.get(_VALUE) or "continue") == "continue"


def _columns(element: Element | None, otherwise: int) -> int:
    return min(max(0, _number(element, otherwise)), _MOST_COLUMNS)


def _number(element: Element | None, otherwise: int) -> int:
    try:
        return otherwise if element is None else int(element.get(_VALUE) or otherwise)
    except ValueError:
        return otherwise
