"""Reading a PDF with PDFium."""

from collections.abc import Generator
from contextlib import contextmanager
from threading import Lock
from typing import Any

from jingjin_forms.errors import FileProblemError

_pdfium = Lock()
"""PDFium works in one thread at a time."""


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
    with open_pdf(content) as document:
        return [_text(document[number]) for number in range(len(document))]


def _text(page: Any) -> str:
    text = page.get_textpage()
    try:
        return text.get_text_bounded()
    finally:
        text.close()
        page.close()
