# Written by `python -m jingjin_forms.stubs`; change outcome_checklist.py instead.
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
from jingjin_forms.values import Choice
from jingjin_forms.values import Text
from jingjin_forms.values.roc import RocPeriod
from typing import Any
from typing import overload


class CheckedPlan(Choice):
    PLAN_1 = '計畫一'
    PLAN_3 = '計畫三'

class OutcomeChecklist(Form):
    @property
    def school(self) -> School:
        """學校名稱：申請學校、單位或自主社群的全銜"""
    @school.setter
    def school(self, value: School | Mapping[str, Any] | str) -> None: ...
    @property
    def plan(self) -> CheckedPlan | None:
        """計畫別"""
    @plan.setter
    def plan(self, value: CheckedPlan | str | None) -> None: ...
    @property
    def university_team(self) -> Text:
        """大學團隊名稱：申請計畫一者免填"""
    @university_team.setter
    def university_team(self, value: AnyText | None) -> None: ...
    @property
    def period(self) -> RocPeriod | None:
        """執行期程：例如 112年8月1日至113年7月31日"""
    @period.setter
    def period(self, value: AnyPeriod | None) -> None: ...
    @property
    def growth(self) -> Answers:
        """教師專業成長"""
    @growth.setter
    def growth(self, value: AnyMarks | None) -> None: ...
    @property
    def practice(self) -> Answers:
        """教師教學實踐"""
    @practice.setter
    def practice(self, value: AnyMarks | None) -> None: ...
    @property
    def assessment(self) -> Answers:
        """學生學習評量"""
    @assessment.setter
    def assessment(self, value: AnyMarks | None) -> None: ...
    @property
    def effect(self) -> Answers:
        """學生學習成效"""
    @effect.setter
    def effect(self, value: AnyMarks | None) -> None: ...
    @property
    def features(self) -> Answers:
        """特色或創新"""
    @features.setter
    def features(self, value: AnyMarks | None) -> None: ...
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
        plan: CheckedPlan | str | None = ...,
        university_team: AnyText | None = ...,
        period: AnyPeriod | None = ...,
        growth: AnyMarks | None = ...,
        practice: AnyMarks | None = ...,
        assessment: AnyMarks | None = ...,
        effect: AnyMarks | None = ...,
        features: AnyMarks | None = ...,
        results: AnyMarks | None = ...,
        achievements: AnyText | None = ...,
        contact: Contact | Mapping[str, Any] | None = ...,
        計畫別: CheckedPlan | str | None = ...,
        大學團隊名稱: AnyText | None = ...,
        執行期程: AnyPeriod | None = ...,
        教師專業成長: AnyMarks | None = ...,
        教師教學實踐: AnyMarks | None = ...,
        學生學習評量: AnyMarks | None = ...,
        學生學習成效: AnyMarks | None = ...,
        特色或創新: AnyMarks | None = ...,
        成果檢核: AnyMarks | None = ...,
        實施成效: AnyText | None = ...,
        填表人: Contact | Mapping[str, Any] | None = ...,
    ) -> None: ...
    @overload
    def __init__(
        self,
        *,
        學校名稱: School | Mapping[str, Any] | str,
        plan: CheckedPlan | str | None = ...,
        university_team: AnyText | None = ...,
        period: AnyPeriod | None = ...,
        growth: AnyMarks | None = ...,
        practice: AnyMarks | None = ...,
        assessment: AnyMarks | None = ...,
        effect: AnyMarks | None = ...,
        features: AnyMarks | None = ...,
        results: AnyMarks | None = ...,
        achievements: AnyText | None = ...,
        contact: Contact | Mapping[str, Any] | None = ...,
        計畫別: CheckedPlan | str | None = ...,
        大學團隊名稱: AnyText | None = ...,
        執行期程: AnyPeriod | None = ...,
        教師專業成長: AnyMarks | None = ...,
        教師教學實踐: AnyMarks | None = ...,
        學生學習評量: AnyMarks | None = ...,
        學生學習成效: AnyMarks | None = ...,
        特色或創新: AnyMarks | None = ...,
        成果檢核: AnyMarks | None = ...,
        實施成效: AnyText | None = ...,
        填表人: Contact | Mapping[str, Any] | None = ...,
    ) -> None: ...
