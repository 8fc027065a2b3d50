"""The days by which a paper is handed in: as far as the facts say them, and how far ahead."""

from datetime import date, datetime

import pytest

from jingjin_forms import get_form
from jingjin_forms.checks.deadlines import Due, dues_of
from jingjin_forms.checks.kinds import Deadline
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
