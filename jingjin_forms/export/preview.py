"""The pages of a PDF as pictures."""

from io import BytesIO
from threading import Lock
from typing import Any

from jingjin_forms.errors import FileProblemError

LEAST_DPI, MOST_DPI = 20, 600
_pdfium = Lock()
"""PDFium works in one thread at a time."""


def pdf_pages(pdf: bytes, dpi: int = 100) -> list[bytes]:
    """Each page as a PNG; an A4 page of 100 dots per inch is 827 by 1170 dots.

    Raises FileProblemError when pypdfium2 is missing or `dpi` is not from 20 to 600.
    """
    if not LEAST_DPI <= dpi <= MOST_DPI:
        raise FileProblemError(f"解析度要在 {LEAST_DPI} 到 {MOST_DPI} 之間，不能是 {dpi}。")
    try:
        import pypdfium2  # pyright: ignore
    except ImportError:
        remedy = 'pip install "jingjin-forms[look]"'
        raise FileProblemError(f"要看頁面的圖片，請先安裝 pypdfium2（{remedy}）。") from None
    with _pdfium:
        document: Any = pypdfium2.PdfDocument(pdf)
        try:
            return [_png(page.render(scale=dpi / 72).to_pil()) for page in document]
        finally:
            document.close()


def _png(picture: Any) -> bytes:
    out = BytesIO()
    picture.save(out, "PNG", optimize=True)
    return out.getvalue()
