"""The grid of a table, made to fit rows whose number of cells depends on the facts."""

import re
from dataclasses import dataclass

from lxml import etree

from jingjin_forms.word.place import CELL, ROW, TABLE, Element, W

_grid_tags = re.compile(
    r"<(w:tbl|w:gridCol|w:tc|/w:tr|/w:tbl|w:gridSpan|w:gridBefore|w:gridAfter)(?=[ />])"
    r'(?: w:val="(\d+)")?'
)


def fit_grids(xml: str) -> str:
    """Give each table as many grid columns as its widest row spans, its whole width kept.

    Needed where cells are repeated or their spans computed.
    """
    if _grids_fit(xml):
        return xml
    root = etree.fromstring(xml.encode())
    for table in root.iter(TABLE):
        grid = table.find(f"{W}tblGrid")
        spanned = max((_columns_of(row) for row in table.iterchildren(ROW)), default=0)
        if grid is None or not spanned or spanned == len(grid):
            continue
        widths = [_number(column, "w", 0) for column in grid]
        total = sum(widths)
        average = total // max(1, len(widths))
        wanted = (widths + [average] * spanned)[:spanned]
        for column in list(grid):
            grid.remove(column)
        for width in wanted:
            scaled = width * total // max(1, sum(wanted))
            etree.SubElement(grid, f"{W}gridCol", {f"{W}w": str(scaled)})
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True).decode()


def _grids_fit(xml: str) -> bool:
    """Whether in each table some row spans the whole grid and none more.

    Read off the text: ten times faster than parsing a document that is all right.
    """
    open_tables: list[_Grid] = []
    for found in _grid_tags.finditer(xml):
        name, value = found.groups()
        if name == "w:tbl":
            open_tables.append(_Grid())
        elif name == "/w:tbl":
            grid = open_tables.pop()
            if grid.widest and grid.widest != grid.columns:
                return False
        elif name == "w:gridCol":
            open_tables[-1].columns += 1
        elif name == "/w:tr":
            open_tables[-1].end_row()
        else:  # a cell; or how many columns more than one it spans, or how many are left out
            open_tables[-1].in_row += int(value or 1) - (name == "w:gridSpan")
    return True


@dataclass(slots=True)
class _Grid:
    """A table's grid columns, and those its rows span."""

    columns: int = 0
    in_row: int = 0
    widest: int = 0

    def end_row(self) -> None:
        self.widest = max(self.widest, self.in_row)
        self.in_row = 0


def _columns_of(row: Element) -> int:
    skipped = sum(
        _number(row.find(f"{W}trPr/{W}{name}"), "val", 0) for name in ("gridBefore", "gridAfter")
    )
    cells = row.iterchildren(CELL)
    return skipped + sum(_number(c.find(f"{W}tcPr/{W}gridSpan"), "val", 1) for c in cells)


def _number(element: Element | None, attribute: str, missing: int) -> int:
    value = None if element is None else element.get(f"{W}{attribute}")
    return int(float(value)) if value else missing
