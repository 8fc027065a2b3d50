"""The blanks of a table: its lists, its columns that repeat, what is to be ticked, the rest."""

from collections.abc import Iterator, Sequence

from jingjin_forms.adopting.blank import Kind
from jingjin_forms.adopting.finding.cell_kinds import is_example, is_fill
from jingjin_forms.adopting.finding.columns import columns_of
from jingjin_forms.adopting.finding.digits import Digits, label_of_digits
from jingjin_forms.adopting.finding.empty_cells import filled_in, holes_of_empty
from jingjin_forms.adopting.finding.lists import Rows, lists_of
from jingjin_forms.adopting.finding.table import Table
from jingjin_forms.adopting.finding.ticks import groups_of, hole_of
from jingjin_forms.adopting.finding.word_cells import holes_of_words
from jingjin_forms.adopting.finding.words import is_seal
from jingjin_forms.adopting.hole import Hole, HoleList
from jingjin_forms.page.grid import Cell, Grid


def holes_of_table(grid: Grid, above: list[str]) -> list[Hole]:
    """All blanks of a table; `above` are the words over it, the nearest first."""
    table = Table.of(grid, above)
    found: list[Hole] = []
    done: set[Cell] = set()
    digits = {amount.cells[0]: amount for amount in table.digits}
    done.update(cell for amount in digits.values() for cell in (*amount.heads, *amount.cells))
    for rows in lists_of(grid, table.heads):
        found += _of_list(table, rows, [a for c, a in digits.items() if c in rows.cells])
        for row in range(rows.first, rows.first + rows.count):
            done.update(c for c in grid.row(row) if row > rows.first or c in rows.cells)
        digits = {c: a for c, a in digits.items() if not rows.first <= c.row <= rows.last}
    found += (_of_digits(table, amount) for amount in digits.values())
    for hole, cells in columns_of(table, done):
        found.append(hole)
        done.update(cells)
    for row in range(len(grid.rows)):
        for group in groups_of([c for c in grid.row(row) if c not in done], table.heads):
            found.append(_of_ticks(table, group))
            done.update(cell for cell, _ in group)
    for cell in grid.cells:
        if cell not in done and not is_example(grid, cell.row):
            found += _of_cell(table, cell)
    return found


def _of_cell(table: Table, cell: Cell) -> list[Hole]:
    if is_fill(cell) and not cell.has_table:
        return list(holes_of_empty(table, cell))
    return holes_of_words(table, cell)


def _of_digits(table: Table, amount: Digits) -> Hole:
    """An amount by digit, called as its row is, or as its heads are."""
    over, left = label_of_digits(table.grid, amount), table.heads.label_of(amount.cells[0])
    hole = amount.hole(over if left is None else left.text)
    hole.around = [*([over] if left is not None else []), *table.around(amount.cells[0], left)]
    return hole


def _of_list(table: Table, rows: Rows, digits: Sequence[Digits]) -> Iterator[Hole]:
    """A blank for each column of rows that repeat."""
    first = rows.cells[0]
    section = table.heads.sections(first, None)
    head = table.heads.of(first)
    title = table.heads.title_above(head.row) if head is not None else ""
    listed = HoleList(table.grid, rows.first, rows.count, section[0] if section else title)
    listed.around = [*section, *table.above]
    for cell in rows.numbers:
        line = next(line for line in cell.lines if line.text.strip())
        begin = len(line.text) - len(line.text.lstrip())
        listed.numbered.append((line, begin, begin + len(line.text.strip())))
    done = set(rows.numbers)
    for amount in digits:
        hole = amount.hole(label_of_digits(table.grid, amount), Kind.LIST)
        hole.of_list = listed
        done.update(amount.cells)
        yield hole
    for group in groups_of([c for c in rows.cells if c not in done], table.heads):
        hole = hole_of(group, _upper(table, group[0][0]))
        hole.of_list = listed
        done.update(cell for cell, _ in group)
        yield hole
    for cell in rows.cells:
        if cell not in done:
            yield from _of_column(table, cell, listed)


def _of_column(table: Table, cell: Cell, listed: HoleList) -> Iterator[Hole]:
    head = table.heads.of(cell)
    upper = _upper(table, cell)
    for hole in filled_in(table, cell, head.text if head is not None else "", Kind.LIST):
        hole.of_list, hole.upper = listed, upper
        if is_seal(upper):
            hole.kind = Kind.SEAL
        yield hole


def _upper(table: Table, cell: Cell) -> str:
    """The words over the head of a cell."""
    head = table.heads.of(cell)
    upper = table.heads.upper(head) if head is not None else None
    return upper.text if upper is not None else ""


def _asks_more(table: Table, group: list[tuple[Cell, str]]) -> bool:
    """Whether the row of some cells to tick asks for several other things: 實測值, 說明."""
    ticked = {cell for cell, _ in group}
    others = [c for c in table.grid.row(group[0][0].row) if c.is_empty and c not in ticked]
    heads = [table.heads.of(cell) for cell in others]
    return sum(head is not None and not is_seal(head.text) for head in heads) > 1


def _of_ticks(table: Table, group: list[tuple[Cell, str]]) -> Hole:
    first = group[0][0]
    label, upper = table.heads.row_label(first), _upper(table, first)
    hole = hole_of(group, label.text if label is not None else upper)
    hole.around = table.around(first, label)
    if label is not None and upper and _asks_more(table, group):
        hole.label, hole.is_grid = upper, True
        hole.around.insert(0, label.text)
    return hole
