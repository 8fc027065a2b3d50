"""【表 1-1】經費概算表: rows by item, and a sample worked out by hand."""

from typing import Any

import pytest

from jingjin_forms.programmes.school_based.forms.budget_estimate import BudgetEstimate


def rows(context: dict[str, Any], row: str) -> list[tuple[str, Any]]:
    return [(line["項目"], line["總價"]) for line in context[row]]


def test_sample_by_hand():
    # 2,000×6 + 1,000×4 + 60×30 + 150×30 + 350×2 = 12,000 + 4,000 + 1,800 + 4,500 + 700
    budget = BudgetEstimate.sample()
    assert budget.subtotal == 23_000
    assert budget.miscellaneous == 1_380  # 6% of 23,000
    assert budget.total == 24_380
    assert budget.total_uppercase == "貳萬肆仟參佰捌拾元整"
    assert budget.check() == ()


def test_lines_stand_in_their_printed_row():
    items = [
        "交通費",
        "場地布置",
        "講師費",
        "資料蒐集費",
        "講師費",
        "教材教具費(或資料蒐集費)",
        "助理講師費",
    ]
    lines = [{"項目": item, "單價": n, "數量": 1} for n, item in enumerate(items)]
    context = BudgetEstimate(school="甲", lines=lines).context()
    assert rows(context, "講師費") == [("講師費", 2), ("講師費", 4)]
    assert rows(context, "印刷費") == [("", None)]
    assert rows(context, "教材教具費") == [("資料蒐集費", 3), ("教材教具費(或資料蒐集費)", 5)]
    assert rows(context, "交通費") == [("交通費", 0)]
    assert rows(context, "其他項目") == [("場地布置", 1), ("助理講師費", 6)]
    assert len(context["經費項目"]) == 7


def test_blank_prints_every_row_blank():
    context = BudgetEstimate.blank().context()
    assert [rows(context, row) for row in ("講師費", "印刷費", "教材教具費", "交通費")] == [
        [("", None)]
    ] * 4
    assert context["其他項目"] == []
    assert (context["小計"], context["合計"], context["總計"]) == (None, None, None)


@pytest.mark.parametrize(
    ("lines", "miscellaneous", "total", "words"),
    [
        ([], None, None, None),
        ([], 300, 300, "參佰元整"),
        ([{"項目": "講師費", "單價": 1000, "數量": 6}], None, 6000, "陸仟元整"),
        ([{"項目": "講師費", "單價": 1000, "數量": 6}], 360, 6360, "陸仟參佰陸拾元整"),
        ([{"項目": "講師費"}], 0, 0, "零元整"),
    ],
)
def test_total_is_subtotal_and_miscellaneous(
    lines: Any, miscellaneous: Any, total: int | None, words: str | None
):
    budget = BudgetEstimate(school="甲", lines=lines, miscellaneous=miscellaneous)
    assert (budget.total, budget.total_uppercase) == (total, words)
