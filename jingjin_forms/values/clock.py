"""Times of the clock: by when something is handed in (下午5時), and when it was (17:01).

Whatever does not plainly name a time of the day is a `DateError`.
"""

import datetime
import math
import re
from contextlib import suppress
from dataclasses import dataclass, field
from typing import overload

from jingjin_forms.errors import DateError, shortened
from jingjin_forms.values.amount import half_width
from jingjin_forms.values.roc_reading import date_from_text

_HALF = r"(?P<half>上午|早上|中午|下午|晚上)?"
_CLOCK = (
    rf"{_HALF}\s*(?P<hour>[0-9]{{1,2}})\s*"
    r"(?::(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2}))?"
    r"|[時點]\s*(?:(?P<minutes>[0-9]{1,2})\s*分|(?P<half_past>半)|整)?)"
)
_clock = re.compile(_CLOCK)
_moment = re.compile(rf"(?P<day>.*?[0-9日)一二三四五六天])(?:T|\s*)(?P<clock>(?<![0-9]){_CLOCK})")
_REMEDY = "請寫 17:00 或 下午5時"
_NOON = 12


@dataclass(frozen=True, slots=True, init=False, repr=False)
class ClockTime:
    """A time of the day, printed in the words it was given in; two are equal that mean the same.

    `ClockTime("下午5時")` reads 上午, 中午, 下午 and 晚上, also 17:00 and 17時30分; it takes a
    `datetime.time` too, and prints that as 17:00. Raises DateError.
    """

    time: datetime.time
    words: str = field(compare=False)

    def __init__(self, value: object) -> None:
        time, words = _read(value)
        object.__setattr__(self, "time", time)
        object.__setattr__(self, "words", words)

    def minutes_past(self, day: datetime.date, moment: datetime.datetime) -> int:
        """How many minutes, a begun one counted, `moment` is later than this time of the day; 0 or
        less when it is not. Time zones are not looked at."""
        ends = datetime.datetime.combine(day, self.time)
        return math.ceil((moment.replace(tzinfo=None) - ends).total_seconds() / 60)

    def __str__(self) -> str:
        return self.words

    def __repr__(self) -> str:
        return f"ClockTime('{self}')"


def parse_roc_moment(text: str) -> datetime.date:
    """The day that a text names, or, where it names a time too, that point of time (a `datetime`).

    Reads 112年3月17日, 112年3月17日17時1分, 112-03-17 17:01 and 112/3/17(五) 下午5時. Raises
    DateError.
    """
    found = _moment.fullmatch(half_width(text).strip())
    if found is None and not re.search("[:：時點]", text):
        return date_from_text(text)
    if found is None:
        raise DateError(
            f"讀不懂「{shortened(text)}」；請填日期，例如 112年3月17日，"
            "或日期與時間，例如 112年3月17日 17:01。"
        )
    day = date_from_text(found["day"])
    return datetime.datetime.combine(day, _time(found, found["clock"]))


def format_roc_moment(moment: datetime.date) -> str:
    """112年3月17日, and behind it 17:01 where it is a point of time."""
    day = f"{moment.year - 1911}年{moment.month}月{moment.day}日"
    return f"{day}{moment:%H:%M}" if isinstance(moment, datetime.datetime) else day


def format_minutes(minutes: int) -> str:
    """5 分鐘, 2 小時 5 分鐘."""
    hours, rest = divmod(minutes, 60)
    told = f"{hours} 小時" if hours else "", f"{rest} 分鐘" if rest or not hours else ""
    return " ".join(filter(None, told))


def _read(value: object) -> tuple[datetime.time, str]:
    if isinstance(value, ClockTime):
        return value.time, value.words
    if isinstance(value, datetime.time):
        return value, f"{value:%H:%M}"
    plain = "".join(half_width(value).split()) if isinstance(value, str) else ""
    found = _clock.fullmatch(plain)
    if value is None or value == "":
        raise DateError(f"時間是空白的；{_REMEDY}。")
    if found is None:
        raise DateError(f"「{shortened(value)}」不是時間；{_REMEDY}。")
    return _time(found, plain), plain


def _time(found: re.Match[str], shown: str) -> datetime.time:
    half, hour = found["half"], int(found["hour"])
    minute = 30 if found["half_past"] else int(found["minute"] or found["minutes"] or 0)
    if half in ("下午", "晚上") and 1 <= hour < _NOON:
        hour += _NOON
    elif (half in ("上午", "早上", "晚上") and hour == _NOON) or (half == "中午" and hour != _NOON):
        raise DateError(f"時間「{shortened(shown)}」前後不合；{_REMEDY}。")
    try:
        return datetime.time(hour, minute, int(found["second"] or 0))
    except ValueError:
        raise DateError(f"沒有「{shortened(shown)}」這個時間；{_REMEDY}。") from None


def moment_of(on: datetime.date | str | None) -> datetime.date | None:
    """The day of handing in, or the point of time (a `datetime`); a text as in 112年3月10日,
    2023-03-10 or 2023-03-10 17:01. Raises DateError."""
    if on is None or isinstance(on, datetime.date):
        return on
    with suppress(DateError):
        if isinstance(on, str):  # pyright: ignore[reportUnnecessaryIsInstance] (callers may be wrong)
            return parse_roc_moment(on)
    example = 'date(2023, 3, 10)、"2023-03-10" 或 "112年3月10日"'
    raise DateError(f"送件的日子要是日期，例如 {example}，不能是「{shortened(on)}」。")


@overload
def day_of(on: datetime.date) -> datetime.date: ...
@overload
def day_of(on: datetime.date | str | None) -> datetime.date | None: ...
def day_of(on: datetime.date | str | None) -> datetime.date | None:
    """The day of a point of time, which Python takes for a day and compares with none."""
    moment = moment_of(on)
    return moment.date() if isinstance(moment, datetime.datetime) else moment
