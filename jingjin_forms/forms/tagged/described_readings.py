"""What the rules of a description read: a fact, that of every row, a sum of rows, a length."""

from collections.abc import Callable, Iterator
from typing import Any, cast

from jingjin_forms.checks.finding import FactPath
from jingjin_forms.checks.reading import Read, Reading
from jingjin_forms.facts import is_blank
from jingjin_forms.forms.tagged.conditions import When
from jingjin_forms.forms.tagged.formula_values import Use, as_decimal, part_of, value_of
from jingjin_forms.values.roc import RocPeriod

_Found = tuple[FactPath, Any, tuple[Any, ...]]
"""A value with its path, and the rows it lies in, the innermost first."""


def reading(use: Use, when: When | None) -> Reading:
    """A fact, or one total of a list, where the condition holds."""
    name = _called(use, when)
    if use.total:
        return Reading(name, lambda facts: _total(facts, use, when))
    return Reading(name, lambda facts: _each(facts, use, when, lambda value: [value]))


def days(use: Use, when: When | None) -> Reading:
    """The days of a fact: of a period both."""
    return Reading(_called(use, when), lambda facts: _each(facts, use, when, _days))


def length(use: Use, when: When | None) -> Reading:
    """How many characters other than white space."""
    return Reading(_called(use, when), lambda facts: _each(facts, use, when, _characters))


def count(use: Use, when: When | None) -> Reading:
    """How many rows for which the condition holds."""

    def read(facts: Any) -> Iterator[Read]:
        for path, rows, around in _found(facts, use.path, rows_too=True):
            held = [row for row in rows or () if when is None or when.holds(row, *around, facts)]
            yield Read(path, len(held))

    return Reading(_called(use, when), read)


def _called(use: Use, when: When | None) -> str:
    name = use.path[-1] if not use.total else f"{'的'.join(use.path)}{use.total}"
    return name if when is None else f"{name}（{when.told}）"


def _each(
    facts: Any, use: Use, when: When | None, made: Callable[[Any], list[Any]]
) -> Iterator[Read]:
    for path, value, around in _found(facts, use.path):
        if when is None or when.holds(*around, facts):
            for piece in made(value):
                yield Read(path, piece)


def _total(facts: Any, use: Use, when: When | None) -> Iterator[Read]:
    *_, last = use.path
    held = [
        {last: value}
        for _, value, around in _found(facts, use.path)
        if when is None or when.holds(*around, facts)
    ]
    number = value_of(Use(("", last), use.total), {"": held})
    yield Read(use.path, None if number is None else as_decimal(number))


def _found(facts: Any, path: tuple[str, ...], *, rows_too: bool = False) -> Iterator[_Found]:
    """The values at a path of labels, those of every row of the lists that lie on it."""
    yield from _below(facts, path, (), (), rows_too)


def _below(
    value: Any, path: tuple[str, ...], at: FactPath, around: tuple[Any, ...], rows_too: bool
) -> Iterator[_Found]:
    if isinstance(value, list) and (path or not rows_too):
        for index, row in enumerate(cast(list[Any], value)):
            yield from _below(row, path, (*at, index), (row, *around), rows_too)
    elif path:
        yield from _below(part_of(value, path[0]), path[1:], (*at, path[0]), around, rows_too)
    else:
        yield at, value, around


def _days(value: Any) -> list[Any]:
    if isinstance(value, RocPeriod):
        return [value.start, value.end]
    return [] if is_blank(value) else [value]


def _characters(value: Any) -> list[Any]:
    """A text that nobody has written is not too short."""
    length = len("".join(value.split())) if isinstance(value, str) else 0
    return [length] if length else []
