"""Room under the words of a cell, in the cell itself."""

import re

from jingjin_forms.adopting.blank import Kind
from jingjin_forms.adopting.finding.cell_kinds import is_fill, is_label_cell
from jingjin_forms.adopting.finding.table import Table
from jingjin_forms.adopting.finding.words import is_label, is_role, is_seal, label_of
from jingjin_forms.adopting.hole import Hole
from jingjin_forms.page.grid import Cell

_ROOMY = 1000  # twentieths of a point: a row as high as two lines and a half
_NO_ROOM = re.compile(r"^(?:備註|附註|說明|註)[：:].{6,}|^\d+[.、]|小計|合計|總計|以下空白")


def room_of(table: Table, cell: Cell, label: Cell | None, *, followed: bool) -> list[Hole]:
    """The room of a cell that says something and has no other blank.

    `followed` says that the cell to the right is to be filled: then this one is its label.
    """
    if followed or cell.has_table or any(line.has_picture for line in cell.lines):
        return []
    said = max((n for n, line in enumerate(cell.lines) if line.text.strip()), default=-1)
    left = table.grid.left_of(cell)
    is_beside = left is not None and is_label_cell(left) and left.row <= cell.row
    if label is not None and is_beside and said + 1 < len(cell.lines):
        line = cell.lines[said + 1]  # below a hint
        return [Hole(Kind.ROOM, line, 0, len(line.text), label=label.text)]
    return [_room(cell, said)] if _has_room(table, cell, said) else []


def _has_room(table: Table, cell: Cell, said: int) -> bool:
    if table.heads.is_head_row(cell.row) or _NO_ROOM.search(cell.text):
        return False
    right = table.grid.right_of(cell)
    if right is not None and right.row == cell.row and not is_label_cell(right):
        return False
    if cell.columns * 2 < table.grid.width and right is not None and is_fill(right):
        return False
    words = [line for line in cell.lines if line.text.strip()]
    height = sum(table.grid.height_of(row) for row in range(cell.row, cell.last_row + 1))
    has_lines = said + 1 < len(cell.lines)
    is_high = height >= _ROOMY + 300 * (len(words) - 1)
    is_wide = cell.columns * 3 >= table.grid.width * 2
    if len(words) > 3 or not (has_lines or (is_high and is_wide)):
        return False
    return is_label(label_of(words[0].text), 30)


def _room(cell: Cell, said: int) -> Hole:
    label = cell.text.split("\n")[0]
    kind = Kind.SEAL if is_seal(label) or is_role(label) else Kind.ROOM
    if said + 1 < len(cell.lines):
        line = cell.lines[said + 1]
        return Hole(kind, line, 0, len(line.text), label=label)
    line = cell.lines[said]
    return Hole(kind, line, len(line.text), len(line.text), label=label, is_new_line=True)
