"""Writing a file whole or not at all."""

import contextlib
import errno
import os
from collections.abc import Iterable
from pathlib import Path
from threading import get_ident

from jingjin_forms.errors import FileProblemError

HOW_TO_OVERWRITE = "要覆寫請明說：overwrite=True，命令列用 --overwrite。"


def write_file(out: Path, content: bytes | Iterable[bytes], *, overwrite: bool = False) -> Path:
    """Write `content`, in one piece or several, to `out` whole or not at all.

    The bytes go to a temporary file beside `out`, which then takes its place: whoever looks sees
    the old file or the new one. Raises FileProblemError when `out` exists (unless `overwrite`) or
    cannot be written; then nothing is left behind.
    """
    refuse_existing(out, overwrite=overwrite)
    target = os.fspath(out)
    folder, name = os.path.split(target)
    # The numbers keep processes and threads apart that write the same file at the same time.
    temporary = os.path.join(folder, f".{name[:40]}.{os.getpid()}-{get_ident()}.tmp")
    try:
        handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _BINARY, 0o666)
        try:
            _write_all(handle, content)
        finally:
            os.close(handle)
        os.replace(temporary, target)
    except (OSError, ValueError) as error:  # ValueError: a name with a null character
        _remove(temporary)
        raise FileProblemError(f"無法寫入「{out}」：{_reason(error, folder)}") from None
    except BaseException:
        _remove(temporary)
        raise
    return out


def refuse_existing(out: Path, *, overwrite: bool) -> None:
    """Raise FileProblemError where `out` exists and may not be overwritten."""
    if not overwrite and os.path.lexists(out):
        raise FileProblemError(f"「{out}」已經存在，沒有覆寫。{HOW_TO_OVERWRITE}")


def make_folder(folder: Path) -> Path:
    """The folder, made where it is not there yet. Raises FileProblemError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or error
        raise FileProblemError(f"無法建立資料夾「{folder}」：{reason}。") from None
    return folder


_BINARY = getattr(os, "O_BINARY", 0)  # Windows would otherwise turn every 0x0A into two bytes


def _write_all(handle: int, content: bytes | Iterable[bytes]) -> None:
    for piece in (content,) if isinstance(content, bytes) else content:
        rest = memoryview(piece)
        while rest:
            rest = rest[os.write(handle, rest) :]


def _remove(path: str) -> None:
    with contextlib.suppress(OSError, ValueError):
        os.unlink(path)


_REASONS: tuple[tuple[type[OSError], str], ...] = (
    (NotADirectoryError, "路徑裡有一段是檔案，不是資料夾。"),
    (PermissionError, "沒有寫入權限，或檔案正被 Word 開啟。"),
    (IsADirectoryError, "這是一個資料夾，請給檔名。"),
)


def _reason(error: OSError | ValueError, folder: str) -> str:
    if isinstance(error, FileNotFoundError):
        return f"資料夾「{folder}」不存在，請先建立。"
    if isinstance(error, OSError) and error.errno == errno.ENOSPC:
        return "磁碟空間不足。"
    return next((text for kind, text in _REASONS if isinstance(error, kind)), f"{error}。")
