"""How many things are done at a time: LibreOffice works on each processor, on four at most."""

import os

_SIDE_BY_SIDE = 4
"""LibreOffices at most: each takes 200 MB."""
_FEWEST = 50
"""Files that are worth a start of their own."""


def processors() -> int:
    """Those that we may use."""
    ours = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return max(1, min(_SIDE_BY_SIDE, ours or 1))


def shared_out(files: int, most: int) -> int:
    """How many of the files go into each start, so that all processors have about as many."""
    return min(most, max(_FEWEST, -(-files // processors())))
