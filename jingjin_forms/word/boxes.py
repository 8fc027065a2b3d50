"""How much room a picture has at each place of a part."""

import re
from dataclasses import dataclass

from jingjin_forms.word.location import CELL, PARAGRAPH, ROW, TABLE, Element, W
from jingjin_forms.word.picture_box import EMU_PER_INCH, Box

_number = re.compile(r"[0-9]{1,9}(\.[0-9]{0,9})?").fullmatch
_EMU_PER_TWIP = EMU_PER_INCH // 1440
DEFAULT_TEXT_WIDTH = 9638  # twips: A4 with margins of 2 cm
_DEFAULT_CELL_MARGIN = 108  # twips on either side, Word's own
_LINE_HEIGHT_SPARED = 60  # twips a row needs beside the picture, or Word cuts the picture's foot


def picture_boxes(root: Element, page_width: int) -> dict[int, Box]:
    """The room at each row, cell and paragraph, by its number in document order; -1 is the page."""
    boxes = {-1: page_box(page_width)}
    tables: dict[Element, _Table] = {}
    in_cell: dict[Element, Box] = {}
    for number, element in enumerate(root.iter(ROW, CELL, PARAGRAPH)):
        if element.tag == CELL:
            in_cell[element] = boxes[number] = _cell_box(element, tables)
        elif element.tag == PARAGRAPH:
            cell = next((a for a in element.iterancestors(CELL)), None)
            boxes[number] = boxes[-1] if cell is None else in_cell[cell]
    return boxes


def _twips(element: Element | None, attribute: str) -> int | None:
    value = None if element is None else element.get(f"{W}{attribute}")
    return int(float(value)) if value and _number(value) else None


def text_width(root: Element) -> int:
    """The width between the margins of a document's last section, in twips."""
    sections = list(root.iter(f"{W}sectPr"))
    if not sections:
        return DEFAULT_TEXT_WIDTH
    width = _twips(sections[-1].find(f"{W}pgSz"), "w")
    margins = sections[-1].find(f"{W}pgMar")
    left, right = _twips(margins, "left"), _twips(margins, "right")
    if width is None or left is None or right is None:
        return DEFAULT_TEXT_WIDTH
    return width - left - right


@dataclass(frozen=True, slots=True)
class _Table:
    """What is asked of a table for each of its cells: looked up once, it can have 20,000 rows."""

    columns: list[int | None]
    margin: int | None


def _table(element: Element) -> _Table:
    grid = next(element.iterchildren(f"{W}tblGrid"), None)
    properties = next(element.iterchildren(f"{W}tblPr"), None)
    margin = None if properties is None else properties.find(f"{W}tblCellMar/{W}left")
    return _Table([] if grid is None else [_twips(c, "w") for c in grid], _twips(margin, "w"))


def _cell_box(cell: Element, tables: dict[Element, _Table]) -> Box:
    row = cell.getparent()
    table = next(cell.iterancestors(TABLE), None)
    known = _Table([], None)
    if table is not None:
        if table not in tables:
            tables[table] = _table(table)
        known = tables[table]
    height = None
    if row is not None:
        height = _twips(row.find(f"{W}trPr/{W}trHeight"), "val")
    width, margin = _cell_width(cell, known.columns), _cell_margin(cell, known.margin)
    return box_of_cell(width, margin, height)


def page_box(width: int) -> Box:
    """The room outside tables, of a text so many twips wide."""
    return Box(width * _EMU_PER_TWIP, is_filled=False)


def box_of_cell(width: int, margin: int, height: int | None) -> Box:
    """The room in a cell of a width and of margins at its sides, in twips, in a row of a height."""
    return Box(
        max(200, width - 2 * margin) * _EMU_PER_TWIP,
        max(200, height - _LINE_HEIGHT_SPARED) * _EMU_PER_TWIP if height else None,
    )


def _cell_width(cell: Element, columns: list[int | None]) -> int:
    """The sum of the grid columns the cell spans; its own width where the grid does not say."""
    first = sum(_span(c) for c in cell.itersiblings(CELL, preceding=True))
    spanned = columns[first : first + _span(cell)]
    if spanned and None not in spanned:
        return sum(width or 0 for width in spanned)
    return _twips(cell.find(f"{W}tcPr/{W}tcW"), "w") or DEFAULT_TEXT_WIDTH


def _span(cell: Element) -> int:
    return _twips(cell.find(f"{W}tcPr/{W}gridSpan"), "val") or 1


def _cell_margin(cell: Element, common: int | None) -> int:
    own = _twips(cell.find(f"{W}tcPr/{W}tcMar/{W}left"), "w")
    if own is not None:
        return own
    return common if common is not None else _DEFAULT_CELL_MARGIN
