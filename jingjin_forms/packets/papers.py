"""The papers of a packet, and how things stand with each."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from jingjin_forms.errors import Problem
from jingjin_forms.forms.form import Form
from jingjin_forms.packets.application import Paper


class State(StrEnum):
    """How things stand with a paper."""

    MADE = "已產生"
    ENCLOSED = "已附"
    MISSING = "尚缺"
    FAULTY = "有誤"


@dataclass(frozen=True)
class PacketPaper:
    """One paper of a packet: made from the facts, or a file the school brings."""

    paper: Paper
    title: str
    """With its number where there are several: 實施成果2."""
    file_name: str
    form: Form | None = None
    source: Path | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def state(self) -> State:
        """Whether it is there, and if not, why."""
        if self.form is not None:
            return State.MADE
        if self.problems:
            return State.FAULTY
        return State.ENCLOSED if self.source else State.MISSING
