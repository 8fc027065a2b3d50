"""Rules of 花蓮縣 社群召集人增能研習: each at its limit, and one over."""

from datetime import date

import pytest

from jingjin_forms import FactsError, get_form
from jingjin_forms.checks import Severity
from jingjin_forms.programmes.leader_workshop import rules as leader_workshop
from tests.checks.case import Case, check, found, line, silent_rules

PLAN = "leader_workshop/workshop_plan"
BUDGET = "leader_workshop/workshop_budget"
SURVEY = "leader_workshop/workshop_survey"
RESULT = "leader_workshop/survey_result"
FORMS = (PLAN, BUDGET, SURVEY, RESULT)

NAMES = {form.rpartition("/")[2] for form in FORMS}
RULES = [rule for rule in leader_workshop.RULES if NAMES & {*rule.forms}]
"""Those of the forms; what a whole packet must keep is tested with the packets."""

WHEN = "辦理時間與場次"

CASES = [
    Case(
        "B04",
        BUDGET,
        {"經費來源": "由花蓮縣政府自行籌辦經費"},
        {"經費來源": "教育部補助"},
        "「經費來源」：沒有寫明由縣府自籌經費、不申請精進計畫補助",
    ),
    Case("B04", PLAN, {}, {"經費來源": ""}),
    Case("B04", BUDGET, {"經費來源": "", "經費項目": []}, {"經費來源": ""}),
    Case(
        "B05",
        PLAN,
        {WHEN: "114年5月30日辦理，共計1場次。"},
        {WHEN: "114年6月15日辦理，共計1場次。"},
        "「辦理時間與場次」：寫的是 114年6月15日，計畫暫訂 114年5月底",
    ),
    Case("B05", PLAN, {WHEN: "114年5月31日"}, {WHEN: "114年6月1日"}, "114年6月1日"),
    Case("B05", PLAN, {WHEN: "114年5月21日"}, {WHEN: "１１４年5月20日"}, "114年5月20日"),
    Case("B05", PLAN, {WHEN: "114年5月底"}, {WHEN: "暫訂114年6月底"}, "寫的是 114年6月，"),
    Case("B05", PLAN, {WHEN: ""}, {WHEN: "113年5月底"}),
    Case("B05", PLAN, {WHEN: "共計1場次"}, {WHEN: "共計2場次"}, "寫的是 2 場，計畫共計 1 場次"),
    Case("B05", PLAN, {WHEN: "一場"}, {WHEN: "兩場"}, "兩 場"),
    Case("B05", PLAN, {WHEN: "115年6月，3場", "學年度": 114}, {WHEN: "11場"}),
    Case(
        "B05",
        SURVEY,
        {"日期": "114年5月30日"},
        {"日期": "114年6月15日"},
        "「日期」：研習日期 114年6月15日 不在 114年5月21日至114年5月31日 之內",
    ),
    Case("B05", SURVEY, {"日期": "114年5月21日"}, {"日期": "114年5月20日"}),
    Case("B05", RESULT, {"日期": "114年5月31日"}, {"日期": "114年6月1日"}),
    Case("B05", RESULT, {"日期": ""}, {"日期": "113年8月1日"}),
    Case("B05", RESULT, {"日期": "113年7月31日"}, {"日期": "114年7月31日"}),
    Case("B05", RESULT, {"日期": "114年8月1日"}, {"日期": "114年7月31日"}),
    Case(
        "B06",
        SURVEY,
        {"符合程度": [5, 4, 4, 5, 1]},
        {"符合程度": [5, 4, None, 5]},
        "符合程度第 3 項：沒有勾選 1 到 5 其中一格",
    ),
    Case("B06", SURVEY, {"符合程度": []}, {"符合程度": [5, 4, 4, 5]}, "第 5 項"),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_case(case: Case):
    check(case)


def test_every_rule_has_a_case_and_speaks_in_one():
    """Each value in RULES, since several may share a number."""
    assert {case.rule for case in CASES} == {rule.number for rule in RULES}
    assert silent_rules(RULES, CASES) == []


def test_all_say_what_they_ask_and_where_it_is_written():
    for rule in RULES:
        assert rule.asks
        assert rule.clause.document.title.startswith("花蓮縣113學年度")
        assert rule.clause.number
        assert rule.clause.text


def test_all_are_reminders():
    """The one date is 暫訂, and nothing is said to be a limit."""
    assert {rule.severity for rule in RULES} == {Severity.WARNING}


def test_two_marks_for_one_statement_cannot_be_given():
    with pytest.raises(FactsError, match="符合程度"):
        found(SURVEY, {"符合程度": [[4, 5], 4, 4, 5, 3]})


def test_finding_as_people_read_it():
    assert [str(f) for f in found(SURVEY, {"日期": "114年6月15日"})] == [
        "[提醒] 「日期」：研習日期 114年6月15日 不在 114年5月21日至114年5月31日 之內"
        "（花蓮縣113學年度學校教師學習社群召集人增能研習實施計畫 柒一："
        "「辦理時間與場次：暫訂114年5月底辦理，共計1場次。」）"
    ]


def test_limits_of_another_programme_do_not_hold():
    """Its own budget has 雜支 above 6% and 印刷費 above 30%."""
    lines = [line("印刷費", 200, 80), line("雜支", 5_000)]
    assert found(BUDGET, {"經費項目": lines}) == []


@pytest.mark.parametrize("form", FORMS)
def test_blank_forms_keep_every_rule(form: str):
    assert get_form(form).blank().check() == ()
    assert get_form(form).blank().check(date(2025, 6, 1)) == ()
