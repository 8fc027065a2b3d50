"""How a form looks: pages as pictures, and what a notebook shows."""

import re
import sys
from base64 import b64decode
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from jingjin_forms.checks import Finding, Severity
from jingjin_forms.errors import FileProblemError
from jingjin_forms.export import has_soffice, notebook, pdf_pages
from jingjin_forms.programmes.school_based.forms.budget_estimate import BudgetEstimate
from tests.helpers import docx_text

needs_soffice = pytest.mark.skipif(not has_soffice(), reason="LibreOffice is not installed")


@pytest.fixture
def budget() -> BudgetEstimate:
    return BudgetEstimate.sample()


@pytest.fixture
def without_soffice(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(notebook, "has_soffice", lambda: False)


def inside_out(html: str) -> str:
    return re.sub(r"<[^>]*>", "", html)


@needs_soffice
class TestPictures:
    def test_pages(self, budget: BudgetEstimate):
        (page,) = budget.preview(60)
        picture = Image.open(BytesIO(page))
        assert (picture.format, picture.size) == ("PNG", (497, 702))
        assert len(set(picture.convert("L").tobytes())) > 2  # not an empty page

    def test_a_notebook_shows_them(self, budget: BudgetEstimate):
        html = budget._repr_html_()
        pictures = re.findall(r'src="data:image/png;base64,([^"]+)"', html)
        assert len(pictures) == 1
        assert b64decode(pictures[0]).startswith(b"\x89PNG")
        assert "沒有發現問題" in html

    def test_without_pypdfium2(self, budget: BudgetEstimate, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.setitem(sys.modules, "pypdfium2", None)
        html = budget._repr_html_()
        assert "pip install pypdfium2" in html
        assert "花蓮縣晨曦國小" in html  # mammoth's


def test_without_pypdfium2(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(FileProblemError, match="pip install pypdfium2"):
        pdf_pages(b"")


@pytest.mark.parametrize("dpi", [0, -1, 19, 601])
def test_a_resolution_out_of_reason(dpi: int):
    with pytest.raises(FileProblemError, match="解析度"):
        pdf_pages(b"", dpi)


@pytest.mark.usefixtures("without_soffice")
class TestText:
    def test_all_of_the_text_is_there(self, budget: BudgetEstimate):
        html = budget._repr_html_()
        shown = "".join(inside_out(html).split())
        for text in docx_text(budget.to_bytes()):
            assert "".join(text.split()) in shown
        assert html.count("<table>") == 2
        assert "<img" not in html

    def test_findings_stand_beside_it(self):
        budget = BudgetEstimate.sample().model_copy(update={"miscellaneous": 9999})
        findings = budget.check()
        assert findings
        html = budget._repr_html_()
        for finding in findings:
            assert finding.message in html
            assert not finding.clause or finding.clause.text in html
        assert f"檢核：{len(findings)} 項" in html

    def test_how_the_text_is_read_stands_beside_it(self):
        found = Finding(Severity.WARNING, "「雜支」", "太多", note="含<雜支>")
        html = notebook.form_html([found], lambda _: [], BudgetEstimate.sample().to_bytes)
        assert "說明：含&lt;雜支&gt;" in html

    def test_what_the_facts_hold_stays_text(self):
        given = '<script>alert("x")</script>&amp;'
        update = {"plan_name": given, "miscellaneous": 9999}
        html = BudgetEstimate.sample().model_copy(update=update)._repr_html_()
        assert "<script" not in html
        assert "&lt;script&gt;" in html

    def test_what_cannot_be_printed_is_told(self):
        form = BudgetEstimate.blank()
        vars(form)["plan_name"] = "甲\x00"  # past all that reads facts
        assert "計畫名稱" in form._repr_html_()

    def test_without_mammoth(self, budget: BudgetEstimate, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.setitem(sys.modules, "mammoth", None)
        assert "jingjin-forms[look]" in budget._repr_html_()


def test_a_failing_soffice_leaves_the_text(
    budget: BudgetEstimate, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    monkeypatch.setenv("JINGJIN_SOFFICE", sys.executable)
    html = budget._repr_html_()
    assert "無法轉成 .pdf" in html
    assert "花蓮縣晨曦國小" in html
