"""The files that a batch has on disk: one a row, or those in the folder of its packet."""

from collections.abc import Iterator
from pathlib import Path

from jingjin_forms.batch.report import BatchReport
from jingjin_forms.batch.results import Outcome, RowResult

_THERE = (Outcome.WRITTEN, Outcome.SKIPPED)


def files_there(report: BatchReport, folder: Path) -> Iterator[tuple[RowResult, list[Path]]]:
    """The rows that have files, written now or there before, each with its files by name.

    Raises OSError for a folder that cannot be read.
    """
    for result in report:
        if result.outcome in _THERE:
            path = folder / result.file
            yield result, sorted(path.iterdir()) if path.is_dir() else [path]
