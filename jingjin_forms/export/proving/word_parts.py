"""The parts of a Word file that are printed: the text, its notes, the headers and footers."""

import zipfile
from collections.abc import Iterator
from functools import cached_property, lru_cache
from typing import Any

from lxml import etree

from jingjin_forms.files.archives import part_of
from jingjin_forms.files.remembered import of_short_bytes
from jingjin_forms.word.docx.relations import relations_in, rels_name

# lxml has no public name for the type of its elements.
Element = etree._Element  # pyright: ignore[reportPrivateUsage]

_NAMESPACES = frozenset(
    (
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
        "http://schemas.openxmlformats.org/markup-compatibility/2006",
    )
)
_ON_EVERY_PAGE = {"headerReference": "頁首", "footerReference": "頁尾"}


def name_of(element: Element) -> str:
    """`p` for a `w:p`; empty for what is not Word's own."""
    tag: Any = element.tag
    return _name(tag)


@lru_cache(1000)
def _name(tag: object) -> str:
    if not isinstance(tag, str):  # a comment's is a function
        return ""
    namespace, _, name = tag[1:].partition("}")
    return name if namespace in _NAMESPACES else ""


def all_of(element: Element, name: str) -> list[Element]:
    """The children of that name."""
    return [child for child in element if name_of(child) == name]


def value(element: Element, name: str) -> str:
    """The attribute of that name, in whatever namespace; empty when it is not there."""
    return next((v for key, v in element.items() if key.rpartition("}")[2] == name), "")


def is_on(element: Element, properties: str, name: str) -> bool:
    """Whether the element's properties say so, as `<w:tblHeader/>` does in `w:trPr`."""
    return any(
        says_yes(said) for found in all_of(element, properties) for said in all_of(found, name)
    )


def owners(root: Element, properties: str, *names: str) -> Iterator[tuple[Element, Element]]:
    """Each element within whose properties say something of one of these names, with what does."""
    for said in root.iter(*(f"{{*}}{name}" for name in names)):
        found = said.getparent()
        if found is None or name_of(said) not in names or name_of(found) != properties:
            continue
        if (owner := found.getparent()) is not None:
            yield owner, said


def says_yes(said: Element) -> bool:
    """Whether a property that is there is on, as `<w:tblHeader/>` is."""
    return value(said, "val") not in ("0", "false", "off")


class WordParts:
    """The parts of an open Word file."""

    def __init__(self, archive: zipfile.ZipFile, content: bytes):
        self._archive, self._content = archive, content
        self._contents: dict[str, bytes] = {}
        self._certain: set[str] = set()
        [self._main] = list(self._related("", "/officeDocument").values())[:1]
        self._body = self._read(self._main)

    def printed(self) -> Iterator[tuple[str, Element]]:
        """What holds printed text, each with its name for a reader; the text itself has none."""
        yield "", self._body
        yield from self._notes("footnote", "註腳")
        yield from self._notes("endnote", "章節附註")
        yield from self._on_every_page()

    @cached_property
    def hidden_styles(self) -> frozenset[str]:
        """The styles that hide what is set in them."""
        parts = self._related(self._main, "/styles").values()
        return frozenset[str]().union(*(_hidden_styles(self._bytes(p)) for p in parts))

    def _notes(self, kind: str, name: str) -> Iterator[tuple[str, Element]]:
        """The notes that the text refers to."""
        used = {value(element, "id") for element in self._body.iter(f"{{*}}{kind}Reference")}
        for part in self._related(self._main, f"/{kind}s").values() if used else ():
            for note in all_of(self._read(part), kind):
                if value(note, "id") in used:
                    yield name, note

    def _on_every_page(self) -> Iterator[tuple[str, Element]]:
        """The headers and footers that are printed for certain.

        Those of the first or of even pages only are printed where there is such a page, and those
        of a section that begins within a page not always.
        """
        for part in self._related(self._main, "/settings").values():
            if _has_other_even_pages(self._bytes(part)):
                return
        for section, reference, name, part in self._running():
            if value(reference, "type") == "default" and not _is_uncertain(section):
                self._certain.add(part)
                yield name, self._read(part)

    def on_some_pages(self) -> Iterator[Element]:
        """The headers and footers that may be printed nowhere: those that `printed` has not given
        before."""
        parts = dict.fromkeys(part for _, _, _, part in self._running())
        yield from (self._read(part) for part in parts if part not in self._certain)

    def _running(self) -> Iterator[tuple[Element, Element, str, str]]:
        """The headers and footers: section, reference to it, what it is called, its part."""
        related = self._related(self._main, "er")  # of the type …/header or …/footer
        for section in self._body.iter("{*}sectPr"):
            for kind, name in _ON_EVERY_PAGE.items():
                for reference in all_of(section, kind):
                    if part := related.get(_relation(reference), ""):
                        yield section, reference, name, part

    def _read(self, part: str) -> Element:
        return _tree(self._bytes(part))

    def _bytes(self, part: str) -> bytes:
        if part not in self._contents:
            entry = self._archive.getinfo(part)
            self._contents[part] = part_of(self._archive, self._content, entry)
        return self._contents[part]

    def _related(self, part: str, kind: str) -> dict[str, str]:
        """The parts that this one refers to by relations whose type ends so, by their ids."""
        relations = rels_name(part)
        if relations not in self._archive.namelist():
            return {}
        return {
            relation.id: relation.target
            for relation in relations_in(self._bytes(relations), part)
            if relation.type.endswith(kind) and not relation.is_external
        }


def _tree(part: bytes) -> Element:
    return etree.fromstring(part, etree.XMLParser(resolve_entities=False, huge_tree=True))


@of_short_bytes
def _has_other_even_pages(settings: bytes) -> bool:
    return bool(all_of(_tree(settings), "evenAndOddHeaders"))


@of_short_bytes
def _hidden_styles(part: bytes) -> frozenset[str]:
    hidden: set[str] = set()
    styles = list(all_of(_tree(part), "style"))
    for _ in styles:  # a style may stand before the one that it is based on
        count = len(hidden)
        hidden |= {value(s, "styleId") for s in styles if _is_hidden(s, hidden)}
        if len(hidden) == count:
            break
    return frozenset(hidden)


def _is_hidden(style: Element, hidden: set[str]) -> bool:
    based_on = {value(base, "val") for base in all_of(style, "basedOn")}
    return is_on(style, "rPr", "vanish") or bool(based_on & hidden)


def _is_uncertain(section: Element) -> bool:
    kinds = {value(kind, "val") for kind in all_of(section, "type")}
    has_title = bool(all_of(section, "titlePg"))
    return has_title or bool(kinds & {"continuous", "nextColumn"})


def _relation(reference: Element) -> str:
    """The `r:id`, which is the only attribute that is not Word's own."""
    return value(reference, "id")
