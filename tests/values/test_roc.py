"""ROC dates, periods and school years: what is read, what is refused, what is printed."""

import contextlib
import copy
import datetime
import itertools
import pickle
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from jingjin_forms.errors import DateError
from jingjin_forms.values.roc import (
    RocDate,
    RocPeriod,
    SchoolYear,
    format_roc_date,
    format_roc_period,
    parse_roc_date,
)

MARCH_17 = datetime.date(2023, 3, 17)
DAYS = st.dates(datetime.date(1912, 1, 1), datetime.date(2910, 12, 31))
FULL_WIDTH = str.maketrans("0123456789/-.()", "０１２３４５６７８９／－．（）")
PROTOCOLS = range(pickle.HIGHEST_PROTOCOL + 1)


def spellings(day: datetime.date) -> list[str]:
    """The accepted ways to write a day, written out without the code under test."""
    year, month, date = day.year - 1911, day.month, day.day
    weekday = "一二三四五六日"[day.weekday()]
    spoken = weekday.replace("日", "天")
    plain = f"{year}年{month}月{date}日"
    texts = [
        plain,
        f"{year}年{month:02d}月{date:02d}日",
        f"{plain}({weekday})",
        f"{plain}（星期{weekday}）",
        f"{plain}(週{weekday})",
        f"{plain}周{weekday}",
        f"{plain} 禮拜{spoken}",
        f"民國{plain}",
        f"中 華 民 國 {year} 年 {month} 月 {date} 日",
        f"{year}.{month:02d}.{date:02d}",
        f"{year}/{month}/{date}",
        f"{year}/{month}/{date}({weekday})",
        f"{year:03d}-{month:02d}-{date:02d}",
        f"{year:03d}{month:02d}{date:02d}",
        f"民國{year:03d}{month:02d}{date:02d}",
        f"\u3000{year} 年{month}月 {date}日 ({weekday})\n",
        f"{day.year}-{month:02d}-{date:02d}",
        f"{day.year}/{month}/{date}",
        f"{day.year}年{month}月{date}日",
        f"西元{day.year}年{month}月{date}日",
        f"{day.isoformat()} 00:00:00",
        f"{day.isoformat()}T00:00:00",
        f"{day.isoformat()} 0:00",
    ]
    return texts + [text.translate(FULL_WIDTH) for text in texts[:-3]]


@given(DAYS)
def test_every_spelling_names_the_day(day: datetime.date):
    for text in spellings(day):
        assert RocDate(text) == day, text
        assert parse_roc_date(text) == day
    assert RocDate(RocDate(day).with_weekday) == RocDate(str(RocDate(day))) == day


def test_every_calendar_day_of_a_leap_year():
    first = datetime.date(2024, 1, 1)
    for offset in range(366):
        day = first + datetime.timedelta(offset)
        assert str(RocDate(day)) == f"113年{day.month}月{day.day}日"
        assert RocDate(int(f"113{day:%m%d}")) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("112年3月17日(五)", MARCH_17),
        ("99/3/1", datetime.date(2010, 3, 1)),
        ("1/1/1", datetime.date(1912, 1, 1)),
        ("民國元年", None),
        ("113年2月29日", datetime.date(2024, 2, 29)),
        ("0990301", datetime.date(2010, 3, 1)),
        ("999/12/31", datetime.date(2910, 12, 31)),
    ],
)
def test_dates_by_hand(text: str, day: datetime.date | None):
    if day is None:
        with pytest.raises(DateError):
            RocDate(text)
    else:
        assert RocDate(text) == day


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("112年2月30日", "不存在"),
        ("112年2月29日", "不存在"),
        ("112/13/1", "不存在"),
        ("112/0/1", "不存在"),
        ("1120399", "不存在"),
        ("112年3月17日(四)", "是星期五；請改成\\(五\\)"),
        ("112年3月17日星期日", "是星期五"),
        ("112/3/17（天）", "是星期五"),
        ("2023-03-17(六)", "是星期五"),
        ("1911-12-31", "早於民國元年"),
        ("0112/3/17", "早於民國元年"),
        ("民國前1年3月17日", "民國元年以前"),
        ("民前 1 年 3 月 17 日", "民國元年以前"),
        (datetime.date(1911, 12, 31), "早於民國元年"),
        ("0/3/17", "從 1 起"),
        ("000年3月17日", "從 1 起"),
        ("民國2023年3月17日", "與「民國」不合"),
        ("西元112年3月17日", "與「西元」不合"),
        ("一百二年三月十七日", "國字數字；請改用阿拉伯數字"),
        ("112年一二月三日", "阿拉伯數字"),
        ("112年3五月17日", "阿拉伯數字"),
        ("112年十3月17日", "阿拉伯數字"),
        ("112年二十二三日", "阿拉伯數字"),
        ("一百十二年二月三十日", "不存在"),
        ("一百十二年三月十七日(四)", "是星期五"),
        ("3月17日", "沒有年份"),
        ("3/17", "沒有年份"),
        ("112年3月17日 09:30", "帶有時間"),
        ("2023-03-17T09:30:00", "帶有時間"),
        (datetime.datetime(2023, 3, 17, 9, 30), "帶有時間"),
        ("112年3月17日17時", "帶有時間；請只填日期"),
        ("112/3/17 17:00", "帶有時間"),
        ("112年3月17日(五)下午5時", "帶有時間"),
        ("112年3月17日(五) 5 PM", "帶有時間"),
        ("一百十二年三月十七日下午五時", "帶有時間"),
        ("", "空白"),
        (" \u3000", "空白"),
        (None, "空白"),
        ("即日起", "讀不懂"),
        ("112年3月", "讀不懂"),
        ("112/3/17-18", "讀不懂"),
        ("112/3-17", "讀不懂"),
        ("112年3月17日五", "讀不懂"),
        ("112年3月17日(五", "讀不懂"),
        ("112年3月17日(八)", "讀不懂"),
        ("112317", "讀不懂"),
        ("20230317", "讀不懂"),
        ("12023/3/17", "讀不懂"),
        ("112/3/1²", "讀不懂"),
        ("١١٢/٣/١٧", "讀不懂"),
        ("-112/3/17", "讀不懂"),
        (True, "不是日期"),
        (40178, "不是日期"),
        (54789.0, "不是日期"),
        (1120317.0, "不是日期"),
        (float("nan"), "不是日期"),
        (b"\x07\xe7\x03\x11", "不是日期"),
        ((2023, 3, 17), "不是日期"),
    ],
    ids=repr,
)
def test_dates_refused(value: object, said: str):
    with pytest.raises(DateError, match=said) as caught:
        RocDate(value)
    assert "；" in str(caught.value), "no remedy"


@given(DAYS, st.integers(0, 6))
def test_a_weekday_is_right_or_refused(day: datetime.date, weekday: int):
    text = f"{RocDate(day)}({'一二三四五六日'[weekday]})"
    if weekday == day.weekday():
        assert RocDate(text) == day
    else:
        with pytest.raises(DateError, match="星期不對"):
            RocDate(text)


@given(DAYS, st.data())
def test_a_mutated_date_is_refused_or_names_its_own_figures(
    day: datetime.date, data: st.DataObject
):
    text = list(data.draw(st.sampled_from(spellings(day)[:20])))
    place = data.draw(st.integers(0, len(text) - 1))
    kind = data.draw(st.sampled_from(["delete", "insert", "replace", "swap"]))
    if kind == "delete":
        del text[place]
    elif kind == "swap":
        other = data.draw(st.integers(0, len(text) - 1))
        text[place], text[other] = text[other], text[place]
    else:
        character = data.draw(st.sampled_from("0123456789年月日/-. ()五²０民x"))
        text[place : place + (kind == "replace")] = [character]
    mutated = "".join(text)
    try:
        read = RocDate(mutated)
    except DateError:
        return
    plain = "".join(unicodedata.normalize("NFKC", mutated).split())
    figures = re.findall("[0-9]+", re.sub("五(?=[年月日])", "5", plain))
    if len(figures) == 1:
        assert figures == [f"{read.roc_year:03d}{read:%m%d}"]
    else:
        year = read.year if len(figures[0]) == 4 else read.roc_year
        assert [int(figure) for figure in figures] == [year, read.month, read.day]
    in_brackets = re.search(r"[(（星期週周禮拜]([一二三四五六日天])", mutated)
    if in_brackets:
        assert in_brackets[1].replace("天", "日") == "一二三四五六日"[read.weekday()]


@given(st.text(max_size=8) | st.text("0123456789年月日/-. ", max_size=6))
def test_junk_is_not_a_date(text: str):
    given_text = unicodedata.normalize("NFKC", text)
    with contextlib.suppress(DateError):
        read = RocDate(text)
        if re.fullmatch("[0-9]{5}", number := "".join(given_text.split())):  # as Excel has days
            assert read == datetime.date(1899, 12, 30) + datetime.timedelta(int(number))
            return
        assert all(figure in given_text for figure in re.findall("[0-9]+", str(read)))


def in_words(number: int) -> list[str]:
    """A number up to 999 as Chinese writes it, by hand."""
    ones = " 一二三四五六七八九"
    hundreds, tens, one = number // 100, number // 10 % 10, number % 10
    tail = ones[one].strip()
    if not hundreds:
        return [("" if tens < 1 else "十" if tens == 1 else ones[tens] + "十") + tail]
    head = ones[hundreds] + "百"
    if not tens:
        return [head + "零" + tail, head + "〇" + tail] if one else [head]
    spelt = [head + ones[tens] + "十" + tail]
    return [*spelt, head + "十" + tail] if tens == 1 else spelt


@given(DAYS)
def test_dates_in_chinese_numerals(day: datetime.date):
    year = day.year - 1911
    ((month,), (date,)) = in_words(day.month), in_words(day.day)
    one_by_one = "".join("○一二三四五六七八九"[int(figure)] for figure in str(year))
    years = [*in_words(year), one_by_one] if year >= 20 or year <= 10 else in_words(year)
    for written in years:
        assert RocDate(f"{written}年{month}月{date}日") == day, written
        assert RocDate(f"中華民國 {written} 年 {month} 月 {date} 日") == day
        assert RocDate(f"{year}年{month}月{date}日{RocDate(day).with_weekday[-3:]}") == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("一百十二年三月十七日", MARCH_17),
        ("中華民國一百一十二年三月十七日", MARCH_17),
        ("民國一一二年三月十七日（星期五）", MARCH_17),
        ("壹佰壹拾貳年參月拾柒日", MARCH_17),
        ("112年三月17日", MARCH_17),
        ("二〇二三年三月十七日", MARCH_17),
        ("民國元年元月一日", datetime.date(1912, 1, 1)),
        ("112年元月廿三日", datetime.date(2023, 1, 23)),
        ("一一二年一月卅一日", datetime.date(2023, 1, 31)),
        ("一百零二年十二月三十一日", datetime.date(2013, 12, 31)),
    ],
)
def test_chinese_numerals_by_hand(text: str, day: datetime.date):
    assert RocDate(text) == day


def test_figures_are_western_years():
    assert RocDate(2023, 3, 17) == RocDate(year=2023, month=3, day=17) == MARCH_17
    with pytest.raises(DateError, match="早於民國元年"):
        RocDate(112, 3, 17)
    with pytest.raises(DateError, match="「2023-2-30」不存在"):
        RocDate(2023, 2, 30)
    assert RocDate(datetime.datetime(2023, 3, 17)) == MARCH_17


def test_printed():
    date = RocDate(2023, 3, 5)
    assert str(date) == f"{date}" == "112年3月5日"
    assert date.with_weekday == date.含星期 == "112年3月5日(日)"
    assert (date.roc_year, date.年, date.月, date.日) == (112, 112, 3, 5)
    assert date.isoformat() == f"{date:%Y-%m-%d}" == "2023-03-05"
    assert repr(date) == "RocDate(2023, 3, 5)"
    assert format_roc_date(MARCH_17) == "112年3月17日"
    assert format_roc_date(MARCH_17, weekday=True) == "112年3月17日(五)"
    assert format_roc_date(None) == format_roc_date(None, weekday=True) == "  年  月  日"


def test_a_roc_date_is_a_date():
    date = RocDate(MARCH_17)
    assert date == MARCH_17
    assert hash(date) == hash(MARCH_17)
    assert {MARCH_17: "x"}[date] == "x"
    assert date < datetime.date(2023, 3, 18) <= RocDate("112/3/18")
    assert str(date + datetime.timedelta(15)) == "112年4月1日"
    assert date - MARCH_17 == datetime.timedelta(0)
    assert str(date.replace(day=1)) == "112年3月1日"
    assert isinstance(RocDate.today(), RocDate)
    assert str(RocDate.fromisoformat("2023-03-17")) == "112年3月17日"
    assert type(parse_roc_date("112/3/17")) is datetime.date


@pytest.mark.parametrize("protocol", PROTOCOLS)
@pytest.mark.parametrize(
    "value", [RocDate(MARCH_17), RocPeriod("112/8/1~113/6/30"), SchoolYear(112)], ids=repr
)
def test_pickle_and_copy(value: object, protocol: int):
    for again in (
        pickle.loads(pickle.dumps(value, protocol)),
        copy.copy(value),
        copy.deepcopy(value),
    ):
        assert again == value
        assert type(again) is type(value)
        assert str(again) == str(value)
        assert hash(again) == hash(value)


AUGUST_TO_JUNE = "112年8月1日至113年6月30日"


@pytest.mark.parametrize(
    "value",
    [
        AUGUST_TO_JUNE,
        "112年8月1日到113年6月30日",
        "112年8月1日(二) ~ 113年6月30日（日）",
        "112年8月1日～113年6月30日",
        "112/8/1-113/6/30",
        "112/08/01–113/06/30",
        "112.8.1—113.6.30",
        "112年8月1日——113年6月30日",
        "112-08-01-113-06-30",
        "2023-08-01-2024-06-30",
        "2023-08-01 - 113年6月30日",
        "自112年8月1日起至113年6月30日止",
        "112年8月1日起至113年6月30日止",
        "自 民國 112 年 8 月 1 日 至 113 年 6 月 30 日",
        "1120801-1130630",
        "112.8.1～113.6.30止",
        "112年8月1日起，至113年6月30日為止",
        "從112年8月1日至次年6月30日",
        "一百十二年八月一日起至一一三年六月三十日止",
        {"起": "112/8/1", "迄": datetime.date(2024, 6, 30)},
        {"迄": "113/6/30", "起": 1120801},
        {"start": "112/8/1", "end": "113/6/30"},
        ("112/8/1", "113/6/30"),
        [datetime.date(2023, 8, 1), datetime.date(2024, 6, 30)],
        RocPeriod(datetime.date(2023, 8, 1), "113年6月30日"),
    ],
    ids=str,
)
def test_periods_read(value: object):
    period = RocPeriod(value)
    assert period.start == period.起 == datetime.date(2023, 8, 1)
    assert period.end == period.迄 == datetime.date(2024, 6, 30)
    assert type(period.起) is type(period.迄) is RocDate
    assert str(period) == format_roc_period(period) == f"{period}" == AUGUST_TO_JUNE


@pytest.mark.parametrize(
    "text",
    [
        "112年8月1日至12月31日",
        "2023-08-01~12-31",
        "112-8-1-12-31",
        "112/8/1-12/31",
        "112.8.1~12.31(日)",
        "112年8月1日起至12月31日止",
        "112年8月1日至同年12月31日",
        "一百十二年八月一日至十二月三十一日",
        {"起": "112/8/1", "迄": "12/31"},
        ("112年8月1日", "12月31日"),
    ],
    ids=str,
)
def test_a_second_year_left_out_is_the_first(text: object):
    assert str(RocPeriod(text)) == "112年8月1日至112年12月31日"


@pytest.mark.parametrize(
    "text",
    [
        *("112年8月1日至5日", "112年8月1至5日", "112年8月1日(二)至5日(六)", "112/8/1-5"),
        *("112.8.1~5", "112-8-1~5", "112-8-1至5日", "112年八月一日至五日"),
    ],
)
def test_a_second_month_left_out_is_the_first(text: str):
    assert str(RocPeriod(text)) == "112年8月1日至112年8月5日"


@given(DAYS, st.integers(0, 40))
def test_what_the_second_date_leaves_out(first: datetime.date, days: int):
    last = first + datetime.timedelta(days)
    start, end = RocDate(first), f"{last.month}月{last.day}日"
    if last.year == first.year:
        assert RocPeriod(f"{start}至{end}") == RocPeriod(first, last)
    else:
        with pytest.raises(DateError, match=r"沒有寫年份.*早於起日"):
            RocPeriod(f"{start}至{end}")
    if (last.year, last.month) == (first.year, first.month):
        assert RocPeriod(f"{start}至{last.day}日") == RocPeriod(first, last)
    elif last.day < first.day:
        with pytest.raises(DateError, match=r"沒有寫年月.*早於起日"):
            RocPeriod(f"{start}至{last.day}日")


@given(st.text("自從112年三十月日起至到止~-./()五時:（ ", max_size=14))
def test_junk_is_not_a_period(text: str):
    with contextlib.suppress(DateError):
        period = RocPeriod(text)
        assert RocPeriod(str(period)) == period


@given(DAYS, DAYS)
def test_periods_read_back(one: datetime.date, other: datetime.date):
    start, end = sorted((one, other))
    period = RocPeriod(start, end)
    assert RocPeriod(str(period)) == period
    for joint in ("-", "~", " 至 ", "起至"):
        for first, last in itertools.product(spellings(start)[:18:3], spellings(end)[:18:3]):
            assert RocPeriod(first + joint + last) == period, first + joint + last
    assert one in period
    assert other in period


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("113年6月30日至112年8月1日", "早於起日"),
        ("112年8月1日至6月30日", "沒有寫年份.*112年6月30日，早於起日 112年8月1日；跨年"),
        ({"起": "112/8/1", "迄": "7/31"}, "沒有寫年份.*早於起日"),
        ("112年8月28日至5日", "沒有寫年月.*112年8月5日，早於起日 112年8月28日"),
        ("112年8月1日至同年7月31日", "早於起日"),
        ("112年2月1日至30日", "不存在"),
        ("112年8月1日(二)至5日(五)", "是星期六"),
        ("112-8-1-5", "讀不懂期間"),
        ("112年8月1日-5", "讀不懂期間"),
        ("112年8月至10月", "讀不懂期間"),
        ("112年8月1日8時至113年6月30日17時止", "帶有時間；請只填日期"),
        (("112/8/2", "112/8/1"), "早於起日"),
        ("112年2月30日至3月1日", "「112年2月30日」不存在"),
        ("112年8月1日(三)至113年6月30日", "是星期二"),
        ("112年8月1日至12月31日(六)", "是星期日"),
        ("112年8月1日", "讀不懂期間"),
        ("112年8月1日至", "讀不懂期間"),
        ("8月1日至12月31日", "讀不懂期間"),
        ("即日起至112年8月1日", "讀不懂期間"),
        ("112年8月1日至9月1日至10月1日", "讀不懂期間"),
        ("民國前1年8月1日至112年8月1日", "民國元年以前"),
        ("", "空白"),
        (None, "空白"),
        ({"起": "112/8/1"}, "不是期間"),
        ({"起": "112/8/1", "迄": "112/8/2", "x": 1}, "不是期間"),
        ({"起": "112/8/1", "迄": None}, "日期是空白"),
        (("112/8/1",), "不是期間"),
        (5, "不是期間"),
        (True, "不是期間"),
    ],
    ids=repr,
)
def test_periods_refused(value: object, said: str):
    with pytest.raises(DateError, match=said) as caught:
        RocPeriod(value)
    assert "；" in str(caught.value), "no remedy"


def test_period_as_a_value():
    period = RocPeriod("112/8/1~113/6/30")
    assert period == RocPeriod(AUGUST_TO_JUNE)
    assert hash(period) == hash(RocPeriod(AUGUST_TO_JUNE))
    assert period != RocPeriod("112/8/1~113/6/29")
    assert repr(period) == f"RocPeriod('{AUGUST_TO_JUNE}')"
    assert datetime.date(2023, 8, 1) in period
    assert datetime.datetime(2024, 6, 30, 23, 59) in period
    assert datetime.date(2023, 7, 31) not in period
    assert datetime.date(2024, 7, 1) not in period
    assert datetime.date(1900, 1, 1) not in period
    assert format_roc_period(None) == "  年  月  日至  年  月  日"
    with pytest.raises(AttributeError):
        period.start = RocDate(MARCH_17)  # type: ignore[misc]


@pytest.mark.parametrize(
    "value",
    [
        *(112, 112.0, SchoolYear(112), "112", "112.0", "112學年度", "112 學年"),
        *("１１２學年度", "民國112學年度", " 民國 112 學年度 "),
    ],
    ids=repr,
)
def test_school_years_read(value: object):
    year = SchoolYear(value)
    assert year == 112
    assert type(year) is SchoolYear
    assert str(year) == f"{year}" == "112"
    assert repr(year) == "SchoolYear(112)"


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (True, "不是學年度"),
        (112.5, "不是學年度"),
        (float("nan"), "不是學年度"),
        (float("inf"), "不是學年度"),
        ("112年度", "不是學年度"),
        ("112學年度第一學期", "不是學年度"),
        ("一一二", "不是學年度"),
        ("-1", "不是學年度"),
        ("1" * 5000, "不是學年度"),
        ("", "空白"),
        (None, "空白"),
        (0, "不在 1 到 999"),
        (-1, "不在 1 到 999"),
        (1000, "不在 1 到 999"),
        (2023, "西元年；請填民國學年度，例如 112"),
        ("2023學年度", "西元年"),
        ([112], "不是學年度"),
    ],
    ids=lambda v: repr(v)[:20],
)
def test_school_years_refused(value: object, said: str):
    with pytest.raises(DateError, match=said) as caught:
        SchoolYear(value)
    assert "；" in str(caught.value), "no remedy"


def test_school_year_runs_from_august_to_july():
    year = SchoolYear(112)
    assert str(year.period) == "112年8月1日至113年7月31日"
    assert (year.start, year.end) == (year.period.start, year.period.end)
    assert (year.previous, year.next) == (SchoolYear(111), SchoolYear(113))
    assert type(year.next) is SchoolYear
    for day, inside in (
        (datetime.date(2023, 7, 31), False),
        (datetime.date(2023, 8, 1), True),
        (datetime.date(2024, 7, 31), True),
        (datetime.date(2024, 8, 1), False),
    ):
        assert year.contains(day) is inside
        assert (day in year) is inside
        assert (SchoolYear.of(day) == year) is inside
    for edge in (lambda: SchoolYear(1).previous, lambda: SchoolYear(999).next):
        with pytest.raises(DateError, match="不在 1 到 999"):
            edge()
    assert SchoolYear(999).end.year == 2911


@given(st.dates(datetime.date(1912, 8, 1), datetime.date(2911, 7, 31)))
def test_every_day_is_in_its_school_year_only(day: datetime.date):
    year = SchoolYear.of(day)
    assert day in year
    assert year.start <= day <= year.end
    if 1 < year < 999:
        assert day not in year.previous
        assert day not in year.next


class Plan(BaseModel):
    date: RocDate
    period: RocPeriod
    school_year: SchoolYear


FACTS = {"date": "112.03.17", "period": {"起": "112/8/1", "迄": "113/6/30"}, "school_year": "112"}


def test_pydantic_fields():
    plan = Plan.model_validate(FACTS)
    assert [type(v) for v in (plan.date, plan.period, plan.school_year)] == [
        RocDate,
        RocPeriod,
        SchoolYear,
    ]
    dumped = {"date": "112年3月17日", "period": AUGUST_TO_JUNE, "school_year": 112}
    assert plan.model_dump() == plan.model_dump(mode="json") == dumped
    assert type(plan.model_dump()["school_year"]) is int
    assert Plan.model_validate(dumped) == Plan.model_validate_json(plan.model_dump_json()) == plan
    assert plan.model_copy(deep=True) == pickle.loads(pickle.dumps(plan)) == plan
    for mode in ("validation", "serialization"):
        fields = Plan.model_json_schema(mode=mode)["properties"]
        assert [fields[name]["type"] for name in dumped] == ["string", "string", "integer"]
        assert fields["date"]["examples"][0] == "112年3月17日"


def test_pydantic_errors_are_our_sentences():
    facts = {"date": "112年3月17日(四)", "period": "113/1/1~112/1/1", "school_year": 2023}
    with pytest.raises(ValidationError) as caught:
        Plan.model_validate(facts)
    errors = caught.value.errors()
    assert {error["type"] for error in errors} == {"value_error"}
    assert [str(error["ctx"]["error"]) for error in errors] == [
        "日期「112年3月17日(四)」的星期不對，112年3月17日是星期五；請改成(五)，或檢查日期。",
        "迄日 112年1月1日 早於起日 113年1月1日；請對調，跨年時請寫出迄日的年份。",
        "「2023」看起來是西元年；請填民國學年度，例如 112。",
    ]
    assert all(isinstance(error["ctx"]["error"], DateError) for error in errors)
