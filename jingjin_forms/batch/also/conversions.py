"""The Word files of a batch as .pdf (and .odt, where no template is there for it), made by
LibreOffice while others are still being filled.

A group of finished files goes to a thread, which has LibreOffice convert them. Whatever is written
is written between two rows: so a Word file that turns out not to be alone under its name is never
left with a .pdf of it.
"""

import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from jingjin_forms.batch.also.converting import Group, Made, Paper, state_of
from jingjin_forms.batch.places.aside import taken_up
from jingjin_forms.batch.places.beside import OPEN, PDF, word_files
from jingjin_forms.batch.places.targets import STAGED
from jingjin_forms.batch.report.report import BatchReport
from jingjin_forms.batch.report.results import THERE, Outcome
from jingjin_forms.errors import FileProblemError, shortened
from jingjin_forms.files.processors import processors, shared_out
from jingjin_forms.files.reasons import reason_of
from jingjin_forms.files.writing import remove, write_file

if TYPE_CHECKING:
    from jingjin_forms.export import Converted

_AT_ONCE = 200
"""Files in a group, which one LibreOffice converts: enough to forget what its start costs."""
_IN_VAIN = 2
"""Groups in a row."""
_MOST_BYTES = 30_000_000
"""Of the files of a group: those with photographs are large."""

Progress = Callable[["Converted"], object]


class Conversions:
    """What is wanted beside the Word files of a batch, as far as it is not there."""

    def __init__(
        self, report: BatchReport, folder: Path, suffixes: Sequence[str], progress: Progress
    ) -> None:
        self._report, self._folder, self._suffixes = report, folder, suffixes
        self.progress = progress
        """Called after each file."""
        self._looked_at = 0
        """How many rows of the report."""
        self._are_rows_done = False
        self._papers: Iterator[Paper | None] = self._lacking()
        self._under_way = processors() + 1
        """Groups at most: while what one LibreOffice has made is cut and proved, another works."""
        self._groups: deque[Group] = deque()
        self._made: dict[str, list[str]] = {}
        """What lies beside the files of each row, a line each: its state and its name."""
        self._in_vain = 0
        """Groups of which nothing was made, one after another."""
        self._fault = ""
        """Why nothing more can be converted; blank where it can."""
        self.work = ""
        """Where unfinished files lie."""

    def go_on(self) -> None:
        """Write what has been converted, and begin with the next. To be called after each row."""
        if not self._suffixes:
            return
        while self._groups and self._groups[0].done.done():
            self._collect(self._groups.popleft())
        enough = len(self._report) - self._looked_at >= _AT_ONCE
        if enough and len(self._groups) < self._under_way:
            self._begin(_AT_ONCE)

    def finish(self) -> list[str]:
        """Convert what is left, all rows being done and their files in their places; what is
        missing in the end."""
        self._are_rows_done = True
        rest = [paper for paper in self._papers if paper is not None] if self._suffixes else []
        at_once = shared_out(len(rest), _AT_ONCE)
        self._papers = iter(rest)
        while True:
            while len(self._groups) < self._under_way and self._begin(at_once):
                pass
            if not self._groups:
                return self._report.missing
            self._collect(self._groups.popleft())

    def left(self) -> int:
        """How many files are still to be converted, all rows being done."""
        rows = (self._of_row(place) for place in range(len(self._report)))
        return sum(len(paper.lacks) for papers in rows for paper in papers)

    def forget(self, name: str) -> None:
        """A row's Word file is taken away: so is what was made of it."""
        for line in self._made.pop(name, []):
            state, _, target = line.partition(" ")
            if state == state_of(self._folder / target):
                remove(os.fspath(self._folder / target))

    def pdf_of(self, word: Path) -> bytes | None:
        """The .pdf that this batch has made of a Word file and that lies there; None where it has
        made none."""
        pdf = word.with_suffix(".pdf")
        line = f"{state_of(pdf)} {pdf.relative_to(self._folder)}"
        rows = (word.relative_to(self._folder), word.parent.relative_to(self._folder))
        is_made = any(line in self._made.get(str(row), ()) for row in rows)
        return pdf.read_bytes() if is_made else None

    def odt_of(self, word: Path) -> bytes | None:
        """The paper as .odt, which this batch has put aside, and keeps no longer; None where it has
        not."""
        return taken_up(self.work, os.fspath(word.relative_to(self._folder)))

    def _lacking(self) -> "Iterator[Paper | None]":
        """The papers that lack something, row by row; None where the next row is not done yet."""
        later: deque[int] = deque()  # what replaces earlier files does so when all rows are done
        while self._looked_at < len(self._report) or not self._are_rows_done:
            if self._looked_at == len(self._report):
                yield None
                continue
            place = self._looked_at
            self._looked_at += 1
            if self._report.made(place) == STAGED:
                later.append(place)
            else:
                yield from self._of_row(place)
        yield from chain.from_iterable(map(self._of_row, later))

    def _of_row(self, place: int) -> Iterator[Paper]:
        row = self._report.at(place)
        if row.outcome not in THERE:
            return
        try:
            found = word_files(self._folder / row.file)
        except OSError as error:
            self._report.missing.append(f"讀不到「{row.file}」：{reason_of(error)}。")
            return
        for word in found:
            lacks = tuple(s for s in self._suffixes if _is_lacking(word.with_suffix(s)))
            if lacks:
                yield Paper(row.file, word, lacks, is_new=row.outcome is Outcome.WRITTEN)

    def _begin(self, at_once: int) -> bool:
        """Begin with the next group of so many; False where there is none."""
        group = Group()
        while len(group.papers) < at_once and group.size < _MOST_BYTES:
            if (paper := next(self._papers, None)) is None:
                break
            try:
                group.add(paper, self._odt_of(paper))
            except OSError as error:
                for suffix in paper.lacks:
                    self._tell(paper, suffix, f"無法讀取：{reason_of(error)}")
        if not group.papers:
            return False
        if self._fault:
            group.give_up()
        else:
            group.begin()
        self._groups.append(group)
        return True

    def _odt_of(self, paper: Paper) -> bytes | None:
        """The paper as .odt, where this batch has filled it as that too."""
        if PDF not in paper.lacks or not paper.is_new:
            return None
        if OPEN not in self._suffixes:
            return self.odt_of(paper.word)
        odt = paper.word.with_suffix(OPEN)
        return odt.read_bytes() if odt.exists() else None

    def _collect(self, group: Group) -> None:
        """Write what was made, waiting for it if need be."""
        try:
            made = group.done.result()
        except FileProblemError as error:  # LibreOffice is missing, the disk is full
            made = {}
            if self._fault != str(error):
                self._report.missing.append(str(error))
            self._fault = str(error)
        except Exception as error:  # what nobody has foreseen stops no row
            made = {}
            self._report.missing.append(
                f"轉檔時發生沒有預料到的錯誤：{shortened(repr(error), 200)}。"
            )
        if not self._fault and self._makes_nothing(made):
            self._fault = "LibreOffice 接連兩批一份也沒有轉成，其餘的不再試；加上 --skip 再做一次。"
            self._report.missing.append(self._fault)
        for paper, state in group.papers.items():
            if state != state_of(paper.word) and not paper.word.exists():
                continue  # the row was not alone under its name
            for suffix in paper.lacks:
                content = made.get((paper.word, suffix), "")
                self._tell(paper, suffix, self._put(paper, state, suffix, content))

    def _makes_nothing(self, made: Made) -> bool:
        """Whether nothing was made of this group nor of the one before: LibreOffice that hangs
        would take its time again and again."""
        has_some = any(isinstance(each, bytes) for each in made.values())
        self._in_vain = 0 if has_some else self._in_vain + 1
        return self._in_vain == _IN_VAIN

    def _put(self, paper: Paper, state: str, suffix: str, made: bytes | str) -> str | None:
        """Write a file; why it is not there, None where it is."""
        if isinstance(made, str):
            return made
        if state != state_of(paper.word):
            return "Word 檔在轉檔時換掉了，請加上 --skip 再做一次"
        target = paper.word.with_suffix(suffix)
        try:
            if target.exists():
                target.unlink()  # empty, see `_is_lacking`
            write_file(target, made, temporary=Path(self.work, f"made{suffix}"))
        except FileProblemError as error:
            return str(error).rstrip("。")
        except OSError as error:
            return reason_of(error)
        line = f"{state_of(target)} {target.relative_to(self._folder)}"
        self._made.setdefault(paper.row, []).append(line)
        return None

    def _tell(self, paper: Paper, suffix: str, problem: str | None) -> None:
        """Say what became of a file; a `problem` is why it is not there, blank where that has been
        said."""
        from jingjin_forms.export import Converted

        target = paper.word.with_suffix(suffix)
        if problem is not None:
            why = f"：{problem}" if problem else ""
            name = target.relative_to(self._folder).as_posix()
            self._report.missing.append(f"沒有「{name}」{why}。")
        self.progress(Converted(paper.word, target, problem or ""))


def _is_lacking(path: Path) -> bool:
    """Whether a file is not there; what a power cut has left of it is empty."""
    try:
        return path.stat().st_size == 0
    except OSError:
        return not os.path.lexists(path)
