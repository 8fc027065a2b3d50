"""One thing that lint has found in a template."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from jingjin_forms.checks.finding import Severity
from jingjin_forms.errors import plain_value
from jingjin_forms.word.docx.location import Place

_table = re.compile(
    r"^(?P<part>.*?) ?表格 (?P<table>\d+) 第 (?P<row>\d+) 列(?:第 (?P<column>\d+) 欄)?"
)
_paragraph = re.compile(r"^(?P<part>.*?) ?第 (?P<paragraph>\d+) 段")
_line = re.compile(r"^(?P<part>.*?\.ya?ml) 第 (?P<line>\d+) 行")
_NUMBERS = ("table", "row", "column", "paragraph", "line")


@dataclass(frozen=True, slots=True)
class Remark:
    """A fault (錯誤) that keeps the template from being filled, or a doubt (提醒)."""

    severity: Severity
    code: str
    """What it is, for a program: one of the codes of `CHECKS`."""
    where: str
    """本文 表格 1 第 2 列第 3 欄; a line of the description: 我的表.yaml 第 3 行; or the file."""
    message: str
    """What is wrong, and what to do about it."""
    tag: str = ""
    """The tag as it is typed, where it is about one."""
    path: tuple[str | int, ...] = ()
    """The labels of the fact that it is about, as far as they are certain; of a description the
    keys, and indexes from 0."""
    value: object = field(default=None, compare=False)
    """What stands there and should not; the tag, where it is nothing else."""

    @property
    def place(self) -> dict[str, str | int]:
        """`where` for a program: part, table, row, column, paragraph, counted from 1."""
        return place_in(self.where)

    def as_dict(self) -> dict[str, object]:
        """The remark for a program, as JSON can hold it: the keys of `Finding.as_dict`, with the
        numbers of the place and the tag."""
        return {
            "severity": self.severity.name.lower(),
            "code": self.code,
            "path": list(self.path),
            "where": self.where,
            **self.place,
            "tag": self.tag,
            "value": plain_value(self.value if self.value is not None else self.tag or None),
            "message": self.message,
            "clause": None,
        }

    def __str__(self) -> str:
        tag = f"{self.tag} " if self.tag and self.tag not in self.message else ""
        return f"[{self.severity}] {self.where}：{tag}{self.message}"


def place_in(where: str) -> dict[str, str | int]:
    """Part, table, row, column and paragraph of a place as messages write it."""
    found = _table.match(where) or _paragraph.match(where) or _line.match(where)
    if found is None:
        return {"part": where}
    named = {key: value for key, value in found.groupdict().items() if value is not None}
    return {key: int(value) if key in _NUMBERS else value for key, value in named.items()}


def error(code: str, where: Place | str, message: str, tag: str = "", **more: Any) -> Remark:
    """What keeps the template from being filled, or prints something wrong for certain. `more` is
    its path and value."""
    return Remark(Severity.ERROR, code, str(where), message, tag, **more)


def doubt(code: str, where: Place | str, message: str, tag: str = "", **more: Any) -> Remark:
    """What may be meant so."""
    return Remark(Severity.WARNING, code, str(where), message, tag, **more)


def is_error(remark: Remark) -> bool:
    """Whether the template cannot be used as it is."""
    return remark.severity is Severity.ERROR


def remarks_json(remarks: Iterable[Remark]) -> str:
    """A list of objects: `code`, `path` and the numbers of the place are what a program goes by."""
    return json.dumps([remark.as_dict() for remark in remarks], ensure_ascii=False, indent=2)
