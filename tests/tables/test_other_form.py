"""A roster of another form is told as such, and by its name."""

from pathlib import Path

import pytest

from jingjin_forms import get_form
from jingjin_forms.errors import FactsError
from jingjin_forms.forms.catalog import keys
from jingjin_forms.packets.application import list_applications
from jingjin_forms.tables import read_table, write_roster

BUDGET = "school_based/budget_estimate"


@pytest.mark.parametrize(
    ("headings", "key"),
    [
        ("學校名稱,班級數,教師數", "school_based/review_sheet"),
        ("學校名稱,姓名,Objective", "school_based/orid_feedback"),
        ("學校名稱,社群名稱,召集人", "learning_community/community_application"),
    ],
)
def test_by_its_headings(tmp_path: Path, headings: str, key: str):
    path = tmp_path / "名冊.csv"
    path.write_text(f"{headings}\n甲國小,1,2\n", encoding="utf-8")
    with pytest.raises(FactsError) as told:
        read_table(path, BUDGET)
    message = str(told.value)
    assert f"這是「{get_form(key).title}」（{key}）的名冊，不是「經費概算表」的" in message
    assert message.endswith(f"請用 --form {key}。")


@pytest.mark.parametrize(
    "key",
    ["school_based/summary_sheet", "school_based/orid_feedback", "school_based/application"],
)
def test_by_its_sheets(tmp_path: Path, key: str):
    path = write_roster(key, tmp_path / "名冊.xlsx")
    assert key in (*keys(), *(application.key for application in list_applications()))
    with pytest.raises(FactsError, match=f"請用 --form {key}"):
        read_table(path, BUDGET)


@pytest.mark.parametrize(
    "headings",
    [
        "學校名稱,雜費",  # of no form
        "學校名稱,班級數,教室數",  # nearly another form's
        "班級數",  # too little to say
    ],
)
def test_a_mistyped_heading_is_only_that(tmp_path: Path, headings: str):
    path = tmp_path / "名冊.csv"
    path.write_text(f"{headings}\n甲國小,1,2\n", encoding="utf-8")
    with pytest.raises(FactsError) as told:
        read_table(path, BUDGET)
    assert "的名冊，不是" not in str(told.value)
