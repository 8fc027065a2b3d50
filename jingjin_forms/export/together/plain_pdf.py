"""A PDF as LibreOffice writes it, object by object, as bytes.

pikepdf takes a hundredth of a millisecond to understand an object, and a paper has hundreds, most
of them headings, cells and paragraphs for screen readers, of which nothing need be understood but
what they refer to.
"""

import re
from collections.abc import Collection
from typing import NamedTuple

_START = re.compile(rb"startxref\n(\d+)\n%%EOF\n?\Z")
_PLACES = re.compile(rb"xref\n0 (\d+) ?\n((?:\d{10} \d{5} [nf][ \r]?\n)+)trailer")
_PLACE_BYTES = 20
_STREAM = re.compile(rb"<<([^()]*?)/Length (\d+)( 0 R)?([^()]*?)>>\s*stream\r?\n")
_END_OF_STREAM = re.compile(rb"\r?\nendstream\s*endobj\b")
_END = b"\nendobj"
_LAST_BYTES = 1024


class UnknownPdfError(Exception):
    """A PDF that is not written as LibreOffice writes it."""


class PdfObject(NamedTuple):
    """An object of a PDF as it is written: what it says, and the bytes behind that of a stream."""

    said: bytes
    """Of a stream the entries of its dictionary, but for its length."""
    stream: bytes | None = None


class PlainPdf:
    """The objects of a PDF, by number, as references to them say it. Raises UnknownPdfError."""

    def __init__(self, content: bytes):
        start = _START.search(content, max(0, len(content) - _LAST_BYTES))
        places = _PLACES.match(content, int(start[1])) if start else None
        if places is None or b"/Encrypt" in content[places.end() :]:
            raise UnknownPdfError("no plain table of places")
        self._content, self._places = content, places[2]
        self._shut: frozenset[bytes] = frozenset()

    def shut(self, numbers: Collection[int]) -> None:
        """Give these objects no more: each paper has others in their place, or none."""
        self._shut = frozenset(b"%d" % number for number in numbers)

    def __getitem__(self, number: bytes) -> PdfObject:
        if number in self._shut:
            raise UnknownPdfError("something that leads out of the paper")
        start = self._start(number)
        said = self._content[start : self._content.find(_END, start)]
        return self._stream(start) if b"stream" in said else PdfObject(said)

    def _stream(self, start: int) -> PdfObject:
        head = _STREAM.match(self._content, start)
        if head is None:
            raise UnknownPdfError("a stream that is written otherwise")
        before, length, is_elsewhere, after = head.groups()
        size = int(self[length].said if is_elsewhere else length)
        end = head.end() + size
        if not _END_OF_STREAM.match(self._content, end):
            raise UnknownPdfError("a stream of another length")
        return PdfObject(before + after, self._content[head.end() : end])

    def _start(self, number: bytes) -> int:
        """Where begins what an object says."""
        place = int(number) * _PLACE_BYTES
        start, head = int(self._places[place : place + 10] or b"0"), number + b" 0 obj\n"
        if not self._content.startswith(head, start):
            raise UnknownPdfError(f"object {int(number)} is not found")
        return start + len(head)
