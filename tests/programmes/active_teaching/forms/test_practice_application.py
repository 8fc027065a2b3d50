"""附件二 計畫一-申請表: months of the 甘特圖, two levels of boxes, rows that grow."""

from typing import Any

import pytest

from jingjin_forms import FactsError
from jingjin_forms.programmes.active_teaching.forms.practice_application import PracticeApplication
from tests.helpers import docx_text, table_texts

MONTHS = ("8月", "9月", "10月", "11月", "12月", "1月", "2月", "3月", "4月", "5月", "6月", "7月")


def form(**facts: Any) -> PracticeApplication:
    return PracticeApplication(plan_name="甲計畫", **facts)


def gantt(application: PracticeApplication) -> list[list[str]]:
    """The rows of the 甘特圖 without headings, 附註 and sign-off."""
    return [row[1:] for row in table_texts(application.to_bytes())[-2][3:]]


@pytest.mark.parametrize(
    ("given", "months"),
    [
        (["8月", "9月"], "8月、9月"),
        ("8月-10月、1月", "8月、9月、10月、1月"),
        ("8-10月,1", "8月、9月、10月、1月"),
        (["８月～10月", 1], "8月、9月、10月、1月"),
        ("12月至2月", "12月、1月、2月"),
        ("8月 到 7月", "、".join(MONTHS)),
        ("3月、8月、3月", "8月、3月"),
        (7, "7月"),
        ("", ""),
        ([], ""),
    ],
)
def test_months(given: Any, months: str):
    row = form(gantt=[{"執行內容": "共備", "進度規劃": given}]).gantt[0]
    assert "、".join(row.schedule) == months


@pytest.mark.parametrize(
    "given", ["13月", "0月", "秋天", "8月-13月", "6月-9月", ["8月", True], 8.5]
)
def test_what_is_no_month_is_refused(given: Any):
    with pytest.raises(FactsError, match="進度規劃"):
        form(gantt=[{"執行內容": "共備", "進度規劃": given}])


def test_a_tick_stands_under_its_month():
    for place, month in enumerate(MONTHS):
        row = gantt(form(gantt=[{"執行內容": "共備", "進度規劃": month}]))[0]
        assert row == ["共備", *("✓" if n == place else "" for n in range(12))]


def test_years_over_the_months():
    assert table_texts(form(gantt_school_year=112).to_bytes())[-2][1][2:] == ["112年", "113年"]
    assert table_texts(form().to_bytes())[-2][1][2:] == ["年", "年"]


@pytest.mark.parametrize(("given", "printed"), [(0, 10), (1, 10), (10, 10), (11, 11)])
def test_teachers_have_at_least_ten_rows(given: int, printed: int):
    people = [{"姓名": f"第{n}人"} for n in range(1, given + 1)]
    rows = table_texts(form(teachers=people).to_bytes())[1][2:]
    assert [row[0] for row in rows] == [str(n) for n in range(1, printed + 1)]
    assert [row[1] for row in rows] == [p["姓名"] for p in people] + [""] * (printed - given)


@pytest.mark.parametrize(("given", "printed"), [(0, 3), (2, 3), (3, 3), (5, 5)])
def test_rows_of_the_gantt(given: int, printed: int):
    rows = [{"執行內容": "共備"}] * given
    assert len(gantt(form(gantt=rows))) == printed


def test_boxes_of_a_teacher():
    people = [{"姓名": "林若水", "領域": "國、其他", "其他領域": "本土語文"}]
    cell = table_texts(form(teachers=people).to_bytes())[1][2][4]
    assert cell == "■國 □英 □數 □自 □社 □科技\n□藝 □健 □綜 ■其他：本土語文"


@pytest.mark.parametrize(
    ("facts", "line"),
    [
        (
            {"arrangement": "學校", "school_arrangement": "單一學校"},
            "■學校 (■單一學校、□跨校合作；○○學校、○○學校)\n□自主社群  □法人、團體",
        ),
        (
            {
                "arrangement": "學校",
                "school_arrangement": "跨校合作",
                "partner_schools": "甲國中、乙國小",
            },
            "■學校 (□單一學校、■跨校合作；甲國中、乙國小)\n□自主社群  □法人、團體",
        ),
        (
            {"arrangement": "法人、團體"},
            "□學校 (□單一學校、□跨校合作；○○學校、○○學校)\n□自主社群  ■法人、團體",
        ),
    ],
)
def test_arrangement(facts: dict[str, str], line: str):
    assert f"辦理模式：{line}" in docx_text(form(**facts).to_bytes())


def test_a_community_needs_no_school():
    community = form(community_name="潮間帶社群", arrangement="自主社群")
    printed = docx_text(community.to_bytes())
    assert "申請學校/單位名稱(全銜)： (以自主社群方式辦理者免填)" in printed
    assert "自主社群名稱：潮間帶社群" in printed
