"""Keeping a document whole whatever its conditions and loops leave out.

Word refuses a file with a cell that has no paragraph, a table without rows or a row without cells.
Where the template's own tags could empty one, a mark (a processing instruction) is put at the
start of its content before the template is compiled. After each rendering a mark that is directly
followed by the closing tag gets a replacement, and all marks are removed.
"""

import re
from collections.abc import Callable, Iterator
from copy import deepcopy

from lxml import etree

from jingjin_forms.word.place import CELL, PARAGRAPH, ROW, TABLE, W

_MARK = "jingjin-keep"
_EMPTY_PARAGRAPH = "<w:p/>"
_EMPTY_CELL = f"<w:tc>{_EMPTY_PARAGRAPH}</w:tc>"

_NEEDS_PARAGRAPH = (CELL, *(f"{W}{name}" for name in ("hdr", "ftr", "footnote", "txbxContent")))
_PROPERTIES = tuple(f"{W}{name}" for name in ("tcPr", "trPr", "tblPr", "tblGrid"))
_find_swallowing_tag = re.compile(r"\{[{%](tr|tc|p) ").search
_marks = re.compile(rf"<\?{_MARK} (\d+)\?>(</w:(?:tc|tr|tbl|hdr|ftr|footnote|txbxContent)>)?")
_table_at_the_end = re.compile("</w:tbl></w:tc>")
_drawing_id = re.compile(r'(<wp:docPr\b[^>]*? ?id=")\d+(")')


def mark(root: etree._Element) -> tuple[str, ...]:
    """Mark all that the tags of this part could empty; the replacement of each mark, by number."""
    replacements: list[str] = []

    def put(element: etree._Element, replacement: str) -> None:
        position = 0
        while position < len(element) and element[position].tag in _PROPERTIES:
            position += 1
        element.insert(position, etree.ProcessingInstruction(_MARK, str(len(replacements))))
        replacements.append(replacement)

    for element in list(root.iter(TABLE, ROW, *_NEEDS_PARAGRAPH)):
        if element.tag == TABLE and _swallows(element, ROW, "tr"):
            put(element, _blank_row(element))
        elif element.tag == ROW and _swallows(element, CELL, "tc"):
            put(element, _EMPTY_CELL)
        elif element.tag in _NEEDS_PARAGRAPH and _swallows(element, PARAGRAPH, "p"):
            put(element, _EMPTY_PARAGRAPH)
    return tuple(replacements)


def mender(replacements: tuple[str, ...]) -> Callable[[str], str]:
    """What mends a rendered part whose template was marked."""

    def replace(found: re.Match[str]) -> str:
        closing = found[2]
        return replacements[int(found[1])] + closing if closing else ""

    def mend(xml: str) -> str:
        return _table_at_the_end.sub(f"</w:tbl>{_EMPTY_PARAGRAPH}</w:tc>", _marks.sub(replace, xml))

    return mend


def number_drawings(xml: str, numbers: Iterator[int]) -> str:
    """Give each drawing an id of its own: a loop repeats the one that the template has."""
    return _drawing_id.sub(lambda found: f"{found[1]}{next(numbers)}{found[2]}", xml)


def _swallows(element: etree._Element, child: str, kind: str) -> bool:
    """Whether a direct child holds a tag that removes or repeats children of this kind."""
    return any(
        (found := _find_swallowing_tag(_own_text(c))) is not None and found[1] == kind
        for c in element.iterchildren(child)
    )


def _own_text(element: etree._Element) -> str:
    return "".join(t.text or "" for t in element.iter(f"{W}t"))


def _blank_row(table: etree._Element) -> str:
    """The table's first row that prints something, without its text."""
    rows = list(table.iterchildren(ROW))
    printed = [row for row in rows if _find_swallowing_tag(_own_text(row)) is None]
    row = deepcopy((printed or rows)[0])
    for element in list(row.iter(f"{W}r", f"{W}vMerge", f"{W}tblHeader", TABLE)):
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
    xml = etree.tostring(row, encoding="unicode")
    return re.sub(r' xmlns:\w+="[^"]*"', "", xml)
