# Written by `python -m jingjin_forms.stubs`; change budget_estimate.py instead.
# What overrides what is judged there.
# pyright: reportIncompatibleMethodOverride=false

from collections.abc import Mapping
from collections.abc import Sequence
from jingjin_forms.facts.accepted import AnyMoney
from jingjin_forms.facts.accepted import AnyText
from jingjin_forms.facts.accepted import AnyYear
from jingjin_forms.forms.form import Form
from jingjin_forms.parts.budget import BudgetLine
from jingjin_forms.parts.school import School
from jingjin_forms.programmes.school_based.parts.estimate import Estimate
from typing import Any
from typing import overload


class BudgetEstimate(Estimate, Form):
    ...
    @overload
    def __init__(
        self,
        *,
        school: School | Mapping[str, Any] | str,
        lines: Sequence[BudgetLine | Mapping[str, Any]] | None = ...,
        school_year: AnyYear | None = ...,
        plan_name: AnyText | None = ...,
        miscellaneous: AnyMoney | None = ...,
        subtotal: object = ...,
        total: object = ...,
        total_uppercase: object = ...,
        經費項目: Sequence[BudgetLine | Mapping[str, Any]] | None = ...,
        學年度: AnyYear | None = ...,
        計畫名稱: AnyText | None = ...,
        雜支: AnyMoney | None = ...,
        小計: object = ...,
        合計: object = ...,
        總計: object = ...,
    ) -> None: ...
    @overload
    def __init__(
        self,
        *,
        學校名稱: School | Mapping[str, Any] | str,
        lines: Sequence[BudgetLine | Mapping[str, Any]] | None = ...,
        school_year: AnyYear | None = ...,
        plan_name: AnyText | None = ...,
        miscellaneous: AnyMoney | None = ...,
        subtotal: object = ...,
        total: object = ...,
        total_uppercase: object = ...,
        經費項目: Sequence[BudgetLine | Mapping[str, Any]] | None = ...,
        學年度: AnyYear | None = ...,
        計畫名稱: AnyText | None = ...,
        雜支: AnyMoney | None = ...,
        小計: object = ...,
        合計: object = ...,
        總計: object = ...,
    ) -> None: ...
