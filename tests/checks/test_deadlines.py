"""The days by which a paper is handed in: as far as the facts say them, and how far ahead."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from jingjin_forms import get_form, load_packet
from jingjin_forms.checks.deadlines import Due, appointed, calendar, dues_of
from jingjin_forms.checks.kinds import Deadline
from jingjin_forms.forms.catalog import get_programme
from jingjin_forms.values.roc import RocDate
from tests.checks.test_kinds import ANY, paper

FIXED = Deadline(**ANY, what="甲", last=RocDate("113年9月30日"), hour="下午5時")
DECIDED = Deadline(
    **ANY, what="乙", last=lambda p: RocDate("113年3月1日") if p.text else None, last_called="x"
)
OTHERS = Deadline(**ANY, what="丙", last=RocDate("113年1月1日"), when=lambda p: p.text == "丙")


def test_as_far_as_the_facts_say_them_by_day():
    rules = (FIXED, DECIDED, OTHERS)
    assert [due.rule.what for due in dues_of(rules, paper())] == ["甲"]
    assert [due.rule.what for due in dues_of(rules, paper(說明文字="x"))] == ["乙", "甲"]
    assert [str(due) for due in dues_of(rules, paper(說明文字="丙"))] == [
        *("113年1月1日", "113年3月1日", "113年9月30日下午5時")
    ]


@pytest.mark.parametrize(
    ("on", "told"),
    [
        (date(2024, 9, 29), "還有 1 天"),
        (datetime(2024, 9, 29, 23, 59), "還有 1 天"),
        (date(2024, 9, 30), "當天"),
        (date(2024, 10, 1), "已過 1 天"),
        (None, ""),
    ],
)
def test_how_far_ahead(on: date | None, told: str):
    assert Due(FIXED, RocDate("113年9月30日")).ahead(on) == told


def test_of_a_form():
    plan = get_form("school_based/implementation_plan").sample()
    (due,) = (due for due in plan.deadlines() if due.rule.number == "A15")
    assert str(due) == "112年3月17日下午5時"
    other = plan.model_copy(update={"school_year": None})
    assert other.deadlines() == []


class TestEachOnce:
    def test_what_a_paper_and_its_packet_have_is_one(self):
        other = replace(FIXED, what="丁")
        later = replace(FIXED, hour="下午6時")
        found = appointed((FIXED, other, FIXED, later), ())
        assert [(str(one), one.rule.what) for one in found] == [
            ("113年9月30日下午5時", "甲、丁"),
            ("113年9月30日下午6時", "甲"),
        ]

    def test_by_day_and_those_not_known_last(self):
        found = appointed((DECIDED, FIXED, OTHERS), dues_of((DECIDED, FIXED), paper()))
        assert [str(one) for one in found] == ["113年1月1日", "113年9月30日下午5時", "x"]
        assert [one.ahead(date(2024, 1, 2)) for one in found] == ["已過 1 天", "還有 272 天", ""]

    def test_on_the_day_that_the_facts_say(self):
        rules = (DECIDED, FIXED)
        found = appointed(rules, dues_of(rules, paper(說明文字="x")))
        assert [str(one) for one in found] == ["113年3月1日", "113年9月30日下午5時"]

    def test_of_a_programme(self):
        told = [rule.what for _, rule in calendar(get_programme("school_based").editions)]
        assert told == ["審查作業表與實施計畫、送審文件", "修正計畫", "成果報告"]

    def test_of_a_packet_and_of_a_form(self):
        facts = {"送件": "active_teaching/results", "申請類別": "計畫一"}
        period = {"執行期程": "112年8月1日至113年7月31日"}
        known = [str(one) for one in load_packet({**facts, **period}).calendar()]
        assert known[0] == "113年9月30日"
        assert str(load_packet(facts).calendar()[0]) == "辦理日 2 個月前"
        assert len(known) == len(load_packet(facts).calendar()) == 3
        plan = get_form("school_based/implementation_plan").sample()
        assert len(plan.calendar()) == 3
        assert plan.model_copy(update={"school_year": None}).calendar() == []
