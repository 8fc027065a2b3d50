# Written by `python -m jingjin_forms.stubs`; change estimate.py instead.
# What overrides what is judged there.
# pyright: reportIncompatibleMethodOverride=false

from collections.abc import Mapping
from jingjin_forms.facts import printed
from jingjin_forms.facts.accepted import AnyMoney
from jingjin_forms.facts.accepted import AnyText
from jingjin_forms.facts.accepted import AnyYear
from jingjin_forms.parts.budget import BudgetTable
from jingjin_forms.parts.school import School
from jingjin_forms.values.amount import Money
from jingjin_forms.values.roc import SchoolYear
from jingjin_forms.values.text import Text
from typing import Any


class Estimate(BudgetTable):
    @property
    def school(self) -> School:
        """學校名稱：全銜，例如 花蓮縣吉安鄉宜昌國民小學"""
    @school.setter
    def school(self, value: School | Mapping[str, Any] | str) -> None: ...
    @property
    def school_year(self) -> SchoolYear | None:
        """學年度：例如 112"""
    @school_year.setter
    def school_year(self, value: AnyYear | None) -> None: ...
    @property
    def plan_name(self) -> Text:
        """計畫名稱：例如 素養導向教學工作坊"""
    @plan_name.setter
    def plan_name(self, value: AnyText | None) -> None: ...
    @property
    def miscellaneous(self) -> Money | None:
        """雜支：元；以小計金額之 6%為限"""
    @miscellaneous.setter
    def miscellaneous(self, value: AnyMoney | None) -> None: ...
    @property
    @printed('合計')
    def total(self) -> Money | None:
        ...
    def context(self) -> dict[str, Any]:
        ...
    @classmethod
    def behind(cls, printed: dict[str, Any]) -> dict[str, Any]:
        ...
