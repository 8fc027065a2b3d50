"""Summary sheet (提要表), 花蓮縣 學校本位進修.

One column per activity (方案): 「欲辦理兩場以上活動，可鎖定在同一領域議題或每場以不同領域議題實施」
(十二(三)). The paper prints three columns; with one or two activities they share its width, with
more than three the sheet goes on.

Source: 花蓮縣112學年度…學校本位進修實施計畫, 【表 1-2】.
"""

from typing import Any

from jingjin_forms.facts import label
from jingjin_forms.forms.form import Form
from jingjin_forms.parts import School
from jingjin_forms.programmes.school_based.parts.activities import (
    Activity,
    activities_behind,
    columns_by_page,
)
from jingjin_forms.values.roc import SchoolYear


class SummarySheet(Form):
    """【表 1-2】提要表."""

    title = "提要表"
    annex = "表 1-2"

    school: School = label("學校名稱", hint="全銜，例如 花蓮縣吉安鄉宜昌國民小學")
    school_year: SchoolYear | None = label("學年度", None, hint="例如 112")
    activities: list[Activity] = label("方案", list, hint="每一個方案（活動）一項")

    def context(self) -> dict[str, Any]:
        """Adds 頁: the activities three to a page."""
        context = super().context()
        context["頁"] = columns_by_page(context["方案"])
        return context

    @classmethod
    def behind(cls, printed: dict[str, Any]) -> dict[str, Any]:
        """The columns of all pages as 方案."""
        return {**super().behind(printed), "方案": activities_behind(printed)}
