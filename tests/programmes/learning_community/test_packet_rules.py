"""What a school hands in for its communities together: at the limit, one over, and beside it."""

from copy import deepcopy
from datetime import date
from typing import Any

import pytest

from jingjin_forms import Finding, get_form
from jingjin_forms.checks import Severity
from jingjin_forms.packets.application import list_applications
from jingjin_forms.packets.papers import State
from jingjin_forms.programmes.learning_community import rules as learning_community
from jingjin_forms.values.roc import RocDate
from tests.checks.case import line
from tests.helpers import docx_text
from tests.packets.test_packet import facts, packet

APPLICATION = "learning_community/application"
RESULTS = "learning_community/results"
BUDGETS = "教師專業學習社群經費概算表"
NUMBERS = {rule.number for rule in learning_community.RULES if "application" in rule.forms}

Line = dict[str, Any]


def communities(*changes: dict[str, Any]) -> dict[str, Any]:
    """As many communities as changes, each as the sample's first otherwise."""
    first = facts(APPLICATION)["社群"][0]
    names = ("甲", "乙", "丙")
    return {
        "社群": [
            {**deepcopy(first), "社群名稱": name, **changed}
            for name, changed in zip(names, changes, strict=False)
        ]
    }


def asking(*amounts: int) -> dict[str, Any]:
    return budgets(*([line("資料印刷費", amount)] for amount in amounts))


def budgets(*lines: list[Line]) -> dict[str, Any]:
    return communities(*({"經費項目": given} for given in lines))


def paid(price: int, *hours: int) -> dict[str, Any]:
    """A community for each of the hours."""
    note = "外聘" if price == 1_600 else "校內"
    return budgets(*([line("講師鐘點費", price, count, "時", note)] for count in hours))


def consulted(*times: int) -> dict[str, Any]:
    return budgets(*([line("諮詢費", 1_000, count)] for count in times))


def told(changes: dict[str, Any], number: str, on: date | None = None) -> list[Finding]:
    return [found for found in packet(APPLICATION, **changes).check(on) if found.rule == number]


OTHER_SCHOOL = {"學校名稱": "臺中市和平區望海國民小學"}

CASES = [
    ("D05", asking(2_500, 2_500), asking(2_500, 2_501), "各社群合計 5,001 元，上限 5,000 元"),
    ("D05", asking(5_000), asking(5_000, 5_000), "10,000 元"),
    ("D05", asking(1_000), asking(5_000, 5_000, 5_000), "15,000 元"),
    ("D05", budgets([], []), asking(5_001), "各社群合計 5,001 元"),
    ("D07", paid(1_600, 1, 1), paid(1_600, 1, 2), "各社群外聘講師鐘點費 3 小時"),
    ("D08", paid(800, 2, 2), paid(800, 3, 2), "各社群校內老師鐘點費 5 小時"),
    ("D09", consulted(1, 1), consulted(2, 1), "各社群諮詢費 3 次"),
    ("D20", {}, {"預期效益與學習資源": " "}, "附件-1 沒有這兩欄"),
    ("D27", communities({}, {}), communities({}, OTHER_SCHOOL), "寫了 2 所學校"),
]


@pytest.mark.parametrize(("number", "passes", "fails", "message"), CASES)
def test_case(number: str, passes: dict[str, Any], fails: dict[str, Any], message: str):
    assert told(passes, number) == []
    (finding,) = told(fails, number)
    assert finding.clause
    assert message in finding.message


def test_every_rule_of_the_packet_has_a_case():
    assert {number for number, *_ in CASES} | {"D13", "D14"} == NUMBERS


def test_what_the_school_asks_for_is_said_once_for_all_its_budgets():
    """Each alone is above too; the sum says it, and why it is one sum."""
    (finding,) = told(asking(6_000, 6_000), "D05")
    assert (finding.paper, finding.path) == (BUDGETS, ("合計",))
    assert "以校計" in finding.note
    assert [found.rule for found in packet(APPLICATION, **asking(4_500)).check()] == []


def test_reminded_once_of_what_the_form_has_no_place_for():
    reminders = told({"預期效益與學習資源": "", **communities({}, {}, {})}, "D20")
    assert [finding.severity for finding in reminders] == [Severity.WARNING]


def test_the_days_of_upload():
    for day, severity in ((1, Severity.WARNING), (2, None), (8, None), (9, Severity.ERROR)):
        found = told({}, "D13", date(2013, 10, day))
        assert [finding.severity for finding in found] == ([severity] if severity else [])
    revised = {"修正版": "是"}
    for day, severity in ((14, Severity.WARNING), (15, None), (16, Severity.ERROR)):
        found = told(revised, "D14", date(2013, 10, day))
        assert [finding.severity for finding in found] == ([severity] if severity else [])
        assert told(revised, "D13", date(2013, 10, day)) == []


def test_papers_say_who_seals_them_and_where_they_are_uploaded():
    (kind,) = [kind for kind in list_applications() if kind.key == APPLICATION]
    assert {paper.title: paper.seals for paper in kind.papers if paper.seals} == {
        BUDGETS: "承辦人、教務主任、會計主任、校長"
    }
    for paper in kind.papers:
        (delivery,) = paper.deliveries
        assert (delivery.how, delivery.to) == ("上傳", "臺中市精進教學計畫成果檢核及追蹤輔導網")
        assert delivery.clause is not None
        assert delivery.to in delivery.clause.text


def test_without_a_community_its_papers_are_missing():
    missing = [f for f in packet(APPLICATION, 社群=None, 自備=None).check() if "尚缺" in f.message]
    assert [(f.rule, f.severity) for f in missing] == [("D28", Severity.ERROR)] * 3


class TestResults:
    """捌四: the report comes before the accounts are closed."""

    def test_all_parts_of_the_report_are_asked_for(self):
        missing = packet(RESULTS, 自備=None).check()
        assert [finding.paper for finding in missing] == [
            *("量之分析", "質性資料", "活動資料", "相關照片")
        ]
        assert {(finding.rule, finding.severity) for finding in missing} == {
            ("D29", Severity.ERROR)
        }
        assert all("核結時需先上" in str(finding.clause) for finding in missing)

    def test_they_are_named_after_the_school_though_no_form_is_made(self):
        made = packet(RESULTS)
        assert {paper.state for paper in made.papers} == {State.ENCLOSED}
        assert made.papers[0].file_name == "晨曦國小_量之分析.docx"
        assert made.school_year == 102
        assert made.deadlines() == []

    def test_they_are_filled_in_online(self):
        for paper in packet(RESULTS).papers:
            (delivery,) = paper.paper.deliveries
            assert delivery.to.removeprefix("臺中市") in paper.paper.clause.text

    def test_the_list_says_whose_they_are(self, tmp_path: Any):
        listed = docx_text(packet(RESULTS).save(tmp_path).paths[0].read_bytes())
        assert "臺中市和平區晨曦國民小學" in listed


def test_the_deadline_names_both_days():
    dues = packet(APPLICATION).deadlines()
    assert [(due.first, day) for due, day in dues] == [
        (RocDate("102年10月2日"), RocDate("102年10月8日"))
    ]


def test_a_sum_beyond_an_amount_settles_nothing_and_raises_nothing():
    rows = [line("資料印刷費", 9_999_999_999_999_999)] * 2
    found = packet(APPLICATION, **budgets(rows, [])).check()
    assert any("最多 16 位數" in finding.message for finding in found)
    alone = get_form("learning_community/community_budget")
    assert alone.load({"學校名稱": "x", "社群名稱": "甲", "經費項目": rows}).check()
