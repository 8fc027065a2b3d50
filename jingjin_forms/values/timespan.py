"""Times of day: 09:00-12:00, or 09:00-12:00、13:00-16:00 with a break between.

Reads what people write into a timetable and prints it one way. Whatever does not plainly name a
start and an end on the 24-hour clock is a ValueError that says what to write instead.
"""

import datetime
import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import core_schema

from jingjin_forms.errors import shortened
from jingjin_forms.values.amount import half_width, parse_quantity

_CLOCK = r"(?:[0-9]{1,2}(?::[0-9]{2}|[時點](?:[0-9]{1,2}分)?)|[0-9]{4})"
_SPAN = rf"{_CLOCK}\s*(?:[至到~〜∼–—─−-]{{1,2}})\s*{_CLOCK}"
_spans = re.compile(rf"{_SPAN}(?:(?:\s*[、,;/]\s*|\s+){_SPAN})*")
_span = re.compile(_SPAN)
_clock = re.compile(_CLOCK)
_HALF_OF_THE_DAY = re.compile(r"上午|下午|早上|中午|晚上|[AaPp]\.?[Mm]")
_REMEDY = "請用 24 小時制填起訖時間，例如 09:00-12:00；一天兩段用「、」隔開"

_LESSON = 50
_TWO_LESSONS = 90


@dataclass(frozen=True, slots=True, init=False, repr=False)
class TimeSpan:
    """When something takes place on one day, as one span or several, in their order.

    `TimeSpan("9:00～12:00")` reads ：, full-width digits, 9時30分 and 0900, and between the two
    times 至, 到, ～ or a dash; it prints as 09:00-12:00. Raises ValueError.
    """

    spans: tuple[tuple[datetime.time, datetime.time], ...]

    def __init__(self, value: object) -> None:
        object.__setattr__(
            self, "spans", value.spans if isinstance(value, TimeSpan) else _read(value)
        )

    @property
    def minutes(self) -> int:
        """How long it takes, breaks between spans not counted."""
        return sum(map(_minutes, self.spans))

    @property
    def hours(self) -> int | Decimal:
        """`minutes` in hours: 3, 1.5; with two decimals, so 50 minutes are 0.83."""
        hours = Decimal(self.minutes) / 60
        return parse_quantity(hours.quantize(Decimal("0.01"), ROUND_HALF_UP))

    @property
    def lessons(self) -> int:
        """How many 節 a lecturer is paid for: 「1節為 50分鐘，連續兩節為 90 分鐘」 (表 1-1).

        Each span is a row of double lessons of 90 minutes; 50 minutes of what is left are one more,
        so that 50, 90, 100, 150 and 180 minutes on end are 1, 2, 2, 3 and 4.
        """
        return sum(_lessons(_minutes(span)) for span in self.spans)

    @property
    def 各段(self) -> tuple[str, ...]:
        """Each span as it is printed, for a cell that gives each a line of its own."""
        return tuple(f"{start:%H:%M}-{end:%H:%M}" for start, end in self.spans)

    def __str__(self) -> str:
        return "、".join(self.各段)

    def __repr__(self) -> str:
        return f"TimeSpan('{self}')"

    @classmethod
    def __get_pydantic_core_schema__(
        cls, _source: Any, _handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls, serialization=core_schema.to_string_ser_schema(when_used="always")
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, _schema: core_schema.CoreSchema, _handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {"type": "string", "examples": ["09:00-12:00", "09:00-12:00、13:00-16:00"]}


def _read(value: object) -> tuple[tuple[datetime.time, datetime.time], ...]:
    if value is None or value == "":
        raise ValueError(f"時間是空白的；{_REMEDY}。")
    plain = half_width(value).strip() if isinstance(value, str) else ""
    if not _spans.fullmatch(plain):
        problem = "要用 24 小時制" if _HALF_OF_THE_DAY.search(plain) else "讀不懂"
        raise ValueError(f"時間「{shortened(value)}」{problem}；{_REMEDY}。")
    spans = tuple(_start_and_end(written) for written in _span.findall(plain))
    for (_, end), (start, _) in pairwise(spans):
        if start < end:
            raise ValueError(f"時間「{shortened(value)}」的兩段重疊或前後顛倒；請由早到晚填寫。")
    return spans


def _start_and_end(written: str) -> tuple[datetime.time, datetime.time]:
    start, end = map(_time, _clock.findall(written))
    if end <= start:
        raise ValueError(f"時間「{written}」的結束不晚於開始；{_REMEDY}。")
    return start, end


def _time(written: str) -> datetime.time:
    """09:30, 9時30分 or 0930."""
    digits = re.findall("[0-9]+", written)
    hour, minute = digits[0], (digits[1] if len(digits) > 1 else "0")
    if len(hour) == len("0930"):
        hour, minute = hour[:2], hour[2:]
    try:
        return datetime.time(int(hour), int(minute))
    except ValueError:
        raise ValueError(f"沒有「{written}」這個時間；{_REMEDY}。") from None


def _minutes(span: tuple[datetime.time, datetime.time]) -> int:
    start, end = span
    return (end.hour - start.hour) * 60 + end.minute - start.minute


def _lessons(minutes: int) -> int:
    pairs, left = divmod(minutes, _TWO_LESSONS)
    return 2 * pairs + (left >= _LESSON)
