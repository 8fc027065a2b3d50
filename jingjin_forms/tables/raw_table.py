"""A table as it stands in a file: a heading and the rows below it, not yet understood."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from jingjin_forms.tables.cells import BadCell, cleaned

Row = tuple[int, Sequence[Any]]
"""The number of a row as the user sees it, and its cells."""


@dataclass(frozen=True, slots=True)
class RawTable:
    """One sheet, or a file that is one."""

    title: str
    """The name of the sheet; blank where there are no sheets."""
    headings: tuple[str, ...]
    rows: Callable[[], Iterator[Row]]
    """The rows below the heading, from the first on whenever it is called."""
    merged: str = ""
    """A merged range in the heading, as A1:F1."""
    is_nested: bool = False
    """Whether a cell may hold a part or a list, as those of a DataFrame may."""

    @property
    def name(self) -> str:
        """What messages call it; blank where there is only one."""
        return f"工作表「{self.title}」" if self.title else ""

    def place(self, number: int) -> str:
        """Where a row is, for messages."""
        return f"{self.name}第 {number} 列"


def heading_texts(cells: Sequence[Any]) -> tuple[str, ...]:
    """The headings as texts, up to the last that is not blank."""
    texts = [_text(cell) for cell in cells]
    while texts and not texts[-1]:
        texts.pop()
    return tuple(texts)


def _text(cell: Any) -> str:
    content = cleaned(cell)
    if isinstance(content, BadCell):
        return content.fault
    return "" if content is None else str(content)
