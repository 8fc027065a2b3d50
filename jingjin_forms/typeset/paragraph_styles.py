"""The paragraph styles of a document, named for what their text is for.

Who goes on editing a form in Word sees 表件標題, 表格文字, 表格數字 in the list of styles, changes
one, and all paragraphs of the kind follow. A title is one for the navigation pane, too.
"""

from typing import NamedTuple, cast

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Pt
from docx.styles.style import ParagraphStyle
from docx.text.parfmt import ParagraphFormat

from jingjin_forms.typeset.style import Style
from jingjin_forms.typeset.xml import append, element

DEFAULT_SIZE = 12.0
"""Points; stands in minimal/word/styles.xml too."""
LINE = 1.3
"""Height of a line as a multiple of the size of its text: what Word gives 標楷體 by itself. Stands
in minimal/word/styles.xml too."""

BODY, TABLE, RUNNING = "body", "table", "running"
"""Where a paragraph stands: on the page, in a table, at its head or foot."""

_ALIGNMENTS = {
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "justify": WD_ALIGN_PARAGRAPH.JUSTIFY,
    "spread": WD_ALIGN_PARAGRAPH.DISTRIBUTE,
}
_NOTE_SIZE = 10.0
"""Points: smaller text is what the form says to who fills it."""
_ASIDE = {"center": "置中", "right": "靠右", "justify": "左右對齊", "spread": "分散對齊"}


class _Look(NamedTuple):
    size: float
    bold: bool
    align: str | None
    place: str


class ParagraphStyles:
    """The styles of one document, made as they are asked for."""

    def __init__(self, document: Document, size: float | None):
        self.document = document
        self.size = size or DEFAULT_SIZE
        self._ids: dict[tuple[str, float], str] = {}
        if self.size != DEFAULT_SIZE:
            _set_size(self._named("Normal"), self.size)

    def id_of(self, style: Style, place: str) -> str | None:
        """The id of the style for a paragraph of this look; None for the plain one of the page."""
        align = style.align if style.align in _ALIGNMENTS else None
        look = _Look(style.size or self.size, bool(style.bold), align, place)
        if look == (self.size, False, None, BODY):
            return None
        kind = _called(look), look.size
        if kind not in self._ids:
            self._ids[kind] = self._made(look)
        return self._ids[kind]

    def _made(self, look: _Look) -> str:
        name = _called(look)
        if name in self.document.styles:
            name = f"{name} {look.size:g} 點"
        styles = self.document.styles
        # python-docx gives the parameters of add_style no types.
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)  # pyright: ignore[reportUnknownMemberType]
        assert isinstance(style, ParagraphStyle)
        style.element.set(qn("w:styleId"), f"P{len(self._ids) + 1}")
        style.base_style = self._named("Normal")
        style.quick_style = True
        if look.align:
            style.paragraph_format.alignment = _ALIGNMENTS[look.align]
        if look.bold:
            style.font.bold = True
        if look.size != self.size:
            _set_size(style, look.size)
        if look.bold and look.place == BODY:
            level = 0 if look.align == "center" else 1
            append(_properties(style), element("outlineLvl", val=level))
        return style.style_id

    def _named(self, name: str) -> ParagraphStyle:
        style = self.document.styles[name]
        assert isinstance(style, ParagraphStyle)
        return style


def set_line(target: ParagraphFormat, size: float) -> None:
    """Lines for text of this size, the same in every program: LibreOffice sets our font solid, Word
    at 1.3 em."""
    target.line_spacing = Pt(size * LINE)
    target.line_spacing_rule = WD_LINE_SPACING.AT_LEAST


def _set_size(style: ParagraphStyle, size: float) -> None:
    style.font.size = Pt(size)
    set_line(style.paragraph_format, size)


def _properties(style: ParagraphStyle) -> BaseOxmlElement:
    return cast(BaseOxmlElement, style.element.get_or_add_pPr())  # pyright: ignore


def _called(look: _Look) -> str:
    aside = _ASIDE.get(look.align or "", "")
    if look.place == RUNNING:
        return "頁首頁尾" + aside
    if look.bold and look.place == TABLE:
        return "欄位標題" + aside
    if look.bold:
        return "表件標題" if look.align == "center" else "段落標題" + aside
    if look.align is None and look.size <= _NOTE_SIZE:
        return "填表說明"
    if look.place == TABLE and look.align == "right":
        return "表格數字"
    return ("表格文字" if look.place == TABLE else "內文") + aside
