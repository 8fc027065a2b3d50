"""Rows whose cells nobody has looked at yet: light to send to whoever fills the forms."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from jingjin_forms.errors import Problem, shortened
from jingjin_forms.tables import codes
from jingjin_forms.tables.columns import ITEM
from jingjin_forms.tables.headings import HeadingPlan
from jingjin_forms.tables.rows import TableRow, filled, key_in, put


class RowSource(NamedTuple):
    """The sheet that cells stand in; picklable."""

    name: str
    """What messages call it; blank where there is only one."""
    plan: HeadingPlan
    width: int
    """How many headings it has."""
    path: tuple[str, ...] = ()
    """Which list of the form it is; empty for the main sheet."""
    above: tuple[str, ...] = ()
    """The list whose rows hold its rows; empty where the main sheet does."""
    title: str = ""
    """The name of the sheet alone; blank where there are no sheets."""


class SheetRow(NamedTuple):
    """Where a fact stands in a workbook."""

    sheet: str
    """Blank where there are no sheets."""
    row: int


class RawRow(NamedTuple):
    """A row of the main sheet, and those of the other sheets that belong to it."""

    source: RowSource
    number: int
    cells: Sequence[Any]
    lines: Sequence[tuple[RowSource, int, Sequence[Any]]]

    def read(self) -> TableRow:
        """Its facts, and what is wrong with its cells."""
        key, facts, problems = filled(self.source.plan, self.cells, self.source.width)
        problems += self.lists(facts).problems
        return TableRow(self.number, key, facts, tuple(problems))

    def lists(self, facts: dict[str, Any]) -> "_Lists":
        """The rows of its other sheets, put into the facts."""
        found = _Lists(facts)
        for line in sorted(self.lines, key=_depth):  # rows before those that they hold
            found.add(*line)
        return found


def _depth(line: tuple[RowSource, int, Sequence[Any]]) -> int:
    return len(line[0].above)


FactPath = tuple[str | int, ...]
"""Labels and indexes that lead to a fact."""
_Holder = tuple[tuple[str, ...], tuple[str, ...]]
"""A row that may hold others: its list, and the numbers that lead to it."""


class _Lists:
    """The rows of one form's lists, put where they belong."""

    def __init__(self, facts: dict[str, Any]) -> None:
        self._holders: dict[_Holder, tuple[dict[str, Any], FactPath]] = {((), ()): (facts, ())}
        self._rows: dict[_Holder, list[dict[str, Any]]] = {}
        self.problems: list[Problem] = []
        self.sheet_rows: dict[FactPath, SheetRow] = {}
        """Where each row stands, by its place in the facts."""

    def add(self, source: RowSource, number: int, cells: Sequence[Any]) -> None:
        """Put a row into its list, and what is wrong with it among the problems."""
        place = f"{source.name}第 {number} 列"
        keys = tuple(key_in(cells, column) for column in source.plan.keys)
        holder = self._holders.get((source.above, keys))
        if holder is None:
            self.problems.append(_nobodys(source, place, keys))
            return
        facts, at = holder
        inner = source.path[len(source.above) :]
        if (source.path, keys) not in self._rows:
            put(facts, inner, self._rows.setdefault((source.path, keys), []))
        rows = self._rows[source.path, keys]
        line = filled(source.plan, cells, source.width)
        path = (*at, *inner, len(rows))
        rows.append(line.facts)
        self.sheet_rows[path] = SheetRow(source.title, number)
        self.problems += [
            replace(problem, where=place + problem.where, path=(*path, *problem.path))
            for problem in line.problems
        ]
        item = key_in(cells, source.plan.item)
        mine = source.path, (*keys, item)
        if item and mine in self._holders:
            heading = f"{'.'.join(source.path)}{ITEM}"
            fault = "同一份裡有兩列是這個項次，請改成不重複。"
            self.problems.append(
                Problem(f"{place}「{heading}」", fault, item, path, codes.GIVEN_TWICE)
            )
        elif item:
            self._holders[mine] = line.facts, path


def _nobodys(source: RowSource, place: str, keys: tuple[str, ...]) -> Problem:
    """What is wrong with a row that no row holds."""
    above = ".".join(source.above)
    where = f"{place}「{above}{ITEM}」"
    if not all(keys):
        fault = f"沒有填，不知道這一列屬於工作表「{above}」的哪一項。"
        return Problem(where, fault, path=source.path, code=codes.NO_SUCH_ROW)
    fault = f"工作表「{above}」裡，同一個編號沒有這一項；請改正，或在那裡補上項次。"
    return Problem(where, fault, shortened("、".join(keys)), source.path, codes.NO_SUCH_ROW)


def places_of(row: TableRow | RawRow) -> Mapping[FactPath, SheetRow]:
    """Where the row stands, under the path (), and each row of its lists' own sheets."""
    if not isinstance(row, RawRow):
        return {(): SheetRow("", row.number)}
    return {(): SheetRow(row.source.title, row.number), **row.lists({}).sheet_rows}


def place_in(places: Mapping[FactPath, SheetRow], path: Sequence[str | int]) -> SheetRow:
    """Where the fact at a path stands: in the row of the innermost list that it belongs to."""
    lengths = range(len(path), -1, -1)
    return next(places[found] for n in lengths if (found := tuple(path[:n])) in places)


def as_read(row: TableRow | RawRow) -> TableRow:
    """The row, its cells read."""
    return row.read() if isinstance(row, RawRow) else row
