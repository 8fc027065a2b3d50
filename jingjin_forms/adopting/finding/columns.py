"""Columns that repeat: rows that ask the same of several things side by side, without heads."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from jingjin_forms.adopting.blank import Kind
from jingjin_forms.adopting.finding.cell_kinds import is_label_cell
from jingjin_forms.adopting.finding.table import Table
from jingjin_forms.adopting.hole import Hole, HoleList
from jingjin_forms.page.grid import Cell

_FEWEST_ROWS = 3


class Row(NamedTuple):
    """「label｜＿｜＿｜＿」."""

    label: Cell
    room: list[Cell]


def columns_of(table: Table, done: Collection[Cell]) -> Iterator[tuple[Hole, list[Cell]]]:
    """A blank for each such row, and its cells."""
    run: list[Row] = []
    for number in range(len(table.grid.rows)):
        row = _row(table, number, done)
        if run and (row is None or _edges(row) != _edges(run[-1])):
            yield from _listed(table, run)
            run = []
        if row is not None:
            run.append(row)
    yield from _listed(table, run)


def _edges(row: Row) -> list[int]:
    return [cell.column for cell in row.room]


def _row(table: Table, number: int, done: Collection[Cell]) -> Row | None:
    cells = table.grid.row(number)
    if len(cells) < 3 or not is_label_cell(cells[0]) or any(c in done for c in cells):
        return None
    is_room = all(
        c.is_empty and c.rows == 1 and c.lines and table.heads.of(c) is None for c in cells[1:]
    )
    return Row(cells[0], cells[1:]) if is_room else None


def _listed(table: Table, run: list[Row]) -> Iterator[tuple[Hole, list[Cell]]]:
    if len(run) < _FEWEST_ROWS:
        return
    first = run[0].label
    label = table.heads.title_above(first.row) or first.text
    listed = HoleList(
        table.grid, first.row, len(run[0].room), label, [*table.above], is_columns=True
    )
    for row in run:
        line, *others = (cell.lines[0] for cell in row.room)
        hole = Hole(Kind.RIGHT, line, 0, len(line.text), label=row.label.text)
        hole.of_list, hole.repeats = listed, others
        yield hole, row.room
