"""Implementation plan (實施計畫), 花蓮縣 學校本位進修.

The second of the two papers of an application, after the 審查作業表 (十三(四)): why the school
wants the training, its sessions, and, on pages of their own, 經費概算表【表 1-1】 and
提要表【表 1-2】. The same facts make those two papers.

Source: 花蓮縣112學年度…學校本位進修實施計畫, 「學校本位進修」實施計畫.

What the texts ask of it besides its headings:

* 「111學年度無申請者左欄免填」: the five items of the year before may all stay blank.
* 「(7)(8)…各校擇一列入研習課程辦理，如已辦理過請於計畫內說明」 (十二(二)2), and 「各校需註明
  108學年起是否辦理「課發會增能工作坊」課程」 (審查作業要點 三(七)). The paper has no place for
  either; both close 背景說明 when they are given.

Oddities of the seed, kept: the marks (一) and （二） are mixed, only the fifth of the five items
ends with a colon, that of 預期效益 is half-width, 承辦單位 is a 國小 where the title has
國民中(小)學, and the 附件 1（效益評估表） that the notes refer to was not published with it.

實施期程 has the label 執行期程 here, as in other papers where it is a period.
"""

from typing import Any

from jingjin_forms.facts import is_blank, label
from jingjin_forms.forms.form import Form
from jingjin_forms.programmes.school_based.parts.activities import (
    Activity,
    activities_behind,
    columns_by_page,
)
from jingjin_forms.programmes.school_based.parts.estimate import Estimate
from jingjin_forms.programmes.school_based.parts.session import Session
from jingjin_forms.values import Text
from jingjin_forms.values.roc import RocDate, RocPeriod, format_roc_period

_SESSIONS = 6


class ImplementationPlan(Estimate, Form):
    """「學校本位進修」實施計畫, with 表 1-1 and 表 1-2."""

    title = "實施計畫"

    background: Text = label("背景說明", "", hint="實施背景、學校概況")
    committee_workshop: Text = label(
        "課發會增能工作坊辦理情形", "", hint="108學年度起是否辦理，例如 109學年度已辦理"
    )
    curriculum_evaluation: Text = label(
        "課程評鑑辦理情形", "", hint="已辦理過課程評鑑研習者說明，例如 110學年度已辦理"
    )
    goal_attainment: Text = label(
        "計畫目標達成情形", "", hint="前一學年度的成效與檢討；前一學年度無申請者五項免填"
    )
    resource_integration: Text = label(
        "資源整合運用情形", "", hint="其他處室橫向聯繫或其他經費挹注"
    )
    teacher_growth: Text = label("教師專業成長情形", "", hint="課程或教材產出")
    sustained_creativity: Text = label(
        "永續發展與多元創意", "", hint="具體活化教學案例或產出教材實踐於教學現場"
    )
    closed_accounts: Text = label("經費核銷與成果彙整情形", "")
    needs: Text = label("需求與延續", "", hint="本學年度整體計畫需求與延續")
    goals_text: Text = label("計畫目標", "")
    executing_unit: Text = label("承辦單位", "", hint="不填為學校簡稱")
    period: RocPeriod | None = label("執行期程", None, hint="不填為該學年度8月1日至次年6月30日")
    venue: Text = label("研習地點", "")
    sessions: list[Session] = label("研習課程", list, hint="每一場一項，場次自動編號")
    expected_benefits: Text = label("預期效益", "")
    activities: list[Activity] = label(
        "方案",
        list,
        hint="每一個方案（活動）一項；只有一個時，期程、地點、場次、經費不填由上文帶入",
    )

    @property
    def whole_period(self) -> RocPeriod | None:
        """執行期程, or while it is not given 「112年 8月 1日至 113年 6月 30日」 of the year."""
        if self.period is not None or self.school_year is None:
            return self.period
        start = self.school_year.start
        return RocPeriod(start, RocDate(start.year + 1, 6, 30))

    def context(self) -> dict[str, Any]:
        """Adds 頁, as in the 提要表; what a single 方案 leaves blank is what the plan says."""
        context = super().context()
        context["執行期程"] = format_roc_period(self.whole_period)
        context["研習課程"] = Session.padded(context["研習課程"], _SESSIONS)
        if len(self.activities) == 1:
            [column] = context["方案"]
            for cell, known in self._of_a_single_activity().items():
                if is_blank(column[cell]):
                    column[cell] = known
        context["頁"] = columns_by_page(context["方案"])
        return context

    @classmethod
    def behind(cls, printed: dict[str, Any]) -> dict[str, Any]:
        """The columns of all pages as 方案."""
        return {**super().behind(printed), "方案": activities_behind(printed)}

    def _of_a_single_activity(self) -> dict[str, Any]:
        """What the plan says of its 方案 when there is but one, by the label of the cell."""
        return {
            "辦理期程": self.whole_period,
            "辦理地點": self.venue,
            "辦理場次": len(self.sessions) or None,
            "經費編列": self.total,
        }
