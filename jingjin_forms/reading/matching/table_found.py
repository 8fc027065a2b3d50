"""How a table fits its pattern, row by row and cell by cell."""

from dataclasses import dataclass
from typing import NamedTuple

from jingjin_forms.reading.matching.found import Entered, Match, NextItem, Way
from jingjin_forms.reading.paper.paper import PaperCell, PaperRow
from jingjin_forms.reading.tokens import CellPattern, RowPattern


class CellFound(NamedTuple):
    """A cell, and how it fits."""

    pattern: CellPattern
    cell: PaperCell
    match: Match


class RowFound(NamedTuple):
    """A row, and what was found in it."""

    row: PaperRow
    parts: tuple[CellFound | Entered | NextItem, ...]
    extra: tuple[PaperCell, ...] = ()
    """Cells that the form does not have."""
    missing: tuple[CellPattern, ...] = ()


@dataclass(frozen=True, slots=True)
class RowExtra:
    """A row that the form does not have."""

    row: PaperRow


@dataclass(frozen=True, slots=True)
class RowMissing:
    """A row that is not there."""

    row: RowPattern


TableAction = RowFound | RowExtra | RowMissing | Entered | NextItem


@dataclass(frozen=True, slots=True)
class TableFound:
    """How a table fits."""

    cost: int
    actions: tuple[TableAction, ...]
    way: Way
