"""Rules of 花蓮縣 社群召集人增能研習: each at its limit, and one over."""

from datetime import date
from typing import Any

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


def slots(*times: str) -> dict[str, Any]:
    return {"研習規劃": [{"時間": time} for time in times]}


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
    Case("B04", BUDGET, {"經費來源": "本府自籌，未申請補助"}, {"經費來源": "學校自籌"}, "沒有寫明"),
    Case("B04", BUDGET, {"經費來源": "縣府自籌"}, {"經費來源": "縣府不自籌"}, "沒有寫明"),
    Case(
        "B04",
        BUDGET,
        {"經費來源": "縣府自籌經費，不向教育部申請補助"},
        {"經費來源": "縣府自籌部分經費，並申請精進計畫補助"},
        "既寫自籌又寫申請補助",
    ),
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
    Case("B05", PLAN, {WHEN: "114/5/31"}, {WHEN: "114/6/1"}, "寫的是 114年6月1日"),
    Case("B05", PLAN, {WHEN: "2025.05.21"}, {WHEN: "2025-05-20"}, "寫的是 2025年05月20日"),
    Case("B05", PLAN, {WHEN: "2025年5月30日"}, {WHEN: "2024年5月30日"}, "2024年5月30日"),
    Case("B05", PLAN, {WHEN: "5月底"}, {WHEN: "6月"}, "寫的是 6月，"),
    Case("B05", PLAN, {WHEN: "114年5月30日至31日"}, {WHEN: "114年5月30日至6月2日"}, "6月2日"),
    Case("B05", PLAN, {WHEN: "5月30日、01場，每場3個月前公告"}, {WHEN: "02場"}, "寫的是 02 場"),
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
    Case(
        "B07",
        PLAN,
        {"研習地點": "視訊會議室"},
        {"研習地點": "花蓮縣教育處"},
        "「研習地點」：寫的是 花蓮縣教育處，計畫暫訂線上研習",
    ),
    Case("B07", PLAN, {"研習地點": ""}, {"研習地點": "康樂國小"}),
    Case("B07", PLAN, {"研習地點": "康樂國小", "學年度": 114}, {"研習地點": "另行公告"}),
    Case(
        "B08",
        PLAN,
        slots("09:00-09:40", "09:40-11:00"),
        slots("09:00-09:40", "09:39-11:00"),
        "研習規劃第 2 項「時間」：09:39-11:00 開始時，前面的時段還沒結束（09:40）",
    ),
    Case("B08", PLAN, slots("９：００-9:40", "報到", ""), slots("9:00～12:00", "中午", "11：59")),
    Case("B08", PLAN, slots("12:20-13:00"), slots("13:00-14:00", "09:00-10:00")),
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
        "（說明：「5月底」讀作 5月21日至31日。原文是暫訂：與它不同只提醒，也只看 113學年度。）"
    ]


def test_limits_of_another_programme_do_not_hold():
    """Its own budget has 雜支 above 6% and 印刷費 above 30%."""
    lines = [line("印刷費", 200, 80), line("雜支", 5_000)]
    assert found(BUDGET, {"經費項目": lines}) == []


@pytest.mark.parametrize("form", FORMS)
def test_blank_forms_keep_every_rule(form: str):
    assert get_form(form).blank().check() == ()
    assert get_form(form).blank().check(date(2025, 6, 1)) == ()


@pytest.mark.parametrize(
    ("figure", "right", "wrong", "computed"),
    [
        ("合計", "15,000", "14,000", "15,000"),
        ("總計", "壹萬伍仟元整", "壹萬肆仟元整", "壹萬伍仟元整"),
        ("總計", "新台幣 壹萬伍仟 元整", "壹萬伍仟零壹元整", "壹萬伍仟元整"),
    ],
)
@pytest.mark.parametrize("form", [PLAN, BUDGET])
def test_sums_that_are_given_are_compared(
    form: str, figure: str, right: str, wrong: str, computed: str
):
    """B02 and B03, which the library computes: 6,000 + 8,000 + 1,000."""
    assert found(form, {figure: right}) == []
    (finding,) = found(form, {figure: wrong})
    assert finding.path == (figure,)
    assert computed in finding.message


def test_a_line_s_total_that_is_given_is_compared():
    """B01: 1,000 x 6 = 6,000."""
    lecturers = line("內聘講師鐘點費", 1_000, 6)
    assert found(BUDGET, {"經費項目": [lecturers | {"總價": "6,000"}]}) == []
    (finding,) = found(BUDGET, {"經費項目": [lecturers | {"總價": "5,000"}]})
    assert finding.path == ("經費項目", 0, "總價")
