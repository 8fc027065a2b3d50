"""Dates, periods and school years (學年度) of the Republic of China calendar.

All three read what people and spreadsheets write and print as the forms do: 112年3月17日(五).
Whatever does not plainly name a day, and a weekday that is not the day's, is a `DateError`.
"""

import datetime
from dataclasses import dataclass
from typing import Any, Self, SupportsIndex, cast, overload

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import core_schema

from jingjin_forms.errors import DateError, shortened
from jingjin_forms.values.roc_reading import (
    WEEKDAYS,
    checked_date,
    date_from_text,
    last_day,
    read_date,
    read_ends,
    read_school_year,
)

BLANK_DATE = "  年  月  日"
"""A date on a form that is still to be filled in by hand."""

_FIRST_MONTH = 8
"""A school year runs from 1 August to 31 July."""


class RocDate(datetime.date):
    """A day from 民國元年 (1912) on, printed as 112年3月17日; otherwise a `datetime.date`.

    `RocDate("112年3月17日(五)")` reads a text, also 112/3/17, 1120317, 2023-03-17 or
    一百十二年三月十七日; a year of four digits is 西元. `RocDate(a_date)` takes a date,
    `RocDate(2023, 3, 17)` figures with a 西元 year.
    Raises DateError for what names no day, a wrong weekday, or a time of day beside it.
    """

    @overload
    def __new__(cls, year: object, /) -> Self: ...
    @overload
    def __new__(cls, year: SupportsIndex, month: SupportsIndex, day: SupportsIndex) -> Self: ...
    def __new__(
        cls,
        year: object,
        month: SupportsIndex | None = None,
        day: SupportsIndex | None = None,
    ) -> Self:
        if month is None or day is None:
            date = read_date(year)
        else:
            figures = int(cast(SupportsIndex, year)), int(month), int(day)
            date = checked_date(*figures, shown="-".join(map(str, figures)))
        return super().__new__(cls, date.year, date.month, date.day)

    @property
    def roc_year(self) -> int:
        """The year of the Republic: 112 for 2023."""
        return self.year - 1911

    @property
    def with_weekday(self) -> str:
        """112年3月17日(五)."""
        return f"{self}({WEEKDAYS[self.weekday()]})"

    # Templates name things by their Chinese labels.
    年 = roc_year
    含星期 = with_weekday

    @property
    def 月(self) -> int:
        """The month, 1 to 12."""
        return self.month

    @property
    def 日(self) -> int:
        """The day of the month, 1 to 31."""
        return self.day

    def __str__(self) -> str:
        return f"{self.roc_year}年{self.month}月{self.day}日"

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.year, self.month, self.day)

    @classmethod
    def __get_pydantic_core_schema__(
        cls, _source: Any, _handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return _read_and_printed_by(cls)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, _schema: core_schema.CoreSchema, _handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {"type": "string", "examples": ["112年3月17日", "2023-03-17"]}


@dataclass(frozen=True, slots=True, init=False, repr=False)
class RocPeriod:
    """From one day to another, both included: 112年8月1日至113年6月30日.

    Reads a text (至, 到, ~ or a dash between two dates, 自…起…止 around them), a mapping
    {"起": …, "迄": …}, a pair of dates, or two dates. What the second date leaves out, its year or
    its year and month, is that of the first. Raises DateError, also for an end that comes before
    the start.
    """

    start: RocDate
    end: RocDate

    def __init__(self, start: object, end: object = None) -> None:
        if isinstance(start, RocPeriod) and end is None:
            start, end = start.start, start.end
        first, last = read_ends(start) if end is None else (start, end)
        day = RocDate(first)
        period = day, RocDate(last_day(last, day))
        if period[1] < period[0]:
            raise DateError(
                f"迄日 {period[1]} 早於起日 {period[0]}；請對調，跨年時請寫出迄日的年份。"
            )
        object.__setattr__(self, "start", period[0])
        object.__setattr__(self, "end", period[1])

    @property
    def 起(self) -> RocDate:
        """Its first day."""
        return self.start

    @property
    def 迄(self) -> RocDate:
        """Its last day."""
        return self.end

    def __contains__(self, day: datetime.date) -> bool:
        return self.start <= datetime.date(day.year, day.month, day.day) <= self.end

    def __str__(self) -> str:
        return f"{self.start}至{self.end}"

    def __repr__(self) -> str:
        return f"RocPeriod('{self}')"

    @classmethod
    def __get_pydantic_core_schema__(
        cls, _source: Any, _handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return _read_and_printed_by(cls)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, _schema: core_schema.CoreSchema, _handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {"type": "string", "examples": ["112年8月1日至113年6月30日"]}


class SchoolYear(int):
    """N學年度, from 1 August of 民國 year N to 31 July of the next; prints as the bare number.

    Reads 112, 112.0, "112", "112學年度" and "民國112學年度". Raises DateError for all else, a 西元
    year included.
    """

    __slots__ = ()

    def __new__(cls, value: object) -> Self:
        year = read_school_year(value)
        if 1912 <= year <= 2910:
            raise DateError(f"「{year}」看起來是西元年；請填民國學年度，例如 112。")
        if not 1 <= year <= 999:
            raise DateError(
                f"學年度「{shortened(value)}」不在 1 到 999 之間；請填民國學年度，例如 112。"
            )
        return int.__new__(cls, year)

    @classmethod
    def of(cls, date: datetime.date) -> Self:
        """The school year that a day belongs to."""
        return cls(date.year - 1911 - (date.month < _FIRST_MONTH))

    @property
    def start(self) -> RocDate:
        """Its first day: the 1st of 8月."""
        return RocDate(self + 1911, _FIRST_MONTH, 1)

    @property
    def end(self) -> RocDate:
        """Its last day: the 31st of the next 7月."""
        return RocDate(self + 1912, _FIRST_MONTH - 1, 31)

    @property
    def period(self) -> RocPeriod:
        """From its first to its last day."""
        return RocPeriod(self.start, self.end)

    @property
    def previous(self) -> Self:
        """The 學年度 before it."""
        return type(self)(self - 1)

    @property
    def next(self) -> Self:
        """The 學年度 behind it."""
        return type(self)(self + 1)

    def contains(self, date: datetime.date) -> bool:
        """Whether a day is one of its own."""
        return date in self.period

    __contains__ = contains

    def __str__(self) -> str:
        return int.__repr__(self)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self})"

    @classmethod
    def __get_pydantic_core_schema__(
        cls, _source: Any, _handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        as_json = core_schema.int_schema(ge=1, le=999)
        return core_schema.no_info_plain_validator_function(
            cls,
            json_schema_input_schema=as_json,
            serialization=core_schema.plain_serializer_function_ser_schema(
                int, return_schema=as_json
            ),
        )


def parse_roc_date(text: str) -> datetime.date:
    """The day that a text such as 112年3月17日(五) names, as a plain date. Raises DateError."""
    return date_from_text(str(text))


def format_roc_date(date: datetime.date | None, *, weekday: bool = False) -> str:
    """112年3月17日, or 112年3月17日(五); for None the blank that a form prints.

    Raises DateError for what is no date, and for one before 民國 1.
    """
    if date is None:
        return BLANK_DATE
    roc = RocDate(date)
    return roc.with_weekday if weekday else str(roc)


def format_roc_period(period: RocPeriod | None) -> str:
    """112年8月1日至113年6月30日; for None the blank that a form prints."""
    return f"{BLANK_DATE}至{BLANK_DATE}" if period is None else str(period)


def _read_and_printed_by(cls: type) -> core_schema.CoreSchema:
    """A pydantic field whose values `cls` reads and whose JSON is their text."""
    return core_schema.no_info_plain_validator_function(
        cls, serialization=core_schema.to_string_ser_schema(when_used="always")
    )
