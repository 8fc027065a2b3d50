# Written by `python -m jingjin_forms.stubs`; change goods.py instead.
# What overrides what is judged there.
# pyright: reportIncompatibleMethodOverride=false

from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from jingjin_forms.facts import printed
from jingjin_forms.facts.accepted import AnyMoney
from jingjin_forms.facts.accepted import AnyNumber
from jingjin_forms.facts.accepted import AnyText
from jingjin_forms.parts.budget import BudgetLine
from jingjin_forms.parts.rescaling import Rescalable
from jingjin_forms.values.amount import Money
from jingjin_forms.values.text import Text
from typing import Any
from typing import overload


class ReviewedLine(BudgetLine):
    @property
    def reviewed_amount(self) -> Money | None:
        """初審金額：申請時免填"""
    @reviewed_amount.setter
    def reviewed_amount(self, value: AnyMoney | None) -> None: ...
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
        reviewed_amount: AnyMoney | None = ...,
        total: object = ...,
        單價: AnyMoney | None = ...,
        數量: AnyNumber | None = ...,
        單位: AnyText | None = ...,
        總價: AnyMoney | None = ...,
        說明: AnyText | None = ...,
        初審金額: AnyMoney | None = ...,
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
        reviewed_amount: AnyMoney | None = ...,
        total: object = ...,
        單價: AnyMoney | None = ...,
        數量: AnyNumber | None = ...,
        單位: AnyText | None = ...,
        總價: AnyMoney | None = ...,
        說明: AnyText | None = ...,
        初審金額: AnyMoney | None = ...,
    ) -> None: ...

class Goods(BudgetLine):
    @property
    def item(self) -> Text:
        """品名：例如 水質檢測試紙"""
    @item.setter
    def item(self, value: AnyText) -> None: ...
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
        品名: AnyText,
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

class Book(BudgetLine):
    @property
    def item(self) -> Text:
        """書名"""
    @item.setter
    def item(self, value: AnyText) -> None: ...
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
        書名: AnyText,
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

class GoodsAndBooks(Rescalable):
    @property
    def goods(self) -> list[Goods]:
        """物品明細：教材教具費擬購買的物品，每一種一項"""
    @goods.setter
    def goods(self, value: Sequence[Goods | Mapping[str, Any]] | None) -> None: ...
    @property
    def books(self) -> list[Book]:
        """書籍清單：資料蒐集費擬購買的書籍，每一種一項"""
    @books.setter
    def books(self, value: Sequence[Book | Mapping[str, Any]] | None) -> None: ...
    @property
    @printed('物品合計')
    def goods_total(self) -> Money | None:
        ...
    @property
    @printed('書籍合計')
    def books_total(self) -> Money | None:
        ...
    def context(self) -> dict[str, Any]:
        ...
def reviewed_total_of(lines: Iterable[ReviewedLine]) -> Money | None: ...
