"""Many PDFs in one: every page there, each paper on a new sheet if asked."""

import sys
from datetime import date

import pytest

from jingjin_forms.errors import FileProblemError
from jingjin_forms.export.joined_pdf import joined_pdf
from jingjin_forms.export.pdf import open_pdf, pdf_texts
from tests.export.little_pdf import pdf

DAY = date(2026, 11, 22)
PAPERS = {"one": pdf("a1", "a2", "a3"), "two": pdf("b1"), "three": pdf("c1", "c2"), "e": pdf("d")}
MODULE = sys.modules["jingjin_forms.export.joined_pdf"]


@pytest.mark.parametrize(
    ("odd_pages", "pages"),
    [
        (False, ["a1", "a2", "a3", "b1", "c1", "c2", "d"]),
        (True, ["a1", "a2", "a3", "", "b1", "", "c1", "c2", "d"]),
    ],
)
def test_all_pages_in_order(odd_pages: bool, pages: list[str]):
    made = joined_pdf(PAPERS, odd_pages=odd_pages, day=DAY)
    assert pdf_texts(made) == pages
    with open_pdf(made) as document:
        assert {document.get_page_size(n) for n in range(len(pages))} == {(420, 595)}


def test_equal_papers_give_equal_bytes_on_one_day():
    made = [joined_pdf(PAPERS, odd_pages=True, day=day) for day in (DAY, DAY, date(2026, 11, 23))]
    assert made[0] == made[1] != made[2]
    assert b"(D:20261122000000" in made[0]


@pytest.mark.parametrize(
    ("joined", "told"),
    [
        (pdf("a1", "a2", "b1"), "合併後的第 3 頁與「one」的那一頁不同"),  # one page is lost
        (pdf("a1", "a2", "a3", "b1"), "合併後的第 5 頁與「three」的"),
        (pdf("a1", "a2", "a3", "b1", "c1", "c2", "d", ""), "合併後的第 8 頁與多出來的那一頁不同"),
        (pdf("a1", "a2", "a3", "b1", "c2", "c1", "d"), "合併後的第 5 頁與「three」的"),
    ],
)
def test_a_page_that_is_not_what_it_was_is_refused(
    joined: bytes, told: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(MODULE, "_joined", lambda *_: joined)
    with pytest.raises(FileProblemError, match=told):
        joined_pdf(PAPERS, odd_pages=False, day=DAY)
