"""Budget estimate (經費概算表), 花蓮縣 學校本位進修.

What the school asks for: lecturers, printing, teaching material, travel, 雜支, and the total in
words. It is enclosed in the plan (八、經費概算表【表 1-1】) and, sealed, closes the accounts
(十六(二) 經費概算表正本（已核章）).

Source: 花蓮縣112學年度…學校本位進修實施計畫, 【表 1-1】.

The last line is printed as 「○萬○仟○佰○拾元整」, four slots without one for the ones digit. A
filled form prints running text instead (新台幣 貳萬捌仟伍佰元整), which fits every amount.
"""

from typing import Any

from jingjin_forms.amount import Money
from jingjin_forms.blocks import BudgetLine, BudgetTable, School, Text
from jingjin_forms.facts import label, printed
from jingjin_forms.form import Form
from jingjin_forms.roc import SchoolYear

# The printed rows, each with the items that belong there. Other items follow in rows of their own.
_PRINTED_ROWS = {
    "講師費": ("講師費",),
    "印刷費": ("印刷費",),
    "教材教具費": ("教材教具費(或資料蒐集費)", "教材教具費", "資料蒐集費"),
    "交通費": ("交通費",),
}


class BudgetEstimate(BudgetTable, Form):
    """【表 1-1】經費概算表. Amounts are whole NT dollars; 講師費 counts 節 of 50 minutes."""

    title = "經費概算表"
    annex = "表 1-1"

    school: School = label("學校名稱", hint="全銜，例如 花蓮縣吉安鄉宜昌國民小學")
    school_year: SchoolYear = label("學年度", SchoolYear(112))
    plan_name: Text = label("計畫名稱", "", hint="例如 素養導向教學工作坊")
    miscellaneous: Money | None = label("雜支", None, hint="元；以小計金額之 6%為限")

    @property
    @printed("合計")
    def total(self) -> Money | None:
        """小計 + 雜支."""
        subtotal = self.subtotal
        if subtotal is None and self.miscellaneous is None:
            return None
        return Money((subtotal or 0) + (self.miscellaneous or 0))

    def context(self) -> dict[str, Any]:
        """Adds the lines by printed row (講師費, 印刷費, …) and 其他項目; an empty row is blank."""
        context = super().context()
        lines: list[dict[str, Any]] = context["經費項目"]
        blank = BudgetLine.blank_context()
        for row, items in _PRINTED_ROWS.items():
            context[row] = [line for line in lines if line["項目"] in items] or [blank]
        fixed = {item for items in _PRINTED_ROWS.values() for item in items}
        context["其他項目"] = [line for line in lines if line["項目"] not in fixed]
        return context
