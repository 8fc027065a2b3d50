"""Days by which papers are handed in: for given facts, and of a programme as a whole."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from jingjin_forms.checks.document import Clause
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


class Appointed(NamedTuple):
    """A deadline of a text, and the day on which it ends as far as that is known."""

    rule: Deadline
    day: RocDate | None

    def __repr__(self) -> str:
        return f"Appointed({self.rule.number!r}, {self.day!r})"

    def __str__(self) -> str:
        """112年3月17日下午5時, or in words where the facts do not say the day yet."""
        return self.rule.called if self.day is None else str(Due(self.rule, self.day))

    def ahead(self, on: date | None) -> str:
        """As `Due.ahead`; blank while the day is not known."""
        return "" if self.day is None else Due(self.rule, self.day).ahead(on)


def appointed(rules: Iterable[Rule], dues: Iterable[Due]) -> list[Appointed]:
    """Every deadline among some rules once, by day: what is due by the facts on its day, and at the
    end those of which they do not say it."""
    known = {_same(due.rule): due.day for due in dues}
    fixed = {rule: None if callable(rule.last) else rule.last for rule in _each_once(rules)}
    found = [Appointed(rule, known.get(_same(rule), day)) for rule, day in fixed.items()]
    return sorted(found, key=lambda one: (one.day is None, one.day or date.max))


def calendar(editions: Iterable[Edition]) -> Iterator[tuple[Edition, Deadline]]:
    """The deadlines of a programme: those of the newest text, then of those before it, each once
    and by date; days that the facts decide stand behind those that the text names."""
    for edition in reversed([*editions]):
        for rule in sorted(_each_once(edition.rules), key=_by_day):
            yield edition, rule


def _each_once(rules: Iterable[Rule]) -> list[Deadline]:
    """A paper's own, and that of the packet it lies in, are one deadline: it names what both are
    for."""
    found: dict[tuple[str, Clause], Deadline] = {}
    for rule in deadlines_among(rules):
        first = found.setdefault(_same(rule), rule)
        if rule.what not in first.what.split("、"):
            what, note = f"{first.what}、{rule.what}", first.note or rule.note
            found[_same(rule)] = replace(first, what=what, note=note)
    return [*found.values()]


def _same(rule: Deadline) -> tuple[str, Clause]:
    return rule.called, rule.clause


def _by_day(rule: Deadline) -> tuple[bool, date]:
    return (True, date.max) if callable(rule.last) else (False, rule.last)
