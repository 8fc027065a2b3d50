"""What a user hands over: a path, or what programs have instead (bytes, an open file).

A path is a text or anything that `os.fspath` takes. Whatever else comes in its place is told in one
sentence, before something deep inside trips over it.
"""

import contextlib
import os
from os import PathLike
from pathlib import Path
from typing import Any, NamedTuple, Protocol, TypeAlias, TypeGuard, cast

from jingjin_forms.errors import FileProblemError, shortened
from jingjin_forms.files.codes import NOT_WRITTEN, TOO_LARGE, UNREADABLE
from jingjin_forms.files.reasons import code_of
from jingjin_forms.files.writing import write_file


class Readable(Protocol):
    """A file that is open for reading in binary mode."""

    def read(self, size: int = ..., /) -> bytes: ...


class Writable(Protocol):
    """A file that is open for writing in binary mode."""

    def write(self, content: bytes, /) -> object: ...


StrPath: TypeAlias = str | PathLike[str]
Source: TypeAlias = str | PathLike[str] | bytes | bytearray | memoryview | Readable


class Content(NamedTuple):
    """What was handed over as it is."""

    name: str
    """That of the open file, where it has one."""
    content: bytes


def path_of(given: Any, wanted: str = "檔案") -> Path:
    """The path, of a file or of what is `wanted`. Raises FileProblemError for what is none."""
    if isinstance(given, PathLike):
        given = cast(Any, os.fspath(given))  # pyright: ignore[reportUnknownArgumentType]
    if isinstance(given, str):  # a PathLike may stand for bytes
        return Path(given)
    raise FileProblemError(f"{wanted}要給路徑（文字或 Path），給的是{_called(given)}。")


def is_writable(out: object) -> TypeGuard[Writable]:
    """Whether it is an open file, not a path."""
    return callable(getattr(out, "write", None))


def name_in(file: object) -> str:
    """What an open file is called; blank where it has no name, or a number."""
    name = getattr(file, "name", "")
    return name if isinstance(name, str) else ""


def content_of(given: Any, most: int) -> Content | None:
    """What bytes or an open file hold; None for all else, which may be a path.

    A file is read from its start, where it can be wound back. Raises FileProblemError for one that
    is open as text or cannot be read, and for more than `most` bytes.
    """
    if isinstance(given, bytes | bytearray | memoryview):
        found = Content("", bytes(cast(Any, given)))
    elif callable(getattr(given, "read", None)):
        found = Content(name_in(given), _read(given, most))
    else:
        return None
    if len(found.content) > most:
        told = f"內容超過 {most // 1_000_000:,} MB，沒有讀。"
        raise FileProblemError(told, code=TOO_LARGE)
    return found


def _read(file: Any, most: int) -> bytes:
    with contextlib.suppress(AttributeError, OSError, ValueError):
        file.seek(0)
    try:
        content = file.read(most + 1)
    except (OSError, ValueError) as error:  # ValueError: it is closed
        raise FileProblemError(f"讀不到這個檔案物件（{error}）。", code=UNREADABLE) from None
    if not isinstance(content, bytes):
        raise FileProblemError('檔案物件要以二進位模式開啟，例如 open("檔名", "rb")、BytesIO。')
    return content


def deliver(out: object, content: bytes, *, overwrite: bool, wanted: str = "檔案") -> Path | None:
    """Write to a path, whole or not at all (see `write_file`), or into an open file; the path.

    Raises FileThereError, FileProblemError.
    """
    if not is_writable(out):
        return write_file(path_of(out, wanted), content, overwrite=overwrite)
    try:
        rest = memoryview(content)
        while rest:  # an unbuffered file may take less than all
            taken = out.write(bytes(rest) if len(rest) < len(content) else content)
            rest = rest[taken:] if isinstance(taken, int) and taken > 0 else rest[:0]
    except TypeError:
        raise FileProblemError(
            '檔案物件要以二進位模式開啟，例如 open("檔名", "wb")、BytesIO。'
        ) from None
    except (OSError, ValueError) as error:
        told, code = f"寫不進這個檔案物件（{error}）。", code_of(error, NOT_WRITTEN)
        raise FileProblemError(told, code=code) from None
    return None


def _called(given: object) -> str:
    if given is None:
        return " None"
    return f"「{shortened(given)}」（{type(given).__name__}）"
