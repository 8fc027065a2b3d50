"""The sections of a paper that stands behind others: on a new page, with its own numbers."""

from collections.abc import Iterable

from lxml import etree

from jingjin_forms.export.joining.paper import REFERENCES
from jingjin_forms.word.docx.location import PARAGRAPH, Element, W

_VAL, _START, _TYPE = f"{W}val", f"{W}start", f"{W}type"
_ORDER = [
    f"{W}{name}"
    for name in (
        *("headerReference", "footerReference", "footnotePr", "endnotePr", "type", "pgSz", "pgMar"),
        *("paperSrc", "pgBorders", "lnNumType", "pgNumType"),
    )
]
"""What stands first in a section, in the order that Word asks for."""
_PROPERTIES, _SECTION = f"{W}pPr", f"{W}sectPr"
_TINY = f'<w:p xmlns:w="{W[1:-1]}"><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" \
w:lineRule="exact"/><w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr></w:pPr></w:p>'
"""A paragraph that nobody sees, to end a section behind a table."""

Kind = tuple[str, str]
"""`headerReference` or `footerReference`, and its pages: default, first or even."""


def starts_at(section: Element) -> str:
    """The number of its first page, where it says one; blank where it counts on."""
    numbers = section.find(f"{W}pgNumType")
    return "" if numbers is None else numbers.get(_START, "")


def begin_page(section: Element, kind: str) -> None:
    """Let the section begin on a new page: `nextPage` or `oddPage`."""
    _piece(section, "type").set(_VAL, kind)


def count_anew(section: Element) -> None:
    """Let the pages of a paper be counted from 1, unless it says otherwise."""
    if not starts_at(section):
        _piece(section, "pgNumType").set(_START, "1")


def running_kinds(section: Element) -> set[Kind]:
    """The headers and footers that a section has of its own."""
    return {(str(r.tag), r.get(_TYPE, "default")) for r in section.iterchildren(*REFERENCES)}


def add_running(
    section: Element, kinds: Iterable[Kind], attribute: str, ids: dict[str, str]
) -> None:
    """Headers and footers more, by the relation ids of `ids`."""
    for tag, pages in sorted(kinds, reverse=True):  # headers come before footers
        reference = etree.Element(tag, {_TYPE: pages, attribute: ids[tag]})
        section.insert(0, reference)


def closing_paragraph(body: Element) -> Element:
    """The last paragraph of a text, to which what ends a paper is given; a tiny one where there is
    none, or where it ends a section already."""
    last = next((e for e in body.iterchildren("*", reversed=True) if e.tag != _SECTION), None)
    if (
        last is not None
        and last.tag == PARAGRAPH
        and last.find(f"{_PROPERTIES}/{_SECTION}") is None
    ):
        return last
    tiny = etree.fromstring(_TINY)
    own = body.find(_SECTION)
    if own is None:
        body.append(tiny)
    else:
        own.addprevious(tiny)
    return tiny


def end_section(paragraph: Element, section: Element) -> None:
    """Let a section end with a paragraph."""
    properties = paragraph.find(_PROPERTIES)
    if properties is None:
        properties = etree.Element(_PROPERTIES)
        paragraph.insert(0, properties)
    change = properties.find(f"{W}pPrChange")
    if change is None:
        properties.append(section)
    else:
        change.addprevious(section)


def _piece(section: Element, name: str) -> Element:
    """A piece of a section, put where Word asks for it unless it is there."""
    found = section.find(f"{W}{name}")
    if found is not None:
        return found
    made = etree.Element(f"{W}{name}")
    before = _ORDER[: _ORDER.index(f"{W}{name}")]
    place = sum(1 for child in section.iterchildren("*") if child.tag in before)
    section.insert(place, made)
    return made
