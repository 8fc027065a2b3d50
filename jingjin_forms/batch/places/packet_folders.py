"""Packets as folders of this machine: what is written under a name is a .zip, which is unpacked.

A folder gets its name whole, in one step. Where one of that name is there and is to be replaced,
its files are replaced one by one: what else somebody has put there, a signed page, stays.
"""

import contextlib
import os
import shutil
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from threading import get_ident

from jingjin_forms.batch.places.beside import OPEN, WORD, put_in_place, with_suffix, word_files
from jingjin_forms.batch.places.identity import identity_of
from jingjin_forms.batch.places.local import LocalFolder
from jingjin_forms.batch.places.targets import STAGED, Content, There
from jingjin_forms.batch.places.work_folder import LOCK
from jingjin_forms.errors import FileProblemError
from jingjin_forms.files.writing import existing, not_written, write_temporary


class PacketFolders(LocalFolder):
    """A folder that has a folder for each packet."""

    def there(self, name: str) -> There:
        """See `Target`. A folder stands for its files."""
        path = Path(self.path, name)
        if not path.is_dir():
            return There.SOMETHING if os.path.lexists(path) else There.NOTHING
        found = {super(PacketFolders, self).there(f"{name}/{file}") for file in os.listdir(path)}
        if found & {There.BROKEN, There.EMPTY}:
            return There.BROKEN
        return There.SOMETHING if found else There.EMPTY

    def write(self, name: str, content: bytes, *, overwrite: bool) -> str:
        """See `Target`."""
        target = Path(self.path, name)
        new = Path(self.work, f"{os.getpid()}-{get_ident()}.new")
        try:
            _unpack(content, new)
            if not os.path.lexists(target) or _is_empty(target):
                os.replace(new, target)  # fails where another was quicker
                return _made(target)
            if not overwrite:
                raise existing(target)
            if not target.is_dir():
                raise NotADirectoryError(target)
            os.replace(new, Path(self.work, name))
            return STAGED
        except (OSError, ValueError) as error:
            shutil.rmtree(new, ignore_errors=True)
            if isinstance(error, FileProblemError):
                raise
            if os.path.lexists(target) and not overwrite:
                raise existing(target) from None
            raise not_written(target, error) from None
        except BaseException:
            shutil.rmtree(new, ignore_errors=True)
            raise

    def made_before(self, name: str, content: bytes) -> str | None:
        """See `Target`. Equal rows give equal bytes."""
        path = Path(self.path, name)
        with contextlib.suppress(OSError, ValueError):
            is_new = path.stat().st_mtime_ns >= os.stat(f"{self.work}/{LOCK}").st_mtime_ns
            with zipfile.ZipFile(BytesIO(content)) as archive:
                wanted = {file: archive.read(file) for file in archive.namelist()}
            if is_new and wanted == {file.name: file.read_bytes() for file in path.iterdir()}:
                return _made(path)
        return None

    def is_complete(self, name: str) -> bool:
        """See `WithFormats`."""
        return OPEN not in self.also or all(
            self.there(f"{name}/{with_suffix(word.name, OPEN)}") is There.SOMETHING
            for word in word_files(Path(self.path, name))
        )

    def complete(self, name: str, content: Content) -> None:
        """See `WithFormats`."""
        folder = os.path.join(self.path, name)
        with zipfile.ZipFile(BytesIO(content.file)) as archive:
            made = {file: archive.read(file) for file in archive.namelist()}
        for file, word in made.items():
            odt = with_suffix(file, OPEN)
            if file.endswith(WORD) and odt in made and os.path.lexists(f"{folder}/{file}"):
                self._complete(f"{folder}/{file}", word, f"{folder}/{odt}", made[odt])

    def remove(self, name: str, made: str) -> None:
        """See `Target`."""
        if made == STAGED:
            shutil.rmtree(os.path.join(self.work, name), ignore_errors=True)
            return
        folder = Path(self.path, name)
        for line in made.splitlines():
            identity, _, file = line.partition(" ")
            with contextlib.suppress(OSError):
                if identity_of(folder / file) == identity:
                    os.unlink(folder / file)
        with contextlib.suppress(OSError):
            folder.rmdir()  # but for what others have put there

    def publish(self, name: str) -> None:
        """See `Target`."""
        new, target = Path(self.work, name), Path(self.path, name)
        try:
            for file in word_files(new):
                kept = os.path.join(self.work, "old")
                put_in_place(os.fspath(file), os.fspath(target / file.name), self.also, kept)
            for file in sorted(os.listdir(new)):
                os.replace(new / file, target / file)
        except OSError as error:
            raise not_written(target, error) from None


def _unpack(content: bytes, folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)  # left by a row that was broken off
    folder.mkdir()
    with zipfile.ZipFile(BytesIO(content)) as archive:
        for name in archive.namelist():
            write_temporary(os.fspath(folder / name), archive.read(name))


def _is_empty(path: Path) -> bool:
    return path.is_dir() and not os.listdir(path)


def _made(folder: Path) -> str:
    """The files of a folder, each with what tells it from one that has taken its place."""
    return "\n".join(_lines(folder))


def _lines(folder: Path) -> Iterator[str]:
    for file in sorted(os.listdir(folder)):
        yield f"{identity_of(folder / file)} {file}"
