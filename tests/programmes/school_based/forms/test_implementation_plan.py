"""「學校本位進修」實施計畫: defaults, sessions, and what a single 方案 takes from the plan."""

from typing import Any

import pytest

from jingjin_forms.facts.facts_file import read_facts
from jingjin_forms.programmes.school_based.forms.budget_estimate import BudgetEstimate
from jingjin_forms.programmes.school_based.forms.implementation_plan import ImplementationPlan
from jingjin_forms.programmes.school_based.forms.summary_sheet import SummarySheet
from tests.helpers import docx_text, table_texts

SCHOOL = "花蓮縣吉安鄉晨曦國民小學"
HEAD = ["場次", "日期", "課程名稱", "時間", "時數"]


def course_table(plan: ImplementationPlan) -> list[list[str]]:
    tables = table_texts(plan.to_bytes())
    return next(table for table in tables if table[0][:5] == HEAD)


def column(plan: ImplementationPlan) -> dict[str, Any]:
    [page] = plan.context()["頁"]
    return page["欄"][0]


def test_sample_by_hand():
    # 2,000×10 + 1,000×6 + 30×24 + 100×6 + 350×3 = 20,000 + 6,000 + 720 + 600 + 1,050
    plan = ImplementationPlan.sample()
    assert plan.subtotal == 28_370
    assert plan.total == 29_970
    assert plan.total_uppercase == "貳萬玖仟玖佰柒拾元整"
    assert sum(activity.budgeting or 0 for activity in plan.activities) == 29_970
    assert sum(activity.session_count or 0 for activity in plan.activities) == 6
    # 180 + 180 + 4 × 90 minutes, and as many 節 as the 講師費 asks for
    assert [session.lessons for session in plan.sessions] == [4, 4, 2, 2, 2, 2]
    assert sum(line.quantity or 0 for line in plan.lines if line.item == "講師費") == 16


def test_what_is_not_given_follows_from_school_and_year():
    printed = docx_text(ImplementationPlan(school=SCHOOL, school_year=113).to_bytes())
    assert f"113學年度{SCHOOL}辦理" in printed
    assert "(三)承辦單位：晨曦國小" in printed
    assert "五、實施期程：113年8月1日至114年6月30日" in printed
    assert any(line.startswith("(二)需求分析：112學年度無申請者") for line in printed)
    assert "112學年度精進計畫實施成效與檢討" in printed


def test_what_is_given_stands():
    plan = ImplementationPlan(
        school=SCHOOL, executing_unit="晨曦國小教務處", period="112/9/1-112/12/31"
    )
    printed = docx_text(plan.to_bytes())
    assert "(三)承辦單位：晨曦國小教務處" in printed
    assert "五、實施期程：112年9月1日至112年12月31日" in printed


@pytest.mark.parametrize(("given", "rows"), [(0, 6), (1, 6), (6, 6), (7, 7), (60, 60)])
def test_sessions_are_numbered_and_fill_the_printed_rows(given: int, rows: int):
    sessions = [{"課程名稱": f"第{n}講", "時間": "13:30-15:00"} for n in range(1, given + 1)]
    _, *table = course_table(ImplementationPlan(school=SCHOOL, sessions=sessions))
    assert [row[0] for row in table] == [str(n) for n in range(1, rows + 1)]
    assert sum(row[3:5] == ["13:30-15:00", "1.5"] for row in table) == given


def test_each_span_of_a_day_stands_on_its_line():
    sessions = [{"時間": "09:00-12:00、13:00-16:00"}]
    row = course_table(ImplementationPlan(school=SCHOOL, sessions=sessions))[1]
    assert row[3:5] == ["09:00-12:00\n13:00-16:00", "6"]


def test_workshop_and_evaluation_close_the_background():
    printed = docx_text(
        ImplementationPlan(
            school=SCHOOL,
            background="背景",
            committee_workshop="109學年度辦理",
            curriculum_evaluation="110學年度辦理",
        ).to_bytes()
    )
    start = printed.index("(一)背景說明：")
    assert printed[start + 1 : start + 4] == [
        "背景",
        "「課發會增能工作坊」辦理情形：109學年度辦理",
        "「課程評鑑」辦理情形：110學年度辦理",
    ]


def test_a_single_activity_takes_what_the_plan_says():
    plan = ImplementationPlan(
        school=SCHOOL,
        school_year=112,
        venue="圖書館",
        miscellaneous=60,
        lines=[{"項目": "講師費", "單價": 1000, "數量": 3}],
        sessions=[{"課程名稱": "甲"}, {"課程名稱": "乙"}],
        activities=[{"活動名稱": "工作坊"}],
    )
    cells = column(plan)
    assert cells["活動名稱"] == "工作坊"
    assert str(cells["辦理期程"]) == "112年8月1日至113年6月30日"
    assert (cells["辦理地點"], cells["辦理場次"], cells["經費編列"]) == ("圖書館", 2, 3_060)
    assert cells["實施對象"] == ""


def test_what_a_single_activity_says_itself_stands():
    given = {"辦理期程": "上學期", "辦理地點": "會議室", "辦理場次": 0, "經費編列": 0}
    plan = ImplementationPlan(
        school=SCHOOL, venue="圖書館", sessions=[{"課程名稱": "甲"}], activities=[given]
    )
    assert {name: column(plan)[name] for name in given} == given


@pytest.mark.parametrize("activities", [[], [{"活動名稱": "甲"}, {"活動名稱": "乙"}]])
def test_of_no_or_several_activities_nothing_is_known(activities: list[dict[str, str]]):
    plan = ImplementationPlan(
        school=SCHOOL, venue="圖書館", sessions=[{"課程名稱": "甲"}], activities=activities
    )
    cells = column(plan)
    assert (cells["辦理期程"], cells["辦理地點"], cells["辦理場次"]) == ("", "", None)


def test_an_empty_plan_knows_nothing_of_its_single_activity_but_the_period():
    cells = column(ImplementationPlan(school=SCHOOL, activities=[{"活動名稱": "甲"}]))
    assert (cells["辦理地點"], cells["辦理場次"], cells["經費編列"]) == ("", None, None)


@pytest.mark.parametrize("form", [BudgetEstimate, SummarySheet])
def test_the_same_facts_make_the_enclosed_papers(form: type[BudgetEstimate] | type[SummarySheet]):
    facts = read_facts(ImplementationPlan.sample_path())
    labels = {str(field.title) for field in form.model_fields.values()}
    enclosed = form.load({name: fact for name, fact in facts.items() if name in labels})
    paper = [line for line in docx_text(enclosed.to_bytes()) if line]
    plan = [line for line in docx_text(ImplementationPlan.sample().to_bytes()) if line]
    start = plan.index(paper[0])
    assert plan[start : start + len(paper)] == paper
