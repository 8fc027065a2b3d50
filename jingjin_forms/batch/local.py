"""A folder on this machine as the place of a batch."""

import contextlib
import os
import stat
import zipfile
import zlib
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import get_ident

from jingjin_forms.batch.targets import STAGED, There
from jingjin_forms.batch.work_folder import LOCK, work_folder
from jingjin_forms.errors import FileProblemError
from jingjin_forms.files.archives import ArchiveTooLargeError, open_archive
from jingjin_forms.files.writing import (
    existing,
    make_folder,
    name_new,
    not_written,
    remove,
    write_temporary,
)


@dataclass(frozen=True)
class LocalFolder:
    """A folder on this machine."""

    path: str
    work: str = ""
    """Where unfinished and staged files lie, while a batch runs."""

    @contextmanager
    def opened(self) -> "Generator[LocalFolder]":
        """See `Target`."""
        folder = make_folder(Path(self.path))
        with work_folder(folder) as work:
            yield LocalFolder(self.path, os.fspath(work))

    def there(self, name: str) -> There:
        """See `Target`."""
        path = os.path.join(self.path, name)
        try:
            status = os.stat(path)
        except (OSError, ValueError):
            return There.SOMETHING if os.path.lexists(path) else There.NOTHING
        return _looked_at(Path(path)) if stat.S_ISREG(status.st_mode) else There.SOMETHING

    def write(self, name: str, content: bytes, *, overwrite: bool) -> str:
        """See `Target`."""
        target = os.path.join(self.path, name)
        temporary = os.path.join(self.work, f"{os.getpid()}-{get_ident()}.tmp")
        try:
            write_temporary(temporary, content)
            try:
                name_new(temporary, target)
            except FileExistsError:
                if not overwrite:
                    raise existing(target) from None
                os.replace(temporary, os.path.join(self.work, name))
                return STAGED
            return _identity(target)
        except (OSError, ValueError) as error:
            remove(temporary)
            if isinstance(error, FileProblemError):
                raise
            raise not_written(Path(target), error) from None
        except BaseException:
            remove(temporary)
            raise

    def made_before(self, name: str, content: bytes) -> str | None:
        """See `Target`. Equal rows give equal bytes."""
        path = Path(self.path, name)
        with contextlib.suppress(OSError, ValueError):
            is_new = path.stat().st_mtime_ns >= os.stat(f"{self.work}/{LOCK}").st_mtime_ns
            if is_new and path.stat().st_size == len(content) and path.read_bytes() == content:
                return _identity(os.fspath(path))
        return None

    def remove(self, name: str, made: str) -> None:
        """See `Target`."""
        path = os.path.join(self.work if made == STAGED else self.path, name)
        with contextlib.suppress(OSError):
            if made in (STAGED, _identity(path)):
                os.unlink(path)

    def publish(self, name: str) -> None:
        """See `Target`."""
        target = os.path.join(self.path, name)
        try:
            os.replace(os.path.join(self.work, name), target)
        except OSError as error:
            raise not_written(Path(target), error) from None


def _identity(path: str) -> str:
    """Tells a file from one that has taken its place. No inode: some file systems invent them."""
    status = os.lstat(path)
    return f"{status.st_size}-{status.st_mtime_ns}"


_LITTLE = 1 << 16


def _looked_at(path: Path) -> There:
    try:
        with path.open("rb") as file:
            start = file.read(_LITTLE)
            if not start.strip(b"\0"):
                is_blank = all(
                    not piece.strip(b"\0") for piece in iter(lambda: file.read(_LITTLE), b"")
                )
                return There.EMPTY if is_blank else There.SOMETHING
        if not start.startswith(b"PK"):
            return There.SOMETHING
        with open_archive(path, f"「{path.name}」") as archive:
            return There.SOMETHING if archive.testzip() is None else There.BROKEN
    except (zipfile.BadZipFile, zlib.error, EOFError):
        return There.BROKEN
    except (ArchiveTooLargeError, OSError, RuntimeError, NotImplementedError):
        return There.SOMETHING  # too large or encrypted: not one that broke off
