"""What short bytes say, remembered: files of one template have most of their parts in common.

    @of_short_bytes
    def types_in(content: bytes) -> Mapping[str, str]: ...

What else such a function takes must be hashable; what it gives is given again to others, who must
not change it.
"""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Concatenate, ParamSpec, TypeVar, cast

T = TypeVar("T")
P = ParamSpec("P")

_SHORT, _MOST = 16_000, 64
"""Bytes that are kept, and of how many contents: a megabyte for each function at most."""


def of_short_bytes(
    function: Callable[Concatenate[bytes, P], T],
) -> Callable[Concatenate[bytes, P], T]:
    """A function that remembers what it has said of short bytes; long ones it reads each time."""
    kept = cast(Callable[Concatenate[bytes, P], T], lru_cache(_MOST)(function))

    @wraps(function)
    def ask(content: bytes, *more: P.args, **named: P.kwargs) -> T:
        asked = kept if len(content) <= _SHORT else function
        return asked(content, *more, **named)

    return ask
