"""All papers of a batch into one file, whole or not at all."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path

from jingjin_forms.batch.merging.in_pdf import save_in_pdf
from jingjin_forms.batch.merging.in_word import save_in_word
from jingjin_forms.batch.merging.papers import MadeOf, found_papers
from jingjin_forms.batch.places.beside import PDF, WORD
from jingjin_forms.batch.places.work_folder import work_folder
from jingjin_forms.batch.report.report import BatchReport
from jingjin_forms.errors import FileProblemError
from jingjin_forms.files.dated import day_of_packing
from jingjin_forms.files.writing import not_written, refuse_existing, write_file

SUFFIXES = (PDF, WORD)
"""What papers can be merged into."""
_AT_ONCE = 1 << 20


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
    save = save_in_word if is_word else partial(save_in_pdf, pdf_of=pdf_of, odt_of=odt_of)
    try:
        with work_folder(target.parent) as work:
            made, papers = work / target.name, found_papers(report, folder)
            day = dated or day_of_packing()
            if not save(papers, made, left_out, odd_pages=odd_pages, day=day, progress=progress):
                raise FileProblemError("\n".join((*left_out, "沒有可以合併的文件。")))
            write_file(target, _pieces(made), overwrite=overwrite)
    except FileProblemError:
        raise
    except OSError as error:
        raise not_written(target, error) from None
    return left_out


def _pieces(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while piece := file.read(_AT_ONCE):
            yield piece
