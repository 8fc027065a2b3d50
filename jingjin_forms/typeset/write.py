"""`Layout` to .docx, with python-docx on our own minimal document.

The XML stays lean, since thousands of forms are filled from it: what the styles of the minimal
document say is not said again.
"""

import io
from typing import cast

import docx
from docx.oxml.document import CT_Document
from docx.oxml.section import CT_SectPr
from docx.oxml.text.paragraph import CT_P
from docx.oxml.xmlchemy import BaseOxmlElement

from jingjin_forms.typeset.layout import Layout, Page, Paragraph, Section
from jingjin_forms.typeset.write_running import write_running
from jingjin_forms.typeset.write_table import write_blocks
from jingjin_forms.typeset.write_text import TextWriter
from jingjin_forms.typeset.xml import append, element, minimal_docx, twips, unzipped, zipped

_HEADER_DISTANCE = 0.9
"""Centimetres from the edge of the paper to the header and the footer."""


def write(layout: Layout) -> bytes:
    """The .docx of the layout: the same layout gives the same bytes."""
    document = docx.Document(minimal_docx())
    document.core_properties.title = layout.title
    document.core_properties.subject = layout.subject
    if layout.author:
        document.core_properties.author = layout.author
    text = TextWriter(document, layout.size)
    *earlier, last = layout.sections
    body = cast(CT_Document, document.element).body
    for section in earlier:
        append(body, *_closed_section(section, text))
    append(body, *write_blocks(last.blocks, text), _page(last.page))
    for section, docx_section in zip(layout.sections, document.sections, strict=True):
        write_running(section, docx_section, text)
    saved = io.BytesIO()
    document.save(saved)
    return zipped(unzipped(saved.getvalue()))


def _closed_section(section: Section, text: TextWriter) -> list[BaseOxmlElement]:
    """The blocks of a section that is not the last: its last paragraph holds its page."""
    written = write_blocks(section.blocks, text)
    last = section.blocks[-1]
    if isinstance(last, Paragraph) and last.is_tag:
        written.append(text.tiny())
    cast(CT_P, written[-1]).set_sectPr(_page(section.page))
    return written


def _page(page: Page) -> CT_SectPr:
    size = element("pgSz", w=twips(page.width), h=twips(page.height))
    if page.width > page.height:
        size = element("pgSz", w=twips(page.width), h=twips(page.height), orient="landscape")
    distance = twips(_HEADER_DISTANCE)
    margins = element(
        "pgMar",
        top=twips(page.top),
        right=twips(page.right),
        bottom=twips(page.bottom),
        left=twips(page.left),
        header=distance,
        footer=distance,
        gutter=0,
    )
    return cast(CT_SectPr, element("sectPr", size, margins))
