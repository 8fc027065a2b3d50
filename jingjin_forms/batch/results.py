"""What became of one row of a batch."""

from enum import StrEnum
from typing import NamedTuple


class Outcome(StrEnum):
    """What became of a row."""

    WRITTEN = "已產生"
    SKIPPED = "已存在，略過"
    CHECKED = "已檢核"
    FAILED = "有錯，未產生"


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
