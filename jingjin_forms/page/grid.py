"""A table as a grid: which cell covers which rows and columns."""

from dataclasses import dataclass, field
from functools import cached_property

from jingjin_forms.page.line import Line
from jingjin_forms.word.location import CELL, ROW, TABLE, Element, W

_WRAPPERS = tuple(
    f"{W}{name}"
    for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag", "bdo", "dir")
)
_VALUE = f"{W}val"


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
    """The cells of further rows that are merged into it."""

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
        self.rows: list[Element] = list(_inside(element, ROW))
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
        found = dict.fromkeys(self.at[number, c] for c in range(self.width) if (number, c) in self.at)
        return list(found)

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
        for number, row in enumerate(self.rows):
            column = _number(row.find(f"{W}trPr/{W}gridBefore"), 0)
            here: list[Cell] = []
            still: dict[tuple[int, int], Cell] = {}
            for element in _inside(row, CELL):
                columns = max(1, _number(element.find(f"{W}tcPr/{W}gridSpan"), 1))
                merge = element.find(f"{W}tcPr/{W}vMerge")
                key = column, columns
                owner = begun.get(key)
                if merge is not None and merge.get(_VALUE, "continue") == "continue" and owner:
                    owner.rows += 1
                    owner.below.append(element)
                    cell = owner
                else:
                    cell = Cell(element, number, column, 1, columns)
                    here.append(cell)
                    self.cells.append(cell)
                if merge is not None:
                    still[key] = cell
                for c in range(column, column + columns):
                    self.at[number, c] = cell
                column += columns
            begun = still
            self._by_row.append(here)


def _inside(holder: Element, wanted: str) -> "list[Element]":
    """The rows of a table or the cells of a row, through what may be wrapped around them."""
    found: list[Element] = []
    for child in holder:
        if child.tag == wanted:
            found.append(child)
        elif child.tag in _WRAPPERS:
            found += _inside(child, wanted)
    return found


def _number(element: Element | None, otherwise: int) -> int:
    try:
        return otherwise if element is None else int(element.get(_VALUE) or otherwise)
    except ValueError:
        return otherwise


def nearest_table(element: Element) -> Element | None:
    """The table that an element stands in."""
    return next(element.iterancestors(TABLE), None)
