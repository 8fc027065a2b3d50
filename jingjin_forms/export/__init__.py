"""Finished Word files as .odt, .pdf and pictures, by LibreOffice.

    convert({"表.docx": content}, ".pdf")["表.docx"]  # the bytes of a PDF
    pdf_pages(pdf)                                   # PNG pictures of its pages

No other package of the library starts LibreOffice.
"""

from jingjin_forms.export.convert import (
    SUFFIXES,
    Converted,
    convert,
    convert_each,
    convert_files,
    convert_in_turn,
)
from jingjin_forms.export.formats import formats_named, need_some
from jingjin_forms.export.libreoffice.soffice import find_soffice, has_soffice
from jingjin_forms.export.notebook import form_html
from jingjin_forms.export.preview import Pages, pdf_pages
from jingjin_forms.export.together import Paper

__all__ = [
    "SUFFIXES",
    "Converted",
    "Pages",
    "Paper",
    "convert",
    "convert_each",
    "convert_files",
    "convert_in_turn",
    "find_soffice",
    "form_html",
    "formats_named",
    "has_soffice",
    "need_some",
    "pdf_pages",
]
