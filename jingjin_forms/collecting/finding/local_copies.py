"""Files inside archives, unpacked one at a time into a folder that goes when all is read."""

import os
import shutil
import tempfile
import zipfile
import zlib
from contextlib import suppress
from lzma import LZMAError
from pathlib import Path
from types import TracebackType
from typing import Self

from jingjin_forms.collecting.finding.found import Source
from jingjin_forms.errors import FileProblemError
from jingjin_forms.files.names import safe_name
from jingjin_forms.files.reasons import reason_of
from jingjin_forms.files.writing import remove

_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, LZMAError, EOFError),
    *(RuntimeError, NotImplementedError, ValueError, LookupError),
)
"""What `zipfile` raises of a damaged or oddly packed file."""


class LocalCopies:
    """Where a source lies on disk; an archive stays open while its files are asked for."""

    def __init__(self) -> None:
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._archive: zipfile.ZipFile | None = None
        self._opened: Path | None = None
        self._count = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._archive is not None:
            self._archive.close()
        if self._folder is not None:
            self._folder.cleanup()

    def path_of(self, source: Source) -> Path:
        """The file, unpacked where it lies in an archive. Raises FileProblemError."""
        if source.fault:
            raise FileProblemError(source.fault)
        if source.member is None:
            return source.path
        try:
            return self._unpacked(source, source.member)
        except _BROKEN:
            raise FileProblemError(
                f"「{source.name}」在壓縮檔裡已損壞：請重新下載或重新壓縮，或解壓縮後給資料夾。"
            ) from None
        except OSError as error:
            raise FileProblemError(f"無法解開「{source.name}」：{reason_of(error)}。") from None

    def done(self, source: Source, path: Path) -> None:
        """The file has been read: what was unpacked goes."""
        if source.member is not None:
            remove(os.fspath(path))
            with suppress(OSError):
                path.parent.rmdir()

    def _unpacked(self, source: Source, member: int) -> Path:
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(
                prefix="jingjin-", ignore_cleanup_errors=True
            )
        if self._archive is None or self._opened != source.path:
            if self._archive is not None:
                self._archive.close()
            self._archive, self._opened = zipfile.ZipFile(source.path), source.path
        self._count += 1
        own = Path(self._folder.name, str(self._count))  # two files may have one name
        own.mkdir()
        path = own / safe_name(source.name.rpartition("/")[2])
        entry = self._archive.infolist()[member]
        with self._archive.open(entry) as packed, path.open("xb") as file:
            shutil.copyfileobj(packed, file)
        return path
