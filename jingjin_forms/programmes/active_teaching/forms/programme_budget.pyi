# Written by `python -m jingjin_forms.stubs`; change programme_budget.py instead.
# What overrides what is judged there.
# pyright: reportIncompatibleMethodOverride=false

from collections.abc import Mapping
from collections.abc import Sequence
from jingjin_forms.facts import printed
from jingjin_forms.facts.accepted import AnyChoices
from jingjin_forms.facts.accepted import AnyText
from jingjin_forms.forms.form import Form
from jingjin_forms.parts.school import School
from jingjin_forms.programmes.active_teaching.parts.goods import Book
from jingjin_forms.programmes.active_teaching.parts.goods import Goods
from jingjin_forms.programmes.active_teaching.parts.goods import GoodsAndBooks
from jingjin_forms.programmes.active_teaching.parts.goods import ReviewedLine
from jingjin_forms.values import Choice
from jingjin_forms.values import Text
from jingjin_forms.values.amount import Money
from jingjin_forms.values.multiple_choice import Chosen
from typing import Any
from typing import overload


class FundedPlan(Choice):
    PLAN_1 = '計畫一'
    PLAN_2 = '計畫二'
    PLAN_3 = '計畫三'
    PLAN_4 = '計畫四'

class ProgrammeBudget(GoodsAndBooks, Form):
    @property
    def school(self) -> School:
        """學校名稱：申請學校、單位或自主社群的全銜"""
    @school.setter
    def school(self, value: School | Mapping[str, Any] | str) -> None: ...
    @property
    def plan(self) -> FundedPlan | None:
        """計畫別"""
    @plan.setter
    def plan(self, value: FundedPlan | str | None) -> None: ...
    @property
    def university_team(self) -> Text:
        """大學團隊名稱：申請計畫三透過大學校院組成團隊協作辦理者填"""
    @university_team.setter
    def university_team(self, value: AnyText | None) -> None: ...
    @property
    def lines(self) -> list[ReviewedLine]:
        """經費項目：業務費，每一筆經費一項"""
    @lines.setter
    def lines(self, value: Sequence[ReviewedLine | Mapping[str, Any]] | None) -> None: ...
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
    @printed('小計')
    def subtotal(self) -> Money | None:
        ...
    @property
    @printed('合計')
    def total(self) -> Money | None:
        ...
    @property
    @printed('計畫經費總額')
    def funding_total(self) -> Money | None:
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
        plan: FundedPlan | str | None = ...,
        university_team: AnyText | None = ...,
        lines: Sequence[ReviewedLine | Mapping[str, Any]] | None = ...,
        refund: AnyChoices | None = ...,
        refund_grounds: AnyText | None = ...,
        goods_total: object = ...,
        books_total: object = ...,
        subtotal: object = ...,
        total: object = ...,
        funding_total: object = ...,
        reviewed_total: object = ...,
        物品明細: Sequence[Goods | Mapping[str, Any]] | None = ...,
        書籍清單: Sequence[Book | Mapping[str, Any]] | None = ...,
        計畫別: FundedPlan | str | None = ...,
        大學團隊名稱: AnyText | None = ...,
        經費項目: Sequence[ReviewedLine | Mapping[str, Any]] | None = ...,
        餘款繳回方式: AnyChoices | None = ...,
        不繳回依據: AnyText | None = ...,
        物品合計: object = ...,
        書籍合計: object = ...,
        小計: object = ...,
        合計: object = ...,
        計畫經費總額: object = ...,
        初審合計: object = ...,
    ) -> None: ...
    @overload
    def __init__(
        self,
        *,
        學校名稱: School | Mapping[str, Any] | str,
        goods: Sequence[Goods | Mapping[str, Any]] | None = ...,
        books: Sequence[Book | Mapping[str, Any]] | None = ...,
        plan: FundedPlan | str | None = ...,
        university_team: AnyText | None = ...,
        lines: Sequence[ReviewedLine | Mapping[str, Any]] | None = ...,
        refund: AnyChoices | None = ...,
        refund_grounds: AnyText | None = ...,
        goods_total: object = ...,
        books_total: object = ...,
        subtotal: object = ...,
        total: object = ...,
        funding_total: object = ...,
        reviewed_total: object = ...,
        物品明細: Sequence[Goods | Mapping[str, Any]] | None = ...,
        書籍清單: Sequence[Book | Mapping[str, Any]] | None = ...,
        計畫別: FundedPlan | str | None = ...,
        大學團隊名稱: AnyText | None = ...,
        經費項目: Sequence[ReviewedLine | Mapping[str, Any]] | None = ...,
        餘款繳回方式: AnyChoices | None = ...,
        不繳回依據: AnyText | None = ...,
        物品合計: object = ...,
        書籍合計: object = ...,
        小計: object = ...,
        合計: object = ...,
        計畫經費總額: object = ...,
        初審合計: object = ...,
    ) -> None: ...
