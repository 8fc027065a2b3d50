"""What a person says of the blanks: other names, and which to leave alone.

A blank is called by the name it was given, or by its place: 第2表第3列第4欄, 表格2第3列, 第5段.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from jingjin_forms.adopting.finding.words import name_of, top_name
from jingjin_forms.adopting.hole import Hole, full_name
from jingjin_forms.arriving import codes
from jingjin_forms.errors import FileProblemError, Problem, shortened

_place = re.compile(
    r"(?P<part>\D*?\d*?)"
    r"(?:(?:第(?P<t1>\d+)表格?|表格?第?(?P<t2>\d+)表?)第(?P<row>\d+)列(?:第(?P<column>\d+)[欄格])?"
    r"|第(?P<paragraph>\d+)段)"
)
_BODY = "本文"
SKIPPED = "照您說的，沒有放標籤"


def corrected(holes: Sequence[Hole], names: Mapping[str, str], skip: Iterable[str]) -> None:
    """Give the blanks their names, and leave those alone that are to be skipped.

    Raises FileProblemError naming every correction that fits no blank, or more than one.
    """
    problems: list[Problem] = []
    for address in skip:
        found = _meant(holes, address)
        if not found:
            problems.append(_wrong("skip", address, "沒有這一格", codes.NO_SUCH_BLANK))
        for hole in found:
            hole.left_alone = SKIPPED
    renamed: list[tuple[Hole, str]] = []
    for address, name in names.items():
        if isinstance(told := _renaming(holes, address, name), Problem):
            problems.append(told)
        else:
            renamed.append(told)
    if problems:
        listed = "；".join(shortened(f"{p.where}：{p.message}", 200) for p in problems)
        raise FileProblemError(
            f"更正的寫法有問題：{listed}。用「名稱」或「第2表第3列第4欄」「第5段」。",
            code=problems[0].code,
            problems=problems,
        )
    for hole, name in renamed:
        rename(hole, name)
    if clash := _clash(holes, {full_name(hole) for hole, _ in renamed}):
        told = f"更正的名稱有問題：{clash}。一個名稱不能同時是一格與一組。"
        raise FileProblemError(told, code=codes.NAME_CLASH)


def _renaming(holes: Sequence[Hole], address: str, name: str) -> tuple[Hole, str] | Problem:
    """The blank at an address and its new name; or what is wrong with either."""
    found = _meant(holes, address)
    if not found:
        return _wrong("name", address, "沒有這一格", codes.NO_SUCH_BLANK, name)
    if len(found) > 1:
        several = "、".join(full_name(hole) for hole in found[:6])
        told = f"不只一格（{several}），請寫到第幾欄或用名稱"
        return _wrong("name", address, told, codes.SEVERAL_BLANKS, name)
    if not (clean := clean_name(name)):
        return _wrong("name", address, "名稱要有字", codes.BLANK_NAME, name)
    return found[0], clean


def _wrong(option: str, address: str, told: str, code: str, name: str | None = None) -> Problem:
    """A correction as the command line writes it; `path` is where it stands in Python."""
    written = f"--{option} {address}" if name is None else f"--{option} {address}={name}"
    value, argument = (address, "skip") if name is None else (name, "names")
    return Problem(written, told, value, (argument, address), code)


def _clash(holes: Sequence[Hole], new: set[str]) -> str:
    """Where a new name is that of a group, or has a blank's as its group; blank for nowhere."""
    names = {full_name(hole) for hole in holes if hole.is_tagged}
    for name in sorted(names):
        first, *rest = name.split(".")
        for part in rest:
            if first in names and (first in new or name in new):
                return f"「{first}」和「{name}」"
            first = f"{first}.{part}"
    return ""


def clean_name(name: str) -> str:
    """A name as tags can hold it: parts with dots between them."""
    parts = [name_of(part, 40) for part in name.split(".")]
    parts = [part for part in parts if part]
    return ".".join([top_name(parts[0]), *parts[1:]]) if parts else ""


def rename(hole: Hole, name: str) -> None:
    """Give one blank its name; of a column of a list, `名冊.姓名` names list and column."""
    if hole.of_list is not None and "." in name:
        hole.of_list.name, _, name = name.rpartition(".")
    hole.name = name


def _meant(holes: Sequence[Hole], address: str) -> list[Hole]:
    wanted = "".join(address.split())
    named = [hole for hole in holes if "".join(full_name(hole).split()) == wanted]
    if named:
        return named
    found = _place.fullmatch(wanted)
    if found is None:
        return []
    near = [hole for hole in holes if _is_at(hole, found)]
    part = found["part"] or _BODY
    named = [hole for hole in near if "".join(hole.where.part.split()).startswith(part)]
    return named if named or found["part"] else near


def _is_at(hole: Hole, found: re.Match[str]) -> bool:
    """Whether a blank is where an address says, in whatever part."""
    where = hole.where
    if found["paragraph"]:
        return not where.table and where.paragraph == int(found["paragraph"])
    table, row = int(found["t1"] or found["t2"]), int(found["row"])
    column = int(found["column"]) if found["column"] else None
    return (where.table, where.row) == (table, row) and column in (None, where.column)
