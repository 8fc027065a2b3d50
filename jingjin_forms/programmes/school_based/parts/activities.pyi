# Written by `python -m jingjin_forms.stubs`; change activities.py instead.
# What overrides what is judged there.
# pyright: reportIncompatibleMethodOverride=false

from jingjin_forms.facts import Facts
from jingjin_forms.facts.accepted import AnyCount
from jingjin_forms.facts.accepted import AnyMoney
from jingjin_forms.facts.accepted import AnyText
from jingjin_forms.values.amount import Money
from jingjin_forms.values.text import Count
from jingjin_forms.values.text import Text
from typing import Any


class Activity(Facts):
    @property
    def activity_name(self) -> Text:
        """活動名稱：專業成長活動或行動方案名稱"""
    @activity_name.setter
    def activity_name(self, value: AnyText | None) -> None: ...
    @property
    def rationale(self) -> Text:
        """方案說明：現象或背景分析、議題重要性等"""
    @rationale.setter
    def rationale(self, value: AnyText | None) -> None: ...
    @property
    def activity_type(self) -> Text:
        """活動型態：例如 工作坊、專題討論"""
    @activity_type.setter
    def activity_type(self, value: AnyText | None) -> None: ...
    @property
    def subject(self) -> Text:
        """相關領域或議題"""
    @subject.setter
    def subject(self, value: AnyText | None) -> None: ...
    @property
    def period(self) -> Text:
        """辦理期程"""
    @period.setter
    def period(self, value: AnyText | None) -> None: ...
    @property
    def venue(self) -> Text:
        """辦理地點"""
    @venue.setter
    def venue(self, value: AnyText | None) -> None: ...
    @property
    def session_count(self) -> Count | None:
        """辦理場次"""
    @session_count.setter
    def session_count(self, value: AnyCount | None) -> None: ...
    @property
    def audience(self) -> Text:
        """實施對象"""
    @audience.setter
    def audience(self, value: AnyText | None) -> None: ...
    @property
    def expected_people(self) -> Count | None:
        """預計人數"""
    @expected_people.setter
    def expected_people(self, value: AnyCount | None) -> None: ...
    @property
    def budgeting(self) -> Money | None:
        """經費編列：元；只有一個方案時等於經費概算表的合計"""
    @budgeting.setter
    def budgeting(self, value: AnyMoney | None) -> None: ...
    @property
    def benefits(self) -> Text:
        """目標及效益"""
    @benefits.setter
    def benefits(self, value: AnyText | None) -> None: ...
    @property
    def content(self) -> Text:
        """內容簡述"""
    @content.setter
    def content(self, value: AnyText | None) -> None: ...
    @property
    def remark(self) -> Text:
        """備註"""
    @remark.setter
    def remark(self, value: AnyText | None) -> None: ...
    def __init__(
        self,
        *,
        activity_name: AnyText | None = ...,
        rationale: AnyText | None = ...,
        activity_type: AnyText | None = ...,
        subject: AnyText | None = ...,
        period: AnyText | None = ...,
        venue: AnyText | None = ...,
        session_count: AnyCount | None = ...,
        audience: AnyText | None = ...,
        expected_people: AnyCount | None = ...,
        budgeting: AnyMoney | None = ...,
        benefits: AnyText | None = ...,
        content: AnyText | None = ...,
        remark: AnyText | None = ...,
        活動名稱: AnyText | None = ...,
        方案說明: AnyText | None = ...,
        活動型態: AnyText | None = ...,
        相關領域或議題: AnyText | None = ...,
        辦理期程: AnyText | None = ...,
        辦理地點: AnyText | None = ...,
        辦理場次: AnyCount | None = ...,
        實施對象: AnyText | None = ...,
        預計人數: AnyCount | None = ...,
        經費編列: AnyMoney | None = ...,
        目標及效益: AnyText | None = ...,
        內容簡述: AnyText | None = ...,
        備註: AnyText | None = ...,
    ) -> None: ...
def columns_by_page(columns: list[dict[str, Any]]) -> list[dict[str, Any]]: ...
def activities_behind(printed: dict[str, Any]) -> list[dict[str, Any]]: ...
