"""A last day that is counted in months from a day on the paper."""

from calendar import monthrange
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Any

from jingjin_forms.checks.reading import Reading
from jingjin_forms.checks.rule import Fault, Rule
from jingjin_forms.errors import DateError
from jingjin_forms.values.roc import RocDate


@dataclass(frozen=True, kw_only=True)
class MonthsFrom(Rule):
    """Handed in at most so many months after a day, or, below 0, at least as many before it."""

    what: str
    """What is handed in, as the messages call it."""
    reading: Reading
    months: int

    @property
    def asks(self) -> str:
        before_or_after = "內" if self.months > 0 else "前"
        return f"{self.what}在{self.reading.name} {abs(self.months)} 個月{before_or_after}送出"

    def faults(self, facts: Any, on: date | None) -> Iterator[Fault]:
        if on is None:
            return
        for _, day, _ in self.reading.known(facts):
            last = months_from(day, self.months)
            if last is not None and on > last:
                late = (on - last).days
                message = (
                    f"{self.asks}：{self.reading.name} {day}，期限是 {last}，"
                    f"{RocDate(on)} 已經過了 {late} 天"
                )
                yield Fault((), message, self.what)


def months_from(day: date, months: int) -> RocDate | None:
    """The day of the same number, or the last of that month; None where no calendar reaches.

    >>> str(months_from(RocDate("113年7月31日"), 2))
    '113年9月30日'
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    with suppress(DateError, ValueError):
        last_of_month = monthrange(year, month + 1)[1]
        return RocDate(year, month + 1, min(day.day, last_of_month))
    return None
