"""Amounts written one digit to a cell."""

import pytest

from jingjin_forms.errors import AmountError
from jingjin_forms.values.amount import Money
from jingjin_forms.values.digit_cells import PLACES, digit_of


def digits(amount: int, highest: str = "萬") -> list[str]:
    shown = list(reversed(PLACES[: PLACES.index(highest) + 1]))
    return [digit_of(Money(amount), place, is_highest=place == highest) for place in shown]


@pytest.mark.parametrize(
    ("amount", "cells"),
    [
        (12305, ["1", "2", "3", "0", "5"]),
        (305, ["", "", "3", "0", "5"]),
        (1000, ["", "1", "0", "0", "0"]),
        (0, ["", "", "", "", "0"]),
        (99_999, ["9", "9", "9", "9", "9"]),
    ],
)
def test_digits_stand_at_the_right(amount: int, cells: list[str]) -> None:
    assert digits(amount) == cells


def test_an_amount_that_the_cells_cannot_hold() -> None:
    with pytest.raises(AmountError, match="100,000 寫不進表上的數字格：最左邊的一格是「萬」"):
        digits(100_000)


def test_behind_the_dollars_stands_nothing() -> None:
    assert [digit_of(Money(305), part) for part in ("角", "分")] == ["0", "0"]


def test_a_cell_that_nobody_knows() -> None:
    with pytest.raises(AmountError, match="不是「厘」"):
        digit_of(Money(305), "厘")
