"""What a page's content draws with."""

import pytest

from jingjin_forms.export.together.not_cut import NotCutError
from jingjin_forms.export.together.page_content import drawn


def test_characters_belong_to_the_font_chosen_last():
    content = b"/Span<</MCID 0>>BDC\nq BT\n/F1 12 Tf<0102>Tj /F2 9.5 Tf[<03>-5<0A>]TJ\nET\nQ EMC"
    assert drawn(content).fonts == {"/F1": {1, 2}, "/F2": {3, 10}}


def test_a_font_put_by_is_taken_up_again():
    content = b"BT /F1 1 Tf q /F2 1 Tf <05>Tj Q <06>Tj ET"
    assert drawn(content).fonts == {"/F1": {6}, "/F2": {5}}


def test_pictures():
    assert drawn(b"q 1 0 0 1 0 0 cm /Im12 Do Q /Im3 Do").pictures == {"/Im12", "/Im3"}


@pytest.mark.parametrize("content", [b"BT /F1 1 Tf (abc) Tj ET", b"<01>Tj", b"q /F1 1 Tf Q <01>Tj"])
def test_text_that_is_written_otherwise_is_refused(content: bytes):
    with pytest.raises(NotCutError):
        drawn(content)
