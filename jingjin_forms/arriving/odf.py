"""Blanks that an ODF file marks as such (the government's letter templates do) survive as blanks.

LibreOffice makes of `text:placeholder` what it likes: version by version another thing, without
the font and the brackets. So the text of each is put between two bookmarks, which every version
carries over, and these become a content control of Word around the same text.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from jingjin_forms.word.docx.location import PARAGRAPH, Element, Place, W, part_title, places
from jingjin_forms.word.docx.plain_xml import read_xml

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_MARK = "jingjin."
_BOOKMARKS = f"{W}bookmarkStart", f"{W}bookmarkEnd"
_LINK = f"{W}hyperlink"
_ASKING = {
    f"{_TEXT}placeholder": "佔位文字",
    f"{_TEXT}text-input": "輸入欄位",
    f"{_TEXT}variable-input": "輸入欄位",
    f"{_TEXT}user-field-input": "輸入欄位",
    f"{_TEXT}drop-down": "下拉清單",
}


@dataclass(frozen=True, slots=True)
class Placeholder:
    """One blank that an ODF file marks as such; its text stands in a content control now."""

    text: str
    """What stands there: <姓名>, [Enter]. Blank where nothing does."""
    description: str = ""
    """What the file says of it, shown when pointed at; the best name there is."""
    kind: str = "佔位文字"
    options: tuple[str, ...] = ()
    """Of a drop-down."""
    tag: str = ""
    """The `w:tag` of its content control; blank where it has none and only the text is left."""
    place: Place | None = None
    """In the Word file; None where LibreOffice has dropped it."""


def marked(content: bytes, first: int = 0) -> tuple[bytes, list[Placeholder]]:
    """A part of an ODF file (content.xml, a flat .fodt) with bookmarks in place of placeholders.

    They are numbered from `first`. Raises XMLSyntaxError for what is no XML.
    """
    root = read_xml(content)
    found: list[Placeholder] = []
    for element in list(root.iter(*_ASKING)):
        placeholder = _read(element, first + len(found))
        _exchange(element, placeholder)
        found.append(placeholder)
    if not found:
        return content, found
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8"), found


def _read(element: Element, number: int) -> Placeholder:
    labels = element.iterchildren(f"{_TEXT}label")
    return Placeholder(
        "".join(map(str, element.itertext())),
        element.get(f"{_TEXT}description") or element.get(f"{_TEXT}name") or "",
        _ASKING[str(element.tag)],
        tuple(text for label in labels if (text := label.get(f"{_TEXT}value"))),
        f"{_MARK}{number}",
    )


def _exchange(element: Element, placeholder: Placeholder) -> None:
    """Put what stands in the element in its place, between two bookmarks."""
    before = etree.Element(f"{_TEXT}bookmark-start")
    after = etree.Element(f"{_TEXT}bookmark-end")
    for mark in (before, after):
        mark.set(f"{_TEXT}name", placeholder.tag)
    before.tail, after.tail = element.text, element.tail
    for label in list(element.iterchildren(f"{_TEXT}label")):
        before.tail = f"{before.tail or ''}{label.tail or ''}"
        element.remove(label)
    element.tail = None
    element.addprevious(before)
    for child in list(element):
        element.addprevious(child)
    element.addprevious(after)
    parent = element.getparent()
    assert parent is not None  # it has siblings now
    parent.remove(element)


def controlled(
    parts: dict[str, bytes], placeholders: list[Placeholder]
) -> tuple[dict[str, bytes], list[Placeholder]]:
    """The Word file's parts with a content control for each bookmark, and where each stands."""
    known = {placeholder.tag: placeholder for placeholder in placeholders}
    done: dict[str, Placeholder] = {}
    changed = dict(parts)
    for name, content in parts.items():
        if not name.endswith(".xml") or _MARK.encode() not in content:
            continue
        root = read_xml(content)
        place_of = dict(places(root, part_title(name)))
        for start, end, tag in list(_bookmarks(root)):
            if tag not in known:
                continue
            paragraph = next(start.iterancestors(PARAGRAPH), None)
            place = None if paragraph is None else place_of.get(paragraph)
            has_control = _wrap(start, end, known[tag])  # in both copies of a text box
            done.setdefault(tag, _placed(known[tag], place, has_control))
            _remove(start)
            _remove(end)
        for stray in list(root.iter(f"{W}bookmarkStart")):  # an empty one is begun twice
            if (stray.get(f"{W}name") or "").startswith(_MARK):
                _remove(stray)
        changed[name] = etree.tostring(
            root, xml_declaration=True, encoding="UTF-8", standalone=True
        )
    lost = [_placed(p, None, False) for p in placeholders if p.tag not in done]
    return changed, [done[p.tag] for p in placeholders if p.tag in done] + lost


def _remove(element: Element) -> None:
    if (parent := element.getparent()) is not None:
        parent.remove(element)


def _placed(placeholder: Placeholder, place: Place | None, has_control: bool) -> Placeholder:
    tag = placeholder.tag if has_control else ""
    return Placeholder(
        placeholder.text, placeholder.description, placeholder.kind, placeholder.options, tag, place
    )


def _bookmarks(root: Element) -> Iterator[tuple[Element, Element, str]]:
    """Ours: where each begins and ends, and its name."""
    ends = {end.get(f"{W}id"): end for end in root.iter(f"{W}bookmarkEnd")}
    for start in root.iter(f"{W}bookmarkStart"):
        name, end = start.get(f"{W}name") or "", ends.get(start.get(f"{W}id"))
        if name.startswith(_MARK) and end is not None:
            yield start, end, name


def _wrap(start: Element, end: Element, placeholder: Placeholder) -> bool:
    """Whether what stands between the two could be put into a content control."""
    _meet(start, end)
    parent = start.getparent()
    if parent is None or end.getparent() is not parent:
        return False
    between = parent[parent.index(start) + 1 : parent.index(end)]
    inside = [child for child in between if child.tag not in _BOOKMARKS]
    if any(child.tag != f"{W}r" for child in inside):
        return False
    control = etree.Element(f"{W}sdt")
    properties = etree.SubElement(control, f"{W}sdtPr")
    _say(properties, "alias", placeholder.description or placeholder.text)
    _say(properties, "tag", placeholder.tag)
    etree.SubElement(properties, f"{W}showingPlcHdr")
    if placeholder.options:
        choices = etree.SubElement(properties, f"{W}dropDownList")
        for option in placeholder.options:
            item = etree.SubElement(choices, f"{W}listItem")
            item.set(f"{W}displayText", option)
            item.set(f"{W}value", option)
    else:
        etree.SubElement(properties, f"{W}text")
    content = etree.SubElement(control, f"{W}sdtContent")
    (inside[0] if inside else end).addprevious(control)
    if not inside:
        inside = [etree.Element(f"{W}r")]
    content.extend(inside)
    return True


def _meet(start: Element, end: Element) -> None:
    """Bring the two together where one stands just outside the hyperlink that the other is in."""
    link, outer = start.getparent(), end.getparent()
    if link is not None and link.tag == _LINK and end.getprevious() is link:
        link.append(end)
    elif outer is not None and outer.tag == _LINK and start.getnext() is outer:
        outer.insert(0, start)


def _say(properties: Element, name: str, value: str) -> None:
    if value.strip():
        etree.SubElement(properties, f"{W}{name}").set(f"{W}val", value.strip()[:64])
