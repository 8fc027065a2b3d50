"""Tables of a layout as `w:tbl` elements.

Written element by element: python-docx's own tables say in every cell what our table styles say
once. Children stand in the order of the schema.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from docx.oxml.xmlchemy import BaseOxmlElement

from jingjin_forms.typeset.layout import Block, Cell, Paragraph, Row, Table
from jingjin_forms.typeset.paragraph_styles import BODY, TABLE
from jingjin_forms.typeset.write_text import TextWriter
from jingjin_forms.typeset.xml import append, element, twips

_STYLES = {"all": "Grid", "outer": "Frame", "none": "Plain"}
_SIDES = ("top", "left", "bottom", "right")


def write_blocks(
    blocks: Sequence[Block], text: TextWriter, place: str = BODY
) -> list[BaseOxmlElement]:
    """The elements of the blocks, with a tiny paragraph after each table that needs one.

    Word needs a paragraph at the end of a body or a cell, and joins tables that touch. A tag
    vanishes when the template is filled, so it does not count.
    """
    written: list[BaseOxmlElement] = []
    for n, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            written.append(text.paragraph(block, place))
            continue
        written.append(write_table(block, text))
        following = blocks[n + 1] if n + 1 < len(blocks) else None
        if not isinstance(following, Paragraph) or following.is_tag:
            written.append(text.tiny())
    return written


def write_table(table: Table, text: TextWriter) -> BaseOxmlElement:
    """The table with its grid and rows."""
    edges = [0]
    width = 0.0
    for column in table.columns:
        width += column.width
        edges.append(twips(width))
    grid = [right - left for left, right in pairwise(edges)]
    made = element("tbl", _table_properties(table, edges[-1]))
    append(made, element("tblGrid", *(element("gridCol", w=w) for w in grid)))
    append(made, *(_row(row, edges, text) for row in table.rows))
    return made


def _table_properties(table: Table, width: int) -> BaseOxmlElement:
    style = table.style
    air, pad = style.air, style.pad
    margins = [
        element(side, w=twips(room), type="dxa")
        for side, room in zip(_SIDES, (air, pad, air, pad), strict=True)
        if room is not None
    ]
    return element(
        "tblPr",
        element("tblStyle", val=_STYLES[style.borders]),
        element("tblW", w=width, type="dxa"),
        element("jc", val=style.align) if style.align != "left" else None,
        element("tblInd", w=twips(style.indent), type="dxa") if style.indent else None,
        element("tblBorders", element("bottom", val="nil")) if style.is_open else None,
        element("tblLayout", type="fixed"),
        element("tblCellMar", *margins) if margins else None,
    )


def _row(row: Row, edges: Sequence[int], text: TextWriter) -> BaseOxmlElement:
    style = row.style
    properties = [
        None if style.split else element("cantSplit"),
        element("trHeight", val=twips(style.height), hRule="exact" if style.exact else "atLeast")
        if style.height
        else None,
        element("tblHeader") if style.header else None,
    ]
    made = element("tr")
    if not row.is_tag and any(p is not None for p in properties):
        append(made, element("trPr", *properties))
    append(made, *(_cell(cell, edges, text) for cell in row.cells))
    return made


def _cell(cell: Cell, edges: Sequence[int], text: TextWriter) -> BaseOxmlElement:
    made = element("tc", _cell_properties(cell, edges))
    append(made, *write_blocks(cell.content, text, TABLE))
    return made


def _cell_properties(cell: Cell, edges: Sequence[int]) -> BaseOxmlElement:
    style = cell.style
    width = edges[cell.column + cell.span] - edges[cell.column]
    vertical = style.vertical or ("center" if style.auto else None)
    merge = None
    if cell.merge:
        merge = element("vMerge", val="restart") if cell.merge == "restart" else element("vMerge")
    return element(
        "tcPr",
        None if style.auto else element("tcW", w=width, type="dxa"),
        element("gridSpan", val=cell.span) if cell.span > 1 else None,
        merge,
        _borders(cell),
        element("shd", val="clear", color="auto", fill=style.shade) if style.shade else None,
        element("tcMar", *_lengths(("left", "right"), 0)) if style.tight else None,
        element("textDirection", val="tbRlV") if style.down else None,
        element("vAlign", val=vertical) if vertical else None,
    )


def _borders(cell: Cell) -> BaseOxmlElement | None:
    lines = [element(side, val="nil") for side in _SIDES if side in cell.unlined]
    if cell.style.diagonal:
        lines.append(element("tl2br", val="single", sz=4, space=0, color="auto"))
    return element("tcBorders", *lines) if lines else None


def _lengths(sides: Iterable[str], twips: int) -> list[BaseOxmlElement]:
    return [element(side, w=twips, type="dxa") for side in sides]
