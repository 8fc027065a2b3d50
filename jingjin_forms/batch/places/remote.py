"""A folder on another machine, by fsspec.

The same promises as in a folder of this machine, but one: most of these systems have no way to make
a file only where none is, so two batches into one place at the same time can meet.
"""

import contextlib
import os
import secrets
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from threading import get_ident
from typing import Any

from jingjin_forms.batch.places.targets import STAGED, There
from jingjin_forms.batch.places.work_folder import PREFIX
from jingjin_forms.errors import FileProblemError
from jingjin_forms.files.codes import NOT_WRITTEN
from jingjin_forms.files.reasons import code_of
from jingjin_forms.files.writing import existing

_MADE = "made"


@dataclass(frozen=True)
class RemoteFolder:
    """A folder of any file system that fsspec knows: memory://, ftp://, s3:// and so on."""

    url: str
    work: str = ""
    """The folder within it where unfinished and staged files lie, while a batch runs."""

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

    @contextmanager
    def opened(self) -> "Generator[RemoteFolder]":
        """See `Target`."""
        files, folder = self._open()
        work = f"{PREFIX}{secrets.token_hex(4)}"
        try:
            files.makedirs(folder, exist_ok=True)
            files.makedirs(f"{folder}/{work}", exist_ok=True)
        except Exception as error:
            told, code = f"無法建立「{self.url}」：{error}。", code_of(error, NOT_WRITTEN)
            raise FileProblemError(told, code=code) from None
        try:
            yield replace(self, work=work)
        finally:
            with contextlib.suppress(Exception):  # object stores have no folders to take away
                files.rm(f"{folder}/{work}", recursive=True)

    def there(self, name: str) -> There:
        """See `Target`; what it holds would have to be fetched."""
        files, folder = self._open()
        return There.SOMETHING if files.exists(f"{folder}/{name}") else There.NOTHING

    def write(self, name: str, content: bytes, *, overwrite: bool) -> str:
        """See `Target`; under another name first, since an upload can break off."""
        files, folder = self._open()
        path, temporary = f"{folder}/{name}", f"{folder}/{self.work}/{os.getpid()}-{get_ident()}"
        try:
            is_there = files.exists(path)
            if is_there and not overwrite:
                raise existing(f"{self.url}/{name}")
            if is_there:
                files.pipe_file(f"{folder}/{self.work}/{name}", content)
                return STAGED
            files.pipe_file(temporary, content)
            files.mv(temporary, path)
        except FileProblemError:
            raise
        except Exception as error:  # each file system has errors of its own
            with contextlib.suppress(Exception):
                files.rm_file(temporary)
            told, code = f"無法寫入「{self.url}/{name}」：{error}。", code_of(error, NOT_WRITTEN)
            raise FileProblemError(told, code=code) from None
        return _MADE

    def made_before(self, name: str, content: bytes) -> str | None:
        """See `Target`; when a file was made, not every file system tells."""
        files, folder = self._open()
        with contextlib.suppress(Exception):
            if files.cat_file(f"{folder}/{name}") == content:
                return ""
        return None

    def remove(self, name: str, made: str) -> None:
        """See `Target`."""
        files, folder = self._open()
        with contextlib.suppress(Exception):
            files.rm_file(f"{folder}/{self.work}/{name}" if made == STAGED else f"{folder}/{name}")

    def publish(self, name: str) -> None:
        """See `Target`; the old file is kept until the new one has its place."""
        files, folder = self._open()
        path, staged = f"{folder}/{name}", f"{folder}/{self.work}/{name}"
        old = f"{folder}/{self.work}/{secrets.token_hex(4)}.old"
        try:
            files.mv(path, old)
            try:
                files.mv(staged, path)
            except BaseException:
                files.mv(old, path)
                raise
        except Exception as error:
            told, code = f"無法寫入「{self.url}/{name}」：{error}。", code_of(error, NOT_WRITTEN)
            raise FileProblemError(told, code=code) from None
