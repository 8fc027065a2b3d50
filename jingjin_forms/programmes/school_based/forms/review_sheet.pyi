# Written by `python -m jingjin_forms.stubs`; change review_sheet.py instead.
# What overrides what is judged there.
# pyright: reportIncompatibleMethodOverride=false

from collections.abc import Mapping
from jingjin_forms.facts import Facts
from jingjin_forms.facts.accepted import AnyCount
from jingjin_forms.facts.accepted import AnyMarks
from jingjin_forms.facts.accepted import AnyMoney
from jingjin_forms.facts.accepted import AnyText
from jingjin_forms.facts.accepted import AnyYear
from jingjin_forms.forms.form import Form
from jingjin_forms.parts.school import School
from jingjin_forms.values import Answers
from jingjin_forms.values import Choice
from jingjin_forms.values import Count
from jingjin_forms.values import Text
from jingjin_forms.values.amount import Money
from jingjin_forms.values.roc import SchoolYear
from typing import Any
from typing import overload


class Conformity(Choice):
    MET = '符合'
    MET_AFTER_REVISION = '修正後符合'
    NOT_MET = '不符合'

class ReviewResult(Choice):
    PASSED = '全案通過'
    PASSED_AFTER_REVISION = '修正後通過'
    NOT_PASSED = '不通過'

class Comments(Facts):
    @property
    def goals(self) -> Text:
        """計畫目標性及完整性"""
    @goals.setter
    def goals(self, value: AnyText | None) -> None: ...
    @property
    def sustainability(self) -> Text:
        """計畫永續發展性"""
    @sustainability.setter
    def sustainability(self, value: AnyText | None) -> None: ...
    @property
    def creativity(self) -> Text:
        """多元創意性"""
    @creativity.setter
    def creativity(self, value: AnyText | None) -> None: ...
    @property
    def resources(self) -> Text:
        """資源整合性"""
    @resources.setter
    def resources(self, value: AnyText | None) -> None: ...
    @property
    def profession(self) -> Text:
        """教育專業性"""
    @profession.setter
    def profession(self, value: AnyText | None) -> None: ...
    @property
    def budgeting(self) -> Text:
        """經費編列"""
    @budgeting.setter
    def budgeting(self, value: AnyText | None) -> None: ...
    def __init__(
        self,
        *,
        goals: AnyText | None = ...,
        sustainability: AnyText | None = ...,
        creativity: AnyText | None = ...,
        resources: AnyText | None = ...,
        profession: AnyText | None = ...,
        budgeting: AnyText | None = ...,
        計畫目標性及完整性: AnyText | None = ...,
        計畫永續發展性: AnyText | None = ...,
        多元創意性: AnyText | None = ...,
        資源整合性: AnyText | None = ...,
        教育專業性: AnyText | None = ...,
        經費編列: AnyText | None = ...,
    ) -> None: ...

class ReviewSheet(Form):
    @property
    def school(self) -> School:
        """學校名稱：例如 花蓮縣吉安鄉宜昌國小"""
    @school.setter
    def school(self, value: School | Mapping[str, Any] | str) -> None: ...
    @property
    def school_year(self) -> SchoolYear | None:
        """學年度：例如 112"""
    @school_year.setter
    def school_year(self, value: AnyYear | None) -> None: ...
    @property
    def class_count(self) -> Count | None:
        """班級數"""
    @class_count.setter
    def class_count(self, value: AnyCount | None) -> None: ...
    @property
    def teacher_count(self) -> Count | None:
        """教師數"""
    @teacher_count.setter
    def teacher_count(self, value: AnyCount | None) -> None: ...
    @property
    def goals(self) -> Answers:
        """計畫目標性及完整性"""
    @goals.setter
    def goals(self, value: AnyMarks | None) -> None: ...
    @property
    def sustainability(self) -> Answers:
        """計畫永續發展性"""
    @sustainability.setter
    def sustainability(self, value: AnyMarks | None) -> None: ...
    @property
    def creativity(self) -> Answers:
        """多元創意性"""
    @creativity.setter
    def creativity(self, value: AnyMarks | None) -> None: ...
    @property
    def resources(self) -> Answers:
        """資源整合性"""
    @resources.setter
    def resources(self, value: AnyMarks | None) -> None: ...
    @property
    def profession(self) -> Answers:
        """教育專業性"""
    @profession.setter
    def profession(self, value: AnyMarks | None) -> None: ...
    @property
    def budgeting(self) -> Answers:
        """經費編列"""
    @budgeting.setter
    def budgeting(self, value: AnyMarks | None) -> None: ...
    @property
    def comments(self) -> Comments:
        """審查小組改進意見"""
    @comments.setter
    def comments(self, value: Comments | Mapping[str, Any] | None) -> None: ...
    @property
    def review_result(self) -> ReviewResult | None:
        """審查結果"""
    @review_result.setter
    def review_result(self, value: ReviewResult | str | None) -> None: ...
    @property
    def overall_comment(self) -> Text:
        """總評意見"""
    @overall_comment.setter
    def overall_comment(self, value: AnyText | None) -> None: ...
    @property
    def approved_amount(self) -> Money | None:
        """核定金額：元"""
    @approved_amount.setter
    def approved_amount(self, value: AnyMoney | None) -> None: ...
    @overload
    def __init__(
        self,
        *,
        school: School | Mapping[str, Any] | str,
        school_year: AnyYear | None = ...,
        class_count: AnyCount | None = ...,
        teacher_count: AnyCount | None = ...,
        goals: AnyMarks | None = ...,
        sustainability: AnyMarks | None = ...,
        creativity: AnyMarks | None = ...,
        resources: AnyMarks | None = ...,
        profession: AnyMarks | None = ...,
        budgeting: AnyMarks | None = ...,
        comments: Comments | Mapping[str, Any] | None = ...,
        review_result: ReviewResult | str | None = ...,
        overall_comment: AnyText | None = ...,
        approved_amount: AnyMoney | None = ...,
        學年度: AnyYear | None = ...,
        班級數: AnyCount | None = ...,
        教師數: AnyCount | None = ...,
        計畫目標性及完整性: AnyMarks | None = ...,
        計畫永續發展性: AnyMarks | None = ...,
        多元創意性: AnyMarks | None = ...,
        資源整合性: AnyMarks | None = ...,
        教育專業性: AnyMarks | None = ...,
        經費編列: AnyMarks | None = ...,
        審查小組改進意見: Comments | Mapping[str, Any] | None = ...,
        審查結果: ReviewResult | str | None = ...,
        總評意見: AnyText | None = ...,
        核定金額: AnyMoney | None = ...,
    ) -> None: ...
    @overload
    def __init__(
        self,
        *,
        學校名稱: School | Mapping[str, Any] | str,
        school_year: AnyYear | None = ...,
        class_count: AnyCount | None = ...,
        teacher_count: AnyCount | None = ...,
        goals: AnyMarks | None = ...,
        sustainability: AnyMarks | None = ...,
        creativity: AnyMarks | None = ...,
        resources: AnyMarks | None = ...,
        profession: AnyMarks | None = ...,
        budgeting: AnyMarks | None = ...,
        comments: Comments | Mapping[str, Any] | None = ...,
        review_result: ReviewResult | str | None = ...,
        overall_comment: AnyText | None = ...,
        approved_amount: AnyMoney | None = ...,
        學年度: AnyYear | None = ...,
        班級數: AnyCount | None = ...,
        教師數: AnyCount | None = ...,
        計畫目標性及完整性: AnyMarks | None = ...,
        計畫永續發展性: AnyMarks | None = ...,
        多元創意性: AnyMarks | None = ...,
        資源整合性: AnyMarks | None = ...,
        教育專業性: AnyMarks | None = ...,
        經費編列: AnyMarks | None = ...,
        審查小組改進意見: Comments | Mapping[str, Any] | None = ...,
        審查結果: ReviewResult | str | None = ...,
        總評意見: AnyText | None = ...,
        核定金額: AnyMoney | None = ...,
    ) -> None: ...
