"""The papers of a batch in one Word file."""

from collections.abc import Callable, Iterable
from datetime import date

from jingjin_forms.batch.merging.papers import FoundPaper
from jingjin_forms.batch.places.beside import WORD


def in_word(
    papers: Iterable[FoundPaper | str],
    left_out: list[str],
    *,
    title: str,
    odd_pages: bool,
    day: date,
    progress: Callable[[str], object],
) -> bytes | None:
    """All that can be put into it, None where nothing can; what cannot is told in `left_out`.
    Raises FileProblemError."""
    from jingjin_forms.export.joining import joined_word

    word: dict[str, bytes] = {}
    for paper in papers:
        if isinstance(paper, str):
            left_out.append(paper)
        elif paper.suffix == WORD:
            word[paper.name] = paper.content
        else:
            left_out.append(f"「{paper.name}」不是 Word 檔，沒有併進去；請另外列印。")
    return joined_word(word, left_out, odd_pages=odd_pages, title=title, day=day, progress=progress)
