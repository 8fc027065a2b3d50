"""Facts as the cells of tables: a row for the form, and rows for each of its lists.

Headings are those of the roster (聯絡人.姓名, 成果檢核.計畫目標), and a part that the roster has no
column for, such as 學校名稱.簡稱, has one under its own name. Nothing is left out.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast

from jingjin_forms.collecting.plain.leaves import as_parts, marked
from jingjin_forms.collecting.plain.plain_facts import Member, members_of
from jingjin_forms.facts import Facts
from jingjin_forms.tables.columns import Sheet
from jingjin_forms.tables.making.streamed_workbook import LONGEST_CELL

Cell = str | int | float


def flat_facts(
    facts: type[Facts], given: Mapping[str, Any], before: tuple[str, ...] = ()
) -> Iterator[tuple[str, Cell]]:
    """The plain facts of a class that are in no list of rows, by heading."""
    known = members_of(facts)
    for label, value in given.items():
        member, path = known.get(label), (*before, label)
        if member is None:  # as an edition calls it
            yield ".".join(path), cast(Cell, value)
        elif member.facts is not None:
            if not member.is_list:
                yield from _part(member.facts, value, path)
        elif member.items is not None:
            yield from _items(member.items, value, path)
        elif (cell := _cell(member, value)) is not None:
            yield ".".join(path), cell


def rows_of(given: Mapping[str, Any], sheet: Sheet) -> Iterator[dict[str, Cell]]:
    """The rows of one of the form's lists, each by heading, those that tie it to others too."""
    ties = (*sheet.keys, sheet.number) if sheet.number else sheet.keys
    for numbers, row in _numbered(given, sheet):
        numbered = dict(zip(ties, numbers, strict=False))
        yield {**numbered, **dict(flat_facts(sheet.facts, row))}


def _numbered(
    given: Mapping[str, Any], sheet: Sheet
) -> Iterator[tuple[tuple[int, ...], Mapping[str, Any]]]:
    """The rows of a list, each with the numbers of those that hold it and its own."""
    above = [((), given)] if sheet.above is None else _numbered(given, sheet.above)
    for numbers, owner in above:
        found: Any = owner
        for label in sheet.inner_path:
            found = cast("Mapping[str, Any]", found).get(label) or {}
        for number, row in enumerate(cast("Sequence[Any]", found or ()), 1):
            yield (*numbers, number), as_parts(sheet.facts, row)


def faults_of_cells(given: Any, label: str = "") -> Iterator[tuple[str, str]]:
    """What of plain facts no cell can hold whole: which fact, and why."""
    if isinstance(given, Mapping):
        for key, inner in cast("Mapping[str, Any]", given).items():
            yield from faults_of_cells(inner, key)
    elif isinstance(given, list):
        items = cast("list[Any]", given)
        for inner in items:
            yield from faults_of_cells(inner, label)
        if any(isinstance(item, str) and "\n" in item.strip() for item in items):
            yield label, "有一項分成幾行，在格子裡會變成好幾項；請改用 .yaml 或 .jsonl。"
    elif isinstance(given, str) and len(given.encode("utf-16-le")) > 2 * LONGEST_CELL:
        yield (
            label,
            f"有 {len(given):,} 字，超過 Excel 一格的 {LONGEST_CELL:,} 字，"
            "後面的沒有放進格子；請改用 .yaml 或 .jsonl。",
        )


def _part(facts: type[Facts], value: Any, path: tuple[str, ...]) -> Iterator[tuple[str, Cell]]:
    if not isinstance(value, Mapping):
        yield ".".join(path), cast(Cell, value)
        return
    whole = ".".join((*path, facts.text_fact))
    for heading, cell in flat_facts(facts, cast("Mapping[str, Any]", value), path):
        yield (".".join(path) if heading == whole else heading), cell


def _items(items: Sequence[str], value: Any, path: tuple[str, ...]) -> Iterator[tuple[str, Cell]]:
    """The marks of a list that is ticked off, given in order or by item."""
    for item, mark in marked(items, value):
        if mark:
            yield ".".join((*path, item)), cast(Cell, mark)


def _cell(member: Member, value: Any) -> Cell | None:
    if isinstance(value, list):
        between = "、" if member.is_chosen else "\n"
        return between.join(map(str, cast("list[Any]", value))) or None
    return None if value == "" else cast(Cell, value)
