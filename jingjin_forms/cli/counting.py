"""How a long command shows that it goes on."""

from collections.abc import Callable, Generator
from contextlib import contextmanager


@contextmanager
def counting(unit: str) -> "Generator[Callable[[object], object]]":
    """A line on stderr that counts; what is called for each thing done. `unit` stands behind the
    number: 列, or / 83 份."""
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = SpinnerColumn(), TextColumn(f"{{task.completed:,.0f}} {unit}"), TimeElapsedColumn()
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=None)
        yield lambda _: progress.advance(task)
