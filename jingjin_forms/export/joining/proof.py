"""What each section of a Word file prints, as our own reader finds it: the proof of a joined file.

The text is read piece by piece, so that a file of thousands of papers needs little memory.
"""

from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from io import BytesIO
from typing import NamedTuple

from lxml import etree

from jingjin_forms.export.joining.paper import (
    REFERENCES,
    digest,
    plain,
    referring,
    relation_id,
)
from jingjin_forms.export.joining.sections import Kind
from jingjin_forms.word.docx.location import PARAGRAPH, TABLE, Element, W
from jingjin_forms.word.docx.relations import Relation, relations_of

_BODY, _SECTION, _CHANGE, _TEXT = (f"{W}{n}" for n in ("body", "sectPr", "sectPrChange", "t"))
_SIGNS = frozenset(f"{W}{n}" for n in ("tab", "br", "cr", "tr", "tc", "noBreakHyphen", "sym"))
_BEGINNINGS = (PARAGRAPH, TABLE, _SECTION)
_REFERRING = ("{*}blip", "{*}svgBlip", "{*}imagedata", f"{W}hyperlink", "{*}hlinkClick")
_LOOKED_AT = (*_BEGINNINGS, _TEXT, *sorted(_SIGNS), *_REFERRING)
_BLOCKS = (PARAGRAPH, TABLE, _SECTION, f"{W}sdt", f"{W}customXml", f"{W}ins", f"{W}moveTo")
_TABS = f"{W}tabs"
_OF_ITS_PLACE = {*REFERENCES, f"{W}type", f"{W}pgNumType"}
"""What a section says of where it stands and of its headers and footers."""
_NOTHING = Relation("", "", "", is_external=True)


class PrintedSection(NamedTuple):
    """A section of a file."""

    text: str
    """A digest of its text, its cells and pictures, in order."""
    page: tuple[bytes, ...]
    """Size, margins, columns."""
    running: frozenset[tuple[Kind, str]]
    """The headers and footers that say something, each with a digest; also those that it takes
    from the section before."""


def printed_sections(parts: Mapping[str, bytes], main: str) -> Iterator[PrintedSection]:
    """The sections of a file, in order. Raises what lxml raises for a damaged one."""
    return sections_of(_blocks(parts[main]), parts, main)


def sections_of(
    blocks: Iterable[Element], parts: Mapping[str, bytes], main: str
) -> Iterator[PrintedSection]:
    """The sections of a text that has been read: its paragraphs, its tables, its last section."""
    reader = _Reader(parts, main)
    text, end = _Text(), None
    for block in blocks:
        for element in block.iter(*_LOOKED_AT):
            if end is not None and element.tag in _BEGINNINGS:  # behind the last of a section
                yield reader.section(text, end)
                text, end = _Text(), None
            if element.tag == _SECTION:
                end = end if _is_of_before(element) else element
            else:
                text.add(element, reader.relations, parts)
        if end is not None:
            yield reader.section(text, end)
            text, end = _Text(), None
    if text.says_something:
        yield PrintedSection(text.digest(), (), frozenset(reader.running.items()))


class _Text:
    """What is printed, as a digest; where a paragraph is empty makes no difference."""

    def __init__(self) -> None:
        self._hash = sha256()
        self._in_line = self.says_something = False

    def add(
        self, element: Element, relations: Mapping[str, Relation], parts: Mapping[str, bytes]
    ) -> None:
        tag = element.tag
        if tag == PARAGRAPH:
            if self._in_line:
                self._hash.update(b"\np")
            self._in_line = False
        elif tag == _TEXT:
            self._say(f"t{element.text or ''}")
        elif tag in _SIGNS and ((p := element.getparent()) is None or p.tag != _TABS):
            self._say(f"{tag}{sorted(element.attrib.values())}")
        elif tag != TABLE and tag not in _SIGNS:
            for _, name in referring(element):
                relation = relations.get(element.get(name, ""), _NOTHING)
                content = parts.get(relation.target, b"")
                self._say(f"r{relation.target if relation.is_external else digest(content)}")

    def _say(self, token: str) -> None:
        self._hash.update(token.encode())
        self._in_line = self.says_something = True

    def digest(self) -> str:
        return self._hash.hexdigest()


class _Reader:
    """Knows the headers and footers, which a section can take from the one before."""

    def __init__(self, parts: Mapping[str, bytes], main: str):
        self.parts = parts
        self.relations = relations_of(parts, main)
        self.running: dict[Kind, str] = {}
        self._read: dict[str, str] = {}

    def section(self, text: _Text, section: Element) -> PrintedSection:
        """The section that ends here."""
        for reference in section.iterchildren(*REFERENCES):
            relation = self.relations.get(relation_id(reference))
            kind = str(reference.tag), reference.get(f"{W}type", "default")
            said = "" if relation is None else self._of_part(relation.target)
            self.running.pop(kind, None)
            if said:
                self.running[kind] = said
        page = (e for e in section.iterchildren("*") if e.tag not in _OF_ITS_PLACE)
        return PrintedSection(
            text.digest(), tuple(map(plain, page)), frozenset(self.running.items())
        )

    def _of_part(self, part: str) -> str:
        """The digest of a header or footer; blank where it says nothing."""
        if part not in self._read:
            text, relations = _Text(), relations_of(self.parts, part)
            for element in etree.fromstring(self.parts[part]).iter(*_LOOKED_AT):
                text.add(element, relations, self.parts)
            self._read[part] = text.digest() if text.says_something else ""
        return self._read[part]


def _blocks(content: bytes) -> Iterator[Element]:
    """The paragraphs, tables and the section of a text one by one; what was read is forgotten."""
    for _, element in etree.iterparse(
        BytesIO(content), events=("end",), tag=_BLOCKS, resolve_entities=False, huge_tree=True
    ):
        above = element.getparent()
        if above is not None and above.tag == _BODY:
            yield element
            element.clear()
            while element.getprevious() is not None:
                del above[0]


def _is_of_before(section: Element) -> bool:
    """Whether a tracked change says that the section was so before."""
    above = section.getparent()
    return above is not None and above.tag == _CHANGE
