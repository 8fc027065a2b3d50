"""Word files to .odt and .pdf, many with one start of LibreOffice, and each proved whole."""

import errno
import os
import shutil
import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import islice
from os import PathLike
from pathlib import Path

from jingjin_forms.errors import FileProblemError
from jingjin_forms.export.constant_pdf import constant_pdf
from jingjin_forms.export.loose_rows import with_loose_rows
from jingjin_forms.export.pdf import need_pdfium
from jingjin_forms.export.proof import loss
from jingjin_forms.export.soffice import find_soffice, run_soffice
from jingjin_forms.export.work_folder import work_folder
from jingjin_forms.files.writing import write_file

SUFFIXES = (".odt", ".pdf")
"""What a Word file can be turned into."""
_AT_ONCE = 50
"""Files per start: enough to forget what the start costs, few enough to see them come."""
_TRIES = 2
_FULL = (errno.ENOSPC, errno.EDQUOT)
_LEAST_ROOM = 10_000_000
"""Bytes that LibreOffice needs for its profile and for what it is writing."""
_ELSEWHERE = "請清出空間，或以環境變數 TMPDIR 指到別的資料夾（Windows 用 TEMP）再做一次。"


@dataclass(frozen=True, slots=True)
class Converted:
    """What became of one Word file."""

    source: Path
    target: Path
    problem: str = ""
    """Why there is no target; empty when it was written."""


def convert(contents: Mapping[str, bytes], suffix: str, *, prove: bool = True) -> dict[str, bytes]:
    """Word files, by any name, as .odt or .pdf by the same names.

    When LibreOffice hangs or dies it is started a second time, for the files that are not done.
    What it has made is held against the Word file (see `proof`); a PDF that lacks something is made
    once more with rows that may break over the page. Raises FileProblemError when LibreOffice is
    missing, and naming each file that it cannot convert or that lacks a row. Without `prove` it may
    lack one: that is for pages to look at.
    """
    done, faults = convert_each(contents, suffix, prove=prove)
    if faults:
        told = (f"「{name}」無法轉成 {suffix}：{fault}。" for name, fault in faults.items())
        raise FileProblemError("\n".join(told))
    return done


def convert_each(
    contents: Mapping[str, bytes], suffix: str, *, prove: bool = True
) -> tuple[dict[str, bytes], dict[str, str]]:
    """As `convert`: the files that could be converted, and of each other one why not (without a
    full stop). Raises FileProblemError when LibreOffice is missing."""
    done: dict[str, bytes] = {}
    faults: dict[str, str] = {}
    names = iter(contents)
    while group := list(islice(names, _AT_ONCE)):
        of_group = [contents[n] for n in group]
        results = _converted(of_group, suffix) if prove else _made(of_group, suffix)
        for name, made in zip(group, results, strict=True):
            if isinstance(made, bytes):
                done[name] = made
            else:
                faults[name] = made
    return done, faults


def suffixes_named(given: str | Iterable[str], option: str) -> tuple[str, ...]:
    """The suffixes that `odt,pdf` names, before any work is done.

    `option` is what messages call the place they were given at. Raises FileProblemError for
    others, or when LibreOffice is missing.
    """
    listed = given.split(",") if isinstance(given, str) else [*given]
    words = [str(word).strip().lower().removeprefix(".") for word in listed]
    suffixes = tuple(dict.fromkeys(f".{word}" for word in words))
    if not set(suffixes) <= set(SUFFIXES):
        raise FileProblemError(
            f"{option} 可以給 odt、pdf 或 odt,pdf，不能是「{','.join(words)}」。"
        )
    if suffixes:
        find_soffice()
    return suffixes


def convert_files(
    paths: Iterable[str | PathLike[str]], suffix: str, *, overwrite: bool = False
) -> Iterator[Converted]:
    """Convert Word files to files beside them; each is told when it is done, in order.

    A file that cannot be read, converted or written stops no other. Raises FileProblemError when
    LibreOffice is missing.
    """
    sources = map(Path, paths)
    while group := list(islice(sources, _AT_ONCE)):
        contents = [_read(path) for path in group]
        made = iter(_converted([c for c in contents if isinstance(c, bytes)], suffix))
        for path, content in zip(group, contents, strict=True):
            result = next(made) if isinstance(content, bytes) else content
            target = path.with_suffix(suffix)
            yield Converted(path, target, _write(target, result, overwrite))


def _read(path: Path) -> bytes | str:
    try:
        return path.read_bytes()
    except OSError as error:
        return f"無法讀取：{error.strerror or error}"


def _write(target: Path, made: bytes | str, overwrite: bool) -> str:
    """What went wrong, if anything."""
    if isinstance(made, str):
        return f"無法轉成「{target.name}」：{made}。"
    try:
        write_file(target, made, overwrite=overwrite)
    except FileProblemError as error:
        return str(error)
    return ""


def _converted(contents: Sequence[bytes], suffix: str) -> list[bytes | str]:
    """Each content converted, or the reason why not: one that lost something is none."""
    if suffix not in SUFFIXES:
        raise FileProblemError(f"只能轉成 {'、'.join(SUFFIXES)}，不能轉成 {suffix}。")
    if suffix == ".pdf":
        need_pdfium()  # before the slow part: without it nothing can be proved
    results = _proved(contents, _made(contents, suffix), suffix)
    if suffix == ".pdf":  # an .odt has no pages yet, so no row can fall off one
        _mend(contents, results)
        for n, (result, content) in enumerate(zip(results, contents, strict=True)):
            if isinstance(result, bytes):
                results[n] = constant_pdf(result, content)
    return [str(result) if isinstance(result, _Lost) else result for result in results]


def _mend(contents: Sequence[bytes], results: list[bytes | str]) -> None:
    """Put PDFs whose rows may break over the page where those with whole rows have lost some."""
    lacking = [n for n, result in enumerate(results) if isinstance(result, _Lost)]
    loose = {n: with_loose_rows(contents[n]) for n in lacking}
    changed = [n for n in lacking if loose[n] != contents[n]]
    for n, again in zip(changed, _made([loose[n] for n in changed], ".pdf"), strict=True):
        [results[n]] = _proved([contents[n]], [again], ".pdf")


class _Lost(str):
    """Why a file is not handed out that was converted."""


def _proved(
    contents: Sequence[bytes], made: Sequence[bytes | str], suffix: str
) -> list[bytes | str]:
    """What was made, but for files that lack something: of those, what."""
    return [
        (_Lost(loss(content, result, suffix)) or result) if isinstance(result, bytes) else result
        for content, result in zip(contents, made, strict=True)
    ]


def _made(contents: Sequence[bytes], suffix: str) -> list[bytes | str]:
    """What LibreOffice makes of each content, or the reason why it makes nothing."""
    done: dict[int, bytes] = {}
    waiting, ended = list(range(len(contents))), ""
    for _ in range(_TRIES):
        if not waiting:
            break
        made, ended = _try({n: contents[n] for n in waiting}, suffix)
        done |= made
        # LibreOffice goes through them in order: the first it left undone is what stopped it, and
        # comes last when it tries again.
        undone = [n for n in waiting if n not in made]
        waiting = undone[1:] + undone[:1]
        if not ended:
            break
    reason = f"{ended}，重試一次也一樣" if ended else "LibreOffice 打不開，不是完好的 Word 檔"
    return [done.get(n, reason) for n in range(len(contents))]


def _try(contents: Mapping[int, bytes], suffix: str) -> tuple[dict[int, bytes], str]:
    """What one start of LibreOffice makes of the files, and how it ended.

    The files get names of our own: theirs may be too long, alike, or open in Word.
    """
    try:
        with work_folder() as work:
            sources = {n: work / f"{n}.docx" for n in contents}
            for n, path in sources.items():
                path.write_bytes(contents[n])
            out = work / "out"
            ended = run_soffice(list(sources.values()), suffix, out, work)
            made = {n: out / f"{n}{suffix}" for n in contents}
            read = {n: path.read_bytes() for n, path in made.items() if os.path.exists(path)}
            whole = {n: content for n, content in read.items() if _is_whole(content, suffix)}
            if len(whole) < len(contents):
                _refuse_full_disk(work)
    except FileProblemError:
        raise
    except OSError as error:
        place = tempfile.gettempdir()
        if error.errno in _FULL:
            raise _full_disk(place) from None
        reason = error.strerror or error
        raise FileProblemError(f"無法使用暫存資料夾「{place}」：{reason}。{_ELSEWHERE}") from None
    return whole, ended


def _refuse_full_disk(work: Path) -> None:
    """LibreOffice says nothing of a full disk: it dies, hangs, or writes less."""
    if shutil.disk_usage(work).free < _LEAST_ROOM:
        raise _full_disk(work.parent)


def _full_disk(place: Path | str) -> FileProblemError:
    return FileProblemError(f"暫存資料夾「{place}」的磁碟空間不足，沒有轉檔。{_ELSEWHERE}")


def _is_whole(content: bytes, suffix: str) -> bool:
    """Whether LibreOffice had finished the file when it was ended."""
    if suffix == ".pdf":
        return content.startswith(b"%PDF") and b"%%EOF" in content[-1024:]
    return zipfile.is_zipfile(BytesIO(content))
