# Written by `python -m jingjin_forms.stubs`; change budget.py instead.
# What overrides what is judged there.
# pyright: reportIncompatibleMethodOverride=false

from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from decimal import Decimal
from jingjin_forms.facts import Facts
from jingjin_forms.facts import printed
from jingjin_forms.facts.accepted import AnyMoney
from jingjin_forms.facts.accepted import AnyNumber
from jingjin_forms.facts.accepted import AnyText
from jingjin_forms.parts.rescaling import Rescalable
from jingjin_forms.values.amount import Money
from jingjin_forms.values.amount import Quantity
from jingjin_forms.values.text import Text
from typing import Any
from typing import ClassVar
from typing import overload


class BudgetLine(Facts):
    counts_in_total: ClassVar[bool]
    @property
    def item(self) -> Text:
        """項目：例如 講師費"""
    @item.setter
    def item(self, value: AnyText) -> None: ...
    @property
    def unit_price(self) -> Money | None:
        """單價：每單位多少元，整數"""
    @unit_price.setter
    def unit_price(self, value: AnyMoney | None) -> None: ...
    @property
    def quantity(self) -> Quantity | None:
        """數量：只填數字，例如 6；一式者填 1"""
    @quantity.setter
    def quantity(self, value: AnyNumber | None) -> None: ...
    @property
    def unit(self) -> Text:
        """單位：例如 節、份、人"""
    @unit.setter
    def unit(self, value: AnyText | None) -> None: ...
    @property
    def lump_sum(self) -> Money | None:
        """總價：自動計算；沒有單價與數量的才填"""
    @lump_sum.setter
    def lump_sum(self, value: AnyMoney | None) -> None: ...
    @property
    def note(self) -> Text:
        """說明"""
    @note.setter
    def note(self, value: AnyText | None) -> None: ...
    def exact_total(self) -> int | Decimal | None:
        ...
    @property
    @printed('總價', needs=('單價', '數量'))
    def total(self) -> Money | None:
        ...
    @overload
    def __init__(
        self,
        *,
        item: AnyText,
        unit_price: AnyMoney | None = ...,
        quantity: AnyNumber | None = ...,
        unit: AnyText | None = ...,
        lump_sum: AnyMoney | None = ...,
        note: AnyText | None = ...,
        total: object = ...,
        單價: AnyMoney | None = ...,
        數量: AnyNumber | None = ...,
        單位: AnyText | None = ...,
        總價: AnyMoney | None = ...,
        說明: AnyText | None = ...,
    ) -> None: ...
    @overload
    def __init__(
        self,
        *,
        項目: AnyText,
        unit_price: AnyMoney | None = ...,
        quantity: AnyNumber | None = ...,
        unit: AnyText | None = ...,
        lump_sum: AnyMoney | None = ...,
        note: AnyText | None = ...,
        total: object = ...,
        單價: AnyMoney | None = ...,
        數量: AnyNumber | None = ...,
        單位: AnyText | None = ...,
        總價: AnyMoney | None = ...,
        說明: AnyText | None = ...,
    ) -> None: ...
def sum_of(amounts: Iterable[int | Decimal | None]) -> Money | None: ...
def total_of(lines: Iterable[BudgetLine]) -> Money | None: ...

class BudgetTable(Rescalable):
    @property
    def lines(self) -> list[BudgetLine]:
        """經費項目：每一筆經費一項"""
    @lines.setter
    def lines(self, value: Sequence[BudgetLine | Mapping[str, Any]] | None) -> None: ...
    @property
    @printed('小計')
    def subtotal(self) -> Money | None:
        ...
    @property
    @printed('合計')
    def total(self) -> Money | None:
        ...
    @property
    @printed('總計')
    def total_uppercase(self) -> str | None:
        ...
