"""What lies beside a Word file under its name: the same paper as .odt, as .pdf.

None of it may be of an earlier Word file than the one it lies beside: a .pdf that is missing is
missed, one that is stale is mailed.
"""

import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

WORD, OPEN, PDF = ".docx", ".odt", ".pdf"


def with_suffix(path: str, suffix: str) -> str:
    """The file of another format beside one."""
    return os.path.splitext(path)[0] + suffix


def first_there(path: str, suffixes: Iterable[str]) -> str | None:
    """The first of the files beside one that is there."""
    return next(filter(os.path.lexists, (with_suffix(path, suffix) for suffix in suffixes)), None)


def word_files(path: Path) -> list[Path]:
    """The Word file of a row, or those in the folder of its packet."""
    found = sorted(path.iterdir()) if path.is_dir() else [path]
    return [file for file in found if file.suffix.lower() == WORD]


def put_in_place(new: str, target: str, suffixes: Sequence[str], kept: str) -> None:
    """Let a new file replace one of another name, together with what lies beside either.

    What lay beside the old one goes first, and comes back where the new one does not get its place:
    until then it is called `kept`, with its suffix. Raises OSError.
    """
    gone: list[tuple[str, str]] = []
    try:
        for suffix in suffixes:
            old = with_suffix(target, suffix)
            with suppress(FileNotFoundError):
                os.replace(old, kept + suffix)
                gone.append((kept + suffix, old))
        os.replace(new, target)
    except OSError:
        for aside, old in gone:
            with suppress(OSError):
                os.replace(aside, old)
        raise
    for suffix in suffixes:
        with suppress(FileNotFoundError):
            os.replace(with_suffix(new, suffix), with_suffix(target, suffix))
