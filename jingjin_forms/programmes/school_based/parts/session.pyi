# Written by `python -m jingjin_forms.stubs`; change session.py instead.
# What overrides what is judged there.
# pyright: reportIncompatibleMethodOverride=false

from decimal import Decimal
from jingjin_forms.facts import Facts
from jingjin_forms.facts import printed
from jingjin_forms.facts.accepted import AnyDate
from jingjin_forms.facts.accepted import AnyText
from jingjin_forms.facts.accepted import AnyTime
from jingjin_forms.values.roc import RocDate
from jingjin_forms.values.text import Text
from jingjin_forms.values.timespan import TimeSpan


class Session(Facts):
    @property
    def date(self) -> RocDate | None:
        """日期：例如 112年9月20日"""
    @date.setter
    def date(self, value: AnyDate | None) -> None: ...
    @property
    def course_name(self) -> Text:
        """課程名稱：請具體說明，勿複製貼上"""
    @course_name.setter
    def course_name(self, value: AnyText | None) -> None: ...
    @property
    def time(self) -> TimeSpan | None:
        """時間：24 小時制，例如 09:00-12:00"""
    @time.setter
    def time(self, value: AnyTime | None) -> None: ...
    @property
    def teaching_method(self) -> Text:
        """上課方式：依課程活動類別具體說明，例如 實際操作"""
    @teaching_method.setter
    def teaching_method(self, value: AnyText | None) -> None: ...
    @property
    def lecturer(self) -> Text:
        """講師"""
    @lecturer.setter
    def lecturer(self, value: AnyText | None) -> None: ...
    @property
    def attendees(self) -> Text:
        """上課人員：例如 全校教師 24 人"""
    @attendees.setter
    def attendees(self, value: AnyText | None) -> None: ...
    @property
    def place(self) -> Text:
        """地點"""
    @place.setter
    def place(self, value: AnyText | None) -> None: ...
    @property
    @printed('時數', needs=('時間',))
    def hours(self) -> int | Decimal | None:
        ...
    @property
    def lessons(self) -> int | None:
        ...
    def __init__(
        self,
        *,
        date: AnyDate | None = ...,
        course_name: AnyText | None = ...,
        time: AnyTime | None = ...,
        teaching_method: AnyText | None = ...,
        lecturer: AnyText | None = ...,
        attendees: AnyText | None = ...,
        place: AnyText | None = ...,
        hours: object = ...,
        日期: AnyDate | None = ...,
        課程名稱: AnyText | None = ...,
        時間: AnyTime | None = ...,
        上課方式: AnyText | None = ...,
        講師: AnyText | None = ...,
        上課人員: AnyText | None = ...,
        地點: AnyText | None = ...,
        時數: object = ...,
    ) -> None: ...
