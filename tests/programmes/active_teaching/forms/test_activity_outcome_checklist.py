"""附件十一 成果檢核表: the students of both levels are added up, ten items are marked."""

from itertools import chain
from typing import Any

import pytest

from jingjin_forms.checks.finding import ARITHMETIC
from jingjin_forms.programmes.active_teaching.forms.activity_outcome_checklist import (
    ActivityOutcomeChecklist,
)
from tests.helpers import table_texts


def student_rows(form: ActivityOutcomeChecklist) -> list[list[str]]:
    table, _ = table_texts(form.to_bytes())
    return [row[2:4] + row[5:7] for row in table[3:10]]


def test_sample_by_hand():
    # 國小 11 + 9 + 12 + 8 + 10 + 13; 國中 18 + 15 + 16
    form = ActivityOutcomeChecklist.sample()
    assert (form.students.elementary_total, form.students.junior_high_total) == (63, 49)
    rows = student_rows(form)
    assert rows[0] == ["一年級：", "11 人", "七年級：", "18 人"]
    assert rows[3] == ["四年級：", "8 人", "總計：", "49 人"]
    assert rows[6] == ["總計：", "63 人", "", ""]


@pytest.mark.parametrize(
    ("students", "totals"),
    [
        ({}, (None, None)),
        ({"一年級": 0}, (0, None)),
        ({"二年級": 5, "六年級": "1,000"}, (1005, None)),
        ({"八年級": 7}, (None, 7)),
    ],
)
def test_level_without_figures_has_no_total(students: Any, totals: tuple[int | None, int | None]):
    form = ActivityOutcomeChecklist(school="甲國小", students=students)
    assert (form.students.elementary_total, form.students.junior_high_total) == totals


def test_wrong_total_is_found():
    form = ActivityOutcomeChecklist(school="甲國小", students={"一年級": 5, "國小總計": 6})
    assert form.students.elementary_total == 5
    assert [f.where for f in form.check() if f.code == ARITHMETIC] == ["參與學生數「國小總計」"]


def test_ten_items_in_two_groups():
    context = ActivityOutcomeChecklist.blank().context()
    assert [len(context[group]) for group in ("學生學習成效", "成果檢核")] == [6, 4]


def test_ticks_of_the_sample():
    table = [*chain(*table_texts(ActivityOutcomeChecklist.sample().to_bytes()))]
    marked = {row[1]: row[-2:] for row in table[15:25]}
    assert len(marked) == 10
    not_done = [item for item, marks in marked.items() if marks == ["", "✓"]]
    assert not_done == ["學生能提升實作及應用能力"]
    assert sum(marks == ["✓", ""] for marks in marked.values()) == 9
