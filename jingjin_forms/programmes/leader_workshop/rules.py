"""Rules of 花蓮縣 社群召集人增能研習 (113學年度).

Source: 花蓮縣113學年度精進國民中小學教師教學專業與課程品質整體推動計畫 學校教師學習社群召集人增能
研習實施計畫. The county pays for it itself, so that no limit of another programme holds here.

Readings that the text leaves open:

* 「暫訂114年5月底」 is from the 21st to the 31st of May; since it is 暫訂, another day gives a
  reminder. It is said of the workshop of 113學年度 only.
* 請勾選 asks for one mark to a statement. Two cannot be given; a statement without one gives a
  reminder, while a sheet without any is the one to copy and hand out.
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
_FUNDED_BY_THE_COUNTY = ("自籌", "自行籌")

_TIME = PLAN["柒一"]

_day = re.compile(r"([0-9]{2,3})年\s*([0-9]{1,2})月(?:\s*([0-9]{1,2})日)?")
_sessions = re.compile(r"([0-9]+|[一二兩三四五六七八九十]+)\s*場")


def _dates_of_the_year(sheet: Any) -> Iterator[Read]:
    if sheet.date is not None and _YEAR.contains(sheet.date):
        yield Read(("日期",), sheet.date)


def _time_and_sessions(plan: Any) -> Iterator[Fault]:
    """What can be read off a free text: 114年5月28日, 114年5月底, 共計1場次."""
    if plan.school_year != _YEAR:
        return
    text, path = half_width(plan.dates_and_sessions), ("辦理時間與場次",)
    for year, month, day in _day.findall(text):
        named = int(year), int(month), int(day or _FIRST.day)
        if not _key(_FIRST) <= named <= _key(_LAST):
            written = f"{year}年{month}月" + (f"{day}日" if day else "")
            yield Fault(path, f"寫的是 {written}，計畫暫訂 {_DAYS_CALLED}")
    for count in _sessions.findall(text):
        if count not in _ONE_SESSION:
            yield Fault(path, f"寫的是 {count} 場，計畫共計 {_ONE_SESSION[0]} 場次")


def _key(day: RocDate) -> tuple[int, int, int]:
    return day.roc_year, day.month, day.day


def _funded_by_the_county(budget: Any) -> Iterator[Fault]:
    said = any(word in budget.funding_source for word in _FUNDED_BY_THE_COUNTY)
    if budget.lines and not said:
        message = "沒有寫明由縣府自籌經費、不申請精進計畫補助"
        yield Fault(("經費來源",), message)


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
        ),
        Window(
            number="B05",
            forms=("workshop_survey", "survey_result"),
            severity=Severity.WARNING,
            reading=Reading("研習日期", _dates_of_the_year),
            days=lambda _: (_FIRST, _LAST),
            days_called=_DAYS_CALLED,
            clause=_TIME,
        ),
        Judgement(
            number="B06",
            forms=("workshop_survey",),
            severity=Severity.WARNING,
            question="每一題都在 1 到 5 勾選一格",
            judge=_left_out,
            clause=PLAN["研習活動回饋表"],
        ),
    )
)
