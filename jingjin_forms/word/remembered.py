"""What was made of a file that has not changed since, so that it is not made again."""

from collections import OrderedDict
from threading import Lock
from typing import Any, Generic, TypeVar

T = TypeVar("T")

Stamp = tuple[int, int]
"""Size and time of a file: as long as both are the same, so is it."""


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
