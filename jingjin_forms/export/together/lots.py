"""Papers to .pdf, those of one make together: joined, converted as one, cut apart.

Of each lot one paper is converted alone as well. Where the pages of the two differ in anything that
can be seen in a text's place, the whole lot is converted paper by paper.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from threading import Event

from jingjin_forms.errors import FileProblemError
from jingjin_forms.export.constant_pdf import constant_pdf
from jingjin_forms.export.pdf import same_pages
from jingjin_forms.export.starts import Source, made_of
from jingjin_forms.export.together.alike import CORE, Paper, paper_of
from jingjin_forms.export.together.cut_pdf import NotCutError, cut_pdf
from jingjin_forms.export.together.joined_word import joined_word
from jingjin_forms.log import LOGGER

_FEWEST, _MOST = 4, 100
"""Papers in a lot: fewer are not made faster, of more the fonts and the file grow."""


@dataclass(frozen=True, slots=True)
class _Lot:
    """Papers of one make, by their numbers, in order."""

    papers: dict[int, Paper]

    @property
    def tried(self) -> int:
        """The paper that is made alone as well: the longest but for the first, which begins the
        joined file as it would begin its own."""
        behind = list(self.papers)[1:]
        return max(behind, key=lambda n: sum(map(len, self.papers[n].parts.values())))

    def source(self) -> Source:
        return Source(joined_word(list(self.papers.values())), len(self.papers))


def made_together(contents: Sequence[bytes], *, stop: Event | None = None) -> list[bytes | str]:
    """The .pdf of each Word file, or the reason why LibreOffice makes none of it.

    Raises FileProblemError as `made_of` does.
    """
    lots = list(_lots(contents))
    in_lots = {number for lot in lots for number in lot.papers}
    alone = [n for n in range(len(contents)) if n not in in_lots]
    alone += [lot.tried for lot in lots]
    sources = [lot.source() for lot in lots] + [Source(contents[n]) for n in alone]
    results = made_of(sources, ".pdf", stop=stop)
    made = dict(zip(alone, _constant(alone, contents, results[len(lots) :]), strict=True))
    left: list[int] = []
    for lot, joined in zip(lots, results, strict=False):
        try:
            made |= _cut(lot, joined, made[lot.tried])
        except NotCutError as error:
            LOGGER.info(
                "%d 份合在一起轉成 .pdf 與單獨轉的不同，改為逐份轉：%s", len(lot.papers), error
            )
            left += [n for n in lot.papers if n != lot.tried]
    again = made_of([Source(contents[n]) for n in left], ".pdf", stop=stop)
    made |= zip(left, _constant(left, contents, again), strict=True)
    return [made[n] for n in range(len(contents))]


def _lots(contents: Sequence[bytes]) -> Iterator[_Lot]:
    by_make: defaultdict[bytes, dict[int, Paper]] = defaultdict(dict)
    if len(contents) < _FEWEST:
        return
    for number, content in enumerate(contents):
        if paper := paper_of(content):
            by_make[paper.make][number] = paper
    for papers in by_make.values():
        numbers = list(papers)
        for start in range(0, len(numbers), _MOST):
            lot = numbers[start : start + _MOST]
            if len(lot) >= _FEWEST:
                yield _Lot({n: papers[n] for n in lot})


def _cut(lot: _Lot, joined: bytes | str, alone: bytes | str) -> dict[int, bytes]:
    """The papers of a lot. Raises NotCutError where they are not what each would be alone."""
    if isinstance(joined, str) or isinstance(alone, str):
        raise NotCutError("LibreOffice")
    cores = [paper.parts.get(CORE, b"") for paper in lot.papers.values()]
    made = dict(zip(lot.papers, cut_pdf(joined, cores), strict=True))
    try:
        is_same = same_pages(made[lot.tried], alone)
    except (FileProblemError, RuntimeError) as error:
        raise NotCutError(str(error)) from error
    if not is_same:
        raise NotCutError("a paper that stands otherwise on its pages when it is made alone")
    return made


def _constant(
    numbers: Sequence[int], contents: Sequence[bytes], made: Sequence[bytes | str]
) -> list[bytes | str]:
    return [
        constant_pdf(result, contents[n]) if isinstance(result, bytes) else result
        for n, result in zip(numbers, made, strict=True)
    ]
