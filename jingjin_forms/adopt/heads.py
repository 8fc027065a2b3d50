"""What the cells of a table are to each other: heads of columns, labels of rows, room to fill."""

import re

from jingjin_forms.adopt.words import BOXES, is_label, is_number, is_role, is_seal, is_unit, squeezed
from jingjin_forms.page.grid import Cell, Grid

_example = re.compile(r"範例|例如|^例[：:）)]?|（例）|\(例\)|記入例|[Ee]xample|[Ss]ample")
_tick = re.compile(rf"^[{BOXES}○◯\s]*$")
_slotted = re.compile(r"[_＿]{2,}|[：:]\s*$|年\s+月|[（(]\s{2,}[)）]")


def is_fill(cell: Cell) -> bool:
    """Whether a cell is room to fill: empty, or with nothing but a unit or a box."""
    return cell.is_empty or is_unit_cell(cell)


def is_unit_cell(cell: Cell) -> bool:
    """Whether a cell shows a unit with room before it: 「　　人」."""
    if cell.has_table or not is_unit("\n".join(line.text for line in cell.lines)):
        return False
    return True


def is_label_cell(cell: Cell) -> bool:
    """Whether a cell's words could name another cell."""
    if cell.is_empty or cell.has_table or is_number(cell.text):
        return False
    text = cell.text
    return is_label(text, 60) and not any(box in text for box in BOXES)


def is_example(grid: Grid, row: int) -> bool:
    """Whether a row shows how others are to be filled in."""
    cells = grid.row(row)
    return bool(cells) and any(_example.search(cell.text[:12]) for cell in cells[:2])


class Heads:
    """The heads of a table's columns, and the labels of its rows."""

    def __init__(self, grid: Grid):
        self.grid = grid
        self._is_head = [self._looks_like_heads(row) for row in range(len(grid.rows))]
        for row in range(1, len(grid.rows)):  # the lower storey of a head
            if self._is_head[row - 1] and not self._is_head[row]:
                self._is_head[row] = self._is_lower_storey(row)

    def is_head_row(self, row: int) -> bool:
        return self._is_head[row]

    def of(self, cell: Cell) -> Cell | None:
        """The head over a cell: the nearest in a row of heads, through what is to be filled."""
        row = cell.row - 1
        while row >= 0:
            above = self.grid.at.get((row, cell.column))
            if above is None:
                return None
            if self._is_head[row] or self._is_head[above.row]:
                fits = above.column <= cell.column and cell.end <= max(above.end, cell.column + 1)
                return above if is_label_cell(above) and fits else None
            if not is_fill(above) and not self._passes(row):
                return None
            row = above.row - 1
        return None

    def upper(self, head: Cell) -> Cell | None:
        """The head over a head, when it spans several."""
        above = self.grid.above(head)
        if above is None or not self._is_head[above.row] or above.columns <= head.columns:
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

    def sections(self, cell: Cell, label: Cell | None) -> list[str]:
        """Words that stand for several rows left of a cell, and the row of words above them."""
        found: list[str] = []
        left = (label or cell)
        seen: set[Cell] = {left}
        at = self.grid.at.get((cell.row, left.column - 1))
        while at is not None:
            if at not in seen and is_label_cell(at) and at.rows > 1:
                found.append(at.text)
            seen.add(at)
            at = self.grid.at.get((cell.row, at.column - 1))
        title = self.title_above(cell.row)
        return [*found, *([title] if title else [])]

    def title_above(self, row: int) -> str:
        """The nearest row above that is one wide cell of words: 二、學習經歷."""
        while row > 0:
            row -= 1
            shown = self.grid.covering(row)
            if len(shown) == 1 and is_label(shown[0].text, 30):
                return shown[0].text
        return ""

    def _looks_like_heads(self, row: int) -> bool:
        shown = self.grid.covering(row)
        if len(shown) < 2 or row + 1 >= len(self.grid.rows):
            return False
        words = [cell for cell in shown if not (cell is shown[0] and cell.is_empty)]
        if len(words) < 2 and not (len(shown) == 2 and words):
            return False
        if not all(is_label_cell(cell) and not _slotted.search(cell.text) for cell in words):
            return False
        own = [cell for cell in words if cell.row == row]
        if not own:
            return False
        under = dict.fromkeys(
            self.grid.at[row + 1, c]
            for cell in own
            for c in range(cell.column, cell.end)
            if (row + 1, c) in self.grid.at
        )
        below = [cell for cell in under if cell.row > row]
        fills = [cell for cell in below if is_fill(cell) or _is_answer(cell)]
        if not fills:
            return self._are_heads_of_heads(below)
        labels_after = [c for c in below if is_label_cell(c) and c.column > min(f.column for f in fills)]
        return not labels_after or is_example(self.grid, row + 1)

    def _are_heads_of_heads(self, below: list[Cell]) -> bool:
        """Whether words stand over narrower words, over what is to be filled."""
        if not below or not all(is_label_cell(cell) for cell in below):
            return len(below) > 0 and is_example(self.grid, below[0].row)
        if is_example(self.grid, below[0].row):
            return True
        under = [self.grid.under(cell) for cell in below]
        fills = [cell for cell in under if cell is not None and (is_fill(cell) or _is_answer(cell))]
        return bool(fills) and len(fills) >= len(below) - 1

    def _is_lower_storey(self, row: int) -> bool:
        own = self.grid.row(row)
        uppers = [self.grid.above(cell) for cell in own]
        spread = any(up is not None and up.columns > cell.columns for cell, up in zip(own, uppers, strict=True))
        if not spread or not all(is_label_cell(cell) for cell in own):
            return False
        under = [self.grid.under(cell) for cell in own]
        return any(cell is not None and (is_fill(cell) or _is_answer(cell)) for cell in under)

    def _passes(self, row: int) -> bool:
        """Whether heads reach through a row: of examples, or of labels with room beside them."""
        if is_example(self.grid, row):
            return True
        shown = self.grid.covering(row)
        fills = [cell for cell in shown if is_fill(cell) or _is_answer(cell)]
        return bool(fills) and not is_fill(shown[0])


def _is_answer(cell: Cell) -> bool:
    """Whether a cell holds a blank of its own kind: boxes, 年 月 日, ruled space."""
    text = cell.text
    return bool(
        any(box in text for box in BOXES)
        or _slotted.search(text)
        or re.fullmatch(r"[\s年月日時分至~～/:：民國]+", text)
        or _tick.match(text)
    )


is_answer = _is_answer


def is_seal_label(text: str) -> bool:
    return is_seal(text) or (bool(squeezed(text)) and is_role(text))
