# Written by `python -m jingjin_forms.stubs`; change visiting_teacher_survey.py instead.
# What overrides what is judged there.
# pyright: reportIncompatibleMethodOverride=false

from collections.abc import Mapping
from collections.abc import Sequence
from jingjin_forms.facts import Facts
from jingjin_forms.facts import printed
from jingjin_forms.facts.accepted import AnyChoices
from jingjin_forms.facts.accepted import AnyCount
from jingjin_forms.facts.accepted import AnyPicture
from jingjin_forms.facts.accepted import AnyText
from jingjin_forms.forms.form import Form
from jingjin_forms.parts.photo import Photo
from jingjin_forms.parts.school import School
from jingjin_forms.programmes.active_teaching.parts.shared_questions import ApplicationStatus
from jingjin_forms.values import Choice
from jingjin_forms.values import Count
from jingjin_forms.values import Text
from jingjin_forms.values.choice import YesNo
from jingjin_forms.values.multiple_choice import Chosen
from typing import Any
from typing import overload


class SchoolKind(Choice):
    REMOTE = '偏遠地區學校'
    VERY_REMOTE = '特偏地區學校'
    OTHER = '其他'

class Need(Choice):
    COMMUNITY = '教師專業學習社群'
    EXPERIENCE = '教學經驗傳承'
    OBSERVATION = '備課、觀課、議課'
    COURSE_DESIGN = '課程設計與發展'
    CO_TEACHING = '協同教學'
    DEMONSTRATION = '活化教學或創新教學示範'
    PROJECTS = '協助專案教學計畫'
    CURRICULUM_GUIDELINES = '十二年國民基本教育課程綱要計畫'
    READING = '閱讀教學'
    SCIENCE = '科普活動'
    INTERNATIONAL = '國際教育'
    OTHER = '其他需求項目'

class PrincipalStay(Choice):
    ONE_YEAR = '將續任一學年'
    TWO_YEARS = '將續任二學年'
    THREE_YEARS = '將續任三學年'
    LEAVES = '下一學年度調校/退休'

class Turnover(Choice):
    LOW = '20%'
    MIDDLE = '40%'
    HIGH = '60%'

class Room(Choice):
    SHARED_BATH = '雅房'
    EN_SUITE = '套房'

class SchoolFigures(Facts):
    @property
    def class_count(self) -> Count | None:
        """班級數：全校"""
    @class_count.setter
    def class_count(self, value: AnyCount | None) -> None: ...
    @property
    def student_count(self) -> Count | None:
        """學生數：全校"""
    @student_count.setter
    def student_count(self, value: AnyCount | None) -> None: ...
    @property
    def authorised_teacher_count(self) -> Count | None:
        """編制教師數"""
    @authorised_teacher_count.setter
    def authorised_teacher_count(self, value: AnyCount | None) -> None: ...
    @property
    def regular_teacher_count(self) -> Count | None:
        """正式教師數"""
    @regular_teacher_count.setter
    def regular_teacher_count(self, value: AnyCount | None) -> None: ...
    @property
    def substitute_teacher_count(self) -> Count | None:
        """代理教師數"""
    @substitute_teacher_count.setter
    def substitute_teacher_count(self, value: AnyCount | None) -> None: ...
    def __init__(
        self,
        *,
        class_count: AnyCount | None = ...,
        student_count: AnyCount | None = ...,
        authorised_teacher_count: AnyCount | None = ...,
        regular_teacher_count: AnyCount | None = ...,
        substitute_teacher_count: AnyCount | None = ...,
        班級數: AnyCount | None = ...,
        學生數: AnyCount | None = ...,
        編制教師數: AnyCount | None = ...,
        正式教師數: AnyCount | None = ...,
        代理教師數: AnyCount | None = ...,
    ) -> None: ...

class SurveyContact(Facts):
    @property
    def name(self) -> Text:
        """姓名"""
    @name.setter
    def name(self, value: AnyText | None) -> None: ...
    @property
    def position(self) -> Text:
        """職稱"""
    @position.setter
    def position(self, value: AnyText | None) -> None: ...
    @property
    def office_phone(self) -> Text:
        """公務電話：含分機"""
    @office_phone.setter
    def office_phone(self, value: AnyText | None) -> None: ...
    @property
    def home_phone(self) -> Text:
        """住家電話"""
    @home_phone.setter
    def home_phone(self, value: AnyText | None) -> None: ...
    @property
    def mobile(self) -> Text:
        """手機"""
    @mobile.setter
    def mobile(self, value: AnyText | None) -> None: ...
    @property
    def email(self) -> Text:
        """電子郵件"""
    @email.setter
    def email(self, value: AnyText | None) -> None: ...
    def __init__(
        self,
        *,
        name: AnyText | None = ...,
        position: AnyText | None = ...,
        office_phone: AnyText | None = ...,
        home_phone: AnyText | None = ...,
        mobile: AnyText | None = ...,
        email: AnyText | None = ...,
        姓名: AnyText | None = ...,
        職稱: AnyText | None = ...,
        公務電話: AnyText | None = ...,
        住家電話: AnyText | None = ...,
        手機: AnyText | None = ...,
        電子郵件: AnyText | None = ...,
    ) -> None: ...

class Needs(Facts):
    @property
    def subject_area(self) -> Text:
        """所需領域：科目或專長，例如 自然科學"""
    @subject_area.setter
    def subject_area(self, value: AnyText | None) -> None: ...
    @property
    def kinds(self) -> Chosen:
        """需求：要勾選的項目；大項在其下有勾選或填了內容時自動勾選"""
    @kinds.setter
    def kinds(self, value: AnyChoices | None) -> None: ...
    @property
    def community_need(self) -> Text:
        """社群需求：寫在「1. 教師專業學習社群：」之後"""
    @community_need.setter
    def community_need(self, value: AnyText | None) -> None: ...
    @property
    def other_experience(self) -> Text:
        """其他經驗傳承：寫了就勾選 2. 的其他"""
    @other_experience.setter
    def other_experience(self, value: AnyText | None) -> None: ...
    @property
    def other_project(self) -> Text:
        """其他專案：寫了就勾選 3. 的其他"""
    @other_project.setter
    def other_project(self, value: AnyText | None) -> None: ...
    @property
    def other_need(self) -> Text:
        """其他需求：寫在「4. 其他需求項目：」之後"""
    @other_need.setter
    def other_need(self, value: AnyText | None) -> None: ...
    def context(self) -> dict[str, Any]:
        ...
    def __init__(
        self,
        *,
        subject_area: AnyText | None = ...,
        kinds: AnyChoices | None = ...,
        community_need: AnyText | None = ...,
        other_experience: AnyText | None = ...,
        other_project: AnyText | None = ...,
        other_need: AnyText | None = ...,
        所需領域: AnyText | None = ...,
        需求: AnyChoices | None = ...,
        社群需求: AnyText | None = ...,
        其他經驗傳承: AnyText | None = ...,
        其他專案: AnyText | None = ...,
        其他需求: AnyText | None = ...,
    ) -> None: ...

class Staff(Facts):
    @property
    def regular_teachers(self) -> Count | None:
        """正式教師：人"""
    @regular_teachers.setter
    def regular_teachers(self, value: AnyCount | None) -> None: ...
    @property
    def substitute_teachers(self) -> Count | None:
        """代理教師：人"""
    @substitute_teachers.setter
    def substitute_teachers(self, value: AnyCount | None) -> None: ...
    @property
    def part_time_teachers(self) -> Count | None:
        """代課教師：人"""
    @part_time_teachers.setter
    def part_time_teachers(self, value: AnyCount | None) -> None: ...
    def __init__(
        self,
        *,
        regular_teachers: AnyCount | None = ...,
        substitute_teachers: AnyCount | None = ...,
        part_time_teachers: AnyCount | None = ...,
        正式教師: AnyCount | None = ...,
        代理教師: AnyCount | None = ...,
        代課教師: AnyCount | None = ...,
    ) -> None: ...

class Lodging(Facts):
    @property
    def landlord(self) -> Text:
        """房東：房東或屋主"""
    @landlord.setter
    def landlord(self, value: AnyText) -> None: ...
    @property
    def phone(self) -> Text:
        """電話"""
    @phone.setter
    def phone(self, value: AnyText | None) -> None: ...
    @property
    def room(self) -> Room | None:
        """房屋格局"""
    @room.setter
    def room(self, value: Room | str | None) -> None: ...
    @property
    def house_address(self) -> Text:
        """房屋住址"""
    @house_address.setter
    def house_address(self, value: AnyText | None) -> None: ...
    @overload
    def __init__(
        self,
        *,
        landlord: AnyText,
        phone: AnyText | None = ...,
        room: Room | str | None = ...,
        house_address: AnyText | None = ...,
        電話: AnyText | None = ...,
        房屋格局: Room | str | None = ...,
        房屋住址: AnyText | None = ...,
    ) -> None: ...
    @overload
    def __init__(
        self,
        *,
        房東: AnyText,
        phone: AnyText | None = ...,
        room: Room | str | None = ...,
        house_address: AnyText | None = ...,
        電話: AnyText | None = ...,
        房屋格局: Room | str | None = ...,
        房屋住址: AnyText | None = ...,
    ) -> None: ...

class VisitingTeacherSurvey(Form):
    @property
    def school(self) -> School:
        """學校名稱：受訪學校的全銜"""
    @school.setter
    def school(self, value: School | Mapping[str, Any] | str) -> None: ...
    @property
    def school_type(self) -> SchoolKind | None:
        """學校類型"""
    @school_type.setter
    def school_type(self, value: SchoolKind | str | None) -> None: ...
    @property
    def other_school_type(self) -> Text:
        """其他學校類型：寫了就勾選其他"""
    @other_school_type.setter
    def other_school_type(self, value: AnyText | None) -> None: ...
    @property
    def school_address(self) -> Text:
        """學校地址"""
    @school_address.setter
    def school_address(self, value: AnyText | None) -> None: ...
    @property
    def school_figures(self) -> SchoolFigures:
        """學校基本資料"""
    @school_figures.setter
    def school_figures(self, value: SchoolFigures | Mapping[str, Any] | None) -> None: ...
    @property
    def application_status(self) -> ApplicationStatus | None:
        """申辦情形"""
    @application_status.setter
    def application_status(self, value: ApplicationStatus | str | None) -> None: ...
    @property
    def main_contact(self) -> SurveyContact:
        """主要聯絡人"""
    @main_contact.setter
    def main_contact(self, value: SurveyContact | Mapping[str, Any] | None) -> None: ...
    @property
    def needs(self) -> Needs:
        """需求項目：可複選"""
    @needs.setter
    def needs(self, value: Needs | Mapping[str, Any] | None) -> None: ...
    @property
    def staff(self) -> Staff:
        """現有師資：所需領域(科目或專長)的教師人數；有填就勾選"""
    @staff.setter
    def staff(self, value: Staff | Mapping[str, Any] | None) -> None: ...
    @property
    def staff_stability(self) -> Text:
        """師資穩定性：該領域的師資穩定性，例如無介聘意願、長期代理教師"""
    @staff_stability.setter
    def staff_stability(self, value: AnyText | None) -> None: ...
    @property
    def principal_stay(self) -> PrincipalStay | None:
        """校長續任：校長下一學年度是否續任"""
    @principal_stay.setter
    def principal_stay(self, value: PrincipalStay | str | None) -> None: ...
    @property
    def leaving_teachers(self) -> Count | None:
        """異動人數：學校本年度確定異動人數"""
    @leaving_teachers.setter
    def leaving_teachers(self, value: AnyCount | None) -> None: ...
    @property
    def all_teachers(self) -> Count | None:
        """教師總人數：學校目前教師總人數"""
    @all_teachers.setter
    def all_teachers(self, value: AnyCount | None) -> None: ...
    @property
    def multi_year(self) -> YesNo | None:
        """申辦多年期：是否有意願申辦多年期之計畫"""
    @multi_year.setter
    def multi_year(self, value: YesNo | str | None) -> None: ...
    @property
    def same_teacher(self) -> YesNo | None:
        """須同一位教師：若為多年期計畫，教學訪問教師是否須同一位"""
    @same_teacher.setter
    def same_teacher(self, value: YesNo | str | None) -> None: ...
    @property
    def lodgings(self) -> list[Lodging]:
        """住宿資訊：請提供2-3間民宿或民宅資訊"""
    @lodgings.setter
    def lodgings(self, value: Sequence[Lodging | Mapping[str, Any]] | None) -> None: ...
    @property
    def photos(self) -> list[Photo]:
        """照片：住宿環境照片，每一張一項"""
    @photos.setter
    def photos(self, value: Sequence[Photo | Mapping[str, Any] | AnyPicture] | None) -> None: ...
    @property
    @printed('流動性', needs=('異動人數', '教師總人數'))
    def turnover(self) -> Turnover | None:
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
        school_type: SchoolKind | str | None = ...,
        other_school_type: AnyText | None = ...,
        school_address: AnyText | None = ...,
        school_figures: SchoolFigures | Mapping[str, Any] | None = ...,
        application_status: ApplicationStatus | str | None = ...,
        main_contact: SurveyContact | Mapping[str, Any] | None = ...,
        needs: Needs | Mapping[str, Any] | None = ...,
        staff: Staff | Mapping[str, Any] | None = ...,
        staff_stability: AnyText | None = ...,
        principal_stay: PrincipalStay | str | None = ...,
        leaving_teachers: AnyCount | None = ...,
        all_teachers: AnyCount | None = ...,
        multi_year: YesNo | str | None = ...,
        same_teacher: YesNo | str | None = ...,
        lodgings: Sequence[Lodging | Mapping[str, Any]] | None = ...,
        photos: Sequence[Photo | Mapping[str, Any] | AnyPicture] | None = ...,
        turnover: object = ...,
        學校類型: SchoolKind | str | None = ...,
        其他學校類型: AnyText | None = ...,
        學校地址: AnyText | None = ...,
        學校基本資料: SchoolFigures | Mapping[str, Any] | None = ...,
        申辦情形: ApplicationStatus | str | None = ...,
        主要聯絡人: SurveyContact | Mapping[str, Any] | None = ...,
        需求項目: Needs | Mapping[str, Any] | None = ...,
        現有師資: Staff | Mapping[str, Any] | None = ...,
        師資穩定性: AnyText | None = ...,
        校長續任: PrincipalStay | str | None = ...,
        異動人數: AnyCount | None = ...,
        教師總人數: AnyCount | None = ...,
        申辦多年期: YesNo | str | None = ...,
        須同一位教師: YesNo | str | None = ...,
        住宿資訊: Sequence[Lodging | Mapping[str, Any]] | None = ...,
        照片: Sequence[Photo | Mapping[str, Any] | AnyPicture] | None = ...,
        流動性: object = ...,
    ) -> None: ...
    @overload
    def __init__(
        self,
        *,
        學校名稱: School | Mapping[str, Any] | str,
        school_type: SchoolKind | str | None = ...,
        other_school_type: AnyText | None = ...,
        school_address: AnyText | None = ...,
        school_figures: SchoolFigures | Mapping[str, Any] | None = ...,
        application_status: ApplicationStatus | str | None = ...,
        main_contact: SurveyContact | Mapping[str, Any] | None = ...,
        needs: Needs | Mapping[str, Any] | None = ...,
        staff: Staff | Mapping[str, Any] | None = ...,
        staff_stability: AnyText | None = ...,
        principal_stay: PrincipalStay | str | None = ...,
        leaving_teachers: AnyCount | None = ...,
        all_teachers: AnyCount | None = ...,
        multi_year: YesNo | str | None = ...,
        same_teacher: YesNo | str | None = ...,
        lodgings: Sequence[Lodging | Mapping[str, Any]] | None = ...,
        photos: Sequence[Photo | Mapping[str, Any] | AnyPicture] | None = ...,
        turnover: object = ...,
        學校類型: SchoolKind | str | None = ...,
        其他學校類型: AnyText | None = ...,
        學校地址: AnyText | None = ...,
        學校基本資料: SchoolFigures | Mapping[str, Any] | None = ...,
        申辦情形: ApplicationStatus | str | None = ...,
        主要聯絡人: SurveyContact | Mapping[str, Any] | None = ...,
        需求項目: Needs | Mapping[str, Any] | None = ...,
        現有師資: Staff | Mapping[str, Any] | None = ...,
        師資穩定性: AnyText | None = ...,
        校長續任: PrincipalStay | str | None = ...,
        異動人數: AnyCount | None = ...,
        教師總人數: AnyCount | None = ...,
        申辦多年期: YesNo | str | None = ...,
        須同一位教師: YesNo | str | None = ...,
        住宿資訊: Sequence[Lodging | Mapping[str, Any]] | None = ...,
        照片: Sequence[Photo | Mapping[str, Any] | AnyPicture] | None = ...,
        流動性: object = ...,
    ) -> None: ...
