"""Texts and counts as people, programs and spreadsheets give them."""

import datetime
from decimal import Decimal
from typing import Any

import pytest

from jingjin_forms import Contact, FactsError, RocDate
from jingjin_forms.programmes.school_based.forms.orid_feedback import OridFeedback
from jingjin_forms.values.text import read_count, read_text


@pytest.mark.parametrize(
    "text",
    [
        " 兩邊 ",
        "一\n二\r\n三\x0b四\t五",
        "\u3000全形　空白",
        "\u202b右到左\u202c\u200f",
        "👩‍🏫🏳️‍🌈𠮷",
        "&<>\"']]>{{ x }}{% raw %}",
        "   ",
        "字" * 100_000,
        "\u0085\u2028\u2029\ufeff",
    ],
)
def test_a_text_is_kept_exactly(text: str):
    assert read_text(text) == text
    form = OridFeedback(school="花蓮縣宜昌國小", objective=text)
    assert form.context()["Objective"] == text


@pytest.mark.parametrize(
    "code", [0, 8, 0x0C, 0x1F, 0xD800, 0xDFFF, 0xFFFE, 0xFFFF], ids="U+{:04X}".format
)
def test_what_word_cannot_hold_is_refused_by_label_and_place(code: int):
    with pytest.raises(FactsError, match=rf"「Objective」.*第 3 個字元 U\+{code:04X}"):
        OridFeedback(school="花蓮縣宜昌國小", objective=f"甲乙{chr(code)}")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (38462860, "38462860"),
        (38560123.0, "38560123"),
        (-0.0, "0"),
        (1.5, "1.5"),
        (1e15, "1000000000000000"),
        (0.00001, "0.00001"),
        (Decimal("2.50"), "2.50"),
        (Decimal("1E+3"), "1000"),
        (datetime.date(2023, 9, 20), "112年9月20日"),
        (datetime.datetime(2023, 9, 20), "112年9月20日"),
        (RocDate(2023, 9, 20), "112年9月20日"),
    ],
)
def test_numbers_and_dates_given_for_a_text(value: Any, text: str):
    assert read_text(value) == text
    assert Contact(phone=value).phone == text


@pytest.mark.parametrize(
    "value",
    [
        True,
        False,
        float("nan"),
        float("inf"),
        Decimal("NaN"),
        Decimal("sNaN"),
        b"x",
        [],
        {},
        10**50,
    ],
    ids=repr,
)
def test_what_is_no_text(value: Any):
    with pytest.raises(ValueError, match=r"要填文字。"):
        read_text(value)


@pytest.mark.parametrize(
    ("value", "count"),
    [
        (0, 0),
        (24, 24),
        (12.0, 12),
        ("24", 24),
        (" ２４ ", 24),
        ("1,200", 1200),
        ("12.0", 12),
        ("007", 7),
    ],
)
def test_counts(value: Any, count: int):
    assert read_count(value) == count


@pytest.mark.parametrize(
    "value",
    [
        True,
        -1,
        1.5,
        "",
        "24元",
        "1_000",
        "12,00",
        "1.5",
        "-3",
        "²",
        "٣",
        10**9,
        "9" * 5000,
        None,
        [],
        b"1",
    ],
    ids=lambda value: repr(value)[:12],
)
def test_what_is_no_count(value: Any):
    with pytest.raises(ValueError, match=r"要填整數，例如 6。"):
        read_count(value)
