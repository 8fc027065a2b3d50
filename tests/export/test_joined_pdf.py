"""Many PDFs in one: every page there, each paper on a new sheet if asked, nothing twice."""

import sys
from datetime import date
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from pikepdf import Dictionary, Name, Pdf, Stream

from jingjin_forms.errors import FileProblemError
from jingjin_forms.export import Paper, convert_in_turn, has_soffice, pdf_pages
from jingjin_forms.export.joined_pdf import JoinedPdf
from jingjin_forms.export.pdf import open_pdf, pdf_texts
from jingjin_forms.export.shared_objects import share_objects
from jingjin_forms.programmes.school_based.forms.budget_estimate import BudgetEstimate
from tests.export.little_pdf import pdf

DAY = date(2026, 11, 22)
PAPERS = {"one": pdf("a1", "a2", "a3"), "two": pdf("b1"), "three": pdf("c1", "c2"), "e": pdf("d")}
MODULE: Any = sys.modules["jingjin_forms.export.joined_pdf"]
needs_soffice = pytest.mark.skipif(not has_soffice(), reason="LibreOffice is not installed")


def join(papers: dict[str, bytes], *, odd_pages: bool = False, day: date = DAY) -> bytes:
    joined = JoinedPdf(odd_pages=odd_pages)
    for name, paper in papers.items():
        joined.add(name, paper)
    return joined.content(day)


@pytest.mark.parametrize("piece", [1, 2, 100])
@pytest.mark.parametrize(
    ("odd_pages", "pages"),
    [
        (False, ["a1", "a2", "a3", "b1", "c1", "c2", "d"]),
        (True, ["a1", "a2", "a3", "", "b1", "", "c1", "c2", "d"]),
    ],
)
def test_all_pages_in_order(
    odd_pages: bool, pages: list[str], piece: int, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(MODULE, "_PIECE", piece)
    made = join(PAPERS, odd_pages=odd_pages)
    assert pdf_texts(made) == pages
    with open_pdf(made) as document:
        assert {document.get_page_size(n) for n in range(len(pages))} == {(420, 595)}


def test_equal_papers_give_equal_bytes_on_one_day():
    days = (DAY, DAY, date(2026, 11, 23))
    made = [join(PAPERS, odd_pages=True, day=day) for day in days]
    assert made[0] == made[1] != made[2]
    with Pdf.open(BytesIO(made[0])) as whole:
        assert str(whole.docinfo["/CreationDate"]).startswith("D:20261122000000")
        assert not whole.check_pdf_syntax()


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
    monkeypatch.setattr(MODULE, "_whole", lambda _: Pdf.open(BytesIO(joined)))  # pyright: ignore
    with pytest.raises(FileProblemError, match=told):
        join(PAPERS)


@pytest.mark.parametrize("broken", [b"%PDF-1.4 broken", b"", pdf()])
def test_what_cannot_be_read_is_refused_and_the_others_stay(broken: bytes):
    joined = JoinedPdf(odd_pages=True)
    joined.add("好", pdf("a"))
    with pytest.raises(FileProblemError, match="「壞」打不開（損壞，或有密碼）"):
        joined.add("壞", broken)
    joined.add("也好", pdf("b"))
    assert pdf_texts(joined.content(DAY)) == ["a", "", "b"]


def test_one_with_a_password_is_refused():
    locked = BytesIO()
    with Pdf.open(BytesIO(pdf("a"))) as paper:
        paper.save(locked, encryption=pikepdf.Encryption(owner="a", user="b"))
    with pytest.raises(FileProblemError, match="打不開"):
        JoinedPdf(odd_pages=False).add("有密碼", locked.getvalue())


def test_a_page_has_what_all_pages_of_its_paper_have():
    """Its size and its fonts may stand where the pages are held together."""
    with Pdf.open(BytesIO(pdf("a", "b"))) as paper:
        top = paper.Root.Pages
        top.MediaBox, top.Resources = paper.pages[0].MediaBox, paper.pages[0].Resources
        for page in top.Kids:
            del page["/MediaBox"], page["/Resources"]
        paper.save(out := BytesIO())
    made = join({"a": out.getvalue()})
    assert pdf_texts(made) == ["a", "b"]


def test_equal_streams_are_one_and_others_are_not():
    whole = Pdf.new()
    font = {"/Type": Name.FontDescriptor, "/FontName": Name.A}

    def page(content: bytes, **said: object) -> Dictionary:
        file = whole.make_stream(content, {f"/{name}": value for name, value in said.items()})
        described = whole.make_indirect(Dictionary({**font, "/FontFile2": file}))
        drawn = whole.make_indirect(Dictionary(Type=Name.Font, FontDescriptor=described))
        return Dictionary(F1=drawn)

    fonts = [page(b"a", Length1=1), page(b"a", Length1=1), page(b"a", Length1=2), page(b"b")]
    for each in fonts:
        added = whole.add_blank_page()
        added.Resources = Dictionary(Font=each)
    share_objects(whole)
    numbers = [each.Resources.Font.F1.objgen for each in whole.pages]
    assert numbers[0] == numbers[1]
    assert len(set(numbers)) == 3
    files = [each.Resources.Font.F1.FontDescriptor.FontFile2 for each in whole.pages]
    assert [file.read_bytes() for file in files] == [b"a", b"a", b"a", b"b"]
    assert all(isinstance(file, Stream) for file in files)


def test_a_document_is_opened_anew_and_no_page_is_lost(monkeypatch: pytest.MonkeyPatch):
    pages = [f"p{n}" for n in range(7)]
    for at_once in (1, 3, 7, 8):
        monkeypatch.setattr(sys.modules["jingjin_forms.export.pdf"], "_PAGES", at_once)
        assert pdf_texts(pdf(*pages)) == pages


@needs_soffice
@pytest.mark.slow
def test_papers_of_one_form_share_their_fonts_and_look_as_before():
    forms = [
        BudgetEstimate.sample().model_copy(update={"plan_name": name})
        for name in ("數學素養", "鐵道與遊記", "讀書會", "程式設計", "籃球", "馨香", "閱讀")
    ]
    papers = [
        (f"{n}", Paper(f.to_bytes(), f.in_formats([".odt"])[".odt"])) for n, f in enumerate(forms)
    ]
    apart = dict(convert_in_turn(papers, ".pdf"))
    shared = dict(convert_in_turn(papers, ".pdf", shared_fonts=True))
    whole = join(shared)  # type: ignore[arg-type]
    assert len(whole) < 2 * max(map(len, shared.values()))
    pages = pdf_pages(whole)
    assert [bytes(page) for page in pages] == [
        bytes(page)
        for pdf in apart.values()
        for page in pdf_pages(pdf)  # type: ignore[arg-type]
    ]
