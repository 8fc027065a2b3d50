# Written by `python -m jingjin_forms.stubs`; change curriculum_outcome_checklist.py instead.
# What overrides what is judged there.
# pyright: reportIncompatibleMethodOverride=false

from collections.abc import Mapping
from jingjin_forms.facts.accepted import AnyMarks
from jingjin_forms.facts.accepted import AnyPeriod
from jingjin_forms.facts.accepted import AnyText
from jingjin_forms.forms.form import Form
from jingjin_forms.parts.contact import Contact
from jingjin_forms.parts.school import School
from jingjin_forms.values import Answers
from jingjin_forms.values import Text
from jingjin_forms.values.roc import RocPeriod
from typing import Any
from typing import overload


class CurriculumOutcomeChecklist(Form):
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
    def dialogue(self) -> Answers:
        """對話機制"""
    @dialogue.setter
    def dialogue(self, value: AnyMarks | None) -> None: ...
    @property
    def curriculum(self) -> Answers:
        """課程規劃"""
    @curriculum.setter
    def curriculum(self, value: AnyMarks | None) -> None: ...
    @property
    def results(self) -> Answers:
        """成果檢核：第三項（檢附…紙本一冊暨光碟一份）印在「實施成效」一列"""
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
        dialogue: AnyMarks | None = ...,
        curriculum: AnyMarks | None = ...,
        results: AnyMarks | None = ...,
        achievements: AnyText | None = ...,
        contact: Contact | Mapping[str, Any] | None = ...,
        執行期程: AnyPeriod | None = ...,
        對話機制: AnyMarks | None = ...,
        課程規劃: AnyMarks | None = ...,
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
        dialogue: AnyMarks | None = ...,
        curriculum: AnyMarks | None = ...,
        results: AnyMarks | None = ...,
        achievements: AnyText | None = ...,
        contact: Contact | Mapping[str, Any] | None = ...,
        執行期程: AnyPeriod | None = ...,
        對話機制: AnyMarks | None = ...,
        課程規劃: AnyMarks | None = ...,
        成果檢核: AnyMarks | None = ...,
        實施成效: AnyText | None = ...,
        填表人: Contact | Mapping[str, Any] | None = ...,
    ) -> None: ...
