"""年度: what is read, what is refused, what is printed."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jingjin_forms.errors import DateError
from jingjin_forms.values.budget_year import BudgetYear
from jingjin_forms.values.roc import SchoolYear


@pytest.mark.parametrize(
    "value",
    [103, 103.0, "103", "103.0", "103年度", "民國 103 年", "１０３年度", BudgetYear(103)],
    ids=repr,
)
def test_read(value: object):
    year = BudgetYear(value)
    assert (year, str(year), repr(year)) == (103, "103", "BudgetYear(103)")
    assert (year.school_year, type(year.school_year)) == (102, SchoolYear)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("102學年度", "是學年度，這裡填年度；"),
        ("102學年", "是學年度"),
        (2014, "西元年；"),
        (1, "不在 2 到 999"),
        (1000, "不在 2 到 999"),
        ("", "空白"),
        (None, "空白"),
        (True, "不是年度；"),
        (103.5, "不是年度"),
        ("一百零三", "不是年度"),
        ("1" * 5000, "不是年度"),
        ([103], "不是年度"),
    ],
    ids=lambda value: repr(value)[:20],
)
def test_refused(value: object, said: str):
    with pytest.raises(DateError, match=said):
        BudgetYear(value)


@given(st.integers(2, 999))
def test_printed_and_read_back(number: int):
    year = BudgetYear(number)
    assert BudgetYear(str(year)) == BudgetYear(f"{year}年度") == year
    assert BudgetYear.of_school_year(year.school_year) == year


@given(st.text(max_size=6) | st.integers() | st.floats())
def test_nothing_else_is_raised(value: object):
    with contextlib.suppress(DateError):
        assert 2 <= BudgetYear(value) <= 999
