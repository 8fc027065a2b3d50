"""What the cells of a table are to each other: heads of columns, labels of rows."""

import re
from collections.abc import Collection
from functools import cached_property

from jingjin_forms.adopting.finding.cell_kinds import (
    is_answer,
    is_example,
    is_fill,
    is_label_cell,
    is_slotted,
)
from jingjin_forms.adopting.finding.words import is_label, is_number, squeezed
from jingjin_forms.page.grid import Cell, Grid

_COUNTS = re.compile(r"人數|人次|平均|統計|百分比|票數")


class Heads:
    """The heads of a table's columns, and the labels of its rows."""

    def __init__(self, grid: Grid, sure: Collection[Cell] = ()):
        """`sure` are cells that are known to be heads."""
        self.grid = grid
        self._sure = {cell.row for cell in sure}
        self._of: dict[Cell, Cell | None] = {}
        self._titles: list[str] = [""]
        """Of each row the title above it, as far as they have been asked for."""
        self._is_head = [self._looks_like_heads(row) for row in range(len(grid.rows))]
        for row in range(1, len(grid.rows)):  # the lower storey of a head
            if self._is_head[row - 1] and not self._is_head[row]:
                self._is_head[row] = self._is_lower_storey(row)

    @cached_property
    def counts(self) -> bool:
        """Whether the table counts answers: its heads speak of people and averages."""
        return any(
            _COUNTS.search(cell.text)
            for row, is_head in enumerate(self._is_head)
            if is_head
            for cell in self.grid.covering(row)
        )

    def is_head_row(self, row: int) -> bool:
        return self._is_head[row]

    def of(self, cell: Cell) -> Cell | None:
        """The head over a cell: the nearest in a row of heads, through what is to be filled."""
        passed: list[Cell] = []
        head = self._over(cell, passed)
        self._of.update(dict.fromkeys((cell, *passed), head))
        return head

    def _over(self, cell: Cell, passed: list[Cell]) -> Cell | None:
        """The head over a cell; `passed` gets the cells between that have the same one."""
        if cell in self._of:
            return self._of[cell]
        row = cell.row - 1
        while row >= 0:
            above = self.grid.at.get((row, cell.column))
            if above is None:
                return None
            if self._is_head[row] or self._is_head[above.row]:
                fits = above.column <= cell.column and cell.end <= max(above.end, cell.column + 1)
                return above if fits and (is_label_cell(above) or is_number(above.text)) else None
            is_break = above.columns > 2 * cell.columns and above.rows == 1
            if not is_fill(above) and not is_break and not self._passes(row):
                return None
            if (above.column, above.columns) == (cell.column, cell.columns):
                if above in self._of:
                    return self._of[above]
                passed.append(above)
            row = above.row - 1
        return None

    def upper(self, head: Cell) -> Cell | None:
        """The head over a head, when it spans several."""
        above = self.grid.above(head)
        if above is None or above.columns < head.columns:
            return None
        shown = self.grid.covering(above.row)
        if not self._is_head[above.row] and not (len(shown) > 2 and all(map(is_label_cell, shown))):
            return None
        return above if is_label_cell(above) else None

    def label_of(self, cell: Cell) -> Cell | None:
        """The nearest words left of a cell in its row, through cells to fill and numbers."""
        left = self.grid.left_of(cell)
        while left is not None:
            if is_label_cell(left):
                return left
            left = self.grid.left_of(left, cell.row)
        return None

    def row_label(self, cell: Cell) -> Cell | None:
        """The first words of a cell's row that are this row's alone."""
        left = self.label_of(cell)
        found = left
        while left is not None:
            if left.rows <= max(cell.rows, found.rows if found else 1):
                found = left
            left = self.label_of(left)
        return found

    def sections(self, cell: Cell, label: Cell | None) -> list[str]:
        """Words that stand for several rows left of a cell, and the row of words above them."""
        title = self.title_above(cell.row)
        return [*self.beside(cell, label), *([title] if title else [])]

    def beside(self, cell: Cell, label: Cell | None) -> list[str]:
        """Words that stand for several rows left of a cell."""
        found: list[str] = []
        left = label or cell
        seen: set[Cell] = {left}
        at = self.grid.at.get((cell.row, left.column - 1))
        while at is not None:
            if at not in seen and is_label_cell(at) and at.rows > 1:
                found.append(at.text)
            seen.add(at)
            at = self.grid.at.get((cell.row, at.column - 1))
        return found

    def title_above(self, row: int) -> str:
        """The nearest row above that is one wide cell of words: 二、學習經歷."""
        while len(self._titles) <= row:
            shown = self.grid.covering(len(self._titles) - 1)
            is_title = len(shown) == 1 and is_label(shown[0].text, 30)
            self._titles.append(shown[0].text if is_title else self._titles[-1])
        return self._titles[row]

    def _looks_like_heads(self, row: int) -> bool:
        if row in self._sure:
            return True
        shown = self.grid.covering(row)
        if len(shown) < 2 or row + 1 >= len(self.grid.rows) or (row and is_example(self.grid, row)):
            return False
        words = [
            c for c in shown if not (c is shown[0] and (c.is_empty or squeezed(c.text) in "#＃№"))
        ]
        if len(words) < 2 and not (len(shown) == 2 and words):
            return False
        numbers = [cell for cell in words if is_number(cell.text)]
        if len(numbers) < 3 or len(numbers) == len(words):
            numbers = []  # of a scale: 5 4 3 2 1
        if not all(
            cell in numbers or (is_label_cell(cell) and (cell is words[0] or not is_slotted(cell)))
            for cell in words
        ):
            return False
        own = [cell for cell in words if cell.row == row]
        if not own:
            return False
        if len(words) > 3 and self._is_over_like_rows(row):
            return True
        under = dict.fromkeys(
            self.grid.at[row + 1, c]
            for cell in own
            for c in range(cell.column, cell.end)
            if (row + 1, c) in self.grid.at
        )
        below = [cell for cell in under if cell.row > row]
        fills = [cell for cell in below if is_fill(cell) or is_answer(cell)]
        if not fills:
            return self._are_heads_of_heads(below)
        labels_after = [
            c for c in below if is_label_cell(c) and c.column > min(f.column for f in fills)
        ]
        return not labels_after or is_example(self.grid, row + 1)

    def _is_over_like_rows(self, row: int) -> bool:
        """Whether the two rows below have the same columns and are not all words."""
        rows = range(row + 1, min(row + 3, len(self.grid.rows)))
        edges = _edges(self.grid.covering(row))
        shown = [self.grid.covering(r) for r in rows]
        if len(shown) < 2 or any(_edges(cells) != edges for cells in shown):
            return False
        return all(sum(map(is_fill, cells)) * 4 >= len(cells) for cells in shown)

    def _are_heads_of_heads(self, below: list[Cell]) -> bool:
        """Whether words stand over narrower words, over what is to be filled."""
        if not below or not all(is_label_cell(cell) for cell in below):
            return len(below) > 0 and is_example(self.grid, below[0].row)
        if is_example(self.grid, below[0].row):
            return True
        under = [self.grid.under(cell) for cell in below]
        fills = [cell for cell in under if cell is not None and (is_fill(cell) or is_answer(cell))]
        return bool(fills) and len(fills) >= len(below) - 1

    def _is_lower_storey(self, row: int) -> bool:
        own = self.grid.row(row)
        uppers = [self.grid.above(cell) for cell in own]
        spread = any(
            up is not None and up.columns > cell.columns
            for cell, up in zip(own, uppers, strict=True)
        )
        if not spread or not all(is_label_cell(cell) for cell in own):
            return False
        under = [self.grid.under(cell) for cell in own]
        return any(cell is not None and (is_fill(cell) or is_answer(cell)) for cell in under)

    def _passes(self, row: int) -> bool:
        """Whether heads reach through a row: of examples, or of labels with room beside them."""
        if is_example(self.grid, row):
            return True
        shown = self.grid.covering(row)
        fills = [cell for cell in shown if is_fill(cell) or is_answer(cell)]
        return bool(fills) and not is_fill(shown[0])


def _edges(cells: list[Cell]) -> list[int]:
    return [cell.column for cell in cells]
