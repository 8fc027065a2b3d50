"""Papers converted together, beside what LibreOffice makes of each alone."""

import io
import threading
from collections import Counter
from pathlib import Path
from typing import Any

import numpy
import pikepdf
import pypdfium2
import pytest

from jingjin_forms import get_form
from jingjin_forms.export import convert, has_soffice
from jingjin_forms.export.pdf import same_pages
from jingjin_forms.export.proved import unproved
from jingjin_forms.export.together import Paper, lots, made_together
from jingjin_forms.forms.catalog import keys
from jingjin_forms.forms.form import Form
from jingjin_forms.programmes.school_based.forms.budget_estimate import BudgetEstimate
from tests.export.fake import MADE, Fake

needs_soffice = pytest.mark.skipif(not has_soffice(), reason="LibreOffice is not installed")


def alone(contents: list[bytes]) -> list[bytes]:
    made = unproved(contents, ".pdf", threading.Event())
    return [content for content in made if isinstance(content, bytes)]


def together(contents: list[bytes], odt: list[bytes] | None = None) -> list[bytes | str]:
    pairs = zip(contents, odt or [None] * len(contents), strict=True)
    made = dict(made_together([Paper(*pair) for pair in pairs]))
    return [made[n] for n in range(len(contents))]


def forms_of(key: str) -> list[Form]:
    """A form's samples, a blank, and twice with every list six times as long."""
    form = get_form(key)
    sample = form.sample()
    lists = {
        field.alias: getattr(sample, name) * 6
        for name, field in form.model_fields.items()
        if isinstance(getattr(sample, name), list)
    }
    long = sample.model_copy(update={label: rows for label, rows in lists.items() if rows})
    return [sample, form.blank(), long, sample, long, sample]


def filled(key: str) -> list[bytes]:
    return [paper.to_bytes() for paper in forms_of(key)]


def filled_odt(papers: list[Form]) -> list[bytes]:
    return [paper.in_formats([".odt"])[".odt"] for paper in papers]


def pictures(pdf: bytes) -> list[Any]:
    return [page.render(scale=1).to_numpy().astype(int) for page in pypdfium2.PdfDocument(pdf)]


def tags(pdf: bytes) -> Counter[str]:
    """What a screen reader finds, by kind; each must be where the tree says that it is."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        pages = {page.obj.objgen for page in document.pages}
        root = document.Root.StructTreeRoot
        found: Counter[str] = Counter()
        reached: set[Any] = set()

        def walk(element: Any, parent: Any) -> None:
            assert element.P.objgen == parent.objgen
            assert "/Pg" not in element or element.Pg.objgen in pages
            reached.add(element.objgen)
            found[str(element.S)] += 1
            kids = element.get("/K")
            for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
                if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                    walk(kid, element)

        for top in root.K:
            walk(top, root)
        numbered = list(root.ParentTree.Nums)
        for number, page in enumerate(document.pages):
            assert numbered[2 * page.StructParents] == page.StructParents == number
            elements = list(numbered[2 * number + 1])
            assert {element.objgen for element in elements} <= reached
        return found


def check_tags(one: bytes, other: bytes) -> None:
    """All but the paragraph that ends the paper, empty mostly, is there; where a paper begins and
    ends, a run of text may be told in two pieces."""
    assert (tags(one) - tags(other)).keys() <= {"/Span"}
    assert (tags(other) - tags(one)).total() <= 1


@needs_soffice
@pytest.mark.parametrize("as_odt", [pytest.param(False, marks=pytest.mark.slow), True])
def test_each_is_what_it_would_be_alone(as_odt: bool):
    schools = [
        "花蓮縣甲國小",
        "花蓮縣乙國小",
        "花蓮縣龘靐齉國小",
        "花蓮縣丁&<國小>國小",
        "花蓮縣戊國小",
    ]
    sample = BudgetEstimate.sample()
    papers: list[Form] = [sample.model_copy(update={"學校名稱": school}) for school in schools]
    papers.insert(2, sample.model_copy(update={"經費項目": sample.lines * 8}))
    papers.append(get_form("school_based/orid_feedback").sample())
    contents = [paper.to_bytes() for paper in papers]
    odt = filled_odt(papers) if as_odt else None
    ours = together(contents, odt)
    for one, other in zip(ours, alone(contents), strict=True):
        assert isinstance(one, bytes)
        assert same_pages(one, other)
        check_tags(one, other)
        assert all(
            numpy.array_equal(*pages) for pages in zip(pictures(one), pictures(other), strict=True)
        )
        assert len(one) < 1.1 * len(other)
        with pikepdf.open(io.BytesIO(one)) as left, pikepdf.open(io.BytesIO(other)) as right:
            for said in ("/Title", "/Author", "/Subject"):
                assert left.docinfo[said] == right.docinfo[said]
            with left.open_metadata() as a, right.open_metadata() as b:
                assert a["dc:title"] == str(left.docinfo["/Title"])
                assert a["pdfaid:part"] == b["pdfaid:part"] == "2"
            with left.open_outline() as a, right.open_outline() as b:
                assert [item.title for item in a.root] == [item.title for item in b.root]
    assert together(contents, odt) == ours


@needs_soffice
@pytest.mark.slow
def test_a_paper_that_would_stand_otherwise_alone(monkeypatch: pytest.MonkeyPatch):
    """The whole lot is made paper by paper."""
    contents = [BudgetEstimate.sample().to_bytes()] * lots._FEWEST
    monkeypatch.setattr(lots, "same_pages", lambda *_: False)
    made = together(contents)
    assert len(set(made)) == 1
    assert same_pages(
        str(made[0]).encode() if isinstance(made[0], str) else made[0], alone(contents[:1])[0]
    )


@pytest.mark.parametrize(("papers", "starts"), [("甲乙丙丁戊己庚", 2), ("甲乙丙丁戊", 1)])
def test_what_is_no_pdf_is_made_paper_by_paper_and_few_are_not_joined(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, papers: str, starts: int
):
    fake = Fake(tmp_path, monkeypatch)
    fake.does('for f; do make "$f"; done')
    contents = dict.fromkeys(papers, BudgetEstimate.sample().to_bytes())
    assert convert(contents, ".pdf") == dict.fromkeys(papers, MADE)
    assert fake.starts == starts


@needs_soffice
@pytest.mark.slow
@pytest.mark.parametrize("as_odt", [False, True])
def test_every_form_short_and_long(as_odt: bool, caplog: pytest.LogCaptureFixture):
    contents = {f"{key} {n}": c for key in keys() for n, c in enumerate(filled(key))}
    odt = [content for key in keys() for content in filled_odt(forms_of(key))]
    with caplog.at_level("INFO"):
        ours = together(list(contents.values()), odt if as_odt else None)
    # Where tables go over pages, LibreOffice breaks some otherwise, and some otherwise as .odt.
    assert caplog.text.count("改用別的方法") <= (4 if as_odt else 2)
    for name, one, other in zip(contents, ours, alone(list(contents.values())), strict=True):
        assert isinstance(one, bytes), name
        assert same_pages(one, other), name
        check_tags(one, other)
        assert len(one) < 1.1 * len(other), name
