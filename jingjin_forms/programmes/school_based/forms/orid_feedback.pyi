# Written by `python -m jingjin_forms.stubs`; change orid_feedback.py instead.
# What overrides what is judged there.
# pyright: reportIncompatibleMethodOverride=false

from collections.abc import Mapping
from jingjin_forms.facts.accepted import AnyDate
from jingjin_forms.facts.accepted import AnyText
from jingjin_forms.facts.accepted import AnyYear
from jingjin_forms.forms.form import Form
from jingjin_forms.parts.school import School
from jingjin_forms.values import Text
from jingjin_forms.values.roc import RocDate
from jingjin_forms.values.roc import SchoolYear
from typing import Any
from typing import overload


class OridFeedback(Form):
    @property
    def school(self) -> School:
        """學校名稱：例如 花蓮縣宜昌國小"""
    @school.setter
    def school(self, value: School | Mapping[str, Any] | str) -> None: ...
    @property
    def school_year(self) -> SchoolYear | None:
        """學年度：例如 112"""
    @school_year.setter
    def school_year(self, value: AnyYear | None) -> None: ...
    @property
    def name(self) -> Text:
        """姓名：誰的回饋：一位教師，或一個社群"""
    @name.setter
    def name(self, value: AnyText | None) -> None: ...
    @property
    def date(self) -> RocDate | None:
        """日期：例如 112年9月20日"""
    @date.setter
    def date(self, value: AnyDate | None) -> None: ...
    @property
    def activity_name(self) -> Text:
        """活動名稱"""
    @activity_name.setter
    def activity_name(self, value: AnyText | None) -> None: ...
    @property
    def objective(self) -> Text:
        """Objective：客觀、事實：本次社群主題與內容有哪些"""
    @objective.setter
    def objective(self, value: AnyText | None) -> None: ...
    @property
    def reflective(self) -> Text:
        """Reflective：感受、反應：過程中有什麼想法或感受"""
    @reflective.setter
    def reflective(self, value: AnyText | None) -> None: ...
    @property
    def interpretive(self) -> Text:
        """Interpretive：意義、價值、經驗：這次的活動有哪些收穫"""
    @interpretive.setter
    def interpretive(self, value: AnyText | None) -> None: ...
    @property
    def decisional(self) -> Text:
        """Decisional：決定、行動：做出什麼樣的決定或行動"""
    @decisional.setter
    def decisional(self, value: AnyText | None) -> None: ...
    @overload
    def __init__(
        self,
        *,
        school: School | Mapping[str, Any] | str,
        school_year: AnyYear | None = ...,
        name: AnyText | None = ...,
        date: AnyDate | None = ...,
        activity_name: AnyText | None = ...,
        objective: AnyText | None = ...,
        Objective: AnyText | None = ...,
        reflective: AnyText | None = ...,
        Reflective: AnyText | None = ...,
        interpretive: AnyText | None = ...,
        Interpretive: AnyText | None = ...,
        decisional: AnyText | None = ...,
        Decisional: AnyText | None = ...,
        學年度: AnyYear | None = ...,
        姓名: AnyText | None = ...,
        日期: AnyDate | None = ...,
        活動名稱: AnyText | None = ...,
    ) -> None: ...
    @overload
    def __init__(
        self,
        *,
        學校名稱: School | Mapping[str, Any] | str,
        school_year: AnyYear | None = ...,
        name: AnyText | None = ...,
        date: AnyDate | None = ...,
        activity_name: AnyText | None = ...,
        objective: AnyText | None = ...,
        Objective: AnyText | None = ...,
        reflective: AnyText | None = ...,
        Reflective: AnyText | None = ...,
        interpretive: AnyText | None = ...,
        Interpretive: AnyText | None = ...,
        decisional: AnyText | None = ...,
        Decisional: AnyText | None = ...,
        學年度: AnyYear | None = ...,
        姓名: AnyText | None = ...,
        日期: AnyDate | None = ...,
        活動名稱: AnyText | None = ...,
    ) -> None: ...
