"""A tagged Word file with a description is an ordinary form: loaded, checked, filled."""

import pickle
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from jingjin_forms import FactsError, fill_many, form_of, write_roster
from jingjin_forms.checks import Severity
from jingjin_forms.facts.labels import figures_of
from jingjin_forms.forms.describe import describe
from jingjin_forms.forms.form import Form
from jingjin_forms.forms.skeleton import yaml_skeleton
from tests.docs.running import write_word
from tests.forms.tagged.descriptions import BUDGET, BUDGET_TEMPLATE
from tests.helpers import docx_text

SCHOOL = "花蓮縣吉安鄉晨曦國民小學"
Make = Callable[..., type[Form]]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    def made(template: str, description: str, name: str = "我的表") -> type[Form]:
        write_word(tmp_path / f"{name}.docx", template)
        (tmp_path / f"{name}.yaml").write_text(description, encoding="utf-8")
        return form_of(tmp_path / f"{name}.docx")

    return made


@pytest.fixture
def budget(make: Make) -> type[Form]:
    return make(BUDGET_TEMPLATE, BUDGET)


def facts(**more: Any) -> dict[str, Any]:
    lines = [
        {"項目": "印刷費", "單價": 100, "數量": 10},
        {"項目": "講師費", "單價": 1000, "數量": "1.5"},
    ]
    return {"學校名稱": SCHOOL, "學年度": 113, "雜支": 150, "經費項目": lines, **more}


def test_what_the_description_says_of_the_form(budget: type[Form]):
    assert (budget.title, budget.annex) == ("讀書會經費表", "附件三")
    assert {*figures_of(budget)} == {"小計", "合計", "合計大寫"}
    rows = {row.label.strip("　"): row.instruction for row in describe(budget)}
    assert rows["總價"] == rows["合計"] == "自動計算"
    assert [rule.number for rule in budget.rules] == ["R01", "R02", "R03", "R04", "R04", "R05"]


def test_figures_are_worked_out_and_printed(budget: type[Form]):
    filled = budget.load(facts())
    text = docx_text(filled.to_bytes())
    assert "雜支 150 合計 2,650 大寫 貳仟陸佰伍拾元整" in text
    assert text.count("1,500") == 1
    assert filled.check() == ()


def test_the_printed_rows_stay(budget: type[Form]):
    blank = docx_text(budget.blank().to_bytes())
    assert blank.count("") == 4 * 4  # four rows of four cells
    assert "雜支  合計  大寫 " in blank
    many = budget.load(facts(經費項目=[{"項目": f"第{n}項"} for n in range(7)]))
    assert "第6項" in docx_text(many.to_bytes())


@pytest.mark.parametrize("given", ["2650", "2,650", 2650, "貳仟陸佰伍拾元整"])
def test_a_figure_that_was_given_is_checked(budget: type[Form], given: object):
    assert budget.load(facts(合計=given)).check() == ()


def test_a_figure_that_was_given_is_never_trusted(budget: type[Form]):
    filled = budget.load(facts(合計="2,000"))
    (finding,) = filled.check()
    assert str(finding) == "[錯誤] 「合計」：填的是 2,000，依其他欄位算出是 2,650，紙上印後者。"
    assert "2,650" in "".join(docx_text(filled.to_bytes()))


def test_a_figure_in_a_row_is_checked_too(budget: type[Form]):
    line = {"項目": "印刷費", "單價": 100, "數量": 10, "總價": 999}
    (finding,) = budget.load(facts(經費項目=[line], 雜支="")).check()
    assert finding.path == ("經費項目", 0, "總價")
    alone = [{"項目": "印刷費", "總價": 999}]
    with pytest.raises(FactsError, match="第 1 項「總價」：填的是「999」，缺單價、數量，無法核算"):
        budget.load(facts(經費項目=alone))


def test_whole_dollars_or_nothing(budget: type[Form]):
    line = {"項目": "印刷費", "單價": 15, "數量": "1.5"}
    message = r"第 1 項：總價 = 單價 × 數量 ＝ 22.5，不是整數元"
    with pytest.raises(FactsError, match=message):
        budget.load(facts(經費項目=[line]))


@pytest.mark.parametrize(
    ("more", "rules"),
    [
        ({}, []),
        ({"雜支": 151}, ["R02"]),
        ({"經費項目": [{"項目": "印刷費", "單價": 101, "數量": 1}], "雜支": 0}, ["R03"]),
        ({"經費項目": [{"項目": "講師費", "單價": 5000, "數量": 1}], "雜支": 0}, []),
        ({"經費項目": [{"項目": "講師費", "單價": 5001, "數量": 1}], "雜支": 0}, ["R01"]),
        ({"經費項目": []}, ["R04"]),
        ({"經費項目": [{"項目": "甲"}] * 21}, ["R04"]),
    ],
)
def test_rules_at_the_limit_and_one_over(
    budget: type[Form], more: dict[str, Any], rules: list[str]
):
    assert [finding.rule for finding in budget.load(facts(**more)).check()] == rules


def test_a_finding_says_its_clause_and_weight(budget: type[Form]):
    (finding,) = budget.load(facts(雜支=151)).check()
    assert finding.severity is Severity.WARNING
    assert finding.message == "雜支 151 元，上限是小計 2,500 元之 6%（150 元），超過 1 元"
    assert str(finding.clause) == (
        "範例縣113學年度讀書會實施計畫（府教字第1130000001號，113年3月1日發布） 四："
        "「雜支以小計之 6%為限。」"
    )


@pytest.mark.parametrize(("day", "late"), [(15, []), (16, ["R05"])])
def test_the_deadline(budget: type[Form], day: int, late: list[str]):
    found = budget.load(facts()).check(date(2024, 3, day))
    assert [finding.rule for finding in found] == late


def test_papers_of_another_year_are_only_reminded(budget: type[Form]):
    other = budget.load(facts(學年度=114, 雜支=5000)).check(date(2025, 3, 20))
    assert other[0].code == "another_year"
    assert {finding.severity for finding in other} == {Severity.WARNING}
    assert "R05" not in {finding.rule for finding in other}  # that day was of the other year


def test_without_a_tag_for_the_year_its_text_counts(make: Make):
    description = "學年度: 113\n規則:\n  - {截止: 113年3月15日, 條文: 甲}\n"
    form = make("{{ 姓名 }}", description)
    found = form.load({"姓名": "王"}).check(date(2024, 3, 16))
    assert [finding.rule for finding in found] == ["R01"]


def test_skeleton_roster_and_batch(budget: type[Form], tmp_path: Path):
    skeleton = yaml_skeleton(budget)
    assert "合計" not in skeleton.split("\n", 3)[3]
    assert "雜支" in skeleton
    write_roster(budget, tmp_path / "名冊.xlsx")
    rows = [facts(), facts(學校名稱="別的國小", 雜支=151), {"學校名稱": SCHOOL, "雜支": "很多"}]
    report = fill_many(budget, rows, tmp_path / "out")
    assert [bool(result.file) for result in report] == [True, True, False]
    assert [len(result.findings) for result in report] == [0, 1, 0]


def test_pickled_it_is_found_again(budget: type[Form]):
    filled = budget.load(facts())
    assert pickle.loads(pickle.dumps(filled)) == filled


def test_a_changed_description_makes_another_form(make: Make):
    assert make("{{ 姓名 }}", "標題: 甲\n").title == "甲"
    assert make("{{ 姓名 }}", "標題: 乙乙\n").title == "乙乙"


def test_kinds_options_and_what_must_be_filled(make: Make):
    description = """\
欄位:
  人數: 整數
  方式: {選項: [線上, 實體], 可複選: 是}
  地點: {選項: [校內, 校外]}
  電話: {必填: 是, 說明: 含分機}
"""
    form = make("{{ 人數 }} {{ 方式 }} {{ 地點 }} {{ 電話 }}", description)
    filled = form.load({"人數": "30", "方式": "實體、線上", "地點": "校內", "電話": "1"})
    assert "".join(docx_text(filled.to_bytes())) == "30 線上、實體 校內 1"
    with pytest.raises(FactsError) as refused:
        form.load({"人數": "幾個", "方式": "郵寄", "地點": "外"})
    assert [problem.path[0] for problem in refused.value.problems] == [
        "人數",
        "方式",
        "地點",
        "電話",
    ]
    instructions = {row.label: row.instruction for row in describe(form)}
    assert instructions["電話"] == "必填；含分機"


def test_the_sums_follow_a_formula_of_ones_own(make: Make):
    """Where 總價 has another formula, 小計, 合計 and 總計 still follow."""
    template = BUDGET_TEMPLATE.replace("{{ 列.數量 }}", "{{ 列.數量 }}×{{ 列.天數 }}")
    description = "欄位:\n  經費項目: {欄位: {天數: 整數, 總價: {計算: 單價 × 數量 × 天數}}}\n"
    form = make(template.replace("合計大寫", "總計"), description)
    lines = [{"單價": 100, "數量": 2, "天數": 3}, {"單價": 10, "數量": 1, "天數": 1}]
    text = "".join(
        docx_text(form.load({"學校名稱": SCHOOL, "雜支": 5, "經費項目": lines}).to_bytes())
    )
    assert "合計 615 大寫 陸佰壹拾伍元整" in text


def test_conditions_windows_lengths_and_equal_figures(make: Make):
    description = """\
學年度: 113
欄位:
  申辦情形: {選項: [新辦, 續辦]}
  日期: 民國日期
  核定: 元
  實支: 元
規則:
  - {欄位: 成果, 必填: 是, 當: 申辦情形 = 續辦, 條文: 甲}
  - {欄位: 成果, 免填: 是, 當: 申辦情形 = 新辦, 條文: 甲}
  - {欄位: 日期, 期間: 學年度, 條文: 乙}
  - {欄位: 成果, 字數: 2-5, 條文: 丙}
  - {欄位: 實支, 相等: 核定, 條文: 丁}
  - {欄位: 核定, 上限: 人數 × 100, 條文: 戊}
  - {欄位: 核定, 下限: 50, 條文: 己}
"""
    form = make(
        "{{ 申辦情形 }}{{ 日期 }}{{ 核定 }}{{ 實支 }}{{ 成果 }}{{ 人數|整數 }}", description
    )

    def rules(**given: Any) -> list[str]:
        return [finding.rule for finding in form.load(given).check()]

    assert rules(申辦情形="續辦") == ["R01"]
    assert rules(申辦情形="續辦", 成果="很好") == []
    assert rules(申辦情形="新辦", 成果="很好") == ["R02"]
    assert rules(日期="113年8月1日") == rules(日期="114年7月31日") == []
    assert rules(日期="113年7月31日") == rules(日期="114年8月1日") == ["R03"]
    assert rules(成果="好") == rules(成果="好 好好好好好") == ["R04"]
    assert rules(實支=100, 核定=101) == ["R05"]
    assert rules(核定=100, 人數=1) == []
    assert rules(核定=101, 人數=1) == ["R06"]
    assert rules(核定=49) == ["R07"]
