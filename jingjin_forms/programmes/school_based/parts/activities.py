"""The columns of 提要表【表 1-2】, one per activity (方案), and how they are laid out on pages."""

from typing import Any

from jingjin_forms.facts import Facts, label
from jingjin_forms.parts.printed_rows import in_one_list, rows_of
from jingjin_forms.values.amount import Money
from jingjin_forms.values.text import Count, Text

_COLUMNS = 3
_GRID = 6  # the value area is six grid columns wide, so that 1, 2 and 3 activities divide it evenly


class Activity(Facts):
    """One column of the sheet: 專業成長活動或行動方案."""

    title = "方案"

    activity_name: Text = label("活動名稱", "", hint="專業成長活動或行動方案名稱")
    rationale: Text = label("方案說明", "", hint="現象或背景分析、議題重要性等")
    activity_type: Text = label("活動型態", "", hint="例如 工作坊、專題討論")
    subject: Text = label("相關領域或議題", "")
    period: Text = label("辦理期程", "")
    venue: Text = label("辦理地點", "")
    session_count: Count | None = label("辦理場次", None)
    audience: Text = label("實施對象", "")
    expected_people: Count | None = label("預計人數", None)
    budgeting: Money | None = label("經費編列", None, hint="元；只有一個方案時等於經費概算表的合計")
    benefits: Text = label("目標及效益", "")
    content: Text = label("內容簡述", "")
    remark: Text = label("備註", "")


def columns_by_page(columns: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """頁: the activities three to a page, each page with its 欄 (columns) and 欄寬."""
    if not columns:
        columns = Activity.padded([], _COLUMNS)
    pages = [columns[n : n + _COLUMNS] for n in range(0, len(columns), _COLUMNS)]
    widest = len(pages[0])  # later pages keep the width of the first
    return [{"欄": Activity.padded(page, widest), "欄寬": _GRID // widest} for page in pages]


def activities_behind(printed: dict[str, Any]) -> list[dict[str, Any]]:
    """The reverse: the columns of all pages, the blank ones at the end left out."""
    return in_one_list([page.get("欄") for page in rows_of(printed, "頁")])
