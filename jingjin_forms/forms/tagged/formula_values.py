"""What the pieces of a formula come to: labels looked up, sums, products, roundings.

All is worked out in fractions, never in floats; what is not there is None.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any, cast

from jingjin_forms.facts import Facts, is_blank
from jingjin_forms.facts.labels import name_of
from jingjin_forms.values.uppercase import uppercase_amount

Known = Mapping[str, Any]
"""The facts and computed values that a formula may use, by label."""
Work = Callable[[Known], Any]


@dataclass(frozen=True, slots=True)
class Use:
    """A label that a formula uses: where it stands, and what of its list is asked for."""

    path: tuple[str, ...]
    total: str = ""
    is_factor: bool = False
    """Whether nothing can be worked out without it, as a factor; a missing addend is no harm."""


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a formula; a plain number makes no sum by itself."""

    work: Work
    is_plain: bool = False


def value_of(use: Use, known: Known) -> Fraction | None:
    """What a label stands for, as a number; None where nothing is given."""
    found = [*_values(known, use.path)]
    if use.total == "筆數":
        return Fraction(len(found)) if found else None  # a blank form prints blank
    numbers = [number for number in map(as_number, found) if number is not None]
    if not numbers:
        return None
    if use.total == "平均":
        return sum(numbers, Fraction()) / len(numbers)
    if use.total in ("最大", "最小"):
        return (max if use.total == "最大" else min)(numbers)
    return sum(numbers, Fraction()) if use.total else numbers[0]


def as_number(value: object) -> Fraction | None:
    """A fact as a number; None where it is none."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal | Fraction):
        return None
    return Fraction(value)


def part_of(value: Any, label: str) -> Any:
    """What stands under a label of a form, group or row."""
    if isinstance(value, Facts):
        try:
            return getattr(value, name_of(type(value), label))
        except KeyError:
            return None
    return cast(Known, value).get(label) if isinstance(value, Mapping) else None


def _values(known: Any, path: Sequence[str]) -> Iterator[Any]:
    """The values at a path, through the rows of the lists that lie on it."""
    if isinstance(known, list | tuple):
        for row in cast(Sequence[Any], known):
            yield from _values(row, path)
    elif path:
        yield from _values(part_of(known, path[0]), path[1:])
    elif not is_blank(known):
        yield known


def added(parts: Sequence[tuple[int, Part]], known: Known) -> Fraction | None:
    """The sum of what is there; a number in the formula makes none by itself."""
    values = [(sign, part, part.work(known)) for sign, part in parts]
    told = [value for _, part, value in values if not part.is_plain]
    if told and all(value is None for value in told):
        return None
    return sum((sign * value for sign, _, value in values if value is not None), Fraction())


def multiplied(parts: Sequence[tuple[str, Part]], known: Known) -> Fraction | None:
    result = Fraction(1)
    for sign, part in parts:
        value = part.work(known)
        if value is None or (sign == "/" and not value):
            return None
        result = result * value if sign == "*" else result / value
    return result


def rounded(value: Fraction | None, way: str) -> Fraction | None:
    if value is None:
        return None
    if way == "nearest":  # 0.5 goes up, as people are taught; Python rounds it to the even
        return Fraction((value + Fraction(1, 2)).__floor__())
    return Fraction(value.__floor__() if way == "floor" else value.__ceil__())


def in_words(value: Fraction | None) -> str | None:
    return None if value is None else uppercase_amount(as_decimal(value))


def as_decimal(value: Fraction) -> int | Decimal:
    """A fraction as a number that people write, with at most ten decimal places."""
    if value.denominator == 1:
        return value.numerator
    places = Fraction((value * 10**10).__round__(), 10**10)
    return Decimal(places.numerator) / Decimal(places.denominator)
