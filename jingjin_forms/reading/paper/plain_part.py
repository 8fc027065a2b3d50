"""A document whose markup is plain, read from its bytes in a fifth of the time of its tree.

Between its texts (`w:t`) stands markup, nearly the same in all files of one template: each piece is
understood once, as the marks of what begins and ends in it, and kept. Marks and texts in a row are
held against what a plain document is; what is more than that, or not well-formed for sure, is left
to `part_tree`. Of a plain document both say the same.
"""

import re
from functools import lru_cache

from lxml import etree

from jingjin_forms.reading.paper.paper import (
    CONTINUES,
    Flow,
    PaperCell,
    PaperRow,
    PaperTable,
)
from jingjin_forms.reading.paper.part_tree import NOT_PLAIN, OF_PAGE, continues
from jingjin_forms.reading.tokens import PARAGRAPH_END, TABLE_HERE
from jingjin_forms.word.docx.location import W

_LONGEST = 1_000_000
"""Characters of a document; of longer ones the XML parser has opinions of its own."""
_LONGEST_MARKUP, _KEPT = 8_000, 1_024
"""Characters of a piece of markup that is kept, and how many are."""

_P, _R, _R_END, _TABLE, _TABLE_END, _ROW, _ROW_END, _CELL, _CELL_END = map(chr, range(14, 23))
"""Marks: characters that no XML can hold, as those of `tokens`."""
_MARKS = {
    **{"<p>": _P, "</p>": PARAGRAPH_END, "<p/>": f"{_P}{PARAGRAPH_END}"},
    **{"<r>": _R, "</r>": _R_END, "<r/>": "", "<t/>": ""},
    **{"<tab/>": "\t", "<br/>": "\n", "<cr/>": "\n", "<noBreakHyphen/>": "-"},
    **{"<tbl>": _TABLE, "</tbl>": _TABLE_END, "<tr>": _ROW, "</tr>": _ROW_END},
    **{"<tc>": _CELL, "</tc>": _CELL_END},
    **dict.fromkeys(("<bookmarkStart/>", "<bookmarkEnd/>", "<proofErr/>"), ""),
}
_paragraph = f"{_P}(?:{_R}[^\2-\6{_P}-{_CELL_END}]*+{_R_END})*+{PARAGRAPH_END}"
_row = f"{_ROW}(?:{_CELL}{CONTINUES}?(?:{_paragraph})*+{_CELL_END})++{_ROW_END}"
_plain = re.compile(f"(?:{_paragraph}|{_TABLE}(?:{_row})*+{_TABLE_END})*+")
_tables = re.compile(f"{_TABLE}([^{_TABLE_END}]*){_TABLE_END}")

_RELATIONS = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
"""What `r:id` of a header means; declared at the top where there is one."""
_DECLARED = f'xmlns:w="{W.strip("{}")}" {_RELATIONS}'
_head = re.compile(r"((?:<\?xml [^<>]*\?>\s*)?<w:document(?: [^<>]*)?>)<w:body>")
_TAIL = "</w:body></w:document>"
_text = re.compile(r">([^<>]*)</w:t>")
_OPENED = ("<w:t", '<w:t xml:space="preserve"')
"""How markup ends before a text."""
_properties = r"(?P<kind>pPr|rPr|tblPr|tblPrEx|tblGrid|trPr|tcPr|sectPr)"
_attributes = r'(?: (?:w:\w+|xml:space)="[^"<>&]*")*'
_tag = re.compile(
    rf"<w:{_properties}{_attributes}(?:/>|>.*?</w:(?P=kind)>)"
    rf"|<(?P<end>/?)w:(?P<name>\w+)(?P<attributes>{_attributes})(?P<empty>/?)>"
)
_attribute = re.compile(r'(\w+)="([^"]*)"')
_forbidden = re.compile("[\0-\x08\x0b-\x1f\ufffe\uffff]")
"""What no XML holds, and what its parser changes."""
_entity = re.compile("&(amp|lt|gt|quot|apos|#34|#39);")
_ENTITIES = {
    **{"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"},
    **{"#34": '"', "#39": "'"},
}


def plain_flow(content: bytes, title: str) -> Flow | None:
    """The flow of a document; None where it is not plain."""
    if len(content) > _LONGEST or b"w14:" in content or b"w:rsid" in content:
        return None  # Word itself writes no markup twice: nothing would be gained
    marked = _marked(content)
    if marked is None or not _plain.fullmatch(marked):
        return None
    for mark in (_P, _R, _R_END):
        marked = marked.replace(mark, "")
    texts = _tables.split(marked)  # outside, within, outside, ...
    tables = [_table(text, title, number) for number, text in enumerate(texts[1::2], 1)]
    return Flow(TABLE_HERE.join(texts[::2]), tables, title)


def _table(text: str, title: str, number: int) -> PaperTable:
    rows = text.split(_ROW_END)[:-1]
    return PaperTable([_row_of(row, title, number, n) for n, row in enumerate(rows, 1)], number)


def _row_of(text: str, title: str, table: int, number: int) -> PaperRow:
    cells: list[PaperCell] = []
    for column, cell in enumerate(text[2:-1].split(_CELL_END + _CELL), 1):
        continues = cell.startswith(CONTINUES)
        flow = Flow(cell[1:] if continues else cell, (), title, (table, number, column))
        cells.append(PaperCell(flow, continues))
    return PaperRow(cells, number)


def _marked(content: bytes) -> str | None:
    """The texts of a document between the marks of its markup; None where that is not plain."""
    try:
        xml = content.decode()
    except UnicodeDecodeError:
        return None
    head, xml = _head.match(xml), xml.rstrip()
    if head is None or len(head[1]) > _LONGEST_MARKUP or not xml.endswith(f">{_TAIL}"):
        return None
    if not _is_plain_head(head[1]) or (_RELATIONS not in head[1] and " r:" in xml):
        return None
    pieces = _text.split(xml[head.end() : -len(_TAIL)])  # markup, text, markup, ...
    texts = "".join(pieces[1::2])
    if _forbidden.search(texts) or any(sign in texts for sign in _SIGNS):
        return None
    for number in range(0, len(pieces), 2):
        is_short = len(pieces[number]) <= _LONGEST_MARKUP
        marks = _marks(pieces[number]) if is_short else None
        if marks is None:
            return None
        pieces[number] = marks
    marked = "".join(pieces)
    if "&" in texts:
        if texts.count("&") != len(_entity.findall(texts)):
            return None
        marked = _entity.sub(lambda found: _ENTITIES[found[1]], marked)
    return marked


_SIGNS = tuple(sign.decode() for sign in NOT_PLAIN)


@lru_cache(64)
def _is_plain_head(head: str) -> bool:
    """Whether a document begins as it should, so that `w:` means what it says."""
    try:
        root = etree.fromstring(f"{head}</w:document>".encode())
    except etree.XMLSyntaxError:
        return False
    encoding = root.getroottree().docinfo.encoding
    return root.tag == f"{W}document" and encoding in (None, "UTF-8", "utf-8")


@lru_cache(_KEPT)
def _marks(markup: str) -> str | None:
    """What begins and ends in markup; None where it is not plain."""
    if _forbidden.search(markup) or any(sign in markup for sign in _SIGNS):
        return None
    if markup.endswith(_OPENED):
        markup = markup[: markup.rindex("<")]
    marks: list[str] = []
    position, before = 0, ""
    while position < len(markup):
        found = _tag.match(markup, position)
        mark = None if found is None else _mark(found, before)
        if found is None or mark is None:
            return None
        marks.append(mark)
        position, before = found.end(), found[0]
    return "".join(marks)


def _mark(tag: re.Match[str], before: str) -> str | None:
    """What a tag marks, or properties with all that is in them; None where it is not plain."""
    if tag["kind"]:
        if tag["kind"] == "tcPr" and not before.startswith(("<w:tc>", "<w:tc ")):
            return None
        try:
            cell = etree.fromstring(f"<w:tc {_DECLARED}>{tag[0]}</w:tc>")
        except etree.XMLSyntaxError:
            return None
        return CONTINUES if continues(cell) else ""
    attributes = _attribute.findall(tag["attributes"])
    if len(attributes) != len(dict(attributes)) or (attributes and tag["end"]):
        return None  # no XML
    if tag["name"] == "br" and dict(attributes).get("type") in OF_PAGE:
        return ""
    return _MARKS.get(f"<{tag['end']}{tag['name']}{tag['empty']}>")
