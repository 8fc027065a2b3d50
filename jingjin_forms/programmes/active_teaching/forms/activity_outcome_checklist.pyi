# Written by `python -m jingjin_forms.stubs`; change activity_outcome_checklist.py instead.
# What overrides what is judged there.
# pyright: reportIncompatibleMethodOverride=false

from collections.abc import Mapping
from jingjin_forms.facts import Facts
from jingjin_forms.facts import printed
from jingjin_forms.facts.accepted import AnyCount
from jingjin_forms.facts.accepted import AnyMarks
from jingjin_forms.facts.accepted import AnyPeriod
from jingjin_forms.facts.accepted import AnyText
from jingjin_forms.forms.form import Form
from jingjin_forms.parts.contact import Contact
from jingjin_forms.parts.school import School
from jingjin_forms.values import Answers
from jingjin_forms.values import Count
from jingjin_forms.values import Text
from jingjin_forms.values.roc import RocPeriod
from typing import Any
from typing import overload


class Students(Facts):
    @property
    def grade_1(self) -> Count | None:
        """一年級：人"""
    @grade_1.setter
    def grade_1(self, value: AnyCount | None) -> None: ...
    @property
    def grade_2(self) -> Count | None:
        """二年級：人"""
    @grade_2.setter
    def grade_2(self, value: AnyCount | None) -> None: ...
    @property
    def grade_3(self) -> Count | None:
        """三年級：人"""
    @grade_3.setter
    def grade_3(self, value: AnyCount | None) -> None: ...
    @property
    def grade_4(self) -> Count | None:
        """四年級：人"""
    @grade_4.setter
    def grade_4(self, value: AnyCount | None) -> None: ...
    @property
    def grade_5(self) -> Count | None:
        """五年級：人"""
    @grade_5.setter
    def grade_5(self, value: AnyCount | None) -> None: ...
    @property
    def grade_6(self) -> Count | None:
        """六年級：人"""
    @grade_6.setter
    def grade_6(self, value: AnyCount | None) -> None: ...
    @property
    def grade_7(self) -> Count | None:
        """七年級：人"""
    @grade_7.setter
    def grade_7(self, value: AnyCount | None) -> None: ...
    @property
    def grade_8(self) -> Count | None:
        """八年級：人"""
    @grade_8.setter
    def grade_8(self, value: AnyCount | None) -> None: ...
    @property
    def grade_9(self) -> Count | None:
        """九年級：人"""
    @grade_9.setter
    def grade_9(self, value: AnyCount | None) -> None: ...
    @property
    @printed('國小總計')
    def elementary_total(self) -> int | None:
        ...
    @property
    @printed('國中總計')
    def junior_high_total(self) -> int | None:
        ...
    def __init__(
        self,
        *,
        grade_1: AnyCount | None = ...,
        grade_2: AnyCount | None = ...,
        grade_3: AnyCount | None = ...,
        grade_4: AnyCount | None = ...,
        grade_5: AnyCount | None = ...,
        grade_6: AnyCount | None = ...,
        grade_7: AnyCount | None = ...,
        grade_8: AnyCount | None = ...,
        grade_9: AnyCount | None = ...,
        elementary_total: object = ...,
        junior_high_total: object = ...,
        一年級: AnyCount | None = ...,
        二年級: AnyCount | None = ...,
        三年級: AnyCount | None = ...,
        四年級: AnyCount | None = ...,
        五年級: AnyCount | None = ...,
        六年級: AnyCount | None = ...,
        七年級: AnyCount | None = ...,
        八年級: AnyCount | None = ...,
        九年級: AnyCount | None = ...,
        國小總計: object = ...,
        國中總計: object = ...,
    ) -> None: ...

class ActivityOutcomeChecklist(Form):
    @property
    def school(self) -> School:
        """學校名稱：申請學校的全銜"""
    @school.setter
    def school(self, value: School | Mapping[str, Any] | str) -> None: ...
    @property
    def period(self) -> RocPeriod | None:
        """執行期程：例如 112年8月1日至113年7月31日"""
    @period.setter
    def period(self, value: AnyPeriod | None) -> None: ...
    @property
    def students(self) -> Students:
        """參與學生數"""
    @students.setter
    def students(self, value: Students | Mapping[str, Any] | None) -> None: ...
    @property
    def courses_offered(self) -> Count | None:
        """開課班數"""
    @courses_offered.setter
    def courses_offered(self, value: AnyCount | None) -> None: ...
    @property
    def course_type(self) -> Text:
        """課程活動類型：例如 海洋探索、戲劇表演"""
    @course_type.setter
    def course_type(self, value: AnyText | None) -> None: ...
    @property
    def course_explanation(self) -> Text:
        """課程活動說明"""
    @course_explanation.setter
    def course_explanation(self, value: AnyText | None) -> None: ...
    @property
    def effect(self) -> Answers:
        """學生學習成效"""
    @effect.setter
    def effect(self, value: AnyMarks | None) -> None: ...
    @property
    def results(self) -> Answers:
        """成果檢核"""
    @results.setter
    def results(self, value: AnyMarks | None) -> None: ...
    @property
    def achievements(self) -> Text:
        """實施成效：請自行列舉"""
    @achievements.setter
    def achievements(self, value: AnyText | None) -> None: ...
    @property
    def contact(self) -> Contact:
        """填表人"""
    @contact.setter
    def contact(self, value: Contact | Mapping[str, Any] | None) -> None: ...
    @overload
    def __init__(
        self,
        *,
        school: School | Mapping[str, Any] | str,
        period: AnyPeriod | None = ...,
        students: Students | Mapping[str, Any] | None = ...,
        courses_offered: AnyCount | None = ...,
        course_type: AnyText | None = ...,
        course_explanation: AnyText | None = ...,
        effect: AnyMarks | None = ...,
        results: AnyMarks | None = ...,
        achievements: AnyText | None = ...,
        contact: Contact | Mapping[str, Any] | None = ...,
        執行期程: AnyPeriod | None = ...,
        參與學生數: Students | Mapping[str, Any] | None = ...,
        開課班數: AnyCount | None = ...,
        課程活動類型: AnyText | None = ...,
        課程活動說明: AnyText | None = ...,
        學生學習成效: AnyMarks | None = ...,
        成果檢核: AnyMarks | None = ...,
        實施成效: AnyText | None = ...,
        填表人: Contact | Mapping[str, Any] | None = ...,
    ) -> None: ...
    @overload
    def __init__(
        self,
        *,
        學校名稱: School | Mapping[str, Any] | str,
        period: AnyPeriod | None = ...,
        students: Students | Mapping[str, Any] | None = ...,
        courses_offered: AnyCount | None = ...,
        course_type: AnyText | None = ...,
        course_explanation: AnyText | None = ...,
        effect: AnyMarks | None = ...,
        results: AnyMarks | None = ...,
        achievements: AnyText | None = ...,
        contact: Contact | Mapping[str, Any] | None = ...,
        執行期程: AnyPeriod | None = ...,
        參與學生數: Students | Mapping[str, Any] | None = ...,
        開課班數: AnyCount | None = ...,
        課程活動類型: AnyText | None = ...,
        課程活動說明: AnyText | None = ...,
        學生學習成效: AnyMarks | None = ...,
        成果檢核: AnyMarks | None = ...,
        實施成效: AnyText | None = ...,
        填表人: Contact | Mapping[str, Any] | None = ...,
    ) -> None: ...
