"""Every form's .pdf: A4 pages, its text as text, the fonts embedded."""

import re
import subprocess
from collections import Counter
from collections.abc import Iterator

import pypdfium2
import pytest

from jingjin_forms.export import has_soffice
from jingjin_forms.forms.catalog import keys
from tests.export.reading import docx_paragraphs

A4 = (595, 842)  # points
TEXT = 1  # kind of page object
HYPHEN = "\x02"  # what PDFium puts for one at the end of a line

pytestmark = pytest.mark.skipif(not has_soffice(), reason="LibreOffice is not installed")


@pytest.fixture(scope="module")
def documents(
    samples: dict[str, bytes], sample_pdfs: dict[str, bytes]
) -> Iterator[dict[str, tuple[bytes, pypdfium2.PdfDocument]]]:
    """Each form filled: the .docx, and the PDF made of it."""
    opened = {key: (docx, pypdfium2.PdfDocument(sample_pdfs[key])) for key, docx in samples.items()}
    yield opened
    for _, document in opened.values():
        document.close()


@pytest.mark.parametrize("key", keys())
def test_form(key: str, documents: dict[str, tuple[bytes, pypdfium2.PdfDocument]]):
    docx, document = documents[key]
    text: list[str] = []
    fonts: dict[str, bool] = {}
    for page in document:
        assert tuple(map(round, page.get_size())) == A4
        text.append(page.get_textpage().get_text_bounded())
        for item in page.get_objects(filter=[TEXT]):
            font = item.get_font()
            fonts[font.get_base_name()] = bool(font.is_embedded)
    assert fonts
    assert all(fonts.values()), fonts
    if kai_is_installed():
        assert any("Kai" in name for name in fonts), fonts
    # Rows that the page breaks repeat are there twice, so there may be more, but never less.
    assert characters(docx_paragraphs(docx)) <= characters(text)


def characters(texts: list[str]) -> Counter[str]:
    return Counter("".join("".join(texts).replace(HYPHEN, "-").split()))


def kai_is_installed() -> bool:
    listed = subprocess.run(["fc-list"], capture_output=True, text=True, check=False).stdout
    return re.search(r"TW\\-Kai|標楷體", listed) is not None
