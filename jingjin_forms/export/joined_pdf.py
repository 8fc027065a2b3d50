"""Many PDFs as one, for printing; each page proved to be there, in its place.

joined = JoinedPdf(odd_pages=True)
joined.add("甲國小", pdf)            # as many as there are
joined.content(date.today())
"""

import hashlib
from collections.abc import Iterable
from datetime import date
from io import BytesIO
from itertools import zip_longest

from pikepdf import ObjectStreamMode, Pdf, PdfError

from jingjin_forms.errors import FileProblemError
from jingjin_forms.export.pdf import pdf_texts
from jingjin_forms.export.shared_objects import share_objects
from jingjin_forms.files.codes import UNREADABLE

_PIECE = 100
"""Papers that are joined before the whole is: what they have in common is held once."""
_VERSION = "1.7"
_BLANK = ""


class JoinedPdf:
    """The papers, one behind the other; with `odd_pages` each begins on the front of a sheet.

    What several have in common, such as a font, is in it once. All is held in memory: PDFium and
    qpdf, where they read a file themselves, take what the disk does not give for blank.
    """

    def __init__(self, *, odd_pages: bool) -> None:
        self._odd_pages = odd_pages
        self._pages: list[tuple[str, bytes]] = []
        """Whose each page is, and what stands on it."""
        self._papers: list[Pdf] = []
        """Those that are in no piece yet."""
        self._pieces: list[bytes] = []

    def __len__(self) -> int:
        """How many pages there are."""
        return len(self._pages)

    def add(self, name: str, pdf: bytes) -> None:
        """Add a paper, by what messages call it. Raises FileProblemError where it cannot be read:
        it is damaged, has a password, or no page."""
        try:
            texts = pdf_texts(pdf)
            paper = Pdf.open(BytesIO(pdf))
        except (RuntimeError, PdfError):  # PDFium's, pikepdf's
            texts, paper = [], None
        if paper is None or not texts or len(paper.pages) != len(texts):
            raise FileProblemError(f"「{name}」打不開（損壞，或有密碼）。", code=UNREADABLE)
        if self._odd_pages and len(self._pages) % 2:
            _add_blank(self._papers[-1])
            self._pages.append((name, _told(_BLANK)))
        if len(self._papers) == _PIECE:
            self._end_piece()
        self._pages += [(name, _told(text)) for text in texts]
        self._papers.append(paper)

    def content(self, day: date) -> bytes:
        """The papers in one PDF, which says that it was made on that day: equal papers give equal
        bytes. Raises FileProblemError where a page is not what it was."""
        self._end_piece()
        whole = _whole(Pdf.open(BytesIO(piece)) for piece in self._pieces)
        told = f"D:{day:%Y%m%d}000000+00'00'"
        whole.docinfo["/CreationDate"] = whole.docinfo["/ModDate"] = told
        made = _saved(whole)
        self._prove(made)
        return made

    def _end_piece(self) -> None:
        if self._papers:
            self._pieces.append(_saved(_whole(self._papers)))
            self._papers.clear()

    def _prove(self, made: bytes) -> None:
        there = map(_told, pdf_texts(made))
        for number, (before, after) in enumerate(zip_longest(self._pages, there), 1):
            name, told = before or ("", None)
            if told != after:
                whose = f"「{name}」的" if name else "多出來的"
                raise FileProblemError(
                    f"合併後的第 {number} 頁與{whose}那一頁不同，沒有寫出；請分開列印。"
                )


def _told(text: str) -> bytes:
    """Tells what stands on a page from anything else, in little room."""
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _add_blank(paper: Pdf) -> None:
    """Add a page to the paper, as large as its last."""
    left, bottom, right, top = map(float, paper.pages[-1].mediabox)
    paper.add_blank_page(page_size=(right - left, top - bottom))


def _saved(pdf: Pdf) -> bytes:
    content = BytesIO()
    pdf.save(
        content,
        min_version=_VERSION,
        object_stream_mode=ObjectStreamMode.generate,
        deterministic_id=True,
    )
    return content.getvalue()


def _whole(papers: Iterable[Pdf]) -> Pdf:
    whole = Pdf.new()
    for paper in papers:
        whole.pages.extend(paper.pages)
    share_objects(whole)
    return whole
