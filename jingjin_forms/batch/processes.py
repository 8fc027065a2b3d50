"""Several processes of this machine for one batch."""

import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Generator
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager, suppress
from multiprocessing.connection import wait
from os import PathLike
from typing import Any

from jingjin_forms.batch.kinds import Kind, kind_of
from jingjin_forms.forms.form import Form
from jingjin_forms.packets.application import Application


@contextmanager
def processes(
    number: int, form: type[Form] | type[Application] | str | PathLike[str]
) -> Generator[Executor]:
    """An executor with that many processes, for `fill_many`; they end with the block.

    with processes(2, BudgetEstimate) as executor:
        fill_many(BudgetEstimate, "roster.xlsx", "out", executor=executor)

    They start at once and get ready for `form` while the table is read. Where one is killed, all
    are started anew; where this process is killed, they end. Raises FormNotFoundError.
    """
    found = kind_of(form)
    # What is in memory is frozen for the time: the garbage collector of a forked process would
    # otherwise write into every object it has inherited, and so copy this process's memory.
    gc.freeze()
    try:
        with _Processes(number, found) as executor:
            yield executor
    finally:
        gc.unfreeze()


def is_process_pool(executor: Executor) -> bool:
    """Whether rows go to other processes of this machine, by pickle."""
    return isinstance(executor, ProcessPoolExecutor | _Processes)


def one_process() -> Executor:
    """An executor with one process, which ends with this one."""
    return _Processes(1, None)


class _Processes(Executor):
    """A pool that outlives its processes."""

    def __init__(self, number: int, kind: Kind | None) -> None:
        self._number, self._kind = number, kind
        self._start()

    def _start(self) -> None:
        self._pool = ProcessPoolExecutor(
            self._number, initializer=_get_ready, initargs=(self._kind,)
        )
        self._pool.submit(int)  # a pool starts its processes with the first thing to do
        self._watch = threading.Thread(target=_end_together, args=(self._pool,), daemon=True)
        self._watch.start()

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        try:
            return self._pool.submit(fn, *args, **kwargs)
        except BrokenExecutor:
            self.shutdown()
            self._start()
            return self._pool.submit(fn, *args, **kwargs)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        # It would close, while it waits, what the watch may be closing.
        pool: Any = self._pool
        manager = pool._executor_manager_thread
        pool.shutdown(wait=False, cancel_futures=cancel_futures)
        if wait:
            self._watch.join()
            if manager is not None:
                manager.join()


_LOOK_AGAIN = 0.5
"""Seconds: a pool may start its processes one after the other."""


def _end_together(pool: ProcessPoolExecutor) -> None:
    """Where one process of a pool has ended, end the others, and let the pool know of it.

    A pool waits for ever for the rest of an answer that its process was killed in, since it holds
    the writing end of that pipe itself.
    """
    of_pool: Any = pool  # nothing public tells its processes, nor closes that end
    answers, found = of_pool._result_queue, of_pool._processes
    del pool, of_pool  # an executor that nobody holds any more ends itself
    processes: list[Any] = []
    while not wait([process.sentinel for process in processes], _LOOK_AGAIN):
        processes = list(found.values())
    for process in processes:
        process.kill()
        process.join()
    answers._writer.close()


def _get_ready(kind: Kind | None) -> None:
    """Import and compile in a new process whatever the form needs; end it with its parent."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all; the parent says what to do
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # a forked process has its parent's handler
    threading.Thread(target=_end_with_parent, daemon=True).start()
    if kind is not None:
        with suppress(Exception):  # which each row will tell
            kind.get_ready()


def _end_with_parent() -> None:
    """A process that waits for rows from a parent that was killed would wait for ever."""
    parent: Any = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
