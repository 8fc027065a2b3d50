"""The first page of every filled sample as a picture, where LibreOffice is there to draw it."""

from importlib.util import find_spec

from jingjin_forms.export import convert, has_soffice, pdf_pages
from jingjin_forms.forms.catalog import list_forms

_DOTS_PER_INCH = 80


def first_pages() -> dict[str, bytes]:
    """PNG files by the key of the form; none where LibreOffice or pypdfium2 is missing."""
    if not has_soffice() or find_spec("pypdfium2") is None:
        return {}
    samples = {form.key: form.sample().to_bytes() for form in list_forms()}
    papers = convert(samples, ".pdf")
    return {key: pdf_pages(paper, _DOTS_PER_INCH)[0] for key, paper in papers.items()}
