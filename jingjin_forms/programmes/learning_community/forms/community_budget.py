"""Budget of one learning community (教師專業學習社群經費概算表), 臺中市 教師專業學習社群.

Handed in with the application (如附件一、二; 陸、一): 「每校補助金額新台幣5000元整」 (捌、二(5)).

Source: 103年度臺中市…教師專業學習社群實施計畫, 附件-2.

Oddities of the seed: the bracket in 「內聘講師(外聘講師 請自行調整為1600元/時」 is not closed, and
the blank paper already prints 800, 5,000 and 伍仟元整. As soon as one line is given, every amount
comes from the lines. The paper's column 備註 is what other budgets call 說明.
"""

from typing import Any

from jingjin_forms.facts import label
from jingjin_forms.parts import BudgetLine, BudgetTable, School
from jingjin_forms.parts.printed_rows import lines_of
from jingjin_forms.programmes.learning_community.parts.year import OfBudgetYear
from jingjin_forms.values import Text

_PRINTED_ROWS = ("講師鐘點費", "二代健保補充費", "資料印刷費", "雜支")
_PRINTED_BLANK = ("800", "時", "時/人", "份", "式")
"""What the blank paper has in those rows."""


class CommunityBudget(BudgetTable, OfBudgetYear):
    """附件-2 教師專業學習社群經費概算表. Amounts are whole NT dollars."""

    title = "教師專業學習社群經費概算表"
    annex = "附件-2"

    school: School = label("學校名稱", hint="全銜，例如 臺中市和平區晨曦國民小學")
    community_name: Text = label("社群名稱", hint="例如 數學探究；標題會接上「教師專業學習社群」")

    def context(self) -> dict[str, Any]:
        """Adds the lines by printed row (講師鐘點費, …) and 其他項目; an empty row is blank."""
        context = super().context()
        lines: list[dict[str, Any]] = context["經費項目"]
        for row in _PRINTED_ROWS:
            of_row = [line for line in lines if line["項目"] == row]
            context[row] = of_row or [BudgetLine.blank_context()]
        context["其他項目"] = [line for line in lines if line["項目"] not in _PRINTED_ROWS]
        return context

    @classmethod
    def behind(cls, printed: dict[str, Any]) -> dict[str, Any]:
        """The lines of all printed rows as 經費項目. What the blank paper prints is no fact."""
        lines = lines_of(printed, {row: row for row in _PRINTED_ROWS}, _PRINTED_BLANK)
        if lines:
            return {**printed, "經費項目": lines}
        return {**printed, "經費項目": [], "合計": None, "總計": None}
