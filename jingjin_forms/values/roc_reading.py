"""Reading dates, periods and school years of the Republic of China calendar, as plain values.

Four digits are a 西元 year, fewer a 民國 year. Users import from `jingjin_forms.values.roc`.
"""

import datetime
import re
from collections.abc import Mapping
from numbers import Integral
from typing import Never, cast

from jingjin_forms.errors import DateError, TimeInDateError, shortened
from jingjin_forms.values.amount import half_width
from jingjin_forms.values.date_numerals import in_figures

FIRST_YEAR = 1912
"""民國元年 in 西元."""

WEEKDAYS = "一二三四五六日"

_DAY_OF_WEEK = r"(?:星期|週|周|禮拜)"
_WEEKDAY = (
    rf"(?:\({_DAY_OF_WEEK}?(?P<in_brackets>[{WEEKDAYS}天])\)"
    rf"|{_DAY_OF_WEEK}(?P<after_word>[{WEEKDAYS}天]))?"
)
_YEAR = r"(?P<era>中華民國|民國|西元)?(?P<year>[0-9]{1,4})"
_MONTH = "(?P<month>[0-9]{1,2})"
_DAY = "(?P<day>[0-9]{1,2})"
_DATES = [
    re.compile(pattern + _WEEKDAY)
    for pattern in (
        rf"(?:{_YEAR}年)?{_MONTH}月{_DAY}日",
        rf"{_YEAR}(?P<mark>[./-]){_MONTH}(?P=mark){_DAY}",
        rf"(?P<era>)(?P<year>){_MONTH}[./-]{_DAY}",
        "(?P<era>民國)?(?P<year>[0-9]{3})(?P<month>[0-9]{2})(?P<day>[0-9]{2})",
    )
]
_DAY_0 = datetime.date(1899, 12, 30)
_SERIAL = re.compile("[0-9]{5}")
_SERIALS = range(40_179, 54_789)
"""What Excel shows of the days of 2010 to 2049 in a cell that is no date; no 民國 date has five
figures."""
_MIDNIGHT = re.compile(r"(?<=[0-9])(?:T|\s+)0?0:00(?::00(?:\.0+)?)?$")
_BEFORE_REPUBLIC = re.compile("(?:民國|民)前")
_CHINESE_NUMERAL = re.compile("[〇○零一二三四五六七八九十百廿卅][0-9]*[年月日]")
_TIME_OF_DAY = re.compile(
    r"[0-9]:[0-9]|[0-9一二三四五六七八九十](?:時|點)|上午|下午|中午|早上|晚上|[0-9][AaPp]\.?[Mm]"
)
_SCHOOL_YEAR = re.compile(r"(?:中華民國|民國)?(?P<year>[0-9]+)(?:\.0+)?(?:學年度?)?")
_TO = re.compile(r"起?,?(?P<joint>至|到|[~〜∼–—─−]{1,2}|-)")
_FROM = re.compile("^(?:自|從|由)")
_UNTIL = re.compile("為?止$")
_YEAR_OF_START = re.compile("^(?P<word>[同次翌]年)(?=[0-9])")
_DAY_ONLY = re.compile(rf"{_DAY}(?P<said>日)?(?P<weekday>{_WEEKDAY})")


def read_date(value: object) -> datetime.date:
    """The day that a value of any kind names. Raises DateError."""
    if isinstance(value, datetime.datetime) and value.time() != datetime.time():
        raise TimeInDateError(
            f"日期「{value:%Y-%m-%d %H:%M:%S}」帶有時間；請只填日期，例如 112年3月17日。"
        )
    if isinstance(value, datetime.date):
        return checked_date(value.year, value.month, value.day, value.isoformat())
    if isinstance(value, str):
        return date_from_text(value)
    if value is None:
        return date_from_text("")
    if isinstance(value, float) and value in _SERIALS:
        value = int(value)
    if type(value) is int and (10**6 <= value < 10**7 or value in _SERIALS):
        return date_from_text(str(value))
    raise DateError(f"「{shortened(value)}」不是日期；請填民國年月日，例如 112年3月17日。")


def read_ends(value: object) -> tuple[object, object]:
    """The two ends of a period in any of its spellings; not yet dates, when given apart."""
    if isinstance(value, str):
        return period_from_text(value)
    if value is None:
        return period_from_text("")
    shown = shortened(value)
    if isinstance(value, Mapping):
        ends = cast(Mapping[object, object], value)
        for names in (("起", "迄"), ("start", "end")):
            if set(ends) == set(names):
                return ends[names[0]], ends[names[1]]
    elif isinstance(value, tuple | list):
        pair = cast(tuple[object, ...], value)
        if len(pair) == 2:
            return pair[0], pair[1]
    raise DateError(f"「{shown}」不是期間；請填起日與迄日，例如 112年8月1日至113年6月30日。")


def read_school_year(value: object) -> int:
    """The number of a school year in `value`, not yet checked for its range."""
    if isinstance(value, str):
        match = _SCHOOL_YEAR.fullmatch("".join(half_width(value).split()))
        # More digits than any year: spare int() the work.
        if match and len(match["year"]) < 10:
            return int(match["year"])
    elif isinstance(value, float):
        if value.is_integer():
            return int(value)
    elif not isinstance(value, bool) and isinstance(value, Integral):
        return int(value)
    if value is None or value == "":
        raise DateError("學年度是空白的；請填民國學年度，例如 112。")
    raise DateError(f"「{shortened(value)}」不是學年度；請填民國學年度，例如 112。")


def date_from_text(text: str) -> datetime.date:
    """The day that `text` names. Raises DateError, also for a weekday that is not the day's."""
    plain = in_figures(_plain(_MIDNIGHT.sub("", half_width(text).strip())))
    if _SERIAL.fullmatch(plain) and int(plain) in _SERIALS:
        return _DAY_0 + datetime.timedelta(int(plain))
    match = _match(plain)
    if not match:
        _refuse(text, plain)
    return _date(match, text)


def period_from_text(text: str) -> tuple[datetime.date, datetime.date]:
    """First and last day of a period such as 112年8月1日至12月31日. Raises DateError.

    What the last day leaves out, its year or its year and month, is that of the first.
    """
    plain = _plain(half_width(text))
    bare = _UNTIL.sub("", _FROM.sub("", in_figures(plain)))
    for to in _TO.finditer(bare):
        before, after = bare[: to.start()], bare[to.end() :]
        # Dates themselves can hold dashes: only the right one leaves a date on either side.
        if (start := _start(before, after)) and (end := _end(after, start, to["joint"])):
            first = _date(start, start[0])
            return first, _last(end, first, after)
    if not plain:
        raise DateError("期間是空白的；請填起日與迄日，例如 112年8月1日至113年6月30日。")
    if _BEFORE_REPUBLIC.search(plain) or _CHINESE_NUMERAL.search(bare):
        _refuse(text, bare)
    if _TIME_OF_DAY.search(plain):
        raise TimeInDateError(
            f"期間「{shortened(text)}」帶有時間；請只填日期，例如 112年8月1日至113年6月30日。"
        )
    raise DateError(
        f"讀不懂期間「{shortened(text)}」；請寫出起日與迄日，例如 112年8月1日至113年6月30日。"
    )


def last_day(value: object, first: datetime.date) -> datetime.date:
    """The last day of a period whose ends are given apart; without a year, in that of the first."""
    if isinstance(value, str):
        match = _match(in_figures(_plain(half_width(value))))
        if match and not match["year"]:
            return _last(match, first, value)
    return read_date(value)


def _start(before: str, after: str) -> re.Match[str] | None:
    """A first day, which must name its year; its 日 may stand behind the last: 8月1至5日."""
    start = _match(before)
    if start is None and (day := _DAY_ONLY.fullmatch(after)) and day["said"]:
        start = _match(f"{before}日")
    return start if start and start["year"] else None


def _end(after: str, start: re.Match[str], joint: str) -> re.Match[str] | None:
    """A last day; of the month of the first, where only a day stands there.

    A bare figure is a day where nothing else can be meant: 112/8/1-5, but not 112-8-1-5.
    """
    after = _YEAR_OF_START.sub("", after)
    if (end := _match(after)) or not (day := _DAY_ONLY.fullmatch(after)):
        return end
    mark = start.groupdict().get("mark")
    if day["said"] or (mark and mark != joint):
        return _match(f"{start['month']}月{day['day']}日{day['weekday']}")
    return None


def _last(end: re.Match[str], first: datetime.date, said: str) -> datetime.date:
    """The last day; without a year, in that of the first or, as 次年, in the next."""
    word = _YEAR_OF_START.match(said)
    last = _date(end, end[0], first.year + (word is not None and word["word"] != "同年"))
    if end["year"] or last >= first:
        return last
    what = "年月" if _DAY_ONLY.fullmatch(said) else "年份"
    raise DateError(
        f"迄日「{said}」沒有寫{what}，照起日的{what}是 {_printed(last)}，"
        f"早於起日 {_printed(first)}；"
        "跨年或跨月時請寫出迄日的年月日，例如 112年8月1日至113年6月30日。"
    )


def _printed(date: datetime.date) -> str:
    return f"{date.year - 1911}年{date.month}月{date.day}日"


def checked_date(year: int, month: int, day: int, shown: str) -> datetime.date:
    """The date of these 西元 figures; `shown` is what the DateError says was given."""
    if year < FIRST_YEAR:
        raise DateError(
            f"日期「{shown}」早於民國元年（西元 {FIRST_YEAR} 年），不在本套件的範圍；"
            "請填民國元年以後的日期，例如 112年3月17日。"
        )
    try:
        return datetime.date(year, month, day)
    except ValueError:
        raise DateError(f"日期「{shown}」不存在；請檢查年月日，例如 112年3月17日。") from None


def _plain(text: str) -> str:
    """The text without blanks: 112 年 3 月 17 日 is printed on many papers."""
    return "".join(text.split())


def _match(plain: str) -> re.Match[str] | None:
    return next((match for date in _DATES if (match := date.fullmatch(plain))), None)


def _date(match: re.Match[str], text: str, default_year: int | None = None) -> datetime.date:
    """The date of a match; a year left out is `default_year`, in 西元."""
    shown = shortened(text)
    year = _year(match, shown) if match["year"] else default_year
    if year is None:
        raise DateError(f"日期「{shown}」沒有年份；請寫出民國年，例如 112年3月17日。")
    date = checked_date(year, int(match["month"]), int(match["day"]), shown)
    given = match["in_brackets"] or match["after_word"]
    right = WEEKDAYS[date.weekday()]
    if given and given.replace("天", "日") != right:
        raise DateError(
            f"日期「{shown}」的星期不對，{_printed(date)}是星期{right}；請改成({right})，或檢查日期。"
        )
    return date


def _year(match: re.Match[str], shown: str) -> int:
    """The 西元 year of a match."""
    digits, era = match["year"], match["era"]
    is_western = len(digits) == 4
    if era and is_western != (era == "西元"):
        raise DateError(
            f"日期「{shown}」的年份與「{era}」不合；請填民國年，例如 112年3月17日，"
            "或四位數的西元年，例如 2023-03-17。"
        )
    if is_western:
        return int(digits)
    if int(digits) == 0:
        raise DateError(f"日期「{shown}」的年份是 0；民國年從 1 起，例如 112年3月17日。")
    return int(digits) + 1911


def _refuse(text: str, plain: str) -> Never:
    shown = shortened(text)
    if not plain:
        raise DateError("日期是空白的；請填日期，例如 112年3月17日。")
    if _BEFORE_REPUBLIC.search(plain):
        raise DateError(
            f"日期「{shown}」在民國元年以前，不在本套件的範圍；"
            "請填民國元年以後的日期，例如 112年3月17日。"
        )
    if _CHINESE_NUMERAL.search(plain):
        raise DateError(f"讀不懂日期「{shown}」的國字數字；請改用阿拉伯數字，例如 112年3月17日。")
    if _TIME_OF_DAY.search(plain):
        raise TimeInDateError(f"日期「{shown}」帶有時間；請只填日期，例如 112年3月17日。")
    raise DateError(
        f"讀不懂日期「{shown}」；請填民國年月日，例如 112年3月17日、112/3/17 或 2023-03-17。"
    )
