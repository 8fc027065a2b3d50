"""What is handed in for 花蓮縣 學校本位進修, how, and what the results say together."""

from pathlib import Path
from typing import Any

import pytest

from jingjin_forms.checks import Finding, Severity
from jingjin_forms.facts.facts_file import read_facts
from jingjin_forms.packets.packet import Packet
from jingjin_forms.packets.papers import State
from jingjin_forms.packets.reading import load_packet
from jingjin_forms.programmes.school_based.application import (
    SchoolBasedApplication,
    SchoolBasedResults,
)

SAMPLES = Path(__file__).parents[3] / "samples" / "packets" / "school_based"
RESULTS = read_facts(SAMPLES / "results.yaml")
SHEETS = RESULTS["實施成果"]


def results(**changes: Any) -> Packet:
    """The sample's results with these changes, by label."""
    return load_packet({**RESULTS, **changes}, folder=SAMPLES)


def of_rule(number: str, packet: Packet) -> list[Finding]:
    return [finding for finding in packet.check() if finding.rule == number]


def test_spent_is_at_most_what_was_granted():
    assert of_rule("A36", results(核定金額="28,000", 實支金額="28,000")) == []
    (finding,) = of_rule("A36", results(核定金額="28,000", 實支金額="28,001"))
    assert finding.severity is Severity.ERROR
    assert "實支金額 28,001 元，核定金額 28,000 元，超過 1 元" in finding.message
    assert finding.clause is not None
    assert finding.clause.text == "經費申額度分下列兩類，依審查核定金額補助。"


def test_spent_is_at_most_what_was_estimated():
    assert of_rule("A39", results()) == []
    assert of_rule("A39", results(核定金額=None, 實支金額="29,970")) == []
    (finding,) = of_rule("A39", results(核定金額=None, 實支金額="29,971"))
    assert "經費概算的合計 29,970 元，超過 1 元" in finding.message


def test_granted_is_at_most_what_was_asked():
    assert of_rule("E04", results()) == []
    (finding,) = of_rule("E04", results(核定金額="29,971"))
    assert "申請的合計 29,970 元，超過 1 元" in finding.message


def test_money_left_needs_its_slip():
    left = results(核定金額="29,970", 實支金額="29,969")
    assert [finding.paper for finding in of_rule("A23", left)] == ["繳款書"]
    enclosed = {**RESULTS["自備"], "繳款書": "own/benefits.docx"}
    assert of_rule("A23", results(實支金額="29,969", 自備=enclosed)) == []
    assert of_rule("A23", results(實支金額="29,970")) == []


@pytest.mark.parametrize(
    ("changes", "blank"),
    [
        ({"核定金額": None, "實支金額": None}, "核定金額、實支金額"),
        ({"核定金額": None}, "核定金額"),
        ({"實支金額": None}, "實支金額"),
    ],
)
def test_without_both_amounts_no_one_can_say_whether_money_is_left(changes: Any, blank: str):
    (finding,) = of_rule("A23", results(**changes))
    assert finding.severity is Severity.WARNING
    assert f"沒有填{blank}，看不出有沒有結餘款" in finding.message


def test_courses_are_registered():
    assert of_rule("A24", results()) == []
    for answer in ("否", None):
        (finding,) = of_rule("A24", results(全國教師進修網登錄=answer))
        assert finding.severity is Severity.WARNING


def test_each_session_has_its_photographs():
    assert of_rule("A37", results()) == []
    (finding,) = of_rule("A37", results(實施成果=[SHEETS[0], SHEETS[3]]))
    assert "第 2、3、5、6 場沒有實施成果" in finding.message
    assert finding.paper == "實施成果"
    any_day = {"主題": "共備", "照片": SHEETS[0]["照片"]}
    assert of_rule("A37", results(實施成果=[*SHEETS[:5], any_day])) == []
    (twice,) = of_rule("A37", results(實施成果=[*SHEETS[:5], SHEETS[4]]))
    assert "第 6 場沒有" in twice.message
    (blank,) = of_rule("A37", results(實施成果=[*SHEETS[:5], {"場次": 6}]))
    assert blank.where == "「照片」"


def test_a_feedback_takes_the_day_and_name_of_its_session():
    (sheet,) = results().forms("orid_feedback")
    facts = sheet.context()
    assert str(facts["日期"]) == "112年10月18日"
    assert facts["活動名稱"] == "探究歷程的評量規準"
    assert facts["姓名"] == "許安禾老師"


def test_without_feedback_nothing_is_missing():
    """「參考表格」: the records that are asked for by name are others."""
    made = results(教師質性回饋=[])
    assert made.check() == ()
    assert "教師質性回饋" not in {paper.title for paper in made.papers}
    wrong = results(教師質性回饋=["x"])
    assert [p.state for p in wrong.papers if p.title == "教師質性回饋"] == [State.FAULTY]


def test_how_the_papers_are_handed_in():
    """Each way with a sentence of the text."""
    ways = {
        (paper.title, delivery.how, delivery.copies)
        for kind in (SchoolBasedApplication, SchoolBasedResults)
        for paper in kind.papers
        for delivery in paper.deliveries
    }
    assert ways == {
        ("審查作業表", "紙本", "裝訂成冊，1式1份"),
        ("審查作業表", "上傳", ""),
        ("實施計畫", "紙本", "裝訂成冊，1式1份"),
        ("實施計畫", "上傳", ""),
        ("成果評估分析表", "上傳", ""),
        ("實施成果", "上傳", ""),
        ("簽到表", "掃瞄後上傳", ""),
        ("經費概算表", "上傳", ""),
        ("經費概算表", "郵寄", "正本（已核章）"),
    }
    for kind in (SchoolBasedApplication, SchoolBasedResults):
        for paper in kind.papers:
            for delivery in paper.deliveries:
                said = (delivery.clause or paper.clause).text
                assert delivery.to in said
                assert all(part in said for part in delivery.copies.split("，"))
