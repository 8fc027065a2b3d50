"""What became of each row of a batch: kept on disk while it runs, so that memory stays flat."""

import json
import tempfile
import weakref
from array import array
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from io import SEEK_END, BytesIO
from os import PathLike
from pathlib import Path
from typing import IO, Any, NamedTuple

from jingjin_forms.errors import FileProblemError
from jingjin_forms.files.writing import write_file


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


@dataclass
class BatchReport:
    """All rows in order, and how many came to what."""

    counts: Counter[Outcome] = field(default_factory=Counter[Outcome])
    rows_with_errors: int = 0
    """Rows without a file, and rows whose findings say 錯誤."""
    _spool: IO[bytes] = field(default_factory=tempfile.TemporaryFile)
    _changed: dict[int, RowResult] = field(default_factory=dict[int, RowResult])
    """Rows that turned out otherwise after they were noted, by their place in the spool."""
    _starts: "array[int]" = field(default_factory=lambda: array("q"))
    """Where in the spool each row begins."""
    _end: int = 0
    _is_elsewhere: bool = False
    """Whether the spool was read since it was last written."""

    def __post_init__(self) -> None:
        weakref.finalize(self, self._spool.close)

    def __len__(self) -> int:
        return len(self._starts)

    def add(self, result: RowResult) -> int:
        """Note what became of the next row; its place."""
        if self._is_elsewhere:  # seeking would empty the buffer, row by row
            self._spool.seek(0, SEEK_END)
            self._is_elsewhere = False
        line = f"{_json(result)}\n".encode()
        self._starts.append(self._end)
        self._end += self._spool.write(line)
        self._count(result, 1)
        return len(self) - 1

    def fail(self, place: int, problem: str) -> RowResult:
        """A row noted before has failed after all; what it was before."""
        before = self._at(place)
        if problem in before.problems:
            return before
        after = before._replace(outcome=Outcome.FAILED, problems=(*before.problems, problem))
        self._count(before, -1)
        self._count(after, 1)
        self._changed[place] = after
        return before

    def __iter__(self) -> Iterator[RowResult]:
        """The rows in their order."""
        return map(self._at, range(len(self)))

    def _at(self, place: int) -> RowResult:
        if place in self._changed:
            return self._changed[place]
        self._spool.seek(self._starts[place])
        self._is_elsewhere = True
        return _read(self._spool.readline())

    def _count(self, result: RowResult, by: int) -> None:
        self.counts[result.outcome] += by
        if result.outcome is Outcome.FAILED or result.errors:
            self.rows_with_errors += by

    def summary(self) -> str:
        """One line for the terminal."""
        counts = self.counts
        parts = [f"{outcome} {counts[outcome]:,}" for outcome in Outcome if counts[outcome]]
        told = "、".join(parts) or "沒有資料"
        return f"共 {len(self):,} 列：{told}；有錯誤的 {self.rows_with_errors:,} 列。"

    def save(self, path: str | PathLike[str], *, overwrite: bool = False) -> Path:
        """Write the report as .json or .xlsx. Raises FileProblemError."""
        target = Path(path)
        if target.suffix.lower() == ".json":
            return write_file(target, self._as_json(), overwrite=overwrite)
        if target.suffix.lower() == ".xlsx":
            return write_file(target, self._workbook(), overwrite=overwrite)
        raise FileProblemError(f"「{target.name}」的副檔名要是 .json 或 .xlsx。")

    def _as_json(self) -> Iterator[bytes]:
        before = "["
        for result in self:
            yield f"{before}{_json(result._asdict())}".encode()
            before = ",\n"
        yield b"]\n" if before != "[" else b"[]\n"

    def _workbook(self) -> bytes:
        from openpyxl import Workbook

        book: Any = Workbook(write_only=True)
        sheet: Any = book.create_sheet("報告")
        sheet.append(["列", "編號", "檔案", "結果", "問題", "檢核"])
        for result in self:
            texts = [result.key, result.file, str(result.outcome)]
            told = ["\n".join(result.problems), "\n".join(result.findings)]
            sheet.append([result.number, *map(_cell, [*texts, *told])])
        out = BytesIO()
        book.save(out)
        return out.getvalue()


_LONGEST_CELL = 32_767  # characters, Excel's limit


def _cell(text: str) -> str:
    """A text that no spreadsheet takes for a formula, and that fits a cell."""
    if text.startswith(("=", "+", "-", "@")):
        text = f"'{text}"
    return text[:_LONGEST_CELL]


_json = json.JSONEncoder(ensure_ascii=False).encode


def _read(line: bytes) -> RowResult:
    number, key, file, outcome, problems, findings, errors = json.loads(line)
    told = tuple(problems), tuple(findings)
    return RowResult(number, key, file, Outcome(outcome), *told, errors)
