"""What a line for experts tells of their visits: by what it counts, and what 說明 says of it.

說明 is free text: 到校4次，每次3小時; 10月5日、11月2日; 2位教授. What it does not say is None, and
nothing is concluded from it. A 節 counts as an hour.
"""

import re
from decimal import Decimal
from enum import Enum, auto
from typing import NamedTuple

from jingjin_forms.parts import BudgetLine
from jingjin_forms.values.amount import half_width

_NUMBER = r"([0-9]{1,4}(?:\.[0-9]{1,2})?|[一二兩三四五六七八九十])"
_HOURS = r"(?:個?小?時(?!間|段)|鐘頭|節|堂|hrs?)"
_VISIT = "(?:人次|場次|梯次|次|場|趟|回|日|天)"
_CHINESE = {word: number for number, word in enumerate("一二三四五六七八九十", 1)} | {"兩": 2}

_by_hour = re.compile(r"小?時(?!段)|鐘點|節|堂|^hrs?$|^h$", re.IGNORECASE)
_by_visit = re.compile(r"[次場趟回日天人位名]")

_hours_a_visit = (
    re.compile(rf"每(?:人|位)?每?{_VISIT}[^0-9。;]{{0,6}}?{_NUMBER}{_HOURS}"),
    re.compile(rf"{_NUMBER}{_HOURS}[/每]每?(?:人|位)?{_VISIT}"),
    re.compile(rf"(?<![0-9共計第])[一1]{_VISIT}[^0-9。;,次場]{{0,3}}?{_NUMBER}{_HOURS}"),
)
_hours = re.compile(_NUMBER + _HOURS)
_sum = re.compile(rf"(?:共|合計|總計|總時數){_NUMBER}{_HOURS}")
_times = re.compile(rf"(?<![0-9月第每/.年]){_NUMBER}{_VISIT}")
_clock = r"(?:[上下中]午|早上|晚上)?[0-9]{1,2}(?:[時點](?:[0-9]{1,2}分)?|:[0-9]{2})"
_times_of_day = re.compile(rf"{_clock}[至到~～–—-]{_clock}|[上下中]午[0-9]{{1,2}}[時點]")
_same_day = re.compile("同一?[日天]|當[日天]|單日")
_by_period = re.compile("每(?:個?學期|月|週|周|季|年)|各")
_date = re.compile(r"(?<![0-9])(?:[0-9]{2,4}[/.年-])?([0-9]{1,2})[/月]([0-9]{1,2})(?![0-9/])")
_EXPERT = "(?:專家|學者|教授|委員|講座|講師|團隊|成員|顧問)"
_people = (
    re.compile(rf"{_EXPERT}[^0-9,;。、]{{0,4}}?{_NUMBER}[人位名](?!次)"),
    re.compile(rf"{_NUMBER}[人位名](?:大學|校外|外聘)?{_EXPERT}"),
    re.compile(rf"{_NUMBER}[人位名][*x×X]"),
    re.compile(rf"[*x×X]{_NUMBER}[人位名]"),
)
_names = re.compile("([一-龥]{1,3})(?:副教授|助理教授|教授|博士|老師|委員|校長|主任|顧問)")
_no_name = re.compile(
    "(?:大學|學者|專家|團隊|諮詢|輔導|指導|外聘|校外|退休|兼任|資深|學校|國小|國中|[位名及與和由])$"
)
_rate = re.compile(
    r"(?:每|1|一)個?(?:小?時|節)[以計為]*[0-9,]+元|[0-9,]+元[/每]?(?:1|一)?(?:小時|節|時)"
)
_lower_end = re.compile(rf"[0-9]+(?:\.[0-9]+)?[至到~～–—-](?=[0-9.]+{_HOURS})")


class Counted(Enum):
    """By what a line counts."""

    HOURS = auto()
    VISITS = auto()
    NOTHING = auto()
    """It has no unit."""
    OTHERWISE = auto()
    """By 式, 學期 and the like."""


class Visits(NamedTuple):
    """What 說明 says of visits."""

    longest: Decimal | None
    """Hours of the longest visit."""
    hours: Decimal | None
    """The one number of hours that it names without saying of what."""
    is_sum: bool
    """Whether it says that these are all hours: 共20小時."""
    times: Decimal | None
    """How many visits."""
    may_be_more: bool
    """Whether there may be more than `times`: 每學期2次."""
    people: int
    """How many experts it names, at least 1."""


def counted_by(line: BudgetLine) -> Counted:
    """By what a line counts, as its 單位 says."""
    unit = re.sub(r"\s", "", half_width(line.unit))
    if not unit:
        return Counted.NOTHING
    if _by_hour.search(unit):
        return Counted.HOURS
    return Counted.VISITS if _by_visit.search(unit) else Counted.OTHERWISE


def is_by_person(line: BudgetLine) -> bool:
    """Whether each piece that it counts is one person's: 人次, 人時."""
    return any(word in line.unit for word in "人位名")


def visits_of(line: BudgetLine) -> Visits:
    """What 說明 says of visits."""
    said = _plain(line)
    stated = [_number(found) for pattern in _hours_a_visit for found in pattern.findall(said)]
    named = [_number(found) for found in _hours.findall(said)]
    hours = named[0] if len(named) == 1 and not stated else None
    return Visits(
        longest=max(stated, default=None),
        hours=hours,
        is_sum=_sum.search(said) is not None,
        times=_how_often(said),
        may_be_more=_by_period.search(said) is not None,
        people=_how_many(said),
    )


def dates_of(line: BudgetLine) -> set[tuple[int, int]]:
    """The days that it names, as month and day."""
    found = ((int(month), int(day)) for month, day in _date.findall(_plain(line)))
    return {(month, day) for month, day in found if 1 <= month <= 12 and 1 <= day <= 31}


def names_of(line: BudgetLine) -> set[str]:
    """The people that it names, by the characters before their title."""
    return _named(_plain(line))


def _plain(line: BudgetLine) -> str:
    """說明 in half width, without the hours of the clock (9時至12時) and what one hour costs.

    Of 3至4小時 the upper end counts.
    """
    said = re.sub(r"[ \t]", "", half_width(line.note))
    for left_out in (_times_of_day, _rate, _lower_end):
        said = left_out.sub("", said)
    return said


def _named(said: str) -> set[str]:
    return {name for name in _names.findall(said) if not _no_name.search(name)}


def _how_often(said: str) -> Decimal | None:
    times = sum(map(_number, _times.findall(said)), Decimal(0))
    days = len(set(_date.findall(said))) or int(_same_day.search(said) is not None)
    return max(times, Decimal(days)) or None


def _how_many(said: str) -> int:
    stated = [int(_number(found)) for pattern in _people for found in pattern.findall(said)]
    return max(1, len(_named(said)), *stated)


def _number(text: str) -> Decimal:
    return Decimal(_CHINESE.get(text, text))
