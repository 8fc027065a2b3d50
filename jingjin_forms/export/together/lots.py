"""Papers to .pdf, those of one make together: joined, converted as one, cut apart.

Of each lot one paper is converted alone as well. Where the pages of the two differ in anything that
can be seen in a text's place, the whole lot is converted paper by paper.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from threading import Event

from jingjin_forms.errors import FileProblemError
from jingjin_forms.export.constant_pdf import constant_pdf, core_properties
from jingjin_forms.export.joining import JoinedWord, UnjoinableError
from jingjin_forms.export.pdf import same_pages
from jingjin_forms.export.starts import Source, made_of
from jingjin_forms.export.together.cut_pdf import cut_pdf
from jingjin_forms.export.together.make import make_of
from jingjin_forms.export.together.not_cut import NotCutError
from jingjin_forms.log import LOGGER

_DAY = date(2000, 1, 1)
"""Of the joined file, which nobody sees."""
_FEWEST, _MOST = 6, 100
"""Papers in a lot: fewer are not made faster, of more the fonts and the file grow."""


@dataclass(frozen=True, slots=True)
class _Lot:
    """Papers of one make, by their numbers, in order, and the file that they are joined to."""

    numbers: list[int]
    joined: bytes


def made_together(contents: Sequence[bytes], *, stop: Event | None = None) -> list[bytes | str]:
    """The .pdf of each Word file, or the reason why LibreOffice makes none of it.

    Raises FileProblemError as `made_of` does.
    """
    lots = list(_lots(contents))
    in_lots = {number for lot in lots for number in lot.numbers}
    alone = [n for n in range(len(contents)) if n not in in_lots]
    tried = [_tried(lot, contents) for lot in lots]
    sources = [Source(lot.joined, len(lot.numbers)) for lot in lots]
    sources += [Source(contents[n]) for n in (*alone, *tried)]
    results = made_of(sources, ".pdf", stop=stop)
    singly = [*alone, *tried]
    made = dict(zip(singly, _constant(singly, contents, results[len(lots) :]), strict=True))
    left: list[int] = []
    for lot, joined, one in zip(lots, results, tried, strict=False):
        try:
            pdfs = _cut(joined, [core_properties(contents[n]) for n in lot.numbers])
            papers = dict(zip(lot.numbers, pdfs, strict=True))
            _refuse_other_pages(papers[one], made[one])
            made |= papers
        except NotCutError as error:
            LOGGER.info("%d 份不能合在一起轉成 .pdf，改為逐份轉：%s", len(lot.numbers), error)
            left += [n for n in lot.numbers if n != one]
    again = made_of([Source(contents[n]) for n in left], ".pdf", stop=stop)
    made |= zip(left, _constant(left, contents, again), strict=True)
    return [made[n] for n in range(len(contents))]


def _lots(contents: Sequence[bytes]) -> Iterator[_Lot]:
    by_make: defaultdict[bytes, list[int]] = defaultdict(list)
    for number, content in enumerate(contents if len(contents) >= _FEWEST else ()):
        if (make := make_of(content)) is not None:
            by_make[make].append(number)
    for numbers in by_make.values():
        for start in range(0, len(numbers), _MOST):
            yield from _lot(numbers[start : start + _MOST], contents)


def _lot(numbers: Sequence[int], contents: Sequence[bytes]) -> Iterator[_Lot]:
    """Those of the papers that can be joined, where that is worth it."""
    joined, inside = JoinedWord(), list[int]()
    for number in numbers if len(numbers) >= _FEWEST else ():
        with suppress(UnjoinableError, FileProblemError):
            joined.add(f"{number}", contents[number])
            inside.append(number)
    if len(inside) >= _FEWEST:
        with suppress(FileProblemError):
            yield _Lot(inside, joined.content("", _DAY))


def _tried(lot: _Lot, contents: Sequence[bytes]) -> int:
    """The paper that is made alone as well: the longest but for the first, which begins the joined
    file as it would begin its own."""
    return max(lot.numbers[1:], key=lambda number: len(contents[number]))


def _cut(joined: bytes | str, cores: Sequence[bytes]) -> list[bytes]:
    if isinstance(joined, str):
        raise NotCutError(joined)
    return cut_pdf(joined, cores)


def _refuse_other_pages(one: bytes, alone: bytes | str) -> None:
    """Raise NotCutError where a paper that was cut out is not what it is when it is made alone."""
    try:
        is_same = isinstance(alone, bytes) and same_pages(one, alone)
    except (FileProblemError, RuntimeError) as error:
        raise NotCutError(str(error)) from error
    if not is_same:
        raise NotCutError("單獨轉時，字的位置不同")


def _constant(
    numbers: Sequence[int], contents: Sequence[bytes], made: Sequence[bytes | str]
) -> list[bytes | str]:
    return [
        constant_pdf(result, contents[n]) if isinstance(result, bytes) else result
        for n, result in zip(numbers, made, strict=True)
    ]
