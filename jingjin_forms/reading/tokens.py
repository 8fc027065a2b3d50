"""What a template prints, as a pattern that a filled file is held against.

A flow is what stands in a cell, or in the file outside its tables: characters, the ends of
paragraphs, tables. Its pattern is a tree of tokens: fixed wording, slots for facts, boxes,
alternatives and loops.
"""

from dataclasses import dataclass, field
from enum import Enum, auto

# Characters that no XML can hold, so that no text of a file is taken for them.
PARAGRAPH_END, TABLE_HERE, PICTURE_HERE = "\x02", "\x03", "\x04"
BOXES = "□☐▢◻❑❏■▣◼⬛☑☒✅🗹○◯〇●◉◎"
"""Boxes, empty or ticked, that forms print and people put in their place."""
TICKS = "✓✔ˇ√Vv✕✗✘╳×XxＶｖ＊*"
"""Marks that people put into a box or beside it."""


class SlotKind(Enum):
    """What a slot holds, as far as finding its end asks for it."""

    TEXT = auto()
    NUMBER = auto()
    SCHOOL = auto()
    PICTURE = auto()
    IGNORED = auto()
    """What the template works out itself: the number of a row."""


@dataclass(frozen=True, slots=True, eq=False)
class Loop:
    """Rows, cells or paragraphs that repeat: `{% for 項 in 經費項目 %}`."""

    path: "Path"
    """Of the list; empty where what is repeated is no fact."""
    goes_on: bool = False
    """Whether it prints a part of the list, behind or before the rest (物品明細[-1:])."""


Path = tuple[str | int | Loop, ...]
"""Labels, indexes, and loops that stand for the index of their present item."""


@dataclass(frozen=True, slots=True)
class Literal:
    """Fixed wording."""

    text: str


@dataclass(frozen=True, slots=True)
class ParagraphEnd:
    """Where a paragraph ends."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A fact."""

    path: Path
    kind: SlotKind = SlotKind.TEXT
    offset: int = 0
    """What the template adds to it: 1 for `{{ 學年度 + 1 }}`."""
    line: str = ""
    """What the line consists of that the blank form prints there, on which people write: _."""
    is_part: bool = False
    """Whether the template cuts something off it: `{{ 總計[:-2] }}`."""
    is_digit: bool = False
    """Whether it is one digit of the amount: `{{ 金額|數字格("千") }}`."""
    is_joined: bool = False
    """Whether it is an item of a text: `{{ 名冊|map(attribute="姓名")|join("、") }}`."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A box that a fact ticks; `path` ends with the option. In a column of ticks the blank cell
    is the empty box."""

    path: Path
    is_box: bool = True


@dataclass(frozen=True, slots=True)
class DerivedBox:
    """A box that is ticked by what stands behind it; not read."""


@dataclass(frozen=True, slots=True)
class Either:
    """One of several."""

    branches: tuple[tuple["Token", ...], ...]


@dataclass(frozen=True, slots=True)
class Repeated:
    """Paragraphs or tables that repeat."""

    loop: Loop
    body: tuple["Token", ...]


@dataclass(frozen=True, slots=True, eq=False)
class CellPattern:
    """A cell of a row. `continues` where it is merged with the one above it."""

    tokens: tuple["Token", ...]
    continues: bool = False
    may_continue: bool = False
    """Whether it is merged with the one above it in all rows of its loop but the first."""


@dataclass(frozen=True, slots=True)
class RepeatedCells:
    """Cells that repeat: `{%tc for %}`."""

    loop: Loop
    body: tuple["CellPattern | RepeatedCells | EitherCells", ...]


@dataclass(frozen=True, slots=True)
class EitherCells:
    """Cells under a condition."""

    branches: tuple[tuple["CellPattern | RepeatedCells | EitherCells", ...], ...]


CellItem = CellPattern | RepeatedCells | EitherCells


@dataclass(frozen=True, slots=True, eq=False)
class RowPattern:
    """A row."""

    cells: tuple[CellItem, ...]


@dataclass(frozen=True, slots=True)
class RepeatedRows:
    """Rows that repeat: `{%tr for %}`."""

    loop: Loop
    body: tuple["RowItem", ...]


@dataclass(frozen=True, slots=True)
class EitherRows:
    """Rows under a condition."""

    branches: tuple[tuple["RowItem", ...], ...]


RowItem = RowPattern | RepeatedRows | EitherRows


@dataclass(frozen=True, slots=True, eq=False)
class TablePattern:
    """A table."""

    rows: tuple[RowItem, ...]
    wording: str = field(default="", compare=False)
    """All its fixed wording, to tell it from other tables."""


@dataclass(frozen=True, slots=True)
class TableToken:
    """A table within a flow."""

    table: TablePattern


Token = Literal | ParagraphEnd | Slot | Mark | DerivedBox | Either | Repeated | TableToken
