"""Findings: what a form's facts break, told to people who decide.

A check never stops a form from being produced, and never raises.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum

from jingjin_forms.amount import Money, parse_uppercase_amount
from jingjin_forms.errors import AmountError, place, shortened
from jingjin_forms.facts import Facts
from jingjin_forms.labels import figures_of


class Severity(StrEnum):
    """How much a finding weighs."""

    ERROR = "錯誤"
    """The text says 以…為限, 不得, 不超過 or the like; a reviewer sends the paper back."""
    WARNING = "提醒"
    """The text says 以…為原則, 宜, 優先, or leaves a reading open."""


@dataclass(frozen=True, slots=True)
class Clause:
    """The sentence of an official text that a finding rests on."""

    document: str
    number: str
    text: str

    def __str__(self) -> str:
        return f"{self.document} {self.number}：「{self.text}」"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing in the facts that does not fit together or breaks a clause."""

    severity: Severity
    where: str
    """Printed label and row, e.g. `經費項目 第 2 列「總價」`."""
    message: str
    clause: Clause | None = None
    """None for plain arithmetic."""

    def __str__(self) -> str:
        source = f"（{self.clause}）" if self.clause else ""
        return f"[{self.severity}] {self.where}：{self.message}{source}"


def arithmetic(facts: Facts, path: tuple[str | int, ...] = ()) -> Iterator[Finding]:
    """Computed figures that were given and differ from what the facts give."""
    figures = figures_of(type(facts))
    for label, stated in facts.stated.items():
        try:
            computed = getattr(facts, figures[label].name)
        except AmountError as error:  # lines that are right each, and too much together
            yield Finding(Severity.ERROR, place((*path, label)), str(error))
            continue
        if computed is None or not _equal(stated, computed):
            given = "空白" if computed is None else computed
            message = f"填的是 {shortened(stated)}，依其他欄位算出是 {given}，紙上印後者。"
            yield Finding(Severity.ERROR, place((*path, label)), message)
    for inner, part in facts.parts():
        yield from arithmetic(part, (*path, *inner))


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
