"""Many files through LibreOffice: so many to a start, a start on each processor, told in order.

for group, results in in_turn(groups(files, most=200, size=len), work): ...
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, wait
from functools import partial
from itertools import islice
from threading import Event
from typing import TypeVar

from jingjin_forms.files.background import in_background
from jingjin_forms.files.processors import processors, shared_out

_MOST_BYTES = 30_000_000
"""Of the files of a start."""

Item = TypeVar("Item")
Made = TypeVar("Made")


def groups(items: Iterable[Item], most: int, size: Callable[[Item], int]) -> Iterator[list[Item]]:
    """What goes into a start each: at most so many, and of those that are left about as many for
    each processor. `size` gives an item's bytes."""
    rest = iter(items)
    while ahead := list(islice(rest, most * processors())):
        at_once = shared_out(len(ahead), most)
        group: list[Item] = []
        room = _MOST_BYTES
        for item in ahead:
            if group and (len(group) == at_once or size(item) > room):
                yield group
                group, room = [], _MOST_BYTES
            group.append(item)
            room -= size(item)
        yield group


def in_turn(
    pieces: Iterable[list[Item]], work: Callable[[list[Item], Event], Made]
) -> Iterator[tuple[list[Item], Made]]:
    """Each piece with what `work` makes of it, one for each processor side by side and one more,
    which begins when a LibreOffice has ended whose results are still being looked at.

    The event is set when the caller stops, be it by Ctrl-C: then `work` is to end early. What it
    raises is raised here.
    """
    stop = Event()
    under_way: deque[tuple[list[Item], Future[Made]]] = deque()
    try:
        for piece in pieces:
            under_way.append((piece, in_background(partial(work, piece, stop))))
            if len(under_way) > processors():
                yield _done(under_way)
        while under_way:
            yield _done(under_way)
    finally:
        stop.set()
        wait([future for _, future in under_way])


def _done(under_way: deque[tuple[list[Item], Future[Made]]]) -> tuple[list[Item], Made]:
    """The first, which is under way until it has ended: who is interrupted here waits for it."""
    piece, future = under_way[0]
    made = future.result()
    under_way.popleft()
    return piece, made
