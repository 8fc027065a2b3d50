"""The files of a batch in one .zip."""

import os
import zipfile
from pathlib import Path

from jingjin_forms.batch.report import BatchReport, Outcome
from jingjin_forms.errors import FileProblemError
from jingjin_forms.files.writing import refuse_existing

_THERE = (Outcome.WRITTEN, Outcome.SKIPPED)


def zip_files(report: BatchReport, folder: Path, target: Path, *, overwrite: bool = False) -> Path:
    """Put every file of the batch that lies in `folder` into one archive, whole or not at all.

    Finished files are stored as they are, since they are compressed already, and without the time
    of day: equal files give equal archives. Raises FileProblemError.
    """
    refuse_existing(target, overwrite=overwrite)
    temporary = target.with_name(f".{target.name[:40]}.{os.getpid()}.tmp")
    try:
        with zipfile.ZipFile(temporary, "w", zipfile.ZIP_STORED) as archive:
            for result in report:
                if result.outcome in _THERE:
                    content = (folder / result.file).read_bytes()
                    archive.writestr(zipfile.ZipInfo(result.file), content)
        os.replace(temporary, target)
    except OSError as error:
        reason = error.strerror or error
        raise FileProblemError(f"無法打包成「{target}」：{reason}。") from None
    finally:
        temporary.unlink(missing_ok=True)
    return target
