"""Report and archive: looked at before the first row, and the report never lost."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from jingjin_forms.batch.merging import SUFFIXES as MERGED_SUFFIXES
from jingjin_forms.batch.report.report import REPORT_SUFFIXES, BatchReport
from jingjin_forms.errors import FileProblemError
from jingjin_forms.files.codes import ANOTHER_KIND, FOLDER
from jingjin_forms.files.names import alike
from jingjin_forms.files.writing import not_written, refuse_existing

_TRIES = 20
"""So many other batches may take the name of the report before this one does."""


def check_outputs(
    table: Path,
    out: str | None,
    report: Path | None,
    archive: Path | None,
    merged: Path | None = None,
    *,
    overwrite: bool,
) -> None:
    """Raise FileProblemError where `report`, `archive` or what all papers are `merged` into could
    not be written after the rows.

    `out` is the folder of the batch's files, which may hold them and need not be there yet; None
    where no files are made.
    """
    for option, target in (("--zip", archive), ("--merge", merged)):
        if target is not None and (out is None or "://" in out):
            where = "--check 不產生檔案" if out is None else f"檔案寫到「{out}」，不在本機"
            raise FileProblemError(f"{where}，不能與 {option} 一起用。")
    folder = None if out is None or "://" in out else Path(out)
    for option, path, suffixes in (
        ("--report", report, REPORT_SUFFIXES),
        ("--zip", archive, (".zip",)),
        ("--merge", merged, MERGED_SUFFIXES),
    ):
        if path is None:
            continue
        if path.suffix.lower() not in suffixes:
            told = f"{option}「{path}」的副檔名要是 {' 或 '.join(suffixes)}。"
            raise FileProblemError(told, code=ANOTHER_KIND)
        if _is_same(path, table):
            raise FileProblemError(f"{option}「{path}」就是名冊，請換一個檔名。")
        if os.path.isdir(path):
            told = f"{option}「{path}」是一個資料夾，請給檔名。"
            raise FileProblemError(told, code=FOLDER)
        refuse_existing(path, overwrite=overwrite)
        if folder is None or os.path.exists(folder) or not _is_same(path.parent, folder):
            _check_folder(path)


def save_report(
    report: BatchReport, table: Path, out: str | None, wanted: Path | None, *, overwrite: bool
) -> tuple[Path, FileProblemError | None]:
    """Where the report was written, and why not where it belongs, if so.

    It belongs to `wanted`, or beside the table under a name that no earlier report has. Where it
    cannot be written it goes to the folder of the batch's files, to the folder the command was
    given in, or to the temporary folder; as .json where .xlsx cannot be made. Raises
    FileProblemError where none of them takes it.
    """
    fault: FileProblemError | None = None
    if wanted is not None:
        try:
            return report.save(wanted, overwrite=overwrite), None
        except FileProblemError as error:
            fault = error
    for folder in _folders(table, out):
        for suffix in (".xlsx", ".json"):
            try:
                _check_folder(folder / table.stem)
                return _saved_beside(report, folder, table.stem, suffix), fault
            except FileProblemError as error:
                fault = fault or error
    raise fault or FileProblemError("報告沒有地方可以寫。")


def _folders(table: Path, out: str | None) -> Iterator[Path]:
    yield table.parent
    if out is not None and "://" not in out:
        yield Path(out)
    yield Path()
    try:
        yield Path(tempfile.gettempdir())
    except OSError:
        return


def _saved_beside(report: BatchReport, folder: Path, stem: str, suffix: str) -> Path:
    number, tries = 1, _TRIES
    while True:
        path = folder / f"{stem}_報告{number}{suffix}"
        if not os.path.lexists(path):
            try:
                return report.save(path, overwrite=False)
            except FileProblemError:
                tries -= 1
                if not tries or not os.path.lexists(path):  # else another batch was quicker
                    raise
        number += 1


def _check_folder(path: Path) -> None:
    """Try whether a file can be made where `path` is to be."""
    try:
        with tempfile.TemporaryFile(dir=path.parent):
            pass
    except (OSError, ValueError) as error:
        raise not_written(path, error) from None


def _is_same(one: Path, other: Path) -> bool:
    """Whether both are one file, by whatever names."""
    try:
        return os.path.samefile(one, other)
    except (OSError, ValueError):  # one of them is not there
        return alike(os.path.realpath(one)) == alike(os.path.realpath(other))
