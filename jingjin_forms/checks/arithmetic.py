"""Figures that were given though the library works them out: do they agree?"""

from collections.abc import Iterator
from contextlib import suppress

from jingjin_forms.checks.finding import ARITHMETIC, FactPath, Finding
from jingjin_forms.errors import AmountError, Problem, place, shortened
from jingjin_forms.facts import Facts
from jingjin_forms.facts.labels import figures_of
from jingjin_forms.values.amount import Money
from jingjin_forms.values.uppercase import parse_uppercase_amount


def arithmetic(facts: Facts, path: FactPath = ()) -> Iterator[Finding]:
    """Computed figures that were given and differ from what the facts give."""
    figures = figures_of(type(facts))
    for label, stated in facts.stated.items():
        try:
            computed = getattr(facts, figures[label].name)
        except AmountError as error:  # lines that are right each, and too much together
            yield Finding.at((*path, label), str(error), ARITHMETIC, value=stated)
            continue
        if computed is None or not _equal(stated, computed):
            given = "空白" if computed is None else computed
            message = f"填的是 {shortened(stated)}，依其他欄位算出是 {given}，紙上印後者。"
            yield Finding.at((*path, label), message, ARITHMETIC, value=stated)
    for inner, part in facts.parts():
        yield from arithmetic(part, (*path, *inner))


def beyond_amounts(facts: Facts, path: tuple[str | int, ...] = ()) -> Iterator[Problem]:
    """The computed figures that are more than an amount can be."""
    for label, figure in figures_of(type(facts)).items():
        try:
            getattr(facts, figure.name)
        except AmountError as error:
            where = (*path, label)
            yield Problem(place(where), str(error), path=where, code="amount")
    for inner, part in facts.parts():
        yield from beyond_amounts(part, (*path, *inner))


def _equal(stated: object, computed: object) -> bool:
    """Whether two figures mean the same; amounts may be written in digits or in words."""
    if (amount := _amount(computed)) is not None:
        return _amount(stated) == amount
    return str(computed) == (stated.strip() if isinstance(stated, str) else shortened(stated))


def _amount(value: object) -> int | None:
    with suppress(AmountError):
        return int(Money(value))
    with suppress(AmountError):
        return parse_uppercase_amount(value) if isinstance(value, str) else None
    return None
