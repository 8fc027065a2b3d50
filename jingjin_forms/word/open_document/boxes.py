"""How much room a picture has at each place of an .odt."""

import re
from collections.abc import Mapping

from lxml import etree

from jingjin_forms.word.docx.location import CELL, PARAGRAPH, ROW, TABLE, Element
from jingjin_forms.word.open_document.names import FO, OFFICE, STYLE, TABLES
from jingjin_forms.word.pictures.box import Box
from jingjin_forms.word.pictures.boxes import DEFAULT_TEXT_WIDTH, box_of_cell, page_box

_length = re.compile(r"([0-9]{1,6}(?:\.[0-9]{1,6})?)(in|cm|mm|pt|pc)").fullmatch
_TWIPS = {"in": 1440, "cm": 1440 / 2.54, "mm": 144 / 2.54, "pt": 20, "pc": 240}
_STYLE_NAME = f"{TABLES}style-name"
_SIDES, _PADDING = ("left", "right"), 108  # twips, as Word's


def odt_boxes(root: Element, _: Mapping[str, bytes], page_width: int) -> dict[int, Box]:
    """The room at each row, cell and paragraph, by its number in document order; -1 is the page."""
    boxes = {-1: page_box(page_width)}
    styles = _styles(root)
    columns: dict[Element, list[int | None]] = {}
    in_cell: dict[Element, Box] = {}
    for number, element in enumerate(root.iter(ROW, CELL, PARAGRAPH)):
        if element.tag == CELL:
            table = next(element.iterancestors(TABLE), None)
            if table is not None and table not in columns:
                columns[table] = _columns(table, styles)
            widths = columns[table] if table is not None else []
            in_cell[element] = boxes[number] = _cell_box(element, widths, styles)
        elif element.tag == PARAGRAPH:
            cell = next(element.iterancestors(CELL), None)
            boxes[number] = boxes[-1] if cell is None else in_cell[cell]
    return boxes


def odt_text_width(contents: Mapping[str, bytes], _: Element) -> int:
    """The width between the margins of the first page layout, in twips."""
    root = etree.fromstring(contents["styles.xml"])
    said = next(root.iter(f"{STYLE}page-layout-properties"), None)
    names = (f"{FO}page-width", f"{FO}margin-left", f"{FO}margin-right")
    width, left, right = (None if said is None else _twips(said.get(name)) for name in names)
    if width is None or left is None or right is None:
        return DEFAULT_TEXT_WIDTH
    return width - left - right


def _styles(root: Element) -> dict[str, Element]:
    """The properties of automatic styles, by the name of the style."""
    held = root.find(f"{OFFICE}automatic-styles")
    styles = () if held is None else held
    return {style.get(f"{STYLE}name", ""): style[0] for style in styles if len(style)}


def _twips(length: str | None) -> int | None:
    found = _length(length or "")
    return round(float(found[1]) * _TWIPS[found[2]]) if found else None


def _said(element: Element, styles: Mapping[str, Element], *names: str) -> int | None:
    """The first of the lengths that the element's style says."""
    style = styles.get(element.get(_STYLE_NAME, ""))
    lengths = (None if style is None else _twips(style.get(name)) for name in names)
    return next((length for length in lengths if length is not None), None)


def _columns(table: Element, styles: Mapping[str, Element]) -> list[int | None]:
    found: list[int | None] = []
    for column in table.iter(f"{TABLES}table-column"):
        if next(column.iterancestors(TABLE)) is table:
            repeated = int(column.get(f"{TABLES}number-columns-repeated", "1"))
            found += [_said(column, styles, f"{STYLE}column-width")] * min(repeated, 1_000)
    return found


def _cell_box(cell: Element, columns: list[int | None], styles: Mapping[str, Element]) -> Box:
    row = cell.getparent()
    height = None
    if row is not None:
        height = _said(row, styles, f"{STYLE}row-height", f"{STYLE}min-row-height")
    beside = (
        c
        for c in cell.itersiblings("*", preceding=True)
        if str(c.tag).endswith(("}tc", "}covered-table-cell"))
    )
    first = sum(1 for _ in beside)
    span = int(cell.get(f"{TABLES}number-columns-spanned", "1"))
    spanned = columns[first : first + span]
    known = [width for width in spanned if width is not None]
    width = sum(known) if known and len(known) == len(spanned) else DEFAULT_TEXT_WIDTH
    sides = [_said(cell, styles, f"{FO}padding-{side}", f"{FO}padding") for side in _SIDES]
    return box_of_cell(width, sum(_PADDING if s is None else s for s in sides), height)
