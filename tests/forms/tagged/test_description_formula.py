"""Formulas in words: what they give, exactly, and where one that cannot be read is wrong."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jingjin_forms.forms.tagged.formula import FormulaFault, parse_formula

KNOWN: dict[str, Any] = {
    "單價": 1000,
    "數量": Decimal("1.5"),
    "小計": 350,
    "雜支": None,
    "零": 0,
    "經費項目": [{"總價": 100}, {"總價": None}, {"總價": 250}],
    "空的": [],
    "聯絡人": {"人數": 7},
    "備註(元)": 5,
}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("單價 × 數量", 1500),
        ("單價*數量", 1500),
        ("經費項目.總價 的合計", 350),
        ("經費項目.總價的合計", 350),
        ("經費項目.總價 的 總和", 350),
        ("經費項目.總價 的平均", 175),
        ("經費項目.總價 的最大", 250),
        ("經費項目.總價 的最小", 100),
        ("經費項目 的筆數", 3),
        ("小計 + 雜支", 350),
        ("小計 - 50 × 2", 250),
        ("(小計 − 50) × 2", 600),
        ("（小計－50）×2", 600),
        ("小計 ÷ 3", Fraction(350, 3)),
        ("小計 ÷ 3 × 3", 350),
        ("捨去(小計 × 90.5%)", 316),
        ("進位(小計 × 90.5%)", 317),
        ("四捨五入(小計 × 1.5 ÷ 2)", 263),
        ("四捨五入(5 ÷ 2)", 3),
        ("聯絡人.人數 × 2", 14),
        ("「備註(元)」 × 2", 10),
        ("1,000 + 小計", 1350),
        ("國字大寫(小計 - 50)", "參佰元整"),
    ],
)
def test_what_a_formula_gives(text: str, value: object):
    assert parse_formula(text).work(KNOWN) == value


@pytest.mark.parametrize(
    "text",
    [
        "雜支 + 雜支",
        "雜支 × 單價",
        "單價 ÷ 零",
        "雜支 + 100",
        "空的.總價 的合計",
        "空的 的筆數",
        "國字大寫(雜支)",
    ],
)
def test_where_something_is_missing_nothing_is_worked_out(text: str):
    assert parse_formula(text).work(KNOWN) is None


def test_whose_value_it_is_and_what_it_uses():
    formula = parse_formula("合計 = 經費項目.總價 的合計 + 單價 × 數量")
    assert (formula.label, formula.told) == ("合計", "經費項目.總價 的合計 + 單價 × 數量")
    assert [use.path for use in formula.uses] == [("經費項目", "總價"), ("單價",), ("數量",)]
    assert [use.is_factor for use in formula.uses] == [False, True, True]
    assert parse_formula("國字大寫(合計)").gives_text


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", r"第 1 字：計算式在這裡就結束了"),
        ("小計 +", r"第 5 字：計算式在這裡就結束了"),
        ("小計 ++ 1", r"第 5 字：這裡要是欄位或數字，不是「\+」"),
        ("小計 雜支", r"第 4 字：不應該有「雜支」"),
        ("(小計", r"第 4 字：這裡少了「\)」"),
        ("小計)", r"第 3 字：不應該有「\)」"),
        ("sqrt(小計)", r"第 1 字：這裡不能用「sqrt\(…\)」；可用的有：捨去"),
        ("國字大寫(小計) + 1", r"第 10 字：不應該有「\+」"),
        ("1 + 國字大寫(小計)", r"第 5 字：這裡不能用「國字大寫\(…\)」；國字大寫要寫在最外面"),
        ("經費項目.", r"第 6 字：這裡要是欄位名稱"),
        ("經費項目 的 乘積", r"第 8 字：「的」後面可以是：合計"),
        ("小計 % 2", r"第 4 字：看不懂「%」"),
        ("小計，雜支", r"第 3 字：看不懂「，」"),
        ("(" * 30 + "1" + ")" * 30, r"第 21 字：括號一層包一層太深"),
        ("1+" * 200, r"太長（最多 300 字）"),
    ],
)
def test_a_formula_that_cannot_be_read_says_where(text: str, message: str):
    with pytest.raises(FormulaFault, match=message):
        parse_formula(text)


@given(st.text(alphabet="單價數量小計的合.×÷+-()（）=%「」1 2,", max_size=30))
def test_any_text_is_a_formula_or_a_fault(text: str):
    try:
        value = parse_formula(text).work(KNOWN)
    except FormulaFault:
        return
    assert value is None or isinstance(value, Fraction)


@given(*[st.integers(0, 10**9)] * 2, st.decimals(0, 1000, places=2))
def test_money_is_exact(a: int, b: int, c: Decimal):
    known = {"甲": a, "乙": b, "丙": c}
    assert parse_formula("甲 × 丙 + 乙").work(known) == Fraction(a) * Fraction(c) + b
