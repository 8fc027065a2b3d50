"""Opening a zip (.docx, .xlsx, .ods) that may be broken, encrypted or a bomb.

    with open_archive(path, "「表.docx」") as archive:
        archive.read("word/document.xml")

What an archive says that it holds is added up before anything of it is unpacked; `zipfile` never
unpacks more of a part than the archive says.
"""

import zipfile
from collections.abc import Generator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

from jingjin_forms.errors import FileProblemError

MOST_BYTES = 100_000_000
"""Unpacked. The largest real form file seen holds 9 MB, a roster of 100,000 rows 60 MB."""
MOST_PARTS = 65_535
"""More than this an archive can say only in the zip64 way, which Word does not take."""


class ArchiveTooLargeError(FileProblemError):
    """An archive that unpacks to more than this library takes."""


@contextmanager
def open_archive(source: Path | bytes, name: str) -> Generator[zipfile.ZipFile]:
    """The archive, once it is known to be of bearable size.

    Raises ArchiveTooLargeError, or what `zipfile` raises for a file that it cannot read. `name` is
    what messages call it, with its brackets.
    """
    with zipfile.ZipFile(BytesIO(source) if isinstance(source, bytes) else source) as archive:
        entries = archive.infolist()
        size = sum(entry.file_size for entry in entries)
        if size > MOST_BYTES:
            raise ArchiveTooLargeError(
                f"{name}解開後有 {size / 1e6:,.0f} MB，超過 {MOST_BYTES // 1_000_000} MB，沒有讀；"
                "請確認檔案來源，或把裡面的圖片縮小。"
            )
        if len(entries) > MOST_PARTS:
            raise ArchiveTooLargeError(
                f"{name}裡有 {len(entries):,} 個檔案，超過 {MOST_PARTS:,} 個，沒有讀；"
                "請確認檔案來源。"
            )
        yield archive
