"""One .odt that is to stand in another, and why it cannot."""

from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from jingjin_forms.export.joining import UnjoinableError
from jingjin_forms.export.joining.paper import tree_in
from jingjin_forms.word.docx.location import Element
from jingjin_forms.word.docx.package import read_zip
from jingjin_forms.word.open_document.names import (
    DRAW,
    NAMESPACES,
    OFFICE,
    STYLE,
    SVG,
    TABLES,
    TEXT,
)

PARAGRAPHS = (f"{TEXT}p", f"{TEXT}h")
BLOCKS = (*PARAGRAPHS, f"{TABLES}table")
MASTER_NAME, PAGE_NUMBER = f"{STYLE}master-page-name", f"{STYLE}page-number"
_FORMS, _KINDS_OF_FIELDS = f"{OFFICE}forms", f"{TEXT}sequence-decls"
_STYLES, _MASTERS, _BODY = (f"{OFFICE}{n}" for n in ("automatic-styles", "master-styles", "body"))
_refers_elsewhere = etree.XPath(
    "boolean(descendant::*[@table:formula or starts-with(@xlink:href, '#')])", namespaces=NAMESPACES
)
_ALIKE = frozenset(
    (
        *(f"{TEXT}{n}" for n in ("p", "h", "span", "s", "tab", "line-break", "a", "section")),
        *(f"{TEXT}{n}" for n in ("list", "list-item", "list-header", "soft-page-break")),
        *(f"{TEXT}{n}" for n in ("bookmark", "bookmark-start", "bookmark-end")),
        *(f"{TEXT}{n}" for n in ("page-number", "page-count", "ruby", "ruby-base", "ruby-text")),
        *(f"{TABLES}{n}" for n in ("table", "table-column", "table-columns", "table-row")),
        *(f"{TABLES}{n}" for n in ("table-rows", "table-header-rows", "table-cell")),
        f"{TABLES}covered-table-cell",
        *(f"{DRAW}{n}" for n in ("frame", "image", "text-box", "a", "g", "line", "rect")),
        *(f"{DRAW}{n}" for n in ("custom-shape", "enhanced-geometry", "equation", "handle")),
        *(f"{SVG}{n}" for n in ("title", "desc")),
    )
)
"""What prints in any file what it prints in its own: notes, cross references, numbers of figures
and what a field says of the file do not."""


class OdtPaper:
    """The parts of an .odt, read for this alone: they may be changed."""

    def __init__(self, content: bytes):
        """Raises FileProblemError for no .odt, UnjoinableError for what prints something else when
        other papers stand before it."""
        self.parts = read_zip(Path("文件.odt"), content)
        self.content, self.styles = (tree_in(self.parts, f"{n}.xml") for n in ("content", "styles"))
        self.text = _only(self.content, f"{_BODY}/{OFFICE}text")
        self.own_styles = _only(self.content, _STYLES)
        self.page_styles = _only(self.styles, _STYLES)
        self.masters = _only(self.styles, _MASTERS)
        for element in list(self.text.iterchildren(_FORMS, _KINDS_OF_FIELDS)):
            if element.tag == _FORMS and len(element):
                raise UnjoinableError("有控制項")
            self.text.remove(element)
        if fault := next(self._faults(), ""):
            raise UnjoinableError(fault)
        self.common = b"".join(self._common())
        """What papers that stand in one file have alike: fonts, styles by name."""

    def _common(self) -> Iterator[bytes]:
        for root in (self.content, self.styles):
            for child in root:
                if child.tag not in (_STYLES, _MASTERS, _BODY):
                    yield etree.tostring(child)

    def _faults(self) -> Iterator[str]:
        if next(self.text.iter(*PARAGRAPHS), None) is None:
            yield "沒有文字"
        for tag in {str(element.tag) for element in self.text.iterdescendants(etree.Element)}:
            if tag not in _ALIKE:
                yield f"有 {etree.QName(tag).localname}，和別的文件放在一起會變"
        if _refers_elsewhere(self.text):
            yield "有公式，或連到別處的連結"
        if any(str(child.tag).startswith(DRAW) for child in self.text):
            yield "有固定在頁面上的圖"
        if any(p.get(PAGE_NUMBER, "auto") != "auto" for p in self.own_styles.iterdescendants()):
            yield "頁碼不是從 1 連續編到底"
        if any(style.get(MASTER_NAME) for style in self.styles.iterfind(f"{OFFICE}styles/*")):
            yield "有樣式決定從哪一種頁面開始"


def _only(root: Element, path: str) -> Element:
    found = root.find(path)
    if found is None:
        raise UnjoinableError("內容損壞")
    return found
