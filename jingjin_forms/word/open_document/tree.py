"""A part of an .odt as the engine reads it: with the names that its like has in a .docx.

Every stretch of text stands in a run of its own, which knows the spans around it; the spaces that
an .odt counts (`text:s`) are spaces, so that a tag with several of them is whole. `writer` undoes
all of it.
"""

import re
from collections.abc import Iterator

from lxml import etree

from jingjin_forms.word.docx.location import CELL, PARAGRAPH, ROW, TABLE, Element, W
from jingjin_forms.word.open_document.lists import name_lists
from jingjin_forms.word.open_document.names import (
    CELL_PROPERTIES,
    COVERED,
    FIRST_PAGE,
    HEAD_BEGINS,
    HEAD_ENDS,
    HEAD_ROWS,
    KNOWN_AS,
    NAMESPACES,
    OWN,
    RUN,
    RUN_TEXT,
    SOFT_BREAK,
    SPACE,
    SPAN,
    STYLE,
    STYLE_NAME,
    TABLES,
    TEXT,
    USUAL,
)

_HOLDS_RUNS = frozenset((f"{TEXT}a", f"{TEXT}meta", f"{TEXT}meta-field"))
_WHITE = re.compile(r"[ \t\r\n]+")
_MOST_SPACES = 1_000
_computes_span = re.compile(r"\{%\s*(?:colspan|hm)\b").search
_repeats_rows = re.compile(r"\{%tr\s").search
_swallows_paragraph = re.compile(r"\s*\{[{%#]p ").match
_PREFIXES = {uri: prefix for prefix, uri in NAMESPACES.items()}


def read_part(content: bytes) -> Element:
    """The part's tree in the engine's names. Raises etree.XMLSyntaxError."""
    parser = etree.XMLParser(resolve_entities=False, remove_comments=True, remove_pis=True)
    read = etree.fromstring(content, parser)
    _drop_layout(read)
    name_lists(read)
    root = etree.Element(read.tag, dict(read.attrib), nsmap={**read.nsmap, "w": W[1:-1]})
    root.text = read.text
    root.extend(list(read))
    for paragraph in reversed(list(root.iter(f"{TEXT}p", f"{TEXT}h"))):  # the innermost first
        _put_into_runs(paragraph)
    for element in list(root.iter(*KNOWN_AS)):
        _rename(element)
    for head in list(root.iter(HEAD_ROWS)):
        _unwrap(head, HEAD_BEGINS, HEAD_ENDS)
    for rows in list(root.iter(f"{TABLES}table-rows", f"{TABLES}table-row-group")):
        _unwrap(rows)
    for table in root.iter(TABLE):
        _name_covered_cells(table)
    for cell in root.iter(CELL):
        _add_properties(cell)
    _keep_first_page(root)
    for table in root.iter(TABLE):
        if _repeats_rows("".join(text.text or "" for text in table.iter(RUN_TEXT))):
            _loosen_merges(table)
    for item in list(root.iter(f"{W}item")):
        if len(item) == 1 and _swallows_paragraph("".join(map(str, item.itertext()))):
            item.getparent().replace(item, item[0])  # pyright: ignore[reportOptionalMemberAccess]
    return root


def _drop_layout(root: Element) -> None:
    """Remove what says how the pages came out last, and the white space between blocks."""
    for mark in list(root.iter(SOFT_BREAK)):
        _remove(mark)
    for element in root.iter("*"):
        element.attrib.pop(OWN, None)
        element.attrib.pop(f"{TEXT}use-soft-page-breaks", None)
    waiting = [root]
    while waiting:
        element = waiting.pop()
        if element.tag in (f"{TEXT}p", f"{TEXT}h"):
            for inner in element.iterdescendants(f"{TEXT}p", f"{TEXT}h"):
                _blank_tails(inner.getparent())
            continue
        _blank_tails(element)
        waiting += list(element)


def _blank_tails(element: Element | None) -> None:
    if element is None:
        return
    if len(element) and element.text and element.text.isspace():
        element.text = None
    for child in element:
        if child.tail and child.tail.isspace():
            child.tail = None


def _remove(element: Element) -> None:
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return
    if before is not None:
        before.tail = (before.tail or "") + (element.tail or "") or None
    else:
        parent.text = (parent.text or "") + (element.tail or "") or None
    parent.remove(element)


def _put_into_runs(paragraph: Element) -> None:
    if paragraph.text:
        paragraph.text = paragraph.text.lstrip(" \t\r\n")  # an .odt does not print it
    runs = list(_runs(paragraph, ""))
    for child in list(paragraph):
        paragraph.remove(child)
    paragraph.text = None
    paragraph.extend(runs)


def _runs(element: Element, spans: str) -> Iterator[Element]:
    """What stands in an element, in runs that know the `spans` around them."""
    run = _run(spans)
    _add_text(run, element.text)
    for child in list(element):
        tail, child.tail = child.tail, None
        if child.tag == SPACE:
            count = child.get(f"{TEXT}c", "1")
            _add_spaces(run, min(int(count), _MOST_SPACES) if count.isdigit() else 1)
        elif child.tag == SPAN or child.tag in _HOLDS_RUNS:
            if len(run):
                yield run
            if child.tag == SPAN:
                yield from _runs(child, f"{spans} {child.get(STYLE_NAME, '')}".strip())
            else:
                inner = list(_runs(child, spans))
                child.text = None
                child[:] = inner
                yield child
            run = _run(spans)
        else:
            run.append(child)
        _add_text(run, tail)
    if len(run):
        yield run


def _run(spans: str) -> Element:
    return etree.Element(RUN, {OWN: spans} if spans else {})


def _add_text(run: Element, text: str | None) -> None:
    if text:
        _add(run, _WHITE.sub(" ", text))


def _add_spaces(run: Element, count: int) -> None:
    _add(run, " " * count)


def _add(run: Element, text: str) -> None:
    if not len(run) or run[-1].tag != RUN_TEXT:
        etree.SubElement(run, RUN_TEXT)
    run[-1].text = (run[-1].text or "") + text


def _rename(element: Element) -> None:
    tag = element.tag
    element.tag = KNOWN_AS[str(tag)]
    uri, _, name = str(tag)[1:].partition("}")
    own = f"{_PREFIXES[uri]}:{name}"
    if USUAL.get(element.tag) != own:
        element.set(OWN, own)


def _unwrap(holder: Element, *ends: str) -> None:
    for place, mark in zip((0, len(holder) + 1), ends, strict=False):
        holder.insert(place, etree.Element(mark))
    for child in list(holder):
        holder.addprevious(child)
    _remove(holder)


def _name_covered_cells(table: Element) -> None:
    """Make cells of those that one above covers: a .docx has them too, and so they are counted."""
    above: dict[int, int] = {}  # by column, how many columns the cell above takes
    for row in table.iterchildren(ROW):
        beside = 0
        for column, cell in enumerate(list(row.iterchildren(CELL, COVERED))):
            if cell.tag == CELL:
                wide = _count(cell, "columns")
                above[column] = wide if _count(cell, "rows") > 1 else 1
                beside = wide - 1
            elif beside:
                beside -= 1
            else:
                cell.tag = CELL
                cell.set(OWN, "table:covered-table-cell")
                beside = above.get(column, 1) - 1


def _loosen_merges(table: Element) -> None:
    """Have cells merged downwards say so one by one, as in a .docx: tags add and remove rows, so
    how many there are is known when the table is filled (see `tables`)."""
    above: dict[int, int] = {}
    for row in table.iterchildren(ROW):
        for column, cell in enumerate(row.iterchildren(CELL, COVERED)):
            if cell.tag == CELL and _count(cell, "rows") > 1:
                del cell.attrib[f"{TABLES}number-rows-spanned"]
                above[column] = _count(cell, "columns")
                etree.SubElement(cell[0], f"{W}vMerge", {f"{W}val": "restart"})
            elif cell.tag == CELL and cell.get(OWN):
                del cell.attrib[OWN]
                if (wide := above.get(column, 1)) > 1:
                    cell.set(f"{TABLES}number-columns-spanned", str(wide))
                etree.SubElement(cell[0], f"{W}vMerge", {f"{W}val": "continue"})


def _keep_first_page(root: Element) -> None:
    """Note the page that the document begins with where its first paragraph is a tag's."""
    for first in root.iterfind(f".//{W}body/{PARAGRAPH}[1]"):
        said = "".join(text.text or "" for text in first.iter(RUN_TEXT))
        style = first.get(STYLE_NAME, "")
        pages = (
            known.get(f"{STYLE}master-page-name")
            for known in root.iter(f"{STYLE}style")
            if known.get(f"{STYLE}name") == style
        )
        page = next(pages, None)
        if page and _swallows_paragraph(said):
            first.addprevious(etree.ProcessingInstruction(FIRST_PAGE, page))


def _count(cell: Element, what: str) -> int:
    given = cell.get(f"{TABLES}number-{what}-spanned", "1")
    return int(given) if given.isdigit() else 1


def _add_properties(cell: Element) -> None:
    """Where docxtpl's `vm`, `colspan` and their like put what they say of a cell."""
    properties = etree.Element(CELL_PROPERTIES)
    properties.text = ""  # written with an end of its own, which docxtpl looks for
    texts = (text.text or "" for text in cell.iter(RUN_TEXT))
    if _count(cell, "columns") > 1 and _computes_span("".join(texts)):
        etree.SubElement(properties, f"{W}gridSpan", {f"{W}val": str(_count(cell, "columns"))})
    cell.insert(0, properties)
