"""A tagged .odt is a form; one beside a tagged .docx is what that is filled to as .odt."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from jingjin_forms import get_form, read_document
from jingjin_forms.adopting import adopt
from jingjin_forms.batch import fill_many
from jingjin_forms.errors import FactsError, FileProblemError
from jingjin_forms.export import has_soffice
from jingjin_forms.export.libreoffice.soffice import VARIABLE
from jingjin_forms.forms.tagged.form import form_of, spec_of
from jingjin_forms.lint import lint
from jingjin_forms.word import compile_template
from jingjin_forms.word.docx.package import Package, read_zip
from jingjin_forms.word.odt_beside import odt_beside, why_not_beside

OURS = get_form("school_based/orid_feedback")
SCHOOL = {"學校名稱": "花蓮縣甲國小"}


@pytest.fixture
def no_soffice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "/nothing")


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """An .odt of one's own, beside no .docx."""
    return Path(shutil.copy(OURS.template_path().with_suffix(".odt"), tmp_path / "我的表.odt"))


def undated(odt: Path, *changes: tuple[str, str]) -> None:
    """Save an .odt as LibreOffice does, which says of no .docx that it was made of it."""
    parts = read_zip(odt)
    for before, after in changes:
        assert before.encode() in parts["content.xml"]
        parts["content.xml"] = parts["content.xml"].replace(before.encode(), after.encode())
    odt.write_bytes(Package(parts).assemble(()))


@pytest.mark.usefixtures("no_soffice")
def test_an_odt_is_a_form(own: Path):
    form = form_of(own)
    assert form is get_form(str(own))
    assert (form.key, form.title) == ("我的表.odt", "我的表")
    assert form.spec.fields == spec_of(OURS.template_path()).fields  # type: ignore[attr-defined]
    made = form.load(SCHOOL)
    assert list(made.check()) == []
    written = made.save(own.with_name("填.odt")).read_bytes()
    assert written == made.to_bytes() == compile_template(own).render(made.context())
    for suffix in (".docx", ".pdf"):
        told = rf"我的表\.odt」是 \.odt，不能存成 {suffix}：請存成 \.odt，或把範本.*另存成 \.docx"
        with pytest.raises(FileProblemError, match=told):
            made.save(own.with_name(f"填{suffix}"))


@pytest.mark.usefixtures("no_soffice")
def test_its_commands(jingjin: Any, own: Path):
    folder = own.parent
    assert "學校名稱" in jingjin("show", "我的表.odt").out
    assert jingjin("new", "我的表.odt", "-o", "facts.yaml").code == 0
    assert jingjin("check", "facts.yaml").code == 0
    assert "已產生 facts.odt" in jingjin("fill", "facts.yaml").out
    assert jingjin("new", "我的表.odt", "-o", "空白.odt").code == 0
    assert (folder / "空白.odt").read_bytes() == (folder / "facts.odt").read_bytes()
    (folder / "名冊.csv").write_text("學校名稱\n花蓮縣甲國小\n", encoding="utf-8")
    assert jingjin("batch", "名冊.csv", "--form", "我的表.odt").code == 0
    [made] = (folder / "out").iterdir()
    assert made.suffix == ".odt"
    assert made.read_bytes() == form_of(own).load(SCHOOL).to_bytes()
    for option in ("--also=pdf", "--merge=全部.pdf"):
        told = jingjin("batch", "名冊.csv", "--form", "我的表.odt", option).err
        assert f"是 .odt，產生的也是 .odt，不能用 {option.partition('=')[0]}" in told


@pytest.mark.usefixtures("no_soffice")
def test_names_of_what_a_batch_makes_of_it(own: Path, tmp_path: Path):
    report = fill_many(own, [SCHOOL], tmp_path / "out", name="{學校名稱}.odt")
    assert [row.file for row in report] == ["花蓮縣甲國小.odt"]
    with pytest.raises(FactsError, match=r"範本是 \.odt，產生的也是 \.odt"):
        fill_many(own, [SCHOOL], tmp_path / "out", name="{學校名稱}.docx")


@pytest.mark.usefixtures("no_soffice")
def test_beside_a_word_file_with_the_same_tags(jingjin: Any, own: Path):
    docx = Path(shutil.copy(OURS.template_path(), own.with_suffix(".docx")))
    undated(own, ("教師", "老師"))
    assert (odt_beside(docx), why_not_beside(docx)) == (own, "")
    made = form_of(docx).load(SCHOOL)
    assert made.save(docx.with_name("填.odt")).read_bytes() == made.to_bytes(own)
    (own.parent / "名冊.csv").write_text("學校名稱\n花蓮縣甲國小\n", encoding="utf-8")
    done = jingjin("batch", "名冊.csv", "--form", "我的表.docx", "--also", "odt")
    assert (done.code, done.err) == (0, "")
    assert len([*(own.parent / "out").iterdir()]) == 2


@pytest.mark.usefixtures("no_soffice")
def test_beside_a_word_file_with_other_tags(jingjin: Any, own: Path):
    docx = Path(shutil.copy(OURS.template_path(), own.with_suffix(".docx")))
    undated(own, ("學校名稱", "校名"))
    assert odt_beside(docx) is None
    told = "（少了 {{ 學校名稱.縣市"
    assert told in why_not_beside(docx)
    (own.parent / "名冊.csv").write_text("學校名稱\n花蓮縣甲國小\n", encoding="utf-8")
    done = jingjin("batch", "名冊.csv", "--form", "我的表.docx", "--also", "odt")
    assert done.code == 1
    assert done.err.index(told) < done.err.index(VARIABLE)  # then LibreOffice is asked for
    own.unlink()
    assert (
        "旁邊沒有「我的表.odt」"
        in jingjin("batch", "名冊.csv", "--form", "我的表.docx", "--also", "odt").err
    )


@pytest.mark.usefixtures("no_soffice")
def test_what_is_filled_of_it_is_read_by_the_word_file_beside(own: Path):
    shutil.copy(OURS.template_path(), own.with_suffix(".docx"))
    filled = OURS.sample().save(own.with_name("填.docx"))
    read = read_document(filled, form_of(own))
    assert read.facts == read_document(filled, form_of(own.with_suffix(".docx"))).facts
    assert read.facts["學校名稱"]


@pytest.mark.usefixtures("no_soffice")
def test_it_is_looked_over_as_the_word_file_that_it_was_made_of(own: Path):
    docx = Path(shutil.copy(OURS.template_path(), own.with_suffix(".docx")))
    assert lint(own) == lint(docx)
    undated(own)  # with the same tags still, and styles of its own
    assert odt_beside(docx) == own
    for beside in (docx.read_bytes(), b"no zip"):
        docx.write_bytes(beside)
        with pytest.raises(FileProblemError, match=VARIABLE):
            lint(own)
    shutil.copy(OURS.template_path().with_suffix(".odt"), own)
    with pytest.raises(FileProblemError, match=VARIABLE):
        lint(own)


def test_adopting_replaces_no_odt(jingjin: Any, own: Path):
    """A person may have typed tags in it, which are found again in a .docx only."""
    before = own.read_bytes()
    form_of(own).blank().save(own.with_name("空白.odt"))
    told = jingjin("adopt", "空白.odt", "-o", "我的表.odt", "--overwrite")
    assert (told.code, "「我的表.odt」已經有了" in told.err) == (1, True)
    assert "要是 .docx" in jingjin("adopt", "空白.odt", "-o", "新.odt", "--translate").err
    assert own.read_bytes() == before


@pytest.mark.slow
@pytest.mark.skipif(not has_soffice(), reason="LibreOffice is not installed")
def test_read_looked_over_and_adopted_by_libreoffice(own: Path, tmp_path: Path):
    form = form_of(own)
    filled = OURS.sample().save(tmp_path / "填.odt")
    read = read_document(filled, form)
    assert read.doubts == ()
    assert read.facts["學校名稱"]
    assert lint(own) == ()
    with pytest.raises(FileProblemError, match="逐頁檢查只有"):
        lint(own, pages=True)
    blank = OURS.blank().save(tmp_path / "空白.odt")
    adopted = adopt(blank)
    word, odt = adopted.save(tmp_path / "新.docx"), adopted.save(tmp_path / "新.odt")
    assert odt_beside(word) == odt
    assert spec_of(odt).fields == spec_of(word).fields
