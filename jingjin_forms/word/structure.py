"""Keeping a document whole whatever its conditions and loops leave out or add.

Word refuses a file with a cell that has no paragraph, a table without rows or a row without cells.
Where the template's own tags could empty one, a mark is put at the end of its content before the
template is compiled. After each rendering, a mark with nothing but the beginning of its element
before it gives way to what was there too little of; the others just go.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from itertools import count
from typing import NamedTuple

from lxml import etree

from jingjin_forms.word.docx.location import (
    CELL,
    PARAGRAPH,
    ROW,
    TABLE,
    Element,
    W,
    texts_of_paragraphs,
)

KEEP = "jingjin-keep"
"""Target of the processing instruction that is the mark before the template is compiled."""
KEEP_CHARACTER = "\x01"
"""What stands on both sides of a mark's number afterwards: XML cannot hold it, so no text has it,
and one character is found ten times faster than an instruction."""

_HIGHEST_NUMBER_KEPT = 1_000_000_000  # of 2,147,483,647 that Word takes
_EMPTY_PARAGRAPH = "<w:p/>"
_EMPTY_CELL = f"<w:tc>{_EMPTY_PARAGRAPH}</w:tc>"
_TEXT_CONTAINERS = (
    CELL,
    *(f"{W}{name}" for name in ("hdr", "ftr", "footnote", "endnote", "txbxContent")),
)
_find_swallowing_tags = re.compile(r"\{[{%#](tr|tc|p) ").findall
_row_tags = re.compile(r"\{%tr\s+(\w+)").findall
_BLOCKS = ("for", "if", "call", "filter", "macro", "with", "block", "autoescape", "set")
_swallowed_by = {"tr": ROW, "tc": CELL, "p": PARAGRAPH}


class Lacking(NamedTuple):
    """The last tag before a mark when its element is empty, or (a cell) ends with a table: what it
    may begin with, by what is lacking then."""

    paragraph: tuple[str, ...]
    cell: tuple[str, ...]
    row: tuple[str, ...]


WORD_LACKING = Lacking(
    paragraph=(
        *("</w:tcPr", "<w:tcPr/", "<w:tc>", "<w:tc ", "</w:tbl>"),
        *("<w:hdr", "<w:ftr", "<w:footnote ", "<w:endnote ", "<w:txbxContent"),
    ),
    cell=("</w:trPr", "<w:trPr/", "<w:tr>", "<w:tr ", "</w:tblPrEx"),
    row=("</w:tblGrid", "<w:tblGrid/", "</w:tblPr", "<w:tbl>"),
)

COVERED = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}covered-table-cell"
"""What an .odt has in place of a cell beside one that reaches over it."""
_LOOKS = tuple(
    f"{{urn:oasis:names:tc:opendocument:xmlns:{name}:1.0}}" for name in ("table", "text")
)
_drawing_id = re.compile(r'(<wp:docPr\b[^>]*? id=")(\d+)')
_namespace_declarations = re.compile(r' xmlns:\w+="[^"]*"')


def swallowed(root: Element) -> dict[Element, str]:
    """The rows, cells and paragraphs that give way to a tag such as `{%tr … %}` in them."""
    found: dict[Element, str] = {}
    for paragraph, text in texts_of_paragraphs(root).items():
        for kind in _find_swallowing_tags(text):
            ancestors = paragraph.iterancestors(_swallowed_by[kind])
            element = paragraph if kind == "p" else next(ancestors, None)
            if element is not None:
                found[element] = kind
    return found


def mark(
    root: Element, gone: dict[Element, str], lacking: Lacking = WORD_LACKING
) -> tuple[tuple[tuple[str, ...], str], ...]:
    """Mark all that could be emptied when `gone` is gone; by number, what to do at each mark."""
    emptied: dict[Element, tuple[tuple[str, ...], str]] = {}
    for element, kind in gone.items():
        holders = (TABLE,) if kind == "tr" else (ROW,) if kind == "tc" else _TEXT_CONTAINERS
        holder = next(element.iterancestors(*holders), None)
        if holder is None or holder in emptied:
            continue
        if kind == "tr":
            if not _keeps_a_row(holder, gone):
                emptied[holder] = lacking.row, _blank_row(holder, gone)
        elif kind == "tc":
            emptied[holder] = lacking.cell, _EMPTY_CELL
        else:
            emptied[holder] = lacking.paragraph, _EMPTY_PARAGRAPH
    for number, holder in enumerate(emptied):
        holder.append(etree.ProcessingInstruction(KEEP, str(number)))
    return tuple(emptied.values())


def _keeps_a_row(table: Element, gone: dict[Element, str]) -> bool:
    """Whether some row of the table stands outside all loops and conditions."""
    depth = 0
    for row in table.iterchildren(ROW):
        if row not in gone:
            if depth == 0:
                return True
            continue
        for word in _row_tags("".join(texts_of_paragraphs(row).values())):
            depth += -1 if word.startswith("end") else word in _BLOCKS
    return False


def mender(marks: tuple[tuple[tuple[str, ...], str], ...]) -> Callable[[str], str]:
    """What mends a rendered part whose template was marked."""

    def mend(xml: str) -> str:
        pieces = xml.split(KEEP_CHARACTER)  # text, number, text, number, … text
        for i in range(1, len(pieces), 2):
            too_little, replacement = marks[int(pieces[i])]
            before = pieces[i - 1]
            lacking = before[before.rfind("<") :].startswith(too_little)
            pieces[i] = replacement if lacking else ""
        return "".join(pieces)

    return mend


def number_drawings(xml: str, numbers: Iterator[int]) -> str:
    """Give each drawing an id of its own: a loop repeats the one that the template has."""
    return _drawing_id.sub(lambda found: f"{found[1]}{next(numbers)}", xml)


def with_low_drawing_numbers(contents: Mapping[str, bytes]) -> dict[str, bytes]:
    """The parts, their drawings renumbered where ids go so high that none are left behind them."""
    found = {name: content for name, content in contents.items() if name.endswith(".xml")}
    if max(map(highest_drawing_number, found.values()), default=0) < _HIGHEST_NUMBER_KEPT:
        return found
    numbers = count(1)
    for name, content in found.items():
        if highest_drawing_number(content):
            found[name] = number_drawings(content.decode(), numbers).encode()
    return found


def highest_drawing_number(content: bytes) -> int:
    """The highest id of a drawing in a part, 0 without drawings."""
    found = _drawing_id.findall(content.decode("utf-8", "replace"))
    return max((int(number) for _, number in found), default=0)


def _blank_row(table: Element, gone: dict[Element, str]) -> str:
    """The table's first row that is printed, its cells without their content."""
    rows = list(table.iterchildren(ROW))
    model = next((row for row in rows if row not in gone), rows[0])
    blank = etree.Element(ROW, _looks(model), nsmap=table.nsmap)
    for cell in model.iterchildren("*"):
        if cell.tag == COVERED and cell.getprevious() not in gone:
            blank.append(deepcopy(cell))
        if cell.tag != CELL or cell in gone:
            continue
        empty = etree.SubElement(blank, CELL, _looks(cell))
        properties = cell.find(f"{W}tcPr")
        if properties is not None:
            empty.append(deepcopy(properties))
        empty.append(_blank_paragraph(cell))
    for merge in list(blank.iter(f"{W}vMerge")):
        merge.getparent().remove(merge)  # pyright: ignore[reportOptionalMemberAccess] (has one)
    xml = _namespace_declarations.sub("", etree.tostring(blank, encoding="unicode"))
    return xml if len(blank) else f"<w:tr>{_EMPTY_CELL}</w:tr>"


def _looks(element: Element) -> dict[str, str]:
    """What attributes say of how an element looks; in a .docx they say nothing of it."""
    return {
        str(name): str(value)
        for name, value in element.attrib.items()
        if str(name).startswith(_LOOKS) and not str(name).endswith("number-rows-spanned")
    }


def _blank_paragraph(cell: Element) -> Element:
    first = cell.find(f"{W}p")
    looks = {} if first is None else _looks(first)
    blank = etree.Element(PARAGRAPH, looks, nsmap=cell.nsmap)
    properties = cell.find(f"{W}p/{W}pPr")
    if properties is not None:
        blank.append(deepcopy(properties))
    return blank
