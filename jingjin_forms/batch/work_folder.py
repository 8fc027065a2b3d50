"""A folder within the target for what is not finished: gone at the end, swept after a crash.

Its lock is held while its owner lives, however that ends, so that the next batch knows whether what
it finds is left over. Nothing is swept that does not say that it is ours.
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
from typing import IO

from jingjin_forms.files.writing import not_written

PREFIX = ".jingjin-"
LOCK = "lock"
_MARK = "jingjin_forms"
_DAY = 24 * 60 * 60
"""Seconds after which the folder of another machine, whose locks may not be seen, is left over."""


@contextmanager
def work_folder(folder: Path) -> Generator[Path]:
    """A new folder in `folder`, on the same disk; taken away with the block.

    Those that a killed process has left in `folder` are swept first. Raises FileProblemError.
    """
    try:
        _sweep(folder)
        work, lock = _new(folder)
    except (OSError, ValueError) as error:
        raise not_written(folder, error) from None
    try:
        yield work
    finally:
        with lock, contextlib.suppress(OSError):  # Windows takes no file away that is open
            for entry in os.scandir(work):
                if entry.name != LOCK:
                    os.unlink(entry)
        shutil.rmtree(work, ignore_errors=True)


def _new(folder: Path) -> tuple[Path, IO[str]]:
    while True:
        work = folder / f"{PREFIX}{secrets.token_hex(4)}"
        work.mkdir()
        lock = (work / LOCK).open("x", encoding="utf-8")
        lock.write(f"{_MARK} {socket.gethostname()}")
        lock.flush()
        # Another batch that sweeps may have been between the two steps: then its lock is seen, or
        # the folder is gone.
        if _locked(lock) is not False and (work / LOCK).exists():
            return work, lock
        lock.close()


def _sweep(folder: Path) -> None:
    with os.scandir(folder) as entries:
        ours = [e.path for e in entries if e.name.startswith(PREFIX) and not e.is_symlink()]
    for path in ours:
        with contextlib.suppress(OSError, ValueError):
            if _is_left_over(Path(path)):
                shutil.rmtree(path)


def _is_left_over(work: Path) -> bool:
    with (work / LOCK).open("r+", encoding="utf-8") as lock:
        mark, _, host = lock.read().partition(" ")
        is_old = time.time() - os.stat(work / LOCK).st_mtime > _DAY
        is_free = _locked(lock)
        return (
            mark == _MARK
            and is_free is not False
            and (is_old or (is_free is True and host == socket.gethostname()))
        )


def _locked(lock: IO[str]) -> bool | None:
    """Whether the lock is ours by now; None where the file system has none."""
    try:
        if os.name == "nt":
            import msvcrt

            lock.seek(10_000)  # beyond the text, which Windows would otherwise let nobody read
            msvcrt.locking(lock.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
        else:
            import fcntl

            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    except OSError:
        return None
    return True
