"""A part of a filled Word file as flows of text with tables in them, by its tree.

Tracked changes count as accepted; hidden text, comments and what a content control shows while
nothing is typed in it are not there. `page.Line` reads with more care what a file with symbols or
old form fields holds; most files have none.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import cast

from jingjin_forms.page.line import Line
from jingjin_forms.reading.paper.paper import Flow, PaperCell, PaperRow, PaperTable
from jingjin_forms.reading.tokens import PARAGRAPH_END, PICTURE_HERE, TABLE_HERE
from jingjin_forms.word.docx.location import CELL, PARAGRAPH, ROW, TABLE, TEXT, Element, Place, W
from jingjin_forms.word.docx.plain_xml import FALLBACK, read_xml

_RUN, _CONTROL, _CONTENT = f"{W}r", f"{W}sdt", f"{W}sdtContent"
_PRINTED = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
_PICTURES = frozenset((f"{W}drawing", f"{W}pict"))
_WRAPPERS = frozenset(
    f"{W}{name}"
    for name in (
        *("sdtContent", "sdt", "customXml", "ins", "moveTo", "smartTag", "bdo", "dir"),
        *("hyperlink", "fldSimple"),
    )
)
_CAREFULLY = (b"w:sym", b"ffData", b"w:vanish", b"AlternateContent", b"w:ruby", b"ings", b"txbx")
_TRACKED = (b"<w:del", b"<w:moveFrom", b"w:cellDel")
NOT_PLAIN = (*_CAREFULLY, *_TRACKED, b"showingPlcHdr")
"""Signs of more than paragraphs and tables."""
_DELETED = (f"{W}del", f"{W}moveFrom")
_DELETED_ROW, _DELETED_CELL = f"{W}trPr/{W}del", f"{W}tcPr/{W}cellDel"
_DELETED_END = (f"{W}pPr/{W}rPr/{W}del", f"{W}pPr/{W}rPr/{W}moveFrom")
_PLACEHOLDER = f"{W}sdtPr/{W}showingPlcHdr"
_PROPERTIES, _MERGED = f"{W}tcPr", f"{W}vMerge"
_VALUE, _TYPE = f"{W}val", f"{W}type"
OF_PAGE = ("page", "column")
"""Types of breaks that are no new line."""
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


class DocumentTypeError(ValueError):
    """A part has a DTD, which Word does not read."""


@dataclass(slots=True)
class _Reading:
    """What reading one part remembers."""

    title: str
    carefully: bool
    tracked: bool
    tables: int = 0


def flows_of_tree(content: bytes, title: str) -> list[Flow]:
    """A part's own flow, then those of its text boxes.

    Raises etree.XMLSyntaxError, and DocumentTypeError for a part with a DTD.
    """
    root = read_xml(content)
    if root.getroottree().docinfo.doctype:
        raise DocumentTypeError(title)
    tracked = any(sign in content for sign in _TRACKED)
    if tracked:
        _accept(root)
    if b"showingPlcHdr" in content:
        _blank_placeholders(root)
    carefully = tracked or any(sign in content for sign in _CAREFULLY)
    reading = _Reading(title, carefully, tracked)
    body = root.find(f"{W}body")
    flows = [_flow(root if body is None else body, reading)]
    if b"txbxContent" in content:
        for box in root.iter(f"{W}txbxContent"):
            if next(box.iterancestors(FALLBACK), None) is None:
                flows.append(_flow(box, reading))
    return flows


def _flow(holder: Element, reading: _Reading, cell: tuple[int, int, int] | None = None) -> Flow:
    filling = _Filling(reading)
    filling.fill(holder)
    text = "".join(filling.texts)
    return Flow(text, filling.tables, reading.title, cell, filling.pictures)


@dataclass(slots=True)
class _Filling:
    """What has been found of a flow so far."""

    reading: _Reading
    texts: list[str] = field(default_factory=list[str])
    tables: list[PaperTable] = field(default_factory=list[PaperTable])
    pictures: list[str] = field(default_factory=list[str])

    def fill(self, holder: Element) -> None:
        reading, texts = self.reading, self.texts
        for child in holder:
            tag = child.tag
            if tag == PARAGRAPH:
                if not reading.carefully:
                    self._paragraph(child)
                    texts.append(PARAGRAPH_END)
                    continue
                texts.append(Line(child, Place(reading.title)).text)
                self._find_pictures(child)
                if not (reading.tracked and _is_joined(child)):
                    texts.append(PARAGRAPH_END)
            elif tag == TABLE:
                self.tables.append(_table(child, reading))
                texts.append(TABLE_HERE)
            elif tag in _WRAPPERS:
                self.fill(child)

    def _paragraph(self, holder: Element) -> None:
        texts = self.texts
        for child in holder:
            if child.tag == _RUN:
                for piece in child:
                    tag = piece.tag
                    if tag == TEXT:
                        texts.append(piece.text or "")
                    elif tag in _PRINTED:
                        if piece.get(_TYPE) not in OF_PAGE:
                            texts.append(_PRINTED[cast(str, tag)])
                    elif tag in _PICTURES:
                        texts.append(PICTURE_HERE)
                        self.pictures.append(_relation(piece))
            elif child.tag in _WRAPPERS:
                self._paragraph(child)

    def _find_pictures(self, paragraph: Element) -> None:
        for picture in paragraph.iter(*_PICTURES):
            stands_once = next(picture.iterancestors(FALLBACK), None) is None
            if stands_once and (found := _relation(picture)):
                self.texts.append(PICTURE_HERE)
                self.pictures.append(found)


def _relation(picture: Element) -> str:
    """The relationship of the picture's file; blank where it is only drawn."""
    for element in picture.iter():
        found = element.get(f"{_RELATION}embed") or (
            element.get(f"{_RELATION}id") if element.tag.endswith("}imagedata") else None  # type: ignore[union-attr]
        )
        if found:
            return found
    return ""


def _table(table: Element, reading: _Reading) -> PaperTable:
    reading.tables += 1
    number = reading.tables
    rows: list[PaperRow] = []
    for element in _inside(table, ROW):
        rows.append(_row(element, reading, number, len(rows) + 1))
    return PaperTable(rows, number)


def _row(row: Element, reading: _Reading, table: int, number: int) -> PaperRow:
    cells: list[PaperCell] = []
    for element in _inside(row, CELL):
        place = table, number, len(cells) + 1
        cells.append(PaperCell(_flow(element, reading, place), continues(element)))
    return PaperRow(cells, number)


def continues(cell: Element) -> bool:
    """Whether a cell is merged with the one above it."""
    for properties in cell.iterchildren(_PROPERTIES):
        for merge in properties.iterchildren(_MERGED):
            return (merge.get(_VALUE) or "continue") == "continue"
    return False


def _inside(holder: Element, wanted: str) -> Iterator[Element]:
    for child in holder:
        if child.tag == wanted:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _inside(child, wanted)


def _is_joined(paragraph: Element) -> bool:
    """Whether the end of a paragraph was deleted, so that the next goes on in it."""
    return any(paragraph.find(mark) is not None for mark in _DELETED_END)


def _accept(root: Element) -> None:
    """Take out what tracked changes have deleted."""
    for element in list(root.iter(ROW)):
        if element.find(_DELETED_ROW) is not None:
            _remove(element)
    for element in list(root.iter(CELL)):
        if element.find(_DELETED_CELL) is not None:
            _remove(element)
    for element in list(root.iter(*_DELETED)):
        parent = element.getparent()
        if parent is not None and parent.tag not in (f"{W}rPr", f"{W}trPr"):
            _remove(element)


def _remove(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _blank_placeholders(root: Element) -> None:
    """Blank the controls that show 「按一下以輸入文字」."""
    for control in root.iter(_CONTROL):
        if control.find(_PLACEHOLDER) is not None:
            content = control.find(_CONTENT)
            for text in () if content is None else content.iter(TEXT):
                text.text = ""
