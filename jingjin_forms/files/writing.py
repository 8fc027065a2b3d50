"""Writing a file whole or not at all, and never over one that is there unless asked to.

What a user calls (`save`, `fill`) asks to overwrite; the command line and batches do not.
"""

import contextlib
import errno
import os
import stat
from collections.abc import Iterable
from pathlib import Path
from threading import get_ident

from jingjin_forms.errors import FileProblemError, FileThereError
from jingjin_forms.files.codes import NOT_WRITTEN
from jingjin_forms.files.reasons import code_of, reason_of

NOT_OVERWRITTEN = "已經存在，沒有覆寫。"
"""How messages end that tell of a file which is there. How to overwrite it the command line says in
its words, and a traceback in Python's."""


def write_file(
    out: Path,
    content: bytes | Iterable[bytes],
    *,
    overwrite: bool = False,
    temporary: Path | None = None,
    durable: bool = False,
) -> Path:
    """Write `content`, in one piece or several, to `out` whole or not at all.

    The bytes go to a temporary file beside `out` (or to `temporary`, on the same disk), which then
    takes its place: whoever looks sees the old file or the new one. Of those that write the same
    file at the same time, without `overwrite`, one wins. A file that is overwritten is the one that
    a link leads to, and keeps its permission bits. `durable` waits until the bytes are on the disk.

    Raises FileThereError when `out` exists (unless `overwrite`), FileProblemError when it cannot be
    written; then nothing is left behind.
    """
    refuse_existing(out, overwrite=overwrite)
    target, bits, written = os.fspath(out), None, ""
    try:
        if overwrite:
            target, bits = _to_replace(target)
        written = _beside(target) if temporary is None else os.fspath(temporary)
        write_temporary(written, content, durable=durable)
        if overwrite:
            if bits is not None:
                with contextlib.suppress(OSError):  # a disk that knows no permissions
                    os.chmod(written, bits)
            os.replace(written, target)
        else:
            name_new(written, target)
    except FileExistsError:  # another program was quicker
        remove(written)
        raise existing(out) from None
    except (OSError, ValueError) as error:  # ValueError: a name with a null character
        remove(written)
        raise not_written(out, error) from None
    except BaseException:
        remove(written)
        raise
    return out


def _beside(target: str) -> str:
    folder, name = os.path.split(target)
    # The numbers keep processes and threads apart that write the same file at the same time.
    return os.path.join(folder, f".{name[:40]}.{os.getpid()}-{get_ident()}.tmp")


def _to_replace(target: str) -> tuple[str, int | None]:
    """The file that opening `target` would write to, and its permission bits where it is there.

    Raises OSError for what may not be written, or is no file: a device would be gone for good.
    """
    if os.path.islink(target):
        target = os.path.realpath(target)
    try:
        mode = os.stat(target).st_mode
    except FileNotFoundError:
        return target, None
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(target)
    if not stat.S_ISREG(mode):
        raise OSError("這是裝置或管線，不是一般的檔案；要寫進去，請自己打開它，再把檔案物件給 save")
    if not os.access(target, os.W_OK):
        raise PermissionError(target)
    return target, mode & 0o777


def write_temporary(path: str, content: bytes | Iterable[bytes], *, durable: bool = False) -> None:
    """Write a file that gets its name later. Raises OSError, ValueError."""
    handle = _create(path)
    try:
        write_all(handle, content)
        if durable:
            os.fsync(handle)
    finally:
        os.close(handle)


def name_new(temporary: str, target: str) -> None:
    """Give a finished file its name, in one step. Raises FileExistsError where one has it.

    Where the file system knows no hard links, the name is taken by an empty file first.
    """
    if os.name == "nt":
        os.rename(temporary, target)  # which Windows refuses where the name is taken
        return
    try:
        os.link(temporary, target)
    except FileExistsError:
        raise
    except OSError:
        _claim(temporary, target)
    else:
        remove(temporary)  # where it cannot be removed, the file is there all the same


def _claim(temporary: str, target: str) -> None:
    os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666))
    try:
        os.replace(temporary, target)
    except BaseException:
        remove(target)
        raise


def refuse_existing(out: Path, *, overwrite: bool) -> None:
    """Raise FileThereError where `out` exists and may not be overwritten."""
    if not overwrite and os.path.lexists(out):
        raise existing(out)


def existing(out: object) -> FileThereError:
    """The error for a file that is there already."""
    return not_overwritten(f"「{out}」{NOT_OVERWRITTEN}")


def not_overwritten(message: str) -> FileThereError:
    """The error for files that are there already."""
    error = FileThereError(message)
    error.errno = errno.EEXIST
    error.add_note("要覆寫請寫 overwrite=True。")
    return error


def not_written(out: Path, error: OSError | ValueError) -> FileProblemError:
    """The error for a file that could not be written, and why."""
    told = f"無法寫入「{out}」：{_reason(error, os.path.dirname(out))}"
    return FileProblemError(told, code=code_of(error, NOT_WRITTEN))


def make_folder(folder: Path) -> Path:
    """The folder, made where it is not there yet. Raises FileProblemError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        told = f"無法建立資料夾「{folder}」：{reason_of(error)}。"
        raise FileProblemError(told, code=code_of(error, NOT_WRITTEN)) from None
    return folder


def remove(path: str) -> None:
    """Take a file of our own away, if it is there and can be."""
    with contextlib.suppress(OSError, ValueError):
        os.unlink(path)


_BINARY = getattr(os, "O_BINARY", 0)  # Windows would otherwise turn every 0x0A into two bytes


def _create(path: str) -> int:
    """Open a new file. Never an old one: it can be a second name of a file that is finished."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY
    try:
        return os.open(path, flags, 0o666)
    except FileExistsError:  # left by a process of the same number that was killed
        os.unlink(path)
        return os.open(path, flags, 0o666)


def write_all(handle: int, content: bytes | Iterable[bytes]) -> None:
    """Write to an open file, however little the system takes at a time. Raises OSError."""
    for piece in (content,) if isinstance(content, bytes) else content:
        rest = memoryview(piece)
        while rest:
            rest = rest[os.write(handle, rest) :]


_REASONS: tuple[tuple[type[OSError], str], ...] = (
    (PermissionError, "沒有寫入權限，或檔案正被 Word 開啟。"),
    (IsADirectoryError, "這是一個資料夾，請給檔名。"),
)


def _reason(error: OSError | ValueError, folder: str) -> str:
    if isinstance(error, FileNotFoundError):
        return f"資料夾「{folder}」不存在，請先建立。"
    told = (text for kind, text in _REASONS if isinstance(error, kind))
    return next(told, f"{reason_of(error)}。")
