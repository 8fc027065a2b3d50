"""Rules of the 申請書 and the 經費概算表 of one community."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from jingjin_forms.checks.double_booking import same_time_twice
from jingjin_forms.checks.finding import Severity
from jingjin_forms.checks.kinds import (
    AtLeast,
    AtMost,
    Deadline,
    Judgement,
    Required,
    Same,
    Share,
    Window,
)
from jingjin_forms.checks.reading import (
    LINES,
    Read,
    Reading,
    each,
    each_item,
    fact,
    items,
    matching,
)
from jingjin_forms.checks.rule import Fault, Rule
from jingjin_forms.parts.budget import BudgetLine
from jingjin_forms.programmes.learning_community.forms.community_application import Evaluation
from jingjin_forms.programmes.learning_community.source import PLAN
from jingjin_forms.values.roc import RocDate

_APPLICATION, _BUDGET = ("community_application",), ("community_budget",)
_MEMBERS, _SESSIONS = 6, 6
_GRANT = 5_000
_INTERNAL_RATE, _EXTERNAL_RATE = 800, 1_600
_INTERNAL_HOURS, _EXTERNAL_HOURS = 4, 2
_CONSULTATIONS, _CONSULTATION_RATE = 2, 2_000
_LECTURERS, _CONSULTING, _PREMIUM = ("講師", "鐘點"), ("諮詢",), ("健保", "補充保費")
_NOT_THEIR_FEE = (*_CONSULTING, *_PREMIUM, "交通", "車資", "旅費", "住宿", "膳")

_HOURS = PLAN["捌二(6)1"]
_CONSULTATION = PLAN["捌二(6)2"]
_PERIOD = PLAN["捌三"]
_PERIOD_CALLED = "該年度 2月1日至11月30日"

FIRST_UPLOAD = PLAN["陸三1"]
FIRST_UPLOAD_ENDS = RocDate("102年10月8日")


def _period(application: Any) -> tuple[date, date] | None:
    if application.school_year is None:
        return None
    year = application.school_year.end.year
    return RocDate(year, 2, 1), RocDate(year, 11, 30)


def _ends_of_period(application: Any) -> Iterator[Read]:
    if application.period is not None:
        yield Read(("執行期程",), application.period.start)
        yield Read(("執行期程",), application.period.end)


def _named_members(application: Any) -> Iterator[Read]:
    yield Read(("社群成員",), sum(1 for member in application.members if member.name.strip()))


def _sessions_in_the_period(application: Any) -> Iterator[Read]:
    if (period := _period(application)) is None:
        return
    first, last = period
    held = [s for s in application.sessions if s.date is None or first <= s.date <= last]
    yield Read(("實施期程",), len(held))


def _conveners(application: Any) -> Iterator[Fault]:
    names = [name for name in re.split(r"[、，,；;／/\n]", application.convener) if name.strip()]
    if len(names) > 1:
        yield Fault(("召集人",), f"填了 {len(names)} 位，召集人只有一位")


def _evaluated(application: Any) -> Iterator[Fault]:
    if application.evaluation == Evaluation.TAKES_PART:
        message = "本校參與教師專業發展評鑑計畫，不在補助對象之內"
        yield Fault(("教師專業發展評鑑",), message)


def _lecturers(budget: Any) -> Iterator[tuple[int, BudgetLine]]:
    for _, index, line in matching(budget, _LECTURERS):
        if not any(word in line.item for word in _NOT_THEIR_FEE):
            yield index, line


def _is_external(line: BudgetLine) -> bool | None:
    """What the line says, or else what its hour costs; None where neither tells."""
    text = line.item + line.note
    external, internal = "外聘" in text, "內聘" in text or "校內" in text
    if external != internal:
        return external
    return {_EXTERNAL_RATE: True, _INTERNAL_RATE: False}.get(line.unit_price or 0)


def _hourly_rate(budget: Any) -> Iterator[Fault]:
    rates = {
        True: (_EXTERNAL_RATE,),
        False: (_INTERNAL_RATE,),
        None: (_INTERNAL_RATE, _EXTERNAL_RATE),
    }
    for index, line in _lecturers(budget):
        allowed = rates[_is_external(line)]
        if line.unit_price is not None and line.unit_price not in allowed:
            expected = "或 ".join(f"{rate:,} 元" for rate in allowed)
            message = f"講師鐘點費每時 {line.unit_price:,} 元，附件-2 的單價是 {expected}"
            yield Fault((LINES, index, "單價"), message)


def _hours(external: bool) -> Reading:
    """How many hours are paid to lecturers from outside, or to teachers of the school."""

    def read(budget: Any) -> Iterator[Read]:
        lines = [line for _, line in _lecturers(budget) if _is_external(line) is external]
        yield Read((LINES, "講師鐘點費"), sum(line.quantity or 0 for line in lines))

    return Reading("外聘講師鐘點費" if external else "校內老師鐘點費", read)


def _consultations(budget: Any) -> Iterator[Read]:
    lines = [line for _, _, line in matching(budget, _CONSULTING)]
    yield Read((LINES, "諮詢費"), sum(line.quantity or 0 for line in lines))


def _no_premium(budget: Any) -> Iterator[Fault]:
    paid = any(line.total for _, line in _lecturers(budget))
    if paid and all(line.total is None for _, _, line in matching(budget, _PREMIUM)):
        yield Fault((LINES, "二代健保補充費"), "編列了講師鐘點費，沒有編列這一項")


RULES: tuple[Rule, ...] = (
    AtLeast(
        number="D01",
        forms=_APPLICATION,
        severity=Severity.WARNING,
        reading=Reading("社群成員", _named_members),
        limit=_MEMBERS,
        unit="人",
        clause=PLAN["捌二(2)"],
    ),
    Required(
        number="D02",
        forms=_APPLICATION,
        reading=fact("召集人"),
        clause=PLAN["伍二"],
    ),
    Judgement(
        number="D02",
        forms=_APPLICATION,
        question="召集人只有一位",
        judge=_conveners,
        clause=PLAN["伍二"],
    ),
    AtLeast(
        number="D03",
        forms=_APPLICATION,
        severity=Severity.WARNING,
        reading=Reading("執行期程內的活動", _sessions_in_the_period),
        limit=_SESSIONS,
        unit="次",
        clause=PLAN["捌二(3)"],
    ),
    Judgement(
        number="D04",
        forms=_APPLICATION,
        question="學校沒有參與教師專業發展評鑑計畫",
        judge=_evaluated,
        clause=PLAN["肆"],
    ),
    Same(
        number="D05",
        forms=_BUDGET,
        reading=fact("合計"),
        other=Reading("每校補助金額", lambda _: [Read(("合計",), _GRANT)]),
        clause=PLAN["捌二(5)"],
    ),
    Judgement(
        number="D06",
        forms=_BUDGET,
        question=f"講師鐘點費每時內聘 {_INTERNAL_RATE:,} 元、外聘 {_EXTERNAL_RATE:,} 元",
        judge=_hourly_rate,
        clause=PLAN["附件-2 講師鐘點費"],
    ),
    AtMost(
        number="D07",
        forms=_BUDGET,
        reading=_hours(external=True),
        limit=_EXTERNAL_HOURS,
        unit="小時",
        clause=_HOURS,
    ),
    AtMost(
        number="D08",
        forms=_BUDGET,
        reading=_hours(external=False),
        limit=_INTERNAL_HOURS,
        unit="小時",
        clause=_HOURS,
    ),
    AtMost(
        number="D09",
        forms=_BUDGET,
        severity=Severity.WARNING,
        reading=Reading("諮詢費", _consultations),
        limit=_CONSULTATIONS,
        unit="次",
        clause=_CONSULTATION,
    ),
    AtMost(
        number="D09",
        forms=_BUDGET,
        severity=Severity.WARNING,
        reading=each_item("單價", *_CONSULTING, called="諮詢費單價"),
        limit=_CONSULTATION_RATE,
        clause=_CONSULTATION,
    ),
    Share(
        number="D10",
        forms=_BUDGET,
        reading=items("雜支"),
        percent=5,
        base=fact("合計", called="總金額"),
        clause=PLAN["附件-2 雜支"],
    ),
    Judgement(
        number="D11",
        forms=_BUDGET,
        severity=Severity.WARNING,
        question="編列講師鐘點費者，編列二代健保補充費",
        judge=_no_premium,
        clause=PLAN["附件-2"],
    ),
    Window(
        number="D12",
        forms=_APPLICATION,
        reading=Reading("執行期程", _ends_of_period),
        days=_period,
        days_called=_PERIOD_CALLED,
        clause=_PERIOD,
    ),
    Deadline(
        number="D13",
        forms=_APPLICATION,
        what="計畫草擬上傳",
        last=FIRST_UPLOAD_ENDS,
        clause=FIRST_UPLOAD,
    ),
    Window(
        number="D16",
        forms=_APPLICATION,
        reading=each("實施期程", "日期", called="活動日期"),
        days=_period,
        days_called=_PERIOD_CALLED,
        clause=PLAN["附件-1 實施期程"],
    ),
    Judgement(
        number="E06",
        forms=_APPLICATION,
        severity=Severity.WARNING,
        question="沒有兩次在同一天同一時間",
        judge=same_time_twice("實施期程", "次"),
        clause=PLAN["伍三"],
    ),
)
