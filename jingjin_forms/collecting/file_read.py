"""What was read of one file."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from jingjin_forms.checks import Finding
from jingjin_forms.errors import Problem
from jingjin_forms.forms.form import Form

if TYPE_CHECKING:
    from jingjin_forms.reading import Doubt, ReadValue, WordingChange


class Outcome(StrEnum):
    """What became of a file."""

    READ = "已讀"
    DOUBTFUL = "待確認"
    """Read, but a person has to look at something."""
    FAILED = "未讀到"


@dataclass(frozen=True, slots=True)
class FileRead:
    """One file: its facts, and what is to be said of it. Picklable."""

    name: str
    """As it was given, 各校/甲國小.docx; within an archive 各校.zip/甲國小.docx."""
    form: Form | None = None
    """The form, where the facts make one."""
    facts: dict[str, Any] = field(default_factory=dict[str, Any])
    """As they were read, by printed label; photographs as bytes. Empty where nothing was read."""
    values: "tuple[ReadValue, ...]" = ()
    """Each value and where it stands."""
    places: Mapping[tuple[str | int, ...], str] = field(
        default_factory=dict[tuple[str | int, ...], str]
    )
    """Where each fact stands, by its path: labels, and indexes from 0."""
    changes: "tuple[WordingChange, ...]" = ()
    """Fixed wording that was altered."""
    doubts: "tuple[Doubt, ...]" = ()
    """待確認: what a person has to look at."""
    problems: tuple[Problem, ...] = ()
    """Facts of which no form can be made."""
    findings: tuple[Finding, ...] = ()
    """What `check` holds against the form; nothing is checked where there is none."""
    notes: tuple[str, ...] = ()
    """What was done to open the file."""
    fault: str = ""
    """Why it was not read, as a sentence with a remedy."""

    @property
    def outcome(self) -> Outcome:
        if self.fault:
            return Outcome.FAILED
        return Outcome.DOUBTFUL if self.doubts or self.problems else Outcome.READ
