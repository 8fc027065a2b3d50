"""Several processes of this machine for one batch."""

import gc
from collections.abc import Generator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager

from jingjin_forms.forms.catalog import get_form
from jingjin_forms.forms.form import Form


@contextmanager
def processes(number: int, form: type[Form] | str) -> Generator[Executor]:
    """An executor with that many processes, for `fill_many`; they end with the block.

    with processes(2, BudgetEstimate) as executor:
        fill_many(BudgetEstimate, "roster.xlsx", "out", executor=executor)

    They start at once and get ready for `form` while the table is read. Raises
    FormNotFoundError.
    """
    found = get_form(form) if isinstance(form, str) else form
    # What is in memory is frozen for the time: the garbage collector of a forked process would
    # otherwise write into every object it has inherited, and so copy this process's memory.
    gc.freeze()
    try:
        with ProcessPoolExecutor(number, initializer=_get_ready, initargs=(found.key,)) as executor:
            executor.submit(int)  # a pool starts its processes with the first thing to do
            yield executor
    finally:
        gc.unfreeze()


def _get_ready(form: str) -> None:
    """Import and compile in a new process whatever the form needs."""
    sample = get_form(form).sample()
    sample.check()
    sample.to_bytes()
