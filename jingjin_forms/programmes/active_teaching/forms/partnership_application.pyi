# Written by `python -m jingjin_forms.stubs`; change partnership_application.py instead.
# What overrides what is judged there.
# pyright: reportIncompatibleMethodOverride=false

from collections.abc import Mapping
from collections.abc import Sequence
from jingjin_forms.facts import Facts
from jingjin_forms.facts.accepted import AnyChoices
from jingjin_forms.facts.accepted import AnyText
from jingjin_forms.forms.form import Form
from jingjin_forms.parts.contact import Contact
from jingjin_forms.parts.school import School
from jingjin_forms.programmes.active_teaching.parts.shared_questions import ApplicationStatus
from jingjin_forms.programmes.active_teaching.parts.shared_questions import OtherSubsidy
from jingjin_forms.programmes.active_teaching.parts.shared_questions import Remoteness
from jingjin_forms.programmes.active_teaching.parts.shared_questions import Teacher
from jingjin_forms.values import Choice
from jingjin_forms.values import Text
from jingjin_forms.values.multiple_choice import Chosen
from typing import Any
from typing import overload


class PartnershipArrangement(Choice):
    SINGLE = '單一學校'
    JOINT = '跨校申請'

class Approach(Choice):
    WITH_TEAM = '由大學團隊協助'
    BY_ITSELF = '由學校自行規劃'

class ScopeKind(Choice):
    GRADES = '年級'
    SCHOOL_CURRICULUM = '校本課程'
    SUBJECTS = '領域'
    ISSUES = '議題'
    INTERDISCIPLINARY = '跨領域'

class Scope(Facts):
    @property
    def kinds(self) -> Chosen:
        """範圍：要勾選的範圍；下面填了內容的自動勾選"""
    @kinds.setter
    def kinds(self, value: AnyChoices | None) -> None: ...
    @property
    def grades(self) -> Text:
        """年級：例如 五、六年級"""
    @grades.setter
    def grades(self, value: AnyText | None) -> None: ...
    @property
    def subjects(self) -> Text:
        """領域：例如 自然科學"""
    @subjects.setter
    def subjects(self, value: AnyText | None) -> None: ...
    @property
    def issues(self) -> Text:
        """議題：例如 海洋教育"""
    @issues.setter
    def issues(self, value: AnyText | None) -> None: ...
    @property
    def interdisciplinary(self) -> Text:
        """跨領域：例如 自然科學與藝術"""
    @interdisciplinary.setter
    def interdisciplinary(self, value: AnyText | None) -> None: ...
    def context(self) -> dict[str, Any]:
        ...
    def __init__(
        self,
        *,
        kinds: AnyChoices | None = ...,
        grades: AnyText | None = ...,
        subjects: AnyText | None = ...,
        issues: AnyText | None = ...,
        interdisciplinary: AnyText | None = ...,
        範圍: AnyChoices | None = ...,
        年級: AnyText | None = ...,
        領域: AnyText | None = ...,
        議題: AnyText | None = ...,
        跨領域: AnyText | None = ...,
    ) -> None: ...

class ProjectTeacher(Teacher):
    @property
    def email(self) -> Text:
        """電子郵件"""
    @email.setter
    def email(self, value: AnyText | None) -> None: ...
    @overload
    def __init__(
        self,
        *,
        name: AnyText,
        position: AnyText | None = ...,
        organisation: AnyText | None = ...,
        subjects: AnyChoices | None = ...,
        other_subject: AnyText | None = ...,
        email: AnyText | None = ...,
        職稱: AnyText | None = ...,
        服務單位: AnyText | None = ...,
        領域: AnyChoices | None = ...,
        其他領域: AnyText | None = ...,
        電子郵件: AnyText | None = ...,
    ) -> None: ...
    @overload
    def __init__(
        self,
        *,
        姓名: AnyText,
        position: AnyText | None = ...,
        organisation: AnyText | None = ...,
        subjects: AnyChoices | None = ...,
        other_subject: AnyText | None = ...,
        email: AnyText | None = ...,
        職稱: AnyText | None = ...,
        服務單位: AnyText | None = ...,
        領域: AnyChoices | None = ...,
        其他領域: AnyText | None = ...,
        電子郵件: AnyText | None = ...,
    ) -> None: ...

class TeamMember(Facts):
    @property
    def name(self) -> Text:
        """姓名"""
    @name.setter
    def name(self, value: AnyText) -> None: ...
    @property
    def position(self) -> Text:
        """職稱"""
    @position.setter
    def position(self, value: AnyText | None) -> None: ...
    @property
    def organisation(self) -> Text:
        """服務單位"""
    @organisation.setter
    def organisation(self, value: AnyText | None) -> None: ...
    @property
    def expertise(self) -> Text:
        """專長"""
    @expertise.setter
    def expertise(self, value: AnyText | None) -> None: ...
    @overload
    def __init__(
        self,
        *,
        name: AnyText,
        position: AnyText | None = ...,
        organisation: AnyText | None = ...,
        expertise: AnyText | None = ...,
        職稱: AnyText | None = ...,
        服務單位: AnyText | None = ...,
        專長: AnyText | None = ...,
    ) -> None: ...
    @overload
    def __init__(
        self,
        *,
        姓名: AnyText,
        position: AnyText | None = ...,
        organisation: AnyText | None = ...,
        expertise: AnyText | None = ...,
        職稱: AnyText | None = ...,
        服務單位: AnyText | None = ...,
        專長: AnyText | None = ...,
    ) -> None: ...

class PartnershipApplication(Form):
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
    def plan_name(self) -> Text:
        """計畫名稱"""
    @plan_name.setter
    def plan_name(self, value: AnyText | None) -> None: ...
    @property
    def arrangement(self) -> PartnershipArrangement | None:
        """辦理模式"""
    @arrangement.setter
    def arrangement(self, value: PartnershipArrangement | str | None) -> None: ...
    @property
    def partner_schools(self) -> Text:
        """合作學校：跨校申請者填，用「、」隔開"""
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
    def teachers(self) -> list[ProjectTeacher]:
        """參與教師：每一位教師一項"""
    @teachers.setter
    def teachers(self, value: Sequence[ProjectTeacher | Mapping[str, Any]] | None) -> None: ...
    @property
    def approach(self) -> Approach | None:
        """辦理方式"""
    @approach.setter
    def approach(self, value: Approach | str | None) -> None: ...
    @property
    def university_team(self) -> Text:
        """大學團隊名稱：例如 ○○大學○○系(所)○○教師專業團隊；由學校自行規劃者免填"""
    @university_team.setter
    def university_team(self, value: AnyText | None) -> None: ...
    @property
    def team_contact(self) -> Contact:
        """團隊主要聯絡人：本計畫之召集人；由學校自行規劃者免填"""
    @team_contact.setter
    def team_contact(self, value: Contact | Mapping[str, Any] | None) -> None: ...
    @property
    def team_members(self) -> list[TeamMember]:
        """團隊成員：每一位成員一項；由學校自行規劃者免填"""
    @team_members.setter
    def team_members(self, value: Sequence[TeamMember | Mapping[str, Any]] | None) -> None: ...
    @property
    def scope(self) -> Scope:
        """參與範圍：可複填"""
    @scope.setter
    def scope(self, value: Scope | Mapping[str, Any] | None) -> None: ...
    @property
    def previous_results(self) -> Text:
        """前一年執行成果：簡述，300字以內；初辦免填"""
    @previous_results.setter
    def previous_results(self, value: AnyText | None) -> None: ...
    @property
    def school_situation(self) -> Text:
        """學校現況"""
    @school_situation.setter
    def school_situation(self, value: AnyText | None) -> None: ...
    @property
    def goals_text(self) -> Text:
        """計畫目標"""
    @goals_text.setter
    def goals_text(self, value: AnyText | None) -> None: ...
    @property
    def administration(self) -> Text:
        """行政運作及支持"""
    @administration.setter
    def administration(self, value: AnyText | None) -> None: ...
    @property
    def curriculum(self) -> Text:
        """課程規劃：由學校自行規劃者免填"""
    @curriculum.setter
    def curriculum(self, value: AnyText | None) -> None: ...
    @property
    def teaching_methods(self) -> Text:
        """教學方法：由學校自行規劃者免填"""
    @teaching_methods.setter
    def teaching_methods(self, value: AnyText | None) -> None: ...
    @property
    def cooperation_strategy(self) -> Text:
        """協力策略：學校與團隊共擬的協力作為；由學校自行規劃者免填"""
    @cooperation_strategy.setter
    def cooperation_strategy(self, value: AnyText | None) -> None: ...
    @property
    def assessment(self) -> Text:
        """學生學習評量"""
    @assessment.setter
    def assessment(self, value: AnyText | None) -> None: ...
    @property
    def expected_effect(self) -> Text:
        """預期成效"""
    @expected_effect.setter
    def expected_effect(self, value: AnyText | None) -> None: ...
    @property
    def features(self) -> Text:
        """特色或創新"""
    @features.setter
    def features(self, value: AnyText | None) -> None: ...
    def context(self) -> dict[str, Any]:
        ...
    @overload
    def __init__(
        self,
        *,
        school: School | Mapping[str, Any] | str,
        school_type: Remoteness | str | None = ...,
        branch_name: AnyText | None = ...,
        branch_class_name: AnyText | None = ...,
        plan_name: AnyText | None = ...,
        arrangement: PartnershipArrangement | str | None = ...,
        partner_schools: AnyText | None = ...,
        other_subsidy: OtherSubsidy | Mapping[str, Any] | None = ...,
        application_status: ApplicationStatus | str | None = ...,
        teachers: Sequence[ProjectTeacher | Mapping[str, Any]] | None = ...,
        approach: Approach | str | None = ...,
        university_team: AnyText | None = ...,
        team_contact: Contact | Mapping[str, Any] | None = ...,
        team_members: Sequence[TeamMember | Mapping[str, Any]] | None = ...,
        scope: Scope | Mapping[str, Any] | None = ...,
        previous_results: AnyText | None = ...,
        school_situation: AnyText | None = ...,
        goals_text: AnyText | None = ...,
        administration: AnyText | None = ...,
        curriculum: AnyText | None = ...,
        teaching_methods: AnyText | None = ...,
        cooperation_strategy: AnyText | None = ...,
        assessment: AnyText | None = ...,
        expected_effect: AnyText | None = ...,
        features: AnyText | None = ...,
        學校類型: Remoteness | str | None = ...,
        分校名稱: AnyText | None = ...,
        分班名稱: AnyText | None = ...,
        計畫名稱: AnyText | None = ...,
        辦理模式: PartnershipArrangement | str | None = ...,
        合作學校: AnyText | None = ...,
        已申請政府補助: OtherSubsidy | Mapping[str, Any] | None = ...,
        申辦情形: ApplicationStatus | str | None = ...,
        參與教師: Sequence[ProjectTeacher | Mapping[str, Any]] | None = ...,
        辦理方式: Approach | str | None = ...,
        大學團隊名稱: AnyText | None = ...,
        團隊主要聯絡人: Contact | Mapping[str, Any] | None = ...,
        團隊成員: Sequence[TeamMember | Mapping[str, Any]] | None = ...,
        參與範圍: Scope | Mapping[str, Any] | None = ...,
        前一年執行成果: AnyText | None = ...,
        學校現況: AnyText | None = ...,
        計畫目標: AnyText | None = ...,
        行政運作及支持: AnyText | None = ...,
        課程規劃: AnyText | None = ...,
        教學方法: AnyText | None = ...,
        協力策略: AnyText | None = ...,
        學生學習評量: AnyText | None = ...,
        預期成效: AnyText | None = ...,
        特色或創新: AnyText | None = ...,
    ) -> None: ...
    @overload
    def __init__(
        self,
        *,
        學校名稱: School | Mapping[str, Any] | str,
        school_type: Remoteness | str | None = ...,
        branch_name: AnyText | None = ...,
        branch_class_name: AnyText | None = ...,
        plan_name: AnyText | None = ...,
        arrangement: PartnershipArrangement | str | None = ...,
        partner_schools: AnyText | None = ...,
        other_subsidy: OtherSubsidy | Mapping[str, Any] | None = ...,
        application_status: ApplicationStatus | str | None = ...,
        teachers: Sequence[ProjectTeacher | Mapping[str, Any]] | None = ...,
        approach: Approach | str | None = ...,
        university_team: AnyText | None = ...,
        team_contact: Contact | Mapping[str, Any] | None = ...,
        team_members: Sequence[TeamMember | Mapping[str, Any]] | None = ...,
        scope: Scope | Mapping[str, Any] | None = ...,
        previous_results: AnyText | None = ...,
        school_situation: AnyText | None = ...,
        goals_text: AnyText | None = ...,
        administration: AnyText | None = ...,
        curriculum: AnyText | None = ...,
        teaching_methods: AnyText | None = ...,
        cooperation_strategy: AnyText | None = ...,
        assessment: AnyText | None = ...,
        expected_effect: AnyText | None = ...,
        features: AnyText | None = ...,
        學校類型: Remoteness | str | None = ...,
        分校名稱: AnyText | None = ...,
        分班名稱: AnyText | None = ...,
        計畫名稱: AnyText | None = ...,
        辦理模式: PartnershipArrangement | str | None = ...,
        合作學校: AnyText | None = ...,
        已申請政府補助: OtherSubsidy | Mapping[str, Any] | None = ...,
        申辦情形: ApplicationStatus | str | None = ...,
        參與教師: Sequence[ProjectTeacher | Mapping[str, Any]] | None = ...,
        辦理方式: Approach | str | None = ...,
        大學團隊名稱: AnyText | None = ...,
        團隊主要聯絡人: Contact | Mapping[str, Any] | None = ...,
        團隊成員: Sequence[TeamMember | Mapping[str, Any]] | None = ...,
        參與範圍: Scope | Mapping[str, Any] | None = ...,
        前一年執行成果: AnyText | None = ...,
        學校現況: AnyText | None = ...,
        計畫目標: AnyText | None = ...,
        行政運作及支持: AnyText | None = ...,
        課程規劃: AnyText | None = ...,
        教學方法: AnyText | None = ...,
        協力策略: AnyText | None = ...,
        學生學習評量: AnyText | None = ...,
        預期成效: AnyText | None = ...,
        特色或創新: AnyText | None = ...,
    ) -> None: ...
