"""One Word file that is to stand in another, with what it refers to."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import cast

from lxml import etree

from jingjin_forms.word.docx.location import Element, W
from jingjin_forms.word.docx.package import CONTENT_TYPES, read_parts
from jingjin_forms.word.docx.relations import Relation, relations_of

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
REFERENCES = {f"{W}headerReference": "header", f"{W}footerReference": "footer"}

_RELATIONS = f"{{{OFFICE}}}"
ID = f"{_RELATIONS}id"
_referring = etree.XPath("descendant-or-self::*[@r:*]", namespaces={"r": OFFICE})


class UnjoinableError(Exception):
    """A paper that cannot stand in another file; says why, as part of a sentence."""


class Paper:
    """The parts of a Word file. What is read of it may be changed: it is read for this alone."""

    def __init__(self, name: str, content: bytes):
        """Raises FileProblemError for no Word file, UnjoinableError for a damaged one."""
        self.name = name
        self.parts = read_parts(Path(name), content)
        self._relations: dict[str, dict[str, Relation]] = {}
        self.main = self.part_of("", "officeDocument")
        self.root = self.tree(self.main)
        body = self.root.find(f"{W}body")
        if body is None:
            raise UnjoinableError("不是一般的 .docx（可能是「嚴格的 Open XML」格式）")
        self.body: Element = body

    def tree(self, part: str) -> Element:
        """A part, read anew. Raises UnjoinableError."""
        return tree_in(self.parts, part)

    def relations(self, part: str) -> dict[str, Relation]:
        """What a part refers to, by the ids that its XML names."""
        if part not in self._relations:
            try:
                self._relations[part] = relations_of(self.parts, part)
            except etree.XMLSyntaxError:
                raise UnjoinableError("內容損壞") from None
        return self._relations[part]

    @property
    def of_document(self) -> dict[str, Relation]:
        """What the text refers to."""
        return self.relations(self.main)

    def part_of(self, part: str, kind: str) -> str:
        """The one part of a kind that a part refers to; blank without one."""
        return next((r.target for r in self.relations(part).values() if r.kind == kind), "")

    def content_of(self, kind: str) -> bytes:
        """The part of a kind that the text refers to, styles for one; empty without one."""
        return self.parts.get(self.part_of(self.main, kind), b"")

    def type_of(self, part: str) -> str:
        """The content type of a part; blank where none is said."""
        overrides, defaults = self._types
        return overrides.get(f"/{part}".lower(), "") or defaults.get(suffix_of(part), "")

    @cached_property
    def _types(self) -> tuple[dict[str, str], dict[str, str]]:
        root = self.tree(CONTENT_TYPES)
        overrides = {
            element.get("PartName", "").lower(): element.get("ContentType", "")
            for element in root.iterfind("{*}Override")
        }
        defaults = {
            element.get("Extension", "").lower(): element.get("ContentType", "")
            for element in root.iterfind("{*}Default")
        }
        return overrides, defaults

    def sections(self) -> list[Element]:
        """How its pages look, section by section; without what tracked changes say of before."""
        found = self.body.iter(f"{W}sectPr")
        return [
            s for s in found if (p := s.getparent()) is not None and p.tag != f"{W}sectPrChange"
        ]

    def running(self) -> Iterator[str]:
        """The parts that are its headers and footers, each once."""
        seen: set[str] = set()
        for section in self.sections():
            for reference in section.iterchildren(*REFERENCES):
                part = self.running_part(reference)
                if part not in seen:
                    seen.add(part)
                    yield part

    def running_part(self, reference: Element) -> str:
        """The header or footer that a section refers to. Raises UnjoinableError."""
        relation = self.of_document.get(relation_id(reference))
        if relation is None or relation.target not in self.parts:
            raise UnjoinableError("頁首或頁尾不見了")
        return relation.target


def tree_in(parts: Mapping[str, bytes], part: str) -> Element:
    """A part of a file, read anew. Raises UnjoinableError where it is not there or damaged."""
    parser = etree.XMLParser(resolve_entities=False, huge_tree=True)
    try:
        return etree.fromstring(parts[part], parser)
    except (KeyError, etree.XMLSyntaxError):
        raise UnjoinableError("內容損壞") from None


def relation_id(reference: Element) -> str:
    """The relation of a reference to a header or footer."""
    return reference.get(ID, "")


def referring(root: Element) -> list[tuple[Element, str]]:
    """What shows or leads to something else, by the names of the attributes that say which
    relation; without the references to headers and footers."""
    found = cast("list[Element]", _referring(root))
    return [
        (element, name)
        for element in found
        if element.tag not in REFERENCES
        for name in map(str, element.attrib)
        if name.startswith(_RELATIONS)
    ]


def suffix_of(part: str) -> str:
    """png"""
    return part.rpartition(".")[2].lower()


def digest(content: bytes) -> str:
    """What stands for these bytes."""
    return sha256(content).hexdigest()[:16]


def plain(element: Element) -> bytes:
    """An element in the one way of writing it."""
    return etree.tostring(element, method="c14n", exclusive=True)


def inside(body: Element) -> bytes:
    """What stands in a text, without the element itself, which declares the namespaces."""
    whole = etree.tostring(body, encoding="UTF-8", with_tail=False)
    return whole[whole.index(b">") + 1 : whole.rindex(b"</")]
