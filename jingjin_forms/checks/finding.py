"""Findings: what facts break, told to people who decide."""

from dataclasses import dataclass, field
from enum import StrEnum

from jingjin_forms.checks.document import Clause
from jingjin_forms.errors import place, plain_value, shortened

ARITHMETIC = "arithmetic"
"""A figure that was given is not what the facts give, or is more than an amount can be."""
ANOTHER_YEAR = "another_year"
"""The text of the paper's 學年度 is not there; that of another was used."""
NO_YEAR = "no_year"
"""The paper does not say its 學年度."""
DIFFERENT_YEARS = "different_years"
"""A paper of a packet is of another 學年度 than the papers before it."""
MISSING_PAPER = "missing_paper"
"""A paper that is asked for is neither made nor brought."""
NOT_READ = "not_read"
"""Rows that were put in cannot be read, so nothing else was checked."""
NOT_CHECKED = "not_checked"
"""Something nobody had foreseen kept a rule from being asked."""


FactPath = tuple[str | int, ...]
"""Where a fact stands: printed labels, and indexes from 0. A line of a budget may be named by its
項目 instead; nothing for what is said of a paper as a whole."""


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
    """Which paper it is about: of a packet, or one that is late or not there. Empty for what a
    single form says, and for a packet as a whole."""
    path: FactPath = ()
    """`where` for a program: ("經費項目", 1, "總價")."""
    code: str = ""
    """What was found, for a program: the name of the rule, or its number where it has none; one of
    the words above for what rests on no rule."""
    note: str = ""
    """How the text is read, where its sentences contradict each other or leave it open."""

    value: object = field(default=None, compare=False)
    """What stands at the path; None where nothing does, or more than one plain fact."""

    @classmethod
    def at(
        cls,
        path: FactPath,
        message: str,
        code: str,
        severity: Severity = Severity.ERROR,
        value: object = None,
    ) -> "Finding":
        """One that rests on no rule."""
        return cls(severity, place(path), message, path=path, code=code, value=value)

    @classmethod
    def unfinished(cls, error: BaseException, number: str = "") -> "Finding":
        """That a rule, or the whole check, failed for a reason which nobody has foreseen."""
        what = f"規則 {number} " if number else ""
        told = f"{type(error).__name__}：{shortened(str(error), 200)}".rstrip("：")
        message = f"{what}檢核沒有做完：發生沒有預料到的錯誤（{told}），請人工核對。"
        return cls(Severity.ERROR, "整份資料", message, rule=number, code=NOT_CHECKED)

    def as_dict(self) -> dict[str, object]:
        """The finding for a program, as JSON can hold it; `clause` is None for plain arithmetic."""
        return {
            "severity": self.severity.name.lower(),
            "code": self.code,
            "paper": self.paper,
            "path": list(self.path),
            "where": self.where,
            "value": plain_value(self.value),
            "message": self.message,
            "rule": self.rule,
            "clause": self.clause.as_dict() if self.clause else None,
            "note": self.note,
        }

    def __str__(self) -> str:
        source = f"（{self.clause}）" if self.clause else ""
        note = f"（說明：{self.note}）" if self.note else ""
        return f"[{self.severity}] {self.place}：{self.message}{source}{note}"

    @property
    def place(self) -> str:
        """`where`, behind the paper."""
        return f"{self.paper} {self.where}".strip()
