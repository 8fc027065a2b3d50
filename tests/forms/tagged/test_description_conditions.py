"""Conditions in words: when they hold, and what is said of one that cannot be read."""

from typing import Any

import pytest

from jingjin_forms.forms.tagged.conditions import parse_condition

FORM: dict[str, Any] = {
    "申辦情形": "續辦",
    "人數": 30,
    "辦理方式": ("線上", "實體"),
    "備註": " ",
    "同意": True,
    "聯絡人": {"姓名": "陳小明"},
}
ROW = {"項目": "印刷費（手冊）", "單價": 500}


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("申辦情形 = 續辦", True),
        ("申辦情形=續辦", True),
        ("申辦情形 是 續辦", True),
        ("申辦情形 ≠ 續辦", False),
        ("申辦情形 不是 新辦", True),
        ("辦理方式 = 實體", True),
        ("辦理方式 = 戶外", False),
        ("人數 >= 30", True),
        ("人數 > 30", False),
        ("人數 <= 29", False),
        ("人數 < 1,000", True),
        ("人數 = 30", True),
        ("同意 = 是", True),
        ("備註 有填", False),
        ("備註 沒填", True),
        ("聯絡人.姓名 含 小明", True),
        ("項目 含 印刷", True),
        ("項目 不含 印刷", False),
        ("項目 含 印刷 且 單價 > 400", True),
        ("項目 含 印刷 且 人數 > 400", False),
        ("單價 > 900 或 人數 = 30", True),
    ],
)
def test_conditions(text: str, holds: bool):
    assert parse_condition(text).holds(ROW, FORM) is holds


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("續辦", "看不懂條件「續辦」"),
        ("申辦情形 =", "看不懂條件"),
        ("人數 > 很多", "「>」後面要是數字，不是「很多」"),
        ("甲 = 1 且 乙 = 2 或 丙 = 3", "「且」與「或」不能混在一個條件裡"),
    ],
)
def test_a_condition_that_cannot_be_read(text: str, message: str):
    with pytest.raises(ValueError, match=message):
        parse_condition(text)
