"""Rows whose cells nobody has looked at yet: light to send to whoever fills the forms."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from jingjin_forms.tables.headings import HeadingPlan
from jingjin_forms.tables.rows import TableRow, filled, put


class RowSource(NamedTuple):
    """The sheet that cells stand in; picklable."""

    name: str
    """What messages call it; blank where there is only one."""
    plan: HeadingPlan
    width: int
    """How many headings it has."""
    path: tuple[str, ...] = ()
    """Which list of the form it is; empty for the main sheet."""
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
        lists: dict[tuple[str, ...], list[dict[str, Any]]] = {}
        for source, number, cells in self.lines:
            line = filled(source.plan, cells, source.width)
            lists.setdefault(source.path, []).append(line.facts)
            place = f"{source.name}第 {number} 列"
            index = len(lists[source.path]) - 1
            problems += [
                replace(p, where=place + p.where, path=(*source.path, index, *p.path))
                for p in line.problems
            ]
        for path, rows in lists.items():
            put(facts, path, rows)
        return TableRow(self.number, key, facts, tuple(problems))


def place_of(row: TableRow | RawRow, path: Sequence[str | int] = ()) -> SheetRow:
    """Where the fact at a path stands: in a row of a list's own sheet, or in the row itself."""
    if not isinstance(row, RawRow):
        return SheetRow("", row.number)
    counts: Counter[tuple[str, ...]] = Counter()
    for source, number, _ in row.lines:
        line = (*source.path, counts[source.path])
        if tuple(path[: len(line)]) == line:
            return SheetRow(source.title, number)
        counts[source.path] += 1
    return SheetRow(row.source.title, row.number)


def as_read(row: TableRow | RawRow) -> TableRow:
    """The row, its cells read."""
    return row.read() if isinstance(row, RawRow) else row
