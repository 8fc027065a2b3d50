"""One row of a table as the facts of one form."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple, cast

from jingjin_forms.errors import Problem, shortened
from jingjin_forms.tables import codes
from jingjin_forms.tables.cells import BadCell, cleaned
from jingjin_forms.tables.columns import NUMBER
from jingjin_forms.tables.headings import HeadingPlan

_PLAIN = (str, int, float)
_SHOWN = 20


class TableRow(NamedTuple):
    """The facts of one form."""

    number: int
    """Which row it is as the user sees it: of the sheet, a line of the file, or counted from 1."""
    key: str
    """Its 編號; blank where it has none."""
    facts: dict[str, Any]
    """What `Form.load` takes."""
    problems: tuple[Problem, ...]
    """What is wrong with the row as a row; it should not be loaded then."""


class Filled(NamedTuple):
    """What stands in a row."""

    key: str
    facts: dict[str, Any]
    problems: list[Problem]


def filled(plan: HeadingPlan, cells: Sequence[Any], headings: int) -> Filled:
    """The facts in a row's cells; blank ones are left out."""
    facts: dict[str, Any] = {}
    problems: list[Problem] = []
    number = _number(plan, cells)
    if isinstance(number, BadCell):
        problems.append(Problem(f"「{NUMBER}」", number.fault, path=(NUMBER,), code=codes.BAD_CELL))
    for index, heading, path, is_lines in plan.targets:
        value = cleaned(cells[index]) if index < len(cells) else None
        if value is None:
            continue
        if isinstance(value, BadCell):
            problems.append(_in_cell(heading, path, value.fault, codes.BAD_CELL))
            continue
        if is_lines:
            value = _lines(value)
        if not put(facts, path, value):
            fault = "給了兩次，請只留一個。"
            problems.append(_in_cell(heading, path, fault, codes.GIVEN_TWICE))
    if len(cells) > headings:
        problems += _beside(cells, headings)
    return Filled(_as_key(number), facts, problems)


def _beside(cells: Sequence[Any], headings: int) -> list[Problem]:
    """Cells to the right of the last heading in which something stands; of very many the first."""
    found: list[Problem] = []
    for index in range(headings, len(cells)):
        if (value := cleaned(cells[index])) is None:
            continue
        if len(found) == _SHOWN:
            found.append(
                Problem(f"第 {index + 1} 欄以後", "也沒有標題，卻填了內容。", code=codes.NO_HEADING)
            )
            break
        shown = value.fault if isinstance(value, BadCell) else str(value)
        found.append(
            Problem(f"第 {index + 1} 欄", "沒有標題，卻填了內容。", shown, code=codes.NO_HEADING)
        )
    return found


def _in_cell(heading: str, path: Sequence[str], fault: str, code: str) -> Problem:
    return Problem(f"「{shortened(heading)}」", fault, path=tuple(path), code=code)


def key_of(plan: HeadingPlan, cells: Sequence[Any]) -> str:
    """The 編號 of a row, 1 and 1.0 and "1" alike; blank where there is none."""
    return key_in(cells, plan.number)


def key_in(cells: Sequence[Any], column: int | None) -> str:
    """What a cell says that numbers a row, as `key_of` reads it."""
    if column is None or column >= len(cells):
        return ""
    cell = cells[column]
    if isinstance(cell, str | int | float):
        return _known_key(cell.__class__.__name__, cell)
    return _as_key(cleaned(cell))


@lru_cache(65_536)  # each 編號 stands in several rows
def _known_key(_: str, cell: Any) -> str:
    """By type too, since 1 and 1.0 are equal."""
    return _as_key(cleaned(cell))


def _as_key(number: Any) -> str:
    return "" if number is None or isinstance(number, BadCell) else str(number)


def _number(plan: HeadingPlan, cells: Sequence[Any]) -> Any:
    if plan.number is None or plan.number >= len(cells):
        return None
    return cleaned(cells[plan.number])


def put(facts: dict[str, Any], path: Sequence[str], value: Any) -> bool:
    """Put a value where it belongs; False where something else is there already."""
    if type(value) in _PLAIN and len(path) == 1:  # as nearly every cell
        if path[0] in facts:
            return False
        facts[path[0]] = value
        return True
    *outer, last = path
    for step in outer:
        inner = facts.setdefault(step, {})
        if not isinstance(inner, dict):
            return False
        facts = cast(dict[str, Any], inner)
    if isinstance(value, Mapping) and isinstance(facts.get(last), dict):
        more = cast(Mapping[str, Any], value)
        own = cast(dict[str, Any], facts[last])
        if own.keys() & more.keys():
            return False
        own.update(more)
        return True
    if last in facts:
        return False
    facts[last] = dict(cast(Mapping[str, Any], value)) if isinstance(value, Mapping) else value
    return True


def _lines(value: Any) -> Any:
    """A list of texts: of a text each line that is not blank."""
    if isinstance(value, str):
        return [line.strip() for line in value.splitlines() if line.strip()]
    return cast(object, value) if isinstance(value, list | tuple) else [value]
