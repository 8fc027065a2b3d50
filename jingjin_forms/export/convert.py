"""Word files to .odt and .pdf, many with one start of LibreOffice, and each proved whole."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from os import PathLike
from pathlib import Path
from threading import Event
from typing import Any, TypeVar

from jingjin_forms.errors import FileProblemError
from jingjin_forms.export.in_turn import groups, in_turn
from jingjin_forms.export.proved import converted, unproved
from jingjin_forms.export.together import Paper
from jingjin_forms.files.codes import NOT_CONVERTED
from jingjin_forms.files.reasons import reason_of
from jingjin_forms.files.writing import write_file

_AT_ONCE = {".odt": 50, ".pdf": 200}
"""Files per start: enough to forget what the start costs, few enough to see them come."""
_NONE: Mapping[str, bytes] = {}
Name = TypeVar("Name")
_Named = tuple[Name, Paper | bytes | str]
SUFFIXES = tuple(_AT_ONCE)
"""What a Word file can be turned into."""


@dataclass(frozen=True, slots=True)
class Converted:
    """What became of one Word file."""

    source: Path
    target: Path
    problem: str = ""
    """Why there is no target; empty when it was written."""


def convert(
    contents: Mapping[str, bytes],
    suffix: str,
    *,
    odt: Mapping[str, bytes] = _NONE,
    prove: bool = True,
) -> dict[str, bytes]:
    """Word files, by any name, as .odt or .pdf by the same names. `odt` are the same papers as .odt
    by the same names, as far as they are at hand: many of one template become .pdf faster.

    When LibreOffice hangs or dies it is started a second time, for the files that are not done.
    What it has made is held against the Word file (see `proof`); a PDF that lacks something is made
    once more with rows that may break over the page. Raises FileProblemError when LibreOffice is
    missing, and naming each file that it cannot convert or that lacks a row. Without `prove` it may
    lack one: that is for pages to look at.
    """
    done, faults = convert_each(contents, suffix, odt=odt, prove=prove)
    if faults:
        told = (f"「{name}」無法轉成 {suffix}：{fault}。" for name, fault in faults.items())
        raise FileProblemError("\n".join(told), code=NOT_CONVERTED)
    return done


def convert_each(
    contents: Mapping[str, bytes],
    suffix: str,
    *,
    odt: Mapping[str, bytes] = _NONE,
    prove: bool = True,
    in_one: bool = False,
) -> tuple[dict[str, bytes], dict[str, str]]:
    """As `convert`: the files that could be converted, and of each other one why not (without a
    full stop). With `in_one` one LibreOffice takes them all, else all processors share them.
    Raises FileProblemError when LibreOffice is missing."""
    done: dict[str, bytes] = {}
    faults: dict[str, str] = {}

    def work(papers: list[Paper], stop: Event) -> list[bytes | str]:
        if not prove:
            return unproved([paper.word for paper in papers], suffix, stop)
        return converted(papers, suffix, stop)

    papers: list[_Named[str]] = [
        (name, Paper(content, odt.get(name))) for name, content in contents.items()
    ]
    shares = groups(papers, _at_once(suffix), _size)
    for name, made in _each_made([papers] if in_one else shares, work):
        if isinstance(made, bytes):
            done[name] = made
        else:
            faults[name] = made
    return done, faults


def convert_files(
    paths: Iterable[str | PathLike[str]], suffix: str, *, overwrite: bool = False
) -> Iterator[Converted]:
    """Convert Word files to files beside them; each is told when it is done, in order.

    A file that cannot be read, converted or written stops no other. Raises FileProblemError when
    LibreOffice is missing.
    """
    read = ((path, _read(path)) for path in map(Path, paths))
    for path, made in convert_in_turn(read, suffix):
        target = path.with_suffix(suffix)
        yield Converted(path, target, _write(target, made, overwrite))


def convert_in_turn(
    papers: Iterable[_Named[Name]], suffix: str, *, shared_fonts: bool = False
) -> Iterator[tuple[Name, bytes | str]]:
    """What each paper is converted to, or why it is not (without a full stop), in order, however
    many there are: a few hundred are held at a time.

    What comes as bytes is converted already, what comes as text cannot be: it is given back in its
    turn. For `shared_fonts` see `made_together`. Raises FileProblemError when LibreOffice is
    missing.
    """

    def work(group: list[Paper], stop: Event) -> list[bytes | str]:
        return converted(group, suffix, stop, shared_fonts=shared_fonts)

    yield from _each_made(groups(papers, _at_once(suffix), _size), work)


def _each_made(
    shares: Iterable[list[_Named[Name]]], work: Callable[[list[Paper], Event], list[bytes | str]]
) -> Iterator[tuple[Name, bytes | str]]:
    """Each of what is shared out, made by `work` where it is a paper."""

    def made_of(group: list[_Named[Name]], stop: Event) -> list[bytes | str]:
        made = iter(work([paper for _, paper in group if isinstance(paper, Paper)], stop))
        return [next(made) if isinstance(paper, Paper) else paper for _, paper in group]

    for group, results in in_turn(shares, made_of):
        for (name, _), made in zip(group, results, strict=True):
            yield name, made


def _at_once(suffix: str) -> int:
    if suffix not in SUFFIXES:
        raise FileProblemError(f"只能轉成 {'、'.join(SUFFIXES)}，不能轉成 {suffix}。")
    return _AT_ONCE[suffix]


def _size(named: _Named[Any]) -> int:
    _, paper = named
    return len(paper.word) + len(paper.odt or b"") if isinstance(paper, Paper) else len(paper)


def _read(path: Path) -> Paper | str:
    try:
        return Paper(path.read_bytes())
    except OSError as error:
        return f"無法讀取：{reason_of(error)}"


def _write(target: Path, made: bytes | str, overwrite: bool) -> str:
    """What went wrong, if anything."""
    if isinstance(made, str):
        return f"無法轉成「{target.name}」：{made}。"
    try:
        write_file(target, made, overwrite=overwrite)
    except FileProblemError as error:
        return str(error)
    return ""
