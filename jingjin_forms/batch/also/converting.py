"""A group of Word files in the hands of LibreOffice, in a thread of its own."""

from concurrent.futures import Future
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from jingjin_forms.batch.places.identity import identity_of
from jingjin_forms.files.background import in_background

Made = dict[tuple[Path, str], bytes | str]
"""By Word file and suffix, what was made; or why it was not, as the end of a sentence."""


class Paper(NamedTuple):
    """A Word file."""

    row: str
    """The name of the row's file, or of the folder of its packet."""
    word: Path
    lacks: tuple[str, ...]
    """Suffixes of what is wanted beside it and is not there."""
    is_new: bool = False
    """Whether this batch has made it."""


@dataclass
class Group:
    """Word files that are converted together."""

    papers: dict[Paper, str] = field(default_factory=dict[Paper, str])
    """Each with what tells it from one that has taken its place."""
    size: int = 0
    """Bytes."""
    done: "Future[Made]" = field(default_factory=lambda: Future[Made]())
    _contents: dict[Paper, bytes] = field(default_factory=dict[Paper, bytes])
    _odt: dict[str, bytes] = field(default_factory=dict[str, bytes])

    def add(self, paper: Paper, odt: bytes | None) -> None:
        """Read a file, which may be there as .odt too. Raises OSError."""
        state = state_of(paper.word)
        self._contents[paper] = paper.word.read_bytes()
        self.papers[paper] = state
        self.size += len(self._contents[paper])
        if odt is not None:
            self._odt[str(paper.word)] = odt
            self.size += len(odt)

    def begin(self) -> None:
        """Start converting."""
        self.done = in_background(self._converted)

    def give_up(self) -> None:
        """Convert none of them."""
        self.done.set_result({})

    def _converted(self) -> Made:
        from jingjin_forms.export import convert_each

        made: Made = {}
        for suffix in dict.fromkeys(s for paper in self.papers for s in paper.lacks):
            wanted = {str(p.word): c for p, c in self._contents.items() if suffix in p.lacks}
            found, faults = convert_each(wanted, suffix, odt=self._odt, in_one=True)
            made |= {(Path(word), suffix): result for word, result in (found | faults).items()}
        return made


def state_of(path: Path) -> str:
    """Tells a file from one that has taken its place, or is there no more."""
    try:
        return identity_of(path)
    except OSError:
        return ""
