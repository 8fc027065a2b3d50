"""Photographs of one session (實施成果), 花蓮縣 學校本位進修.

One sheet per session; the results to be uploaded include 活動相片 (十六(一)), for which the plan
has no other form.

Source: 花蓮縣112學年度…學校本位進修實施計畫, 成效評估參考表格(一).

The official page is empty below 主題. Photographs are printed there two in a row, six on the first
page, each with its 說明 beneath; without any, no grid is printed. The paper's 時間 asks for a day:
the fact is 日期.
"""

from typing import Any

from jingjin_forms.facts import label
from jingjin_forms.forms.form import Form
from jingjin_forms.parts import School
from jingjin_forms.parts.photo import Photo
from jingjin_forms.parts.printed_rows import in_one_list
from jingjin_forms.values import Text
from jingjin_forms.values.roc import RocDate, SchoolYear


class SessionResult(Form):
    """成效評估參考表格(一): when, where, by whom, on what, and photographs."""

    title = "實施成果"
    annex = "成效評估參考表格(一)"

    school: School = label("學校名稱", hint="例如 花蓮縣宜昌國小")
    school_year: SchoolYear | None = label("學年度", None, hint="例如 112")
    date: RocDate | None = label("日期", None, hint="例如 112年10月18日")
    place: Text = label("地點", "")
    lecturer: Text = label("講師", "")
    topic: Text = label("主題", "")
    photos: list[Photo] = label("照片", list, hint="每一張照片一項，兩張一列")

    def context(self) -> dict[str, Any]:
        """Adds 照片列: the photographs two by two, a blank one beside the last of an odd number."""
        context = super().context()
        context["照片列"] = Photo.in_pairs(context["照片"])
        return context

    @classmethod
    def behind(cls, printed: dict[str, Any]) -> dict[str, Any]:
        """The photographs of all rows as 照片."""
        return {**printed, "照片": in_one_list(printed.get("照片列"))}
