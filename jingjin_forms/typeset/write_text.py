"""Paragraphs of a layout as `w:p` elements, through python-docx's paragraphs and runs."""

import re
from typing import cast

from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph as DocxParagraph
from docx.text.parfmt import ParagraphFormat
from docx.text.run import Run

from jingjin_forms.typeset.layout import Paragraph
from jingjin_forms.typeset.paragraph_styles import BODY, ParagraphStyles, set_line
from jingjin_forms.typeset.style import NO_STYLE, Style
from jingjin_forms.typeset.xml import append, element

_BOX_STYLE, _KAI = "勾選方格", "標楷體"
_SEAM = "Seam"
_FIELDS = {"<page>": "PAGE", "<pages>": "NUMPAGES"}
_BOX, _BOXES = "□", "□■☐☑✓○●"
_TAG = r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}"
_ROUND_TAG = r"\{\{[^{}]*○[^{}]*\}\}"
_PIECE = re.compile(
    rf"<pages?>|{_BOX}(?:\{{\{{.*?\}}\}})|[{_BOXES}]+|{_ROUND_TAG}"
    rf"|(?:(?!<pages?>|{_ROUND_TAG})(?:{_TAG}|[^{_BOXES}]))+",
    re.DOTALL,
)
"""Fields, boxes, tags that print boxes or ○ for a blank, and the text between them."""


class TextWriter:
    """Writes the paragraphs of one document."""

    def __init__(self, document: Document, size: float | None):
        self.document = document
        self.styles = ParagraphStyles(document, size)

    def paragraph(self, paragraph: Paragraph, place: str = BODY) -> CT_P:
        """The paragraph; one that is only a tag has no look, since it vanishes."""
        if paragraph.is_seam:
            return self.tiny(_SEAM, is_kept=bool(paragraph.style.keep))
        made = cast(CT_P, element("p"))
        style = NO_STYLE if paragraph.is_tag else paragraph.style
        docx_paragraph = DocxParagraph(made, self.document)
        style_id = None if paragraph.is_tag else self.styles.id_of(style, place)
        if style_id:
            made.style = style_id
        _format(docx_paragraph.paragraph_format, style)
        self._line(docx_paragraph.paragraph_format, paragraph, style)
        for span in paragraph.spans:
            for piece in _PIECE.findall(span.text):
                if piece in _FIELDS:
                    append(made, _field(_FIELDS[piece]))
                    continue
                run = docx_paragraph.add_run(piece.removeprefix(_BOX) if "{" in piece else piece)
                _dress(run, span.style, style)
                if piece[0] in _BOXES:
                    run.style = _BOX_STYLE
                if piece[0] in _BOXES or re.fullmatch(_ROUND_TAG, piece):
                    _set_in_kai(run)
        return made

    def _line(self, target: ParagraphFormat, paragraph: Paragraph, style: Style) -> None:
        """The height of its lines, where the style of its size does not say it."""
        if style.line and style.line.exact_points:
            target.line_spacing = Pt(style.line.amount)
            return
        size = style.size or self.styles.size
        largest = max([size, *(span.style.size or 0 for span in paragraph.spans)])
        amount = style.line.amount if style.line else 1
        if amount * largest != size and not paragraph.is_tag:
            set_line(target, amount * largest)

    def tiny(self, style: str = "Tiny", is_kept: bool = False) -> CT_P:
        """An empty paragraph of one point at most, where Word wants one after a table."""
        made = cast(CT_P, element("p"))
        made.style = style
        if is_kept:
            DocxParagraph(made, self.document).paragraph_format.keep_with_next = True
        return made


def _field(instruction: str) -> BaseOxmlElement:
    """A number that the program works out as it sets the page."""
    shown = element("t")
    shown.text = "1"
    return element("fldSimple", element("r", shown), instr=instruction)


def _set_in_kai(run: Run) -> None:
    """Whatever stands beside it: programs take □ and ○ for either script."""
    # LibreOffice forgets what the style says of fonts where the box is all that a cell holds.
    fonts = run._r.get_or_add_rPr().get_or_add_rFonts()  # pyright: ignore[reportPrivateUsage]
    for attribute, name in (("hint", "eastAsia"), ("ascii", _KAI), ("hAnsi", _KAI)):
        fonts.set(qn(f"w:{attribute}"), name)


def _format(target: ParagraphFormat, style: Style) -> None:
    left = (style.indent or 0) + (style.hang or 0)
    first = (style.first or 0) - (style.hang or 0)
    if left:
        target.left_indent = Cm(left)
    if first:
        target.first_line_indent = Cm(first)
    if style.before:
        target.space_before = Pt(style.before)
    if style.after:
        target.space_after = Pt(style.after)
    if style.keep:
        target.keep_with_next = True
    if style.page_break:
        target.page_break_before = True
    for stop in style.tabs or ():
        target.tab_stops.add_tab_stop(Cm(stop))  # pyright: ignore[reportUnknownMemberType]


def _dress(run: Run, span: Style, paragraph: Style) -> None:
    """What the paragraph's style does not say of the run."""
    look = span.over(paragraph)
    if bool(look.bold) != bool(paragraph.bold):
        run.bold = bool(look.bold)
    if look.underline:
        run.underline = True
    if span.size and span.size != paragraph.size:
        run.font.size = Pt(span.size)
