"""The files of a batch in one .zip."""

import os
import zipfile
from pathlib import Path

from jingjin_forms.batch.report import BatchReport, Outcome
from jingjin_forms.errors import FileProblemError

_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # so that equal files give equal archives
_THERE = (Outcome.WRITTEN, Outcome.SKIPPED)


def zip_files(report: BatchReport, folder: Path, target: Path, *, overwrite: bool = False) -> Path:
    """Put every file of the batch that lies in `folder` into one archive, whole or not at all.

    Finished files are stored as they are: they are compressed already. Raises FileProblemError.
    """
    if target.exists() and not overwrite:
        how = "要覆寫請明說：overwrite=True，命令列用 --overwrite"
        raise FileProblemError(f"「{target}」已經存在，沒有覆寫。{how}。")
    temporary = target.with_name(f".{target.name[:40]}.{os.getpid()}.tmp")
    try:
        with zipfile.ZipFile(temporary, "w", zipfile.ZIP_STORED) as archive:
            for result in report:
                if result.outcome in _THERE:
                    content = (folder / result.file).read_bytes()
                    archive.writestr(zipfile.ZipInfo(result.file, _LONG_AGO), content)
        os.replace(temporary, target)
    except OSError as error:
        reason = error.strerror or error
        raise FileProblemError(f"無法打包成「{target}」：{reason}。") from None
    finally:
        temporary.unlink(missing_ok=True)
    return target
