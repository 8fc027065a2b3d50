"""Cutting a budget: sums by hand, and what holds for every budget and every approved sum."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jingjin_forms import AmountError, BudgetEstimate, BudgetLine, get_form
from jingjin_forms.parts.rescaling import Rescaled


def budget(*lines: tuple[str, int, Any], miscellaneous: int | None = None) -> BudgetEstimate:
    return BudgetEstimate(
        school="花蓮縣宜昌國小",
        miscellaneous=miscellaneous,
        lines=[BudgetLine(item=item, unit_price=p, quantity=q) for item, p, q in lines],
    )


def figures(result: Rescaled[BudgetEstimate]) -> list[tuple[int | None, Any]]:
    return [(line.unit_price, line.quantity) for line in result.budget.lines]


def test_by_hand():
    # Asked: 20,000 + 3,000 + 5,000 + 1,500 = 29,500. Of 10 節, 25,000/29,500 are 8.47: 8, 16,000.
    # 9,000 are left for 9,500: 47 of 50 copies (2,820), 4,736 for the 式; 雜支 is at most the same
    # part of 小計, 1,500 × 23,556 / 28,000 = 1,261. That is 24,817. Of the 183 that are left three
    # copies are bought (180), and the 式 takes 3.
    asked = budget(("講師費", 2000, 10), ("印刷費", 60, 50), ("材料", 5000, 1), miscellaneous=1500)
    result = asked.rescaled_to("25,000")
    assert figures(result) == [(2000, 8), (60, 50), (4739, 1)]
    assert result.budget.miscellaneous == 1261
    assert (result.budget.total, result.left_over) == (25_000, 0)
    assert [str(change) for change in result.changes] == [
        "經費項目第 1 項「數量」：10 → 8",
        "經費項目第 3 項「單價」：5,000 → 4,739",
        "「雜支」：1,500 → 1,261",
    ]
    assert asked.total == 29_500  # which is left as it was


def test_the_price_of_one_lecture_is_a_rate():
    result = budget(("外聘講師費", 2000, 1), ("印刷費", 50, 20)).rescaled_to(2500)
    assert figures(result) == [(2000, 1), (50, 10)]
    assert result.left_over == 0


def test_tenths_of_a_rate_are_rounded_to_the_nearest():
    # 3,800 of 6,500: of 2.5 that is 1.46, nearest 1.5; of 4 it is 2.34, nearest 2.
    result = budget(("諮詢費", 1000, Decimal("2.5")), ("講師費", 1000, 4)).rescaled_to(3800)
    assert figures(result) == [(1000, Decimal("1.5")), (1000, 2)]
    # Of 3,700 it is 1.423: 1.4.
    result = budget(("諮詢費", 1000, Decimal("2.5")), ("講師費", 1000, 4)).rescaled_to(3700)
    assert figures(result) == [(1000, Decimal("1.4")), (1000, 2)]


@pytest.mark.parametrize("turned", [False, True])
def test_what_is_left_goes_to_the_line_that_lost_the_largest_sum(turned: bool):
    # 3,850 of 4,000: 9.6 and 28.9 pieces. They lost 100 and 200; 150 are left, for one piece.
    lines = [("材料", 100, 10), ("印刷費", 100, 30)]
    result = budget(*(reversed(lines) if turned else lines)).rescaled_to(3850)
    expected = [(100, 9), (100, 29)]
    assert figures(result) == (expected[::-1] if turned else expected)
    assert result.left_over == 50


def test_what_nothing_can_take_is_left_over():
    result = budget(("講師費", 2000, 3)).rescaled_to(5000)
    assert figures(result) == [(2000, 2)]
    assert result.left_over == 1000


def test_extras_stay_within_their_share_of_the_rest():
    # 雜支 was exactly 6 % of 小計; 小計 falls to 8,000, of which 6 % is 480.
    result = budget(("講師費", 2000, 5), miscellaneous=600).rescaled_to(9000)
    assert figures(result) == [(2000, 4)]
    assert result.budget.miscellaneous == 480
    assert result.left_over == 520


def test_half_pieces_stay_half_pieces():
    result = budget(("諮詢費", 1000, Decimal("2.5"))).rescaled_to(1600)
    assert figures(result) == [(1000, Decimal("1.6"))]


@pytest.mark.parametrize("approved", ["31,000", 29_501])
def test_more_than_asked_is_refused(approved: Any):
    with pytest.raises(AmountError, match="高於申請的合計 29,500 元"):
        budget(("講師費", 2000, 14), miscellaneous=1500).rescaled_to(approved)


def test_nothing_to_cut_is_said():
    with pytest.raises(AmountError, match="還沒有任何金額"):
        budget().rescaled_to(0)
    result = budget(("講師費", 2000, 14)).rescaled_to(28_000)
    assert result.changes == ()


def test_figures_given_beside_the_old_ones_are_dropped():
    facts = {
        "學校名稱": "花蓮縣宜昌國小",
        "學年度": 112,
        "合計": 6000,
        "經費項目": [{"項目": "講師費", "單價": 2000, "數量": 3, "總價": 6000}],
    }
    result = BudgetEstimate.load(facts).rescaled_to(4000)
    assert [found for found in result.budget.check() if not found.rule] == []


def test_a_line_with_only_a_total_takes_its_share_as_that():
    asked = BudgetEstimate(
        school="花蓮縣宜昌國小",
        lines=[
            BudgetLine(item="講師費", total=6000),  # of which nobody knows the rate
            BudgetLine(item="材料", unit_price=100, quantity=40),
        ],
    )
    result = asked.rescaled_to(5000)
    assert [line.total for line in result.budget.lines] == [3000, 2000]
    assert [str(change) for change in result.changes] == [
        "經費項目第 1 項「總價」：6,000 → 3,000",
        "經費項目第 2 項「數量」：40 → 20",
    ]
    assert asked.lines[0].total == 6000


@pytest.mark.parametrize(
    "key",
    [
        "school_based/budget_estimate",
        "school_based/implementation_plan",
        "leader_workshop/workshop_budget",
        "active_teaching/programme_budget",
        "active_teaching/development_budget",
        "learning_community/community_budget",
    ],
)
@pytest.mark.parametrize("percent", [0, 33, 90, 100])
def test_every_budget_can_be_cut(key: str, percent: int):
    sample: Any = get_form(key).sample()
    approved = sample.total * percent // 100
    result = sample.rescaled_to(approved)
    assert (result.budget.total or 0) + result.left_over == approved
    assert result.budget.to_bytes()


prices = st.integers(0, 5000)
quantities = st.integers(0, 60) | st.decimals(0, 20, places=1).map(lambda d: d)
lines = st.lists(
    st.tuples(st.sampled_from(["講師費", "材料", "印刷費"]), prices, st.integers(0, 60))
)


@given(lines, st.none() | st.integers(0, 3000), st.data())
def test_any_budget_and_any_approved_sum(rows: Any, extras: int | None, data: st.DataObject):
    asked = budget(*rows, miscellaneous=extras)
    if not asked.total:
        return
    approved = data.draw(st.integers(0, asked.total))
    result = asked.rescaled_to(approved)
    assert (result.budget.total or 0) + result.left_over == approved
    for before, after in zip(asked.lines, result.budget.lines, strict=True):
        assert (after.total or 0) <= (before.total or 0)
        assert after.quantity <= before.quantity
        if before.item == "講師費":
            assert after.unit_price == before.unit_price
    if extras is not None:
        assert result.budget.miscellaneous <= extras
    if approved == asked.total:
        assert result.changes == ()
