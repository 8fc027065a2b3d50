"""Rules of 臺中市 教師專業學習社群: each at its limit, and one over."""

from datetime import date
from typing import Any

import pytest

from jingjin_forms import get_form
from jingjin_forms.checks import Severity
from jingjin_forms.facts.facts_file import read_facts
from jingjin_forms.programmes.learning_community import rules as learning_community
from jingjin_forms.programmes.learning_community.forms.community_application import (
    CommunityApplication,
    CommunitySession,
)
from tests.checks.case import Case, check, found, line, silent_rules

APPLICATION = "learning_community/community_application"
BUDGET = "learning_community/community_budget"
FORMS = (APPLICATION, BUDGET)

NAMES = {form.rpartition("/")[2] for form in FORMS}
RULES = [rule for rule in learning_community.RULES if NAMES & {*rule.forms}]
"""Those of the forms; what a whole packet must keep is tested with the packets."""

SAMPLE = read_facts(get_form(APPLICATION).sample_path())


def members(*names: str) -> dict[str, Any]:
    return {"社群成員": [{"姓名": name, "任教領域或學年": "數學"} for name in names]}


def session(number: int, **changes: Any) -> dict[str, Any]:
    """All sessions of the sample, one of them changed."""
    sessions = [dict(given) for given in SAMPLE["實施期程"]]
    sessions[number - 1] |= changes
    return {"實施期程": sessions}


def sessions(count: int) -> dict[str, Any]:
    return {"實施期程": SAMPLE["實施期程"][:count]}


def budget(*lines: dict[str, Any]) -> dict[str, Any]:
    return {"經費項目": list(lines)}


def of_5_000(*lines: dict[str, Any]) -> dict[str, Any]:
    """A budget of 5,000, what the lines leave of it for 資料印刷費."""
    spent = sum(given["單價"] * given["數量"] for given in lines)
    return budget(*lines, line("資料印刷費", 5_000 - spent))


def hours(price: int, quantity: Any, note: str = "", item: str = "講師鐘點費") -> dict[str, Any]:
    return budget(line(item, price, note=note) | {"數量": quantity, "單位": "時"})


def of_unit(price: int, quantity: int, unit: str, note: str = "") -> dict[str, Any]:
    return budget(line("講師鐘點費", price, quantity, unit, note))


PREMIUM = line("二代健保補充費", 16, 4)

CASES = [
    Case(
        "D01",
        APPLICATION,
        members(*"甲乙丙丁戊己"),
        members(*"甲乙丙丁戊"),
        "「社群成員」：社群成員 5 人，少於 6 人，還差 1 人",
    ),
    Case("D01", APPLICATION, {}, members(*"甲乙丙丁戊", " "), "5 人"),
    Case("D01", APPLICATION, members(*"甲乙"), members(*"甲乙丙"), "3 人"),
    Case("D01", APPLICATION, {}, members(*"甲乙丙丁戊", "戊 "), "5 人"),
    Case("D02", APPLICATION, {"召集人": "林若水"}, {"召集人": ""}, "要填召集人"),
    Case("D02", APPLICATION, {"召集人": "林若水、"}, {"召集人": "林若水、許安禾"}, "填了 2 位"),
    Case(
        "D03",
        APPLICATION,
        sessions(6),
        sessions(5),
        "「實施期程」：執行期程內的活動 5 次，少於 6 次，還差 1 次",
    ),
    Case("D03", APPLICATION, session(6, 日期=""), session(6, 日期="103年12月1日"), "5 次"),
    Case("D03", APPLICATION, session(1, 日期="103年2月1日"), session(1, 日期="103年1月31日")),
    Case("D03", APPLICATION, {}, {"實施期程": [*SAMPLE["實施期程"][:5], {}]}, "5 次"),
    Case("D03", APPLICATION, {"年度": ""}, {"年度": "", **sessions(5)}, "5 次"),
    Case(
        "D04",
        APPLICATION,
        {"教師專業發展評鑑": "本校未參與"},
        {"教師專業發展評鑑": "本校參與"},
        "不在補助對象",
    ),
    Case(
        "D04",
        APPLICATION,
        {"教師專業發展評鑑": "本校未參與"},
        {"教師專業發展評鑑": ""},
        "要填教師專業發展評鑑，現在是空白",
    ),
    Case(
        "D05",
        BUDGET,
        budget(line("資料印刷費", 5_000)),
        budget(line("資料印刷費", 5_001)),
        "「合計」：合計 5,001 元，上限 5,000 元，超過 1 元",
    ),
    Case("D05", BUDGET, budget(), budget(line("資料印刷費", 5_200))),
    Case("D05", BUDGET, budget(line("資料印刷費", 4_500)), budget(line("資料印刷費", 10_000))),
    Case(
        "D06",
        BUDGET,
        hours(800, 4, "內聘"),
        hours(900, 4),
        "經費項目第 1 項「單價」：講師鐘點費每時 900 元，附件-2 的單價是 800 元或 1,600 元",
    ),
    Case("D06", BUDGET, hours(1_600, 2, "外聘"), hours(1_601, 2, "外聘"), "是 1,600 元"),
    Case("D06", BUDGET, hours(800, 2, "外聘"), hours(1_601, 2, "校外講師"), "是 1,600 元"),
    Case("D06", BUDGET, hours(700, 4), hours(1_599, 1)),
    Case("D06", BUDGET, of_unit(3_200, 1, "場"), hours(801, 4, "本校教師"), "是 800 元"),
    Case("D06", BUDGET, hours(1_600, 1, "內聘、外聘"), hours(1_600, 1, "校內老師"), "是 800 元"),
    Case("D06", BUDGET, hours(2_000, 2, item="講師諮詢費"), hours(1_601, 2, item="外聘鐘點")),
    Case("D06", BUDGET, hours(800, 4, "內聘(外聘 1600元)"), hours(801, 4, "內聘(外聘 1600元)")),
    Case("D06", BUDGET, budget(line("講師交通費", 1_700)), budget(line("講師費", 1_601))),
    Case("D06", BUDGET, budget(line("講師資料印刷費", 1_700)), hours(1_700, 1, item="講師鐘點")),
    Case("D06", BUDGET, budget(line("講師費", 799)), budget(line("講師費", 1_700))),
    Case(
        "D07",
        BUDGET,
        hours(1_600, 2),
        hours(1_600, 3),
        "經費項目「講師鐘點費」：外聘講師鐘點費 3 小時，上限 2 小時，超過 1 小時",
    ),
    Case("D07", BUDGET, hours(800, 4), hours(800, "2.5", "外聘講師"), "2.5 小時"),
    Case(
        "D07",
        BUDGET,
        hours(1_600, 2, "內聘講師(外聘講師 請自行調整為1600元/時"),
        hours(1_600, 3, "內聘講師(外聘講師 請自行調整為1600元/時"),
    ),
    Case(
        "D08",
        BUDGET,
        hours(800, 4, "內聘講師"),
        hours(800, 5, "內聘講師"),
        "校內老師鐘點費 5 小時，上限 4 小時，超過 1 小時",
    ),
    Case(
        "D08",
        BUDGET,
        budget(line("講師鐘點費", 800, 4), line("講師鐘點費", 1_600, 2)),
        budget(line("講師鐘點費", 800, 4), line("講師鐘點費", 800, 1)),
    ),
    Case("D08", BUDGET, hours(1_600, 5, "內聘、外聘"), hours(800, 5, "內聘、外聘")),
    Case("D08", BUDGET, hours(900, 5), hours(900, 5, "校內")),
    Case("D08", BUDGET, hours(700, 4), hours(700, 5), "5 小時"),
    Case("D08", BUDGET, hours(800, 4, "校內老師"), hours(800, 5, "本校教師授課"), "5 小時"),
    Case("D08", BUDGET, hours(800, 4, item="教師授課鐘點費"), hours(1_600, "4.5", "校內老師")),
    Case("D08", BUDGET, of_unit(3_200, 1, "式"), of_unit(3_201, 1, "式"), "4.00125 小時"),
    Case("D08", BUDGET, of_unit(1_600, 2, "場"), of_unit(1_600, 3, "場", "內聘"), "6 小時"),
    Case("D08", BUDGET, of_unit(13, 240, "分鐘"), of_unit(800, 5, "時／人"), "5 小時"),
    Case("D08", BUDGET, of_unit(800, 4, "節"), of_unit(800, 5, "節"), "5 小時"),
    Case(
        "D09",
        BUDGET,
        budget(line("諮詢費", 2_000, 2)),
        budget(line("外聘諮詢費", 2_000, 3)),
        "經費項目「諮詢費」：諮詢費 3 次，上限 2 次，超過 1 次",
    ),
    Case(
        "D09",
        BUDGET,
        budget(line("諮詢費", 1_999, 2)),
        budget(line("諮詢費", 2_001, 1)),
        "經費項目第 1 項「單價」：諮詢費單價 2,001 元，上限 2,000 元，超過 1 元",
    ),
    Case(
        "D10",
        BUDGET,
        of_5_000(line("雜支", 250)),
        of_5_000(line("雜支", 251)),
        "雜支 251 元，上限是總金額 5,000 元之 5%（250 元），超過 1 元",
    ),
    Case(
        "D11",
        BUDGET,
        budget(*hours(800, 4)["經費項目"], PREMIUM),
        budget(PREMIUM, line("資料印刷費", 1_000)),
        "經費項目「二代健保補充費」：沒有編列講師鐘點費",
    ),
    Case("D11", BUDGET, hours(800, 4), budget(PREMIUM, *hours(800, 0)["經費項目"])),
    Case(
        "D11",
        BUDGET,
        budget(line("諮詢費", 2_000), PREMIUM),
        budget(line("講師鐘點費二代健保補充保費", 64), {"項目": "講師鐘點費"}),
    ),
    Case("D11", BUDGET, budget({"項目": "二代健保補充費"}), budget(PREMIUM)),
    Case(
        "D12",
        APPLICATION,
        {"執行期程": "103年2月1日至103年11月30日"},
        {"執行期程": "103年2月1日至103年12月1日"},
        "執行期程 103年12月1日 不在 103年2月1日至103年11月30日 之內",
    ),
    Case("D12", APPLICATION, {"執行期程": ""}, {"執行期程": "103年1月31日至103年11月30日"}),
    Case(
        "D13",
        APPLICATION,
        {},
        {},
        "計畫草擬上傳：期限是 102年10月8日，102年10月9日 已經過了 1 天",
        date(2013, 10, 8),
        date(2013, 10, 9),
    ),
    Case("D13", APPLICATION, {"年度": 104}, {}, "", date(2013, 10, 9), date(2013, 10, 9)),
    Case(
        "D13",
        APPLICATION,
        {},
        {},
        "計畫草擬上傳：102年10月2日 才開始收件，102年10月1日 還早 1 天",
        date(2013, 10, 2),
        date(2013, 10, 1),
    ),
    Case("D13", APPLICATION, {"年度": 104}, {}, "", date(2013, 9, 1), date(2013, 9, 1)),
    Case(
        "D16",
        APPLICATION,
        session(6, 日期="103年11月30日"),
        session(6, 日期="103年12月1日"),
        "實施期程第 6 項「日期」：活動日期 103年12月1日 不在 103年2月1日至103年11月30日 之內",
    ),
    Case("D16", APPLICATION, session(1, 日期="103年2月1日"), session(1, 日期="103年1月31日")),
    Case("D16", APPLICATION, session(1, 日期=""), {"年度": 104}),
    Case("D18", APPLICATION, {"社群目標": "一"}, {"社群目標": []}, "要填社群目標，現在是空白"),
    Case("D18", APPLICATION, {"實施方式": "行動研究"}, {"實施方式": ""}, "要填實施方式"),
    Case(
        "D19",
        APPLICATION,
        session(2, 時間="", 地點="", 講師=""),
        session(2, 實施內容=" "),
        "實施期程第 2 項：沒有填實施內容",
    ),
    Case("D19", APPLICATION, {"實施期程": []}, {"實施期程": [{"時間": "下午"}]}, "日期、實施內容"),
    Case("D19", APPLICATION, {"實施期程": [{}]}, session(6, 日期=""), "沒有填日期"),
    Case(
        "D21",
        APPLICATION,
        {"學校名稱": "台中市立晨曦國中"},
        {"學校名稱": "花蓮縣宜昌國小"},
        "「學校名稱」：花蓮縣宜昌國小 不是臺中市的學校，不在補助對象之內",
    ),
    Case(
        "D21",
        APPLICATION,
        {"學校名稱": "晨曦國小"},
        {"學校名稱": {"全銜": "晨曦國小", "縣市": "彰化縣"}},
    ),
    Case(
        "D22",
        APPLICATION,
        members(*"甲乙丙"),
        members(*"甲乙"),
        "「社群成員」：社群成員 2 人，少於 3 人，還差 1 人",
    ),
    Case("D22", APPLICATION, members(*"甲乙丙", ""), members(*"甲乙乙")),
    Case(
        "D23",
        APPLICATION,
        {"召集人": "林 若水主任"},
        {"召集人": "林若木"},
        "「召集人」：林若木 沒有列在社群成員",
    ),
    Case("D23", APPLICATION, {"社群成員": []}, members("甲")),
    Case("D23", APPLICATION, members("林若水老師", "乙"), members("林若木", "乙", "若水林")),
    Case("D23", APPLICATION, {"召集人": ""}, {"召集人": "校長"}),
    Case(
        "D24",
        APPLICATION,
        {"執行期程": "103年3月5日至103年10月22日"},
        {"執行期程": "103年3月5日至103年10月21日"},
        "活動日期 103年10月22日 不在 103年3月5日至103年10月21日 之內",
    ),
    Case(
        "D24",
        APPLICATION,
        {"執行期程": "", **session(6, 日期="103年11月30日")},
        {"執行期程": "103年3月6日至103年11月30日"},
        "103年3月5日",
    ),
    Case(
        "D25",
        APPLICATION,
        {"社群類型": "其他", "其他類型": "讀書會"},
        {"社群類型": "其他", "其他類型": ""},
        "社群類型勾「其他」者要填其他類型",
    ),
    Case("D25", APPLICATION, {"其他類型": ""}, {"其他實施方式": " "}, "要填其他實施方式"),
    Case(
        "D25",
        APPLICATION,
        {"實施方式": "行動研究", "其他實施方式": ""},
        {"實施方式": "其他", "其他實施方式": ""},
    ),
    Case(
        "D26",
        BUDGET,
        budget(line("外聘諮詢費", 2_000)),
        budget(line("諮詢費", 2_000, note="本校教師")),
        "經費項目第 1 項「項目」：寫的是校內的人",
    ),
    Case(
        "D26",
        BUDGET,
        budget(line("諮詢費", 2_000)),
        budget(line("校內諮詢費", 2_000)),
    ),
    Case(
        "E06",
        APPLICATION,
        session(2, 日期="103年3月5日", 時間="15:30-17:00"),
        session(2, 日期="103年3月5日"),
        "實施期程第 2 項「時間」：103年3月5日 13:30-15:30 與第 1 次相同",
    ),
    Case(
        "E06",
        APPLICATION,
        session(2, 日期="103年3月5日", 時間=""),
        session(2, 日期="103年3月5日", 時間=" 13:30 -15:30"),
    ),
    Case(
        "E06",
        APPLICATION,
        {"實施期程": [{"日期": "103年3月5日"}] * 2},
        {"實施期程": [{"日期": "103年3月5日", "時間": "下午"}] * 3},
        "實施期程第 3 項",
    ),
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
        assert rule.clause.document.title.startswith("103年度臺中市")
        assert rule.clause.number
        assert rule.clause.text


def test_severity():
    warnings = {rule.number for rule in RULES if rule.severity is Severity.WARNING}
    errors = {rule.number for rule in RULES if rule.severity is Severity.ERROR}
    assert warnings & errors == {"D04"}  # the box: ticked and wrong, or not ticked
    assert warnings - errors == {
        *("D01", "D09", "D11", "D19", "D23", "D24", "D25", "D26", "E06"),
    }


def test_fewer_sessions_are_an_error_and_why_is_said():
    (finding,) = found(APPLICATION, sessions(5))
    assert (finding.severity, finding.clause and finding.clause.number) == (Severity.ERROR, "伍三")
    assert "捌二(3)" in finding.note
    assert "不得少於6次" in finding.note


def test_rows_that_say_nothing_are_no_sessions():
    """A file's empty rows are dropped; in Python they stay."""
    application = CommunityApplication.sample()
    application.sessions = [*application.sessions[:5], CommunitySession()]
    assert [finding.rule for finding in application.check()] == ["D03"]


def test_before_the_first_day_is_a_reminder():
    (finding,) = found(APPLICATION, {}, date(2013, 10, 1))
    assert finding.severity is Severity.WARNING
    (finding,) = found(APPLICATION, {}, date(2013, 10, 9))
    assert finding.severity is Severity.ERROR


def test_finding_as_people_read_it():
    facts = of_5_000(line("雜支", 251))
    assert [str(f) for f in found(BUDGET, facts)] == [
        "[錯誤] 經費項目「雜支」：雜支 251 元，上限是總金額 5,000 元之 5%（250 元），超過 1 元"
        "（103年度臺中市教師專業學習社群實施計畫（102學年度） 附件-2 雜支：「總金額未逾5％為限」）"
        "（說明：總金額讀作同一張表的合計。）"
    ]


def test_the_two_uses_that_the_text_gives_as_examples_are_within_it():
    """捌二(6): 3,200 and 1,800; twice 2,000 and 1,000."""
    hourlies = (
        line("講師鐘點費", 1_600, 2, "時", "外聘講師"),
        line("講師鐘點費", 800, 4, "時", "校內老師"),
        line("講師鐘點費", 3_200, 1, "式", "外聘講師 2 小時"),
    )
    for hourly in hourlies:
        assert found(BUDGET, of_5_000(hourly)) == []
    assert found(BUDGET, of_5_000(line("諮詢費", 2_000, 2))) == []


def test_sums_beyond_an_amount_are_said_and_nothing_is_raised():
    facts = budget(*[line("雜支", 9_999_999_999_999_999)] * 2)
    assert {f.where for f in found(BUDGET, facts)} == {"「合計」"}


def test_blank_forms_raise_nothing():
    for form, day in ((form, day) for form in FORMS for day in (None, date(1912, 1, 1))):
        held = [finding.rule for finding in get_form(form).blank().check(day)]
        early = ["D13"] if day else []
        rules = ["D02", "D03", "D04", *early, "D18", "D18", "D22"]
        assert held == (rules if form == APPLICATION else [])


def test_the_blank_budget_of_the_text_checks_clean():
    """Its four rows, of which a school fills only what it asks for."""
    rows = [
        line("講師鐘點費", 800, 4, "時", "內聘講師(外聘講師 請自行調整為1600元/時"),
        {"項目": "二代健保補充費", "單位": "時/人"},
        line("資料印刷費", 15, 120, "份"),
        {"項目": "雜支", "單位": "式", "說明": "總金額未逾5％為限"},
    ]
    assert found(BUDGET, {"經費項目": rows, "合計": 5_000}) == []
