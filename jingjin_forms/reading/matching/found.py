"""How a flow fits its pattern: what was found in it, and what that costs.

Costs count characters: a character that some fact explains is cheap, a character of wording that is
missing or that nobody asked for is dear.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, NamedTuple

from jingjin_forms.reading.paper.paper import PaperTable
from jingjin_forms.reading.tokens import Loop, Mark, Slot, TablePattern

FILLED, EXTRA, MISSING, EMPTY_PARAGRAPH = 3, 10, 20, 4
"""What a character costs: of a fact, of text that nobody asked for, of wording that is missing."""
ODD_TABLE = 300


class Way(IntEnum):
    """How closely wording is asked for."""

    EXACT = 0
    ALIKE = 1
    NEAR = 2


class Filled(NamedTuple):
    """What stands in a slot or box: from `start` to `end` of the flow's text."""

    token: Slot | Mark
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Entered:
    """A loop begins."""

    loop: Loop


@dataclass(frozen=True, slots=True)
class NextItem:
    """The next item of a loop begins."""

    loop: Loop


@dataclass(frozen=True, slots=True)
class Altered:
    """Wording that was changed (`official` and a text), left out (no text) or added."""

    official: str
    start: int
    end: int
    cost: int


@dataclass(frozen=True, slots=True)
class InTable:
    """A table, and what was found in it."""

    table: PaperTable
    found: Any


Action = Filled | Entered | NextItem | Altered | InTable
TableMatch = Callable[[TablePattern, PaperTable, Way], "tuple[int, Any] | None"]


class Match(NamedTuple):
    """How a flow fits its pattern."""

    cost: int
    actions: tuple[Action, ...]
    way: Way

    @property
    def is_exact(self) -> bool:
        """Whether every character is as the form prints it, in its tables too."""
        tables = (action.found for action in self.actions if isinstance(action, InTable))
        return self.way is Way.EXACT and all(table.way is Way.EXACT for table in tables)
