"""Many .odt files filled from one template as one, each beginning on a page of its own.

    joined_odt([odt, odt, …])

LibreOffice reads an .odt in half the time that it takes for the same paper as .docx. A paper begins
with a master page, from which its pages are numbered; its headers and footers are those of master
pages of its own, unless another paper has the same.
"""

from collections.abc import Sequence
from typing import Any, cast

from lxml import etree

from jingjin_forms.export.joining import UnjoinableError, beginning
from jingjin_forms.export.joining.paper import inside
from jingjin_forms.export.together.odt_paper import PARAGRAPHS, OdtPaper
from jingjin_forms.export.together.odt_styles import Masters, Styles
from jingjin_forms.word.docx.location import Element
from jingjin_forms.word.docx.package import Package
from jingjin_forms.word.open_document.media import MANIFEST_NAME
from jingjin_forms.word.open_document.names import MANIFEST, NAMESPACES, TEXT
from jingjin_forms.word.pictures.media import to_bytes

_OF_EACH = ("content.xml", "styles.xml", "meta.xml", "manifest.rdf", MANIFEST_NAME)
"""What each paper has of its own; all else has to be the same, but for pictures."""
_PICTURES = "Pictures/"
_MARK, _MARK_NAME = f"{TEXT}bookmark", f"{TEXT}name"
_MARKS = (_MARK, f"{TEXT}bookmark-start", f"{TEXT}bookmark-end")
_PAGE_COUNT, _PAGE_OF = f"{TEXT}page-count", f"{TEXT}bookmark-ref"
_PAPERS = b"papers"
_names = etree.XPath(
    "descendant::*/@xml:id | descendant::*/@text:continue-list | descendant::*/@table:name"
    " | descendant::*/@draw:name | descendant::text:section/@text:name",
    namespaces=NAMESPACES,
)


def joined_odt(papers: Sequence[bytes]) -> bytes:
    """The papers one behind the other; `beginning(n)` is the bookmark where number n begins.

    Raises UnjoinableError where one of them would not be in it what it is alone, FileProblemError
    where one is no .odt.
    """
    joined = _Joined(OdtPaper(papers[0]))
    for content in papers[1:]:
        joined.add(OdtPaper(content))
    return joined.file()


class _Joined:
    """The first paper, whose file becomes that of all, and what stands behind it."""

    def __init__(self, first: OdtPaper):
        self._first, self._parts = first, dict(first.parts)
        self._manifest = etree.fromstring(first.parts[MANIFEST_NAME])
        self._styles, self._page_styles = Styles(first.own_styles), Styles(first.page_styles)
        self._masters = Masters(first.masters)
        self._pieces: list[bytes] = []
        self._put(first)
        first.text[:] = [etree.Comment(_PAPERS)]

    def add(self, paper: OdtPaper) -> None:
        """Put a paper behind the others. Raises UnjoinableError."""
        if paper.common != self._first.common:
            raise UnjoinableError("版面設定和前面的文件不同")
        self._styles.meet(paper.own_styles)
        self._page_styles.meet(paper.page_styles)
        self._meet_parts(paper)
        self._put(paper)

    def file(self) -> bytes:
        """The joined file."""
        content = to_bytes(self._first.content)
        parts = {
            "content.xml": content.replace(b"<!--%b-->" % _PAPERS, b"".join(self._pieces), 1),
            "styles.xml": to_bytes(self._first.styles),
            MANIFEST_NAME: to_bytes(self._manifest),
        }
        return Package({**self._parts, **parts}, parts).assemble(parts.values())

    def _meet_parts(self, paper: OdtPaper) -> None:
        """Take a paper's pictures. Raises UnjoinableError where it has another file by a name."""
        for name, content in paper.parts.items():
            if name in _OF_EACH:
                continue
            if name not in self._parts and name.startswith(_PICTURES):
                self._parts[name] = content
                path = f"{MANIFEST}full-path"
                listed = etree.fromstring(paper.parts[MANIFEST_NAME])
                self._manifest.extend([entry for entry in listed if entry.get(path) == name])
            elif self._parts.get(name) != content:
                raise UnjoinableError(f"{name} 和前面的文件不同")

    def _put(self, paper: OdtPaper) -> None:
        number = len(self._pieces)
        mark = f"paper{number + 1}"
        ends = f"{mark}ends"
        etree.strip_elements(paper.text, *_MARKS, with_tail=False)
        for name in cast("list[Any]", _names(paper.text)):
            name.getparent().set(name.attrname, f"{mark}{name}")
        for root in (paper.text, paper.masters):
            _count_to(root, ends)
        self._styles.begin_pages(paper, self._masters.names_for(paper.masters, mark), mark)
        _mark(next(paper.text.iter(*PARAGRAPHS)), 0, beginning(number))
        last = _closing(paper.text)
        _mark(last, len(last), ends)
        self._pieces.append(inside(paper.text))


def _count_to(root: Element, mark: str) -> None:
    """Let the count of pages be the number of the page where the bookmark is, since the count is
    that of the whole file."""
    for element in root.iter(_PAGE_COUNT):
        element.tag = _PAGE_OF
        element.attrib.clear()
        element.set(f"{TEXT}reference-format", "page")
        element.set(f"{TEXT}ref-name", mark)


def _mark(paragraph: Element, place: int, name: str) -> None:
    """Put a bookmark before the first (0) or behind the last child of a paragraph."""
    mark = etree.Element(_MARK, {_MARK_NAME: name})
    if place == 0:
        mark.tail, paragraph.text = paragraph.text, None
    paragraph.insert(place, mark)


def _closing(element: Element) -> Element:
    """The paragraph with which an element ends, not one in a picture's frame."""
    while element.tag not in PARAGRAPHS:
        element = next(
            child for child in reversed(element) if next(child.iter(*PARAGRAPHS), None) is not None
        )
    return element
