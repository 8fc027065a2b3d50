# Written by `python -m jingjin_forms.stubs`; change implementation_plan.py instead.
# What overrides what is judged there.
# pyright: reportIncompatibleMethodOverride=false

from collections.abc import Mapping
from collections.abc import Sequence
from jingjin_forms.facts.accepted import AnyMoney
from jingjin_forms.facts.accepted import AnyPeriod
from jingjin_forms.facts.accepted import AnyText
from jingjin_forms.facts.accepted import AnyYear
from jingjin_forms.forms.form import Form
from jingjin_forms.parts.budget import BudgetLine
from jingjin_forms.parts.school import School
from jingjin_forms.programmes.school_based.parts.activities import Activity
from jingjin_forms.programmes.school_based.parts.estimate import Estimate
from jingjin_forms.programmes.school_based.parts.session import Session
from jingjin_forms.values import Text
from jingjin_forms.values.roc import RocPeriod
from typing import Any
from typing import overload


class ImplementationPlan(Estimate, Form):
    @property
    def background(self) -> Text:
        """背景說明：實施背景、學校概況"""
    @background.setter
    def background(self, value: AnyText | None) -> None: ...
    @property
    def committee_workshop(self) -> Text:
        """課發會增能工作坊辦理情形：108學年度起是否辦理，例如 109學年度已辦理"""
    @committee_workshop.setter
    def committee_workshop(self, value: AnyText | None) -> None: ...
    @property
    def curriculum_evaluation(self) -> Text:
        """課程評鑑辦理情形：已辦理過課程評鑑研習者說明，例如 110學年度已辦理"""
    @curriculum_evaluation.setter
    def curriculum_evaluation(self, value: AnyText | None) -> None: ...
    @property
    def goal_attainment(self) -> Text:
        """計畫目標達成情形：前一學年度的成效與檢討；前一學年度無申請者五項免填"""
    @goal_attainment.setter
    def goal_attainment(self, value: AnyText | None) -> None: ...
    @property
    def resource_integration(self) -> Text:
        """資源整合運用情形：其他處室橫向聯繫或其他經費挹注"""
    @resource_integration.setter
    def resource_integration(self, value: AnyText | None) -> None: ...
    @property
    def teacher_growth(self) -> Text:
        """教師專業成長情形：課程或教材產出"""
    @teacher_growth.setter
    def teacher_growth(self, value: AnyText | None) -> None: ...
    @property
    def sustained_creativity(self) -> Text:
        """永續發展與多元創意：具體活化教學案例或產出教材實踐於教學現場"""
    @sustained_creativity.setter
    def sustained_creativity(self, value: AnyText | None) -> None: ...
    @property
    def closed_accounts(self) -> Text:
        """經費核銷與成果彙整情形"""
    @closed_accounts.setter
    def closed_accounts(self, value: AnyText | None) -> None: ...
    @property
    def needs(self) -> Text:
        """需求與延續：本學年度整體計畫需求與延續"""
    @needs.setter
    def needs(self, value: AnyText | None) -> None: ...
    @property
    def goals_text(self) -> Text:
        """計畫目標"""
    @goals_text.setter
    def goals_text(self, value: AnyText | None) -> None: ...
    @property
    def executing_unit(self) -> Text:
        """承辦單位：不填為學校簡稱"""
    @executing_unit.setter
    def executing_unit(self, value: AnyText | None) -> None: ...
    @property
    def period(self) -> RocPeriod | None:
        """執行期程：不填為該學年度8月1日至次年6月30日"""
    @period.setter
    def period(self, value: AnyPeriod | None) -> None: ...
    @property
    def venue(self) -> Text:
        """研習地點"""
    @venue.setter
    def venue(self, value: AnyText | None) -> None: ...
    @property
    def sessions(self) -> list[Session]:
        """研習課程：每一場一項，場次自動編號"""
    @sessions.setter
    def sessions(self, value: Sequence[Session | Mapping[str, Any]] | None) -> None: ...
    @property
    def expected_benefits(self) -> Text:
        """預期效益"""
    @expected_benefits.setter
    def expected_benefits(self, value: AnyText | None) -> None: ...
    @property
    def activities(self) -> list[Activity]:
        """方案：每一個方案（活動）一項；只有一個時，期程、地點、場次、經費不填由上文帶入"""
    @activities.setter
    def activities(self, value: Sequence[Activity | Mapping[str, Any]] | None) -> None: ...
    @property
    def whole_period(self) -> RocPeriod | None:
        ...
    def context(self) -> dict[str, Any]:
        ...
    @classmethod
    def behind(cls, printed: dict[str, Any]) -> dict[str, Any]:
        ...
    @overload
    def __init__(
        self,
        *,
        school: School | Mapping[str, Any] | str,
        lines: Sequence[BudgetLine | Mapping[str, Any]] | None = ...,
        school_year: AnyYear | None = ...,
        plan_name: AnyText | None = ...,
        miscellaneous: AnyMoney | None = ...,
        background: AnyText | None = ...,
        committee_workshop: AnyText | None = ...,
        curriculum_evaluation: AnyText | None = ...,
        goal_attainment: AnyText | None = ...,
        resource_integration: AnyText | None = ...,
        teacher_growth: AnyText | None = ...,
        sustained_creativity: AnyText | None = ...,
        closed_accounts: AnyText | None = ...,
        needs: AnyText | None = ...,
        goals_text: AnyText | None = ...,
        executing_unit: AnyText | None = ...,
        period: AnyPeriod | None = ...,
        venue: AnyText | None = ...,
        sessions: Sequence[Session | Mapping[str, Any]] | None = ...,
        expected_benefits: AnyText | None = ...,
        activities: Sequence[Activity | Mapping[str, Any]] | None = ...,
        subtotal: object = ...,
        total: object = ...,
        total_uppercase: object = ...,
        經費項目: Sequence[BudgetLine | Mapping[str, Any]] | None = ...,
        學年度: AnyYear | None = ...,
        計畫名稱: AnyText | None = ...,
        雜支: AnyMoney | None = ...,
        背景說明: AnyText | None = ...,
        課發會增能工作坊辦理情形: AnyText | None = ...,
        課程評鑑辦理情形: AnyText | None = ...,
        計畫目標達成情形: AnyText | None = ...,
        資源整合運用情形: AnyText | None = ...,
        教師專業成長情形: AnyText | None = ...,
        永續發展與多元創意: AnyText | None = ...,
        經費核銷與成果彙整情形: AnyText | None = ...,
        需求與延續: AnyText | None = ...,
        計畫目標: AnyText | None = ...,
        承辦單位: AnyText | None = ...,
        執行期程: AnyPeriod | None = ...,
        研習地點: AnyText | None = ...,
        研習課程: Sequence[Session | Mapping[str, Any]] | None = ...,
        預期效益: AnyText | None = ...,
        方案: Sequence[Activity | Mapping[str, Any]] | None = ...,
        小計: object = ...,
        合計: object = ...,
        總計: object = ...,
    ) -> None: ...
    @overload
    def __init__(
        self,
        *,
        學校名稱: School | Mapping[str, Any] | str,
        lines: Sequence[BudgetLine | Mapping[str, Any]] | None = ...,
        school_year: AnyYear | None = ...,
        plan_name: AnyText | None = ...,
        miscellaneous: AnyMoney | None = ...,
        background: AnyText | None = ...,
        committee_workshop: AnyText | None = ...,
        curriculum_evaluation: AnyText | None = ...,
        goal_attainment: AnyText | None = ...,
        resource_integration: AnyText | None = ...,
        teacher_growth: AnyText | None = ...,
        sustained_creativity: AnyText | None = ...,
        closed_accounts: AnyText | None = ...,
        needs: AnyText | None = ...,
        goals_text: AnyText | None = ...,
        executing_unit: AnyText | None = ...,
        period: AnyPeriod | None = ...,
        venue: AnyText | None = ...,
        sessions: Sequence[Session | Mapping[str, Any]] | None = ...,
        expected_benefits: AnyText | None = ...,
        activities: Sequence[Activity | Mapping[str, Any]] | None = ...,
        subtotal: object = ...,
        total: object = ...,
        total_uppercase: object = ...,
        經費項目: Sequence[BudgetLine | Mapping[str, Any]] | None = ...,
        學年度: AnyYear | None = ...,
        計畫名稱: AnyText | None = ...,
        雜支: AnyMoney | None = ...,
        背景說明: AnyText | None = ...,
        課發會增能工作坊辦理情形: AnyText | None = ...,
        課程評鑑辦理情形: AnyText | None = ...,
        計畫目標達成情形: AnyText | None = ...,
        資源整合運用情形: AnyText | None = ...,
        教師專業成長情形: AnyText | None = ...,
        永續發展與多元創意: AnyText | None = ...,
        經費核銷與成果彙整情形: AnyText | None = ...,
        需求與延續: AnyText | None = ...,
        計畫目標: AnyText | None = ...,
        承辦單位: AnyText | None = ...,
        執行期程: AnyPeriod | None = ...,
        研習地點: AnyText | None = ...,
        研習課程: Sequence[Session | Mapping[str, Any]] | None = ...,
        預期效益: AnyText | None = ...,
        方案: Sequence[Activity | Mapping[str, Any]] | None = ...,
        小計: object = ...,
        合計: object = ...,
        總計: object = ...,
    ) -> None: ...
