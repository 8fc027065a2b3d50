"""Findings: what facts break, told to people who decide."""

from dataclasses import dataclass
from enum import StrEnum

from jingjin_forms.checks.document import Clause


class Severity(StrEnum):
    """How much a finding weighs."""

    ERROR = "錯誤"
    """The text says 以…為限, 不得, 不超過 or the like; a reviewer sends the paper back."""
    WARNING = "提醒"
    """The text says 以…為原則, 宜, 優先, or leaves a reading open."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing in the facts that does not fit together or breaks a clause."""

    severity: Severity
    where: str
    """Printed label and row, e.g. `經費項目第 2 項「總價」`."""
    message: str
    """The figure, its limit and by how much it misses."""
    clause: Clause | None = None
    """None for plain arithmetic."""
    rule: str = ""
    """The number of the rule, as `jingjin rules` lists it; empty for plain arithmetic."""
    paper: str = ""
    """Which paper of a packet it is about; empty for a single form and for a whole packet."""

    def __str__(self) -> str:
        source = f"（{self.clause}）" if self.clause else ""
        return f"[{self.severity}] {self.place}：{self.message}{source}"

    @property
    def place(self) -> str:
        """`where`, behind the paper."""
        return f"{self.paper} {self.where}".strip()
