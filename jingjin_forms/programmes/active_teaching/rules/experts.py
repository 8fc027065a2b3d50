"""How many hours experts come, by the fees of 附件八: 出席費 to 講座鐘點費 (備註 2)."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from jingjin_forms.checks.finding import Severity
from jingjin_forms.checks.kinds import AtLeast
from jingjin_forms.checks.reading import LINES, Read, Reading
from jingjin_forms.checks.rule import Rule
from jingjin_forms.parts import BudgetLine
from jingjin_forms.programmes.active_teaching.forms.programme_budget import FundedPlan
from jingjin_forms.programmes.active_teaching.parts.applicants import is_school
from jingjin_forms.programmes.active_teaching.rules.advice import all_hours_of
from jingjin_forms.programmes.active_teaching.rules.cost_items import is_of_an_expert
from jingjin_forms.programmes.active_teaching.rules.insiders import From, origin
from jingjin_forms.programmes.active_teaching.source import REGULATION

_PLANS = ("programme_budget",)
LEAST_HOURS = 20

ONLY_SHOWN = "（只計看得出時數者）"
NOTE_2_PLAN_1 = REGULATION["附件八 備註 2(1)"]
NOTE_2_PLAN_3 = REGULATION["附件八 備註 2(2)"]
HOURS_READ = (
    "計出席費、諮詢費、輔導費、指導費、講座鐘點費的時數，1 節以 1 小時計，以次編列而寫明每次幾小時"
    "者相乘；內聘與校內、本校人員不計，沒有寫明的算校外"
)


def _expert_lines(budget: Any) -> Iterator[tuple[BudgetLine, From]]:
    """The lines that may pay somebody from outside."""
    for line in budget.lines:
        whence = origin(line, budget) if is_of_an_expert(line.item) else From.INSIDE
        if whence is not From.INSIDE:
            yield line, whence


def _shown_hours(budget: Any) -> list[int | Decimal | None]:
    """The hours of these lines; None of one that does not show how many are from outside."""
    return [
        all_hours_of(line) if whence is From.OUTSIDE else None
        for line, whence in _expert_lines(budget)
    ]


def expert_hours(name: str) -> Reading:
    """The hours of the lines that show them; nothing while there is no line at all."""

    def read(budget: Any) -> Iterator[Read]:
        shown = [hours for hours in _shown_hours(budget) if hours is not None]
        yield Read((LINES, name), sum(shown) if budget.lines else None)

    return Reading(name, read)


def all_show_hours(budget: Any) -> bool:
    """Whether all of these lines show their hours."""
    return None not in _shown_hours(budget)


def _is_plan_1(budget: Any) -> bool:
    return budget.plan == FundedPlan.PLAN_1


def _has_team(budget: Any) -> bool:
    return budget.plan == FundedPlan.PLAN_3 and bool(budget.university_team.strip())


RULES: tuple[Rule, ...] = (
    AtLeast(
        number="C26",
        name="expert_hours",
        forms=_PLANS,
        reading=expert_hours("校外專家學者時數"),
        limit=LEAST_HOURS,
        unit="小時",
        when=lambda budget: _is_plan_1(budget) and is_school(budget) and all_show_hours(budget),
        note=HOURS_READ,
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
        note=HOURS_READ,
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
        note=HOURS_READ,
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
        note=HOURS_READ,
        clause=NOTE_2_PLAN_3,
    ),
)
