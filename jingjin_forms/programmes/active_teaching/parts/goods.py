"""What 附件七 and 附件八 add to a budget: the reviewer's amounts, and the lists of goods and books.

The lists follow the budget: 教材教具費-物品明細 (係課程進行中供學員或學生使用) and
資料蒐集費-書籍清單 (係教師、講師備課增能使用). They grow with the facts:
「欄位不敷使用，請自行增列」.
"""

from collections.abc import Iterable
from typing import Any

from jingjin_forms.facts import label, printed
from jingjin_forms.parts.budget import BudgetLine, sum_of, total_of
from jingjin_forms.parts.rescaling import Rescalable
from jingjin_forms.values.amount import Money
from jingjin_forms.values.text import Text


class ReviewedLine(BudgetLine):
    """A budget line beside which the reviewer writes what is granted."""

    reviewed_amount: Money | None = label(
        "初審金額", None, hint="申請時免填", by="縣(市)政府初審後"
    )


class Goods(BudgetLine):
    """One row of 物品明細."""

    title = "物品明細"
    counts_in_total = False

    item: Text = label(  # pyright: ignore[reportIncompatibleMethodOverride]  # stubs: a property
        "品名", hint="例如 水質檢測試紙"
    )


class Book(BudgetLine):
    """One row of 書籍清單."""

    title = "書籍清單"
    counts_in_total = False

    item: Text = label("書名")  # pyright: ignore[reportIncompatibleMethodOverride]


class GoodsAndBooks(Rescalable):
    """The two lists behind a budget. Each 合計 should be the budget's line of the same name."""

    goods: list[Goods] = label("物品明細", list, hint="教材教具費擬購買的物品，每一種一項")
    books: list[Book] = label("書籍清單", list, hint="資料蒐集費擬購買的書籍，每一種一項")

    @property
    @printed("物品合計")
    def goods_total(self) -> Money | None:
        """合計 of 物品明細."""
        return total_of(self.goods)

    @property
    @printed("書籍合計")
    def books_total(self) -> Money | None:
        """合計 of 書籍清單."""
        return total_of(self.books)

    def context(self) -> dict[str, Any]:
        """Fills both lists up with blank rows."""
        context = super().context()
        context["物品明細"] = Goods.padded(context["物品明細"], _ROWS)
        context["書籍清單"] = Book.padded(context["書籍清單"], _ROWS)
        return context


_ROWS = 8  # the two lists share a page


def reviewed_total_of(lines: Iterable[ReviewedLine]) -> Money | None:
    """The sum of what the reviewer wrote."""
    return sum_of(line.reviewed_amount for line in lines)
