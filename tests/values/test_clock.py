"""Times of the clock: what names one, what does not, and how it is printed."""

from datetime import date, datetime, time

import pytest

from jingjin_forms.errors import DateError
from jingjin_forms.values.clock import (
    ClockTime,
    format_minutes,
    format_roc_moment,
    parse_roc_moment,
)


@pytest.mark.parametrize(
    ("words", "expected", "printed"),
    [
        ("下午5時", time(17), "下午5時"),
        ("下午 5時", time(17), "下午5時"),
        ("17：00", time(17), "17:00"),
        ("17時1分", time(17, 1), "17時1分"),
        ("下午5點半", time(17, 30), "下午5點半"),
        ("中午12時", time(12), "中午12時"),
        ("下午12時30分", time(12, 30), "下午12時30分"),
        ("晚上11:59", time(23, 59), "晚上11:59"),
        ("上午9時", time(9), "上午9時"),
        ("0:00", time(0), "0:00"),
        (time(17, 5), time(17, 5), "17:05"),
        (ClockTime("下午5時"), time(17), "下午5時"),
    ],
)
def test_reads_and_prints_as_given(words: object, expected: time, printed: str):
    clock = ClockTime(words)
    assert (clock.time, str(clock)) == (expected, printed)


@pytest.mark.parametrize(
    "words",
    [
        "24:00",
        "17:60",
        "5",
        "上午12時",
        "晚上12時",
        "中午1時",
        "",
        None,
        17,
        "下午",
        "17:1",
        "五時",
    ],
)
def test_what_names_no_time_is_refused(words: object):
    with pytest.raises(DateError, match="17:00"):
        ClockTime(words)


def test_equal_times_are_equal_whatever_their_words():
    assert ClockTime("下午5時") == ClockTime("17:00")
    assert ClockTime("下午5時") != ClockTime("5時")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("112年3月17日", date(2023, 3, 17)),
        ("112-03-17", date(2023, 3, 17)),
        ("1120317", date(2023, 3, 17)),
        ("112-03-17 17:01", datetime(2023, 3, 17, 17, 1)),
        ("112年3月17日17時1分", datetime(2023, 3, 17, 17, 1)),
        ("112年3月17日 下午5時1分", datetime(2023, 3, 17, 17, 1)),
        ("112/3/17(五) 17：01", datetime(2023, 3, 17, 17, 1)),
        ("112年3月17日星期五17:01", datetime(2023, 3, 17, 17, 1)),
        ("2023-03-17T17:01:30", datetime(2023, 3, 17, 17, 1, 30)),
        ("112.3.17 0:00", datetime(2023, 3, 17)),
    ],
)
def test_a_day_or_a_point_of_time(text: str, expected: date):
    read = parse_roc_moment(text)
    assert (type(read), read) == (type(expected), expected)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("三月", "讀不懂日期「三月」"),
        ("112年3月17日(四) 17:01", "請改成(五)"),
        ("112年3月17日 25:00", "沒有「25:00」這個時間"),
        ("112年3月17日 17:01 前", "或日期與時間"),
        ("17:01", "或日期與時間"),
        ("112-02-30 17:01", "不存在"),
        ("", "空白"),
    ],
)
def test_what_is_neither_is_refused(text: str, told: str):
    with pytest.raises(DateError) as caught:
        parse_roc_moment(text)
    assert told in str(caught.value)


def test_a_moment_is_printed_with_its_time():
    assert format_roc_moment(datetime(2023, 3, 17, 9, 5)) == "112年3月17日09:05"
    assert format_roc_moment(date(2023, 3, 17)) == "112年3月17日"


@pytest.mark.parametrize(
    ("moment", "minutes"),
    [
        (datetime(2023, 3, 17, 16, 59), -1),
        (datetime(2023, 3, 17, 17), 0),
        (datetime(2023, 3, 17, 17, 0, 1), 1),
        (datetime(2023, 3, 17, 17, 1), 1),
        (datetime(2023, 3, 18, 17), 24 * 60),
    ],
)
def test_minutes_past(moment: datetime, minutes: int):
    assert ClockTime("下午5時").minutes_past(date(2023, 3, 17), moment) == minutes


@pytest.mark.parametrize(
    ("minutes", "told"),
    [(1, "1 分鐘"), (59, "59 分鐘"), (60, "1 小時"), (125, "2 小時 5 分鐘")],
)
def test_minutes_are_told_in_hours(minutes: int, told: str):
    assert format_minutes(minutes) == told
