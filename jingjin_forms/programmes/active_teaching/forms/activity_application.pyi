# Written by `python -m jingjin_forms.stubs`; change activity_application.py instead.
# What overrides what is judged there.
# pyright: reportIncompatibleMethodOverride=false

from collections.abc import Mapping
from jingjin_forms.facts.accepted import AnyText
from jingjin_forms.forms.form import Form
from jingjin_forms.parts.school import School
from jingjin_forms.programmes.active_teaching.parts.shared_questions import ApplicationStatus
from jingjin_forms.programmes.active_teaching.parts.shared_questions import OtherSubsidy
from jingjin_forms.programmes.active_teaching.parts.shared_questions import Remoteness
from jingjin_forms.values import Text
from typing import Any
from typing import overload


class ActivityApplication(Form):
    @property
    def school(self) -> School:
        """學校名稱：申請學校的全銜"""
    @school.setter
    def school(self, value: School | Mapping[str, Any] | str) -> None: ...
    @property
    def school_type(self) -> Remoteness | None:
        """學校類型"""
    @school_type.setter
    def school_type(self, value: Remoteness | str | None) -> None: ...
    @property
    def branch_name(self) -> Text:
        """分校名稱：有分校者填"""
    @branch_name.setter
    def branch_name(self, value: AnyText | None) -> None: ...
    @property
    def branch_class_name(self) -> Text:
        """分班名稱：有分班者填"""
    @branch_class_name.setter
    def branch_class_name(self, value: AnyText | None) -> None: ...
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
    def previous_results(self) -> Text:
        """前一年執行成果：300字以內，初辦免填"""
    @previous_results.setter
    def previous_results(self, value: AnyText | None) -> None: ...
    @property
    def plan_name(self) -> Text:
        """計畫名稱"""
    @plan_name.setter
    def plan_name(self, value: AnyText | None) -> None: ...
    @property
    def content_summary(self) -> Text:
        """內容摘要：課程或活動設計與預期效益的關聯"""
    @content_summary.setter
    def content_summary(self, value: AnyText | None) -> None: ...
    @property
    def school_situation(self) -> Text:
        """學校現況：可含學校本位課程簡介、學生學習需求分析等"""
    @school_situation.setter
    def school_situation(self, value: AnyText | None) -> None: ...
    @property
    def goals_text(self) -> Text:
        """計畫目標：需對應申請項目"""
    @goals_text.setter
    def goals_text(self, value: AnyText | None) -> None: ...
    @property
    def features(self) -> Text:
        """特色或創新"""
    @features.setter
    def features(self, value: AnyText | None) -> None: ...
    @property
    def expected_effect(self) -> Text:
        """預期成效"""
    @expected_effect.setter
    def expected_effect(self, value: AnyText | None) -> None: ...
    @property
    def students_and_activities(self) -> Text:
        """參與學生課程活動類型：分時段及天數說明參與學生的人數、年級、班別，以及多元試探活動的類型與辦理方式"""
    @students_and_activities.setter
    def students_and_activities(self, value: AnyText | None) -> None: ...
    @overload
    def __init__(
        self,
        *,
        school: School | Mapping[str, Any] | str,
        school_type: Remoteness | str | None = ...,
        branch_name: AnyText | None = ...,
        branch_class_name: AnyText | None = ...,
        other_subsidy: OtherSubsidy | Mapping[str, Any] | None = ...,
        application_status: ApplicationStatus | str | None = ...,
        previous_results: AnyText | None = ...,
        plan_name: AnyText | None = ...,
        content_summary: AnyText | None = ...,
        school_situation: AnyText | None = ...,
        goals_text: AnyText | None = ...,
        features: AnyText | None = ...,
        expected_effect: AnyText | None = ...,
        students_and_activities: AnyText | None = ...,
        學校類型: Remoteness | str | None = ...,
        分校名稱: AnyText | None = ...,
        分班名稱: AnyText | None = ...,
        已申請政府補助: OtherSubsidy | Mapping[str, Any] | None = ...,
        申辦情形: ApplicationStatus | str | None = ...,
        前一年執行成果: AnyText | None = ...,
        計畫名稱: AnyText | None = ...,
        內容摘要: AnyText | None = ...,
        學校現況: AnyText | None = ...,
        計畫目標: AnyText | None = ...,
        特色或創新: AnyText | None = ...,
        預期成效: AnyText | None = ...,
        參與學生課程活動類型: AnyText | None = ...,
    ) -> None: ...
    @overload
    def __init__(
        self,
        *,
        學校名稱: School | Mapping[str, Any] | str,
        school_type: Remoteness | str | None = ...,
        branch_name: AnyText | None = ...,
        branch_class_name: AnyText | None = ...,
        other_subsidy: OtherSubsidy | Mapping[str, Any] | None = ...,
        application_status: ApplicationStatus | str | None = ...,
        previous_results: AnyText | None = ...,
        plan_name: AnyText | None = ...,
        content_summary: AnyText | None = ...,
        school_situation: AnyText | None = ...,
        goals_text: AnyText | None = ...,
        features: AnyText | None = ...,
        expected_effect: AnyText | None = ...,
        students_and_activities: AnyText | None = ...,
        學校類型: Remoteness | str | None = ...,
        分校名稱: AnyText | None = ...,
        分班名稱: AnyText | None = ...,
        已申請政府補助: OtherSubsidy | Mapping[str, Any] | None = ...,
        申辦情形: ApplicationStatus | str | None = ...,
        前一年執行成果: AnyText | None = ...,
        計畫名稱: AnyText | None = ...,
        內容摘要: AnyText | None = ...,
        學校現況: AnyText | None = ...,
        計畫目標: AnyText | None = ...,
        特色或創新: AnyText | None = ...,
        預期成效: AnyText | None = ...,
        參與學生課程活動類型: AnyText | None = ...,
    ) -> None: ...
