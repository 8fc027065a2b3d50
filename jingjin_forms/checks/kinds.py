"""The few kinds of rule.

AtMost / AtLeast     an amount, price, count or length and its limit
Share                an amount and the part of another that it may be
Window               dates and the days between which they lie
Same                 two figures that are one
Required / Omitted   what must be filled in, or left blank, when a condition holds
Deadline             the first and last day for handing in
Judgement            a clause that fits none of these: a plain function
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from jingjin_forms.checks.finding import Severity
from jingjin_forms.checks.reading import Reading, is_nothing
from jingjin_forms.checks.rule import Condition, Fault, Rule, always
from jingjin_forms.values.clock import ClockTime, day_of, format_minutes, format_roc_moment
from jingjin_forms.values.roc import RocDate

Limit = int | Callable[[Any], int | None]
"""A number, or a function of the form's facts; None where the facts set no limit."""


def limit_for(limit: Limit, facts: Any) -> int | None:
    """The limit that holds for these facts."""
    return limit(facts) if callable(limit) else limit


@dataclass(frozen=True, kw_only=True)
class _Bounded(Rule):
    """A figure and the limit set for it."""

    reading: Reading
    limit: Limit
    unit: str = "元"
    limit_called: str = ""
    """The limit in words, where the facts decide it."""
    when: Condition = always

    def _bound(self) -> str:
        if self.limit_called or callable(self.limit):
            return self.limit_called or "規定的上下限"
        return self._figure(self.limit)

    def _figure(self, number: int) -> str:
        return f"{number:,} {self.unit}".rstrip()


@dataclass(frozen=True, kw_only=True)
class AtMost(_Bounded):
    """A figure that is not above its limit."""

    @property
    def asks(self) -> str:
        return f"{self.reading.name}不超過 {self._bound()}"

    def faults(self, facts: Any, on: date | None) -> Iterator[Fault]:
        limit = limit_for(self.limit, facts) if self.when(facts) else None
        if limit is None:
            return
        for path, value, paper in self.reading.known(facts):
            if value > limit:
                figure, bound = self._figure(value), self._figure(limit)
                excess = self._figure(value - limit)
                message = f"{self.reading.name} {figure}，上限 {bound}，超過 {excess}"
                yield Fault(path, message, paper)


@dataclass(frozen=True, kw_only=True)
class AtLeast(_Bounded):
    """A figure that is not below its limit."""

    @property
    def asks(self) -> str:
        return f"{self.reading.name}至少 {self._bound()}"

    def faults(self, facts: Any, on: date | None) -> Iterator[Fault]:
        limit = limit_for(self.limit, facts) if self.when(facts) else None
        if limit is None:
            return
        for path, value, paper in self.reading.known(facts):
            if value < limit:
                figure, bound = self._figure(value), self._figure(limit)
                missing = self._figure(limit - value)
                message = f"{self.reading.name} {figure}，少於 {bound}，還差 {missing}"
                yield Fault(path, message, paper)


@dataclass(frozen=True, kw_only=True)
class Share(Rule):
    """An amount that is at most so many percent of another; compared exactly, never rounded."""

    reading: Reading
    percent: int
    base: Reading
    when: Condition = always

    @property
    def asks(self) -> str:
        return f"{self.reading.name}不超過{self.base.name} {self.percent}%"

    def faults(self, facts: Any, on: date | None) -> Iterator[Fault]:
        base = self.base.value(facts)
        if base is None or not self.when(facts):
            return
        for path, amount, paper in self.reading.known(facts):
            if 100 * amount > self.percent * base:
                most = self.percent * base // 100
                yield Fault(
                    path,
                    f"{self.reading.name} {amount:,} 元，上限是{self.base.name} {base:,} 元之 "
                    f"{self.percent}%（{most:,} 元），超過 {amount - most:,} 元",
                    paper,
                )


@dataclass(frozen=True, kw_only=True)
class Window(Rule):
    """Dates that lie between two days, both included."""

    reading: Reading
    days: Callable[[Any], tuple[date, date] | None]
    """None where the facts do not say which, as while 學年度 is not given."""
    days_called: str

    @property
    def asks(self) -> str:
        return f"{self.reading.name}在{self.days_called}之內"

    def faults(self, facts: Any, on: date | None) -> Iterator[Fault]:
        days = self.days(facts)
        if days is None:
            return
        first, last = days
        for path, day, paper in self.reading.known(facts):
            if not first <= day <= last:
                window = f"{RocDate(first)}至{RocDate(last)}"
                message = f"{self.reading.name} {RocDate(day)} 不在 {window} 之內"
                yield Fault(path, message, paper)


@dataclass(frozen=True, kw_only=True)
class Same(Rule):
    """Two figures that say the same; where one is not given there is nothing to compare."""

    reading: Reading
    other: Reading
    unit: str = "元"

    @property
    def asks(self) -> str:
        return f"{self.reading.name}與{self.other.name}相等"

    def faults(self, facts: Any, on: date | None) -> Iterator[Fault]:
        expected = self.other.value(facts)
        for path, value, paper in self.reading.known(facts):
            if expected is not None and value != expected:
                yield Fault(
                    path,
                    f"{self.reading.name} {value:,} {self.unit}，"
                    f"與{self.other.name} {expected:,} {self.unit}不符，"
                    f"相差 {abs(value - expected):,} {self.unit}",
                    paper,
                )


@dataclass(frozen=True, kw_only=True)
class _Conditional(Rule):
    """A fact that depends on a condition."""

    reading: Reading
    when: Condition = always
    when_called: str = ""
    """The condition in words: 續辦者."""


@dataclass(frozen=True, kw_only=True)
class Required(_Conditional):
    """A fact that must be given."""

    @property
    def asks(self) -> str:
        return f"{self.when_called}要填{self.reading.name}"

    def faults(self, facts: Any, on: date | None) -> Iterator[Fault]:
        if self.when(facts):
            for path, value, paper in self.reading.read(facts):
                if is_nothing(value):
                    yield Fault(path, f"{self.asks}，現在是空白", paper)


@dataclass(frozen=True, kw_only=True)
class Omitted(_Conditional):
    """A fact that is to be left blank."""

    @property
    def asks(self) -> str:
        return f"{self.when_called}免填{self.reading.name}"

    def faults(self, facts: Any, on: date | None) -> Iterator[Fault]:
        if self.when(facts):
            for path, _, paper in self.reading.known(facts):
                yield Fault(path, f"{self.asks}，現在填了內容", paper)


@dataclass(frozen=True, kw_only=True)
class Deadline(Rule):
    """The days on which a paper is taken; looked at when the day of handing in is known."""

    what: str
    """What is handed in, as the messages call it."""
    first: RocDate | None = None
    """The day from which it is taken, where the text names one. A day before it gives a reminder,
    since papers are looked at while they are being prepared."""
    last: RocDate | Callable[[Any], RocDate | None]
    """A day, or a function of the facts; None where they do not say it yet."""
    last_called: str = ""
    """The day in words, where the facts decide it: 計畫結束後 2 個月內."""
    hour: ClockTime | str | None = None
    """The time of that day, in the words of the text (下午5時); without one the day is looked at as
    a whole. Handed in at that very minute is in time."""
    when: Condition = always

    def __post_init__(self) -> None:
        # Words are read here, so that an hour which is none is told where the rule is written.
        object.__setattr__(self, "hour", ClockTime(self.hour) if self.hour else None)

    @property
    def called(self) -> str:
        """When it is, for every paper: the day, or in words what the facts make of it."""
        day = (self.last_called or "規定的期限") if callable(self.last) else self.last
        return f"{day}{self.hour or ''}"

    @property
    def asks(self) -> str:
        by = self.called if callable(self.last) else f" {self.called}前"
        begins = f" {self.first}起、" if self.first else ""
        return f"{self.what}在{begins}{by.lstrip() if begins else by}送達"

    @property
    def by_the_hour(self) -> bool:
        return self.hour is not None

    def day(self, facts: Any) -> RocDate | None:
        """The last day for these facts; None where they do not say it."""
        return self.last(facts) if callable(self.last) else self.last

    def early(self, on: date) -> str | None:
        """By how much it is earlier than the first day; None where it is not."""
        day = day_of(on)
        if self.first is None or day >= self.first:
            return None
        return f"{self.first} 才開始收件，{RocDate(day)} 還早 {abs((day - self.first).days)} 天"

    def faults(self, facts: Any, on: date | None) -> Iterator[Fault]:
        if on is None or not self.when(facts):
            return
        if (early := self.early(on)) is not None:
            yield Fault((), early, self.what, Severity.WARNING)
        last = self.day(facts)
        if last is not None and (late := self.late(last, on)) is not None:
            why = f"（{self.last_called}）" if callable(self.last) and self.last_called else ""
            ends = f"期限是 {last}{self.hour or ''}{why}"
            yield Fault((), f"{ends}，{late}", self.what)

    def late(self, last: RocDate, on: date) -> str | None:
        """By how much it is later than that; None in time."""
        day = day_of(on)
        if day > last:
            return f"{RocDate(day)} 已經過了 {(day - last).days} 天"
        if self.hour is None or not isinstance(on, datetime):
            return None
        over = ClockTime(self.hour).minutes_past(last, on)
        return f"{format_roc_moment(on)} 已經過了 {format_minutes(over)}" if over > 0 else None


def deadlines_among(rules: Iterable[Rule]) -> list[Deadline]:
    """The deadlines among some rules."""
    return [rule for rule in rules if isinstance(rule, Deadline)]


@dataclass(frozen=True, kw_only=True)
class Judgement(Rule):
    """A clause that fits no other kind: a function of the form's facts."""

    question: str
    """What it asks, in one line."""
    judge: Callable[[Any], Iterable[Fault]]

    @property
    def asks(self) -> str:
        return self.question

    def faults(self, facts: Any, on: date | None) -> Iterable[Fault]:
        return self.judge(facts)
