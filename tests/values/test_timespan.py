"""Times of day: the spellings read, the one printed, and how long they are."""

from decimal import Decimal

import pytest

from jingjin_forms.values.timespan import TimeSpan


@pytest.mark.parametrize(
    "given",
    [
        "09:00-12:00",
        "9:00-12:00",
        " 09:00 - 12:00 ",
        "09:00~12:00",
        "９：００～１２：００",
        "09:00〜12:00",
        "09:00至12:00",
        "09:00到12:00",
        "09:00–12:00",
        "09:00—12:00",
        "09:00──12:00",
        "0900-1200",
        "9時至12時",
        "9點-12點",
        "9時00分至12時",
    ],
)
def test_every_spelling_is_printed_alike(given: str):
    assert str(TimeSpan(given)) == "09:00-12:00"
    assert TimeSpan(given) == TimeSpan("09:00-12:00")


@pytest.mark.parametrize("between", ["、", "、 ", "，", ",", "；", "/", " ", "\n"])
def test_several_spans_a_day(between: str):
    span = TimeSpan(f"09:00-12:00{between}13:00-16:30")
    assert str(span) == "09:00-12:00、13:00-16:30"
    assert span.各段 == ("09:00-12:00", "13:00-16:30")
    assert (span.minutes, span.hours) == (390, Decimal("6.5"))


def test_a_span_is_read_again_and_shown():
    span = TimeSpan("13:30-15:00")
    assert TimeSpan(span) == TimeSpan(str(span)) == span
    assert repr(span) == "TimeSpan('13:30-15:00')"


@pytest.mark.parametrize(
    ("given", "hours", "lessons"),
    [
        ("09:00-12:00", "3", 4),
        ("13:30-15:00", "1.5", 2),
        ("08:00-18:00", "10", 13),  # 6 × 90 minutes, and 60
        ("10:00-10:45", "0.75", 0),
        ("10:00-10:49", "0.82", 0),
        ("10:00-10:50", "0.83", 1),  # 50 ÷ 60 = 0.8333…
        ("10:00-11:29", "1.48", 1),
        ("10:00-11:30", "1.5", 2),
        ("13:30-15:10", "1.67", 2),  # 100 ÷ 60 = 1.6666…
        ("13:30-15:49", "2.32", 2),
        ("13:30-15:50", "2.33", 3),  # 90 + 50
        ("13:30-16:00", "2.5", 3),
        ("09:00-12:00、13:00-16:00", "6", 8),
        ("09:00-09:50、10:00-10:50", "1.67", 2),  # each by itself
        ("10:05-10:45、11:00-11:10", "0.83", 0),
    ],
)
def test_hours_and_lessons(given: str, hours: str, lessons: int):
    span = TimeSpan(given)
    assert str(span.hours) == hours
    assert span.lessons == lessons


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("", "空白"),
        (None, "空白"),
        ("  ", "讀不懂"),
        ("整天", "「整天」讀不懂"),
        ("13:30", "「13:30」讀不懂"),
        ("09:00-", "讀不懂"),
        ("9:0-12:00", "讀不懂"),
        ("09:00-12:00共3小時", "讀不懂"),
        ("09:0012:00", "讀不懂"),
        (0.375, "讀不懂"),
        (900, "讀不懂"),
        ("下午1:30-3:30", "24 小時制"),
        ("1:30-3:30 PM", "24 小時制"),
        ("09:60-12:00", "沒有「09:60」這個時間"),
        ("22:00-24:00", "沒有「24:00」這個時間"),
        ("12:00-09:00", "「12:00-09:00」的結束不晚於開始"),
        ("09:00-09:00", "結束不晚於開始"),
        ("09:00-12:00、11:59-13:00", "重疊或前後顛倒"),
        ("13:00-16:00、09:00-12:00", "重疊或前後顛倒"),
    ],
)
def test_what_is_no_time_says_why(given: object, said: str):
    with pytest.raises(ValueError, match=said):
        TimeSpan(given)


def test_spans_may_follow_without_a_break():
    assert TimeSpan("09:00-12:00、12:00-13:00").minutes == 240


def test_a_long_text_is_refused_at_once():
    with pytest.raises(ValueError, match="讀不懂"):
        TimeSpan("09:00-12:00" + " " * 100_000 + "x")
