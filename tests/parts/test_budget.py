"""Lines of unit price × quantity, and their sums."""

from decimal import Decimal
from typing import Any

import pytest

from jingjin_forms import BudgetLine, BudgetTable, FactsError, Money


def line(price: Any = None, quantity: Any = None) -> BudgetLine:
    return BudgetLine(item="甲", unit_price=price, quantity=quantity)


@pytest.mark.parametrize(
    ("price", "quantity", "total"),
    [
        (2000, 6, 12000),
        ("2,000", "1.5", 3000),
        (100, Decimal("0.25"), 25),
        (0, 5, 0),
        (5, 0, 0),
        (None, 5, None),
        (5, None, None),
        (10**15, 9, 9 * 10**15),
    ],
)
def test_total_of_a_line(price: Any, quantity: Any, total: int | None):
    assert line(price, quantity).total == total


@pytest.mark.parametrize(
    ("price", "quantity", "message"),
    [
        (333, "1.5", "單價 333 × 數量 1.5 ＝ 499.5 元，不是整數元"),
        (1, "0.01", "＝ 0.01 元，不是整數元"),
        (10**15, 10, "＝ 10,000,000,000,000,000 元，超過 16 位數"),
    ],
)
def test_a_line_that_is_no_amount(price: Any, quantity: Any, message: str):
    with pytest.raises(FactsError, match=message):
        line(price, quantity)


def test_sums():
    table = BudgetTable(lines=[line(2000, 6), line(), line(350, 2)])
    assert (table.subtotal, table.total) == (12700, 12700)
    assert table.total_uppercase == "壹萬貳仟柒佰元整"
    assert isinstance(table.total, Money)
    table.lines.append(line(300, 1))
    assert table.context()["合計"] == 13000


@pytest.mark.parametrize("lines", [[], [line()], [line(5)]])
def test_without_a_total_the_sums_are_blank(lines: list[BudgetLine]):
    table = BudgetTable(lines=lines)
    assert (table.subtotal, table.total, table.total_uppercase) == (None, None, None)


def test_nought_is_a_sum():
    assert BudgetTable(lines=[line(0, 1)]).total_uppercase == "零元整"


def test_lines_that_are_too_much_together():
    table = BudgetTable(lines=[line(9 * 10**15, 1)] * 2, 合計=1)
    (finding,) = table_findings(table)
    assert "太大" in finding


def table_findings(table: BudgetTable) -> list[str]:
    from jingjin_forms.checks.arithmetic import arithmetic

    return [str(finding) for finding in arithmetic(table)]
