"""A folder on this machine as the place of a batch."""

import contextlib
import os
import stat
import zipfile
import zlib
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from threading import get_ident

from jingjin_forms.batch.places.aside import put_aside
from jingjin_forms.batch.places.beside import OPEN, first_there, put_in_place, with_suffix
from jingjin_forms.batch.places.identity import identity_of
from jingjin_forms.batch.places.targets import BROKEN, STAGED, Content, There
from jingjin_forms.batch.places.work_folder import LOCK, work_folder
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
    also: tuple[str, ...] = ()
    """Suffixes of what is to lie beside each Word file."""

    @contextmanager
    def opened(self) -> "Generator[LocalFolder]":
        """See `Target`."""
        folder = make_folder(Path(self.path))
        with work_folder(folder) as work:
            yield replace(self, work=os.fspath(work))

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
        temporary = self._temporary()
        try:
            write_temporary(temporary, content)
            try:
                if other := first_there(target, self.also):
                    raise FileExistsError(other)
                name_new(temporary, target)
            except FileExistsError as there:
                if not overwrite:
                    raise _taken(target, str(there)) from None
                os.replace(temporary, os.path.join(self.work, name))
                return STAGED
            return identity_of(target)
        except (OSError, ValueError) as error:
            remove(temporary)
            if isinstance(error, FileProblemError):
                raise
            raise not_written(Path(target), error) from None
        except BaseException:
            remove(temporary)
            raise

    def _temporary(self) -> str:
        return os.path.join(self.work, f"{os.getpid()}-{get_ident()}.tmp")

    def add(self, name: str, made: str, beside: Mapping[str, bytes]) -> str:
        """See `WithFormats`."""
        lines = [made]
        for suffix, content in beside.items():
            target = with_suffix(os.path.join(self.path, name), suffix)
            try:
                if made == STAGED:
                    write_temporary(with_suffix(os.path.join(self.work, name), suffix), content)
                else:
                    lines.append(f"{self._new(target, content)} {suffix}")
            except FileExistsError:
                self.remove(name, "\n".join(lines))
                raise existing(target) from None
            except (OSError, ValueError) as error:
                self.remove(name, "\n".join(lines))
                raise not_written(Path(target), error) from None
        return "\n".join(lines)

    def _new(self, target: str, content: bytes) -> str:
        """What tells a file that is made now; or was by a worker that was lost. Raises OSError."""
        temporary = self._temporary()
        try:
            write_temporary(temporary, content)
            name_new(temporary, target)
        except BaseException as error:
            remove(temporary)
            before = self.made_before(os.path.relpath(target, self.path), content)
            if not isinstance(error, FileExistsError) or before is None:
                raise
            return before
        return identity_of(target)

    def put_aside(self, name: str, aside: Mapping[str, bytes]) -> None:
        """See `WithFormats`."""
        for file, odt in aside.items():
            put_aside(self.work, os.path.join(name, file) if file else name, odt)

    def is_complete(self, name: str) -> bool:
        """See `WithFormats`."""
        return OPEN not in self.also or self.there(with_suffix(name, OPEN)) is There.SOMETHING

    def complete(self, name: str, content: Content) -> None:
        """See `WithFormats`."""
        target = os.path.join(self.path, name)
        for suffix, made in content.beside.items():
            self._complete(target, content.file, with_suffix(target, suffix), made)

    def _complete(self, word: str, as_made: bytes, target: str, content: bytes) -> None:
        """Put a file beside a Word file that is `as_made` today."""
        there = self.there(os.path.relpath(target, self.path))
        if there is There.BROKEN:
            raise FileProblemError(BROKEN.format(os.path.basename(target)))
        try:
            if there is There.SOMETHING or Path(word).read_bytes() != as_made:
                return
            if there is There.EMPTY:
                os.unlink(target)
            self._new(target, content)
        except FileExistsError:  # another batch was quicker
            return
        except (OSError, ValueError) as error:
            raise not_written(Path(target), error) from None

    def made_before(self, name: str, content: bytes) -> str | None:
        """See `Target`. Equal rows give equal bytes."""
        path = Path(self.path, name)
        with contextlib.suppress(OSError, ValueError):
            is_new = path.stat().st_mtime_ns >= os.stat(f"{self.work}/{LOCK}").st_mtime_ns
            if is_new and path.stat().st_size == len(content) and path.read_bytes() == content:
                return identity_of(os.fspath(path))
        return None

    def remove(self, name: str, made: str) -> None:
        """See `Target`."""
        if made == STAGED:
            path = os.path.join(self.work, name)
            for each in (path, *(with_suffix(path, suffix) for suffix in self.also)):
                remove(each)
            return
        path = os.path.join(self.path, name)
        for line in made.splitlines():
            identity, _, suffix = line.partition(" ")
            file = with_suffix(path, suffix) if suffix else path
            with contextlib.suppress(OSError):
                if identity_of(file) == identity:
                    os.unlink(file)

    def publish(self, name: str) -> None:
        """See `Target`."""
        target = os.path.join(self.path, name)
        new, kept = os.path.join(self.work, name), os.path.join(self.work, "old")
        try:
            put_in_place(new, target, self.also, kept)
        except OSError as error:
            raise not_written(Path(target), error) from None


_NOT_OF_IT = (
    "有「{}」而沒有「{}」，不知道它是不是舊的，這一列沒有產生；請先刪掉或移開它，或選擇覆寫。"
)


def _taken(target: str, there: str) -> FileProblemError:
    """The error for a name that is taken; or what would lie beside the file of it is there."""
    if os.path.lexists(target):
        return existing(target)
    return FileProblemError(_NOT_OF_IT.format(os.path.basename(there), os.path.basename(target)))


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
