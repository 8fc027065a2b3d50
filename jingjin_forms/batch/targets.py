"""Where a batch writes: a folder, or an fsspec URL that workers on other machines reach too."""

import contextlib
import os
from dataclasses import dataclass
from os import PathLike
from pathlib import Path
from typing import Any, Protocol

from jingjin_forms.errors import FileProblemError
from jingjin_forms.files.writing import make_folder, write_file


class Target(Protocol):
    """A place for finished files. It is sent to workers, so it must be picklable."""

    def prepare(self) -> None:
        """Make the folder. Raises FileProblemError."""
        ...

    def exists(self, name: str) -> bool:
        """Whether there is such a file."""
        ...

    def write(self, name: str, content: bytes, *, overwrite: bool) -> None:
        """Write a file whole or not at all. Raises FileProblemError."""
        ...

    def remove(self, name: str) -> None:
        """Take a file away, if it is there."""
        ...


def target_of(out: str | PathLike[str]) -> Target:
    """The target that a path or URL names."""
    if isinstance(out, str) and "://" in out:
        return RemoteFolder(out.rstrip("/"))
    return LocalFolder(Path(out))


@dataclass(frozen=True)
class LocalFolder:
    """A folder on this machine."""

    path: Path

    def prepare(self) -> None:
        """See `Target`."""
        make_folder(self.path)

    def exists(self, name: str) -> bool:
        """See `Target`."""
        return os.path.lexists(self.path / name)

    def write(self, name: str, content: bytes, *, overwrite: bool) -> None:
        """See `Target`."""
        write_file(self.path / name, content, overwrite=overwrite)

    def remove(self, name: str) -> None:
        """See `Target`."""
        with contextlib.suppress(OSError):
            (self.path / name).unlink()


@dataclass(frozen=True)
class RemoteFolder:
    """A folder of any file system that fsspec knows: memory://, ftp://, s3:// and so on."""

    url: str

    def _open(self) -> tuple[Any, str]:
        try:
            from fsspec.core import url_to_fs  # pyright: ignore
        except ImportError:
            raise FileProblemError(
                f"要寫到「{self.url}」請先安裝 fsspec（pip install fsspec）。"
            ) from None
        try:
            return url_to_fs(self.url)  # pyright: ignore
        except Exception as error:
            raise FileProblemError(f"無法開啟「{self.url}」：{error}。") from None

    def prepare(self) -> None:
        """See `Target`."""
        files, folder = self._open()
        try:
            files.makedirs(folder, exist_ok=True)
        except Exception as error:
            raise FileProblemError(f"無法建立「{self.url}」：{error}。") from None

    def exists(self, name: str) -> bool:
        """See `Target`."""
        files, folder = self._open()
        return bool(files.exists(f"{folder}/{name}"))

    def write(self, name: str, content: bytes, *, overwrite: bool) -> None:
        """See `Target`; under another name first, since an upload can break off."""
        files, folder = self._open()
        path, temporary = f"{folder}/{name}", f"{folder}/.{os.getpid()}-{name[:40]}.tmp"
        if not overwrite and files.exists(path):
            raise FileProblemError(f"「{self.url}/{name}」已經存在，沒有覆寫。")
        try:
            files.pipe_file(temporary, content)
            if overwrite and files.exists(path):
                files.rm_file(path)
            files.mv(temporary, path)
        except Exception as error:  # each file system has errors of its own
            with contextlib.suppress(Exception):
                files.rm_file(temporary)
            raise FileProblemError(f"無法寫入「{self.url}/{name}」：{error}。") from None

    def remove(self, name: str) -> None:
        """See `Target`."""
        files, folder = self._open()
        with contextlib.suppress(Exception):
            files.rm_file(f"{folder}/{name}")
