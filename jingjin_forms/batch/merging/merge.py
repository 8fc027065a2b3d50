"""All papers of a batch into one file, whole or not at all."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from jingjin_forms.batch.merging.in_pdf import in_pdf
from jingjin_forms.batch.merging.in_word import in_word
from jingjin_forms.batch.merging.papers import MadeOf, found_papers
from jingjin_forms.batch.places.beside import PDF, WORD
from jingjin_forms.batch.report.report import BatchReport
from jingjin_forms.errors import FileProblemError
from jingjin_forms.files.dated import day_of_packing
from jingjin_forms.files.writing import refuse_existing, write_file

SUFFIXES = (PDF, WORD)
"""What papers can be merged into."""


def merge_files(
    report: BatchReport,
    folder: Path,
    target: Path,
    *,
    pdf_of: MadeOf = lambda _: None,
    odt_of: MadeOf = lambda _: None,
    odd_pages: bool = False,
    overwrite: bool = False,
    dated: date | None = None,
    progress: Callable[[str], object] = lambda _: None,
) -> list[str]:
    """Put all papers of the batch that lie in `folder` into one .pdf or .docx, row by row, those of
    a packet in the order of its 送件清單; with `odd_pages` each begins on the front of a sheet.

    Each page of a .pdf, and each section of a .docx, is held against what it was before; `pdf_of`
    and `odt_of` know what was made of a Word file already, see `Conversions`. Returns what is not
    in it, a sentence each: a picture, what LibreOffice cannot convert, what cannot stand in a Word
    file with others. Raises FileProblemError, also where nothing is left, and where the file exists
    (unless `overwrite`). `progress` is told of each paper.
    """
    refuse_existing(target, overwrite=overwrite)
    left_out: list[str] = []
    is_word = target.suffix.lower() == WORD
    join = (
        partial(in_word, title=target.stem)
        if is_word
        else partial(in_pdf, pdf_of=pdf_of, odt_of=odt_of)
    )
    papers, day = found_papers(report, folder), dated or day_of_packing()
    content = join(papers, left_out, odd_pages=odd_pages, day=day, progress=progress)
    if content is None:
        raise FileProblemError("\n".join((*left_out, "沒有可以合併的文件。")))
    write_file(target, content, overwrite=overwrite)
    return left_out
