"""A filled Word file as flows of text with tables in them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from jingjin_forms.reading.squeezed import Squeezed, squeezed
from jingjin_forms.reading.tokens import PARAGRAPH_END
from jingjin_forms.word.docx.location import Place

NEXT_CELL, CONTINUES = "\x05", "\x06"  # as those of `tokens`


@dataclass(eq=False)
class Flow:
    """What stands in a cell, or in a part outside its tables."""

    text: str
    """Paragraphs, each with PARAGRAPH_END behind it; TABLE_HERE for a table."""
    tables: "Sequence[PaperTable]" = ()
    part: str = ""
    """What readers call the part it stands in: 本文."""
    cell: tuple[int, int, int] | None = None
    """Of a cell its table, row and column, from 1."""
    pictures: Sequence[str] = ()
    """The relationships of its pictures, in order."""

    @cached_property
    def squeezed(self) -> Squeezed:
        """The text without blanks and widths, for wording that people have typed again."""
        return squeezed(self.text)

    @property
    def shown(self) -> str:
        """The text as a person reads it."""
        return self.text.replace(PARAGRAPH_END, "\n").strip("\n")

    def place_at(self, position: int) -> str:
        """Where a character stands."""
        if not self.part:
            return ""
        if self.cell is not None:
            return _place_of_cell(self.part, self.cell)
        number = self.text.count(PARAGRAPH_END, 0, position) + 1
        return str(Place(self.part, "p", paragraph=number))


@lru_cache(4096)
def _place_of_cell(part: str, cell: tuple[int, int, int]) -> str:
    return str(Place(part, "tc", *cell))


@dataclass(slots=True, eq=False)
class PaperCell:
    """A cell as it stands in its row; one that is merged with the cell above has no text."""

    flow: Flow
    continues: bool


class PaperRow:
    """A row."""

    __slots__ = ("cells", "joined", "number", "starts")

    def __init__(self, cells: list[PaperCell], number: int):
        self.cells, self.number = cells, number
        """As a reader counts, from 1."""
        texts = [CONTINUES if cell.continues else cell.flow.text for cell in cells]
        self.joined = NEXT_CELL.join(texts)
        """All its cells as one text; CONTINUES for a cell that is merged with the one above it."""
        self.starts: list[int] = []
        """Where each cell begins in `joined`."""
        start = 0
        for text in texts:
            self.starts.append(start)
            start += len(text) + 1

    @property
    def text(self) -> str:
        return "｜".join(cell.flow.shown for cell in self.cells)

    @property
    def is_blank(self) -> bool:
        return not any(cell.flow.shown.strip() for cell in self.cells)


@dataclass(slots=True, eq=False)
class PaperTable:
    """A table; `number` among all of its part, from 1."""

    rows: list[PaperRow]
    number: int

    @property
    def length(self) -> int:
        """How many characters stand in it."""
        return sum(len(cell.flow.text) for row in self.rows for cell in row.cells)
