"""The headings of a table: which fact each column is, and what is wrong with them, all at once."""

import difflib
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from jingjin_forms.errors import Problem, shortened
from jingjin_forms.facts import Facts
from jingjin_forms.facts.labels import label_of_key, members, once_per_class
from jingjin_forms.forms.form import FORM_KEY
from jingjin_forms.forms.identity import classes_of
from jingjin_forms.packets.application import PACKET_KEY
from jingjin_forms.packets.as_facts import PacketFacts
from jingjin_forms.tables import codes
from jingjin_forms.tables.columns import (
    NOTE,
    NUMBER,
    FactColumn,
    Path,
    Sheet,
    layout_of,
    paths_of,
    piece_of,
)
from jingjin_forms.values import Checklist

_CUTOFF = 0.5
_GUESSES = 100
"""For so many headings the nearest known one is looked for, which takes its time."""
_LONGEST_NOTE = 40
"""So much of a heading is looked at to see whether it is a note."""
_NO_FIELD = (
    "沒有這個欄位；用 jingjin new 產生一份名冊（-o roster.xlsx）可以對照。"
    f"自己的筆記請把標題改成「{NOTE}」開頭。"
)
_BLANK = "標題是空白的，後面卻還有標題；標題列要一欄一格（不可合併儲存格），不用的欄請整欄刪去。"


class ColumnUse(NamedTuple):
    """What becomes of a column."""

    column: int
    heading: str
    path: Path
    is_lines: bool


class HeadingPlan(NamedTuple):
    """What becomes of each column that has a heading."""

    targets: tuple[ColumnUse, ...]
    number: int | None
    """Which column is 編號."""
    unknown: tuple[str, ...]
    problems: tuple[Problem, ...]
    notes: frozenset[int] = frozenset()
    """Which columns are notes, whose cells are nobody's facts."""
    keys: tuple[int | None, ...] = ()
    """Which columns say which rows of the sheets above hold a row; None for one that is missing."""
    item: int | None = None
    """Which column numbers the rows for those within them."""


def plan_of(
    facts: type[Facts],
    headings: Sequence[str],
    *,
    nested: bool = False,
    sheet: Sheet | None = None,
) -> HeadingPlan:
    """Which fact stands under which heading; `nested` where a value may be a part or a list,
    `sheet` where they are those of a list."""
    ties = () if sheet is None else tuple(filter(None, (*sheet.keys, sheet.number)))
    known, lines = _known(facts, nested), _line_paths(facts)
    known = {**known, **{squeezed(tie): (tie,) for tie in ties}} if ties else known
    notes = frozenset(index for index, heading in enumerate(headings) if is_note(heading))
    problems: list[Problem] = []
    unknown: list[str] = []
    seen: dict[Path, str] = {}
    found: list[tuple[int, str, Path]] = []
    for index, heading in enumerate(headings):
        if index in notes:
            continue
        path = known.get(squeezed(heading))
        if not heading:
            problems.append(Problem(f"第 {index + 1} 欄", _BLANK, code=codes.NO_HEADING))
            continue
        if path is None:
            unknown.append(heading)
            fault = _unknown(facts, heading, len(unknown), sheet)
            problems.append(_in_heading(heading, fault, (heading,), codes.UNKNOWN_FIELD))
        elif path in seen:
            problems.append(_twice(heading, seen[path], path))
        else:
            seen[path] = heading
            found.append((index, heading, path))
    columns = {path[0]: index for index, _, path in found if path[0] in (NUMBER, *ties)}
    shared = {path[0] for path in seen if len(path) > 1 and not _is_text(facts, path)}
    targets = [
        ColumnUse(
            index, heading, path[:1] if _is_text(facts, path, shared) else path, path in lines
        )
        for index, heading, path in found
        if path[0] not in columns
    ]
    number, keys = columns.get(NUMBER), () if sheet is None else tuple(map(columns.get, sheet.keys))
    item = None if sheet is None else columns.get(sheet.number)
    return HeadingPlan(tuple(targets), number, tuple(unknown), tuple(problems), notes, keys, item)


def _twice(heading: str, other: str, path: Path) -> Problem:
    also = "" if other == heading else f"，「{shortened(other)}」也是它"
    return _in_heading(heading, f"這一欄有兩次{also}；請只留一欄。", path, codes.GIVEN_TWICE)


def _in_heading(heading: str, fault: str, path: Path, code: str) -> Problem:
    """What is wrong with a heading, which the place says already."""
    return Problem(f"「{shortened(heading)}」", fault, heading, path, code, says_value=False)


def missing(facts: type[Facts], columns: Iterable[FactColumn], plan: HeadingPlan) -> list[Problem]:
    """The required columns that are not there, each with the heading that may be meant for it.

    What an edition calls otherwise, or does not ask for, is left to the rows.
    """
    kinds = classes_of(facts)
    there = {path for target in plan.targets for path in (target.path, target.path[:1])}
    unknown = plan.unknown[:_GUESSES]
    problems: list[Problem] = []
    for column in columns:
        of_all = all(column.path[0] in label_of_key(kind) for kind in kinds)
        if column.required and of_all and column.path not in there:
            near = difflib.get_close_matches(column.header, unknown, n=1, cutoff=_CUTOFF)
            hint = f"「{shortened(near[0])}」是不是它？請改名。" if near else "請加上這一欄。"
            problems.append(without(column.header, f"缺少這個必填的欄位；{hint}", column.path))
    return problems


def without(heading: str, fault: str, path: Path) -> Problem:
    """The problem of a table that lacks a column, of the fact of this path."""
    return Problem(f"「{heading}」", fault, path=path, code=codes.MISSING)


def is_note(heading: str) -> bool:
    """Whether a column is a note for people: 「說明：檔案」, with a colon of either width."""
    return squeezed(heading[:_LONGEST_NOTE]).replace(":", "：").startswith(NOTE)


def squeezed(heading: str) -> str:
    """A heading without what people add to it: blanks, line breaks, a mark that it is required."""
    return "".join(heading.split()).strip("*＊").replace("．", ".")


@once_per_class
def _flat(facts: type[Facts]) -> Mapping[str, Path]:
    which = PACKET_KEY if issubclass(facts, PacketFacts) else FORM_KEY
    own: dict[str, Path] = {NUMBER: (NUMBER,), which: (which,)}
    for kind in classes_of(facts):  # rows of several 學年度 may stand in one table
        for heading, path in paths_of(kind).items():
            other = own.setdefault(squeezed(heading), path)
            if other != path:  # an English name, whose label an edition has changed
                own[squeezed(heading)] = tuple(heading.split("."))
    return own


@once_per_class
def _with_whole(facts: type[Facts]) -> Mapping[str, Path]:
    whole: dict[str, Path] = {}
    if issubclass(facts, PacketFacts):
        whole = {key: (label,) for key, label in facts.known.items()}
    for kind in classes_of(facts):
        for key, label in label_of_key(kind).items():
            whole[key] = (label,) if whole.get(key, (label,)) == (label,) else (key,)
    whole.update(_flat(facts))
    return whole


def _known(facts: type[Facts], nested: bool) -> Mapping[str, Path]:
    return _with_whole(facts) if nested else _flat(facts)


@once_per_class
def _line_paths(facts: type[Facts]) -> frozenset[Path]:
    columns = (column for kind in classes_of(facts) for column in layout_of(kind).columns)
    return frozenset(column.path for column in columns if column.is_lines)


def _is_text(facts: type[Facts], path: Path, shared: Iterable[str] = ()) -> bool:
    """Whether a path is the text that may stand for a whole part, no other piece being given."""
    if len(path) != 2 or path[0] in shared:
        return False
    fields = (field for kind in classes_of(facts) for field in kind.model_fields.values())
    field = next((field for field in fields if field.title == path[0]), None)
    member = members(field)[0] if field else None
    return member is not None and issubclass(member, Facts) and member.text_fact == path[1]


def _unknown(facts: type[Facts], heading: str, count: int, above: Sheet | None) -> str:
    """What someone who wrote a heading that is none, one of `count`, may have meant."""
    layout, plain = layout_of(facts), squeezed(heading)
    for sheet in layout.sheets:
        if plain == sheet.name or plain in _flat(sheet.facts):
            name = sheet.name if above is None else f"{above.name}.{sheet.name}"
            return f"要填在工作表「{name}」裡（.csv 放不下，請用 .xlsx 或 .ods）。"
    if (label := label_of_key(facts).get(plain)) is not None:
        return f"要分成幾欄：{'、'.join(_parts(facts, label))}。"
    known = _flat(facts) if count <= _GUESSES else ()
    if near := difflib.get_close_matches(plain[:200], known, n=1, cutoff=_CUTOFF):
        return f"沒有這個欄位，是不是「{_header(facts, near[0])}」？"
    return _NO_FIELD


def _header(facts: type[Facts], heading: str) -> str:
    """The heading by its labels, where the nearest one is in English."""
    path = _flat(facts)[heading]
    return ".".join(path[:1] if _is_text(facts, path) else path)


def _parts(facts: type[Facts], label: str) -> list[str]:
    field = next(f for f in facts.model_fields.values() if f.title == label)
    if (items := piece_of(field, Checklist)) is not None:
        return [f"「{label}.{item}」" for item in items.items]
    return [f"「{c.header}」" for c in layout_of(facts).columns if c.path[0] == label]
