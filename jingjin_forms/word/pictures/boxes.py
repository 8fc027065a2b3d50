"""How much room a picture has at each place of a part."""

from collections.abc import Mapping
from dataclasses import dataclass

from jingjin_forms.word.docx.location import CELL, PARAGRAPH, ROW, TABLE, Element, W
from jingjin_forms.word.docx.plain_xml import twips_of
from jingjin_forms.word.pictures.box import EMU_PER_INCH, EMU_PER_MM, Box
from jingjin_forms.word.pictures.cell_margins import CellMargins, Margins, margins_of

_EMU_PER_TWIP = EMU_PER_INCH // 1440
DEFAULT_TEXT_WIDTH = 9638  # twips: A4 with margins of 2 cm
_LINE_HEIGHT_SPARED = 60  # twips a row needs beside the picture, or Word cuts the picture's foot
_STEP = EMU_PER_MM // 2
"""Half a millimetre. A column is a twip or two wider or narrower in an .odt that LibreOffice made
of a .docx: counted in twips, a picture would be another there."""
_ASTRAY = 3 * _EMU_PER_TWIP


def picture_boxes(root: Element, contents: Mapping[str, bytes], page_width: int) -> dict[int, Box]:
    """The room at each row, cell and paragraph of a part of a file, by its number in document
    order; -1 is the page.
    """
    boxes = {-1: page_box(page_width)}
    margins = CellMargins(contents)
    tables: dict[Element, _Table] = {}
    in_cell: dict[Element, Box] = {}
    for number, element in enumerate(root.iter(ROW, CELL, PARAGRAPH)):
        if element.tag == CELL:
            in_cell[element] = boxes[number] = _cell_box(element, tables, margins)
        elif element.tag == PARAGRAPH:
            cell = next((a for a in element.iterancestors(CELL)), None)
            boxes[number] = boxes[-1] if cell is None else in_cell[cell]
    return boxes


def text_width(root: Element) -> int:
    """The width between the margins of a document's last section, in twips."""
    sections = list(root.iter(f"{W}sectPr"))
    if not sections:
        return DEFAULT_TEXT_WIDTH
    width = twips_of(sections[-1].find(f"{W}pgSz"), "w")
    margins = sections[-1].find(f"{W}pgMar")
    left, right = twips_of(margins, "left"), twips_of(margins, "right")
    if width is None or left is None or right is None:
        return DEFAULT_TEXT_WIDTH
    return width - left - right


@dataclass(frozen=True, slots=True)
class _Table:
    """What is asked of a table for each of its cells: looked up once, it can have 20,000 rows."""

    columns: list[int | None]
    margins: Margins


def _table(element: Element, margins: CellMargins) -> _Table:
    grid = next(element.iterchildren(f"{W}tblGrid"), None)
    columns = [] if grid is None else [twips_of(c, "w") for c in grid]
    return _Table(columns, margins.of_table(element))


def _cell_box(cell: Element, tables: dict[Element, _Table], margins: CellMargins) -> Box:
    row = cell.getparent()
    table = next(cell.iterancestors(TABLE), None)
    known = _Table([], Margins())
    if table is not None:
        if table not in tables:
            tables[table] = _table(table, margins)
        known = tables[table]
    height = None
    if row is not None:
        height = twips_of(row.find(f"{W}trPr/{W}trHeight"), "val")
    width = _cell_width(cell, known.columns)
    return box_of_cell(width, margins_of(cell).over(known.margins).together, height)


def page_box(width: int) -> Box:
    """The room outside tables, of a text so many twips wide."""
    return Box(_emu(width), is_filled=False)


def box_of_cell(width: int, margins: int, height: int | None) -> Box:
    """The room in a cell of a width, with margins at both sides together, in a row of a height: all
    in twips.
    """
    return Box(
        _emu(max(200, width - margins)),
        _emu(max(200, height - _LINE_HEIGHT_SPARED)) if height else None,
    )


def _emu(twips: int) -> int:
    """Not more than so many twips, and as much for some twips more or less."""
    steps = (twips * _EMU_PER_TWIP + _ASTRAY) // _STEP
    return max(1, steps) * _STEP - _ASTRAY


def _cell_width(cell: Element, columns: list[int | None]) -> int:
    """The sum of the grid columns the cell spans; its own width where the grid does not say."""
    first = sum(_span(c) for c in cell.itersiblings(CELL, preceding=True))
    spanned = columns[first : first + _span(cell)]
    if spanned and None not in spanned:
        return sum(width or 0 for width in spanned)
    return twips_of(cell.find(f"{W}tcPr/{W}tcW"), "w") or DEFAULT_TEXT_WIDTH


def _span(cell: Element) -> int:
    return twips_of(cell.find(f"{W}tcPr/{W}gridSpan"), "val") or 1
