"""The rules of 國教署 活化教學與多元學習: each at its limit and one over."""

import re
from contextlib import suppress
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jingjin_forms import Facts, FactsError, Finding, Form, get_form
from jingjin_forms.checks import Rule, Severity
from jingjin_forms.checks.kinds import deadlines_among
from jingjin_forms.facts import is_blank
from jingjin_forms.programmes.active_teaching import rules as active_teaching
from jingjin_forms.programmes.active_teaching.forms.outcome_checklist import OutcomeChecklist
from jingjin_forms.programmes.active_teaching.parts.applicants import is_school_name, named_in
from jingjin_forms.programmes.active_teaching.rules.deadlines import months_from
from jingjin_forms.values.roc import RocPeriod
from tests.checks.case import Case, check, found, line

BUDGET, VISITING = "active_teaching/programme_budget", "active_teaching/development_budget"
PRACTICE = "active_teaching/practice_application"
WORKSHOP = "active_teaching/community_workshop_application"
PARTNERSHIP = "active_teaching/partnership_application"
ACTIVITY = "active_teaching/activity_application"
SURVEY = "active_teaching/visiting_teacher_survey"
RESULTS = "active_teaching/outcome_checklist"
CURRICULUM_RESULTS = "active_teaching/curriculum_outcome_checklist"
ACTIVITY_RESULTS = "active_teaching/activity_outcome_checklist"

SCHOOL, COMMUNITY = "花蓮縣吉安鄉晨曦國民小學", "東岸數學好好玩教師社群"
Changes = dict[str, Any]
RULES = [r for r in active_teaching.RULES if not {"application", "results"} & {*r.forms}]
"""Those of the forms; what a whole packet must keep is tested with the packets."""


def budget(plan: str | None, *lines: Changes, school: str = SCHOOL, team: str = "") -> Changes:
    """附件八 with these lines and no others."""
    return {
        "計畫別": plan,
        "學校名稱": school,
        "大學團隊名稱": team,
        "經費項目": list(lines),
        "物品明細": [],
        "書籍清單": [],
    }


def asking(plan: str | None, total: int, *lines: Changes, school: str = SCHOOL) -> Changes:
    """附件八 with these lines, and 膳費 to make it so much."""
    rest = total - sum(each["單價"] * each["數量"] for each in lines)
    return budget(plan, *lines, line("膳費", rest), school=school)


def visiting(current: int, capital: int = 0, *lines: Changes) -> Changes:
    """附件七 with so much in each block, these lines among them."""
    rest = current - sum(each["單價"] * each["數量"] for each in lines)
    return {
        "經常門": [*lines, line("膳費", rest)],
        "資本門": [line("顯微鏡", capital)],
        "物品明細": [],
        "書籍清單": [],
    }


def lists(name: str, item: str, rows: str, listed: int | None) -> dict[str, Any]:
    """A budget of 1,000 for `item` and its list of goods or books, or an empty list."""
    other = {"物品明細": "書籍清單", "書籍清單": "物品明細"}[rows]
    label = {"物品明細": "品名", "書籍清單": "書名"}[rows]
    goods = [] if listed is None else [{label: "甲", "單價": listed, "數量": 1}]
    block = "經常門" if name == VISITING else "經費項目"
    return {block: [line(item, 1_000), line("膳費", 50_000)], rows: goods, other: []}


def teachers(*schools: str) -> list[dict[str, str]]:
    return [{"姓名": f"第{n}人", "服務單位": name} for n, name in enumerate(schools, 1)]


def plan_1(how: str, people: list[dict[str, str]], **more: Any) -> Changes:
    """附件二 with 辦理模式 as it is printed: 單一學校, 跨校合作, 自主社群 or 法人、團體."""
    of_school = how if how in ("單一學校", "跨校合作") else None
    mode = {"辦理模式": "學校" if of_school else how, "學校辦理模式": of_school}
    return {**mode, "合作學校": "", "參與教師": people, **more}


def subsidised(**facts: Any) -> Changes:
    whole = {"是否已申請": "是", "補助單位": "縣政府", "計畫名稱": "甲計畫", "補助金額": 0}
    return {"已申請政府補助": {**whole, **facts}}


def told(status: str, text: str) -> Changes:
    return {"申辦情形": status, "前一年執行成果": text}


def marked(*marks: str) -> Changes:
    return {"成果檢核": list(marks)}


SCHOOLS_OF_TEN = teachers("甲國小", "乙國小", "丙國中", *["甲國小"] * 7)
TEN, NINE = ["甲國小"] * 10, ["甲國小"] * 9
THREE_SCHOOLS = ["甲國小", "乙國小", "丙國中"]
DONE, NOT_DONE = "完成", "未完成"
FILM = "5至8分鐘影像紀錄"
TEAM = "東岸大學教育系晨曦教師專業團隊"
NO_TEAM: Changes = {
    "辦理方式": "由學校自行規劃",
    "大學團隊名稱": "",
    "團隊主要聯絡人": {},
    "團隊成員": [],
    "課程規劃": "",
    "教學方法": "",
    "協力策略": "",
}


def advice(price: int, unit: str = "小時", note: str = "林雨青教授") -> Changes:
    return budget("計畫四", line("諮詢費", price, 1, unit, note))


def hours(plan: str, *lines: Changes, school: str = SCHOOL, team: str = "") -> Changes:
    return budget(plan, *lines, school=school, team=team)


def lecture(lessons: float, note: str = "外聘") -> Changes:
    return {**line("講座鐘點費", 2_000, 1, "節", note), "數量": lessons}


def by_hour(quantity: float) -> Changes:
    return {**line("輔導費", 1_000, 1, "小時", "教授"), "數量": quantity}


def period(label: str, last: str, **facts: Any) -> Changes:
    """From 112年8月1日 to that day."""
    return {label: f"112年8月1日至{last}", **facts}


def lodgings(count: int) -> Changes:
    return {"住宿資訊": [{"房東": "林若水"}] * count}


def refund(grounds: str, *boxes: str) -> Changes:
    return {"餘款繳回方式": list(boxes), "不繳回依據": grounds}


TRANSPORT_13K, TRANSPORT_5K = line("交通費", 13_333), line("交通費", 5_000)

CASES = [
    # How much may be asked for
    Case(
        "C01", BUDGET, asking("計畫一", 100_000), asking("計畫一", 100_001), "比 100,000 元多 1 元"
    ),
    Case("C01", BUDGET, asking("計畫一", 120_001), asking("計畫一", 120_000), "增加 20,000 元"),
    Case(
        "C01",
        BUDGET,
        asking("計畫二", 110_000),
        asking("計畫一", 300_000, school=COMMUNITY),
        "由國教署核定額度",
    ),
    Case(
        "C02",
        BUDGET,
        asking("計畫一", 120_000),
        asking("計畫一", 120_001),
        "上限 120,000 元，超過 1 元",
    ),
    Case(
        "C02",
        BUDGET,
        asking("計畫一", 125_000, TRANSPORT_5K),
        asking("計畫一", 125_001, TRANSPORT_5K),
        "上限 125,000 元，超過 1 元",
    ),
    Case(  # 10% of 133,333 is 13,333
        "C02",
        BUDGET,
        asking("計畫一", 133_333, TRANSPORT_13K),
        asking("計畫一", 133_334, TRANSPORT_13K),
        "上限 133,333 元，超過 1 元",
    ),
    Case(
        "C02",
        BUDGET,
        asking("計畫一", 125_000, line("交通費", 90_000)),
        asking("計畫一", 140_000, line("交通費", 90_000)),
        "上限 134,000 元，超過 6,000 元",
    ),
    Case("C02", BUDGET, asking("計畫一", 900_000, school=COMMUNITY), asking("計畫一", 900_000)),
    Case(
        "C12",
        BUDGET,
        asking("計畫二", 120_000),
        asking("計畫二", 120_001),
        "上限 120,000 元，超過 1 元",
    ),
    Case(
        "C12",
        BUDGET,
        asking("計畫二", 120_000, TRANSPORT_5K),
        asking("計畫二", 120_001, TRANSPORT_5K),
        "離島地區學校才得另補助交通費",
    ),
    Case(
        "C12",
        BUDGET,
        asking("計畫三", 125_001, TRANSPORT_5K),
        asking("計畫二", 125_001, TRANSPORT_5K),
        "上限 125,000 元，超過 1 元",
    ),
    Case("C14", BUDGET, asking("計畫三", 250_000), asking("計畫三", 250_001), "每分校或每分班"),
    Case("C17", BUDGET, asking("計畫四", 250_000), asking("計畫四", 250_001), "計畫三未達上限"),
    Case("C18", VISITING, visiting(1, 50_000), visiting(1, 50_001), "比 50,000 元多 1 元"),
    Case("C18", VISITING, visiting(1, 75_001), visiting(1, 75_000), "連續第二年"),
    Case("C20", VISITING, visiting(60_000, 40_000), visiting(60_001, 40_000), "100,000 元多 1 元"),
    Case("C20", VISITING, visiting(120_001), visiting(120_000), "增加 20,000 元"),
    Case("C22", VISITING, visiting(120_000), visiting(120_001), "比 120,000 元多 1 元：教學訪問"),
    Case("C22", VISITING, visiting(120_000), visiting(150_000), "比 120,000 元多 30,000 元：教學"),
    Case("C22", VISITING, visiting(120_000), visiting(150_001), "上限 150,000 元，超過 1 元"),
    Case("C22", VISITING, visiting(0, 75_000), visiting(0, 75_001), "上限 75,000 元，超過 1 元"),
    # Lines of the budgets
    *(
        Case(
            "C05",
            BUDGET,
            asking(plan, 50_000, line("教材教具費", 10_000)),
            asking(plan, 50_000, line("教材教具費", 10_001)),
            "教材教具費 10,001 元，上限是補助總經費 50,000 元之 20%（10,000 元），超過 1 元",
        )
        for plan in ("計畫一", "計畫二", "計畫三", "計畫四", None)
    ),
    *(
        Case(
            "C07",
            BUDGET,
            asking(plan, 50_000, line("資料蒐集費（圖書）", 5_000)),
            asking(plan, 50_000, line("資料蒐集費（圖書）", 5_001)),
            "資料蒐集費 5,001 元，上限是補助總經費 50,000 元之 10%（5,000 元），超過 1 元",
        )
        for plan in ("計畫一", "計畫二", "計畫三", "計畫四", None)
    ),
    Case(
        "C05",
        BUDGET,
        asking("計畫一", 50_000, line("教具費", 20_000), school=COMMUNITY),
        asking("計畫一", 50_000, line("教具費", 5_000), line("教材費", 5_001)),
        "10,001 元",
    ),
    Case(
        "C25",
        BUDGET,
        asking("計畫一", 50_000, line("教材教具費", 10_000), school=COMMUNITY),
        asking("計畫一", 50_000, line("教材教具費", 10_001), school=COMMUNITY),
    ),
    Case(
        "C25",
        BUDGET,
        asking("計畫一", 50_000, line("教材教具費", 10_001)),
        asking("計畫一", 50_000, line("教材教具費", 10_001), school="社團法人東岸協會"),
    ),
    Case(
        "C24",
        VISITING,
        visiting(50_000, 0, line("資料蒐集費", 30_000)),
        visiting(50_000, 0, line("資料蒐集費", 30_001)),
        "上限 30,000 元，超過 1 元",
    ),
    *(
        Case("E03", form, lists(form, item, rows, 1_000), lists(form, item, rows, other), said)
        for form in (BUDGET, VISITING)
        for item, rows in (("教材教具費", "物品明細"), ("資料蒐集費", "書籍清單"))
        for other, said in (
            (1_001, f"{item} 1,000 元不符，相差 1 元"),
            (999, f"{item} 1,000 元不符，相差 1 元"),
            (None, f"編列{item}者要填{rows}"),
        )
    ),
    *(
        Case(
            "E03",
            form,
            lists(form, "膳費", rows, None),
            lists(form, "膳費", rows, 1),
            f"要填{item}",
        )
        for form in (BUDGET, VISITING)
        for item, rows in (("教材教具費", "物品明細"), ("資料蒐集費", "書籍清單"))
    ),
    *(
        Case(
            "E03",
            form,
            {**lists(form, item, rows, 1_000), **detailed},
            {**lists(form, item, rows, 1_000), block: [{**line(item, 1_000), "說明": ""}]},
            f"{item}的說明要填預計購買的",
        )
        for form, block in ((BUDGET, "經費項目"), (VISITING, "經常門"))
        for item, rows in (("教材教具費", "物品明細"), ("資料蒐集費", "書籍清單"))
        for detailed in ({block: [{**line(item, 1_000), "說明": f"如{rows}"}]},)
    ),
    *(
        Case(
            "E03",
            form,
            lists(form, item, rows, 1_000),
            {**lists(form, item, rows, 1_000), rows: [{name: "甲", "單價": 1_000}]},
            f"{rows}要填每一項的數量",
        )
        for form in (BUDGET, VISITING)
        for item, rows, name in (
            ("教材教具費", "物品明細", "品名"),
            ("資料蒐集費", "書籍清單", "書名"),
        )
    ),
    *(
        Case(
            "C07",
            form,
            lists(form, "資料蒐集費", "書籍清單", 1_000),
            lists(form, "教材教具及資料蒐集費", "書籍清單", 900),
            "寫在同一項",
        )
        for form in (BUDGET, VISITING)
    ),
    *(
        Case("C70", form, refund(*passes), refund(*fails), said)
        for form in (BUDGET, VISITING)
        for passes, fails, said in (
            (("", "繳回"), ("", "繳回", "不繳回", "按補助比率繳回"), "請擇一勾選"),
            (
                ("", "不繳回", "依契約約定"),
                (" ", "不繳回"),
                "沒有敘明依據（依契約約定或按補助比率繳回）",
            ),
            (("依核定函辦理", "不繳回"), ("", "不繳回"), "「餘款繳回方式」"),
            (
                ("", "不繳回", "按補助比率繳回"),
                ("", "按補助比率繳回"),
                "沒有勾選「繳回」或「不繳回」",
            ),
            (("", "繳回"), ("依核定函辦理", "繳回"), "「不繳回依據」：填了不繳回的依據"),
        )
    ),
    # Experts
    Case("C08", BUDGET, advice(1_000), advice(1_001), "上限 1,000 元，超過 1 元"),
    Case("C08", BUDGET, advice(1_000, "次"), advice(1_001, ""), "每小時單價 1,001 元"),
    Case(
        "C08",
        BUDGET,
        advice(3_000, "人次", "林雨青教授，每次3小時"),
        advice(2_500, "人"),
        "單位是「人」，也沒有寫每次幾小時",
    ),
    Case("C08", BUDGET, advice(1_000, "節"), advice(1_001, " 節 ")),
    Case("C09", BUDGET, advice(6_000, "次"), advice(6_001, "次"), "上限 6,000 元，超過 1 元"),
    Case("C09", BUDGET, advice(6_000, "人次"), advice(6_001, "人次")),
    Case(
        "C09",
        BUDGET,
        advice(1_000, note="大學團隊到校4次，每次６小時。"),
        advice(1_000, note="大學團隊到校4次，每次６.５ 小時。"),
        "每次時數 6.5 小時，上限 6 小時，超過 0.5 小時",
    ),
    Case("C09", BUDGET, advice(1_000, note="每場2節"), advice(1_000, note="每次到校7時")),
    Case(
        "C09",
        BUDGET,
        budget("計畫四", line("諮詢費", 1_000, 6, "小時", "林雨青教授")),
        budget("計畫四", line("諮詢費", 1_000, 7, "小時", "林雨青教授")),
        "看不出分幾次到校",
    ),
    Case(
        "C10",
        BUDGET,
        budget(
            "計畫四",
            line("諮詢費", 1_000, 3, "小時", "10月5日 林雨青教授"),
            line("指導費", 1_000, 3, "小時", "10月5日 王大明教授"),
        ),
        budget(
            "計畫四",
            line("諮詢費", 1_000, 3, "小時", "10月5日 林雨青教授"),
            line("指導費", 1_000, 3, "小時", "112/10/5 林雨青教授"),
        ),
        "林雨青 10月5日也在第 1 項編列諮詢費",
    ),
    Case("C11", BUDGET, advice(1_000), advice(1_000, note=""), "要填支應何人"),
    Case(
        "C11",
        BUDGET,
        advice(1_000, note="林雨青教授輔導校內教師"),
        advice(1_000, note="校內教師陳木言"),
        "寫的是「校內教師」",
    ),
    Case("C26", BUDGET, hours("計畫一", lecture(20)), hours("計畫一", lecture(19)), "還差 1 小時"),
    Case(
        "C26",
        BUDGET,
        hours("計畫一", lecture(8), by_hour(12)),
        hours("計畫一", lecture(8), by_hour(11.5)),
        "校外專家學者時數 19.5 小時，少於 20 小時，還差 0.5 小時",
    ),
    Case(
        "C26",
        BUDGET,
        hours("計畫二", lecture(19)),
        hours("計畫一", lecture(19), lecture(5, "內聘")),
        "時數 19 小時",
    ),
    Case("C26", BUDGET, budget("計畫一"), hours("計畫一", line("膳費", 100)), "時數 0 小時"),
    Case(
        "C26",
        BUDGET,
        hours("計畫一", lecture(20), line("出席費", 2_500, 2, "人次")),
        hours("計畫一", lecture(19), line("出席費", 2_500, 2, "人次")),
        "（只計看得出時數者） 19 小時",
    ),
    Case(
        "C26",
        BUDGET,
        hours("計畫一", lecture(20), school=COMMUNITY),
        hours("計畫一", lecture(19), school=COMMUNITY),
        "（只計看得出時數者） 19 小時",
    ),
    Case(  # how many of the lessons are from outside, it does not say
        "C26",
        BUDGET,
        hours("計畫一", lecture(25)),
        hours("計畫一", lecture(25, "外聘與內聘")),
        "（只計看得出時數者） 0 小時",
    ),
    Case(
        "C27",
        BUDGET,
        hours("計畫三", by_hour(20), team=TEAM),
        hours("計畫三", by_hour(19), team=TEAM),
        "團隊時數 19 小時，少於 20 小時，還差 1 小時",
    ),
    Case(
        "C27",
        BUDGET,
        hours("計畫三", by_hour(19)),
        hours("計畫三", by_hour(19), line("指導費", 6_000, 1, "次"), team=TEAM),
        "（只計看得出時數者） 19 小時",
    ),
    # Who takes part
    *(
        Case(
            "C28",
            form,
            {"大學團隊名稱": "東岸大學、西海大學聯合教師專業團隊"},
            {"大學團隊名稱": "東岸大學甲教師專業團隊、西海大學乙教師專業團隊"},
            "寫了 2 個團隊",
        )
        for form in (BUDGET, PARTNERSHIP, RESULTS)
    ),
    Case(
        "C28",
        PARTNERSHIP,
        {"大學團隊名稱": "東岸大學甲教師專業團隊"},
        {"大學團隊名稱": "東岸大學甲教師專業團隊及西海大學乙教師專業團隊"},
        "寫了 2 個團隊",
    ),
    Case(  # 全銜 and 簡稱 are one school
        "C28",
        PARTNERSHIP,
        {"學校名稱": "花蓮縣立望海國民中學", "合作學校": "望海國中、乙國小、丙國小"},
        {"學校名稱": "花蓮縣立望海國民中學", "合作學校": "乙國小、丙國小、丁國小"},
        "4 所，上限 3 所，超過 1 所",
    ),
    Case(
        "C28",
        PARTNERSHIP,
        {"學校名稱": "甲國小", "合作學校": "甲國小、乙國小、丙國小"},
        {"學校名稱": "甲國小", "合作學校": "乙國小、丙國小、丁國小"},
        "4 所，上限 3 所，超過 1 所",
    ),
    Case(
        "C28",
        PARTNERSHIP,
        {**NO_TEAM, "合作學校": "甲國小、乙國小、丙國小、丁國小"},
        {"合作學校": "甲國小、乙國小、丙國小、丁國小"},
    ),
    Case(
        "C29",
        PRACTICE,
        plan_1("單一學校", teachers(*TEN)),
        plan_1("單一學校", teachers(*NINE)),
        "參與教師 9 位，少於 10 位：9 班以下的學校，以編制內教師總額 60% 以上",
    ),
    Case(
        "C31",
        PRACTICE,
        plan_1("跨校合作", teachers(*TEN)),
        plan_1("跨校合作", teachers(*NINE)),
        "參與教師 9 位，少於 10 位，還差 1 位",
    ),
    Case(
        "C32",
        PRACTICE,
        plan_1("自主社群", teachers(*THREE_SCHOOLS, *["甲國小"] * 7)),
        plan_1("自主社群", teachers(*THREE_SCHOOLS, *["甲國小"] * 6)),
        "還差 1 位",
    ),
    Case(
        "C32",
        PRACTICE,
        plan_1("自主社群", teachers(*THREE_SCHOOLS, *["甲國小"] * 9)),
        plan_1("自主社群", teachers("甲國小", "乙國小", *["甲國小"] * 10)),
        "參與教師的學校 2 所，少於 3 所",
    ),
    Case(
        "C32",
        PRACTICE,
        plan_1("自主社群", teachers(*TEN, "")),
        plan_1("自主社群", teachers(*TEN)),
        "學校 1 所",
    ),
    Case(  # two ways of writing a school
        "C32",
        PRACTICE,
        plan_1("自主社群", teachers(*["晨曦國小"] * 8, "花蓮縣望海國小", "東岸國中")),
        plan_1(
            "自主社群", teachers(*["晨曦國小"] * 8, "花蓮縣吉安鄉晨曦國民小學", "東岸國中教務處")
        ),
        "參與教師的學校 2 所",
    ),
    Case(
        "C32",
        PRACTICE,
        plan_1("自主社群", teachers(*THREE_SCHOOLS, *["甲國小"] * 7)),
        plan_1(
            "自主社群",
            [{**row, "職稱": "退休教師" * (n == 0)} for n, row in enumerate(SCHOOLS_OF_TEN)],
        ),
        "參與的在職教師 9 位，少於 10 位",
    ),
    Case(  # a row twice
        "C32",
        PRACTICE,
        plan_1("自主社群", SCHOOLS_OF_TEN),
        plan_1("自主社群", [*SCHOOLS_OF_TEN[:9], SCHOOLS_OF_TEN[0]]),
        "參與的在職教師 9 位",
    ),
    Case(
        "C33",
        PRACTICE,
        plan_1("法人、團體", teachers(*TEN)),
        plan_1("法人、團體", teachers(*NINE)),
        "還差 1 位",
    ),
    Case(
        "C33",
        PRACTICE,
        plan_1("法人、團體", teachers(*["東岸協會"] * 10), 合作學校="甲國小"),
        plan_1("法人、團體", teachers(*["東岸協會"] * 10)),
        "至少與一所學校合作",
    ),
    Case(
        "C33",
        PRACTICE,
        plan_1("法人、團體", teachers(*["東岸協會"] * 9, "晨曦國小教務處"), 合作學校="無"),
        plan_1("法人、團體", teachers(*["東岸協會"] * 10), 合作學校="無"),
        "合作學校寫的是「無」",
    ),
    Case(
        "C33",
        PRACTICE,
        plan_1("法人、團體", teachers(*["東岸協會"] * 9, "甲國小")),
        plan_1("法人、團體", teachers(*["東岸協會"] * 9, "中小學校長協會")),
        "「合作學校」",
    ),
    # Applications
    *(
        Case("C37", form, {"學校類型": "偏遠"}, {"學校類型": None})
        for form in (PARTNERSHIP, ACTIVITY)
    ),
    Case(
        "C37",
        SURVEY,
        {"學校類型": "偏遠地區學校", "其他學校類型": ""},
        {"學校類型": "其他", "其他學校類型": ""},
        "要填有什麼特殊需求",
    ),
    *(
        Case(
            "C39",
            form,
            subsidised(計畫名稱="海洋教育"),
            subsidised(計畫名稱="學習區完全免試國中提升學習品質計畫", 是否已申請=applied),
            "不得重複申請計畫三及計畫四",
        )
        for form in (PARTNERSHIP, ACTIVITY)
        for applied in ("是", None)
    ),
    Case(
        "C40",
        WORKSHOP,
        {"辦理時間": "113年5月15日(三) 09:00至16:00"},
        {"辦理時間": "113年5月15日(三) 09:00至16:00"},
        "期限是 113年3月15日，113年3月16日 已經過了 1 天",
        date(2024, 3, 15),
        date(2024, 3, 16),
    ),
    Case(  # there is no 30 February
        "C40",
        WORKSHOP,
        {"辦理時間": "自 2024/4/30 起兩天"},
        {"辦理時間": "自 2024/4/30 起兩天"},
        "期限是 113年2月29日",
        date(2024, 2, 29),
        date(2024, 3, 1),
    ),
    Case(
        "C40",
        WORKSHOP,
        {"辦理時間": "另行公告"},
        {"辦理時間": "１１３．５．１５ 全天"},
        passes_on=date(2024, 5, 14),
        fails_on=date(2024, 5, 14),
    ),
    *(
        Case("C41", form, told(*passes), told(*fails), said)
        for form in (PRACTICE, WORKSHOP, PARTNERSHIP, ACTIVITY)
        for passes, fails, said in (
            (("續辦", "字" * 300), ("續辦", "字" * 301), "301 字，上限 300 字，超過 1 字"),
            (("續辦", "字 \n" * 300), ("續辦", "字 \n" * 301), "上限 300 字，超過 1 字"),
            (("續辦", "有"), ("續辦", ""), "續辦者要填"),
            (("初辦", ""), ("初辦", "有"), "初辦者免填"),
        )
    ),
    *(
        Case("C49", PARTNERSHIP, NO_TEAM, {**NO_TEAM, label: value}, f"免填{label}")
        for label, value in (
            ("大學團隊名稱", TEAM),
            ("團隊主要聯絡人", {"姓名": "沈知遠"}),
            ("團隊成員", [{"姓名": "沈知遠"}]),
            ("課程規劃", "有"),
            ("教學方法", "有"),
            ("協力策略", "有"),
        )
    ),
    Case("C49", PARTNERSHIP, {}, {"辦理方式": "由學校自行規劃"}),
    *(
        Case("E13", form, {"申辦情形": "初辦"}, {"申辦情形": None}, "初辦或續辦")
        for form in (PRACTICE, WORKSHOP, PARTNERSHIP, ACTIVITY)
    ),
    *(
        Case("E14", form, subsidised(), subsidised(**{label: None}), f"要填{label}")
        for form in (PRACTICE, WORKSHOP, PARTNERSHIP, ACTIVITY)
        for label in ("補助單位", "計畫名稱", "補助金額")
    ),
    Case(
        "E14",
        PRACTICE,
        {"已申請政府補助": {"是否已申請": "否"}},
        {"已申請政府補助": {"是否已申請": "是"}},
    ),
    # Checklists
    *(
        Case("C44", form, marked(DONE, *passes), marked(*fails), said)
        for form in (RESULTS, ACTIVITY_RESULTS)
        for passes, fails, said in (
            ((DONE, NOT_DONE, NOT_DONE), (DONE, NOT_DONE), f"成果檢核第 2 項：{FILM}是「未完成」"),
            ((), (NOT_DONE, DONE), "成果檢核第 1 項：每季上傳"),
        )
    ),
    *(
        Case(
            "C45",
            form,
            {"執行期程": "112年8月1日至113年7月31日"},
            {"執行期程": "112年8月1日至113年7月31日"},
            "期限是 113年9月30日，113年10月1日 已經過了 1 天",
            date(2024, 9, 30),
            date(2024, 10, 1),
        )
        for form in (RESULTS, CURRICULUM_RESULTS, ACTIVITY_RESULTS)
    ),
    Case(  # from the end of a month on, whole months
        "C45",
        RESULTS,
        period("執行期程", "113年6月30日"),
        period("執行期程", "113年6月30日"),
        "期限是 113年8月31日",
        date(2024, 8, 31),
        date(2024, 9, 1),
    ),
    Case("C59", RESULTS, {"計畫別": "計畫三"}, {"計畫別": None}, "要填計畫名稱"),
    Case(
        "C59",
        RESULTS,
        {"計畫別": "計畫一", "大學團隊名稱": ""},
        {"計畫別": "計畫一", "大學團隊名稱": TEAM},
        "申請計畫一者免填大學團隊名稱",
    ),
    Case(
        "C59",
        RESULTS,
        {"計畫別": "計畫三", "大學團隊名稱": TEAM},
        {"計畫別": "計畫三", "大學團隊名稱": ""},
        "由大學團隊協助者要填大學團隊名稱",
    ),
    *(
        Case("C60", form, passes, fails, said)
        for form in (RESULTS, ACTIVITY_RESULTS)
        for passes, fails, said in (
            (marked(*[DONE] * 4), marked(*[DONE] * 3), "「成果檢核」：第 4 項沒有勾選"),
            (marked(*[NOT_DONE] * 4), marked("", DONE, "", DONE), "第 1、3 項沒有勾選"),
            ({"實施成效": "1. 共備 14 次"}, {"實施成效": " "}, "要填實施成效"),
        )
    ),
    Case(
        "C60",
        CURRICULUM_RESULTS,
        {"對話機制": [NOT_DONE] * 3},
        {"對話機制": [NOT_DONE] * 2},
        "「對話機制」：第 3 項沒有勾選",
    ),
    Case("C60", CURRICULUM_RESULTS, {"實施成效": "1."}, {"實施成效": ""}, "要填實施成效"),
    *(
        Case("C61", form, marked(*[DONE] * 4), marked(*fails), said)
        for form, licence in (
            (RESULTS, "成果及教學影像紀錄授權書"),
            (ACTIVITY_RESULTS, "成果及影像紀錄授權書"),
        )
        for fails, said in (
            ((DONE, DONE, NOT_DONE, DONE), "第 3 項：學生與家長影像紀錄拍攝同意書是「未完成」"),
            ((DONE, DONE, DONE, NOT_DONE), f"第 4 項：{licence}是「未完成」"),
        )
    ),
    *(
        Case("C61", CURRICULUM_RESULTS, marked(NOT_DONE, DONE, DONE), marked(*fails), said)
        for fails, said in (
            ((DONE, NOT_DONE, DONE), "第 2 項：每季上傳歷程紀錄是「未完成」"),
            ((DONE, DONE, NOT_DONE), "第 3 項：課程計畫紙本一冊暨光碟一份是「未完成」"),
        )
    ),
    Case(
        "C62",
        ACTIVITY_RESULTS,
        {"參與學生數": {"九年級": 0}},
        {"參與學生數": {}},
        "要填參與學生數",
    ),
    # Periods, schools that join, refunds
    *(
        Case(
            "C57",
            form,
            period("執行期程", "113年7月31日"),
            period("執行期程", "113年8月1日"),
            "跨 112 與 113 學年度",
        )
        for form in (RESULTS, CURRICULUM_RESULTS, ACTIVITY_RESULTS)
    ),
    Case(
        "C57",
        VISITING,
        period("辦理期程", "113年7月31日", 學年度=112),
        period("辦理期程", "113年8月1日", 學年度=112),
        "跨 112 與 113 學年度",
    ),
    Case(
        "C57",
        VISITING,
        period("辦理期程", "113年7月31日", 學年度=None),
        period("辦理期程", "113年7月31日", 學年度=113),
        "屬於 112 學年度，表上的學年度是 113",
    ),
    *(
        Case("C67", form, {**how, **passes}, {**how, **fails}, said)
        for form, how in (
            (PRACTICE, plan_1("跨校合作", teachers(*TEN))),
            (PARTNERSHIP, {"辦理模式": "跨校申請", "合作學校": ""}),
        )
        for passes, fails, said in (
            (
                {"學校名稱": "甲國小", "合作學校": "甲國小、乙國小"},
                {"學校名稱": "甲國小", "合作學校": "甲國小"},
                "「合作學校」：聯合數校共同申請者要填合作學校",
            ),
            (
                {"學校名稱": "甲國小", "合作學校": "乙國小"},
                {"學校名稱": "甲國小、乙國小", "合作學校": "乙國小"},
                "「學校名稱」：寫了 2 所學校（甲國小、乙國小），應以其中一校為申請學校",
            ),
        )
    ),
    Case(
        "C67",
        PRACTICE,
        plan_1("單一學校", teachers(*TEN), 合作學校=""),
        plan_1("跨校合作", teachers(*TEN), 合作學校=""),
    ),
    Case(
        "C67",
        PARTNERSHIP,
        {"辦理模式": "單一學校", "合作學校": ""},
        {"辦理模式": "跨校申請", "合作學校": ""},
    ),
    # 計畫五
    Case(
        "C55",
        VISITING,
        {"教學訪問教師": "陳木言"},
        {"教學訪問教師": "陳木言、林遠山"},
        "2 位，上限 1 位，超過 1 位",
    ),
    Case(
        "C58",
        VISITING,
        visiting(50_000, 0, line("參訪交通費", 1_000)),
        visiting(50_000, 0, line("赴海外學校參訪費", 1_000)),
        "經常門第 1 項「項目」：編列「赴海外學校參訪費」，服務滿 2 年且經評選績優者",
    ),
    *(
        Case("C69", SURVEY, passes, fails, said)
        for passes, fails, said in (
            ({"申辦情形": "初辦"}, {"申辦情形": None}, "要填申辦情形"),
            ({"需求項目": {"需求": ["閱讀教學"]}}, {"需求項目": {}}, "要填需求項目"),
            (
                {"異動人數": 14, "教師總人數": 14},
                {"異動人數": 15, "教師總人數": 14},
                "異動人數 15 人，多於教師總人數 14 人",
            ),
            (
                {"申辦多年期": "是", "須同一位教師": "是"},
                {"申辦多年期": "是", "須同一位教師": None},
                "申辦多年期者要填教學訪問教師是否須同一位",
            ),
            (
                {"申辦多年期": "否", "須同一位教師": None},
                {"申辦多年期": "否", "須同一位教師": "否"},
                "不申辦多年期者免填",
            ),
            (lodgings(2), lodgings(1), "1 間，少於 2 間"),
            (lodgings(3), lodgings(4), "4 間，上限 3 間"),
            ({}, {"照片": []}, "要填住宿環境照片"),
        )
    ),
    # 審查基準
    *(
        Case("C71", form, {label: "有"}, {label: " "}, f"審查基準會看的部分要填{label}")
        for form, labels in (
            (PRACTICE, ("計畫目標", "行政運作及支持", "課程規劃", "學生學習評量", "特色或創新")),
            (PARTNERSHIP, ("計畫目標", "行政運作及支持", "學生學習評量", "特色或創新")),
            (ACTIVITY, ("計畫目標", "參與學生課程活動類型")),
        )
        for label in labels
    ),
    Case("C71", PARTNERSHIP, NO_TEAM, {**NO_TEAM, "學生學習評量": ""}),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.rule} {case.form[16:]}")
def test_at_the_limit_and_one_over(case: Case):
    check(case)


def test_every_rule_has_a_case():
    held: set[tuple[str, str]] = {(case.rule, case.form.split("/")[1]) for case in CASES}
    assert held == {(rule.number, form) for rule in RULES for form in rule.forms}


def test_each_single_rule_speaks_in_a_case():
    """Several rules share a number: none of them, error or warning, is silent in all cases."""
    spoken: set[tuple[str, Severity, str]] = set()
    for case in CASES:
        for finding in found(case.form, case.fails, case.fails_on):
            assert finding.clause
            spoken.add((finding.rule, finding.severity, finding.clause.text))
    assert {(r.number, r.severity, r.clause.text) for r in RULES} <= spoken


def test_an_eleventh_teacher_is_lawful():
    """C42: 「得列主要參與人10位即可」 is a permission."""
    for people in (10, 11, 30):
        assert found(PRACTICE, {"參與教師": teachers(*["甲國小"] * people)}) == []


@pytest.mark.parametrize(
    ("form", "facts", "number"),
    [
        (PRACTICE, told("初辦", "有"), "C41"),
        (PARTNERSHIP, {**NO_TEAM, "課程規劃": "有"}, "C49"),
    ],
)
def test_what_need_not_be_filled_in_may_be(form: str, facts: Changes, number: str):
    (finding,) = [finding for finding in found(form, facts) if finding.rule == number]
    assert finding.severity is Severity.WARNING
    assert "填了並不違反規定" in str(finding)


def test_what_binds_the_other_plans_does_not_bind_plan_5():
    """C23: 「但申請計畫五之補助者，不在此限」."""
    lines = [
        line("教材教具費", 20_000),
        line("資料蒐集費", 10_000),
        line("諮詢費", 9_000, 1, "小時", ""),
    ]
    facts = visiting(50_000, 0, *lines)
    assert {finding.rule for finding in found(VISITING, facts)} <= {"E03"}


@pytest.mark.parametrize(
    ("form", "changes", "on", "printed"),
    [
        (
            BUDGET,
            asking("計畫三", 250_001),
            None,
            "[提醒] 「合計」：合計 250,001 元，比 250,000 元多 1 元："
            "具分校或分班者，每分校或每分班才得另補助最高 100,000 元"
            "（國教署活化教學與多元學習作業要點 三 計畫三 一：「每校每年最高補助二十五萬元；"
            "具分校或分班者，每分校或每分班得另補助最高十萬元。」）（說明：附件十三寫「每校或每班得另核定」，"
            "第三點寫「每分校或每分班得另補助」，這裡照第三點，只有分校與分班各加 100,000 元）",
        ),
        (
            BUDGET,
            advice(1_500),
            None,
            "[錯誤] 經費項目第 1 項「單價」：諮詢費、輔導費、指導費每小時單價 1,500 元，"
            "上限 1,000 元，超過 500 元（國教署活化教學與多元學習作業要點 附件八 備註 3："
            "「諮詢費、輔導費及指導費應為支應專家學者或大學團隊之用，每人每小時核予1,000元，"
            "每次最高以6小時為限，且同一日同一校之費用以1次計算。」）（說明：以人次、次、場編列者，"
            "單價以每次時數乘 1,000 元為限，說明寫明人數者乘人數；學生輔導、課後輔導、夜間輔導等"
            "不是支應專家學者，不在此列）",
        ),
        (
            ACTIVITY,
            subsidised(補助金額=None),
            None,
            "[錯誤] 已申請政府補助「補助金額」：已申請政府補助者要填補助金額，現在是空白"
            "（國教署活化教學與多元學習作業要點 附件二、三、五、六："
            "「補助單位：_____；計畫名稱：_____；補助金額：新臺幣_____」）",
        ),
        (
            CURRICULUM_RESULTS,
            {},
            date(2024, 10, 10),
            "[錯誤] 成果檢核表：成果檢核表在計畫結束日 2 個月內送出：計畫結束日 113年7月31日，"
            "期限是 113年9月30日，113年10月10日 已經過了 10 天（國教署活化教學與多元學習作業要點 "
            "七(三)：「受補助者應於計畫結束後二個月內，依「教育部補(捐)助及委辦經費核撥結報作業要點」"
            "及本署相關法令之規定，報本署辦理核結」）",
        ),
    ],
)
def test_messages(form: str, changes: Changes, on: date | None, printed: str):
    assert printed in [str(finding) for finding in found(form, changes, on)]


MUST_BE_SAID = {"C37", "C59", "C60", "C62", "C69", "C71", "E13"}
"""What a paper must say, so that a blank one is found fault with."""

KEYS = sorted({f"active_teaching/{form}" for rule in RULES for form in rule.forms})


@pytest.mark.parametrize("key", KEYS)
def test_samples_and_blank_forms(key: str):
    form = get_form(key)
    assert form.sample().check() == ()
    asked = {finding.rule for finding in form.blank().check(date(2024, 1, 1))}
    assert asked <= MUST_BE_SAID


@pytest.mark.parametrize("key", KEYS)
def test_sixty_rows(key: str):
    form = get_form(key).sample()
    for name in type(form).model_fields:
        rows = getattr(form, name)
        if isinstance(rows, list):
            setattr(form, name, (rows * 60)[:60])
    assert all(isinstance(finding, Finding) for finding in form.check(date(2024, 1, 1)))


TEXTS = st.sampled_from(
    [
        "",
        " ",
        "、",
        "諮詢費",
        "講座鐘點費",
        "教材教具費",
        "資料蒐集費",
        "交通費",
        "出席費（內聘、外聘）",
        "每次99小時",
        "每次９.5小時",
        "113年2月30日",
        "0/1/1",
        "9999/12/31",
        "1/1/1",
        "完全免試",
        "團隊、團隊",
    ]
) | st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "Zs"]), max_size=12)
AMOUNTS = st.sampled_from([None, 0, 1, 1_001, 250_001, 10**16 - 1])
ROWS = st.lists(
    st.fixed_dictionaries(
        {"項目": TEXTS, "說明": TEXTS, "單位": st.sampled_from(["", "節", "次", "小時", " "])},
        optional={"單價": AMOUNTS, "數量": st.sampled_from([None, 0, 1, "2"]), "初審金額": AMOUNTS},
    ),
    max_size=4,
)
DAYS = st.none() | st.dates(date(1912, 1, 1))


def odd_facts(form: type[Facts], data: st.DataObject) -> Changes:
    """Texts, budget lines and nothing at all, wherever a form takes them."""
    facts: Changes = {}
    for field in form.model_fields.values():
        label = str(field.title)
        if field.annotation is str:
            facts[label] = data.draw(TEXTS)
        elif label in ("經費項目", "經常門", "資本門"):
            facts[label] = data.draw(ROWS)
        elif label == "學校名稱":
            facts[label] = data.draw(TEXTS.filter(bool))
        elif label == "計畫別":
            facts[label] = data.draw(st.sampled_from([None, "計畫一", "計畫三"]))
        elif label == "執行期程":
            last = st.sampled_from(["9999/12/31", "1912/1/1", "113/7/31"])
            facts[label] = f"1912/1/1至{data.draw(last)}"
    return {label: value for label, value in facts.items() if not is_blank(value)}


@pytest.mark.parametrize("key", KEYS)
@given(data=st.data())
@settings(max_examples=60, deadline=None)
def test_odd_facts_never_raise(key: str, data: st.DataObject):
    form = get_form(key)
    blank: Form = form.blank()
    for label, value in odd_facts(form, data).items():
        name = next(n for n, field in form.model_fields.items() if field.title == label)
        with suppress(FactsError):  # no such facts can be given
            setattr(blank, name, value)
    for finding in blank.check(data.draw(DAYS)):
        assert str(finding)


@pytest.mark.parametrize(
    ("day", "months", "last"),
    [
        (date(2024, 7, 31), 2, date(2024, 9, 30)),
        (date(2024, 6, 30), 2, date(2024, 8, 31)),
        (date(2024, 6, 29), 2, date(2024, 8, 29)),
        (date(2023, 2, 28), 2, date(2023, 4, 30)),
        (date(2024, 2, 28), 2, date(2024, 4, 28)),
        (date(2022, 12, 30), 2, date(2023, 2, 28)),
        (date(2023, 12, 31), 2, date(2024, 2, 29)),
        (date(2024, 4, 30), -2, date(2024, 2, 29)),
        (date(2024, 1, 15), -2, date(2023, 11, 15)),
        (date(2024, 12, 1), 1, date(2025, 1, 1)),
        (date(9999, 11, 30), 2, None),
        (date(1912, 1, 1), -2, None),
    ],
)
def test_months_from(day: date, months: int, last: date | None):
    assert months_from(day, months) == last


@pytest.mark.parametrize(
    "name",
    [
        "花蓮縣立望海國民中學",
        "晨曦國小",
        "望海國中潮汐分校",
        "東岸高級中學國中部",
        "東岸高中附設國民小學部",
        "晨曦國民小學等三校",
        "望海國小礁岩分班",
        "東大附小",
        "晨曦國小（主辦）",
        "望海國中小",
    ],
)
def test_names_of_schools(name: str):
    assert is_school_name(name)


@pytest.mark.parametrize(
    "name", ["", COMMUNITY, "中小學校長協會", "東岸教育基金會", "國小數學社群"]
)
def test_names_of_others(name: str):
    assert not is_school_name(name)


def test_named_in():
    assert named_in("甲國小、 乙國小；甲國小\n,") == ["甲國小", "乙國小"]


def test_rules_say_what_they_ask():
    for rule in RULES:
        assert isinstance(rule, Rule)
        assert re.search("[\u4e00-\u9fff]", rule.asks)
        assert "。" not in rule.asks


def test_marks_of_a_checklist_up_to_the_last():
    """C44 and C61 speak of what is 未完成; of items that are not marked C60 does."""
    checklist = OutcomeChecklist(school="甲國小", results=(None, None, NOT_DONE))
    held = [f for f in checklist.check() if f.path[:1] == ("成果檢核",)]
    assert [(f.rule, f.where) for f in held] == [
        ("C60", "「成果檢核」"),
        ("C61", "成果檢核第 3 項"),
    ]
    assert held[0].message == "第 1、2、4 項沒有勾選完成或未完成"


@pytest.mark.parametrize(
    ("form", "changes", "number", "said"),
    [
        (VISITING, {"教學訪問教師": "甲、乙"}, "C55", "跨校合作最多三校，合申請一人"),
        (VISITING, visiting(60_001, 40_000), "C20", "第七點沒有這一目"),
        (CURRICULUM_RESULTS, marked(DONE, NOT_DONE, DONE), "C61", "只列計畫一、三、四"),
        (CURRICULUM_RESULTS, marked(DONE, DONE, NOT_DONE), "C61", "讀作成果檢核的第三項"),
        (BUDGET, lists(BUDGET, "教材教具費", "物品明細", 999), "E03", "依備註 5、6"),
    ],
)
def test_how_the_text_is_read(form: str, changes: Changes, number: str, said: str):
    notes = {f.note for f in found(form, changes) if f.rule == number}
    assert len(notes) == 1
    (note,) = notes
    assert said in note


def test_a_deadline_that_follows_from_facts_is_one_of_the_calendar():
    closing = next(r for r in deadlines_among(RULES) if r.number == "C45")
    assert (closing.last_called, callable(closing.last)) == ("計畫結束後 2 個月內", True)
    checklist = OutcomeChecklist(school="甲國小")
    assert closing.day(checklist) is None
    checklist.period = RocPeriod("112年8月1日至113年7月31日")
    assert str(closing.day(checklist)) == "113年9月30日"
