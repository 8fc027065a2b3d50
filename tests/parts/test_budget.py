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


def test_a_line_with_only_a_total_keeps_it():
    lump = BudgetLine(item="雜支", total="500元")
    assert (lump.total, lump.lump_sum, lump.unit_price, lump.quantity) == (500, 500, None, None)
    assert isinstance(lump.total, Money)
    context = lump.context()
    assert (context["總價"], context["單價"], context["數量"]) == (500, None, None)
    table = BudgetTable(lines=[line(2000, 6), lump, line(5)])
    assert (table.subtotal, table.total) == (12500, 12500)
    assert table_findings(table) == []


@pytest.mark.parametrize("key", ["總價", "total", "lump_sum"])
def test_a_total_by_any_name(key: str):
    lump = BudgetLine.model_validate({"項目": "雜支", "單價": "", "數量": None, key: "1.5千元"})
    assert lump.total == 1500
    again = [
        BudgetLine(**lump.model_dump()),
        BudgetLine(**lump.model_dump(exclude_unset=True)),
        BudgetLine.model_validate_json(lump.model_dump_json()),
        lump.model_copy(deep=True),
    ]
    assert [copy.total for copy in again] == [1500] * 4


def test_a_total_beside_what_it_is_worked_out_from_is_only_compared():
    right = BudgetLine(item="甲", unit_price=5, quantity=2, total=10)
    assert (right.lump_sum, right.total, table_findings(BudgetTable(lines=[right]))) == (
        None,
        10,
        [],
    )
    wrong = BudgetTable(lines=[BudgetLine(item="甲", unit_price=5, quantity=2, total=11)])
    (finding,) = table_findings(wrong)
    assert "填的是 11，依其他欄位算出是 10" in finding
    assert wrong.total == 10


@pytest.mark.parametrize(("given", "missing"), [("單價", "數量"), ("數量", "單價")])
def test_a_total_beside_half_of_what_it_is_worked_out_from_is_refused(given: str, missing: str):
    with pytest.raises(FactsError) as caught:
        BudgetLine(**{"項目": "甲", given: 1, "總價": 500})
    assert str(caught.value).endswith(
        f"「總價」：填的是「500」，缺{missing}，無法核算，請補上；沒有單價與數量的，只填總價。"
    )


def test_a_total_is_an_amount_or_refused():
    for wrong in (-1, "x", 1.5, 10**16, True):
        with pytest.raises(FactsError, match="總價"):
            BudgetLine(item="甲", total=wrong)
    assert BudgetLine(item="甲", total=0).total == 0


def test_a_line_is_changed_from_one_kind_to_the_other():
    lump = BudgetLine(item="雜支", total=500)
    for name in ("unit_price", "quantity"):
        with pytest.raises(FactsError, match="請先清空其中一種"):
            setattr(lump, name, 5)
    lump.lump_sum = 600
    assert lump.total == 600
    lump.lump_sum = None
    lump.unit_price, lump.quantity = 5, 3
    assert lump.total == 15
    with pytest.raises(FactsError, match=r"^經費項目：整份資料：只填總價的項目不能有單價與數量"):
        lump.lump_sum = 5


def test_nought_is_a_sum():
    assert BudgetTable(lines=[line(0, 1)]).total_uppercase == "零元整"


def test_lines_that_are_too_much_together():
    table = BudgetTable(lines=[line(9 * 10**15, 1)] * 2, 合計=1)
    (finding,) = table_findings(table)
    assert "太大" in finding


def table_findings(table: BudgetTable) -> list[str]:
    from jingjin_forms.checks.arithmetic import arithmetic

    return [str(finding) for finding in arithmetic(table)]
