"""A PDF as LibreOffice writes it, object by object, as bytes.

pikepdf takes a hundredth of a millisecond to understand an object, and a paper has hundreds, most
of them headings, cells and paragraphs for screen readers, of which nothing need be understood but
what they refer to.
"""

import re
from collections.abc import Collection
from contextlib import suppress
from io import BytesIO
from typing import NamedTuple

from pikepdf import ObjectStreamMode, Pdf

from jingjin_forms.export.together.not_cut import NotCutError

_START = re.compile(rb"startxref\n(\d+)\n%%EOF\n?\Z")
_PLACES = re.compile(rb"xref\n0 (\d+) ?\n((?:\d{10} \d{5} [nf][ \r]?\n)+)trailer")
_PLACE_BYTES = 20
_STREAM = re.compile(rb"<<([^()]*?)/Length (\d+)( 0 R)?([^()]*?)>>\nstream\n")
_END_OF_STREAM = re.compile(rb"(?:\r?\n)?endstream\s*endobj\b")
_STREAM_BEGINS, _END = b">>\nstream\n", b"\nendobj"
_LAST_BYTES = 1024


class PdfObject(NamedTuple):
    """An object of a PDF as it is written: what it says, and the bytes behind that of a stream."""

    said: bytes
    """Of a stream the entries of its dictionary, but for its length."""
    stream: bytes | None = None


class PlainPdf:
    """The objects of a PDF, by number, as references to them say it. Raises NotCutError."""

    def __init__(self, content: bytes):
        start = _START.search(content, max(0, len(content) - _LAST_BYTES))
        places = _PLACES.match(content, int(start[1])) if start else None
        if places is None or b"/Encrypt" in content[places.end() :]:
            raise NotCutError("no plain table of places")
        self.content, self._places = content, places[2]
        self._shut: frozenset[bytes] = frozenset()

    def shut(self, numbers: Collection[int]) -> None:
        """Give these objects no more: each paper has others in their place, or none."""
        self._shut = frozenset(b"%d" % number for number in numbers)

    def __getitem__(self, number: bytes) -> PdfObject:
        if number in self._shut:
            raise NotCutError("something that leads out of the paper")
        start = self._start(number)
        said = self.content[start : self.content.find(_END, start)]
        return self._stream(start) if _STREAM_BEGINS in said else PdfObject(said)

    def _stream(self, start: int) -> PdfObject:
        head = _STREAM.match(self.content, start)
        if head is None:
            raise NotCutError("a stream that is written otherwise")
        before, length, is_elsewhere, after = head.groups()
        size = int(self[length].said if is_elsewhere else length)
        end = head.end() + size
        if not _END_OF_STREAM.match(self.content, end):
            raise NotCutError("a stream of another length")
        return PdfObject(before + after, self.content[head.end() : end])

    def _start(self, number: bytes) -> int:
        """Where begins what an object says."""
        place = int(number) * _PLACE_BYTES
        start, head = int(self._places[place : place + 10] or b"0"), number + b" 0 obj\n"
        if not self.content.startswith(head, start):
            raise NotCutError(f"object {int(number)} is not found")
        return start + len(head)


def plain_pdf(content: bytes) -> PlainPdf:
    """The PDF, unpacked by pikepdf where objects are packed together. Raises NotCutError, or
    what pikepdf raises."""
    with suppress(NotCutError):
        return PlainPdf(content)
    unpacked = BytesIO()
    with Pdf.open(BytesIO(content)) as whole:
        whole.save(unpacked, object_stream_mode=ObjectStreamMode.disable)
    return PlainPdf(unpacked.getvalue())
