"""How a long command shows how far it is."""

import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager


@contextmanager
def counting(
    what: str, unit: str, total: "Callable[[], int | None] | int | None" = None
) -> "Generator[Callable[[object], object]]":
    """A bar on stderr: what is being done, how much of the whole, and the time that is left.

    Gives what is to be called for each thing done. `total` may be asked for only where somebody
    sees the bar; without it there is a count and the time that has passed. Nothing is shown where
    stderr is no terminal, and nothing stays on the screen.
    """
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        Progress,
        SpinnerColumn,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    whole = total() if callable(total) else total
    shown = f"{what} {{task.completed:,.0f}}"
    if whole is None:
        columns = (SpinnerColumn(), TextColumn(f"{shown} {unit}"), TimeElapsedColumn())
    else:
        of_all = TextColumn(f"{shown} / {whole:,} {unit}　剩")
        columns = (SpinnerColumn(), BarColumn(), of_all, TimeRemainingColumn(compact=True))
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=whole)
        yield lambda _: progress.advance(task)
