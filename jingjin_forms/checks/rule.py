"""A rule: one clause of a programme, held against the facts of its forms.

Rules belong to an edition of their programme, which is chosen by the paper's 學年度. `since` and
`until` are for the rare text that is dated by the day of handing in.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from jingjin_forms.checks.document import Clause
from jingjin_forms.checks.finding import FactPath, Severity
from jingjin_forms.errors import AmountError, place

Condition = Callable[[Any], bool]
"""Whether something holds, of the facts of a form or of a packet."""


def always(_: Any) -> bool:
    """The condition of a rule without one."""
    return True


class Fault(NamedTuple):
    """What a rule holds against the facts."""

    path: FactPath
    message: str
    paper: str = ""
    """Which paper it is about, where that is not the one form that was asked."""
    severity: Severity | None = None
    """How much it weighs, where that is not what the rule says of itself."""

    @property
    def where(self) -> str:
        """Printed label and row."""
        return place(self.path)


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
    """By which programs know it and another rule settles it, one to a programme; empty for most.
    Numbers are for people and may repeat."""
    settles: tuple[str, ...] = ()
    """The names of the papers' rules that a packet does not ask its papers, since this one of the
    packet asks the same with more at hand."""
    settled_when: Condition = always
    """Whether the packet has that more at hand; where it has not, its papers are asked."""
    note: str = ""
    """How the text is read where its sentences contradict each other or leave it open: told beside
    the rule, and with what it holds against the facts."""
    since: date | None = None
    until: date | None = None
    """The first and last day on which a paper handed in falls under the rule; None: no limit."""

    @property
    @abstractmethod
    def asks(self) -> str:
        """What it asks, in one line."""

    @abstractmethod
    def faults(self, facts: Any, on: date | None) -> Iterable[Fault]:
        """What it holds against the facts of one of its forms, handed in on the day `on`; a rule
        `by_the_hour` may be given a point of time."""

    @property
    def by_the_hour(self) -> bool:
        """Whether it looks at the hour of handing in; the others are asked with the day alone."""
        return False

    @property
    def code(self) -> str:
        """By which programs know it: its name, or its number where it has none."""
        return self.name or self.number

    def settled(self, packet: Any) -> tuple[str, ...]:
        """The names of the rules that it settles for a packet."""
        try:
            return self.settles if self.settles and self.settled_when(packet) else ()
        except AmountError:  # sums beyond what an amount can be decide nothing
            return ()

    def is_in_force(self, on: date | None) -> bool:
        """Whether it counts for a paper handed in on that day; without a day, the newest do."""
        if on is None:
            return self.until is None
        return (self.since or on) <= on <= (self.until or on)
