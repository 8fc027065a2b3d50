"""A list that a tagged form prints as one text: `{{ 名冊|map(attribute="姓名")|join("、") }}`."""

from pathlib import Path
from typing import Any

import pytest

from jingjin_forms import Reading, form_of, read_document
from tests.word.build import docx, par

ROWS = "{% for 人 in 名冊 %}{{ 人.姓名 }}　{{ 人.職稱 }}；{% endfor %}"
NAMES = "名單：{{ 名冊|map(attribute='姓名')|join('、') }}"
ONE_TEXT = "清單印成一段文字，分不出每一項；沒有採用，請自己填。"


def people(*names: str) -> list[dict[str, str]]:
    return [{"姓名": name} for name in names]


def read_back(folder: Path, facts: dict[str, Any], *texts: str) -> Reading:
    (folder / "名單.docx").write_bytes(docx(*map(par, texts)))
    form = form_of(folder / "名單.docx")
    return read_document(form.load(facts).to_bytes(), form)


@pytest.mark.parametrize(
    "tag",
    [
        "名冊|map(attribute='姓名')|join('、')",
        "名冊|map(attribute='姓名')|list|join('、')",
        "名冊|map(attribute='姓名')|join(d=' / ')",
        "名冊|join('、', attribute='姓名')",
        "名冊|join('、', '姓名')",
        "名冊|map(attribute='姓名')|join('、') or '無'",
    ],
)
def test_its_items(tmp_path: Path, tag: str):
    facts = {"名冊": people("林雨青", "陳 一", "王二")}
    reading = read_back(tmp_path, facts, f"名單：{{{{ {tag} }}}}")
    assert (reading.facts, reading.doubts) == (facts, ())


@pytest.mark.parametrize("names", [(), ("林雨青",)])
def test_none_and_one(tmp_path: Path, names: tuple[str, ...]):
    reading = read_back(tmp_path, {"名冊": people(*names)}, NAMES)
    assert (reading.facts.get("名冊", []), reading.doubts) == (people(*names), ())


def test_a_list_of_texts(tmp_path: Path):
    reading = read_back(tmp_path, {"目標": ["讀寫", "運算"]}, "目標：{{ 目標|join('；') }}")
    assert (reading.facts, reading.doubts) == ({"目標": ["讀寫", "運算"]}, ())


@pytest.mark.parametrize(
    "tag",
    [
        "名冊|map(attribute='姓名')|join",
        "名冊|map(attribute='姓名')|join(' ')",
        "名冊|sort(attribute='姓名')|map(attribute='姓名')|join('、')",
        "名冊|map(attribute='姓名')|first",
    ],
)
def test_what_cannot_be_told_apart_is_for_a_person(tmp_path: Path, tag: str):
    reading = read_back(tmp_path, {"名冊": people("林雨青", "王二")}, f"名單：{{{{ {tag} }}}}")
    assert reading.facts == {}
    assert [(doubt.path, doubt.why) for doubt in reading.doubts] == [(("名冊",), ONE_TEXT)]
    whole = read_back(tmp_path, {"名冊": people("林雨青", "王二")}, f"{{{{ {tag} }}}}", ROWS)
    assert (whole.facts, whole.doubts) == ({"名冊": people("林雨青", "王二")}, ())


@pytest.mark.parametrize("texts", [(NAMES, ROWS), (ROWS, NAMES)])
def test_rows_say_what_a_name_with_the_same_sign_is(tmp_path: Path, texts: tuple[str, str]):
    names = people("林雨青", "阿里、巴巴", "林雨青")
    reading = read_back(tmp_path, {"名冊": names}, *texts)
    assert (reading.facts, reading.doubts) == ({"名冊": names}, ())


def test_a_text_that_says_something_else_than_the_rows(tmp_path: Path):
    (tmp_path / "名單.docx").write_bytes(docx(par(NAMES), par(ROWS)))
    changed = docx(par("名單：林雨青、王三"), par("林雨青　；王二　；"))
    reading = read_document(changed, form_of(tmp_path / "名單.docx"))
    assert reading.facts == {"名冊": people("林雨青", "王二")}
    (doubt,) = reading.doubts
    assert (doubt.found, doubt.why) == ("林雨青、王三", "和清單各列的內容不同，採用各列的。")
