"""A temporary folder for each start of LibreOffice, which nobody has to clear away by hand.

A process that is killed (`kill -9`, a power cut) cannot remove its folder, so the next start does.
Beside each folder lies a file of the same name that its process keeps locked; the system gives the
lock back when the process ends, however it ends. A file that can be locked is of a dead process.
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

_PREFIX, _LOCK = "jingjin-", ".lock"
_NO_LINKS = getattr(os, "O_NOFOLLOW", 0)


@contextmanager
def work_folder() -> Generator[Path]:
    """An empty folder for this process alone, gone at the end. Raises OSError."""
    place = Path(tempfile.gettempdir())
    _remove_stale(place)
    handle, lock = _new_lock(place)
    folder = lock.with_suffix("")
    try:
        folder.mkdir(0o700)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        _give_up(handle, lock)


def _new_lock(place: Path) -> tuple[int, Path]:
    while True:
        handle, name = tempfile.mkstemp(_LOCK, _PREFIX, place)
        lock = Path(name)
        # Another process may have taken it for a stale one before it was locked.
        if _take(handle) and lock.exists():
            return handle, lock
        _give_up(handle, lock)


def _remove_stale(place: Path) -> None:
    """Remove what dead processes of this user have left there; what cannot be removed stays."""
    for lock in place.glob(f"{_PREFIX}*{_LOCK}"):
        with contextlib.suppress(OSError):
            if not _is_own(lock.lstat(), stat.S_ISREG):
                continue
            handle = os.open(lock, os.O_RDWR | _NO_LINKS)
            if not _take(handle):
                os.close(handle)
                continue
            folder = lock.with_suffix("")
            if folder.exists() and _is_own(folder.lstat(), stat.S_ISDIR):
                shutil.rmtree(folder, ignore_errors=True)
            _give_up(handle, lock)


def _is_own(status: os.stat_result, is_kind: Callable[[int], bool]) -> bool:
    """Whether it is what it should be, no link, and of this user: root could remove anyone's."""
    user = status.st_uid if sys.platform == "win32" else os.getuid()
    return is_kind(status.st_mode) and status.st_uid == user


def _take(handle: int) -> bool:
    """Lock the open file, unless another process has."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _give_up(handle: int, lock: Path) -> None:
    """Remove the lock while it is held; Windows removes no open file, so there a moment later."""
    with contextlib.suppress(OSError):
        lock.unlink()
    os.close(handle)
    with contextlib.suppress(OSError):
        lock.unlink()
