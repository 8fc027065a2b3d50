"""Rules of 花蓮縣 學校本位進修: each at its limit, and one over."""

from datetime import date
from typing import Any

import pytest

from jingjin_forms import get_form
from jingjin_forms.checks import Severity
from jingjin_forms.facts.facts_file import read_facts
from jingjin_forms.programmes.school_based import rules as school_based
from tests.checks.case import Case, check, found, line, silent_rules

BUDGET = "school_based/budget_estimate"
PLAN = "school_based/implementation_plan"
REVIEW = "school_based/review_sheet"
PHOTOS = "school_based/session_result"
ORID = "school_based/orid_feedback"
FORMS = (BUDGET, PLAN, REVIEW, PHOTOS, ORID, "school_based/summary_sheet")

NAMES = {form.rpartition("/")[2] for form in FORMS}
RULES = [rule for rule in school_based.RULES if NAMES & {*rule.forms}]
"""Those of the forms; what a whole packet must keep is tested with the packets."""

SAMPLE = read_facts(get_form(PLAN).sample_path())


def budget(*lines: dict[str, Any], 雜支: int | None = None) -> dict[str, Any]:
    return {"經費項目": list(lines), "雜支": 雜支}


def of_30_000(*lines: dict[str, Any]) -> dict[str, Any]:
    """A budget of 30,000, what the lines leave of it for 講師費."""
    spent = sum(given["單價"] * given["數量"] for given in lines)
    return budget(*lines, line("講師費", 30_000 - spent, unit="節"))


def asked(total: int) -> dict[str, Any]:
    return budget(line("講師費", total, unit="節"))


def session(number: int, **changes: Any) -> dict[str, Any]:
    """All sessions of the sample, one of them changed."""
    sessions = [dict(given) for given in SAMPLE["研習課程"]]
    sessions[number - 1] |= changes
    return {"研習課程": sessions}


def course(name: str) -> dict[str, Any]:
    """The sixth session under another name, and nothing said of what was done before."""
    said = {"課發會增能工作坊辦理情形": "", "課程評鑑辦理情形": ""}
    return said | session(6, 課程名稱=name)


def activities(label: str, *values: Any) -> dict[str, Any]:
    given = zip(SAMPLE["方案"], values, strict=True)
    return {"方案": [activity | {label: value} for activity, value in given]}


def assistant(people: Any, *lines: dict[str, Any]) -> dict[str, Any]:
    assisting = lines or (line("助理講師費", 500, 1, "人"),)
    lecturing = SAMPLE["經費項目"][:2]
    return activities("預計人數", people, 12) | {"經費項目": [*lecturing, *assisting]}


def lessons(*lines: dict[str, Any]) -> dict[str, Any]:
    return {"經費項目": list(lines)}


ALL = {"課程名稱": "共同備課", "上課方式": "工作坊"}
YEAR_BEFORE = dict.fromkeys(
    (
        "計畫目標達成情形",
        "資源整合運用情形",
        "教師專業成長情形",
        "永續發展與多元創意",
        "經費核銷與成果彙整情形",
    ),
    "",
)
ONE_ASSISTANT = line("助理講師費", 500, 1, "人")

CASES = [
    Case("A01", BUDGET, asked(30_000), asked(30_001), "合計 30,001 元，超過上限 30,000 元 1 元"),
    Case("A01", PLAN, asked(30_000), asked(33_000), "3,000 元"),
    Case("A02", BUDGET, asked(33_000), asked(33_001), "合計 33,001 元，超過上限 33,000 元 1 元"),
    Case("A02", PLAN, asked(33_000), asked(33_001)),
    Case(
        "A03",
        BUDGET,
        budget(line("講師費", 2_000), line("交通費", 1_000), line("場地布置", 30_000)),
        budget(line("講師費", 2_000), line("交通費", 999), line("場地布置", 30_001)),
        "超過 30,000 元的 3,000 元只能用於講師費、助理講師費、交通費，這些項目合起來是 2,999 元",
    ),
    Case(
        "A03",
        BUDGET,
        budget(line("助理講師費", 2_500), line("講師交通費", 500), line("場地布置", 30_000)),
        budget(line("助理講師費", 2_500), line("印刷費", 100, 5), line("場地布置", 30_000)),
    ),
    Case(
        "A03",
        BUDGET,
        budget(line("外聘鐘點費", 1_000), line("場地布置", 30_000)),
        budget(line("講師住宿費", 1_000), line("場地布置", 30_000)),
    ),
    Case(
        "A04",
        BUDGET,
        budget(ONE_ASSISTANT),
        budget(line("助理講師費", 500, 2, "人")),
        "經費項目「助理講師費」：助理講師共 2 員，只能編列 1 員",
    ),
    Case("A04", BUDGET, budget(line("助教鐘點費", 500, 6, "節")), budget(*[ONE_ASSISTANT] * 2)),
    Case("A04", PLAN, assistant(30), assistant(29), "預計人數是 29 人，未達 30 人"),
    Case("A04", PLAN, activities("預計人數", 1, None), assistant(0)),
    Case("A04", PLAN, assistant(30), assistant(30, line("助理講師費", 500, 2, "位"))),
    Case(
        "A05",
        BUDGET,
        budget(line("印刷費", 100)),
        budget(line("印刷費（研習手冊）", 101)),
        "經費項目第 1 項「單價」：印刷費單價 101 元，超過上限 100 元 1 元",
    ),
    Case("A05", PLAN, lessons(line("影印費", 100)), lessons(line("影印費", 101))),
    Case(
        "A06",
        BUDGET,
        of_30_000(line("印刷費", 100, 90)),
        of_30_000(line("印刷費", 100, 90), line("資料印製費", 1)),
        "印刷費 9,001 元，超過計畫總經費 30,000 元之 30%（9,000 元）1 元",
    ),
    Case(
        "A07",
        BUDGET,
        of_30_000(line("教材教具費(或資料蒐集費)", 6_000)),
        of_30_000(line("教材教具費(或資料蒐集費)", 6_001)),
        "超過計畫總經費 30,000 元之 20%（6,000 元）1 元",
    ),
    Case(
        "A07",
        BUDGET,
        of_30_000(line("教具費", 3_000), line("資料蒐集費", 3_000)),
        of_30_000(line("教具費", 3_000), line("資料蒐集費", 3_001)),
    ),
    Case(
        "A08",
        BUDGET,
        budget(line("教材教具費", 200, 10, "組", "磁鐵教具 10 組 x 200")),
        budget(line("教材教具費", 200, 10, "組", "")),
        "經費項目第 1 項「說明」：教材教具費要填品項、數量、單價的說明，現在是空白",
    ),
    Case(
        "A09",
        BUDGET,
        budget(line("講師費", 28_300), 雜支=1_698),
        budget(line("講師費", 28_300), 雜支=1_699),
        "「雜支」：雜支 1,699 元，超過小計 28,300 元之 6%（1,698 元）1 元",
    ),
    Case(  # 6% of 28,333 is 1,699.98
        "A09",
        PLAN,
        budget(line("講師費", 28_333), 雜支=1_699),
        budget(line("講師費", 28_333), 雜支=1_700),
        "（1,699 元）1 元",
    ),
    Case(
        "A09",
        BUDGET,
        budget(line("講師費", 10_000), line("雜支", 600)),
        budget(line("講師費", 10_000), line("雜支", 600), 雜支=1),
        "雜支 601 元，超過小計 10,000 元之 6%（600 元）1 元",
    ),
    Case(
        "A10",
        BUDGET,
        budget(line("內聘講師費", 1_000, note="教學卓越獎得主")),
        budget(line("內聘講師費", 1_000, note="")),
        "內聘講師沒有敘明專長表現或傑出貢獻",
    ),
    Case(
        "A10",
        BUDGET,
        budget(line("講師費", 1_000, note="")),
        budget(line("講師費", 1_000, note="（內聘講師費）")),
    ),
    Case(
        "A10",
        BUDGET,
        budget(line("講師費", 1_000, note="校內講師，曾獲縣教學卓越獎")),
        budget(line("講師鐘點費", 1_000, note="校內講師")),
    ),
    Case(
        "A11",
        BUDGET,
        budget(line("講師費", 1_000, 2, "節")),
        budget(line("講師費", 1_000) | {"數量": "1.5", "單位": "節"}),
        "講師費 1.5 節不是整數",
    ),
    Case(
        "A11",
        BUDGET,
        budget(line("講師費", 1_000, 2), line("講師交通費", 350, 2, "趟"), ONE_ASSISTANT),
        budget(line("講師費", 1_000, 2, "小時")),
        "經費項目第 1 項「單位」：講師費的單位是「小時」",
    ),
    Case("A13", PLAN, course("課程評鑑的規準"), course("社團"), "沒有說明已經辦理過"),
    Case("A13", PLAN, course("課程發展委員會增能工作坊"), course("")),
    Case(
        "A13",
        PLAN,
        course("社團") | {"課程評鑑辦理情形": "110學年度已辦理"},
        course("社團") | {"研習課程": []},
    ),
    Case("A14", PLAN, course("課發會增能工作坊"), course("課程評鑑"), "沒有註明 108學年起"),
    Case(
        "A14",
        PLAN,
        course("課程評鑑") | {"課發會增能工作坊辦理情形": "未辦理"},
        course("課程評鑑") | {"課程評鑑辦理情形": "110學年度已辦理"},
    ),
    Case(
        "A15",
        PLAN,
        {},
        {},
        "審查作業表與實施計畫：期限是 112年3月17日下午5時，112年3月18日 已經過了 1 天",
        date(2023, 3, 17),
        date(2023, 3, 18),
    ),
    Case("A15", REVIEW, {}, {}, "", date(2023, 3, 17), date(2023, 3, 18)),
    Case("A15", REVIEW, {"學年度": 113}, {}, "1 天", date(2023, 3, 18), date(2023, 3, 18)),
    Case("A15", REVIEW, {}, {}, "365 天", None, date(2024, 3, 16)),
    Case(
        "A16",
        PLAN,
        session(6, 日期="113年6月30日"),
        session(6, 日期="113年7月1日"),
        "研習課程第 6 項「日期」：研習日期 113年7月1日 不在 112年8月1日至113年6月30日 之內",
    ),
    Case("A16", PLAN, session(1, 日期="112年8月1日"), session(1, 日期="112年7月31日")),
    Case(
        "A16",
        PLAN,
        {"執行期程": "112年8月1日至113年6月30日"},
        {"執行期程": "112年7月31日至113年6月30日"},
        "執行期程 112年7月31日",
    ),
    Case("A16", PLAN, {"執行期程": ""}, {"執行期程": "112年8月1日至113年7月1日"}),
    Case("A16", PHOTOS, {"日期": "112年8月1日"}, {"日期": "112年7月31日"}),
    Case("A16", PHOTOS, {"日期": "113年6月30日"}, {"日期": "113年7月1日"}),
    Case("A22", PHOTOS, {}, {}, "成果報告：期限", date(2024, 7, 15), date(2024, 7, 16)),
    Case("A22", ORID, {}, {}, "1 天", date(2024, 7, 15), date(2024, 7, 16)),
    Case(
        "A25",
        PLAN,
        {"研習課程": [ALL, ALL | {"課程名稱": "觀課"}, {"上課方式": "專題討論"}]},
        {"研習課程": [{"課程名稱": "共同備課"}] * 6},
        "6 場的課程名稱都是「共同備課」",
    ),
    Case(
        "A25",
        PLAN,
        {"研習課程": [ALL]},
        {"研習課程": [{"上課方式": "工作坊"}] * 2},
        "2 場的上課方式都是「工作坊」",
    ),
    Case("A26", PLAN, YEAR_BEFORE, YEAR_BEFORE | {"教師專業成長情形": "x"}, "只填了一部分"),
    Case(
        "A26",
        PLAN,
        {},
        {"計畫目標達成情形": ""},
        "「計畫目標達成情形」：前一學年度的成效與檢討只填了一部分，還缺 計畫目標達成情形",
    ),
    Case("A26", PLAN, {"需求與延續": "x"}, {"需求與延續": ""}, "要填需求與延續"),
    Case(
        "A27",
        REVIEW,
        {"學校名稱": "花蓮縣花蓮市明禮國小"},
        {"學校名稱": "花蓮縣明禮國小"},
        "「花蓮縣明禮國小」看不出鄉鎮市，請寫全銜",
    ),
    Case("A27", REVIEW, {"學校名稱": "花蓮縣豐濱鄉豐濱國中"}, {"學校名稱": "宜昌國小"}, "花蓮縣"),
    Case("A27", REVIEW, {}, {"學校名稱": "花蓮縣吉安鄉公所"}, "看不出國中或國小"),
    Case(
        "A27",
        REVIEW,
        {"學校名稱": {"全銜": "宜昌國小", "縣市": "花蓮縣", "鄉鎮市區": "吉安鄉"}},
        {"學校名稱": "臺東縣臺東市寶桑國小"},
    ),
    Case(
        "A28",
        REVIEW,
        {},
        {"多元創意性": ["符合"]},
        "多元創意性第 2 項：已有審查結果，這個指標沒有勾選符合程度",
    ),
    Case(
        "A28",
        REVIEW,
        {"審查結果": "", "核定金額": "", "經費編列": []},
        {"審查結果": "不通過", "核定金額": "", "經費編列": []},
    ),
    Case("A29", REVIEW, {}, {"核定金額": ""}, "「核定金額」：審查通過者要填核定金額"),
    Case("A29", REVIEW, {"核定金額": 0}, {"審查結果": "全案通過", "核定金額": ""}),
    Case("A29", REVIEW, {"審查結果": "不通過", "核定金額": ""}, {"審查結果": "不通過"}, "免填"),
    Case(
        "A29",
        REVIEW,
        {"審查結果": "不通過", "核定金額": 0},
        {"審查結果": "不通過", "核定金額": 1},
    ),
    Case("A29", REVIEW, {"審查結果": "", "核定金額": ""}, {"核定金額": ""}),
    Case(
        "E04",
        PLAN,
        activities("經費編列", 25_420, 4_550),
        activities("經費編列", 25_420, 4_551),
        "方案的經費編列合計 29,971 元，經費概算表的合計是 29,970 元",
    ),
    Case("E04", PLAN, activities("經費編列", 1, ""), activities("經費編列", 0, 0)),
    Case(
        "E05",
        PLAN,
        lessons(line("講師費", 1, 16, "節"), line("助理講師費", 1, 1, "節")),
        lessons(line("講師費", 1, 15, "節")),
        "講師費共 15 節，研習課程的時間合計 16 節",
    ),
    Case(
        "E05",
        PLAN,
        lessons(line("講師費", 1, 16), line("講師交通費", 350, 3, "趟")),
        lessons(line("外聘鐘點費", 1, 16), line("講師費", 1, 1)),
    ),
    Case(
        "E05",
        PLAN,
        session(1, 時間="") | lessons(line("講師費", 1, 15)),
        session(1, 時間="13:30-15:00"),
    ),
    Case("E05", PLAN, lessons(line("講師費", 1, 12, "小時")), lessons(line("講師費", 1, 12))),
    Case(
        "E06",
        PLAN,
        session(2, 日期="112年9月20日", 時間="09:00-12:00"),
        session(2, 日期="112年9月20日"),
        "研習課程第 2 項「時間」：112年9月20日 13:30-16:30 與第 1 場相同",
    ),
    Case(
        "E06",
        PLAN,
        session(2, 日期="112年9月20日", 時間=""),
        session(2, 日期="112年9月20日", 時間="1330~1630"),
    ),
    Case(
        "E08",
        ORID,
        {"日期": "113年7月31日"},
        {"日期": "113年8月1日"},
        "日期 113年8月1日 不在 112年8月1日至113年7月31日 之內",
    ),
    Case("E08", ORID, {"日期": "112年8月1日"}, {"日期": "112年7月31日"}),
    Case("E08", ORID, {"日期": ""}, {"學年度": 111}),
    Case(
        "E09",
        BUDGET,
        {"計畫名稱": "112學年度共備工作坊"},
        {"計畫名稱": "111 學年度共備工作坊"},
        "計畫名稱寫的是 111學年度，這份資料是 112學年度",
    ),
    Case("E09", PLAN, {"計畫名稱": "2023學年度、108課綱"}, {"計畫名稱": "１１３學年度研習"}),
    Case(
        "E12",
        PLAN,
        activities("辦理場次", 4, 2),
        activities("辦理場次", 4, 1),
        "方案的辦理場次合計 5 場，研習課程有 6 場",
    ),
    Case("E12", PLAN, activities("辦理場次", 7, ""), activities("辦理場次", 7, 0)),
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
        assert rule.clause.document.title.startswith("花蓮縣112學年度")
        assert rule.clause.number
        assert rule.clause.text


def test_severity():
    """A reminder where the text leaves a reading open; A01 as no fact tells it from A02."""
    warnings = {rule.number for rule in RULES if rule.severity is Severity.WARNING}
    assert warnings == {"A01", "A11", "A25", "A27", "E05", "E06", "E12"}


def test_finding_as_people_read_it():
    facts = of_30_000(line("印刷費", 9_001))
    assert [str(f) for f in found(BUDGET, facts) if f.rule == "A06"] == [
        "[錯誤] 經費項目「印刷費」：印刷費 9,001 元，超過計畫總經費 30,000 元之 30%（9,000 元）1 元"
        "（花蓮縣112學年度學校本位進修實施計畫 表 1-1 印刷費：「總價不超過計畫總經費 30%。」）"
    ]


def test_a_budget_with_everything_wrong():
    facts = budget(
        line("內聘講師費", 1_000, 4, "人次", ""),
        line("印刷費", 200, 110),
        line("教材教具費", 20_000, note=""),
        line("場地布置", 20_000),
        雜支=5_000,
    )
    assert [f.rule for f in found(BUDGET, facts)] == [
        *("A01", "A02", "A03", "A05", "A06", "A07", "A08", "A09", "A10", "A11")
    ]


def test_sums_beyond_an_amount_are_said_and_nothing_is_raised():
    facts = budget(*[line("印刷費", 9_999_999_999_999_999)] * 2)
    assert {f.where for f in found(PLAN, facts)} >= {"「合計」"}


@pytest.mark.parametrize("form", FORMS)
def test_blank_forms_raise_nothing(form: str):
    blank = get_form(form).blank()
    for day in (None, date(1912, 1, 1), date(2300, 1, 1)):
        held = {finding.rule for finding in blank.check(day)}
        assert held <= {"A13", "A14", "A15", "A22", "A26"}
