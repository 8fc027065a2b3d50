"""Amounts in a template: whatever makes a text of one gets what the paper prints.

`str(Money(15000))` is 15000, as csv and other programs want it. A tag prints `format(money)`; what
joins, filters and functions make of it must not differ from that.
"""

from collections.abc import Iterable
from typing import Any

from jingjin_forms.values.amount import Money


class _PrintedMoney(Money):
    """An amount whose text is what the paper prints; still a number to all that count with it."""

    __slots__ = ()

    def __new__(cls, value: Money) -> "_PrintedMoney":
        return int.__new__(cls, value)

    def __str__(self) -> str:
        return format(self)


def as_printed(value: Any) -> Any:
    """The value; an amount as one that gives its printed text to whoever asks for a text."""
    return _PrintedMoney(value) if type(value) is Money else value


def all_as_printed(values: Iterable[Any]) -> tuple[Any, ...]:
    """The values, each as `as_printed` has it."""
    return tuple(map(as_printed, values))
