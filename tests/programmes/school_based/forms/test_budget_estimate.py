"""【表 1-1】經費概算表: rows by item, and a sample worked out by hand."""

from pathlib import Path
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


OWN_NAMES = [
    # 項目, its printed row, and what opens the 說明 there
    ("講師費", "講師費", "9/20"),
    (" 講 師 費 ", "講師費", "9/20"),
    ("外聘講師費", "講師費", "外聘講師費：9/20"),
    ("內聘講師費", "講師費", "內聘講師費：9/20"),
    ("講師鐘點費", "講師費", "講師鐘點費：9/20"),
    ("講座鐘點費（校外）", "講師費", "講座鐘點費（校外）：9/20"),
    ("講師費（含交通費）", "講師費", "講師費（含交通費）：9/20"),
    ("教材印製費", "印刷費", "教材印製費：9/20"),
    ("印刷費（教材）", "印刷費", "印刷費（教材）：9/20"),
    ("教材教具費（或資料蒐集費）", "教材教具費", "9/20"),
    ("資料蒐集費", "教材教具費", "資料蒐集費：9/20"),
    ("實作材料費", "教材教具費", "實作材料費：9/20"),
    ("交通費（外聘）", "交通費", "交通費（外聘）：9/20"),
    ("講師交通費", "交通費", "講師交通費：9/20"),
    ("高鐵車票", "交通費", "高鐵車票：9/20"),
    ("助理講師費", "其他項目", "9/20"),
    ("講師住宿費", "其他項目", "9/20"),
    ("講師二代健保補充保費", "其他項目", "9/20"),
    ("場地布置材料", "其他項目", "9/20"),
    ("代課鐘點費", "其他項目", "9/20"),
    ("圖書館場地費", "其他項目", "9/20"),
    ("膳費", "其他項目", "9/20"),
]


@pytest.mark.parametrize(("item", "row", "note"), OWN_NAMES)
def test_a_line_stands_in_the_row_it_is_for_and_keeps_its_name(item: str, row: str, note: str):
    given = {"項目": item, "單價": 7, "數量": 1, "說明": "9/20"}
    context = BudgetEstimate(school="甲", lines=[given]).context()
    (line,) = context[row]
    assert (line["項目"], line["說明"], line["總價"]) == (item, note, 7)
    others = {"講師費", "印刷費", "教材教具費", "交通費", "其他項目"} - {row}
    assert not any(line["總價"] for other in others for line in context[other])


def test_lines_of_one_kind_are_read_back_by_their_names(tmp_path: Path):
    """What is typed into the 說明 of the printed rows is not taken for the name of a line."""
    lines = [
        ("外聘講師費", "林雨青 8 節"),
        ("內聘講師費", ""),
        ("講師費", "何山石：2 節"),
        ("講師費", "交通費：另計"),
        ("講師費：外聘", "甲"),
        ("車資", "外聘"),
        ("交通費（外聘）", "第一場：高鐵"),
        ("助理講師費", "助教費：1 員"),
        ("膳費", "便當費：80 元"),
    ]
    given = [{"項目": item, "單價": 7, "數量": 1, "說明": note} for item, note in lines]
    budget = BudgetEstimate(school="甲", school_year=112, lines=given)
    budget.save(tmp_path / "填好的.docx")
    again = BudgetEstimate.read(tmp_path / "填好的.docx")
    assert again.to_bytes() == budget.to_bytes()
    assert [(line.item, line.note) for line in again.lines] == [
        ("外聘講師費", "林雨青 8 節"),
        ("內聘講師費", ""),
        ("講師費", "何山石：2 節"),
        ("講師費", "交通費：另計"),
        ("講師費", "講師費：外聘：甲"),
        ("交通費", "車資：外聘"),
        ("交通費（外聘）", "第一場：高鐵"),
        ("助理講師費", "助教費：1 員"),
        ("膳費", "便當費：80 元"),
    ]


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
