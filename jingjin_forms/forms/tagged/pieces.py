"""How values of tagged Word files enter a template, where our own types alone would not do.

A blank has all its parts, for `{{ 日期.月 }}` stands on the paper whether the date is given or not.
Each piece is put into a field's annotation.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

from pydantic import BeforeValidator

from jingjin_forms.facts import Facts
from jingjin_forms.parts.photo import Photo
from jingjin_forms.parts.school import School
from jingjin_forms.values.choice import YesNo
from jingjin_forms.word.language.fact_filters import BLANK, BLANK_ROW, is_ticked

__all__ = ["InRows", "Shown", "Tick", "as_picture", "as_school", "as_tick", "with_parts"]


@dataclass(frozen=True)
class Shown:
    """A value that enters as `convert` makes it."""

    convert: Callable[[Any], Any]

    def to_context(self, value: Any) -> Any:
        """What the template prints."""
        return self.convert(value)


@dataclass(frozen=True)
class InRows:
    """Rows as the template asks for them: so many by number, so many side by side."""

    row: type[Facts] | None
    """None for a list of texts."""
    numbered: int = 0
    columns: int = 0

    def to_context(self, values: list[Any]) -> list[Any]:
        """The rows, and blank ones that the paper prints all the same."""
        rows: list[Any] = [v.context() if isinstance(v, Facts) else v for v in values]
        if self.columns:
            rows += [BLANK_ROW] * (-len(rows) % self.columns)
            rows = [rows[n : n + self.columns] for n in range(0, len(rows), self.columns)]
            blank: Any = [BLANK_ROW] * self.columns
        else:
            blank = BLANK_ROW
        return rows + [blank] * (self.numbered - len(rows))


def _or_blank(value: Any) -> Any:
    return BLANK if value is None else value


def _school(school: School | None) -> Any:
    return School.to_context(School.blank() if school is None else school)


def _picture(file: Path | bytes | None) -> Any:
    return Photo.model_construct(file=file, note="").picture()


def _ticked(answer: YesNo | None) -> str:
    return "是" if answer is YesNo.YES else ""


def _as_answer(given: Any) -> Any:
    """A mark as a person sets it (V, ✓) or a program (True) is 是."""
    if given is None or given == "" or isinstance(given, YesNo):
        return given or None
    try:
        return YesNo.YES if is_ticked(given) else YesNo.NO
    except ValueError:
        return given


with_parts = Shown(_or_blank)
as_school, as_picture, as_tick = Shown(_school), Shown(_picture), Shown(_ticked)
Tick = Annotated[YesNo | None, BeforeValidator(_as_answer), as_tick]
"""Yes or no, given as 是, 否, a tick or nothing."""
