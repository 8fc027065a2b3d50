# Written by `python -m jingjin_forms.stubs`; change workshop_plan.py instead.
# What overrides what is judged there.
# pyright: reportIncompatibleMethodOverride=false

from collections.abc import Mapping
from collections.abc import Sequence
from jingjin_forms.facts import Facts
from jingjin_forms.facts.accepted import AnyText
from jingjin_forms.facts.accepted import AnyYear
from jingjin_forms.forms.form import Form
from jingjin_forms.parts import BudgetTable
from jingjin_forms.parts.budget import BudgetLine
from jingjin_forms.values import Text
from jingjin_forms.values.numbering import Lines
from jingjin_forms.values.roc import SchoolYear
from typing import Any
from typing import overload


class Speaker(Facts):
    @property
    def organisation(self) -> Text:
        """服務單位：例如 康樂國小；相同而相連的只印一次"""
    @organisation.setter
    def organisation(self, value: AnyText | None) -> None: ...
    @property
    def name(self) -> Text:
        """姓名"""
    @name.setter
    def name(self, value: AnyText | None) -> None: ...
    @property
    def position(self) -> Text:
        """職稱：印在姓名之後，例如 校長"""
    @position.setter
    def position(self, value: AnyText | None) -> None: ...
    def __init__(
        self,
        *,
        organisation: AnyText | None = ...,
        name: AnyText | None = ...,
        position: AnyText | None = ...,
        服務單位: AnyText | None = ...,
        姓名: AnyText | None = ...,
        職稱: AnyText | None = ...,
    ) -> None: ...

class PlannedActivity(Facts):
    @property
    def activity_content(self) -> Text:
        """活動內容"""
    @activity_content.setter
    def activity_content(self, value: AnyText | None) -> None: ...
    @property
    def speaker(self) -> list[Speaker]:
        """主講人：每一位一項"""
    @speaker.setter
    def speaker(self, value: Sequence[Speaker | Mapping[str, Any]] | None) -> None: ...
    def context(self) -> dict[str, Any]:
        ...
    @classmethod
    def behind(cls, printed: dict[str, Any]) -> dict[str, Any]:
        ...
    def __init__(
        self,
        *,
        activity_content: AnyText | None = ...,
        speaker: Sequence[Speaker | Mapping[str, Any]] | None = ...,
        活動內容: AnyText | None = ...,
        主講人: Sequence[Speaker | Mapping[str, Any]] | None = ...,
    ) -> None: ...

class TimeSlot(Facts):
    @property
    def time(self) -> Text:
        """時間：例如 09:00-09:40，照填的印"""
    @time.setter
    def time(self, value: AnyText | None) -> None: ...
    @property
    def activities(self) -> list[PlannedActivity]:
        """活動：這個時段的活動，每一個一項"""
    @activities.setter
    def activities(self, value: Sequence[PlannedActivity | Mapping[str, Any]] | None) -> None: ...
    def context(self) -> dict[str, Any]:
        ...
    def __init__(
        self,
        *,
        time: AnyText | None = ...,
        activities: Sequence[PlannedActivity | Mapping[str, Any]] | None = ...,
        時間: AnyText | None = ...,
        活動: Sequence[PlannedActivity | Mapping[str, Any]] | None = ...,
    ) -> None: ...

class WorkshopPlan(BudgetTable, Form):
    @property
    def school_year(self) -> SchoolYear | None:
        """學年度：例如 113"""
    @school_year.setter
    def school_year(self, value: AnyYear | None) -> None: ...
    @property
    def plan_name(self) -> Text:
        """計畫名稱：例如 學校教師學習社群召集人增能研習；不寫「實施計畫」"""
    @plan_name.setter
    def plan_name(self, value: AnyText) -> None: ...
    @property
    def basis(self) -> Lines:
        """依據：一行一項，編號會自動加上"""
    @basis.setter
    def basis(self, value: Sequence[AnyText] | None) -> None: ...
    @property
    def background(self) -> Lines:
        """緣起：一行一段"""
    @background.setter
    def background(self, value: Sequence[AnyText] | None) -> None: ...
    @property
    def goals_text(self) -> Lines:
        """計畫目標：一行一項，編號會自動加上"""
    @goals_text.setter
    def goals_text(self, value: Sequence[AnyText] | None) -> None: ...
    @property
    def supervisor(self) -> Text:
        """指導單位"""
    @supervisor.setter
    def supervisor(self, value: AnyText | None) -> None: ...
    @property
    def organiser(self) -> Text:
        """主辦單位"""
    @organiser.setter
    def organiser(self, value: AnyText | None) -> None: ...
    @property
    def executing_unit(self) -> Text:
        """承辦單位：例如 花蓮縣教育處課發中心"""
    @executing_unit.setter
    def executing_unit(self, value: AnyText | None) -> None: ...
    @property
    def audience(self) -> Text:
        """參加對象"""
    @audience.setter
    def audience(self, value: AnyText | None) -> None: ...
    @property
    def venue(self) -> Text:
        """研習地點：例如 線上研習。"""
    @venue.setter
    def venue(self, value: AnyText | None) -> None: ...
    @property
    def dates_and_sessions(self) -> Text:
        """辦理時間與場次：例如 暫訂114年5月底辦理，共計1場次。"""
    @dates_and_sessions.setter
    def dates_and_sessions(self, value: AnyText | None) -> None: ...
    @property
    def timetable(self) -> list[TimeSlot]:
        """研習規劃：每一個時段一項"""
    @timetable.setter
    def timetable(self, value: Sequence[TimeSlot | Mapping[str, Any]] | None) -> None: ...
    @property
    def total_note(self) -> Text:
        """合計說明：例如 上述經費各項目間得依實際情況勻支。"""
    @total_note.setter
    def total_note(self, value: AnyText | None) -> None: ...
    @property
    def funding_source(self) -> Text:
        """經費來源：印在總計後的括號內"""
    @funding_source.setter
    def funding_source(self, value: AnyText | None) -> None: ...
    @property
    def expected_benefits(self) -> Lines:
        """預期效益：一行一項，編號會自動加上"""
    @expected_benefits.setter
    def expected_benefits(self, value: Sequence[AnyText] | None) -> None: ...
    def context(self) -> dict[str, Any]:
        ...
    @classmethod
    def behind(cls, printed: dict[str, Any]) -> dict[str, Any]:
        ...
    @overload
    def __init__(
        self,
        *,
        plan_name: AnyText,
        lines: Sequence[BudgetLine | Mapping[str, Any]] | None = ...,
        school_year: AnyYear | None = ...,
        basis: Sequence[AnyText] | None = ...,
        background: Sequence[AnyText] | None = ...,
        goals_text: Sequence[AnyText] | None = ...,
        supervisor: AnyText | None = ...,
        organiser: AnyText | None = ...,
        executing_unit: AnyText | None = ...,
        audience: AnyText | None = ...,
        venue: AnyText | None = ...,
        dates_and_sessions: AnyText | None = ...,
        timetable: Sequence[TimeSlot | Mapping[str, Any]] | None = ...,
        total_note: AnyText | None = ...,
        funding_source: AnyText | None = ...,
        expected_benefits: Sequence[AnyText] | None = ...,
        subtotal: object = ...,
        total: object = ...,
        total_uppercase: object = ...,
        經費項目: Sequence[BudgetLine | Mapping[str, Any]] | None = ...,
        學年度: AnyYear | None = ...,
        依據: Sequence[AnyText] | None = ...,
        緣起: Sequence[AnyText] | None = ...,
        計畫目標: Sequence[AnyText] | None = ...,
        指導單位: AnyText | None = ...,
        主辦單位: AnyText | None = ...,
        承辦單位: AnyText | None = ...,
        參加對象: AnyText | None = ...,
        研習地點: AnyText | None = ...,
        辦理時間與場次: AnyText | None = ...,
        研習規劃: Sequence[TimeSlot | Mapping[str, Any]] | None = ...,
        合計說明: AnyText | None = ...,
        經費來源: AnyText | None = ...,
        預期效益: Sequence[AnyText] | None = ...,
        小計: object = ...,
        合計: object = ...,
        總計: object = ...,
    ) -> None: ...
    @overload
    def __init__(
        self,
        *,
        計畫名稱: AnyText,
        lines: Sequence[BudgetLine | Mapping[str, Any]] | None = ...,
        school_year: AnyYear | None = ...,
        basis: Sequence[AnyText] | None = ...,
        background: Sequence[AnyText] | None = ...,
        goals_text: Sequence[AnyText] | None = ...,
        supervisor: AnyText | None = ...,
        organiser: AnyText | None = ...,
        executing_unit: AnyText | None = ...,
        audience: AnyText | None = ...,
        venue: AnyText | None = ...,
        dates_and_sessions: AnyText | None = ...,
        timetable: Sequence[TimeSlot | Mapping[str, Any]] | None = ...,
        total_note: AnyText | None = ...,
        funding_source: AnyText | None = ...,
        expected_benefits: Sequence[AnyText] | None = ...,
        subtotal: object = ...,
        total: object = ...,
        total_uppercase: object = ...,
        經費項目: Sequence[BudgetLine | Mapping[str, Any]] | None = ...,
        學年度: AnyYear | None = ...,
        依據: Sequence[AnyText] | None = ...,
        緣起: Sequence[AnyText] | None = ...,
        計畫目標: Sequence[AnyText] | None = ...,
        指導單位: AnyText | None = ...,
        主辦單位: AnyText | None = ...,
        承辦單位: AnyText | None = ...,
        參加對象: AnyText | None = ...,
        研習地點: AnyText | None = ...,
        辦理時間與場次: AnyText | None = ...,
        研習規劃: Sequence[TimeSlot | Mapping[str, Any]] | None = ...,
        合計說明: AnyText | None = ...,
        經費來源: AnyText | None = ...,
        預期效益: Sequence[AnyText] | None = ...,
        小計: object = ...,
        合計: object = ...,
        總計: object = ...,
    ) -> None: ...
