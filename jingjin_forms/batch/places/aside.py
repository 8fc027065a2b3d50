"""Papers as .odt that nobody has asked for, put aside until their .pdf is made.

LibreOffice reads an .odt in half the time that it takes for a Word file. Nothing depends on them:
what is not here, because the row was filled the day before or the disk is full, is made of the Word
file.
"""

import os
from contextlib import suppress
from pathlib import Path

from jingjin_forms.batch.places.beside import OPEN, with_suffix

_FOLDER = "odt"
MOST_BYTES = 50_000
"""Of a Word file whose .odt is worth it. A larger one has photographs, which take most
of the time, and the disk's room twice."""


def put_aside(work: str, file: str, odt: bytes) -> None:
    """Keep the .odt of a Word file, named as the batch names it, while `work` is there."""
    path = Path(_place(work, file))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(odt)
    except (OSError, ValueError):
        with suppress(OSError, ValueError):
            path.unlink()


def taken_up(work: str, file: str) -> bytes | None:
    """What was put aside for a Word file, which is kept no longer; None where nothing was."""
    path = Path(_place(work, file))
    try:
        odt = path.read_bytes()
        path.unlink()
    except (OSError, ValueError):
        return None
    return odt


def _place(work: str, file: str) -> str:
    return os.path.join(work, _FOLDER, with_suffix(file, OPEN))
