"""A blank while it is being worked out: where it is in the file, and what could name it."""

from dataclasses import dataclass, field

from jingjin_forms.adopting.blank import Kind
from jingjin_forms.page.grid import Grid
from jingjin_forms.page.line import Line
from jingjin_forms.word.docx.location import Place


@dataclass(eq=False)
class Box:
    """One box to tick, with what it stands for."""

    line: Line
    position: int
    option: str
    length: int = 1
    """More than one for a bracket: (　)."""


@dataclass(eq=False)
class Hole:
    """One place to fill, or to leave alone."""

    kind: Kind
    line: Line
    start: int
    end: int
    label: str = ""
    """The words beside it, as printed."""
    around: list[str] = field(default_factory=list[str])
    """Wider and wider: row, section, heading of the table."""
    unit: str = ""
    upper: str = ""
    """Of a column with a head of two storeys the upper one."""
    is_part: bool = False
    """Whether `around[0]` asks and the label says which part: 聯絡電話.公."""
    boxes: list[Box] = field(default_factory=list[Box])
    several: bool = False
    of_list: "HoleList | None" = None
    is_grid: bool = False
    """Named by row and column both: `around[0]` is the row."""
    is_plain_date: bool = False
    """Whether it is the day a paper is signed on: 中華民國　年　月　日."""
    ending: str = ""
    """Of two dates 起 or 迄."""
    filter: str = ""
    """What the tag is printed through: 民國日期, 元."""
    copy_of: "Hole | None" = None
    """The blank that asks the same on another copy of the form: 存根聯, 收執聯."""
    is_again: bool = False
    """Whether it asks what every blank of this label asks: the school's name."""
    is_behind: bool = False
    """Whether it stands behind printed words, with a space between."""
    is_new_line: bool = False
    """Whether what is filled in begins below the words of its line."""
    note: str = ""
    sureness: float = 1.0
    name: str = ""
    owner: "Hole | None" = None
    """The choice that it is written beside: □其他：____."""
    joins: "Hole | None" = None
    """The choice above whose options its boxes are."""
    writes: str = ""
    """The option it is written beside."""
    repeats: list[Line] = field(default_factory=list[Line])
    """Where the further entries of a list of columns stand."""
    digits: list[tuple[Line, str]] = field(default_factory=list[tuple[Line, str]])
    """The cells that an amount is written into by digit, each with its place: 千萬 … 元."""
    extra_lines: list[Line] = field(default_factory=list[Line])
    """Ruled lines below it that belong to it."""

    left_alone: str = ""
    """Why no tag is put there, for all but seals."""
    before: str = ""
    """What its cell, or paragraph, says before it."""

    @property
    def is_tagged(self) -> bool:
        return self.kind is not Kind.SEAL and not self.left_alone

    @property
    def where(self) -> Place:
        return self.line.place

    @property
    def printed(self) -> str:
        """What the blank form shows there."""
        return self.line.text[self.start : self.end]


@dataclass(eq=False)
class HoleList:
    """Rows that repeat: `first` and `count` rows of a table."""

    grid: Grid
    first: int
    count: int
    label: str = ""
    around: list[str] = field(default_factory=list[str])
    is_columns: bool = False
    """Whether it is columns that repeat: `count` cells from each first one on."""
    numbered: list[tuple[Line, int, int]] = field(default_factory=list[tuple[Line, int, int]])
    """Where the first row prints its number."""
    name: str = ""


def full_name(hole: Hole) -> str:
    """The name with that of its list: 名冊.姓名."""
    return f"{hole.of_list.name}.{hole.name}" if hole.of_list is not None else hole.name
