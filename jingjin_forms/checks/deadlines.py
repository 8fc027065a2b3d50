"""Days by which papers are handed in: for given facts, and of a programme as a whole."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

from jingjin_forms.checks.edition import Edition
from jingjin_forms.checks.kinds import Deadline, deadlines_among
from jingjin_forms.checks.rule import Rule
from jingjin_forms.values.clock import day_of
from jingjin_forms.values.roc import RocDate


class Due(NamedTuple):
    """A deadline, and the day on which it ends for some facts."""

    rule: Deadline
    day: RocDate

    def __str__(self) -> str:
        """112年3月17日下午5時."""
        return f"{self.day}{self.rule.hour or ''}"

    def is_over(self, on: date) -> bool:
        """Whether what is handed in on that day, or at that point of time, is late."""
        return self.rule.late(self.day, on) is not None

    def ahead(self, on: date | None) -> str:
        """How far it lies ahead of the day: 還有 7 天, 當天 or 已過 1 天. Blank without a day."""
        day = day_of(on)
        if day is None:
            return ""
        days = self.day.toordinal() - day.toordinal()
        if days == 0:
            return "當天"
        return f"還有 {days} 天" if days > 0 else f"已過 {-days} 天"


def dues_of(rules: Iterable[Rule], facts: Any) -> list[Due]:
    """The deadlines that hold for these facts, as far as the text and they say the day; by day."""
    asked = [rule for rule in deadlines_among(rules) if rule.when(facts)]
    found = [Due(rule, day) for rule in asked if (day := rule.day(facts)) is not None]
    return sorted(found, key=lambda due: due.day)


def calendar(editions: Iterable[Edition]) -> Iterator[tuple[Edition, Deadline]]:
    """The deadlines of a programme: those of the newest text, then of those before it, each by
    date; days that the facts decide stand behind those that the text names."""
    for edition in reversed([*editions]):
        told: set[tuple[str, str]] = set()
        for rule in sorted(deadlines_among(edition.rules), key=_by_day):
            due = rule.called, rule.what
            if due not in told:  # a paper's own, and that of the packet it lies in, are one day
                told.add(due)
                yield edition, rule


def _by_day(rule: Deadline) -> tuple[bool, date]:
    return (True, date.max) if callable(rule.last) else (False, rule.last)
