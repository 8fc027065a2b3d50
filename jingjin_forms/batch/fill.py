"""A table to files: in order and in bounded memory, here or wherever the executor runs."""

import unicodedata
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from datetime import date
from itertools import islice
from os import PathLike
from pathlib import Path
from typing import Any, cast

from jingjin_forms.batch.job import Job, OnExists, check_pattern, do_rows
from jingjin_forms.batch.report import BatchReport, Outcome, RowResult
from jingjin_forms.batch.targets import Target, target_of
from jingjin_forms.forms.catalog import get_form
from jingjin_forms.forms.form import Form
from jingjin_forms.tables.raw_rows import RawRow
from jingjin_forms.tables.reading import read_raw
from jingjin_forms.tables.rows import TableRow

NAME = "{學校名稱}_{表名}.docx"
_ROWS_AT_ONCE = 100
_CHUNKS_AHEAD = 8
"""How many chunks are with the workers at a time: enough to keep them busy, few enough to hold."""


def fill_many(
    form: type[Form] | str,
    rows: Any,
    out: str | PathLike[str] | None,
    *,
    name: str = NAME,
    executor: Executor | None = None,
    on_exists: OnExists = "error",
    on: date | None = None,
    folder: str | PathLike[str] | None = None,
    progress: Callable[[RowResult], object] | None = None,
) -> BatchReport:
    """Fill the form once for every row and write the files into `out`.

    `rows` is a table file (.xlsx .xls .ods .csv .json .jsonl .yaml), an iterable of mappings or a
    DataFrame; `out` a folder or an fsspec URL, or None to check the rules only. `name` is the
    pattern of the file names: labels in braces, and {表名}, {編號}, {列}. `on_exists` says what to
    do where a file exists: "skip" lets a batch that was stopped go on where it was. `executor` runs
    the rows elsewhere, any `concurrent.futures.Executor`. `on` is the day of handing in (see
    `Form.check`), `folder` where paths of photographs start (the table's own folder unless given).
    `progress` is called after each row.

    A bad row stops no other and leaves no file; the report says what became of each. Raises
    FactsError or FileProblemError for what is wrong with the table as a whole.
    """
    found = get_form(form) if isinstance(form, str) else form
    check_pattern(name, found)
    target = None if out is None else target_of(out)
    start = Path(folder) if folder is not None else _folder_of(rows)
    job = Job(found.key, name, target, on_exists, on, start)
    table = read_raw(rows, found)
    if target is not None:
        target.prepare()
    report, names = BatchReport(), _Names(target)
    for result in _results(job, table, executor):
        names.note(report, result)
        if progress is not None:
            progress(result)
    return report


def _folder_of(rows: Any) -> Path:
    if isinstance(rows, str | PathLike):
        return Path(cast("str | PathLike[str]", rows)).parent
    return Path()


def _results(
    job: Job, table: Iterator[TableRow | RawRow], executor: Executor | None
) -> Iterator[RowResult]:
    """What became of the rows, in their order."""
    if executor is None:
        for row in table:
            yield from do_rows(job, [row])
        return
    waiting: deque[Future[list[RowResult]]] = deque()
    while chunk := list(islice(table, _ROWS_AT_ONCE)):
        waiting.append(executor.submit(do_rows, job, chunk))
        if len(waiting) >= _CHUNKS_AHEAD:
            yield from waiting.popleft().result()
    while waiting:
        yield from waiting.popleft().result()


class _Names:
    """Which row has written which file, to find two that would write the same."""

    def __init__(self, target: Target | None) -> None:
        self._target = target
        self._first: dict[int, int] = {}
        """Place in the report by name; hashes, since a hundred thousand names weigh much more."""

    def note(self, report: BatchReport, result: RowResult) -> None:
        """Add the result; where its name was taken, neither row has a file."""
        place = report.add(result)
        if not result.file:
            return
        key = hash(unicodedata.normalize("NFC", result.file).casefold())
        first = self._first.setdefault(key, place)
        if first == place:
            return
        remedy = "兩列都沒有產生；請在檔名樣式加上 {編號} 等欄位"
        message = f"與另一列同名（{result.file}），{remedy}。"
        before = report.fail(first, message)
        report.fail(place, message)
        if self._target is not None and Outcome.WRITTEN in (before.outcome, result.outcome):
            self._target.remove(result.file)
