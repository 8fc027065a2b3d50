"""What short bytes say, remembered: files of one template have most of their parts in common.

    @of_short_bytes
    def types_in(content: bytes) -> Mapping[str, str]: ...

What such a function gives is given again to others, who must not change it.
"""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

T = TypeVar("T")

_SHORT, _MOST = 16_000, 64
"""Bytes that are kept, and of how many contents: a megabyte for each function at most."""


def of_short_bytes(function: Callable[[bytes], T]) -> Callable[[bytes], T]:
    """A function that remembers what it has said of short bytes; long ones it reads each time."""
    kept = lru_cache(_MOST)(function)

    @wraps(function)
    def ask(content: bytes) -> T:
        return kept(content) if len(content) <= _SHORT else function(content)

    return ask
