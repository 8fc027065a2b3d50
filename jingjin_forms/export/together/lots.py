"""Papers to .pdf, those of one make together: joined, converted as one, cut apart.

Of each lot one paper is converted alone as well, from its Word file. Where the pages of the two
differ in anything that can be seen in a text's place, the lot is made in the next way: of the Word
files instead of the .odt, in the end paper by paper.
"""

from collections import defaultdict
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from functools import partial
from threading import Event, Lock
from typing import NamedTuple

from jingjin_forms.errors import FileProblemError
from jingjin_forms.export.constant_pdf import constant_pdf, core_properties
from jingjin_forms.export.joining import JoinedWord, UnjoinableError
from jingjin_forms.export.libreoffice.starts import Source, each_made
from jingjin_forms.export.pdf import same_pages
from jingjin_forms.export.together.cut_pdf import cut_pdf
from jingjin_forms.export.together.joined_odt import joined_odt
from jingjin_forms.export.together.make import make_of
from jingjin_forms.export.together.not_cut import NotCutError
from jingjin_forms.log import LOGGER

_DAY = date(2000, 1, 1)
"""Of the joined file, which nobody sees."""
_FEWEST, _MOST = 6, 100
"""Papers in a lot: fewer are not made faster, of more the fonts and the file grow."""

_joining = Lock()
"""Python joins one lot at a time: so LibreOffice begins with the first while the next is joined."""

_Cut = Callable[[bytes, Sequence[bytes]], list[bytes]]
Made = Iterator[tuple[int, bytes | str]]
"""The .pdf of each paper by its number, or why there is none; in the order in which they come."""


class Paper(NamedTuple):
    """A filled paper."""

    word: bytes
    """The .docx."""
    odt: bytes | None = None
    """The same facts in the .odt of the same template: LibreOffice reads it twice as fast."""


class _Way(IntEnum):
    """How a paper is made, the fastest first."""

    AS_ODT, AS_WORD, ALONE = range(3)


@dataclass(frozen=True, slots=True)
class _Lot:
    """Papers of one make, by their numbers, in order, and the file that they are joined to."""

    numbers: list[int]
    way: _Way
    joined: Source
    tried: int
    """The paper that is made alone as well."""


def made_together(
    papers: Sequence[Paper], *, stop: Event | None = None, shared_fonts: bool = False
) -> Made:
    """The .pdf of each paper, or the reason why LibreOffice makes none of it; with `shared_fonts`
    those that are cut out of one file have all its fonts, as they are.

    Raises FileProblemError as `made_of` does.
    """
    cut = partial(cut_pdf, shared_fonts=shared_fonts)
    ways = dict.fromkeys(range(len(papers)), _Way.AS_WORD)
    ways |= {n: _Way.AS_ODT for n, paper in enumerate(papers) if paper.odt is not None}
    while ways:
        ways = yield from _round(papers, ways, stop, cut)


def _round(
    papers: Sequence[Paper], ways: dict[int, _Way], stop: Event | None, cut: _Cut
) -> Generator[tuple[int, bytes | str], None, dict[int, _Way]]:
    """Make the papers of these numbers; the next ways for those that could not be made so."""
    with _joining:
        lots = list(_lots(papers, ways))
    in_lots = {number for lot in lots for number in lot.numbers}
    work: list[tuple[Source, _Lot | int]] = []
    for lot in lots:
        work += ((lot.joined, lot), (Source(papers[lot.tried].word), lot.tried))
    work += [(Source(papers[n].word), n) for n in ways if n not in in_lots]
    lot_of = {lot.tried: lot for lot in lots}
    joined: dict[int, bytes | str] = {}
    singly: dict[int, bytes | str] = {}
    later: dict[int, _Way] = {}
    for place, made in each_made([source for source, _ in work], ".pdf", stop=stop):
        of = work[place][1]
        if isinstance(of, _Lot):
            lot, joined[of.tried] = of, made
        else:
            lot, made = lot_of.get(of), _constant(made, papers[of])
            if lot is None:
                yield of, made
                continue
            singly[of] = made
        if lot.tried in joined and lot.tried in singly:
            parts = _parts(lot, joined.pop(lot.tried), singly[lot.tried], papers, cut)
            yield from parts.items()
            later |= {n: _Way(lot.way + 1) for n in lot.numbers if n not in parts}
    return later


def _lots(papers: Sequence[Paper], ways: dict[int, _Way]) -> Iterator[_Lot]:
    by_make: defaultdict[tuple[bytes, _Way], list[int]] = defaultdict(list)
    for number, way in ways.items() if len(ways) >= _FEWEST else ():
        if way < _Way.ALONE and (make := make_of(papers[number].word)) is not None:
            by_make[make, way].append(number)
    for (_, way), numbers in by_make.items():
        for start in range(0, len(numbers), _MOST):
            some = numbers[start : start + _MOST]
            if len(some) >= _FEWEST:
                yield from _lot(some, papers, way)


def _lot(numbers: Sequence[int], papers: Sequence[Paper], way: _Way) -> Iterator[_Lot]:
    """Those of the papers that can be joined, where that is worth it."""
    if way is _Way.AS_ODT:
        with suppress(UnjoinableError, FileProblemError):
            content = joined_odt([papers[n].odt or b"" for n in numbers])
            yield _Lot(
                list(numbers), way, Source(content, len(numbers), ".odt"), _tried(numbers, papers)
            )
            return
    joined, inside = JoinedWord(), list[int]()
    for number in numbers:
        with suppress(UnjoinableError, FileProblemError):
            joined.add(f"{number}", papers[number].word)
            inside.append(number)
    if len(inside) >= _FEWEST:
        with suppress(FileProblemError):
            source = Source(joined.content("", _DAY), len(inside))
            yield _Lot(inside, _Way.AS_WORD, source, _tried(inside, papers))


def _tried(numbers: Sequence[int], papers: Sequence[Paper]) -> int:
    """The paper that is made alone as well: the longest but for the first, which begins the joined
    file as it would begin its own."""
    return max(numbers[1:], key=lambda number: len(papers[number].word))


def _parts(
    lot: _Lot, joined: bytes | str, one: bytes | str, papers: Sequence[Paper], cut: _Cut
) -> dict[int, bytes | str]:
    """The papers of a lot; only the one that was made alone, where they are not what they should
    be."""
    try:
        if isinstance(joined, str):
            raise NotCutError(joined)
        pdfs = cut(joined, [core_properties(papers[n].word) for n in lot.numbers])
        made: dict[int, bytes | str] = dict(zip(lot.numbers, pdfs, strict=True))
        _refuse_other_pages(made[lot.tried], one)
    except NotCutError as error:
        LOGGER.info("%d 份不能合在一起轉成 .pdf，改用別的方法轉：%s", len(lot.numbers), error)
        return {lot.tried: one}
    return made


def _refuse_other_pages(one: bytes | str, alone: bytes | str) -> None:
    """Raise NotCutError where a paper that was cut out is not what it is when it is made alone."""
    try:
        is_same = isinstance(one, bytes) and isinstance(alone, bytes) and same_pages(one, alone)
    except (FileProblemError, RuntimeError) as error:
        raise NotCutError(str(error)) from error
    if not is_same:
        raise NotCutError("單獨轉時，字的位置不同")


def _constant(made: bytes | str, paper: Paper) -> bytes | str:
    return constant_pdf(made, paper.word) if isinstance(made, bytes) else made
