"""All papers of a batch in one file, to be printed in one go."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from jingjin_forms.batch.made_files import made_there
from jingjin_forms.batch.packet_files import papers_of_packet
from jingjin_forms.batch.report.report import BatchReport
from jingjin_forms.errors import FileProblemError
from jingjin_forms.files.dated import day_of_packing
from jingjin_forms.files.writing import refuse_existing, write_file

_WORD, _PDF = ".docx", ".pdf"
SUFFIXES = (_PDF, _WORD)
"""What papers can be merged into."""
MadeOf = Callable[[Path], bytes | None]
"""The .pdf that was made of a Word file already; None where there is none."""


def merge_files(
    report: BatchReport,
    folder: Path,
    target: Path,
    *,
    made: MadeOf = lambda _: None,
    odd_pages: bool = False,
    overwrite: bool = False,
    dated: date | None = None,
    progress: Callable[[str], object] = lambda _: None,
) -> list[str]:
    """Put all papers of the batch that lie in `folder` into one .pdf or .docx, row by row, those of
    a packet in the order of its 送件清單; with `odd_pages` each begins on the front of a sheet.

    Each page of a .pdf, and each section of a .docx, is held against what it was before; `made`
    knows the .pdf that was made of a Word file already, see `Conversions.pdf_of`. Returns what is
    not in it, a sentence each: a picture, what LibreOffice cannot convert, what cannot stand in a
    Word file with others. Raises FileProblemError, also where nothing is left, and where the file
    exists (unless `overwrite`). `progress` is told of each paper put into a .docx.
    """
    refuse_existing(target, overwrite=overwrite)
    is_word = target.suffix.lower() == _WORD
    papers = _Papers(folder, progress, (lambda _: None) if is_word else made)
    for _, path in made_there(report, folder):
        papers.add(path)
    join = papers.in_word if is_word else papers.in_pdf
    content = join(odd_pages, target.stem, dated or day_of_packing())
    write_file(target, content, overwrite=overwrite)
    return papers.left_out


@dataclass
class _Papers:
    """What is to be printed, in order, by its path within the folder."""

    folder: Path
    progress: Callable[[str], object]
    made: MadeOf
    contents: dict[str, bytes] = field(default_factory=dict[str, bytes])
    left_out: list[str] = field(default_factory=list[str])

    def add(self, path: Path) -> None:
        """What a row has made: a paper, or a packet of several."""
        if path.suffix == _WORD and path.is_file():
            self._put(path.name, path, path.read_bytes())
            return
        try:
            found = papers_of_packet(path)
        except FileProblemError as error:
            self.left_out.append(str(error))
            return
        for name, paper in found.papers.items():
            self._put(f"{path.name}/{name}", path / name, paper)
        self.left_out += [f"「{path.name}/{name}」不見了，沒有併進去。" for name in found.lost]

    def _put(self, name: str, path: Path, content: bytes) -> None:
        """Add a paper; as .pdf, where there is one of it already."""
        pdf = self.made(path) if path.suffix == _WORD else None
        if pdf is None:
            self.contents[name] = content
        else:
            self.contents[os.path.splitext(name)[0] + _PDF] = pdf

    def in_word(self, odd_pages: bool, title: str, day: date) -> bytes:
        """All that can be put into a Word file. Raises FileProblemError where nothing can."""
        from jingjin_forms.export.joining import joined_word

        word: dict[str, bytes] = {}
        for name, content in self.contents.items():
            if _suffix(name) == _WORD:
                word[name] = content
            else:
                self.left_out.append(f"「{name}」不是 Word 檔，沒有併進去；請另外列印。")
        made = joined_word(
            word,
            self.left_out,
            odd_pages=odd_pages,
            title=title,
            day=day,
            progress=self.progress,
        )
        return self._something(made)

    def in_pdf(self, odd_pages: bool, title: str, day: date) -> bytes:
        """All that can be put into a PDF. Raises FileProblemError where nothing can."""
        from jingjin_forms.export import convert_each
        from jingjin_forms.export.joined_pdf import joined_pdf

        word = {name: paper for name, paper in self.contents.items() if _suffix(name) == _WORD}
        made, faults = convert_each(word, _PDF)
        for name, fault in faults.items():
            self.left_out.append(f"「{name}」無法轉成 .pdf，沒有併進去：{fault}。")
        found = dict(self._pdfs(made))
        return self._something(joined_pdf(found, odd_pages=odd_pages, day=day) if found else None)

    def _something(self, made: bytes | None) -> bytes:
        if made is None:
            raise FileProblemError("\n".join((*self.left_out, "沒有可以合併的文件。")))
        return made

    def _pdfs(self, made: dict[str, bytes]) -> Iterator[tuple[str, bytes]]:
        for name, content in self.contents.items():
            if name in made:
                yield name, made[name]
            elif _suffix(name) == _PDF and _is_readable(content):
                yield name, content
            elif _suffix(name) == _PDF:
                self.left_out.append(
                    f"「{name}」打不開（損壞，或有密碼），沒有併進去；請另外列印。"
                )
            elif _suffix(name) != _WORD:
                self.left_out.append(f"「{name}」不是 Word 檔或 PDF，沒有併進去；請另外列印。")


def _suffix(name: str) -> str:
    return os.path.splitext(name)[1].lower()


def _is_readable(pdf: bytes) -> bool:
    from jingjin_forms.export.pdf import pdf_texts

    try:
        return bool(pdf_texts(pdf))
    except RuntimeError:  # PDFium's
        return False
