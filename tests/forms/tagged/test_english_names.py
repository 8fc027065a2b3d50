"""English names in a tagged Word file and its description: what labels do, they do."""

from pathlib import Path

import pytest

from jingjin_forms import JingjinError, form_of, read_document
from jingjin_forms.forms.describe import describe
from jingjin_forms.forms.form import Form
from jingjin_forms.lint import lint
from tests.docs.running import write_word
from tests.helpers import docx_text

LABELS = """\
{{ 學年度 }}學年度：{{ 學校名稱 }}（{{ 學校名稱.簡稱 }}）{{ 電話 }}
| 項目 | 單價 | 數量 | 總價 |
| {%tr for 列 in 經費項目 %} |
| {{ 列.項目 }} | {{ 列["單價"] }} | {{ 列.數量 }} | {{ 列.總價 }} |
| {%tr endfor %} |
{{ 經費項目|map(attribute="項目")|join("、") }}\
 雜支 {{ 雜支|元 }} 合計 {{ 合計 }} 備忘 {{ 備忘 }}
"""
NAMES = """\
{{ school_year }}學年度：{{ school }}（{{ school.short_name }}）{{ phone }}
| 項目 | 單價 | 數量 | 總價 |
| {%tr for 列 in lines %} |
| {{ 列.item }} | {{ 列["unit_price"] }} | {{ 列.quantity }} | {{ 列.total }} |
| {%tr endfor %} |
{{ lines|map(attribute="item")|join("、") }}\
 雜支 {{ miscellaneous|元 }} 合計 {{ total }} 備忘 {{ 備忘 }}
"""
IN_LABELS = """\
標題: 經費表
欄位:
  經費項目: {列數: 3, 欄位: {總價: {計算: 單價 × 數量}}}
  小計: {計算: 經費項目.總價 的合計}
  合計: {計算: 合計 = 小計 + 雜支}
規則:
  - {欄位: 合計, 上限: 雜支 × 5, 條文: 雜支的五倍為限。}
  - {欄位: 經費項目.單價, 上限: 100, 當: 項目 含 印刷, 條文: 印刷費單價以 100元為限。}
  - {欄位: 經費項目.單價, 上限: 900, 當: 雜支 >= 1, 條文: 有雜支的單價以 900元為限。}
  - {欄位: 雜支, 比例: 6%, 基準: 小計, 條文: 雜支以小計之 6%為限。}
"""
IN_NAMES = """\
標題: 經費表
欄位:
  lines: {列數: 3, 欄位: {total: {計算: unit_price × quantity}}}
  subtotal: {計算: lines.total 的合計}
  total: {計算: total = subtotal + miscellaneous}
規則:
  - {欄位: total, 上限: miscellaneous × 5, 條文: 雜支的五倍為限。}
  - {欄位: lines.unit_price, 上限: 100, 當: item 含 印刷, 條文: 印刷費單價以 100元為限。}
  - {欄位: lines.unit_price, 上限: 900, 當: miscellaneous >= 1, 條文: 有雜支的單價以 900元為限。}
  - {欄位: miscellaneous, 比例: 6%, 基準: subtotal, 條文: 雜支以小計之 6%為限。}
"""
FACTS = {
    "school": "花蓮縣宜昌國小",
    "school_year": 113,
    "電話": "03-8",
    "lines": [
        {"item": "印刷費", "unit_price": 120, "quantity": 10},
        {"項目": "講師費", "單價": 1000, "數量": 1},
    ],
    "miscellaneous": 200,
}


def made(folder: Path, template: str, description: str = "") -> type[Form]:
    folder.mkdir()
    write_word(folder / "我的表.docx", template)
    if description:
        (folder / "我的表.yaml").write_text(description, encoding="utf-8")
    return form_of(folder / "我的表.docx")


@pytest.mark.parametrize("description", [("", ""), (IN_LABELS, IN_NAMES), (IN_LABELS, IN_LABELS)])
def test_the_same_form_by_labels_and_by_names(tmp_path: Path, description: tuple[str, str]):
    one = made(tmp_path / "1", LABELS, description[0])
    two = made(tmp_path / "2", NAMES, description[1])
    assert [f.title for f in one.model_fields.values()] == [
        f.title for f in two.model_fields.values()
    ]
    assert [*map(str, describe(one))] == [*map(str, describe(two))]
    first, second = one.load(FACTS), two.load(FACTS)
    texts = docx_text(first.to_bytes())
    assert docx_text(second.to_bytes()) == texts
    assert texts[0] == "113學年度：花蓮縣宜昌國小（宜昌國小）03-8"
    assert texts[-1].startswith("印刷費、講師費")
    assert "雜支 200 合計 2,400 備忘" in texts[-1]
    told = [(f.where, f.path, f.message) for f in first.check()]
    assert len(told) == (4 if description[0] else 0)
    assert [(f.path, f.code) for f in first.check()] == [(f.path, f.code) for f in second.check()]
    assert lint(tmp_path / "2" / "我的表.docx") == lint(tmp_path / "1" / "我的表.docx")


def test_it_is_read_back_under_labels(tmp_path: Path):
    form = made(tmp_path / "1", NAMES.replace('{{ lines|map(attribute="item")|join("、") }}', ""))
    filled = form.load(FACTS)
    reading = read_document(filled.to_bytes(), form)
    assert reading.facts["經費項目"][0]["單價"] == "120"
    assert reading.facts["學校名稱"] == "花蓮縣宜昌國小"
    assert reading.form().model_dump() == filled.model_dump()


def test_a_name_beside_its_label_or_of_several_labels_is_a_label_of_its_own(tmp_path: Path):
    form = made(tmp_path / "1", "{{ 姓名 }} {{ name }} {{ period }} {{ 我的 }}\n")
    titles = [field.title for field in form.model_fields.values()]
    assert titles == ["姓名", "name", "period", "我的"]
    filled = form.load({"姓名": "王大明", "name": "Wang", "period": "x", "我的": "y"})
    assert docx_text(filled.to_bytes()) == ["王大明 Wang x y"]


def test_a_name_that_nothing_has_is_told_at_its_line(tmp_path: Path):
    with pytest.raises(JingjinError) as caught:
        made(
            tmp_path / "1",
            NAMES,
            "欄位:\n  lines:\n    欄位:\n      total: {計算: unit_prise × 2}\n",
        )
    (problem,) = caught.value.problems  # type: ignore[attr-defined]
    assert problem.where.startswith("第 4 行")
    assert "unit_prise" in problem.message
