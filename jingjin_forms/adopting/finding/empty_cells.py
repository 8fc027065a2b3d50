"""The blanks that empty cells are."""

import re
from collections.abc import Iterator

from jingjin_forms.adopting.blank import Kind
from jingjin_forms.adopting.finding.cell_kinds import is_fill, is_label_cell
from jingjin_forms.adopting.finding.in_text import holes_of
from jingjin_forms.adopting.finding.surroundings import Surroundings
from jingjin_forms.adopting.finding.table import Table
from jingjin_forms.adopting.finding.words import is_of_several, is_role, is_seal, label_of, squeezed
from jingjin_forms.adopting.hole import Hole
from jingjin_forms.page.grid import Cell

_SUM = re.compile(
    r"^(?:總分|總平均|小計|合計|總計|總和|共計|總額|經費合計|稅金|稅額|營業稅|總價|合計金額|總計金額|總金額)(?:[（(].*)?$"
)
_NOT_SUMMED = re.compile(r"單價|數量|單位|項目|名稱|日期|編號|項次|簽|蓋|單據|憑證")
_TOTAL = re.compile(r"^(?:總價|總金額)$")
_WORDS = re.compile(r"說明|評語|備註|用途|備考|附註")


def holes_of_empty(table: Table, cell: Cell) -> Iterator[Hole]:
    """What an empty cell, or one with a unit, asks for; nothing in the corner of a table."""
    heads = table.heads
    label, head = heads.label_of(cell), heads.of(cell)
    if heads.is_head_row(cell.row) and label is None and head is None:
        return
    if label is not None and table.holds_labels(label, cell):
        return  # room in a column of labels
    if label is not None and head is not None and _SUM.match(squeezed(label.text)):
        yield from _of_sum(table, cell, label, head)
    elif not _is_pair(table, cell, label) and table.is_crossing(cell, head, label):
        yield from _of_crossing(table, cell, heads.row_label(cell) or label, head)
    else:
        yield from _of_one(table, cell, label, head)


def _is_pair(table: Table, cell: Cell, label: Cell | None) -> bool:
    """Whether a row goes on with the next label, or from one: 「姓名｜＿｜電話｜＿」."""
    if label is None or table.grid.left_of(cell) is not label:
        return False
    right, left = table.grid.right_of(cell), table.grid.left_of(label)
    goes_on = right is not None and is_label_cell(right) and right.row == cell.row
    return goes_on or (left is not None and is_fill(left) and left.row == label.row == cell.row)


def _of_crossing(table: Table, cell: Cell, label: Cell | None, head: Cell | None) -> Iterator[Hole]:
    assert label is not None
    assert head is not None
    around = [*table.person_of_row(cell), *table.around(cell, label), *table.first_words()]
    upper = table.heads.upper(head)
    for hole in filled_in(table, cell, head.text, Kind.GRID):
        hole.around, hole.is_grid = [label.text, *around], True
        hole.upper = upper.text if upper is not None else ""
        yield hole


def _of_one(table: Table, cell: Cell, label: Cell | None, head: Cell | None) -> Iterator[Hole]:
    """A cell that one label names: left of it, above it, or nowhere."""
    kind, words = _named_by(table, cell, label, head)
    caption = table.caption_below(cell) if kind in (Kind.LONE, Kind.BELOW) else ""
    around = table.around(cell, label)
    if caption:
        kind, words = Kind.LONE, caption
    else:
        whose = table.person_of_row(cell) or table.party_above(label)
        around = [*whose, *around, *table.first_words()]
    upper = table.heads.upper(head) if head is not None and kind is Kind.BELOW else None
    is_part = kind is Kind.BELOW and head is not None and table.is_about_someone(head)
    for hole in filled_in(table, cell, words, kind):
        hole.around = [*([upper.text] if upper is not None else []), *around]
        hole.upper = upper.text if upper is not None else ""
        hole.is_part = upper is None and (is_part or bool(table.own_section(cell, label)))
        yield hole


def _named_by(table: Table, cell: Cell, label: Cell | None, head: Cell | None) -> tuple[Kind, str]:
    if label is not None and table.grid.left_of(cell) is label:
        return Kind.RIGHT, label.text
    if head is not None:
        return Kind.BELOW, head.text
    if (above := table.label_above(cell)) is not None:
        return Kind.BELOW, above.text
    if (below := table.label_below(cell)) is not None:
        return Kind.LONE, below.text
    return Kind.LONE, label.text if label is not None else ""


def _of_sum(table: Table, cell: Cell, label: Cell, head: Cell) -> Iterator[Hole]:
    """The amounts of a row of sums; its other cells stay empty."""
    beside = {c: table.heads.of(c) for c in table.answers_beside(cell, label)}
    asked = [c for c, h in beside.items() if h is None or not _NOT_SUMMED.search(label_of(h.text))]
    if cell not in asked:
        return
    amounts = [c for c in asked if (h := beside[c]) is None or not _WORDS.search(h.text)]
    is_total = len(amounts) == 1 or bool(_TOTAL.match(label_of(head.text)))
    is_one = cell in amounts and is_total
    upper = table.heads.upper(head)
    for hole in filled_in(table, cell, label.text if is_one else head.text, Kind.GRID):
        hole.is_grid = not is_one
        hole.upper = upper.text if upper is not None and not is_one else ""
        row = [] if is_one else [label.text]
        hole.around = [*row, *table.around(cell, label)]
        yield hole


def filled_in(table: Table, cell: Cell, label: str, kind: Kind) -> Iterator[Hole]:
    """What a cell to fill asks for: the cell itself, or the slots that stand in it."""
    if not is_fill(cell):
        for hole in holes_of(cell.lines, Surroundings(label, [], True, True)):
            hole.several = hole.several or is_of_several(label)
            hole.label = hole.label if label_of(hole.label) else label
            yield hole
    elif cell.lines:
        hole = _whole(cell, label, kind)
        if is_seal(label) or (is_role(label) and table.is_row_of_roles(label)):
            hole.kind = Kind.SEAL
        yield hole


def _whole(cell: Cell, label: str, kind: Kind) -> Hole:
    """The cell as one blank, before its unit if it has one."""
    if not cell.is_unit:
        line = cell.lines[0]
        return Hole(kind, line, 0, len(line.text), label=label)  # white space only
    line = next(line for line in cell.lines if line.text.strip())
    lead = len(line.text) - len(line.text.lstrip())
    hole = Hole(kind if kind is Kind.LIST else Kind.UNIT, line, 0, lead, label=label)
    hole.unit = squeezed(line.text).strip("()（）")
    return hole
