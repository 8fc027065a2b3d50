"""A rule: one clause of a programme, held against the facts of its forms.

Rules belong to an edition of their programme, which is chosen by the paper's 學年度. `since` and
`until` are for the rare text that is dated by the day of handing in.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from jingjin_forms.checks.document import Clause
from jingjin_forms.checks.finding import Severity


class Fault(NamedTuple):
    """What a rule holds against the facts."""

    where: str
    """Printed label and row."""
    message: str


@dataclass(frozen=True, kw_only=True)
class Rule(ABC):
    """Base of the kinds of rule."""

    number: str
    """As `jingjin rules` lists it: a letter for the official text and a number within it."""
    forms: tuple[str, ...]
    """The forms and applications it is for, by the last part of their keys: budget_estimate."""
    clause: Clause
    severity: Severity = Severity.ERROR
    name: str = ""
    """By which another rule settles it; empty for most. Numbers are for people and may repeat."""
    settles: tuple[str, ...] = ()
    """The names of the rules that a packet need not ask its papers any more, since this one of the
    packet asks the same with more at hand."""
    since: date | None = None
    until: date | None = None
    """The first and last day on which a paper handed in falls under the rule; None: no limit."""

    @property
    @abstractmethod
    def asks(self) -> str:
        """What it asks, in one line."""

    @abstractmethod
    def faults(self, facts: Any, on: date | None) -> Iterable[Fault]:
        """What it holds against the facts of one of its forms, handed in on the day `on`."""

    def is_in_force(self, on: date | None) -> bool:
        """Whether it counts for a paper handed in on that day; without a day, the newest do."""
        if on is None:
            return self.until is None
        return (self.since or on) <= on <= (self.until or on)
