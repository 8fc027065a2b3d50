"""The budget table: lines of unit price × quantity, and their sums.

One block for all budgets of the official texts. What differs between them (order of the columns,
a unit column, a reviewer's column, 雜支 on a row of its own) is the template's or the form's.
"""

from collections.abc import Iterable
from decimal import Decimal
from typing import ClassVar, Self

from pydantic import model_validator

from jingjin_forms.facts import Facts, label, printed
from jingjin_forms.parts.rescaling import Rescalable
from jingjin_forms.values.amount import LIMIT, Money, Quantity
from jingjin_forms.values.text import Text
from jingjin_forms.values.uppercase import uppercase_amount


class BudgetLine(Facts):
    """One line of a budget. 總價 is worked out: it is whole NT dollars, or it is an error.

    A line without 單價 and 數量 may be given its 總價: `BudgetLine(item="雜支", total=500)`, which
    `lump_sum` keeps.
    """

    title = "經費項目"
    counts_in_total: ClassVar[bool] = True
    """Whether 合計 adds it up; a list of what a line buys is not added again."""

    item: Text = label("項目", hint="例如 講師費")
    unit_price: Money | None = label("單價", None, hint="每單位多少元，整數")
    quantity: Quantity | None = label("數量", None, hint="只填數字，例如 6；一式者填 1")
    unit: Text = label("單位", "", hint="例如 節、份、人")
    lump_sum: Money | None = label("總價", None, hint="自動計算；沒有單價與數量的才填")
    note: Text = label("說明", "")

    @model_validator(mode="after")
    def _whole_dollars(self) -> Self:
        if self.lump_sum is not None and not (self.unit_price is None and self.quantity is None):
            raise ValueError("只填總價的項目不能有單價與數量；請先清空其中一種。")
        exact = self.exact_total()
        if exact is not None and (exact != int(exact) or exact >= LIMIT):
            fault = "不是整數元" if exact < LIMIT else "超過 16 位數"
            raise ValueError(
                f"單價 {self.unit_price} × 數量 {self.quantity} ＝ {exact:,} 元，{fault}，"
                "請調整單價或數量。"
            )
        return self

    def exact_total(self) -> int | Decimal | None:
        """單價 × 數量 as a plain number, or the 總價 given; None while neither is there."""
        if self.lump_sum is not None:
            return self.lump_sum
        if self.unit_price is None or self.quantity is None:
            return None
        return self.unit_price * self.quantity

    @property
    @printed("總價", needs=("單價", "數量"))
    def total(self) -> Money | None:
        """單價 × 數量, or what was given without them; None while neither is there."""
        exact = self.exact_total()
        return None if exact is None else Money(exact)


def sum_of(amounts: Iterable[int | Decimal | None]) -> Money | None:
    """The sum of the amounts that are there; None where there is none, so that it prints blank."""
    known = [amount for amount in amounts if amount is not None]
    return Money(sum(known)) if known else None


def total_of(lines: Iterable[BudgetLine]) -> Money | None:
    """The sum of the lines' 總價."""
    return sum_of([line.exact_total() for line in lines])


class BudgetTable(Rescalable):
    """Lines and their sums. `total` (合計) is the lines; a form with a 雜支 row adds it."""

    title = "經費概算"

    lines: list[BudgetLine] = label("經費項目", list, hint="每一筆經費一項")

    @property
    @printed("小計")
    def subtotal(self) -> Money | None:
        """Sum of the lines; None while no line has a 總價, so that a blank form prints blank."""
        return total_of(self.lines)

    @property
    @printed("合計")
    def total(self) -> Money | None:
        """The sum asked for."""
        return self.subtotal

    @property
    @printed("總計")
    def total_uppercase(self) -> str | None:
        """合計 in words, as in 壹萬伍仟元整."""
        total = self.total
        return None if total is None else uppercase_amount(total)
