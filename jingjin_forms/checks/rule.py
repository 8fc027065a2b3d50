"""A rule: one clause of a programme, held against the facts of its forms.

A programme's rules are values in `jingjin_forms.programmes.<programme>.rules`. A limit that changes
closes the old rule (`until`) and adds a new one (`since`).
"""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from importlib import import_module
from typing import Any, NamedTuple

from jingjin_forms.checks.finding import Clause, Finding, Severity
from jingjin_forms.errors import AmountError


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


def rules_of(programme: str) -> tuple[Rule, ...]:
    """The rules of a programme by the name of its folder (school_based); empty where none are."""
    try:
        return import_module(f"jingjin_forms.programmes.{programme}.rules").RULES
    except ModuleNotFoundError:
        return ()


@cache
def rules_for(key: str) -> tuple[Rule, ...]:
    """The rules for the form or application with this key (school_based/budget_estimate)."""
    programme, _, name = key.partition("/")
    return tuple(rule for rule in rules_of(programme) if name in rule.forms)


def findings_of(facts: Any, key: str, on: date | None = None) -> Iterator[Finding]:
    """What the rules for this key hold against a form or packet handed in on the day `on`.

    Without a day no deadline is looked at.
    """
    if isinstance(on, datetime):
        on = on.date()
    beyond: AmountError | None = None
    for rule in rules_for(key):
        if rule.is_in_force(on):
            try:
                for where, message in rule.faults(facts, on):
                    yield Finding(rule.severity, where, message, rule.clause, rule.number)
            except AmountError as error:  # sums beyond what an amount can be
                beyond = error
    if beyond is not None:
        yield Finding(Severity.ERROR, "「合計」", str(beyond))
