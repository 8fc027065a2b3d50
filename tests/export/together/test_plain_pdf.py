"""The objects of a PDF as LibreOffice writes it."""

import io

import pikepdf
import pytest

from jingjin_forms.export.together.not_cut import NotCutError
from jingjin_forms.export.together.plain_pdf import PdfObject, PlainPdf
from tests.export.together import joined

STREAM = b"a\nendobj\nendstream\n"


def read(said: bytes) -> PdfObject:
    return PlainPdf(joined.pdf({1: said, 2: b"%d" % len(STREAM), 3: b"null"}))[b"1"]


def test_objects_are_what_is_written():
    for said in (b"<</K[2 0 R ]\n/A(x)>>", b"<</URI(https://a.b/stream)>>", b"null"):
        assert read(said) == PdfObject(said)


@pytest.mark.parametrize("length", [b"2 0 R", b"%d" % len(STREAM)])
def test_streams_may_hold_anything(length: bytes):
    said = b"<</N 3/Length %b/X 1>>\nstream\n%b\nendstream" % (length, STREAM)
    assert read(said) == PdfObject(b"/N 3/X 1", STREAM)


@pytest.mark.parametrize("more", [-1, 2, 1000])
def test_a_stream_of_another_length_is_refused(more: int):
    with pytest.raises(NotCutError):
        read(b"<</Length %d>>\nstream\n%b\nendstream" % (len(STREAM) + more, b"x" * len(STREAM)))


@pytest.mark.parametrize("number", [b"0", b"4", b"5", b"99"])
def test_what_is_not_there_or_is_shut_is_refused(number: bytes):
    plain = PlainPdf(joined.pdf({1: b"1", 5: b"5", 6: b"6"}))
    plain.shut([5])
    assert plain[b"6"].said == b"6"
    with pytest.raises(NotCutError):
        plain[number]


def test_files_of_another_kind_are_refused():
    packed = io.BytesIO()
    pikepdf.open(io.BytesIO(joined.pdf())).save(
        packed, object_stream_mode=pikepdf.ObjectStreamMode.generate
    )
    for content in (b"", packed.getvalue(), joined.pdf(trailer=b"/Encrypt 5 0 R")):
        with pytest.raises(NotCutError):
            PlainPdf(content)
