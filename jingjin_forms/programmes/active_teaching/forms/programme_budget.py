"""Application for funds (經費申請表) of 計畫一 to 計畫四, 國教署 活化教學與多元學習.

Handed in with the plan, by schools, 自主社群, 法人 and 團體:
「填寫計畫書(如附件二及附件四至六)及經費申請表(如附件八)」.
All items are 業務費. The lists of goods and books belong to the same paper.

Source: 教育部國民及學前教育署補助國民小學及國民中學活化教學與多元學習作業要點, 附件八.

Note 4 has it that 資料蒐集費 is for the learners and 教材教具費 for the teachers; notes 5 and 6 and
the captions of both lists say the opposite. Printed as it is; the lists here follow the latter.
The paper's 「計畫名稱」 asks which of the programme's plans it is; the fact is called 計畫別 here.
"""

from typing import Annotated, Any

from jingjin_forms.facts import label, printed
from jingjin_forms.forms.form import Form
from jingjin_forms.parts import School
from jingjin_forms.parts.budget import total_of
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
from jingjin_forms.values import Choice, Text
from jingjin_forms.values.amount import Money
from jingjin_forms.values.multiple_choice import Chosen, MultipleChoice

_ROWS = 7


class FundedPlan(Choice):
    """The plans that apply with this paper."""

    PLAN_1 = "計畫一"
    PLAN_2 = "計畫二"
    PLAN_3 = "計畫三"
    PLAN_4 = "計畫四"


class ProgrammeBudget(GoodsAndBooks, Form):
    """附件八 經費申請表. Amounts are whole NT dollars; 初審金額 is the reviewer's."""

    title = "經費申請表"
    annex = "附件八"

    school: School = label("學校名稱", hint="申請學校、單位或自主社群的全銜")
    plan: FundedPlan | None = label("計畫別", None)
    university_team: Text = label(
        "大學團隊名稱",
        "",
        hint="申請計畫三透過大學校院組成團隊協作辦理者填",
        only_for=(FundedPlan.PLAN_3,),
    )
    lines: list[ReviewedLine] = label("經費項目", list, hint="業務費，每一筆經費一項")
    refund: Annotated[Chosen, MultipleChoice(Refund)] = label(
        "餘款繳回方式", PRINTED_TICKED, hint="不填時照紙上印好的勾選"
    )
    refund_grounds: Text = label("不繳回依據", "", hint=GROUNDS_HINT)

    @property
    @printed("小計")
    def subtotal(self) -> Money | None:
        """Sum of the lines."""
        return total_of(self.lines)

    @property
    @printed("合計")
    def total(self) -> Money | None:
        """The sum asked for: there is only one block, 業務費."""
        return self.subtotal

    @property
    @printed("計畫經費總額")
    def funding_total(self) -> Money | None:
        """合計, in the head of the paper."""
        return self.total

    @property
    @printed("初審合計")
    def reviewed_total(self) -> Money | None:
        """Sum of the reviewer's amounts."""
        return reviewed_total_of(self.lines)

    def context(self) -> dict[str, Any]:
        """Fills the table up with blank rows."""
        context = super().context()
        context["經費項目"] = ReviewedLine.padded(context["經費項目"], _ROWS)
        return context
