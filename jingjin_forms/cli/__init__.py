"""The `jingjin` command: the only package that prints or exits.

Exit codes: 0 done, 1 the facts or files are not right (one clear message, never a traceback), 2 the
command was written wrongly, 128 and the signal's number (130 for Ctrl-C, 143 for SIGTERM) stopped.
"""

import sys
from contextlib import suppress
from io import TextIOWrapper

import typer

from jingjin_forms.cli import (
    adopt,
    batch,
    calendar,
    checking,
    diff,
    forms,
    lint,
    preview,
    read,
    rescale,
    schema,
)
from jingjin_forms.cli.app import HOW_TO_OVERWRITE, app
from jingjin_forms.cli.stopping import Stopped
from jingjin_forms.cli.telling import tell
from jingjin_forms.errors import FileThereError, JingjinError

__all__ = [
    "adopt",
    "app",
    "batch",
    "calendar",
    "checking",
    "diff",
    "forms",
    "lint",
    "main",
    "preview",
    "read",
    "rescale",
    "schema",
]  # each adds its commands to the app


def main() -> None:
    """Entry point: turns a user's mistake into one message and exit code 1."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a terminal that lacks a character shows ? instead
            with suppress(OSError):  # a closed or broken terminal, which the first line will tell
                stream.reconfigure(errors="replace")
    try:
        app()
    except JingjinError as error:
        remedy = HOW_TO_OVERWRITE if isinstance(error, FileThereError) else ""
        tell(f"錯誤：{error}{remedy}", err=True)
        raise SystemExit(1) from None
    except Stopped:
        typer.echo("已中斷。沒有做完的，加上 --skip 再執行一次就接著做。", err=True)
        raise
    except KeyboardInterrupt:
        typer.echo("已中斷。", err=True)
        raise SystemExit(130) from None
