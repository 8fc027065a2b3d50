"""Fees of experts in 附件八: 出席費、諮詢費、輔導費、指導費、講座鐘點費 (備註 2 and 3)."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from jingjin_forms.checks.finding import Severity
from jingjin_forms.checks.kinds import AtLeast, AtMost, Judgement, Required
from jingjin_forms.checks.reading import LINES, Read, Reading, each_item, matching
from jingjin_forms.checks.rule import Fault, Rule
from jingjin_forms.parts import BudgetLine
from jingjin_forms.programmes.active_teaching.forms.programme_budget import FundedPlan
from jingjin_forms.programmes.active_teaching.parts.applicants import is_school
from jingjin_forms.programmes.active_teaching.source import REGULATION
from jingjin_forms.values.amount import half_width

_PLANS = ("programme_budget",)
_ADVICE = ("諮詢費", "輔導費", "指導費")
_EXPERTS = (*_ADVICE, "出席費", "講座", "講師")
_ADVICE_CALLED = "諮詢費、輔導費、指導費"

_BY_THE_HOUR = ("小時", "時", "人時", "鐘點", "節")
_BY_THE_VISIT = ("次", "人次", "場", "場次", "趟", "日", "天")

_AN_HOUR, _HOURS_A_VISIT = 1_000, 6
LEAST_HOURS = 20

_NOTE_3 = REGULATION["附件八 備註 3"]
_hours_a_visit = re.compile(
    r"每(?:次|場|人次|日|天)[^0-9。；;]{0,6}([0-9]{1,4}(?:\.[0-9]{1,2})?) ?小?時"
)
_of_the_school = re.compile(r"(?:校內|本校|內聘)(?:教師|老師|講師|主任|組長|校長|同仁|人員)?")
_expert = re.compile("專家|學者|教授|大學|團隊|外聘|校外")


def _price(name: str, units: Iterable[str]) -> Reading:
    """單價 of the lines of advice that are counted by one of these units."""

    def read(budget: Any) -> Iterator[Read]:
        for rows, index, line in matching(budget, _ADVICE):
            if line.unit.strip() in units:
                yield Read((rows, index, "單價"), line.unit_price)

    return Reading(name, read)


def _stated_hours(budget: Any) -> Iterator[Read]:
    """Hours of a visit as 說明 has them: 每次3小時."""
    for rows, index, line in matching(budget, _ADVICE):
        for hours in _hours_a_visit.findall(half_width(line.note)):
            yield Read((rows, index, "說明"), Decimal(hours))


def _paid_inside(budget: Any) -> Iterator[Fault]:
    for rows, index, line in matching(budget, _ADVICE):
        said = line.item + line.note
        inside = _of_the_school.search(said)
        if inside and not _expert.search(said):
            message = f"寫的是「{inside[0]}」，{_ADVICE_CALLED}只能支應專家學者或大學團隊"
            yield Fault((rows, index, "說明"), message)


def _is_from_outside(line: BudgetLine) -> bool:
    said = line.item + line.note
    return "內聘" not in said or "外聘" in said


def _expert_lines(budget: Any) -> list[BudgetLine]:
    return [line for _, _, line in matching(budget, _EXPERTS) if _is_from_outside(line)]


def _shows_hours(line: BudgetLine) -> bool:
    mixed = "內聘" in line.item + line.note  # with 外聘, or it would not be here
    return line.unit.strip() in _BY_THE_HOUR and line.quantity is not None and not mixed


def expert_hours(name: str) -> Reading:
    """The hours of the lines that show them; nothing while there is no line at all."""

    def read(budget: Any) -> Iterator[Read]:
        shown = [line.quantity or 0 for line in _expert_lines(budget) if _shows_hours(line)]
        yield Read((LINES, name), sum(shown) if budget.lines else None)

    return Reading(name, read)


def all_show_hours(budget: Any) -> bool:
    return all(map(_shows_hours, _expert_lines(budget)))


def _is_plan_1(budget: Any) -> bool:
    return budget.plan == FundedPlan.PLAN_1


def _has_team(budget: Any) -> bool:
    return budget.plan == FundedPlan.PLAN_3 and bool(budget.university_team.strip())


ONLY_SHOWN = "（只計以小時、節編列者）"
NOTE_2_PLAN_1 = REGULATION["附件八 備註 2(1)"]
NOTE_2_PLAN_3 = REGULATION["附件八 備註 2(2)"]

RULES: tuple[Rule, ...] = (
    AtMost(
        number="C08",
        forms=_PLANS,
        reading=_price(f"{_ADVICE_CALLED}每小時單價", ("", *_BY_THE_HOUR)),
        limit=_AN_HOUR,
        clause=_NOTE_3,
    ),
    AtMost(
        number="C09",
        forms=_PLANS,
        reading=_price(f"{_ADVICE_CALLED}每次單價", _BY_THE_VISIT),
        limit=_AN_HOUR * _HOURS_A_VISIT,
        clause=_NOTE_3,
    ),
    AtMost(
        number="C09",
        forms=_PLANS,
        reading=Reading(f"{_ADVICE_CALLED}每次時數", _stated_hours),
        limit=_HOURS_A_VISIT,
        unit="小時",
        clause=_NOTE_3,
    ),
    Judgement(
        number="C11",
        forms=_PLANS,
        question=f"{_ADVICE_CALLED}支應專家學者或大學團隊，不是校內人員",
        judge=_paid_inside,
        clause=_NOTE_3,
    ),
    Required(
        number="C11",
        forms=_PLANS,
        severity=Severity.WARNING,
        reading=each_item("說明", *_ADVICE, called="支應何人（專家學者或大學團隊）的說明"),
        when_called=_ADVICE_CALLED,
        clause=_NOTE_3,
    ),
    AtLeast(
        number="C26",
        name="expert_hours",
        forms=_PLANS,
        reading=expert_hours("校外專家學者時數"),
        limit=LEAST_HOURS,
        unit="小時",
        when=lambda budget: _is_plan_1(budget) and is_school(budget) and all_show_hours(budget),
        clause=NOTE_2_PLAN_1,
    ),
    AtLeast(
        number="C26",
        name="expert_hours_shown",
        forms=_PLANS,
        severity=Severity.WARNING,
        reading=expert_hours("校外專家學者時數" + ONLY_SHOWN),
        limit=LEAST_HOURS,
        unit="小時",
        when=lambda budget: (
            _is_plan_1(budget) and not (is_school(budget) and all_show_hours(budget))
        ),
        clause=NOTE_2_PLAN_1,
    ),
    AtLeast(
        number="C27",
        name="team_hours",
        forms=_PLANS,
        reading=expert_hours("團隊時數"),
        limit=LEAST_HOURS,
        unit="小時",
        when=lambda budget: _has_team(budget) and all_show_hours(budget),
        clause=NOTE_2_PLAN_3,
    ),
    AtLeast(
        number="C27",
        name="team_hours_shown",
        forms=_PLANS,
        severity=Severity.WARNING,
        reading=expert_hours("團隊時數" + ONLY_SHOWN),
        limit=LEAST_HOURS,
        unit="小時",
        when=lambda budget: _has_team(budget) and not all_show_hours(budget),
        clause=NOTE_2_PLAN_3,
    ),
)
