"""Rules of 花蓮縣 社群召集人增能研習 (113學年度).

Source: 花蓮縣113學年度精進國民中小學教師教學專業與課程品質整體推動計畫 學校教師學習社群召集人增能
研習實施計畫. The county pays for it itself, so that no limit of another programme holds here.

What is 暫訂 gives a reminder, and is said of the workshop of 113學年度 only. 「暫訂114年5月底」 is
from the 21st to the 31st of May. 請勾選 asks for one mark to a statement. Two cannot be given; a
statement without one gives a reminder, while a sheet without any is the one to copy and hand out.
"""

import re
from collections.abc import Iterator
from typing import Any

from jingjin_forms.checks.finding import Severity
from jingjin_forms.checks.kinds import Judgement, Window
from jingjin_forms.checks.reading import Read, Reading
from jingjin_forms.checks.rule import Fault
from jingjin_forms.checks.rules import Rules
from jingjin_forms.programmes.leader_workshop.parts.survey import STATEMENTS
from jingjin_forms.programmes.leader_workshop.source import PLAN
from jingjin_forms.values.amount import half_width
from jingjin_forms.values.roc import RocDate, SchoolYear

_YEAR = SchoolYear(113)
_FIRST, _LAST = RocDate("114年5月21日"), RocDate("114年5月31日")
_DAYS_CALLED = "114年5月底"
_ONE_SESSION = ("1", "一")
_ONLINE = ("線上", "視訊", "遠距", "網路", "直播")
_TENTATIVE = "原文是暫訂：與它不同只提醒，也只看 113學年度。"

_TIME = PLAN["柒一"]
_TIME_NOTE = f"「5月底」讀作 5月21日至31日。{_TENTATIVE}"

_slashed = re.compile(r"(?<![0-9])([0-9]{3,4})[./-]([0-9]{1,2})[./-]([0-9]{1,2})(?![0-9])")
_day = re.compile(r"(?:([0-9]{2,4})年\s*)?(?<![0-9])([0-9]{1,2})月(?:\s*([0-9]{1,2})日)?")
_time = re.compile(r"([0-9]{1,2}):([0-9]{2})")
_own_money = re.compile(r"(?<![不非未])自(?:行)?籌")
_county = re.compile(r"縣|[本該]府|教育處|教育局")
_applies = re.compile(r"申請.*補助")
_not = re.compile(r"[不未無免]")
_sessions = re.compile(r"([0-9]+|[一二兩三四五六七八九十]+)\s*場")


def _dates_of_the_year(sheet: Any) -> Iterator[Read]:
    if sheet.date is not None and _YEAR.contains(sheet.date):
        yield Read(("日期",), sheet.date)


def _time_and_sessions(plan: Any) -> Iterator[Fault]:
    """What can be read off a free text: 114年5月28日, 114/5/28, 5月底, 共計1場次."""
    if plan.school_year != _YEAR:
        return
    text, path = half_width(plan.dates_and_sessions), ("辦理時間與場次",)
    for written, named in _days_named(text):
        if not _key(_FIRST) <= named <= _key(_LAST):
            yield Fault(path, f"寫的是 {written}，計畫暫訂 {_DAYS_CALLED}")
    for count in _sessions.findall(text):
        if count.lstrip("0") not in _ONE_SESSION:
            yield Fault(path, f"寫的是 {count} 場，計畫共計 {_ONE_SESSION[0]} 場次")


def _days_named(text: str) -> Iterator[tuple[str, tuple[int, int, int]]]:
    """Each day as written and as 民國年, month and day; a month without a day is its end.

    A day without a year is in the year of the day before it, the first in that of the workshop.
    """
    year = _FIRST.roc_year
    for found in _day.finditer(_slashed.sub(r"\1年\2月\3日", text)):
        if found[1]:
            year = int(found[1]) - (1911 if int(found[1]) > 1911 else 0)
        yield found[0], (year, int(found[2]), int(found[3] or _FIRST.day))


def _key(day: RocDate) -> tuple[int, int, int]:
    return day.roc_year, day.month, day.day


def _not_online(plan: Any) -> Iterator[Fault]:
    venue = plan.venue.strip()
    if plan.school_year == _YEAR and venue and not any(word in venue for word in _ONLINE):
        yield Fault(("研習地點",), f"寫的是 {venue}，計畫暫訂線上研習")


def _slots_in_turn(plan: Any) -> Iterator[Fault]:
    """A slot that begins before the one above it has ended; what is no time is passed over."""
    ended = (0, 0)
    for index, slot in enumerate(plan.timetable):
        times = [(int(hour), int(minute)) for hour, minute in _time.findall(half_width(slot.time))]
        if times and times[0] < ended:
            hour, minute = ended
            message = f"{slot.time} 開始時，前面的時段還沒結束（{hour:02}:{minute:02}）"
            yield Fault(("研習規劃", index, "時間"), message)
        ended = max((ended, *times))


def _funded_by_the_county(budget: Any) -> Iterator[Fault]:
    if not budget.lines:
        return
    source, path = "".join(budget.funding_source.split()), ("經費來源",)
    if not (_own_money.search(source) and _county.search(source)):
        yield Fault(path, "沒有寫明由縣府自籌經費、不申請精進計畫補助")
    elif _applies.search(source) and not _not.search(source):
        yield Fault(path, "既寫自籌又寫申請補助，這項研習不申請精進計畫補助")


def _left_out(survey: Any) -> Iterator[Fault]:
    """A sheet without any mark is one to hand out."""
    if not survey.agreement:
        return
    marks = [*survey.agreement, *[None] * (len(STATEMENTS) - len(survey.agreement))]
    for index, mark in enumerate(marks):
        if mark is None:
            yield Fault(("符合程度", index), "沒有勾選 1 到 5 其中一格")


RULES = Rules(
    (
        Judgement(
            number="B04",
            forms=("workshop_budget", "workshop_plan"),
            severity=Severity.WARNING,
            question="經費來源寫明縣府自籌，不申請精進計畫補助",
            judge=_funded_by_the_county,
            clause=PLAN["捌"],
        ),
        Judgement(
            number="B05",
            forms=("workshop_plan",),
            severity=Severity.WARNING,
            question=f"{_DAYS_CALLED}辦理，共計 {_ONE_SESSION[0]} 場次",
            judge=_time_and_sessions,
            clause=_TIME,
            note=_TIME_NOTE,
        ),
        Window(
            number="B05",
            forms=("workshop_survey", "survey_result"),
            severity=Severity.WARNING,
            reading=Reading("研習日期", _dates_of_the_year),
            days=lambda _: (_FIRST, _LAST),
            days_called=_DAYS_CALLED,
            clause=_TIME,
            note=_TIME_NOTE,
        ),
        Judgement(
            number="B06",
            forms=("workshop_survey",),
            severity=Severity.WARNING,
            question="每一題都在 1 到 5 勾選一格",
            judge=_left_out,
            clause=PLAN["研習活動回饋表"],
            note="一格也沒有勾的是要印來發的空白表，不提出。",
        ),
        Judgement(
            number="B07",
            forms=("workshop_plan",),
            severity=Severity.WARNING,
            question="研習地點是線上研習",
            judge=_not_online,
            clause=PLAN["陸"],
            note=_TENTATIVE,
        ),
        Judgement(
            number="B08",
            forms=("workshop_plan",),
            severity=Severity.WARNING,
            question="研習規劃的時段依序而不重疊",
            judge=_slots_in_turn,
            clause=PLAN["柒二"],
        ),
    )
)
