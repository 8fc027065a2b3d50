"""Every exception of jingjin_forms, on one screen.

Messages are Traditional Chinese and name the form, the printed label, the value and a remedy.
Whatever can be found wrong in one input is reported together, as a list of `Problem`.
"""

import re
import reprlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from itertools import islice

_LONGEST_VALUE_SHOWN, _LONGEST_PLAIN_VALUE = 40, 200
_PROBLEMS_SHOWN, _VALUES_SHOWN = 50, 10
_UNITS = tuple((unit, re.compile(rf"第 [\d,]+ {unit}")) for unit in "列行項")
"""What the places of problems are counted in, where all of them have it."""


class _Shallow(reprlib.Repr):
    """repr() of lists within lists can be endless: a YAML file of 300 bytes can hold a billion."""

    def __init__(self) -> None:
        super().__init__()
        self.maxlevel = 2
        self.maxother = self.maxstring = self.maxlong = 100

    def repr_int(self, x: int, level: int) -> str:
        if x.bit_length() > 1000:  # repr() refuses very long ones
            return "一個很大的整數"
        return super().repr_int(x, level)


_shallow = _Shallow()


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with one fact or one place of a template."""

    where: str
    """The printed label with its row, e.g. 經費項目第 2 項「單價」; or a place in a Word file."""
    message: str
    """What is wrong, and what to do about it."""
    value: object = None
    """What was given; None when nothing was."""
    path: tuple[str | int, ...] = ()
    """`where` for a program, as far as it is a fact: labels, and indexes from 0; of a template the
    labels of its tags, as far as they are certain."""
    code: str = ""
    """What is wrong, for a program; `jingjin_forms.facts.explain` lists the codes of facts,
    `jingjin_forms.tables.codes` those of tables, `jingjin_forms.word.codes` those of templates,
    `jingjin_forms.files.codes` and `jingjin_forms.arriving.codes` those of files."""
    papers: tuple[str, ...] = ()
    """In a packet: the papers that have this fact, by their titles."""
    says_value: bool = True
    """Whether the sentence says the value; a file whose line is named shows it by itself."""

    def __str__(self) -> str:
        is_told = self.says_value and self.value is not None
        value = f"「{shortened(self.value)}」" if is_told else ""
        tag = self.value if isinstance(self.value, str) and self.value[:1] == "{" else None
        is_said = value in self.message or (tag is not None and tag in self.message)
        given = "" if not value or is_said else f"填的是{value}，"
        where = f"{listed(self.papers, '份')} {self.where}" if self.papers else self.where
        return f"{where}：{given}{self.message}"

    def __repr__(self) -> str:
        value = "" if self.value is None else f", {shortened(self.value)}"
        return f"Problem({self.where!r}, {self.message!r}{value})"

    def as_dict(self) -> dict[str, object]:
        """The problem for a program, as JSON can hold it; keys are those of `Finding.as_dict`."""
        return {
            "severity": "problem",
            "code": self.code,
            "papers": list(self.papers),
            "path": list(self.path),
            "where": self.where,
            "value": plain_value(self.value),
            "message": self.message,
            "clause": None,
        }


def shortened(value: object, limit: int = _LONGEST_VALUE_SHOWN) -> str:
    """The value as it can stand inside a one-line message: visible, single-line, not too long."""
    text = value if isinstance(value, str) else _shallow.repr(value)
    text = "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in text)
    if len(text) > limit:
        return f"{text[:limit]}…（共 {len(text)} 字）"
    return text


def plain_value(value: object) -> object:
    """The value as JSON can hold it: a number, a text or None; nothing longer than a few lines."""
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int) and not isinstance(value, Enum) and abs(value) < 2**53:
        return int(value)
    if isinstance(value, bytes | bytearray):
        return f"（{len(value):,} 位元組）"
    is_text = isinstance(value, str | date | Decimal | Enum | float)
    return shortened(str(value) if is_text else value, _LONGEST_PLAIN_VALUE)


def listed(values: Iterable[str], unit: str = "項", limit: int = _VALUES_SHOWN) -> str:
    """The first of the values with 、 between, and how many more there are."""
    rest = iter(values)
    shown = "、".join(islice(rest, limit))
    more = sum(1 for _ in rest)
    return f"{shown}…還有 {more:,} {unit}" if more else shown


def place(path: Sequence[str | int]) -> str:
    """Labels and indices as a reader counts: ("經費項目", 1, "單價") is 經費項目第 2 項「單價」."""
    words = [f"第 {step + 1} 項" if isinstance(step, int) else shortened(step) for step in path]
    if path and isinstance(path[-1], str):
        words[-1] = f"「{words[-1]}」"
    return "".join(words)


class JingjinError(Exception):
    """Base of all errors that a user of this library can cause and mend."""


class AmountError(JingjinError, ValueError):
    """A text or number that is not a whole, non-negative NT$ amount."""


class DateError(JingjinError, ValueError):
    """A text that is not a date, period or school year of the Republic of China calendar."""


class TimeInDateError(DateError):
    """A date with a time of day behind it, where only the date has a place."""


class SubsidyError(JingjinError, ValueError):
    """No subsidy rate is printed for this plan, school or 財力級次."""


class ProblemsError(JingjinError, ValueError):
    """Several problems found in one input; `problems` holds each, the message the first of them."""

    def __init__(self, subject: str, problems: Sequence[Problem]):
        self.subject = subject
        self.problems = tuple(problems)
        super().__init__(self._message())

    def as_dict(self) -> dict[str, object]:
        """All of it for a program, as JSON can hold it."""
        return _as_dict(self.subject, self.problems)

    def _message(self) -> str:
        if len(self.problems) == 1:
            return f"{self.subject}：{self.problems[0]}"
        shown = self.problems[:_PROBLEMS_SHOWN]
        lines = [f"  {n}. {problem}" for n, problem in enumerate(shown, 1)]
        if rest := self.problems[_PROBLEMS_SHOWN:]:
            lines.append(f"  …還有 {_counted(rest)}")
        return "\n".join([f"{self.subject}有 {len(self.problems):,} 個問題：", *lines])

    def __reduce__(self):  # type: ignore[no-untyped-def]
        return type(self), (self.subject, self.problems)


def _as_dict(subject: str, problems: Iterable[Problem]) -> dict[str, object]:
    return {"subject": subject, "problems": [problem.as_dict() for problem in problems]}


def _counted(problems: Sequence[Problem]) -> str:
    """How many places have these problems, in rows or items where each lies in one."""
    for unit, place_of in _UNITS:
        found = [place_of.search(problem.where) for problem in problems]
        if all(found):
            places = {match.string[: match.end()] for match in found if match}
            return f"{len(places):,} {unit}"
    return f"{len(problems):,} 個問題"


class FactsError(ProblemsError):
    """The facts given for a form cannot make that form."""


class TemplateError(ProblemsError):
    """A Word template that cannot be compiled: the subject is the file, each problem a place."""


class FillError(ProblemsError):
    """Values that a template asks for are missing, or cannot be printed in Word."""


class ReadingError(ProblemsError):
    """A filled file whose facts cannot be taken without a person looking at some of them."""


class DescriptionError(ProblemsError):
    """A description beside a tagged Word file that is not right; each problem names its line."""


class LayoutError(ProblemsError):
    """A layout source (how our own templates are written) that cannot be typeset."""


class FormNotFoundError(JingjinError, LookupError):
    """No form has this key or title, or more than one has."""


class RuleNotFoundError(JingjinError, LookupError):
    """No rule has this number."""


class ProgrammeError(JingjinError):
    """A programme or form of another package or folder that does not fit the house."""


class FileProblemError(JingjinError, OSError):
    """A file that cannot be read, is of an unknown kind, or exists already."""

    subject = "檔案"
    code = "file"
    """What is wrong, for a program: "file" unless `jingjin_forms.files.codes` has another."""

    def __init__(self, message: str, *, code: str = "", problems: Sequence[Problem] = ()):
        super().__init__(message)
        self.code = code or type(self).code
        self.problems = tuple(problems) or (Problem(self.subject, message, code=self.code),)
        """One of the whole file; or where in it, or in what was said of it, each thing is wrong."""

    def as_dict(self) -> dict[str, object]:
        """All of it for a program, as JSON can hold it; as `ProblemsError.as_dict`."""
        return _as_dict(self.subject, self.problems)


class FileThereError(FileProblemError, FileExistsError):
    """A file that exists already and may not be overwritten."""

    code = "exists"
