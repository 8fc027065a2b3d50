"""Reading a PDF with PDFium."""

from collections.abc import Generator
from contextlib import contextmanager
from threading import Lock
from typing import Any

from jingjin_forms.errors import FileProblemError

_pdfium = Lock()
"""PDFium works in one thread at a time."""
_PAGES = 200
"""Of a document that are looked at before it is opened anew."""
_NEAR = 0.5
"""Points."""


def need_pdfium() -> Any:
    """The module. Raises FileProblemError, with the command to install it, when it is missing."""
    try:
        import pypdfium2  # pyright: ignore
    except ImportError:
        raise FileProblemError(
            "轉成 .pdf 或圖片，要用 pypdfium2 核對內容是否完整，請先安裝（pip install pypdfium2）。"
        ) from None
    return pypdfium2


@contextmanager
def using_pdfium() -> Generator[Any]:
    """The module, for one thread at a time. Raises FileProblemError when it is missing."""
    pdfium = need_pdfium()
    with _pdfium:
        yield pdfium


@contextmanager
def open_pdf(content: bytes) -> Generator[Any]:
    """The document, for one thread at a time.

    Raises FileProblemError when pypdfium2 is missing, RuntimeError for what is no PDF.
    """
    with using_pdfium() as pdfium:
        document = pdfium.PdfDocument(content)
        try:
            yield document
        finally:
            document.close()


def pdf_texts(content: bytes) -> list[str]:
    """What can be seen on each page: not what lies beyond its edge."""
    texts: list[str] = []
    is_all = False
    while not is_all:
        with open_pdf(content) as document:  # anew: it keeps the fonts of each page it has shown
            some = range(len(texts), min(len(texts) + _PAGES, len(document)))
            texts += [_text(document[number]) for number in some]
            is_all = len(texts) == len(document)
    return texts


def _text(page: Any) -> str:
    text = page.get_textpage()
    try:
        return text.get_text_bounded()
    finally:
        text.close()
        page.close()


def same_pages(one: bytes, other: bytes) -> bool:
    """Whether two PDFs show every character in the same place, to half a point, on equal pages."""
    return len(ours := _places(one)) == len(theirs := _places(other)) and all(
        abs(a - b) <= _NEAR if isinstance(a, float) and isinstance(b, float) else a == b
        for a, b in zip(ours, theirs, strict=True)
    )


def _places(content: bytes) -> list[str | float]:
    """Of each page its size, of each character what it is and where it begins."""
    with open_pdf(content) as document:
        return [said for number in range(len(document)) for said in _of_page(document[number])]


def _of_page(page: Any) -> list[str | float]:
    text = page.get_textpage()
    try:
        said: list[str | float] = ["頁", *map(float, page.get_size())]
        for number, character in enumerate(text.get_text_range()):
            if not character.isspace():
                left, bottom, *_ = text.get_charbox(number)
                said += (character, float(left), float(bottom))
        return said
    finally:
        text.close()
        page.close()
