"""The files of a batch in one .zip."""

import os
import zipfile
from datetime import date
from pathlib import Path

from jingjin_forms.batch.made_files import files_there
from jingjin_forms.batch.places.work_folder import work_folder
from jingjin_forms.batch.report.report import BatchReport
from jingjin_forms.errors import FileProblemError
from jingjin_forms.files.codes import NOT_WRITTEN
from jingjin_forms.files.dated import dated_entry, day_of_packing
from jingjin_forms.files.reasons import code_of, reason_of
from jingjin_forms.files.writing import existing, name_new, refuse_existing


def zip_files(
    report: BatchReport,
    folder: Path,
    target: Path,
    *,
    overwrite: bool = False,
    dated: date | None = None,
) -> Path:
    """Put every file of the batch that lies in `folder` into one archive, whole or not at all.

    Finished files are stored as they are, since they are compressed already. They are `dated` with
    a day (unless given today, see `day_of_packing`) without an hour: equal files give equal
    archives. Raises FileProblemError.
    """
    refuse_existing(target, overwrite=overwrite)
    day = dated or day_of_packing()
    try:
        with work_folder(target.parent) as work:
            written = os.fspath(work / "archive")
            _pack(report, folder, Path(written), day)
            if overwrite:
                os.replace(written, target)
            else:
                name_new(written, os.fspath(target))
    except FileExistsError:
        raise existing(target) from None
    except FileProblemError:
        raise
    except OSError as error:
        told, code = f"無法打包成「{target}」：{reason_of(error)}。", code_of(error, NOT_WRITTEN)
        raise FileProblemError(told, code=code) from None
    return target


def _pack(report: BatchReport, folder: Path, archive: Path, day: date) -> None:
    with archive.open("xb") as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as packed:
            for _, paths in files_there(report, folder):
                for path in paths:
                    name = path.relative_to(folder).as_posix()
                    packed.writestr(dated_entry(name, day), path.read_bytes())
        file.flush()
        os.fsync(file.fileno())
