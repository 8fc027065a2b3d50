"""Pages as LibreOffice sets them, with its own font and with one of Word's line height."""

import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pypdfium2

from jingjin_forms.export import convert

A4 = (595, 842)  # points
HEAD = FOOT = 42  # points: what lies nearer to the edge is header and footer
TEXT, PICTURE = 1, 3  # kinds of page objects in a PDF

Documents = Mapping[str, pypdfium2.PdfDocument]


@contextmanager
def rendered(papers: Mapping[str, bytes], fonts: Path | None = None) -> Iterator[Documents]:
    """Word files, by title, as PDFs; with the fonts of a fontconfig file, else those there are."""
    before = os.environ.get("FONTCONFIG_FILE")
    if fonts is not None:
        os.environ["FONTCONFIG_FILE"] = str(fonts)
    try:
        made = convert(papers, ".pdf", prove=False)
    finally:
        if before is None:
            os.environ.pop("FONTCONFIG_FILE", None)
        else:
            os.environ["FONTCONFIG_FILE"] = before
    opened = {title: pypdfium2.PdfDocument(pdf) for title, pdf in made.items()}
    try:
        yield opened
    finally:
        for document in opened.values():
            document.close()


def bodies(document: pypdfium2.PdfDocument) -> list[str]:
    """What stands on each page between its header and its footer, without white space."""
    return ["".join(body(page).split()) for page in document]


def body(page: pypdfium2.PdfPage) -> str:
    """What stands on a page between its header and its footer."""
    width, height = page.get_size()
    return page.get_textpage().get_text_bounded(0, FOOT, width, height - HEAD)


def has_pictures(page: pypdfium2.PdfPage) -> bool:
    """Whether a page shows a picture."""
    return any(page.get_objects(filter=[PICTURE]))


def fonts_of(document: pypdfium2.PdfDocument) -> set[str]:
    """The names of the fonts that a document's text is set in."""
    items = (item for page in document for item in page.get_objects(filter=[TEXT]))
    return {re.sub(r"^[A-Z]{6}\+", "", item.get_font().get_base_name()) for item in items}
