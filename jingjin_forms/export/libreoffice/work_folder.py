"""A temporary folder for each start of LibreOffice, which nobody has to clear away by hand.

A process that is killed (`kill -9`, a power cut) cannot remove its folder, so the next start does.
Beside each folder lies a file of the same name that its process keeps locked. It goes last: what
could not be removed is found by it.
"""

import contextlib
import os
import shutil
import stat
import sys
import tempfile
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path

from jingjin_forms.files.locks import give_up, try_lock

_PREFIX, _LOCK = "jingjin-", ".lock"
_NO_LINKS = getattr(os, "O_NOFOLLOW", 0)
_TRIES = 100


@contextmanager
def work_folder() -> Generator[Path]:
    """An empty folder for this process alone, gone at the end. Raises OSError."""
    place = Path(tempfile.gettempdir())
    _remove_stale(place)
    handle, lock = _new_lock(place)
    folder = lock.with_suffix("")
    try:
        folder.mkdir(0o700)
    except BaseException:
        give_up(handle, lock)
        raise
    try:
        yield folder
    finally:
        _take_away(folder, handle, lock)


def _new_lock(place: Path) -> tuple[int, Path]:
    for _ in range(_TRIES):
        handle, name = tempfile.mkstemp(_LOCK, _PREFIX, place)
        lock = Path(name)
        # Another process may have taken it for a stale one before it was locked.
        if try_lock(handle) is not False and not _is_gone(lock):
            return handle, lock
        give_up(handle, lock)
    raise OSError("別的程式一直在這裡整理")


def _remove_stale(place: Path) -> None:
    """Remove what dead processes of this user have left there; what cannot be removed stays."""
    with contextlib.suppress(OSError):
        for name in os.listdir(place):
            if name.startswith(_PREFIX) and name.endswith(_LOCK):
                with contextlib.suppress(OSError):
                    _remove_if_stale(place / name)


def _remove_if_stale(lock: Path) -> None:
    if not _is_own(lock.lstat(), stat.S_ISREG):
        return
    folder = lock.with_suffix("")
    handle = os.open(lock, os.O_RDWR | _NO_LINKS)
    try:
        is_stale = try_lock(handle) is True
        is_ours = is_stale and not _is_gone(folder) and _is_own(folder.lstat(), stat.S_ISDIR)
    except OSError:
        os.close(handle)
        raise
    if is_ours:
        _take_away(folder, handle, lock)
    elif is_stale:
        give_up(handle, lock)
    else:
        os.close(handle)


def _take_away(folder: Path, handle: int, lock: Path) -> None:
    """The folder, and its lock where it is gone: else the next start finds it by the lock."""
    shutil.rmtree(folder, ignore_errors=True)
    if _is_gone(folder):
        give_up(handle, lock)
        return
    with contextlib.suppress(OSError):
        os.close(handle)


def _is_gone(path: Path) -> bool:
    """Whether nothing has this name; not where the system does not say."""
    try:
        path.lstat()
    except OSError as error:
        return isinstance(error, FileNotFoundError)
    return False


def _is_own(status: os.stat_result, is_kind: Callable[[int], bool]) -> bool:
    """Whether it is what it should be, no link, and of this user: root could remove anyone's."""
    user = status.st_uid if sys.platform == "win32" else os.getuid()
    return is_kind(status.st_mode) and status.st_uid == user
