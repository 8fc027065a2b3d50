"""A description whose form varies another: only what it says is changed, and that is listed."""

import pickle
from pathlib import Path
from typing import Any

import pytest

from jingjin_forms import BudgetEstimate, FactsError, form_of
from jingjin_forms.forms.catalog import keys
from jingjin_forms.forms.form import Form
from jingjin_forms.forms.listing import list_forms
from jingjin_forms.forms.skeleton import yaml_skeleton
from tests.docs.running import write_word
from tests.helpers import TEMPLATES, docx_text

SCHOOL = "花蓮縣吉安鄉晨曦國民小學"
TEMPLATE = """\
{{ 學年度 }}學年度 {{ 學校名稱 }}經費表　承辦人 {{ 承辦人 }}
| 項目 | 單價 | 數量 | 總價 | 備註 |
| {%tr for 列 in 經費項目 %} |
| {{ 列.項目 }} | {{ 列.單價 }} | {{ 列.數量 }} | {{ 列.總價 }} | {{ 列.備註 }} |
| {%tr endfor %} |
合計 {{ 合計 }} 大寫 {{ 總計 }} 補助款 {{ 補助款 }}
"""
DESCRIPTION = """\
依據: school_based/budget_estimate
標題: 本校經費概算表
欄位:
  承辦人: {必填: 是}
  經費項目: {列數: 3, 欄位: {備註: {說明: 來源}}}
  補助款: {計算: 捨去(合計 × 90%)}
規則:
  - {編號: A09, 比例: 5%, 條文: 雜支以 5%為限。}
  - {編號: A01, 輕重: 錯誤}
  - {欄位: 承辦人, 字數: 3, 條文: 姓名不超過三字。}
去掉規則: [A11, E09]
"""


@pytest.fixture
def variant(tmp_path: Path) -> type[Form]:
    write_word(tmp_path / "我的表.docx", TEMPLATE)
    (tmp_path / "我的表.yaml").write_text(DESCRIPTION, encoding="utf-8")
    return form_of(tmp_path / "我的表.docx")


def facts(**more: Any) -> dict[str, Any]:
    lines = [{"項目": "講師費", "單價": 1000, "數量": 6, "備註": "外聘"}]
    return {"學校名稱": SCHOOL, "學年度": 112, "承辦人": "王大明", "經費項目": lines, **more}


def test_it_is_that_form_with_what_is_said(variant: type[Form]):
    assert issubclass(variant, BudgetEstimate)
    assert (variant.title, variant.annex) == ("本校經費概算表", BudgetEstimate.annex)
    assert variant.programme == BudgetEstimate.programme
    filled = variant.load(facts(雜支=301))
    assert filled.rescaled_to(3000).budget.total <= 3000
    text = "".join(docx_text(filled.to_bytes()))
    assert "合計 6,301 大寫 陸仟參佰零壹元整 補助款 5,670" in text
    assert "外聘" in text
    (finding,) = filled.check()
    assert finding.rule == "A09"
    assert finding.message == "雜支 301 元，上限是小計 6,000 元之 5%（300 元），超過 1 元"
    assert finding.clause is not None
    assert finding.clause.text == "雜支以 5%為限。"
    assert variant.load(facts(雜支=300)).check() == ()


def test_the_form_that_is_varied_is_left_as_it_was(variant: type[Form]):
    assert variant.model_fields.keys() - BudgetEstimate.model_fields.keys() == {"承辦人"}
    assert "plan_name" in BudgetEstimate.model_fields
    assert BudgetEstimate.sample().check() == ()


def test_what_has_changed_is_listed(variant: type[Form]):
    assert list(variant.changes) == [  # type: ignore[attr-defined]
        "新增欄位：承辦人（文字）",
        "改變欄位：經費項目，印 3 列",
        "新增欄位：經費項目.備註（文字）",
        "新增欄位：補助款（元，由 捨去(合計 × 90%) 算出）",
        "不再問（範本沒有印，計算與規則也用不到）：經費項目.單位、計畫名稱",
        "範本沒有印，但計算或規則要用，仍然要填：經費項目.說明、雜支",
        "改變規則 A01：[提醒] 合計不超過 30,000 元 → [錯誤] 合計不超過 30,000 元",
        "改變規則 A09：[錯誤] 雜支不超過小計 6% → [錯誤] 雜支不超過小計 5%",
        "去掉規則 A11：講師費以節數為數量單位",
        "去掉規則 E09：計畫名稱裡的學年度與表件的學年度相同",
        "新增規則 R03：承辦人不超過 3 字",
    ]


def test_what_no_tag_prints_is_not_asked_for(variant: type[Form]):
    assert "計畫名稱" not in yaml_skeleton(variant)
    with pytest.raises(FactsError, match="「計畫名稱」：沒有這個欄位"):
        variant.load(facts(計畫名稱="甲"))
    line = {"項目": "講師費", "單位": "節"}
    with pytest.raises(FactsError, match="第 1 項「單位」：沒有這個欄位"):
        variant.load(facts(經費項目=[line]))


def test_its_printed_rows(variant: type[Form]):
    blank = docx_text(variant.blank().to_bytes())
    assert blank.count("") >= 15
    assert len(docx_text(variant.load(facts()).to_bytes())) == len(blank)


def test_pickled_it_is_found_again(variant: type[Form]):
    filled = variant.load(facts())
    assert pickle.loads(pickle.dumps(filled)) == filled


def test_its_year_goes_by_the_texts_of_that_form(variant: type[Form]):
    (finding,) = variant.load(facts(學年度=120)).check()
    assert finding.code == "another_year"
    assert "花蓮縣112學年度學校本位進修實施計畫" in finding.message


def test_a_document_of_its_own(tmp_path: Path):
    write_word(tmp_path / "我的表.docx", TEMPLATE)
    description = "依據: school_based/budget_estimate\n學年度: 113\n文件: 本縣113學年度計畫\n"
    (tmp_path / "我的表.yaml").write_text(description, encoding="utf-8")
    form = form_of(tmp_path / "我的表.docx")
    assert form.rules == BudgetEstimate.rules
    assert form.load(facts(學年度=113)).check() == ()
    assert [finding.code for finding in form.load(facts()).check()] == ["another_year"]


def test_a_fact_of_it_that_is_worked_out_now(tmp_path: Path):
    write_word(tmp_path / "我的表.docx", TEMPLATE)
    description = (
        "依據: school_based/budget_estimate\n欄位:\n  補助款: 元\n  雜支: {計算: 捨去(小計 × 5%)}\n"
    )
    (tmp_path / "我的表.yaml").write_text(description, encoding="utf-8")
    filled = form_of(tmp_path / "我的表.docx").load(facts())
    assert "合計 6,300" in "".join(docx_text(filled.to_bytes()))


def test_whole_dollars_or_nothing(variant: type[Form], tmp_path: Path):
    description = DESCRIPTION.replace("捨去(合計 × 90%)", "合計 × 90%")
    (tmp_path / "我的表.yaml").write_text(description, encoding="utf-8")
    form = form_of(tmp_path / "我的表.docx")
    assert "補助款 5,400" in "".join(docx_text(form.load(facts()).to_bytes()))
    with pytest.raises(FactsError, match=r"補助款 = 合計 × 90% ＝ 5,400.9，不是整數元"):
        form.load(facts(雜支=1))


def test_another_tagged_file(tmp_path: Path, variant: type[Form]):
    write_word(tmp_path / "別張.docx", "{{ 學校名稱 }} {{ 合計 }} {{ 簽名 }}")
    (tmp_path / "別張.yaml").write_text("依據: 我的表.docx\n", encoding="utf-8")
    form = form_of(tmp_path / "別張.docx")
    assert issubclass(form, variant)
    assert form.rules == variant.rules
    filled = form.load(facts(簽名="王"))
    assert docx_text(filled.to_bytes()) == [f"{SCHOOL} 6,000 王"]


_NOTHING_TO_FILL = {"active_teaching/plan_overview", "active_teaching/subsidy_rates"}


_QUICK = "budget_estimate", "implementation_plan", "outcome_checklist", "session_result"
_KEYS = [
    pytest.param(key, marks=() if key.endswith(_QUICK) else pytest.mark.slow)
    for key in keys()
    if key not in _NOTHING_TO_FILL
]


@pytest.mark.parametrize("key", _KEYS)
def test_every_form_can_be_varied_with_its_own_template(key: str, tmp_path: Path):
    """Nothing is asked otherwise, nothing printed otherwise."""
    (base,) = (form for form in list_forms() if form.key == key)
    (tmp_path / "表.docx").write_bytes((TEMPLATES / f"{key}.docx").read_bytes())
    (tmp_path / "表.yaml").write_text(f"依據: {key}\n", encoding="utf-8")
    form = form_of(tmp_path / "表.docx")
    sample = base.sample()
    again = form.model_validate(
        {
            name: value
            for name, value in sample.model_dump(by_alias=True, exclude_unset=True).items()
            if name in {str(info.title) for info in form.model_fields.values()}
        },
        context={"folder": base.sample_path().parent},
    )
    assert again.to_bytes() == sample.to_bytes()
    assert form.blank().to_bytes() == base.blank().to_bytes()
    assert [str(finding) for finding in again.check()] == [str(f) for f in sample.check()]
