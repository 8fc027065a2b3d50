"""Cells of a filled .odt merged downwards, read off the text.

Most tables ask for nothing else, and this takes a fraction of the time that parsing them does.
Tables within tables, and what else cells can ask for, are left to `tables`.
"""

import re

_ROW_END = "</table:table-row>"
_tables = re.compile(r"<(/?)table:table[ >]").findall
_cell_begins = re.compile(r"<table:(?:covered-)?table-cell\b").finditer
_merge = re.compile(r'<w:tcPr><w:vMerge w:val="(restart|continue)"/></w:tcPr>')
_style = re.compile(r' table:style-name="[^"]*"').search


def asks_only_to_merge(xml: str) -> bool:
    """Whether cells ask to be merged downwards and for nothing else, in tables side by side."""
    if len(_merge.findall(xml)) != xml.count("<w:tcPr>"):
        return False
    sides = _tables(xml)
    return sides[::2] == [""] * (len(sides) // 2) and sides[1::2] == ["/"] * (len(sides) // 2)


def merged_rows(xml: str) -> str:
    """The XML with each cell that goes on the one above it covered by that."""
    rows = xml.split(_ROW_END)
    pieces: list[list[str]] = []
    reaching: dict[int, tuple[int, int]] = {}  # by column, the row and piece of the cell above
    deep: dict[tuple[int, int], int] = {}
    for number, row in enumerate(rows):
        if "<w:tcPr>" not in row:
            pieces.append([row])
            reaching = {}
            continue
        if "<table:table " in row:
            reaching = {}
        begins = [found.start() for found in _cell_begins(row)]
        cells = [row[a:b] for a, b in zip(begins, [*begins[1:], len(row)], strict=True)]
        reaching_on: dict[int, tuple[int, int]] = {}
        for column, cell in enumerate(cells):
            asked = _merge.search(cell)
            if asked is None:
                continue
            above = reaching.get(column)
            if asked[1] == "restart":
                reaching_on[column] = number, column + 1
            elif above is not None:
                deep[above] = deep.get(above, 1) + 1
                reaching_on[column] = above
                style = _style(cell, 0, asked.start())
                cells[column] = f"<table:covered-table-cell{style[0] if style else ''}/>"
                continue
            cells[column] = cell[: asked.start()] + cell[asked.end() :]
        reaching = reaching_on
        pieces.append([row[: begins[0]], *cells])
    for (number, piece), count in deep.items():
        begin, rest = pieces[number][piece].split(">", 1)
        pieces[number][piece] = f'{begin} table:number-rows-spanned="{count}">{rest}'
    return _ROW_END.join("".join(row) for row in pieces)
