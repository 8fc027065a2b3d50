"""Many PDFs as one, for printing; each page proved to be there, in its place.

joined_pdf({"甲國小": pdf, "乙國小": pdf}, odd_pages=True, day=date.today())
"""

import hashlib
import re
from collections.abc import Mapping
from datetime import date
from io import BytesIO
from itertools import zip_longest
from typing import Any

from jingjin_forms.errors import FileProblemError
from jingjin_forms.export.pdf import pdf_texts, using_pdfium

_BLANK = ""
_MADE = re.compile(rb"(?<=/CreationDate\(D:)\d{14}[^)]*(?=\))")
_IDENTIFIER = re.compile(rb"(?<=/ID\[<)[0-9A-F]{32}(><)[0-9A-F]{32}(?=>\])")


def joined_pdf(papers: Mapping[str, bytes], *, odd_pages: bool, day: date) -> bytes:
    """The papers, by what messages call them, one behind the other in one PDF that says it was made
    on that day. With `odd_pages` each begins on the front of a sheet.

    Equal papers give equal bytes. Raises FileProblemError where a page is not what it was.
    """
    wanted: list[tuple[str, str]] = []
    for name, content in papers.items():
        if odd_pages and len(wanted) % 2:
            wanted.append((name, _BLANK))
        wanted += [(name, text) for text in pdf_texts(content)]
    made = _constant(_joined(papers, odd_pages), papers, day)
    for number, (before, after) in enumerate(zip_longest(wanted, pdf_texts(made)), 1):
        name, text = before or ("", None)
        if text != after:
            whose = f"「{name}」的" if name else "多出來的"
            raise FileProblemError(
                f"合併後的第 {number} 頁與{whose}那一頁不同，沒有寫出；請分開列印。"
            )
    return made


def _joined(papers: Mapping[str, bytes], odd_pages: bool) -> bytes:
    made = BytesIO()
    with using_pdfium() as pdfium:
        whole: Any = pdfium.PdfDocument.new()
        for content in papers.values():
            if odd_pages and len(whole) % 2:
                whole.new_page(*whole.get_page_size(len(whole) - 1))
            paper = pdfium.PdfDocument(content)
            whole.import_pages(paper)
            paper.close()
        whole.save(made)
        whole.close()
    return made.getvalue()


def _constant(made: bytes, papers: Mapping[str, bytes], day: date) -> bytes:
    """The PDF without the second at which it was made, and with an identifier of its contents."""
    digest = hashlib.md5(usedforsecurity=False)
    for content in papers.values():
        digest.update(content)
    number = digest.hexdigest().upper().encode()
    made = _IDENTIFIER.sub(rb"%b\g<1>%b" % (number, number), made)
    told = f"{day:%Y%m%d}000000+00'00'".encode()
    return _MADE.sub(lambda found: told[: len(found[0])].ljust(len(found[0])), made)
