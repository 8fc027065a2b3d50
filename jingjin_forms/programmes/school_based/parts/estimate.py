"""What 經費概算表【表 1-1】 prints, on its own and in the plan that holds it."""

from typing import Any

from jingjin_forms.facts import label, printed
from jingjin_forms.parts.budget import BudgetLine, BudgetTable, sum_of
from jingjin_forms.parts.printed_rows import lines_of
from jingjin_forms.parts.school import School
from jingjin_forms.values.amount import Money
from jingjin_forms.values.roc import SchoolYear
from jingjin_forms.values.text import Text

# The printed rows, each with the items that belong there. Other items follow in rows of their own.
_PRINTED_ROWS = {
    "講師費": ("講師費",),
    "印刷費": ("印刷費",),
    "教材教具費": ("教材教具費(或資料蒐集費)", "教材教具費", "資料蒐集費"),
    "交通費": ("交通費",),
}


class Estimate(BudgetTable):
    """A budget with printed rows and a 雜支 row of its own.

    Amounts are whole NT dollars; 講師費 counts 節 of 50 minutes.
    """

    school: School = label("學校名稱", hint="全銜，例如 花蓮縣吉安鄉宜昌國民小學")
    school_year: SchoolYear | None = label("學年度", None, hint="例如 112")
    plan_name: Text = label("計畫名稱", "", hint="例如 素養導向教學工作坊")
    miscellaneous: Money | None = label("雜支", None, hint="元；以小計金額之 6%為限")

    @property
    @printed("合計")
    def total(self) -> Money | None:
        """小計 + 雜支."""
        return sum_of([self.subtotal, self.miscellaneous])

    def context(self) -> dict[str, Any]:
        """Adds the lines by printed row (講師費, 印刷費, …) and 其他項目; an empty row is blank."""
        context = super().context()
        lines: list[dict[str, Any]] = context["經費項目"]
        for row, items in _PRINTED_ROWS.items():
            found = [line for line in lines if line["項目"] in items]
            context[row] = BudgetLine.padded(found, 1)
        fixed = {item for items in _PRINTED_ROWS.values() for item in items}
        context["其他項目"] = [line for line in lines if line["項目"] not in fixed]
        return context

    @classmethod
    def behind(cls, printed: dict[str, Any]) -> dict[str, Any]:
        """The lines of all printed rows as 經費項目; a row without a figure or note is none."""
        lines = lines_of(printed, {row: items[0] for row, items in _PRINTED_ROWS.items()})
        return {**printed, "經費項目": lines}
