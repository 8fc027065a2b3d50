"""Rows that repeat: a table's rows that are alike and to be filled one after the other."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jingjin_forms.adopting.finding.cell_kinds import is_answer, is_fill
from jingjin_forms.adopting.finding.heads import Heads
from jingjin_forms.adopting.finding.words import is_number, squeezed
from jingjin_forms.page.grid import Cell, Grid

_counting_head = re.compile(r"^(?:編號|序號|項次|項目編號|序|次|次序|場次|No\.?|NO\.?|番号|#)$")


@dataclass
class Rows:
    """`count` rows from `first` on that are alike."""

    first: int
    count: int
    cells: list[Cell]
    """Those that begin in the first row."""
    numbers: list[Cell]
    """Of these the ones that only count the rows."""

    @property
    def last(self) -> int:
        return self.first + self.count - 1


def lists_of(grid: Grid, heads: Heads) -> Iterator[Rows]:
    """The runs of rows that are alike and stand below heads."""
    row = 0
    while row < len(grid.rows):
        found = _run(grid, heads, row)
        if found is None:
            row += 1
            continue
        yield found
        row += found.count


def _run(grid: Grid, heads: Heads, first: int) -> Rows | None:
    shape = _shape(grid, first)
    if not shape:
        return None
    last = first
    while last + 1 < len(grid.rows) and _shape(grid, last + 1, first) == shape:
        last += 1
    count = last - first + 1
    cells = grid.row(first)
    # The first row may begin a label that reaches over all of them.
    own = [cell for cell in cells if cell.rows == 1]
    if any(cell.rows > 1 and cell.last_row > last for cell in cells if is_fill(cell)):
        return None
    fills = [cell for cell in own if not is_number(cell.text)]
    under = [cell for cell in fills if heads.of(cell) is not None]
    if len(fills) < 1 or len(under) * 2 <= len(fills) or not any(is_fill(c) for c in fills):
        return None
    numbers = [cell for cell in own if is_number(cell.text)]
    counting = any(
        (head := heads.of(cell)) is not None and _counting_head.match(squeezed(head.text))
        for cell in own
    )
    if count == 1 and not counting:
        return None
    if len(fills) == 1 and not numbers and not counting and grid.width > 1 and count < 3:
        return None
    return Rows(first, count, own, numbers)


def _shape(grid: Grid, row: int, first: int | None = None) -> tuple[object, ...]:
    """What makes rows alike: where their cells stand and what they ask; blank for another row."""
    shape: list[object] = []
    for cell in grid.row(row):
        if cell.rows > 1 and not cell.is_empty:
            if first is not None and first != row:
                return ()
            continue
        if cell.rows > 1:
            return ()
        if is_fill(cell) or is_answer(cell):
            shape.append((cell.column, cell.columns, squeezed(cell.text)))
        elif is_number(cell.text):
            shape.append((cell.column, cell.columns, "number"))
        else:
            return ()
    return tuple(shape)
