# Written by `python -m jingjin_forms.stubs`; change community_workshop_application.py instead.
# What overrides what is judged there.
# pyright: reportIncompatibleMethodOverride=false

from collections.abc import Mapping
from collections.abc import Sequence
from jingjin_forms.facts import Facts
from jingjin_forms.facts.accepted import AnyCount
from jingjin_forms.facts.accepted import AnyText
from jingjin_forms.forms.form import Form
from jingjin_forms.parts.contact import Contact
from jingjin_forms.programmes.active_teaching.parts.shared_questions import ApplicationStatus
from jingjin_forms.programmes.active_teaching.parts.shared_questions import OtherSubsidy
from jingjin_forms.values import Count
from jingjin_forms.values import Text
from typing import Any
from typing import overload


class ScheduledActivity(Facts):
    @property
    def time(self) -> Text:
        """時間：例如 09:00-10:30"""
    @time.setter
    def time(self, value: AnyText | None) -> None: ...
    @property
    def activity_content(self) -> Text:
        """活動內容"""
    @activity_content.setter
    def activity_content(self, value: AnyText | None) -> None: ...
    @property
    def speaker(self) -> Text:
        """主講人：主持人或主講人"""
    @speaker.setter
    def speaker(self, value: AnyText | None) -> None: ...
    @property
    def place(self) -> Text:
        """地點"""
    @place.setter
    def place(self, value: AnyText | None) -> None: ...
    def __init__(
        self,
        *,
        time: AnyText | None = ...,
        activity_content: AnyText | None = ...,
        speaker: AnyText | None = ...,
        place: AnyText | None = ...,
        時間: AnyText | None = ...,
        活動內容: AnyText | None = ...,
        主講人: AnyText | None = ...,
        地點: AnyText | None = ...,
    ) -> None: ...

class CommunityWorkshopApplication(Form):
    @property
    def plan_name(self) -> Text:
        """計畫名稱"""
    @plan_name.setter
    def plan_name(self, value: AnyText | None) -> None: ...
    @property
    def community_name(self) -> Text:
        """自主社群名稱"""
    @community_name.setter
    def community_name(self, value: AnyText) -> None: ...
    @property
    def other_subsidy(self) -> OtherSubsidy:
        """已申請政府補助"""
    @other_subsidy.setter
    def other_subsidy(self, value: OtherSubsidy | Mapping[str, Any] | None) -> None: ...
    @property
    def application_status(self) -> ApplicationStatus | None:
        """申辦情形"""
    @application_status.setter
    def application_status(self, value: ApplicationStatus | str | None) -> None: ...
    @property
    def main_contact(self) -> Contact:
        """主要聯絡人"""
    @main_contact.setter
    def main_contact(self, value: Contact | Mapping[str, Any] | None) -> None: ...
    @property
    def previous_results(self) -> Text:
        """前一年執行成果：簡述，300字以內，初辦免填"""
    @previous_results.setter
    def previous_results(self, value: AnyText | None) -> None: ...
    @property
    def purpose(self) -> Text:
        """目的"""
    @purpose.setter
    def purpose(self, value: AnyText | None) -> None: ...
    @property
    def course_topic(self) -> Text:
        """課程主題"""
    @course_topic.setter
    def course_topic(self, value: AnyText | None) -> None: ...
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
    def event_time(self) -> Text:
        """辦理時間：應於辦理二個月前提出申請"""
    @event_time.setter
    def event_time(self, value: AnyText | None) -> None: ...
    @property
    def venue(self) -> Text:
        """辦理地點"""
    @venue.setter
    def venue(self, value: AnyText | None) -> None: ...
    @property
    def registration(self) -> Text:
        """報名方式"""
    @registration.setter
    def registration(self, value: AnyText | None) -> None: ...
    @property
    def timetable(self) -> list[ScheduledActivity]:
        """研習流程：每一個時段一項，不含賦歸"""
    @timetable.setter
    def timetable(self, value: Sequence[ScheduledActivity | Mapping[str, Any]] | None) -> None: ...
    @property
    def expected_effect(self) -> Text:
        """預期成效"""
    @expected_effect.setter
    def expected_effect(self, value: AnyText | None) -> None: ...
    @property
    def notices(self) -> Text:
        """注意事項"""
    @notices.setter
    def notices(self, value: AnyText | None) -> None: ...
    @property
    def contact_details(self) -> Text:
        """聯絡方式"""
    @contact_details.setter
    def contact_details(self, value: AnyText | None) -> None: ...
    @property
    def transport(self) -> Text:
        """交通方式"""
    @transport.setter
    def transport(self, value: AnyText | None) -> None: ...
    def context(self) -> dict[str, Any]:
        ...
    @overload
    def __init__(
        self,
        *,
        community_name: AnyText,
        plan_name: AnyText | None = ...,
        other_subsidy: OtherSubsidy | Mapping[str, Any] | None = ...,
        application_status: ApplicationStatus | str | None = ...,
        main_contact: Contact | Mapping[str, Any] | None = ...,
        previous_results: AnyText | None = ...,
        purpose: AnyText | None = ...,
        course_topic: AnyText | None = ...,
        audience: AnyText | None = ...,
        expected_people: AnyCount | None = ...,
        event_time: AnyText | None = ...,
        venue: AnyText | None = ...,
        registration: AnyText | None = ...,
        timetable: Sequence[ScheduledActivity | Mapping[str, Any]] | None = ...,
        expected_effect: AnyText | None = ...,
        notices: AnyText | None = ...,
        contact_details: AnyText | None = ...,
        transport: AnyText | None = ...,
        計畫名稱: AnyText | None = ...,
        已申請政府補助: OtherSubsidy | Mapping[str, Any] | None = ...,
        申辦情形: ApplicationStatus | str | None = ...,
        主要聯絡人: Contact | Mapping[str, Any] | None = ...,
        前一年執行成果: AnyText | None = ...,
        前一年辦理成果: AnyText | None = ...,
        目的: AnyText | None = ...,
        課程主題: AnyText | None = ...,
        實施對象: AnyText | None = ...,
        參與對象: AnyText | None = ...,
        預計人數: AnyCount | None = ...,
        預計參與人數: AnyCount | None = ...,
        辦理時間: AnyText | None = ...,
        辦理地點: AnyText | None = ...,
        報名方式: AnyText | None = ...,
        研習流程: Sequence[ScheduledActivity | Mapping[str, Any]] | None = ...,
        預期成效: AnyText | None = ...,
        注意事項: AnyText | None = ...,
        聯絡方式: AnyText | None = ...,
        交通方式: AnyText | None = ...,
    ) -> None: ...
    @overload
    def __init__(
        self,
        *,
        自主社群名稱: AnyText,
        plan_name: AnyText | None = ...,
        other_subsidy: OtherSubsidy | Mapping[str, Any] | None = ...,
        application_status: ApplicationStatus | str | None = ...,
        main_contact: Contact | Mapping[str, Any] | None = ...,
        previous_results: AnyText | None = ...,
        purpose: AnyText | None = ...,
        course_topic: AnyText | None = ...,
        audience: AnyText | None = ...,
        expected_people: AnyCount | None = ...,
        event_time: AnyText | None = ...,
        venue: AnyText | None = ...,
        registration: AnyText | None = ...,
        timetable: Sequence[ScheduledActivity | Mapping[str, Any]] | None = ...,
        expected_effect: AnyText | None = ...,
        notices: AnyText | None = ...,
        contact_details: AnyText | None = ...,
        transport: AnyText | None = ...,
        計畫名稱: AnyText | None = ...,
        已申請政府補助: OtherSubsidy | Mapping[str, Any] | None = ...,
        申辦情形: ApplicationStatus | str | None = ...,
        主要聯絡人: Contact | Mapping[str, Any] | None = ...,
        前一年執行成果: AnyText | None = ...,
        前一年辦理成果: AnyText | None = ...,
        目的: AnyText | None = ...,
        課程主題: AnyText | None = ...,
        實施對象: AnyText | None = ...,
        參與對象: AnyText | None = ...,
        預計人數: AnyCount | None = ...,
        預計參與人數: AnyCount | None = ...,
        辦理時間: AnyText | None = ...,
        辦理地點: AnyText | None = ...,
        報名方式: AnyText | None = ...,
        研習流程: Sequence[ScheduledActivity | Mapping[str, Any]] | None = ...,
        預期成效: AnyText | None = ...,
        注意事項: AnyText | None = ...,
        聯絡方式: AnyText | None = ...,
        交通方式: AnyText | None = ...,
    ) -> None: ...
