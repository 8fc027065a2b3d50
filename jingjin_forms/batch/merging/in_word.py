"""The papers of a batch in one Word file."""

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

from jingjin_forms.batch.merging.papers import FoundPaper
from jingjin_forms.batch.places.beside import WORD


def save_in_word(
    papers: Iterable[FoundPaper | str],
    path: Path,
    left_out: list[str],
    *,
    odd_pages: bool,
    day: date,
    progress: Callable[[str], object],
) -> bool:
    """Write all that can be put into it to `path`, whose name is its title; False where nothing
    can. What cannot is told in `left_out`. Raises FileProblemError, OSError."""
    from jingjin_forms.export.joining import joined_word

    word: dict[str, bytes] = {}
    for paper in papers:
        if isinstance(paper, str):
            left_out.append(paper)
        elif paper.suffix == WORD:
            word[paper.name] = paper.content
        else:
            left_out.append(f"「{paper.name}」不是 Word 檔，沒有併進去；請另外列印。")
    made = joined_word(
        word, left_out, odd_pages=odd_pages, title=path.stem, day=day, progress=progress
    )
    if made is not None:
        path.write_bytes(made)
    return made is not None
