"""附件九 成果檢核表: 21 items, and the box of the plan."""

import pytest

from jingjin_forms.programmes.active_teaching.forms.outcome_checklist import (
    CheckedPlan,
    OutcomeChecklist,
)
from tests.helpers import docx_text

GROUPS = {
    "教師專業成長": 4, "教師教學實踐": 3, "學生學習評量": 3,
    "學生學習成效": 4, "特色或創新": 3, "成果檢核": 4,
}  # fmt: skip


def test_21_items_in_six_groups():
    context = OutcomeChecklist.blank().context()
    assert {group: len(context[group]) for group in GROUPS} == GROUPS
    assert sum(GROUPS.values()) == 21


@pytest.mark.parametrize(
    ("plan", "boxes"),
    [(None, ("□", "□")), ("計畫一", ("■", "□")), (CheckedPlan.PLAN_3, ("□", "■"))],
)
def test_boxes_of_the_plan(plan: str | None, boxes: tuple[str, str]):
    form = OutcomeChecklist(school="甲國小", plan=plan)
    shown = form.context()["計畫別"]
    assert (shown.計畫一, shown.計畫三) == boxes
    assert any(f"{boxes[0]}計畫一" in line for line in docx_text(form.to_bytes()))


def test_ticks_of_the_sample():
    context = OutcomeChecklist.sample().context()
    done = [mark.完成 for group in GROUPS for mark in context[group]]
    other = [mark.未完成 for group in GROUPS for mark in context[group]]
    assert (done.count("✓"), other.count("✓")) == (19, 2)
    assert context["特色或創新"][2].未完成 == "✓"
    assert context["學校名稱"].縣市 == "花蓮縣"
    assert str(context["執行期程"]) == "112年8月1日至113年7月31日"
