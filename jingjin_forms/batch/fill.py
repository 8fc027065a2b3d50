"""A table to files: in order and in bounded memory, here or wherever the executor runs."""

from collections.abc import Callable
from concurrent.futures import Executor
from contextlib import ExitStack, closing
from datetime import date
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jingjin_forms.batch.arguments import day_of_handing_in, template_for, what_on_exists
from jingjin_forms.batch.job import Job, OnExists
from jingjin_forms.batch.kinds import kind_of
from jingjin_forms.batch.local import LocalFolder
from jingjin_forms.batch.names import NAME
from jingjin_forms.batch.packet_folders import PacketFolders
from jingjin_forms.batch.report import BatchReport
from jingjin_forms.batch.results import RowResult
from jingjin_forms.batch.rows_done import RowsDone
from jingjin_forms.batch.same_names import SameNames
from jingjin_forms.batch.targets import Target
from jingjin_forms.errors import FileProblemError
from jingjin_forms.files.handed import Source, StrPath, path_of
from jingjin_forms.forms.form import Form
from jingjin_forms.log import LOGGER
from jingjin_forms.packets.application import Application
from jingjin_forms.tables.reading import read_raw

if TYPE_CHECKING:
    from jingjin_forms.word import CompiledTemplate


def fill_many(
    form: type[Form] | type[Application] | StrPath,
    rows: Any,
    out: StrPath | None,
    *,
    name: str = NAME,
    executor: Executor | None = None,
    overwrite: bool = False,
    skip: bool = False,
    on_exists: OnExists | None = None,
    on: date | str | None = None,
    folder: StrPath | None = None,
    template: "CompiledTemplate | Source | None" = None,
    progress: Callable[[RowResult], object] | None = None,
    report: BatchReport | None = None,
) -> BatchReport:
    """Fill the form once for every row and write the files into `out`; of an application, by class
    or key (school_based/application), make the packet.

    `rows` is a table file (.xlsx .xls .ods .csv .json .jsonl .yaml), an iterable of records (as
    `Form.load` takes them) or a DataFrame; `out` a folder or an fsspec URL, or None to check the
    rules only. `name` is the pattern of the file names: labels or English names in braces, and
    {表名}, {編號}, {列}; a form without 學校名稱 has {編號}_{表名}.docx. A file that exists is an
    error of its row, unless one says `overwrite` or `skip`, which lets a batch that was stopped go
    on where it was. `on_exists` says the same in a word ("error", "skip", "overwrite"). `executor`
    runs the rows elsewhere, any `concurrent.futures.Executor`. `on` is the day of handing in (see
    `Form.check`), `folder` where paths of photographs start: unless given, the table's own folder;
    rows that come from no file name no files without it. `template` is one of your own: compiled,
    or what `compile_template` takes. A packet is a folder, called {學校}_{表名} unless said, or a
    .zip where the pattern ends so; one with a fact that cannot be read is not made. `progress` is
    called after each row; what it raises stops the batch, and what was done until then stands in
    `report`, which is filled row by row where one is given.

    A bad row stops no other and leaves no file; the report says what became of each. No file is
    overwritten that this batch has not made, but with `overwrite`: then the old files are replaced
    when the whole table has been read, and two rows of one name leave theirs alone. Raises
    FactsError or FileProblemError for what is wrong with the table as a whole.
    """
    kind = kind_of(form, template_for(template, executor))
    name = kind.pattern(name)
    what = what_on_exists(overwrite=overwrite, skip=skip, on_exists=on_exists)
    placed = _folders_in if kind.makes_folders(name) else target_of
    target = None if out is None else placed(out)
    start = path_of(folder, "資料夾") if folder is not None else _folder_of(rows)
    day = day_of_handing_in(on)
    report = BatchReport() if report is None else report
    report.folder = "" if out is None else str(out)
    table = read_raw(rows, kind.facts)
    with ExitStack() as stack:
        opened = None if target is None else stack.enter_context(target.opened())
        job = Job(kind, name, opened, what, day, start)
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
    LOGGER.info("批次 %s：%s", kind.key, report.summary())
    return report


def target_of(out: str | PathLike[str]) -> Target:
    """The target that a path or URL names."""
    if isinstance(out, str) and "://" in out:
        from jingjin_forms.batch.remote import RemoteFolder

        return RemoteFolder(out.rstrip("/"))
    return LocalFolder(str(path_of(out, "輸出的資料夾")))


def _folders_in(out: str | PathLike[str]) -> Target:
    """The target of packets that are folders. Raises FileProblemError for another machine."""
    if isinstance(out, str) and "://" in out:
        raise FileProblemError(
            f"每一份送件一個資料夾，只能寫在本機，不能是「{out}」；"
            '請讓每一份是一個壓縮檔，檔名樣式例如 "{學校}_{表名}.zip"。'
        )
    return PacketFolders(str(path_of(out, "輸出的資料夾")))


def _folder_of(rows: Any) -> Path | None:
    """Where a table lies; rows that come from no file name none."""
    if isinstance(rows, str | PathLike):
        return path_of(rows).parent
    return None
