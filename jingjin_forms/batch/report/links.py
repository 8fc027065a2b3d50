"""Links from a report to the files of its rows."""

import os
from pathlib import Path
from urllib.parse import quote

from jingjin_forms.batch.report.results import THERE, RowResult


class Links:
    """Where the files lie, as seen from the folder of the report."""

    def __init__(self, files: str, report: Path) -> None:
        """`files` is a folder or a URL; blank where no files were made."""
        self._start: str | None = None if not files else _start(files, report)

    def to(self, result: RowResult) -> str:
        """The link to the file of a row; blank where it has none."""
        if self._start is None or result.outcome not in THERE:
            return ""
        return self._start + _quoted(result.file)


def _start(files: str, report: Path) -> str:
    if "://" in files:
        return f"{files.rstrip('/')}/"
    try:
        way = os.path.relpath(files, report).replace(os.sep, "/")
    except ValueError:  # another drive
        return f"{Path(files).absolute().as_uri()}/"
    return "" if way == "." else f"{_quoted(way)}/"


def _quoted(path: str) -> str:
    """What stands for something else in a link is escaped; Chinese stays readable."""
    return "".join(c if c > "\x7f" else quote(c) for c in path)
