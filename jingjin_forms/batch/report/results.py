"""What became of one row of a batch."""

from enum import StrEnum
from typing import NamedTuple


class Outcome(StrEnum):
    """What became of a row."""

    WRITTEN = "已產生"
    SKIPPED = "已存在，略過"
    CHECKED = "已檢核"
    FAILED = "有錯，未產生"


THERE = (Outcome.WRITTEN, Outcome.SKIPPED)
"""What rows have become whose files lie in the folder."""
SAME_NAME = "same_name"
"""Code of a problem: a file that two rows claim."""


class Detail(NamedTuple):
    """What a program goes by: one problem or finding of a row."""

    severity: str
    """problem (why there is no file), error or warning."""
    code: str
    """As `jingjin_forms.facts.explain` lists those of facts, `Finding.code` those of findings;
    `jingjin_forms.files.codes` those of files, SAME_NAME, and unexpected for what nobody has
    foreseen."""
    path: tuple[str | int, ...] = ()
    """Where the fact stands: printed labels, and indexes from 0."""
    value: object = None
    """What stands there, as JSON can hold it."""
    clause: str = ""
    """The official text and its number; empty for what rests on none."""
    sheet: str = ""
    """The sheet of the roster in which the fact stands; blank where it has no sheets."""
    row: int = 0
    """Its row there, as the sheet shows it."""


class RowResult(NamedTuple):
    """One row: its number as the table shows it, its file, and what was said about it."""

    number: int
    key: str
    """編號 in the table; empty where it has none."""
    file: str
    outcome: Outcome
    problems: tuple[str, ...] = ()
    """Why no file was made, each with printed label, value and remedy."""
    findings: tuple[str, ...] = ()
    """What the rules hold against it; its file is made all the same."""
    errors: int = 0
    """How many of the findings are errors."""
    details: tuple[Detail, ...] = ()
    """The problems and findings for a program, one by one in their order."""
    school: str = ""
    """學校名稱, also where the row makes no form; blank where it names none."""
    sheet: str = ""
    """The sheet of the row; blank where the roster has no sheets."""

    def as_dict(self) -> dict[str, object]:
        """The row for a program, as JSON can hold it."""
        return {**self._asdict(), "details": [detail._asdict() for detail in self.details]}
