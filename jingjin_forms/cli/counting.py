"""How a long command shows how far it is."""

import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager


class Count:
    """What is to be called for each thing done; `beside` for each of another kind."""

    def __init__(self, advance: Callable[[], object], show: Callable[[int], object]) -> None:
        self._advance, self._show = advance, show
        self._beside = 0

    def __call__(self, _: object) -> None:
        self._advance()

    def beside(self, _: object) -> None:
        """One more of what is done at the same time."""
        self._beside += 1
        self._show(self._beside)


@contextmanager
def counting(
    what: str,
    unit: str,
    total: "Callable[[], int | None] | int | None" = None,
    *,
    beside: str = "",
) -> "Generator[Count]":
    """A bar on stderr: what is being done, how much of the whole, and the time that is left.

    Gives what is to be called for each thing done; how many are done of what is called `beside`
    stands behind it, once there are any. `total` may be asked for only where somebody
    sees the bar; without it there is a count and the time that has passed. Nothing is shown where
    stderr is no terminal, and nothing stays on the screen.
    """
    if not sys.stderr.isatty():
        yield Count(lambda: None, lambda _: None)
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
        columns = [SpinnerColumn(), TextColumn(f"{shown} {unit}"), TimeElapsedColumn()]
    else:
        of_all = TextColumn(f"{shown} / {whole:,} {unit}　剩")
        columns = [SpinnerColumn(), BarColumn(), of_all, TimeRemainingColumn(compact=True)]
    columns.append(TextColumn("{task.fields[beside]}"))
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=whole, beside="")
        yield Count(
            lambda: progress.advance(task),
            lambda number: progress.update(task, beside=f"　{beside} {number:,}"),
        )
