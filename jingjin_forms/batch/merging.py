"""All papers of a batch in one file, to be printed in one go."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from jingjin_forms.batch.made_files import files_there
from jingjin_forms.batch.packet_files import papers_of_packet
from jingjin_forms.batch.report import BatchReport
from jingjin_forms.errors import FileProblemError
from jingjin_forms.files.dated import day_of_packing
from jingjin_forms.files.writing import refuse_existing, write_file

SUFFIXES = (".pdf",)
"""What papers can be merged into."""
_WORD, _PDF = ".docx", ".pdf"
MadeOf = Callable[[Path], bytes | None]


def check_merged(target: Path, out: str | None, *, overwrite: bool) -> None:
    """Raise FileProblemError where the papers could not be merged into `target` after the rows;
    `out` is the folder of the batch's files, None where none are made."""
    from jingjin_forms.export import find_soffice

    if out is None or "://" in out:
        where = "--check 不產生檔案" if out is None else f"檔案寫到「{out}」，不在本機"
        raise FileProblemError(f"{where}，不能與 --merge 一起用。")
    if target.suffix.lower() not in SUFFIXES:
        raise FileProblemError(f"--merge「{target}」的副檔名要是 {'、'.join(SUFFIXES)}。")
    if os.path.isdir(target):
        raise FileProblemError(f"--merge「{target}」是一個資料夾，請給檔名。")
    refuse_existing(target, overwrite=overwrite)
    find_soffice()


def merge_files(
    report: BatchReport,
    folder: Path,
    target: Path,
    *,
    made: MadeOf = lambda _: None,
    odd_pages: bool = False,
    overwrite: bool = False,
    dated: date | None = None,
) -> list[str]:
    """Put all papers of the batch that lie in `folder` into one PDF, row by row, those of a packet
    in the order of its 送件清單; with `odd_pages` each paper begins on the front of a sheet.

    `made` knows the .pdf that was made of a Word file already, see `Conversions.pdf_of`. Each page
    is held against what it was before. Returns what is not in it, a sentence each: a
    picture, or what LibreOffice cannot convert. Raises FileProblemError, also where nothing is
    left, and where the file exists (unless `overwrite`).
    """
    from jingjin_forms.export.joined_pdf import joined_pdf

    refuse_existing(target, overwrite=overwrite)
    papers = _Papers(folder, made if target.suffix.lower() == _PDF else lambda _: None)
    for result, _ in files_there(report, folder):
        papers.add(folder / result.file)
    found = papers.as_pdf()
    if not found:
        raise FileProblemError("\n".join((*papers.left_out, "沒有可以合併的文件。")))
    content = joined_pdf(found, odd_pages=odd_pages, day=dated or day_of_packing())
    write_file(target, content, overwrite=overwrite)
    return papers.left_out


@dataclass
class _Papers:
    """What is to be printed, in order, by its path within the folder."""

    folder: Path
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

    def as_pdf(self) -> dict[str, bytes]:
        """All that can be put into a PDF."""
        from jingjin_forms.export import convert_each

        word = {name: paper for name, paper in self.contents.items() if _suffix(name) == _WORD}
        made, faults = convert_each(word, _PDF)
        for name, fault in faults.items():
            self.left_out.append(f"「{name}」無法轉成 .pdf，沒有併進去：{fault}。")
        return dict(self._pdfs(made))

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
