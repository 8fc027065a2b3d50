# Written by `python -m jingjin_forms.stubs`; change shared_questions.py instead.
# What overrides what is judged there.
# pyright: reportIncompatibleMethodOverride=false

from jingjin_forms.facts import Facts
from jingjin_forms.facts.accepted import AnyChoices
from jingjin_forms.facts.accepted import AnyMoney
from jingjin_forms.facts.accepted import AnyText
from jingjin_forms.values.amount import Money
from jingjin_forms.values.choice import Choice
from jingjin_forms.values.choice import YesNo
from jingjin_forms.values.multiple_choice import Chosen
from jingjin_forms.values.text import Text
from typing import Any
from typing import overload


class Done(Choice):
    DONE = '完成'
    NOT_DONE = '未完成'

class ApplicationStatus(Choice):
    NEW = '初辦'
    CONTINUED = '續辦'

class Remoteness(Choice):
    EXTREMELY_REMOTE = '極偏'
    VERY_REMOTE = '特偏'
    REMOTE = '偏遠'

class OtherSubsidy(Facts):
    @property
    def applied(self) -> YesNo | None:
        """是否已申請"""
    @applied.setter
    def applied(self, value: YesNo | str | None) -> None: ...
    @property
    def agency(self) -> Text:
        """補助單位"""
    @agency.setter
    def agency(self, value: AnyText | None) -> None: ...
    @property
    def plan_name(self) -> Text:
        """計畫名稱"""
    @plan_name.setter
    def plan_name(self, value: AnyText | None) -> None: ...
    @property
    def amount(self) -> Money | None:
        """補助金額：元"""
    @amount.setter
    def amount(self, value: AnyMoney | None) -> None: ...
    def __init__(
        self,
        *,
        applied: YesNo | str | None = ...,
        agency: AnyText | None = ...,
        plan_name: AnyText | None = ...,
        amount: AnyMoney | None = ...,
        是否已申請: YesNo | str | None = ...,
        補助單位: AnyText | None = ...,
        計畫名稱: AnyText | None = ...,
        補助金額: AnyMoney | None = ...,
    ) -> None: ...

class Subject(Choice):
    CHINESE = '國'
    ENGLISH = '英'
    MATHEMATICS = '數'
    SCIENCE = '自'
    SOCIAL_STUDIES = '社'
    TECHNOLOGY = '科技'
    ARTS = '藝'
    HEALTH = '健'
    INTEGRATIVE = '綜'
    OTHER = '其他'

class Teacher(Facts):
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
    def subjects(self) -> Chosen:
        """領域"""
    @subjects.setter
    def subjects(self, value: AnyChoices | None) -> None: ...
    @property
    def other_subject(self) -> Text:
        """其他領域：寫了就勾選其他"""
    @other_subject.setter
    def other_subject(self, value: AnyText | None) -> None: ...
    def context(self) -> dict[str, Any]:
        ...
    @overload
    def __init__(
        self,
        *,
        name: AnyText,
        position: AnyText | None = ...,
        organisation: AnyText | None = ...,
        subjects: AnyChoices | None = ...,
        other_subject: AnyText | None = ...,
        職稱: AnyText | None = ...,
        服務單位: AnyText | None = ...,
        領域: AnyChoices | None = ...,
        其他領域: AnyText | None = ...,
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
        職稱: AnyText | None = ...,
        服務單位: AnyText | None = ...,
        領域: AnyChoices | None = ...,
        其他領域: AnyText | None = ...,
    ) -> None: ...
