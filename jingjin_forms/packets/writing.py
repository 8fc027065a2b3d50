"""The papers of a packet as files: printed, checked for what is there already, written."""

import os
import zipfile
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

from jingjin_forms.errors import FileProblemError, FillError, Problem
from jingjin_forms.files.codes import UNREADABLE
from jingjin_forms.files.dated import dated_entry
from jingjin_forms.files.names import alike
from jingjin_forms.files.reasons import code_of, reason_of
from jingjin_forms.files.writing import make_folder, not_overwritten, remove, write_file
from jingjin_forms.packets.papers import PacketPaper

WORD = ".docx"
Formats = dict[str, bytes]
"""A file by suffix: its own first, then what else it is there as."""


def rendered(
    papers: Iterable[PacketPaper], own: Iterable[str], suffixes: Collection[str] = ()
) -> tuple[tuple[PacketPaper, ...], dict[str, Formats]]:
    """The papers, those that could not be printed with their problems, and the contents by name;
    each also in those of the formats called `suffixes` that its form has a template for.

    `own` are names of files that are no papers; a paper whose name is taken replaces nothing.
    Raises FileProblemError for a paper that was brought and cannot be read.
    """
    taken = set(map(alike, own))
    told: list[PacketPaper] = []
    contents: dict[str, Formats] = {}
    for paper in papers:
        paper = _of_its_own_name(paper, taken)
        try:
            if paper.form is not None:
                contents[paper.file_name] = paper.form.in_formats(suffixes)
            elif paper.source is not None:
                contents[paper.file_name] = {paper.source.suffix: _read(paper.source)}
        except FillError as error:
            problems = tuple(_of_row(problem, paper, told) for problem in error.problems)
            paper = replace(paper, form=None, problems=problems)
        told.append(paper)
    return tuple(told), contents


def _of_row(problem: Problem, paper: PacketPaper, before: Sequence[PacketPaper]) -> Problem:
    """The problem, its path as the packet has it: a paper of a row has facts of its own."""
    if not (paper.paper.rows and problem.path):
        return problem
    row = sum(other.paper is paper.paper for other in before)
    return replace(problem, path=(paper.paper.rows, row, *problem.path))


def _of_its_own_name(paper: PacketPaper, taken: set[str]) -> PacketPaper:
    """The paper, without what it would hold where another has its name."""
    if paper.form is None and paper.source is None:
        return paper
    if (key := alike(paper.file_name)) in taken:
        fault = "與另一份文件的檔名相同，這一份沒有產生；請把名稱改成不一樣的。"
        problems = (*paper.problems, Problem(f"「{paper.title}」", fault, paper.file_name))
        return replace(paper, form=None, source=None, problems=problems)
    taken.add(key)
    return paper


def write_all(
    folder: Path,
    contents: Mapping[str, bytes],
    *,
    overwrite: bool,
    suffixes: Collection[str] = (),
) -> tuple[Path, ...]:
    """Write all files or, where one is there already and may not be overwritten, none.

    What is there of the formats called `suffixes`, and could not be made of a Word file this time,
    was made of an earlier one: it goes. Raises FileThereError, FileProblemError.
    """
    word = [name.removesuffix(WORD) for name in contents if name.endswith(WORD)]
    wanted = dict.fromkeys((*contents, *(name + suffix for name in word for suffix in suffixes)))
    there = [name for name in wanted if os.path.lexists(folder / name)]
    if there and not overwrite:
        listed = "、".join(f"「{name}」" for name in there)
        raise not_overwritten(f"「{folder}」裡已經有 {listed}，沒有覆寫。")
    make_folder(folder)
    for name in there:
        if name not in contents:
            remove(os.fspath(folder / name))
    return tuple(
        write_file(folder / name, content, overwrite=overwrite)
        for name, content in contents.items()
    )


def with_formats(
    contents: Mapping[str, Formats], suffixes: Sequence[str], *, convert: bool = True
) -> tuple[dict[str, bytes], list[Problem]]:
    """The files, behind each Word file its other formats; and what could not be converted, or has
    the name of another file.

    What no template was there for is converted; without `convert`, nothing is. Where LibreOffice
    is missing, that is told of each file which it would have made.
    """
    taken = set(map(alike, contents))
    files: dict[str, bytes] = {}
    problems: list[Problem] = []
    for suffix in suffixes if convert else ():
        problems += _convert_missing(contents, suffix)
    for name, formats in contents.items():
        own, *others = formats
        files[name] = formats[own]
        for suffix in sorted(others, key=suffixes.index):
            target = name.removesuffix(own) + suffix
            if alike(target) in taken:
                fault = f"轉成的「{target}」與另一份文件同名，沒有放進去；請把自備的檔案改名。"
                problems.append(Problem(f"「{name}」", fault))
            else:
                files[target] = formats[suffix]
    return files, problems


def _convert_missing(contents: Mapping[str, Formats], suffix: str) -> list[Problem]:
    """Put in, of each Word file, the format that it has not yet; what could not be converted."""
    from jingjin_forms.export import convert_each

    word = {
        name: formats[WORD]
        for name, formats in contents.items()
        if WORD in formats and suffix not in formats
    }
    if not word:
        return []
    try:
        done, faults = convert_each(word, suffix)
    except FileProblemError as error:  # LibreOffice is missing, the disk is full
        where = "、".join(f"「{name}」" for name in word)
        return [Problem(where, f"沒有轉成 {suffix}：{error}")]
    for name, made in done.items():
        contents[name][suffix] = made
    return [Problem(f"「{n}」", f"無法轉成 {suffix}：{why}。") for n, why in faults.items()]


def _read(source: Path) -> bytes:
    try:
        return source.read_bytes()
    except OSError as error:
        told, code = f"無法讀取「{source}」：{reason_of(error)}。", code_of(error, UNREADABLE)
        raise FileProblemError(told, code=code) from None


def zipped(contents: Mapping[str, bytes], day: date) -> bytes:
    """An archive of files dated with the day, without an hour: equal papers give equal archives."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in contents.items():
            entry = dated_entry(name, day)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return out.getvalue()
