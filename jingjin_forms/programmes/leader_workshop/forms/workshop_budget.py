"""Workshop budget (經費概算), 花蓮縣 社群召集人增能研習.

The county's own budget for the workshop: 「由花蓮縣政府自行籌辦經費」. Units stand inside the
number cells (1,000元/節), 雜支 is a line like the others, and the total is running text.

Source: 花蓮縣113學年度…學校教師學習社群召集人增能研習實施計畫, 捌、經費概算. The sample is the
budget printed there.
"""

from typing import Any

from jingjin_forms.facts import label
from jingjin_forms.forms.form import Form
from jingjin_forms.parts import BudgetTable
from jingjin_forms.parts.printed_rows import whole_total
from jingjin_forms.values import Text


class WorkshopBudget(BudgetTable, Form):
    """捌、經費概算. Amounts are whole NT dollars."""

    title = "經費概算"
    annex = "捌"

    total_note: Text = label("合計說明", "", hint="例如 上述經費各項目間得依實際情況勻支。")
    funding_source: Text = label("經費來源", "", hint="印在總計後的括號內")

    @classmethod
    def behind(cls, printed: dict[str, Any]) -> dict[str, Any]:
        """The total with its 元整, which the paper prints apart."""
        return {**printed, "總計": whole_total(printed.get("總計"))}
