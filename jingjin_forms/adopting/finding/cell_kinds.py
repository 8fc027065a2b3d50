"""What a cell of a table is: words that name others, room to fill, an answer with room in it."""

import re

from jingjin_forms.adopting.finding.choices import bracket_choice
from jingjin_forms.adopting.finding.slots import is_text_control
from jingjin_forms.adopting.finding.words import (
    BOXES,
    could_be_head,
    is_label,
    is_number,
    is_unit,
    squeezed,
)
from jingjin_forms.page.grid import Cell, Grid
from jingjin_forms.word.docx.location import Element, W

_EXAMPLE = re.compile(
    r"[王陳李林張][小大][明華美]|範例|例如|^例[：:）)]?|（例）|\(例\)|記入例|[Ee]xample|[Ss]ample"
)
_DATA = re.compile(
    r"0\d{1,3}[-－]?\d{3,4}[-－]?\d{3,4}|\d{2,4}([-/.年])\d{1,2}(?:[-/.月]\d{1,2}日?)?"
    r"|[$＄]?\d{1,3}(?:[,，]\d{3})+元?|\d{5,}"
)
_ONLY_SLOTS = re.compile(
    r"[\s年月日時分自至到起止迄訖~～\-/:：民國中華西元上下午星期週（）()_＿○〇.．…"
    r"元整萬万仟千佰百拾十億新臺台幣NT$共計第]+"
)
_ROOM = re.compile(
    r"[_＿○〇…]|[年月日時分][ \u3000]+[年月日時分至到~（(]|[萬万仟千佰百拾十][ \u3000]+\S"
    r"|^\s+[年月日時元]"
)
_GAPS = re.compile(
    r"[_＿]{2,}|[：:][ \u3000]{2,}\S|\S\S[ \u3000]{3,}\S\S|\S\S[ \u3000]{2,}[人名位件份村里鄰號樓]"
)
_TICK = re.compile(rf"^[{BOXES}○◯\s]*$")
_SLOTTED = re.compile(r"[_＿]{2,}|[：:]\s*$|年\s+月|[（(]\s{2,}[)）]")


def is_fill(cell: Cell) -> bool:
    """Whether a cell is room to fill: empty, or with nothing but a unit or a box."""
    return cell.is_empty or is_unit_cell(cell)


def is_unit_cell(cell: Cell) -> bool:
    """Whether a cell shows a unit with room before it: 「　　人」."""
    return cell.is_unit


def mark_units(grid: Grid) -> None:
    """Say of each cell of a table whether all it shows is a unit."""
    for cell in grid.cells:
        text = "\n".join(line.text for line in cell.lines)
        cell.is_unit = not cell.has_table and is_unit(text) and _has_room_before(grid, cell, text)


def _has_room_before(grid: Grid, cell: Cell, text: str) -> bool:
    """Whether a unit stands behind room, and is no head like 場次."""
    if text[:1].isspace() or any(_is_right(line.element) for line in cell.lines):
        return True
    if could_be_head(text):
        return False
    left, under = grid.left_of(cell), grid.under(cell)
    shown = [c for c in grid.covering(cell.row) if c is not cell]
    above = grid.above(cell)
    if (
        above is not None
        and is_label(above.text)
        and all(is_unit(c.text) or c.is_empty for c in shown)
    ):
        return True  # a row of units below its heads
    below = under is not None and (under.is_empty or is_unit(under.text) or is_number(under.text))
    over = below and len(shown) > 2
    return left is not None and not left.is_empty and not is_unit(left.text) and not over


def _is_right(paragraph: Element) -> bool:
    side = paragraph.find(f"{W}pPr/{W}jc")
    return side is not None and side.get(f"{W}val") in ("right", "end")


def is_label_cell(cell: Cell) -> bool:
    """Whether a cell's words could name another cell."""
    if cell.is_empty or cell.has_table or is_number(cell.text) or is_unit_cell(cell):
        return False
    text = cell.text
    if any(
        is_text_control(piece.control) and piece.text.strip()
        for line in cell.lines
        for piece in line.pieces
    ):
        return False
    shown = "\n".join(line.text for line in cell.lines)  # with its room at the edges
    if (_ONLY_SLOTS.fullmatch(shown) and _ROOM.search(shown)) or _GAPS.search(text):
        return False
    if any(bracket_choice(line.text) for line in cell.lines):
        return False
    return is_label(text, 60) and not any(box in text for box in BOXES)


def is_example(grid: Grid, row: int) -> bool:
    """Whether a row shows how others are to be filled in."""
    cells = grid.row(row)
    if not cells:
        return False
    return any(_EXAMPLE.search(cell.text[:12]) for cell in cells[:3]) or _holds_data(grid, row)


def _holds_data(grid: Grid, row: int) -> bool:
    """Whether somebody's figures stand in a whole row over an empty one: 李四｜0912345678."""
    cells = grid.row(row)
    if not any(_DATA.fullmatch(squeezed(cell.text)) for cell in cells):
        return False
    if row == 0 or any(is_fill(cell) or is_answer(cell) for cell in cells):
        return False
    below = grid.row(row + 1) if row + 1 < len(grid.rows) else []
    return bool(below) and all(is_fill(cell) or is_number(cell.text) for cell in below)


def is_answer(cell: Cell) -> bool:
    """Whether a cell holds a blank of its own kind: boxes, 年 月 日, ruled space."""
    text = cell.text
    return bool(
        any(box in text for box in BOXES)
        or _SLOTTED.search(text)
        or re.fullmatch(r"[\s年月日時分至~～/:：民國]+", text)
        or _TICK.match(text)
    )


def is_slotted(cell: Cell) -> bool:
    """Whether a cell's words leave something open: ____, a last 「：」."""
    return _SLOTTED.search(cell.text) is not None
