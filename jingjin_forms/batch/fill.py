"""A table to files: in order and in bounded memory, here or wherever the executor runs."""

from collections.abc import Callable
from concurrent.futures import Executor
from contextlib import ExitStack, closing
from datetime import date
from os import PathLike, fspath
from pathlib import Path
from typing import Any, cast

from jingjin_forms.batch.job import Job, OnExists
from jingjin_forms.batch.local import LocalFolder
from jingjin_forms.batch.names import NAME, check_pattern, default_name
from jingjin_forms.batch.report import BatchReport
from jingjin_forms.batch.results import RowResult
from jingjin_forms.batch.rows_done import RowsDone
from jingjin_forms.batch.same_names import SameNames
from jingjin_forms.batch.targets import Target
from jingjin_forms.errors import FactsError, Problem
from jingjin_forms.forms.catalog import get_form
from jingjin_forms.forms.form import Form
from jingjin_forms.tables.reading import read_raw


def fill_many(
    form: type[Form] | str | PathLike[str],
    rows: Any,
    out: str | PathLike[str] | None,
    *,
    name: str = NAME,
    executor: Executor | None = None,
    on_exists: OnExists = "error",
    on: date | None = None,
    folder: str | PathLike[str] | None = None,
    progress: Callable[[RowResult], object] | None = None,
    report: BatchReport | None = None,
) -> BatchReport:
    """Fill the form once for every row and write the files into `out`.

    `rows` is a table file (.xlsx .xls .ods .csv .json .jsonl .yaml), an iterable of mappings or a
    DataFrame; `out` a folder or an fsspec URL, or None to check the rules only. `name` is the
    pattern of the file names: labels in braces, and {表名}, {編號}, {列}; a form without 學校名稱
    has {編號}_{表名}.docx. `on_exists` says what to
    do where a file exists: "skip" lets a batch that was stopped go on where it was. `executor` runs
    the rows elsewhere, any `concurrent.futures.Executor`. `on` is the day of handing in (see
    `Form.check`), `folder` where paths of photographs start: unless given, the table's own folder;
    rows that come from no file name no files without it.
    `progress` is called after each row; what it raises stops the batch, and what was done until
    then stands in `report`, which is filled row by row where one is given.

    A bad row stops no other and leaves no file; the report says what became of each. No file is
    overwritten that this batch has not made, but with "replace": then the old files are replaced
    when the whole table has been read, and two rows of one name leave theirs alone. Raises
    FactsError or FileProblemError for what is wrong with the table as a whole.
    """
    found = get_form(form)
    name = default_name(name, found)
    check_pattern(name, found)
    target = None if out is None else target_of(out)
    start = Path(folder) if folder is not None else _folder_of(rows)
    on = _checked_day(on)
    report = BatchReport() if report is None else report
    table = read_raw(rows, found)
    with ExitStack() as stack:
        opened = None if target is None else stack.enter_context(target.opened())
        job = Job(found, name, opened, on_exists, on, start)
        names = SameNames(report, opened)
        stack.callback(names.publish)
        results = stack.enter_context(closing(RowsDone(job, table, executor)))
        try:
            for done in results:
                names.note(done)
                if progress is not None:
                    progress(done.result)
        except BaseException:
            for done in results.under_way():
                names.note(done)
            raise
    return report


def target_of(out: str | PathLike[str]) -> Target:
    """The target that a path or URL names."""
    if isinstance(out, str) and "://" in out:
        from jingjin_forms.batch.remote import RemoteFolder

        return RemoteFolder(out.rstrip("/"))
    return LocalFolder(fspath(out))


def _checked_day(on: date | None) -> date | None:
    """The day or point of time of handing in. Raises FactsError for what is none."""
    if on is not None and not isinstance(on, date):  # pyright: ignore[reportUnnecessaryIsInstance]
        fault = "要是 Python 的日期，例如 date(2023, 3, 10)。"
        raise FactsError("送件的日子", [Problem("on", fault, on)])
    return on


def _folder_of(rows: Any) -> Path | None:
    """Where a table lies; rows that come from no file name none."""
    if isinstance(rows, str | PathLike):
        return Path(cast("str | PathLike[str]", rows)).parent
    return None
