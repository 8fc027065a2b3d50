"""Markup moved to where it may stand: runs out of a text, paragraphs out of a paragraph.

docxtpl prints a RichText without the `r` of `{{r … }}`, or a Subdoc without the `p` of `{{p … }}`,
inside the text its tag stands in, where Word does not see it. Here the text is parted around it.
"""

import re
from copy import deepcopy

from lxml import etree

from jingjin_forms.word.docx.location import PARAGRAPH, TABLE, TEXT, Element, W
from jingjin_forms.word.docx.plain_xml import SPACE

RUN = f"{W}r"
_PROPERTIES = (f"{W}rPr", f"{W}pPr")
_IN_RUN = frozenset(
    f"{W}{name}"
    for name in (
        *("t", "br", "tab", "cr", "sym", "drawing", "pict", "object", "noBreakHyphen"),
        *("softHyphen", "ptab", "pgNum", "fldChar", "instrText"),
    )
)
_BLOCK = frozenset((PARAGRAPH, TABLE))
_ANYWHERE = frozenset(
    f"{W}{name}"
    for name in (
        *("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd"),
        *("permStart", "permEnd", "proofErr"),
    )
)
_ROWS = frozenset((f"{W}tr", f"{W}tc"))
_SECTION = f"{W}sectPr"
TOP = "x"
"""The element around markup that is parsed alone."""
_outer_tags = re.compile(rf"\A<{TOP}\b[^>]*>|</{TOP}>\Z")
# The engine's mark, and what docxtpl's RichText writes for a new paragraph and a page break, are
# no characters of XML. In a tree these stand for them, which are in no text.
_STAND_INS = {0x01: 0x1FFFE, 0x07: 0x2FFFE, 0x0C: 0x3FFFE}
_BACK = {stand_in: character for character, stand_in in _STAND_INS.items()}


def kind_of(element: Element) -> str:
    """What of a text an element is: `in run`, `run`, `block`, `row`, or `mark` anywhere in it."""
    tag = element.tag
    if tag in _ANYWHERE:
        return "mark"
    if tag in _IN_RUN:
        return "in run"
    if tag in _ROWS:
        return "row"
    # A content control is what it holds.
    held = element.find(f"{W}sdtContent") if tag == f"{W}sdt" else None
    if held is not None and len(held):
        return kind_of(held[0])
    return "block" if tag in _BLOCK else "run"


def hidden(xml: str) -> str:
    """XML that can be parsed though it has characters of docxtpl's and of ours."""
    return xml.translate(_STAND_INS)


def shown(xml: str) -> str:
    """`hidden`, undone."""
    return xml.translate(_BACK)


def lifted(xml: str) -> str:
    """The XML of a part, every text and paragraph parted that something was printed into."""
    root = etree.fromstring(hidden(xml).encode())
    lift(root)
    whole = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return shown(whole.decode())


def lift(root: Element) -> None:
    """Part every text and paragraph of a part that something has been printed into."""
    for text in [text for text in root.iter(TEXT) if len(text)]:
        _part_run(text)
    for paragraph in list(root.iter(PARAGRAPH)):
        if any(kind_of(child) == "block" for child in paragraph):
            _part_paragraph(paragraph)


def wrapped(holder: Element, kind: str) -> str:
    """The XML in `holder`, its bare texts in runs, and the runs in paragraphs if that is `kind`."""
    pieces: list[Element] = []
    if holder.text and not holder.text.isspace():
        pieces.append(_run(_text(holder.text)))
    for child in list(holder):
        text, child.tail = child.tail, None
        pieces.append(_run(child) if kind_of(child) == "in run" else child)
        if text and not text.isspace():
            pieces.append(_run(_text(text)))
    holder.text = None
    paragraph = None
    for piece in pieces:
        if kind != PARAGRAPH or kind_of(piece) != "run":
            holder.append(piece)
            paragraph = None
            continue
        if paragraph is None:
            paragraph = etree.SubElement(holder, PARAGRAPH)
        paragraph.append(piece)
    return inside(holder)


def has_bare_text(element: Element) -> bool:
    """Whether a text stands in it as if it were a `w:t`."""
    texts = (element.text, *(child.tail for child in element))
    return any(text and not text.isspace() for text in texts)


def inside(holder: Element) -> str:
    """The XML of its children, without the namespaces that the part declares anyway."""
    if not len(holder):
        return ""
    xml = _outer_tags.sub("", etree.tostring(holder.getroottree(), encoding="unicode"))
    return xml if holder.getparent() is None else xml[len("<w:p>") : -len("</w:p>")]


def _run(content: Element) -> Element:
    run = etree.Element(RUN)
    run.append(content)
    return run


def _part_run(text: Element) -> None:
    run = text.getparent()
    if run is None or run.tag != RUN:
        return
    rest = _shell(run)
    pieces = [rest]
    for child in list(run):
        if child is text:
            rest.append(_text(text.text))
            for printed in list(text):
                after, printed.tail = printed.tail, None
                if kind_of(printed) == "in run":
                    rest.append(printed)
                else:
                    rest = _shell(run)
                    pieces += [printed, rest]
                rest.append(_text(after))
        elif child.tag not in _PROPERTIES:
            rest.append(child)
    _replace(run, [p for i, p in enumerate(pieces) if i % 2 or _holds_something(p)])


def _part_paragraph(paragraph: Element) -> None:
    rest = _shell(paragraph)
    pieces = [rest]
    for child in list(paragraph):
        if kind_of(child) == "block":
            rest = _shell(paragraph)
            pieces += [child, rest]
        elif child.tag not in _PROPERTIES:
            rest.append(child)
    for shell in pieces[:-1:2]:  # a section ends with the last paragraph
        for section in shell.findall(f"{W}pPr/{_SECTION}"):
            shell[0].remove(section)
    kept = [p for i, p in enumerate(pieces[:-1]) if i % 2 or _holds_something(p)]
    ends_section = rest.find(f"{W}pPr/{_SECTION}") is not None
    # A table, too, is followed by a paragraph: a cell must end with one.
    if _holds_something(rest) or ends_section or kept[-1].tag != PARAGRAPH:
        kept.append(rest)
    _replace(paragraph, kept)


def _shell(element: Element) -> Element:
    """An element like this one, with nothing but its properties."""
    shell = etree.Element(element.tag, dict(element.attrib), nsmap=element.nsmap)
    shell.extend(deepcopy(child) for child in element if child.tag in _PROPERTIES)
    return shell


def _holds_something(shell: Element) -> bool:
    return any(
        child.tag not in _PROPERTIES
        and (child.tag != TEXT or bool(child.text))
        and (child.tag != RUN or _holds_something(child))  # docxtpl leaves empty runs at {{r … }}
        for child in shell
    )


def _text(text: str | None) -> Element:
    element = etree.Element(TEXT, {SPACE: "preserve"})
    element.text = text
    return element


def _replace(element: Element, pieces: list[Element]) -> None:
    for piece in pieces:
        element.addprevious(piece)
    if pieces:
        pieces[-1].tail = element.tail  # the engine's mark at the end of a cell
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
