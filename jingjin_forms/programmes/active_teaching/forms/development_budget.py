"""Application for funds of 計畫五 (課程與教學發展經費申請表), 國教署 活化教學與多元學習.

Filled in twice, by those visited and by the school that the visiting teacher comes from:
「受訪學校單獨或共同填具申請表（如附件七），及教學訪問教師原服務學校填具申請表（如附件七）」.

Source: 教育部國民及學前教育署補助國民小學及國民中學活化教學與多元學習作業要點, 附件七.

Two blocks, 經常門 and 資本門, each with its 小計. The title is broken before its dash, and the
cell 經費需求 has no prompt: the total asked for (合計) is printed there. 計畫執行者 is the
principal, whose title the paper prints: 「○○○校長」.
"""

from typing import Annotated, Any

from jingjin_forms.facts import label, printed
from jingjin_forms.forms.form import Form
from jingjin_forms.parts import School
from jingjin_forms.parts.budget import sum_of, total_of
from jingjin_forms.programmes.active_teaching.parts.goods import (
    GoodsAndBooks,
    ReviewedLine,
    reviewed_total_of,
)
from jingjin_forms.programmes.active_teaching.parts.refund import (
    GROUNDS_HINT,
    PRINTED_TICKED,
    Refund,
)
from jingjin_forms.values import Text
from jingjin_forms.values.amount import Money
from jingjin_forms.values.multiple_choice import Chosen, MultipleChoice
from jingjin_forms.values.roc import RocPeriod, SchoolYear

_CURRENT_ROWS, _CAPITAL_ROWS = 5, 2


class DevelopmentBudget(GoodsAndBooks, Form):
    """附件七 課程與教學發展經費申請表. Amounts are whole NT dollars; 初審金額 is the reviewer's."""

    title = "課程與教學發展經費申請表"
    annex = "附件七"

    school: School = label("學校名稱", hint="受訪學校或教學訪問教師原服務學校的全銜")
    school_year: SchoolYear | None = label("學年度", None, hint="例如 112")
    purpose: Text = label("目的", "")
    visiting_teachers: Text = label("教學訪問教師", "", hint="姓名")
    partner_organisations: Text = label("其他合作單位", "")
    period: RocPeriod | None = label("辦理期程", None, hint="例如 112年8月1日至113年7月31日")
    executor: Text = label("計畫執行者", "", hint="校長姓名，後面印「校長」")
    current_lines: list[ReviewedLine] = label("經常門", list, hint="每一筆經費一項")
    capital_lines: list[ReviewedLine] = label("資本門", list, hint="每一筆經費一項")
    refund: Annotated[Chosen, MultipleChoice(Refund)] = label(
        "餘款繳回方式", PRINTED_TICKED, hint="不填時照紙上印好的勾選"
    )
    refund_grounds: Text = label("不繳回依據", "", hint=GROUNDS_HINT)

    @property
    @printed("經常門小計")
    def current_subtotal(self) -> Money | None:
        """Sum of 經常門."""
        return total_of(self.current_lines)

    @property
    @printed("資本門小計")
    def capital_subtotal(self) -> Money | None:
        """Sum of 資本門."""
        return total_of(self.capital_lines)

    @property
    @printed("合計")
    def total(self) -> Money | None:
        """Both blocks."""
        return sum_of((self.current_subtotal, self.capital_subtotal))

    @property
    @printed("經費需求")
    def funds_needed(self) -> Money | None:
        """合計, in the head of the paper."""
        return self.total

    @property
    @printed("經常門初審小計")
    def current_reviewed(self) -> Money | None:
        """Sum of the reviewer's amounts in 經常門."""
        return reviewed_total_of(self.current_lines)

    @property
    @printed("資本門初審小計")
    def capital_reviewed(self) -> Money | None:
        """Sum of the reviewer's amounts in 資本門."""
        return reviewed_total_of(self.capital_lines)

    @property
    @printed("初審合計")
    def reviewed_total(self) -> Money | None:
        """Sum of all the reviewer's amounts."""
        return sum_of((self.current_reviewed, self.capital_reviewed))

    def context(self) -> dict[str, Any]:
        """Fills both blocks up with blank rows."""
        context = super().context()
        context["經常門"] = ReviewedLine.padded(context["經常門"], _CURRENT_ROWS)
        context["資本門"] = ReviewedLine.padded(context["資本門"], _CAPITAL_ROWS)
        return context
