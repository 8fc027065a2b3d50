"""What the `jingjin` command said and how it ended."""

from typing import NamedTuple


class Result(NamedTuple):
    """Its exit code, and what it wrote."""

    code: int
    out: str
    err: str
