"""The files that a batch has on disk: one a row, or those in the folder of its packet."""

from collections.abc import Iterator
from pathlib import Path

from jingjin_forms.batch.report.report import BatchReport
from jingjin_forms.batch.report.results import THERE, RowResult


def made_there(report: BatchReport, folder: Path) -> Iterator[tuple[RowResult, Path]]:
    """The rows that have made something, now or before, each with its file or folder."""
    for result in report:
        if result.outcome in THERE:
            yield result, folder / result.file


def files_there(report: BatchReport, folder: Path) -> Iterator[tuple[RowResult, list[Path]]]:
    """The rows that have files, written now or there before, each with its files by name.

    Raises OSError for a folder that cannot be read.
    """
    for result, path in made_there(report, folder):
        yield result, sorted(path.iterdir()) if path.is_dir() else [path]
