# Written by `python -m jingjin_forms.stubs`; change community_budget.py instead.
# What overrides what is judged there.
# pyright: reportIncompatibleMethodOverride=false

from collections.abc import Mapping
from collections.abc import Sequence
from jingjin_forms.facts.accepted import AnyText
from jingjin_forms.facts.accepted import AnyYear
from jingjin_forms.parts import BudgetTable
from jingjin_forms.parts.budget import BudgetLine
from jingjin_forms.parts.school import School
from jingjin_forms.programmes.learning_community.parts.year import OfBudgetYear
from jingjin_forms.values import Text
from typing import Any
from typing import overload


class CommunityBudget(BudgetTable, OfBudgetYear):
    @property
    def school(self) -> School:
        """學校名稱：全銜，例如 臺中市和平區晨曦國民小學"""
    @school.setter
    def school(self, value: School | Mapping[str, Any] | str) -> None: ...
    @property
    def community_name(self) -> Text:
        """社群名稱：例如 數學探究；標題會接上「教師專業學習社群」"""
    @community_name.setter
    def community_name(self, value: AnyText) -> None: ...
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
        community_name: AnyText,
        budget_year: AnyYear | None = ...,
        lines: Sequence[BudgetLine | Mapping[str, Any]] | None = ...,
        school_year: object = ...,
        subtotal: object = ...,
        total: object = ...,
        total_uppercase: object = ...,
        年度: AnyYear | None = ...,
        經費項目: Sequence[BudgetLine | Mapping[str, Any]] | None = ...,
        學年度: object = ...,
        小計: object = ...,
        合計: object = ...,
        總計: object = ...,
    ) -> None: ...
    @overload
    def __init__(
        self,
        *,
        school: School | Mapping[str, Any] | str,
        社群名稱: AnyText,
        budget_year: AnyYear | None = ...,
        lines: Sequence[BudgetLine | Mapping[str, Any]] | None = ...,
        school_year: object = ...,
        subtotal: object = ...,
        total: object = ...,
        total_uppercase: object = ...,
        年度: AnyYear | None = ...,
        經費項目: Sequence[BudgetLine | Mapping[str, Any]] | None = ...,
        學年度: object = ...,
        小計: object = ...,
        合計: object = ...,
        總計: object = ...,
    ) -> None: ...
    @overload
    def __init__(
        self,
        *,
        學校名稱: School | Mapping[str, Any] | str,
        community_name: AnyText,
        budget_year: AnyYear | None = ...,
        lines: Sequence[BudgetLine | Mapping[str, Any]] | None = ...,
        school_year: object = ...,
        subtotal: object = ...,
        total: object = ...,
        total_uppercase: object = ...,
        年度: AnyYear | None = ...,
        經費項目: Sequence[BudgetLine | Mapping[str, Any]] | None = ...,
        學年度: object = ...,
        小計: object = ...,
        合計: object = ...,
        總計: object = ...,
    ) -> None: ...
    @overload
    def __init__(
        self,
        *,
        學校名稱: School | Mapping[str, Any] | str,
        社群名稱: AnyText,
        budget_year: AnyYear | None = ...,
        lines: Sequence[BudgetLine | Mapping[str, Any]] | None = ...,
        school_year: object = ...,
        subtotal: object = ...,
        total: object = ...,
        total_uppercase: object = ...,
        年度: AnyYear | None = ...,
        經費項目: Sequence[BudgetLine | Mapping[str, Any]] | None = ...,
        學年度: object = ...,
        小計: object = ...,
        合計: object = ...,
        總計: object = ...,
    ) -> None: ...
