# Written by `python -m jingjin_forms.stubs`; change practice_application.py instead.
# What overrides what is judged there.
# pyright: reportIncompatibleMethodOverride=false

from collections.abc import Mapping
from collections.abc import Sequence
from jingjin_forms.facts import Facts
from jingjin_forms.facts.accepted import AnyMonths
from jingjin_forms.facts.accepted import AnyText
from jingjin_forms.facts.accepted import AnyYear
from jingjin_forms.forms.form import Form
from jingjin_forms.parts.school import School
from jingjin_forms.programmes.active_teaching.parts.shared_questions import ApplicationStatus
from jingjin_forms.programmes.active_teaching.parts.shared_questions import OtherSubsidy
from jingjin_forms.programmes.active_teaching.parts.shared_questions import Teacher
from jingjin_forms.values import Choice
from jingjin_forms.values import Text
from jingjin_forms.values import TickMarks
from jingjin_forms.values.multiple_choice import Chosen
from jingjin_forms.values.multiple_choice import MultipleChoice
from jingjin_forms.values.roc import SchoolYear
from typing import Any
from typing import overload


class Arrangement(Choice):
    SCHOOL = '學校'
    COMMUNITY = '自主社群'
    ASSOCIATION = '法人、團體'

class SchoolArrangement(Choice):
    SINGLE = '單一學校'
    JOINT = '跨校合作'

class Month(Choice):
    AUGUST = '8月'
    SEPTEMBER = '9月'
    OCTOBER = '10月'
    NOVEMBER = '11月'
    DECEMBER = '12月'
    JANUARY = '1月'
    FEBRUARY = '2月'
    MARCH = '3月'
    APRIL = '4月'
    MAY = '5月'
    JUNE = '6月'
    JULY = '7月'

class Months(MultipleChoice):
    def __init__(self) -> None:
        ...
    def to_context(self, chosen: Chosen) -> TickMarks:
        ...

class GanttRow(Facts):
    @property
    def work(self) -> Text:
        """執行內容"""
    @work.setter
    def work(self, value: AnyText) -> None: ...
    @property
    def schedule(self) -> Chosen:
        """進度規劃：哪些月份，例如 8月-10月、1月"""
    @schedule.setter
    def schedule(self, value: AnyMonths | None) -> None: ...
    @overload
    def __init__(
        self,
        *,
        work: AnyText,
        schedule: AnyMonths | None = ...,
        進度規劃: AnyMonths | None = ...,
    ) -> None: ...
    @overload
    def __init__(
        self,
        *,
        執行內容: AnyText,
        schedule: AnyMonths | None = ...,
        進度規劃: AnyMonths | None = ...,
    ) -> None: ...

class PracticeApplication(Form):
    @property
    def school(self) -> School:
        """學校名稱：申請學校或單位的全銜；以自主社群方式辦理者免填"""
    @school.setter
    def school(self, value: School | Mapping[str, Any] | str | None) -> None: ...
    @property
    def plan_name(self) -> Text:
        """計畫名稱"""
    @plan_name.setter
    def plan_name(self, value: AnyText) -> None: ...
    @property
    def community_name(self) -> Text:
        """自主社群名稱"""
    @community_name.setter
    def community_name(self, value: AnyText | None) -> None: ...
    @property
    def arrangement(self) -> Arrangement | None:
        """辦理模式"""
    @arrangement.setter
    def arrangement(self, value: Arrangement | str | None) -> None: ...
    @property
    def school_arrangement(self) -> SchoolArrangement | None:
        """學校辦理模式：辦理模式為學校者填"""
    @school_arrangement.setter
    def school_arrangement(self, value: SchoolArrangement | str | None) -> None: ...
    @property
    def partner_schools(self) -> Text:
        """合作學校：跨校合作者填，用「、」隔開"""
    @partner_schools.setter
    def partner_schools(self, value: AnyText | None) -> None: ...
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
    def teachers(self) -> list[Teacher]:
        """參與教師：每一位教師一項；超過10人者得列主要參與人10位"""
    @teachers.setter
    def teachers(self, value: Sequence[Teacher | Mapping[str, Any]] | None) -> None: ...
    @property
    def previous_results(self) -> Text:
        """前一年執行成果：條列，300字以內；初辦學校免填"""
    @previous_results.setter
    def previous_results(self, value: AnyText | None) -> None: ...
    @property
    def goals_text(self) -> Text:
        """計畫目標"""
    @goals_text.setter
    def goals_text(self, value: AnyText | None) -> None: ...
    @property
    def administration(self) -> Text:
        """行政運作及支持：以自主社群方式辦理者改為說明自主社群分工及運作"""
    @administration.setter
    def administration(self, value: AnyText | None) -> None: ...
    @property
    def curriculum(self) -> Text:
        """課程規劃"""
    @curriculum.setter
    def curriculum(self, value: AnyText | None) -> None: ...
    @property
    def expected_effect(self) -> Text:
        """預期成效"""
    @expected_effect.setter
    def expected_effect(self, value: AnyText | None) -> None: ...
    @property
    def assessment(self) -> Text:
        """學生學習評量"""
    @assessment.setter
    def assessment(self, value: AnyText | None) -> None: ...
    @property
    def features(self) -> Text:
        """特色或創新"""
    @features.setter
    def features(self, value: AnyText | None) -> None: ...
    @property
    def gantt_school_year(self) -> SchoolYear | None:
        """甘特圖學年度：8月所在的民國年，例如 112"""
    @gantt_school_year.setter
    def gantt_school_year(self, value: AnyYear | None) -> None: ...
    @property
    def gantt(self) -> list[GanttRow]:
        """甘特圖：每一項執行內容一項"""
    @gantt.setter
    def gantt(self, value: Sequence[GanttRow | Mapping[str, Any]] | None) -> None: ...
    def context(self) -> dict[str, Any]:
        ...
    @overload
    def __init__(
        self,
        *,
        plan_name: AnyText,
        school: School | Mapping[str, Any] | str | None = ...,
        community_name: AnyText | None = ...,
        arrangement: Arrangement | str | None = ...,
        school_arrangement: SchoolArrangement | str | None = ...,
        partner_schools: AnyText | None = ...,
        other_subsidy: OtherSubsidy | Mapping[str, Any] | None = ...,
        application_status: ApplicationStatus | str | None = ...,
        teachers: Sequence[Teacher | Mapping[str, Any]] | None = ...,
        previous_results: AnyText | None = ...,
        goals_text: AnyText | None = ...,
        administration: AnyText | None = ...,
        curriculum: AnyText | None = ...,
        expected_effect: AnyText | None = ...,
        assessment: AnyText | None = ...,
        features: AnyText | None = ...,
        gantt_school_year: AnyYear | None = ...,
        gantt: Sequence[GanttRow | Mapping[str, Any]] | None = ...,
        學校名稱: School | Mapping[str, Any] | str | None = ...,
        自主社群名稱: AnyText | None = ...,
        辦理模式: Arrangement | str | None = ...,
        學校辦理模式: SchoolArrangement | str | None = ...,
        合作學校: AnyText | None = ...,
        已申請政府補助: OtherSubsidy | Mapping[str, Any] | None = ...,
        申辦情形: ApplicationStatus | str | None = ...,
        參與教師: Sequence[Teacher | Mapping[str, Any]] | None = ...,
        前一年執行成果: AnyText | None = ...,
        計畫目標: AnyText | None = ...,
        行政運作及支持: AnyText | None = ...,
        課程規劃: AnyText | None = ...,
        預期成效: AnyText | None = ...,
        學生學習評量: AnyText | None = ...,
        特色或創新: AnyText | None = ...,
        甘特圖學年度: AnyYear | None = ...,
        甘特圖: Sequence[GanttRow | Mapping[str, Any]] | None = ...,
    ) -> None: ...
    @overload
    def __init__(
        self,
        *,
        計畫名稱: AnyText,
        school: School | Mapping[str, Any] | str | None = ...,
        community_name: AnyText | None = ...,
        arrangement: Arrangement | str | None = ...,
        school_arrangement: SchoolArrangement | str | None = ...,
        partner_schools: AnyText | None = ...,
        other_subsidy: OtherSubsidy | Mapping[str, Any] | None = ...,
        application_status: ApplicationStatus | str | None = ...,
        teachers: Sequence[Teacher | Mapping[str, Any]] | None = ...,
        previous_results: AnyText | None = ...,
        goals_text: AnyText | None = ...,
        administration: AnyText | None = ...,
        curriculum: AnyText | None = ...,
        expected_effect: AnyText | None = ...,
        assessment: AnyText | None = ...,
        features: AnyText | None = ...,
        gantt_school_year: AnyYear | None = ...,
        gantt: Sequence[GanttRow | Mapping[str, Any]] | None = ...,
        學校名稱: School | Mapping[str, Any] | str | None = ...,
        自主社群名稱: AnyText | None = ...,
        辦理模式: Arrangement | str | None = ...,
        學校辦理模式: SchoolArrangement | str | None = ...,
        合作學校: AnyText | None = ...,
        已申請政府補助: OtherSubsidy | Mapping[str, Any] | None = ...,
        申辦情形: ApplicationStatus | str | None = ...,
        參與教師: Sequence[Teacher | Mapping[str, Any]] | None = ...,
        前一年執行成果: AnyText | None = ...,
        計畫目標: AnyText | None = ...,
        行政運作及支持: AnyText | None = ...,
        課程規劃: AnyText | None = ...,
        預期成效: AnyText | None = ...,
        學生學習評量: AnyText | None = ...,
        特色或創新: AnyText | None = ...,
        甘特圖學年度: AnyYear | None = ...,
        甘特圖: Sequence[GanttRow | Mapping[str, Any]] | None = ...,
    ) -> None: ...
