"""What a filled file says: facts, each with its place, what is doubtful, what was altered."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from jingjin_forms.errors import FactsError, Problem, ReadingError
from jingjin_forms.reading.captured.captured import Steps, WordingChange
from jingjin_forms.reading.captured.printed import Doubt, label_of

if TYPE_CHECKING:
    from jingjin_forms.forms.form import Form


class ReadValue(NamedTuple):
    """One value, and where it stands."""

    path: Steps
    """Labels as the template prints them, and indexes from 0."""
    text: str
    place: str
    """本文 表格 1 第 4 列第 2 欄."""
    doubt: str = ""
    """Why a person should look at it; blank where it is sure."""

    @property
    def label(self) -> str:
        """The path in the words of the paper."""
        return label_of(self.path)


@dataclass(frozen=True)
class Reading:
    """What a filled file says."""

    form_class: "type[Form]"
    name: str
    """The file's."""
    facts: dict[str, Any]
    """By printed label, what `Form.load` takes; photographs as bytes. Doubtful ones too."""
    values: tuple[ReadValue, ...]
    changes: tuple[WordingChange, ...]
    """Fixed wording that was altered, taken out or added."""
    doubts: tuple[Doubt, ...]
    """待確認: what a person has to look at, with both texts."""
    notes: tuple[str, ...] = ()
    """What was done to open the file."""
    places: Mapping[Steps, str] = field(default_factory=dict[Steps, str], repr=False)
    """Where each fact stands, by its path: labels, and indexes from 0."""

    def __repr__(self) -> str:
        counts = f"{len(self.values)} 個值、{len(self.doubts)} 個待確認"
        changed = f"{len(self.changes)} 處文字更動"
        return f"<Reading {self.name}（{self.form_class.title}）：{counts}、{changed}>"

    def loaded(self) -> "tuple[Form | None, tuple[Problem, ...]]":
        """The form, where the facts make one, and what is wrong with them. Never raises."""
        try:
            return self.form_class.load(self.facts), ()
        except FactsError as error:
            return None, error.problems

    def form(self) -> "Form":
        """The form. Raises ReadingError that lists all that is doubtful or cannot be taken."""
        form, problems = self.loaded()
        doubtful = [Problem(_where(d), d.why, d.found, d.path, "doubt") for d in self.doubts]
        if form is None or doubtful:
            raise ReadingError(f"「{self.name}」", [*doubtful, *problems])
        return form


def _where(doubt: Doubt) -> str:
    return f"{doubt.label}（{doubt.place}）" if doubt.place else doubt.label
