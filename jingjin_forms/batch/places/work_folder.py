"""A folder within the target for what is not finished: gone at the end, swept after a crash.

Its lock is held while its owner lives, however that ends, so that the next batch knows whether what
it finds is left over. Nothing is swept that does not say that it is ours: so the lock is the last
thing in a folder that goes.
"""

import contextlib
import os
import secrets
import shutil
import socket
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from jingjin_forms.files.locks import give_up, try_lock
from jingjin_forms.files.writing import not_written, write_all

PREFIX = ".jingjin-"
LOCK = "lock"
_MARK = "jingjin_forms"
_LONGEST_MARK = 400  # bytes; the name of a host has 255 at most
_DAY = 24 * 60 * 60
"""Seconds after which the folder of another machine, whose locks may not be seen, is left over."""
_TRIES = 100
_BINARY = getattr(os, "O_BINARY", 0)


@contextmanager
def work_folder(folder: Path) -> Generator[Path]:
    """A new folder in `folder`, on the same disk; taken away with the block.

    Those that a killed process has left in `folder` are swept first, and those that could not be
    taken away. Raises FileProblemError.
    """
    try:
        _sweep(folder)
        work, lock = _new(folder)
    except (OSError, ValueError) as error:
        raise not_written(folder, error) from None
    try:
        yield work
    finally:
        _take_away(work, lock)


def _new(folder: Path) -> tuple[Path, int]:
    for _ in range(_TRIES):
        work = folder / f"{PREFIX}{secrets.token_hex(4)}"
        work.mkdir()
        try:
            lock = os.open(work / LOCK, os.O_RDWR | os.O_CREAT | os.O_EXCL | _BINARY, 0o666)
        except FileNotFoundError:  # a batch that sweeps has taken it for one that was left
            continue
        except OSError:
            with contextlib.suppress(OSError):
                work.rmdir()
            raise
        try:
            write_all(lock, _mark())
            # Another batch that sweeps may have been between the steps: then its lock is seen, or
            # the folder is gone.
            if try_lock(lock) is not False and _is_there(work / LOCK):
                return work, lock
            os.close(lock)
        except BaseException:
            _take_away(work, lock)
            raise
    raise OSError("別的程式一直在這裡整理")


def _mark() -> bytes:
    return f"{_MARK} {socket.gethostname()}".encode()


def _is_there(path: Path) -> bool:
    try:
        os.stat(path)
    except FileNotFoundError:
        return False
    return True


def _take_away(work: Path, lock: int) -> None:
    """The folder with all that is in it; what stays now goes with the next sweep."""
    try:
        _empty(work)
    except OSError:
        with contextlib.suppress(OSError):
            os.close(lock)
        return
    give_up(lock, work / LOCK)
    with contextlib.suppress(OSError):
        os.rmdir(work)


def _empty(work: Path) -> None:
    """Take away all but the lock. Raises OSError where something stays."""
    with os.scandir(work) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                shutil.rmtree(entry)
            elif entry.name != LOCK:
                os.unlink(entry)


def _sweep(folder: Path) -> None:
    with os.scandir(folder) as entries:
        ours = [e.path for e in entries if e.name.startswith(PREFIX) and not e.is_symlink()]
    for path in ours:
        with contextlib.suppress(OSError, ValueError):
            _sweep_away(Path(path))


def _sweep_away(work: Path) -> None:
    with contextlib.suppress(OSError):
        os.rmdir(work)  # empty: its owner ended before it could make a lock, or after it took it
        return
    lock = os.open(work / LOCK, os.O_RDWR | _BINARY)
    try:
        is_left_over = _is_left_over(work, lock)
    except BaseException:
        os.close(lock)
        raise
    if is_left_over:
        _take_away(work, lock)
    else:
        os.close(lock)


def _is_left_over(work: Path, lock: int) -> bool:
    text = os.read(lock, _LONGEST_MARK)
    is_old = time.time() - os.fstat(lock).st_mtime > _DAY
    is_free = try_lock(lock)
    if is_free is False:
        return False
    if text.partition(b" ")[0] == _MARK.encode() and is_old:
        return True
    # A full disk may have cut the mark off: then nothing else can be there yet.
    is_cut = _mark().startswith(text) and os.listdir(work) == [LOCK]
    return is_free is True and (text == _mark() or is_cut)
