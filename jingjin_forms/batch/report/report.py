"""What became of each row of a batch: kept on disk while it runs, so that memory stays flat."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from os import PathLike
from pathlib import Path
from typing import Any

from jingjin_forms.batch.report.results import Detail, Outcome, RowResult
from jingjin_forms.batch.report.spool import Spool
from jingjin_forms.errors import FileProblemError
from jingjin_forms.files.codes import ANOTHER_KIND
from jingjin_forms.files.handed import path_of
from jingjin_forms.files.writing import write_file


@dataclass
class BatchReport:
    """All rows in order, and how many came to what."""

    counts: Counter[Outcome] = field(default_factory=Counter[Outcome])
    rows_with_errors: int = 0
    """Rows without a file, and rows whose findings say 錯誤."""
    folder: str = ""
    """Where the files lie: a folder or URL; blank where none were made."""
    missing: list[str] = field(default_factory=list[str])
    """What was wanted beside the files (`also`) and could not be made, a sentence each."""
    _spool: Spool = field(default_factory=Spool)
    _changed: dict[int, RowResult] = field(default_factory=dict[int, RowResult])
    """Rows that turned out otherwise after they were noted, by their place in the spool."""

    def __len__(self) -> int:
        return len(self._spool)

    def add(self, result: RowResult, made: str = "") -> int:
        """Note what became of the next row, and what was made for it; its place."""
        # A lone surrogate, which a table can hold, is no character of UTF-8.
        place = self._spool.add(_json((*result, made)).encode(errors="surrogatepass"))
        self._count(result, 1)
        return place

    def fail(self, place: int, problem: str, code: str) -> None:
        """A row noted before has failed after all, and its file is gone."""
        before = self.at(place)
        if problem in before.problems:
            return
        told = (*before.problems, problem)
        details = (*before.details, Detail("problem", code, sheet=before.sheet, row=before.number))
        after = before._replace(outcome=Outcome.FAILED, problems=told, details=details)
        self._count(before, -1)
        self._count(after, 1)
        self._changed[place] = after

    def at(self, place: int) -> RowResult:
        """The row at a place."""
        return self._changed.get(place) or _read(self._spool[place])[0]

    def made(self, place: int) -> str:
        """What was made for the row at a place and is still there."""
        return "" if place in self._changed else _read(self._spool[place])[1]

    def __iter__(self) -> Iterator[RowResult]:
        """The rows in their order."""
        return map(self.at, range(len(self)))

    def _count(self, result: RowResult, by: int) -> None:
        self.counts[result.outcome] += by
        if result.outcome is Outcome.FAILED or result.errors:
            self.rows_with_errors += by

    def __repr__(self) -> str:
        return f"<BatchReport {self.summary()}>"

    def _repr_html_(self) -> str:
        """How a notebook shows the report: the rows that need somebody first, not all of many."""
        from jingjin_forms.batch.report.as_html import report_html

        return report_html(self)

    def summary(self) -> str:
        """One line for the terminal."""
        counts = self.counts
        parts = [f"{outcome} {counts[outcome]:,}" for outcome in Outcome if counts[outcome]]
        told = "、".join(parts) or "沒有資料"
        return f"共 {len(self):,} 列：{told}；有錯誤的 {self.rows_with_errors:,} 列。"

    def save(self, path: str | PathLike[str], *, overwrite: bool = True) -> Path:
        """Write the report as .xlsx, .html, .csv or .json, and wait until it is on the disk.

        A file that is there is replaced in one step. Raises FileProblemError, and without
        `overwrite`, where the file exists, one that is a FileExistsError too.
        """
        target = path_of(path, "報告")
        suffix = target.suffix.lower()
        if suffix not in REPORT_SUFFIXES:
            known = " 或 ".join(REPORT_SUFFIXES)
            raise FileProblemError(f"「{target.name}」的副檔名要是 {known}。", code=ANOTHER_KIND)
        content = self._content(suffix, target.parent)
        return write_file(target, content, overwrite=overwrite, durable=True)

    def _content(self, suffix: str, folder: Path) -> bytes | Iterator[bytes]:
        """The report as it lies in `folder`, from which its links lead."""
        from jingjin_forms.batch.report import as_csv, as_page, as_workbook
        from jingjin_forms.batch.report.links import Links

        if suffix == ".json":
            return self._as_json()
        if suffix == ".csv":
            return as_csv.csv_lines(self)
        links = Links(self.folder, folder)
        if suffix == ".html":
            return as_page.page(self, self.summary(), links)
        return as_workbook.workbook(self, links)

    def _as_json(self) -> Iterator[bytes]:
        before = "["
        for result in self:
            # What UTF-8 cannot hold becomes \ud800, as JSON writes it.
            yield f"{before}{_json(result.as_dict())}".encode(errors="backslashreplace")
            before = ",\n"
        yield b"]\n" if before != "[" else b"[]\n"


REPORT_SUFFIXES = (".xlsx", ".html", ".csv", ".json")
_json = json.JSONEncoder(ensure_ascii=False).encode


def _read(line: bytes) -> tuple[RowResult, str]:
    number, key, file, outcome, problems, findings, errors, details, *whose, made = json.loads(line)
    told = tuple(problems), tuple(findings), errors, tuple(map(_detail, details))
    return RowResult(number, key, file, Outcome(outcome), *told, *whose), made


def _detail(kept: list[Any]) -> Detail:
    severity, code, path, *rest = kept
    return Detail(severity, code, tuple(path), *rest)
