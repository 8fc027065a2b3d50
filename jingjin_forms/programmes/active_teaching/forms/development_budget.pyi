# Written by `python -m jingjin_forms.stubs`; change development_budget.py instead.
# What overrides what is judged there.
# pyright: reportIncompatibleMethodOverride=false

from collections.abc import Mapping
from collections.abc import Sequence
from jingjin_forms.facts import printed
from jingjin_forms.facts.accepted import AnyChoices
from jingjin_forms.facts.accepted import AnyPeriod
from jingjin_forms.facts.accepted import AnyText
from jingjin_forms.facts.accepted import AnyYear
from jingjin_forms.forms.form import Form
from jingjin_forms.parts.school import School
from jingjin_forms.programmes.active_teaching.parts.goods import Book
from jingjin_forms.programmes.active_teaching.parts.goods import Goods
from jingjin_forms.programmes.active_teaching.parts.goods import GoodsAndBooks
from jingjin_forms.programmes.active_teaching.parts.goods import ReviewedLine
from jingjin_forms.values import Text
from jingjin_forms.values.amount import Money
from jingjin_forms.values.multiple_choice import Chosen
from jingjin_forms.values.roc import RocPeriod
from jingjin_forms.values.roc import SchoolYear
from typing import Any
from typing import overload


class DevelopmentBudget(GoodsAndBooks, Form):
    @property
    def school(self) -> School:
        """學校名稱：受訪學校或教學訪問教師原服務學校的全銜"""
    @school.setter
    def school(self, value: School | Mapping[str, Any] | str) -> None: ...
    @property
    def school_year(self) -> SchoolYear | None:
        """學年度：例如 112"""
    @school_year.setter
    def school_year(self, value: AnyYear | None) -> None: ...
    @property
    def purpose(self) -> Text:
        """目的"""
    @purpose.setter
    def purpose(self, value: AnyText | None) -> None: ...
    @property
    def visiting_teachers(self) -> Text:
        """教學訪問教師：姓名"""
    @visiting_teachers.setter
    def visiting_teachers(self, value: AnyText | None) -> None: ...
    @property
    def partner_organisations(self) -> Text:
        """其他合作單位"""
    @partner_organisations.setter
    def partner_organisations(self, value: AnyText | None) -> None: ...
    @property
    def period(self) -> RocPeriod | None:
        """辦理期程：例如 112年8月1日至113年7月31日"""
    @period.setter
    def period(self, value: AnyPeriod | None) -> None: ...
    @property
    def executor(self) -> Text:
        """計畫執行者：校長姓名，後面印「校長」"""
    @executor.setter
    def executor(self, value: AnyText | None) -> None: ...
    @property
    def current_lines(self) -> list[ReviewedLine]:
        """經常門：每一筆經費一項"""
    @current_lines.setter
    def current_lines(self, value: Sequence[ReviewedLine | Mapping[str, Any]] | None) -> None: ...
    @property
    def capital_lines(self) -> list[ReviewedLine]:
        """資本門：每一筆經費一項"""
    @capital_lines.setter
    def capital_lines(self, value: Sequence[ReviewedLine | Mapping[str, Any]] | None) -> None: ...
    @property
    def refund(self) -> Chosen:
        """餘款繳回方式：不填時照紙上印好的勾選"""
    @refund.setter
    def refund(self, value: AnyChoices | None) -> None: ...
    @property
    def refund_grounds(self) -> Text:
        """不繳回依據：不繳回的依據；勾選依契約約定或按補助比率繳回者可不填"""
    @refund_grounds.setter
    def refund_grounds(self, value: AnyText | None) -> None: ...
    @property
    @printed('經常門小計')
    def current_subtotal(self) -> Money | None:
        ...
    @property
    @printed('資本門小計')
    def capital_subtotal(self) -> Money | None:
        ...
    @property
    @printed('合計')
    def total(self) -> Money | None:
        ...
    @property
    @printed('經費需求')
    def funds_needed(self) -> Money | None:
        ...
    @property
    @printed('經常門初審小計')
    def current_reviewed(self) -> Money | None:
        ...
    @property
    @printed('資本門初審小計')
    def capital_reviewed(self) -> Money | None:
        ...
    @property
    @printed('初審合計')
    def reviewed_total(self) -> Money | None:
        ...
    def context(self) -> dict[str, Any]:
        ...
    @overload
    def __init__(
        self,
        *,
        school: School | Mapping[str, Any] | str,
        goods: Sequence[Goods | Mapping[str, Any]] | None = ...,
        books: Sequence[Book | Mapping[str, Any]] | None = ...,
        school_year: AnyYear | None = ...,
        purpose: AnyText | None = ...,
        visiting_teachers: AnyText | None = ...,
        partner_organisations: AnyText | None = ...,
        period: AnyPeriod | None = ...,
        executor: AnyText | None = ...,
        current_lines: Sequence[ReviewedLine | Mapping[str, Any]] | None = ...,
        capital_lines: Sequence[ReviewedLine | Mapping[str, Any]] | None = ...,
        refund: AnyChoices | None = ...,
        refund_grounds: AnyText | None = ...,
        goods_total: object = ...,
        books_total: object = ...,
        current_subtotal: object = ...,
        capital_subtotal: object = ...,
        total: object = ...,
        funds_needed: object = ...,
        current_reviewed: object = ...,
        capital_reviewed: object = ...,
        reviewed_total: object = ...,
        物品明細: Sequence[Goods | Mapping[str, Any]] | None = ...,
        書籍清單: Sequence[Book | Mapping[str, Any]] | None = ...,
        學年度: AnyYear | None = ...,
        目的: AnyText | None = ...,
        教學訪問教師: AnyText | None = ...,
        其他合作單位: AnyText | None = ...,
        辦理期程: AnyPeriod | None = ...,
        計畫執行者: AnyText | None = ...,
        經常門: Sequence[ReviewedLine | Mapping[str, Any]] | None = ...,
        資本門: Sequence[ReviewedLine | Mapping[str, Any]] | None = ...,
        餘款繳回方式: AnyChoices | None = ...,
        不繳回依據: AnyText | None = ...,
        物品合計: object = ...,
        書籍合計: object = ...,
        經常門小計: object = ...,
        資本門小計: object = ...,
        合計: object = ...,
        經費需求: object = ...,
        經常門初審小計: object = ...,
        資本門初審小計: object = ...,
        初審合計: object = ...,
    ) -> None: ...
    @overload
    def __init__(
        self,
        *,
        學校名稱: School | Mapping[str, Any] | str,
        goods: Sequence[Goods | Mapping[str, Any]] | None = ...,
        books: Sequence[Book | Mapping[str, Any]] | None = ...,
        school_year: AnyYear | None = ...,
        purpose: AnyText | None = ...,
        visiting_teachers: AnyText | None = ...,
        partner_organisations: AnyText | None = ...,
        period: AnyPeriod | None = ...,
        executor: AnyText | None = ...,
        current_lines: Sequence[ReviewedLine | Mapping[str, Any]] | None = ...,
        capital_lines: Sequence[ReviewedLine | Mapping[str, Any]] | None = ...,
        refund: AnyChoices | None = ...,
        refund_grounds: AnyText | None = ...,
        goods_total: object = ...,
        books_total: object = ...,
        current_subtotal: object = ...,
        capital_subtotal: object = ...,
        total: object = ...,
        funds_needed: object = ...,
        current_reviewed: object = ...,
        capital_reviewed: object = ...,
        reviewed_total: object = ...,
        物品明細: Sequence[Goods | Mapping[str, Any]] | None = ...,
        書籍清單: Sequence[Book | Mapping[str, Any]] | None = ...,
        學年度: AnyYear | None = ...,
        目的: AnyText | None = ...,
        教學訪問教師: AnyText | None = ...,
        其他合作單位: AnyText | None = ...,
        辦理期程: AnyPeriod | None = ...,
        計畫執行者: AnyText | None = ...,
        經常門: Sequence[ReviewedLine | Mapping[str, Any]] | None = ...,
        資本門: Sequence[ReviewedLine | Mapping[str, Any]] | None = ...,
        餘款繳回方式: AnyChoices | None = ...,
        不繳回依據: AnyText | None = ...,
        物品合計: object = ...,
        書籍合計: object = ...,
        經常門小計: object = ...,
        資本門小計: object = ...,
        合計: object = ...,
        經費需求: object = ...,
        經常門初審小計: object = ...,
        資本門初審小計: object = ...,
        初審合計: object = ...,
    ) -> None: ...
