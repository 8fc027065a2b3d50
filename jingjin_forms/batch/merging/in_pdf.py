"""The papers of a batch in one PDF; a few hundred Word files are held at a time."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from jingjin_forms.batch.merging.papers import FoundPaper, MadeOf
from jingjin_forms.batch.places.beside import PDF, WORD, with_suffix
from jingjin_forms.errors import FileProblemError

if TYPE_CHECKING:
    from jingjin_forms.export import Paper


def in_pdf(
    papers: Iterable[FoundPaper | str],
    left_out: list[str],
    *,
    pdf_of: MadeOf,
    odt_of: MadeOf,
    odd_pages: bool,
    day: date,
    progress: Callable[[str], object],
) -> bytes | None:
    """All that can be put into it, None where nothing can; what cannot is told in `left_out`.

    `pdf_of` and `odt_of` know what there is of a Word file. Raises FileProblemError where
    LibreOffice is missing and where a page is not what it was.
    """
    from jingjin_forms.export import convert_in_turn
    from jingjin_forms.export.joined_pdf import JoinedPdf

    joined = JoinedPdf(odd_pages=odd_pages)
    handed = _handed(papers, pdf_of, odt_of)
    for name, made in convert_in_turn(handed, PDF, shared_fonts=True):
        if isinstance(made, str):
            told = f"「{name}」無法轉成 .pdf，沒有併進去：{made}。"
            left_out.append(told if name else made)
            continue
        try:
            joined.add(name, made)
        except FileProblemError:
            left_out.append(f"「{name}」打不開（損壞，或有密碼），沒有併進去；請另外列印。")
        progress(name)
    return joined.content(day) if len(joined) else None


def _handed(
    papers: Iterable[FoundPaper | str], pdf_of: MadeOf, odt_of: MadeOf
) -> "Iterator[tuple[str, Paper | bytes | str]]":
    """Each by its name, as it is converted; without one a sentence why it is not."""
    from jingjin_forms.export import Paper

    for paper in papers:
        if isinstance(paper, str):
            yield "", paper
        elif paper.suffix == PDF:
            yield paper.name, paper.content
        elif paper.suffix != WORD:
            yield "", f"「{paper.name}」不是 Word 檔或 PDF，沒有併進去；請另外列印。"
        elif (pdf := pdf_of(paper.path)) is not None:
            yield with_suffix(paper.name, PDF), pdf
        else:
            yield paper.name, Paper(paper.content, odt_of(paper.path))
