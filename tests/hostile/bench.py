"""What every kind of case is given: a seed, a folder, a reader, a place for new structures."""

import os
import re
from pathlib import Path
from random import Random
from typing import Protocol

from jingjin_forms import JingjinError
from tests.hostile.page import Page, Reader

LONGEST_MESSAGE = 20_000
_chinese = re.compile("[\u4e00-\u9fff]")

WRITTEN, REFUSED = "written", "refused"


class NoSentence(Exception):
    """A refusal that nobody can read."""


class Left(Exception):
    """Something half-written, left behind, or another's file that was touched."""


class Bench:
    """One process's work place. `structures` is shared by all processes and runs of a seed."""

    def __init__(self, seed: int, work: Path, structures: Path) -> None:
        self.seed, self.work, self.structures = seed, work, structures
        self.reader = Reader()
        self.checked = 0
        self.new: list[Path] = []
        """Structures that this process was the first to see and has still to audit."""
        structures.mkdir(parents=True, exist_ok=True)

    def random(self, *words: object) -> Random:
        """Numbers that depend on the seed and these words only."""
        return Random("/".join(map(str, (self.seed, *words))))

    def produced(self, content: bytes, *, plain: bool = False) -> Page:
        """A produced file, looked through; raises Invalid."""
        page = self.reader.read(content, plain=plain)
        self.checked += 1
        self._claim(page)
        return page

    def _claim(self, page: Page) -> None:
        path = self.structures / f"{page.fingerprint}.docx"
        if page.fingerprint in self.reader.claimed:
            return
        self.reader.claimed.add(page.fingerprint)
        try:
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
        except FileExistsError:  # another process has it
            return
        with os.fdopen(handle, "wb") as out:
            out.write(page.content)
        self.new.append(path)

    def refused(self, error: JingjinError) -> str:
        """The outcome of a refusal; raises NoSentence where its message tells nothing."""
        message = str(error)
        if not _chinese.search(message) or len(message) > LONGEST_MESSAGE:
            raise NoSentence(f"{type(error).__name__} ({len(message)}): {message[:200]!r}")
        message.encode()  # a lone surrogate could not even be printed
        return REFUSED


class Kind(Protocol):
    """One kind of case."""

    def __init__(self, bench: Bench) -> None: ...

    def run(self, number: int) -> str:
        """WRITTEN or REFUSED; raises Invalid, Lost, Left, NoSentence, or whatever the library
        lets out."""
        ...
