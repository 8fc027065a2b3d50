"""Findings: what a form's facts break, told to people who decide.

A check never stops a form from being produced, and never raises.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from jingjin_forms.amount import Money, parse_uppercase_amount
from jingjin_forms.errors import AmountError, place, shortened
from jingjin_forms.facts import Facts, printed_by


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
    by_label = {p.label: p.name for p in printed_by(type(facts)) if p.computed}
    for label, stated in facts.stated().items():
        computed = getattr(facts, by_label[label])
        if not _equal(stated, computed):
            worked_out = "空白" if computed is None else computed
            message = f"填的是 {shortened(str(stated))}，依其他欄位算出是 {worked_out}，紙上印後者。"
            yield Finding(Severity.ERROR, place((*path, label)), message)
    for inner, part in facts.parts():
        yield from arithmetic(part, (*path, *inner))


def _equal(stated: Any, computed: Any) -> bool:
    if isinstance(computed, Money):
        try:
            return Money(stated) == computed
        except AmountError:
            return False
    try:
        return parse_uppercase_amount(str(stated)) == parse_uppercase_amount(str(computed))
    except AmountError:
        return str(stated).strip() == str(computed)


