"""Lines of the command line: on a terminal, 錯誤 and 提醒 stand out by their colour."""

import sys

import typer

COLOURS = {"錯誤": "bold red", "提醒": "yellow"}


def tell(line: str, *, err: bool = False) -> None:
    """Print a line that may begin with 錯誤 or 提醒; a file or another program gets it plain."""
    stream = sys.stderr if err else sys.stdout
    start = line.lstrip("[")[:2]
    if start not in COLOURS or not stream.isatty():
        typer.echo(line, err=err)
        return
    from rich.console import Console
    from rich.text import Text

    head, word, rest = line.partition(start)
    text = Text.assemble(head, (word, COLOURS[start]), rest)
    Console(stderr=err, highlight=False, emoji=False).print(text, soft_wrap=True)
