"""A last day that is counted in months from a day that the facts give."""

from calendar import monthrange
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from jingjin_forms.checks.kinds import Deadline
from jingjin_forms.checks.reading import Read, Reading
from jingjin_forms.checks.rule import Fault
from jingjin_forms.errors import DateError
from jingjin_forms.values.roc import RocDate


@dataclass(frozen=True, kw_only=True)
class MonthsFrom(Deadline):
    """Handed in at most so many months after a day, or, below 0, at least as many before it."""

    reading: Reading
    """The day."""
    months: int
    done: str = "送出"
    """What is done with it by then."""
    last: Callable[[Any], RocDate | None] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "last", self._last)
        object.__setattr__(self, "last_called", self.last_called or self._counted)

    @property
    def _counted(self) -> str:
        return f"{self.reading.name} {abs(self.months)} 個月{'內' if self.months > 0 else '前'}"

    @property
    def asks(self) -> str:
        return f"{self.what}在{self._counted}{self.done}"

    def _last(self, facts: Any) -> RocDate | None:
        days = (months_from(day, self.months) for _, day, _ in self.reading.known(facts))
        return next((day for day in days if day is not None), None)

    def faults(self, facts: Any, on: date | None) -> Iterator[Fault]:
        last = self.day(facts)
        if on is None or last is None or on <= last or not self.when(facts):
            return
        message = (
            f"{self.asks}：{self.reading.name} {self.reading.value(facts)}，期限是 {last}，"
            f"{RocDate(on)} 已經過了 {(on - last).days} 天"
        )
        yield Fault((), message, self.what)

    def in_packets(self, *stages: str) -> "MonthsFrom":
        """The same, asked of a packet, which reads the day from the papers that it is for."""

        def read(packet: Any) -> Iterator[Read]:
            for name in self.forms:
                for paper in packet.forms(name):
                    yield from self.reading.read(paper)

        return replace(self, forms=stages, reading=Reading(self.reading.name, read))


def months_from(day: date, months: int) -> RocDate | None:
    """The day of the same number, or the last of that month; None where no calendar reaches.

    Months that follow begin with the next day, so that after the last day of a month they are
    whole months of the calendar, and end with the last day of one.

    >>> str(months_from(RocDate("113年7月31日"), 2)), str(months_from(RocDate("113年6月30日"), 2))
    ('113年9月30日', '113年8月31日')
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    with suppress(DateError, ValueError):
        last_of_month = monthrange(year, month + 1)[1]
        whole = months > 0 and day.day == monthrange(day.year, day.month)[1]
        return RocDate(year, month + 1, last_of_month if whole else min(day.day, last_of_month))
    return None
