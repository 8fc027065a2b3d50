"""What was made of a file that has not changed since, so that it is not made again."""

from collections import OrderedDict
from dataclasses import dataclass
from os import stat
from threading import Lock
from time import time_ns
from typing import Any, Generic, TypeVar

T = TypeVar("T")

Stamp = tuple[int, int]
"""Size and time of a file: as long as both are the same, so is it."""
ALWAYS: Stamp = (0, 0)
"""Of what is known by its content, which does not change."""
# A file may change twice within one tick of the clock of its file system, which its time would not
# show: so soon after a change nothing is remembered.
_SETTLED = 50_000_000  # nanoseconds


@dataclass(frozen=True, slots=True)
class FileState:
    """How a file is now."""

    key: tuple[Any, ...]
    """The same for one file, whatever name it is found under."""
    stamp: Stamp
    is_settled: bool
    """Whether what is made of it may be remembered by its stamp."""


def file_state(name: str) -> FileState:
    """The state of a file; raises OSError, ValueError where there is none."""
    found = stat(name)
    # By its number on the disk a file is found under any name; a few file systems give none.
    key = found.st_dev, found.st_ino or name
    stamp = found.st_size, found.st_mtime_ns
    return FileState(key, stamp, time_ns() - found.st_mtime_ns > _SETTLED)


class Remembered(Generic[T]):
    """So many of them, the least recently used forgotten first; threads share it."""

    def __init__(self, most: int):
        self._most = most
        self._kept: OrderedDict[tuple[Any, ...], tuple[Stamp, T]] = OrderedDict()
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._kept)

    def get(self, key: tuple[Any, ...], stamp: Stamp) -> T | None:
        """What was kept under a key; None where it had another stamp then."""
        with self._lock:
            known = self._kept.get(key)
            if known is None or known[0] != stamp:
                return None
            self._kept.move_to_end(key)
            return known[1]

    def keep(self, key: tuple[Any, ...], stamp: Stamp, made: T) -> None:
        """Keep it under a key, in the place of what was there."""
        with self._lock:
            self._kept[key] = stamp, made
            self._kept.move_to_end(key)
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
