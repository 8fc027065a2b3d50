"""A PDF made of objects of another, as pikepdf reads it."""

import io

import pikepdf
import pytest

from jingjin_forms.export.together.not_cut import NotCutError
from jingjin_forms.export.together.plain_pdf import PdfObject, PlainPdf
from jingjin_forms.export.together.small_pdf import small_pdf
from tests.export.together import joined


def small(said: bytes, own: dict[int, PdfObject] | None = None, more: int = 0) -> pikepdf.Pdf:
    """A PDF whose catalogue says `/A` and this, made of one where 5 says `[6 0 R 7 0 R]`."""
    objects = {5: b"[6 0 R 7 0 R]", 6: joined.stream(b"six"), 7: b"<</A(zh-TW)>>"}
    objects |= {number: b"[%d]" % number for number in range(8, 8 + more)}
    objects |= {899: b"<</Type/Pages/Kids[]/Count 0>>"}
    objects |= {900: b"<</Type/Catalog/Pages 899 0 R/A %b>>" % said, 901: b"<<>>"}
    made = small_pdf(PlainPdf(joined.pdf(objects)), own or {}, 900, 901)
    return pikepdf.open(io.BytesIO(made))


def test_what_can_be_reached_is_there_once_and_nothing_else():
    made = small(b"[5 0 R 5 0 R<</B 7 0 R>>]")
    assert not made.check_pdf_syntax()
    five, again, said = made.Root.A
    assert five.objgen == again.objgen
    assert five[0].read_bytes() == b"six"
    assert said.B.objgen == five[1].objgen
    kinds = [one.get("/Type") for one in made.objects if isinstance(one, pikepdf.Stream)]
    assert (len(made.objects), len(kinds)) == (8, 3)  # six that were, the packed ones, the table


def test_own_objects_take_the_place_of_others():
    own = {6: PdfObject(b"/X 7 0 R", b"own"), 7: PdfObject(b"<</Y 999 0 R>>"), 999: PdfObject(b"1")}
    made = small(b"5 0 R", own)
    assert made.Root.A[0].read_bytes() == b"own"
    assert made.Root.A[0].X.Y == made.Root.A[1].Y == 1


@pytest.mark.parametrize("more", [0, 196, 197, 198, 450])
def test_many_objects_are_found_again(more: int):
    made = small(b"[%b]" % b" ".join(b"%d 0 R" % n for n in range(8, 8 + more)), None, more)
    assert [list(one) for one in made.Root.A] == [[n] for n in range(8, 8 + more)]


@pytest.mark.parametrize("said", [b"(5 0 r)", b"(a \\(b\\) % c)", b"/R", b"<</R/R>>", b"<3520>"])
def test_texts_and_names_stay_what_they_are(said: bytes):
    assert pikepdf.Object.parse(said) == small(said).Root.A


@pytest.mark.parametrize(
    "said", [b"(7 0 R)", b"(a (b) c)", b"7 1 R", b"[7 0\nR]", b"7  0 R", b"7 %\n0 R", b"(a\\)"]
)
def test_what_may_be_misread_is_refused(said: bytes):
    with pytest.raises(NotCutError):
        small(said)
