"""A lock on an open file, which the system gives back when its process ends, however it ends.

A file that can be locked is of a process that is no more.
"""

import contextlib
import os
import sys
from pathlib import Path

_BEYOND = 10_000  # the text of the file, which Windows would otherwise let nobody read


def try_lock(handle: int) -> bool | None:
    """Whether the lock of the open file is ours by now; None where the file system has none."""
    try:
        if sys.platform == "win32":
            import msvcrt

            os.lseek(handle, _BEYOND, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    except OSError:
        return None
    return True


def give_up(handle: int, path: Path) -> None:
    """Remove the file while its lock is held, and close it; what cannot be removed stays.

    Windows removes no open file, so there a moment later.
    """
    for step in (path.unlink, lambda: os.close(handle), path.unlink):
        with contextlib.suppress(OSError):
            step()
