"""The rows of a table through an executor into a target, and what goes beside their files."""

from collections.abc import Callable, Generator
from concurrent.futures import Executor
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from datetime import date
from os import PathLike
from pathlib import Path
from typing import Any

from jingjin_forms.batch.also.conversions import Conversions, Progress
from jingjin_forms.batch.job import Job, OnExists
from jingjin_forms.batch.kinds import Kind
from jingjin_forms.batch.places.beside import OPEN, PDF
from jingjin_forms.batch.places.local import LocalFolder
from jingjin_forms.batch.places.packet_folders import PacketFolders
from jingjin_forms.batch.places.targets import Target
from jingjin_forms.batch.report.report import BatchReport
from jingjin_forms.batch.report.results import RowResult
from jingjin_forms.batch.rows_done import RowsDone
from jingjin_forms.batch.same_names import SameNames
from jingjin_forms.errors import FileProblemError
from jingjin_forms.files.handed import StrPath, path_of
from jingjin_forms.log import LOGGER
from jingjin_forms.tables.reading import read_raw


@dataclass(frozen=True)
class Filling:
    """What a batch is to do; see `fill_many`."""

    kind: Kind
    rows: Any
    out: StrPath | None
    name: str
    """The pattern, which suits the kind."""
    on_exists: OnExists
    on: date | None
    folder: StrPath | None
    executor: Executor | None
    also: tuple[str, ...] = ()
    merged: str = ""
    """The suffix of the file that all papers are put into when they are made; blank for none."""
    converted: Progress = lambda _: None
    """Called for each file that LibreOffice has made while rows were filled."""

    @contextmanager
    def begun(
        self, report: BatchReport, progress: Callable[[RowResult], object] | None
    ) -> Generator[Conversions]:
        """All rows are done when the block begins; what was converted in the meantime is there, and
        `finish` of what the block gets converts the rest."""
        report.folder = "" if self.out is None else str(self.out)
        table = read_raw(self.rows, self.kind.facts)
        conversions = Conversions(report, Path(report.folder), self.also, self.converted)
        with ExitStack() as stack:
            target = None if self.out is None else self._target(self.out)
            opened = None if target is None else stack.enter_context(target.opened())
            formats = None
            if (self.also or self._aside) and isinstance(opened, LocalFolder):
                formats, conversions.work = opened, opened.work
            start = _folder_of(self.rows) if self.folder is None else path_of(self.folder, "資料夾")
            job = Job(
                *(self.kind, self.name, opened, self.on_exists, self.on, start),
                also=self.also,
                aside=self._aside,
                formats=formats,
            )
            names = SameNames(report, opened, conversions.forget)
            try:
                _do_rows(RowsDone(job, table, self.executor), names, conversions, progress)
            finally:
                names.publish()
            LOGGER.info("批次 %s：%s", self.kind.key, report.summary())
            yield conversions

    @property
    def _aside(self) -> bool:
        """Whether papers are filled as .odt too, which nobody has asked for."""
        if PDF in self.also:
            return OPEN not in self.also  # else it is made of what lies beside
        return self.merged == PDF

    def _target(self, out: StrPath) -> Target:
        if self.kind.makes_folders(self.name):
            return _folders_in(out, self.also)
        return target_of(out, self.also)


def _do_rows(
    rows: RowsDone,
    names: SameNames,
    conversions: Conversions,
    progress: Callable[[RowResult], object] | None,
) -> None:
    with closing(rows) as results:
        try:
            for done in results:
                names.note(done)
                conversions.go_on()
                if progress is not None:
                    progress(done.result)
        except BaseException:
            for done in results.under_way():
                names.note(done)
            raise


def target_of(out: str | PathLike[str], also: tuple[str, ...] = ()) -> Target:
    """The target that a path or URL names."""
    if isinstance(out, str) and "://" in out:
        from jingjin_forms.batch.places.remote import RemoteFolder

        return RemoteFolder(out.rstrip("/"))
    return LocalFolder(str(path_of(out, "輸出的資料夾")), also=also)


def _folders_in(out: str | PathLike[str], also: tuple[str, ...]) -> Target:
    """The target of packets that are folders. Raises FileProblemError for another machine."""
    if isinstance(out, str) and "://" in out:
        raise FileProblemError(
            f"每一份送件一個資料夾，只能寫在本機，不能是「{out}」；"
            '請讓每一份是一個壓縮檔，檔名樣式例如 "{學校}_{表名}.zip"。'
        )
    return PacketFolders(str(path_of(out, "輸出的資料夾")), also=also)


def _folder_of(rows: Any) -> Path | None:
    """Where a table lies; rows that come from no file name none."""
    if isinstance(rows, str | PathLike):
        return path_of(rows).parent
    return None
