# Written by `python -m jingjin_forms.stubs`; change workshop_budget.py instead.
# What overrides what is judged there.
# pyright: reportIncompatibleMethodOverride=false

from collections.abc import Mapping
from collections.abc import Sequence
from jingjin_forms.facts.accepted import AnyText
from jingjin_forms.forms.form import Form
from jingjin_forms.parts import BudgetTable
from jingjin_forms.parts.budget import BudgetLine
from jingjin_forms.values import Text
from typing import Any


class WorkshopBudget(BudgetTable, Form):
    @property
    def total_note(self) -> Text:
        """合計說明：例如 上述經費各項目間得依實際情況勻支。"""
    @total_note.setter
    def total_note(self, value: AnyText | None) -> None: ...
    @property
    def funding_source(self) -> Text:
        """經費來源：印在總計後的括號內"""
    @funding_source.setter
    def funding_source(self, value: AnyText | None) -> None: ...
    @classmethod
    def behind(cls, printed: dict[str, Any]) -> dict[str, Any]:
        ...
    def __init__(
        self,
        *,
        lines: Sequence[BudgetLine | Mapping[str, Any]] | None = ...,
        total_note: AnyText | None = ...,
        funding_source: AnyText | None = ...,
        subtotal: object = ...,
        total: object = ...,
        total_uppercase: object = ...,
        經費項目: Sequence[BudgetLine | Mapping[str, Any]] | None = ...,
        合計說明: AnyText | None = ...,
        經費來源: AnyText | None = ...,
        小計: object = ...,
        合計: object = ...,
        總計: object = ...,
    ) -> None: ...
