"""Work in a thread of its own that keeps no program from ending.

future = in_background(slow)
future.result()
"""

import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

T = TypeVar("T")


def in_background(work: Callable[[], T]) -> "Future[T]":
    """What `work` gives or raises, once it is asked for. Unlike the threads of a pool, this one is
    not waited for when Python ends: what it waits for may hang."""
    future: Future[T] = Future()

    def run() -> None:
        try:
            future.set_result(work())
        except BaseException as error:  # which `result` raises where it is asked for
            future.set_exception(error)

    threading.Thread(target=run, daemon=True).start()
    return future
