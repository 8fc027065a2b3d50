"""The pages of a PDF as pictures."""

from base64 import b64encode
from io import BytesIO
from typing import Any

from jingjin_forms.errors import FileProblemError, shortened
from jingjin_forms.export.pdf import open_pdf

LEAST_DPI, MOST_DPI = 20, 600


class Pages(list[bytes]):
    """Pages as PNG pictures; a notebook shows them, a console how many there are."""

    def __repr__(self) -> str:
        size = sum(map(len, self))
        return f"<{len(self)} 頁 PNG，共 {size:,} 位元組>"

    def _repr_html_(self) -> str:
        """All pages, one under the other."""
        return "".join(map(page_html, self))


def page_html(png: bytes) -> str:
    """A page as HTML that needs no file beside it."""
    style = "display: block; max-width: 100%; border: 1px solid #ccc; margin-bottom: .5em"
    data = b64encode(png).decode()
    return f'<img alt="" style="{style}" src="data:image/png;base64,{data}">'


def pdf_pages(pdf: bytes, dpi: int = 100) -> Pages:
    """Each page as a PNG; an A4 page of 100 dots per inch is 827 by 1170 dots.

    Raises FileProblemError when pypdfium2 is missing or `dpi` is not from 20 to 600.
    """
    if not isinstance(dpi, int | float) or not LEAST_DPI <= dpi <= MOST_DPI:  # pyright: ignore[reportUnnecessaryIsInstance] (callers may be wrong)
        raise FileProblemError(
            f"解析度要在 {LEAST_DPI} 到 {MOST_DPI} 之間，不能是 {shortened(dpi)}。"
        )
    with open_pdf(pdf) as document:
        return Pages(_png(page.render(scale=dpi / 72).to_pil()) for page in document)


def _png(picture: Any) -> bytes:
    out = BytesIO()
    picture.save(out, "PNG", optimize=True)
    return out.getvalue()
