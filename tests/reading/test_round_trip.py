"""What we print is read back: the facts that were given, or such as print the same."""

from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from jingjin_forms import BudgetEstimate, OridFeedback, ReadingError, form_of
from jingjin_forms.adopting import adopt
from jingjin_forms.forms.form import Form
from jingjin_forms.reading import Reading, read_document
from tests.helpers import docx_text
from tests.papers import PrintedPaper, papers

BLANKS = Path(__file__).parents[2] / "benchmarks" / "blanks" / "libreoffice_files"


def read(form: Form, folder: Path) -> Reading:
    path = folder / "填好的.docx"
    path.write_bytes(form.to_bytes())
    return read_document(path, type(form))


@pytest.mark.parametrize("paper", papers(), ids=str)
def test_every_paper_prints_the_same_from_what_is_read(paper: PrintedPaper, tmp_path: Path):
    sample = paper.sample()
    reading = read(sample, tmp_path)
    assert reading.form_class is type(sample)
    assert not reading.doubts
    assert not reading.changes
    again = reading.form()
    assert docx_text(again.to_bytes()) == docx_text(sample.to_bytes())
    stated = [f for f in again.check() if "紙上印後者" in f.message]
    assert not stated


@pytest.mark.parametrize("paper", papers(), ids=str)
def test_a_blank_paper_says_nothing(paper: PrintedPaper, tmp_path: Path):
    blank = paper.blank()
    reading = read(blank, tmp_path)
    years = {"學年度", "年度", "甘特圖學年度"}
    printed = {"指導單位", "主辦單位", "餘款繳回方式", "計畫別"}  # printed filled in
    assert not reading.doubts
    assert set(reading.facts) <= years | printed | {"執行期程"}


WORDS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs")), max_size=40)
PLAIN = WORDS.map(str.strip)
NOTE = PLAIN.filter(lambda text: not text or text.strip("_＿○ \u3000") != "")
"""What is printed as a line to write on is read as one."""


@settings(max_examples=60, deadline=None)
@given(
    lines=st.lists(
        st.tuples(
            st.sampled_from(["講師費", "印刷費", "交通費", "膳費", "場地費"]),
            st.integers(0, 9_999_999),
            st.integers(1, 999),
            st.sampled_from(["", "節", "人", "份"]),
            NOTE,
        ),
        max_size=40,
    ),
    name=PLAIN.filter(lambda text: text.strip("_＿○ \u3000年月日至元整()（）…:：．.") != ""),
    miscellaneous=st.none() | st.integers(0, 99_999),
)
def test_any_budget(lines, name, miscellaneous, tmp_path_factory: pytest.TempPathFactory):
    budget = BudgetEstimate(
        school="花蓮縣吉安鄉宜昌國民小學",
        school_year=112,
        plan_name=name,
        miscellaneous=miscellaneous,
        lines=[
            {"項目": item, "單價": price, "數量": count, "單位": unit, "說明": note}
            for item, price, count, unit, note in lines
        ],
    )
    again = read(budget, tmp_path_factory.mktemp("budget")).form()
    assert docx_text(again.to_bytes()) == docx_text(budget.to_bytes())
    assert again.total == budget.total


@settings(max_examples=60, deadline=None)
@given(texts=st.lists(st.lists(PLAIN, max_size=5).map("\n".join), min_size=4, max_size=4))
def test_any_text(texts, tmp_path_factory: pytest.TempPathFactory):
    labels = ("Objective", "Reflective", "Interpretive", "Decisional")
    given_facts = {"學校名稱": "花蓮縣宜昌國小", **dict(zip(labels, texts, strict=True))}
    form = OridFeedback.load(given_facts)
    reading = read(form, tmp_path_factory.mktemp("orid"))
    kept = {label: text for label, text in given_facts.items() if text.strip("_＿○ \u3000\n")}
    told = {label: text for label, text in reading.facts.items() if label in kept}
    assert told == {**kept, **told}
    assert told.keys() == kept.keys()


@pytest.mark.parametrize("blank", sorted(BLANKS.glob("*.docx")), ids=lambda path: path.stem)
def test_a_form_made_of_a_word_file(blank: Path, tmp_path: Path):
    template = tmp_path / "我的表.docx"
    adopt(blank).save(template)
    form = form_of(template)
    texts = [f for f in form.model_fields.values() if f.annotation is str]
    facts = {str(field.title): f"第{n}項的內容" for n, field in enumerate(texts)}
    filled = form.load(facts)
    assert read(filled, tmp_path).facts.items() >= facts.items()


def test_form_read_is_strict(tmp_path: Path):
    path = tmp_path / "經費概算表.docx"
    BudgetEstimate.sample().save(path)
    assert BudgetEstimate.read(path).total == BudgetEstimate.sample().total
    OridFeedback.blank().save(tmp_path / "空白.docx")
    with pytest.raises(ReadingError, match="學校名稱"):
        OridFeedback.read(tmp_path / "空白.docx")


def test_a_photograph_on_a_form_made_of_a_word_file(tmp_path: Path):
    document = Document()
    document.add_paragraph("學校名稱：{{ 學校名稱 }}")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "照片", "{{ 照片檔 }}"
    document.save(str(tmp_path / "我的表.docx"))
    content = BytesIO()
    Image.new("RGB", (60, 40), "red").save(content, "PNG")
    form = form_of(tmp_path / "我的表.docx")
    facts = read(form.load({"學校名稱": "宜昌國小", "照片檔": content.getvalue()}), tmp_path).facts
    with Image.open(BytesIO(facts["照片檔"])) as picture:
        assert picture.width > picture.height
