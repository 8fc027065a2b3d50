"""The blanks within cells that say something."""

import re

from jingjin_forms.adopting.finding.cell_kinds import is_fill, is_label_cell
from jingjin_forms.adopting.finding.in_text import holes_of
from jingjin_forms.adopting.finding.room import room_of
from jingjin_forms.adopting.finding.surroundings import Surroundings
from jingjin_forms.adopting.finding.table import Table
from jingjin_forms.adopting.finding.words import label_of
from jingjin_forms.adopting.hole import Hole
from jingjin_forms.page.grid import Cell

_IN_BRACKETS = re.compile(r"[（(][^（）()]*[：:][^（）()]*(?:[）)]|$)")
_LAST_COLON = re.compile(r"[：:]\s*$")


def holes_of_words(table: Table, cell: Cell) -> list[Hole]:
    """The blanks among the words of a cell, or the room below them."""
    grid = table.grid
    right, above = grid.right_of(cell), grid.above(cell)
    followed = right is not None and is_fill(right) and right.row <= cell.row <= right.last_row
    is_caption = above is not None and is_fill(above) and above.columns == cell.columns
    label, head = table.heads.label_of(cell), table.heads.of(cell)
    is_grid = table.is_crossing(cell, head, label)
    around = [*table.around(cell, label), *table.first_words()]
    there = Surroundings("", around, is_cell=True)
    is_open = not followed and not _is_answered(cell, right)
    there.ends_open = is_open and _ends_open(table, cell, is_caption=is_caption)
    named = _names(table, cell, label, head)
    if named is not None:
        there.label = head.text if is_grid and head is not None else named.text
        if is_grid and label is not None:
            there.around = [label.text, *there.around]
    found = holes_of(cell.lines, there)
    caption = table.caption_below(above) if is_caption and above is not None else ""
    if caption and len(found) == 1:
        found[0].label, found[0].around, found[0].is_part = "說明", [caption], True
        return found
    for hole in found:
        _take_place(hole, there, table.own_section(cell, label), is_grid=is_grid)
    if not found:
        found = room_of(table, cell, label, followed=followed)
        for hole in found:
            hole.around = table.around(cell, label)
    return found


def _take_place(hole: Hole, there: Surroundings, section: str, *, is_grid: bool) -> None:
    """A blank without words of its own is called as its cell is."""
    if label_of(hole.label):
        if there.label and hole.owner is None:
            hole.around = [there.label, *hole.around]
        return
    hole.label, hole.is_grid = there.label, is_grid
    if section and not is_grid:
        hole.around, hole.is_part = [section, *hole.around], True


def _ends_open(table: Table, cell: Cell, *, is_caption: bool) -> bool:
    """Whether a last 「label：」 is the label of nothing that follows the cell."""
    under = table.grid.under(cell)
    if cell.has_table:
        return False
    if under is None:
        return True
    if table.heads.is_head_row(under.row) and len(cell.lines) == 1:
        return False
    is_single = sum(bool(line.text.strip()) for line in cell.lines) == 1
    over_room = is_fill(under) and under.columns == cell.columns
    return not (is_single and not is_caption and over_room)


def _is_answered(cell: Cell, right: Cell | None) -> bool:
    """Whether the cell beside it holds slots and no label of its own: 「期限：｜自__年__月起」."""
    if right is None or right.row > cell.row or is_label_cell(right):
        return False
    return not re.search("[：:]", _IN_BRACKETS.sub("", right.text))


def _names(table: Table, cell: Cell, label: Cell | None, head: Cell | None) -> Cell | None:
    """The cell that says what this one asks: left of it or above it."""
    left, under = table.grid.left_of(cell), table.grid.under(cell)
    has_colon = left is not None and _LAST_COLON.search(left.text) is not None
    asks_itself = left is not None and has_colon and not _is_answered(left, cell)
    over_heads = under is not None and table.heads.is_head_row(under.row)
    is_beside = left is not None and is_label_cell(left) and not over_heads and not asks_itself
    if not is_beside and is_label_cell(cell):
        return None
    return head if asks_itself else label or head
