"""The sheets of a workbook, or the one table of a file, as rows of one form.

Everything that is wrong with the headings and with 編號 is found before the first row is read.
"""

import difflib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from jingjin_forms.errors import FactsError, Problem, shortened
from jingjin_forms.facts import Facts
from jingjin_forms.facts.labels import label_of_key
from jingjin_forms.tables import codes
from jingjin_forms.tables.cells import BadCell
from jingjin_forms.tables.columns import (
    EXAMPLE,
    ITEM,
    MAIN_SHEET,
    NOTES,
    NUMBER,
    OPTIONS_SHEET,
    FactColumn,
    Sheet,
    layout_of,
)
from jingjin_forms.tables.headings import HeadingPlan, missing, plan_of, squeezed, without
from jingjin_forms.tables.other_form import refuse_roster_of_another
from jingjin_forms.tables.raw_rows import RawRow, RowSource
from jingjin_forms.tables.raw_table import RawTable
from jingjin_forms.tables.rows import Filled, filled, key_of

_SHOWN = 20
_MERGED = "標題列有合併的儲存格 {}，分不出哪一欄是什麼；請取消合併，標題只留一列，一欄一格。"
_NO_HEADING = "這一列沒有一格是「{}」的欄位；標題要在最上面一列，上面不要放表名。"


_Children = dict[str, list[tuple[RowSource, int, Sequence[Any]]]]
"""The rows of the other sheets by 編號; their cells are read when their main row is."""


def rows_of_grids(subject: str, grids: Sequence[RawTable], form: type[Facts]) -> Iterator[RawRow]:
    """The rows of the main sheet, each with its rows of the others. Raises FactsError."""
    problems: list[Problem] = []
    main, others = _sorted_out(grids, form, problems)
    if main is None:
        refuse_roster_of_another(subject, grids, form)
        raise FactsError(subject, problems)
    plan = _checked_plan(main, form, layout_of(form).columns, problems)
    plans = [
        (sheet, grid, _checked_plan(grid, sheet.facts, sheet.columns, problems, sheet))
        for sheet, grid in others
    ]
    _check_items(plans, problems)
    if problems:
        refuse_roster_of_another(subject, grids, form)
    _refuse(subject, problems)
    children: _Children = {}
    for sheet, grid, inner in plans:
        _gather(sheet, grid, inner, children, problems)
    if plans:
        _check_numbers(main, plan, children, problems)
    _refuse(subject, problems)
    return _rows(main, plan, children)


def _sorted_out(
    grids: Sequence[RawTable], form: type[Facts], problems: list[Problem]
) -> tuple[RawTable | None, list[tuple[Sheet, RawTable]]]:
    """The main sheet, and those that are lists of the form."""
    if len(grids) == 1:
        return grids[0], []
    layout = layout_of(form)
    sheets = {sheet.name: sheet for sheet in layout.sheets}
    labels = label_of_key(form)
    main: RawTable | None = None
    others: list[tuple[Sheet, RawTable]] = []
    unknown: list[RawTable] = []
    for grid in grids:
        name = squeezed(grid.title)
        sheet = sheets.get(labels.get(name, name))
        if name == MAIN_SHEET:
            main = grid
        elif sheet is not None and sheet in (known for known, _ in others):
            fault = f"和另一張工作表都是「{sheet.name}」，請只留一張。"
            problems.append(_in_sheet(grid, fault, codes.GIVEN_TWICE, sheet))
        elif sheet is not None:
            others.append((sheet, grid))
        elif name != OPTIONS_SHEET and not name.startswith(NOTES):
            unknown.append(grid)
    if main is None and len(unknown) == 1:
        return unknown[0], others
    known = [MAIN_SHEET, *sheets]
    for grid in unknown:
        problems.append(_in_sheet(grid, _unknown(grid.title, known), codes.UNKNOWN_SHEET))
    if main is None:
        fault = f"沒有名為「{MAIN_SHEET}」的工作表。"
        problems.append(Problem("活頁簿", fault, code=codes.NO_SHEET))
    return main, others


def _in_sheet(grid: RawTable, fault: str, code: str, sheet: Sheet | None = None) -> Problem:
    """What is wrong with a sheet, whose name the place says already."""
    path = () if sheet is None else sheet.path
    return Problem(grid.name, fault, grid.title, path, code, says_value=False)


def _unknown(title: str, known: Sequence[str]) -> str:
    near = difflib.get_close_matches(title, known, n=1, cutoff=0.4)
    hint = f"是不是「{near[0]}」？" if near else f"可用的有：{'、'.join(known)}。"
    return f"不是這張表件的工作表，{hint}自己的筆記請把名稱改成「說明」開頭。"


def _checked_plan(
    grid: RawTable,
    facts: type[Facts],
    columns: Sequence[FactColumn],
    problems: list[Problem],
    sheet: Sheet | None = None,
) -> HeadingPlan:
    plan = plan_of(facts, grid.headings, nested=grid.is_nested, sheet=sheet)
    if grid.merged:
        fault = _MERGED.format(grid.merged)
        problems.append(Problem(grid.name or "標題", fault, grid.merged, code=codes.MERGED))
        return plan
    if not plan.targets and plan.number is None:
        text = _NO_HEADING.format(facts.title)
        given, code = "、".join(grid.headings), codes.NO_HEADINGS
        problems.append(Problem(grid.name or "標題", text, given, code=code))
    found = [*plan.problems, *missing(facts, columns, plan)]
    if sheet is not None and plan.number is None:
        fault = f"缺少這一欄；它說明每一列屬於「{MAIN_SHEET}」的哪一列。"
        found.append(without(NUMBER, fault, (NUMBER,)))
    if sheet is not None:
        for heading, column in zip(sheet.keys, plan.keys, strict=True):
            if column is None:
                whose = f"它說明每一列屬於「{heading.removesuffix(ITEM)}」的哪一項。"
                found.append(without(heading, f"缺少這一欄；{whose}", (heading,)))
    before = () if sheet is None else sheet.path
    problems += [replace(p, where=grid.name + p.where, path=(*before, *p.path)) for p in found]
    return plan


def _check_items(
    plans: Sequence[tuple[Sheet, RawTable, HeadingPlan]], problems: list[Problem]
) -> None:
    """Whether rows are numbered that those of another sheet, which is there, hang on."""
    wanted = {sheet.above.path: sheet for sheet, _, _ in plans if sheet.above is not None}
    for sheet, grid, plan in plans:
        if plan.item is None and (inner := wanted.get(sheet.path)) is not None:
            fault = f"缺少這一欄；工作表「{inner.name}」要靠它找到這裡的列。"
            lacking = without(sheet.number, fault, (*sheet.path, sheet.number))
            problems.append(replace(lacking, where=grid.name + lacking.where))


def _gather(
    sheet: Sheet, grid: RawTable, plan: HeadingPlan, children: _Children, problems: list[Problem]
) -> None:
    """The rows of one of the other sheets, by 編號."""
    above = () if sheet.above is None else sheet.above.path
    source = RowSource(
        grid.name, plan, len(grid.headings), sheet.path, above=above, title=grid.title
    )
    for number, cells in grid.rows():
        if _is_blank(plan, cells):
            continue
        key = key_of(plan, cells)
        if key:
            if key != EXAMPLE:
                children.setdefault(key, []).append((source, number, cells))
        elif _content(filled(plan, cells, len(grid.headings))):
            fault = f"沒有{NUMBER}；每一列都要寫（合併的儲存格請取消合併後逐列填上）。"
            path = (*sheet.path, NUMBER)
            problems.append(Problem(grid.place(number), fault, path=path, code=codes.NO_NUMBER))


def _is_blank(plan: HeadingPlan, cells: Sequence[Any]) -> bool:
    """Whether nothing but notes and what ties it stands in a row, and that is no error."""
    for index, cell in enumerate(cells):
        if index in plan.notes:
            continue
        if isinstance(cell, BadCell):
            return False
        is_key = index == plan.number or index in plan.keys
        if is_key or cell is None or cell != cell:  # NaN is not itself
            continue
        if not isinstance(cell, str) or (cell and not cell.isspace()):
            return False
    return True


def _check_numbers(
    main: RawTable, plan: HeadingPlan, children: _Children, problems: list[Problem]
) -> None:
    """Whether 編號 ties every row of the other sheets to one of the main sheet."""
    if plan.number is None:
        if children:
            fault = f"缺少這一欄；其他工作表要靠它找到「{MAIN_SHEET}」的列。"
            lacking = without(NUMBER, fault, (NUMBER,))
            problems.append(replace(lacking, where=main.name + lacking.where))
        return
    counts: Counter[str] = Counter()
    for number, cells in main.rows():
        key = key_of(plan, cells)
        if key:
            counts[key] += 1
        elif children and _content(filled(plan, cells, len(main.headings))):
            fault, code = f"沒有{NUMBER}，請填一個不重複的。", codes.NO_NUMBER
            problems.append(Problem(main.place(number), fault, path=(NUMBER,), code=code))
    for key, count in counts.items():
        if count > 1 and key != EXAMPLE:
            fault = f"有 {count} 列，請改成不重複。"
            problems.append(_of_number(main.name, key, fault, codes.GIVEN_TWICE))
    for key, rows in children.items():
        if key not in counts:
            paths = dict.fromkeys(source.path for source, _, _ in rows)
            names = "、".join(f"「{'.'.join(path)}」" for path in paths)
            fault = f"工作表{names}用了它，{main.name or '主表'}卻沒有這一列。"
            problems.append(_of_number("", key, fault, codes.NO_SUCH_ROW))


def _of_number(sheet: str, key: str, fault: str, code: str) -> Problem:
    """What is wrong with a 編號, which the place says already."""
    where = f"{sheet}{NUMBER}「{shortened(key)}」"
    return Problem(where, fault, key, (NUMBER,), code, says_value=False)


def _rows(main: RawTable, plan: HeadingPlan, children: _Children) -> Iterator[RawRow]:
    source = RowSource(main.name, plan, len(main.headings), title=main.title)
    for number, cells in main.rows():
        key = key_of(plan, cells)
        lines = children.get(key, ()) if key else ()
        if key != EXAMPLE and (lines or not _is_blank(plan, cells)):
            yield RawRow(source, number, cells, lines)


def _content(row: Filled) -> bool:
    """Whether anything but 編號 is written in a row."""
    return bool(row.facts or row.problems)


def _refuse(subject: str, problems: Sequence[Problem]) -> None:
    """Raise what was found; of very many the first ones."""
    if not problems:
        return
    shown = list(problems[:_SHOWN])
    if len(problems) > _SHOWN:
        shown.append(Problem("其他", f"還有 {len(problems) - _SHOWN} 個問題。", code=codes.MORE))
    raise FactsError(subject, shown)
