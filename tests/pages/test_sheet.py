"""The contact sheet: every page of every paper is on it."""

import pypdfium2

from tests.pages.rendered import A4
from tests.pages.sheet import CAPTION, GAP, MOST_IN_A_ROW, of_form, sheet, shown


def document(pages: int) -> pypdfium2.PdfDocument:
    made = pypdfium2.PdfDocument.new()
    for _ in range(pages):
        made.new_page(*A4)
    return made


def test_each_page_has_its_place():
    width, height = A4[0] + GAP, A4[1] + GAP + CAPTION
    made = sheet({"blank": document(1), "long": document(MOST_IN_A_ROW + 1)})
    assert made.size == (MOST_IN_A_ROW * width + GAP, 3 * height + GAP)
    middles = [
        made.getpixel((GAP + right * width + A4[0] // 2, down * height + CAPTION + A4[1] // 2))
        for down in range(3)
        for right in range(MOST_IN_A_ROW)
    ]
    assert middles.count((255, 255, 255)) == 1 + MOST_IN_A_ROW + 1


def test_a_form_is_shown_blank_filled_and_full():
    kinds = list(shown("school_based/budget_estimate"))
    assert kinds == ["blank", "filled", "經費項目 60 rows", "long"]
    one = document(1)
    assert of_form({"a/b blank": one, "a/bc blank": document(1)}, "a/b") == {"blank": one}
