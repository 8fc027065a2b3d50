"""The papers of a batch in the order in which they are printed."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from jingjin_forms.batch.made_files import made_there
from jingjin_forms.batch.packet_files import papers_of_packet
from jingjin_forms.batch.places.beside import WORD
from jingjin_forms.batch.report.report import BatchReport
from jingjin_forms.errors import FileProblemError
from jingjin_forms.files.reasons import reason_of

MadeOf = Callable[[Path], bytes | None]
"""What was made beside a Word file of this batch; None where nothing was."""


class FoundPaper(NamedTuple):
    """A file that a row has made."""

    name: str
    """What messages call it: its path within the folder of the batch."""
    path: Path
    """Where it lies; in an archive as if that were a folder."""
    content: bytes

    @property
    def suffix(self) -> str:
        return os.path.splitext(self.name)[1].lower()


def found_papers(report: BatchReport, folder: Path) -> Iterator[FoundPaper | str]:
    """Each paper, row by row, those of a packet in the order of its 送件清單; or a sentence about
    what should be one."""
    for _, path in made_there(report, folder):
        if path.suffix != WORD or os.path.isdir(path):
            yield from _of_packet(path)
            continue
        try:
            yield FoundPaper(path.name, path, path.read_bytes())
        except OSError as error:
            yield f"讀不到「{path.name}」，沒有併進去：{reason_of(error)}。"


def _of_packet(path: Path) -> Iterator[FoundPaper | str]:
    try:
        found = papers_of_packet(path)
    except FileProblemError as error:
        yield str(error)
        return
    for name, content in found.papers.items():
        yield FoundPaper(f"{path.name}/{name}", path / name, content)
    for name in found.lost:
        yield f"「{path.name}/{name}」不見了，沒有併進去。"
