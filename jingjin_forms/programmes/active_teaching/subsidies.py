"""How much of an approved amount the agency pays, 國教署 活化教學與多元學習.

Source: 教育部國民及學前教育署補助國民小學及國民中學活化教學與多元學習作業要點, 五 and 附件十二.
The rate depends on the plan, on the county's 財力級次 (1 to 5) and, for 計畫三 and 計畫四, on how
remote the school is.

>>> subsidy(100_000, "計畫三", "特偏", tier=2)
Subsidy(rate=90, grant=Money(90000), own_share=Money(10000), is_upper_bound=False)
"""

from dataclasses import dataclass

from jingjin_forms.checks.finding import Clause
from jingjin_forms.errors import SubsidyError, shortened
from jingjin_forms.programmes.active_teaching.application_words import ApplicationKind as _Plan
from jingjin_forms.programmes.active_teaching.parts.shared_questions import Remoteness
from jingjin_forms.programmes.active_teaching.source import REGULATION
from jingjin_forms.values.amount import Money

_PLANS_3_4 = (_Plan.PLAN_3, _Plan.PLAN_4)
_UPPER_BOUND = REGULATION["五(一)"]
_REMOTE = REGULATION["五(二)"]
_VISITING = REGULATION["五(三)"]


@dataclass(frozen=True, slots=True)
class Rates:
    """The rates of one line of the text, in percent, by 財力級次 1 to 5."""

    plans: tuple[str, ...]
    school_kind: str | None
    percent: tuple[int, int, int, int, int]
    clause: Clause


RATES = (
    Rates((_Plan.PLAN_1, _Plan.PLAN_2), None, (80, 85, 88, 89, 90), _UPPER_BOUND),
    Rates(_PLANS_3_4, Remoteness.EXTREMELY_REMOTE, (90, 93, 95, 100, 100), _REMOTE),
    Rates(_PLANS_3_4, Remoteness.VERY_REMOTE, (88, 90, 93, 95, 100), _REMOTE),
    Rates(_PLANS_3_4, Remoteness.REMOTE, (86, 88, 91, 93, 95), _REMOTE),
    Rates((_Plan.PLAN_5,), None, (86, 87, 88, 89, 90), _VISITING),
)


@dataclass(frozen=True, slots=True)
class Subsidy:
    """An approved amount divided between the agency and the county or school, in whole dollars."""

    rate: int
    """Percent."""
    grant: Money
    """What the agency pays: the approved amount × rate, cut to whole dollars."""
    own_share: Money
    """The rest."""
    is_upper_bound: bool
    """Whether the text says 最高, so that the agency may pay less."""


def subsidy_rate(plan: str, school_kind: str | None, tier: int) -> int:
    """The rate in percent for a plan (計畫一 … 計畫五) and 財力級次 1 to 5.

    `school_kind` is 極偏, 特偏 or 偏遠 for 計畫三 and 計畫四, None for the others. Raises
    SubsidyError where the text prints no rate.
    """
    return _rates(plan, school_kind, tier).percent[tier - 1]


def subsidy(approved: int | str, plan: str, school_kind: str | None, tier: int) -> Subsidy:
    """Divide an approved amount (核定經費, anything `Money` reads) by the rate of the text.

    `plan`, `school_kind` and `tier` are those of `subsidy_rate`. Which part is rounded the text
    does not say: here the grant is cut to whole dollars, the rest is the own share. Raises
    AmountError for what is no amount, SubsidyError where the text prints no rate.
    """
    amount = Money(approved)
    rates = _rates(plan, school_kind, tier)
    percent = rates.percent[tier - 1]
    grant = amount * percent // 100
    return Subsidy(percent, Money(grant), Money(amount - grant), rates.clause is _UPPER_BOUND)


def _rates(plan: str, school_kind: str | None, tier: int) -> Rates:
    if type(tier) is not int or not 1 <= tier <= 5:
        raise SubsidyError(f"財力級次「{shortened(tier)}」不在 1 到 5 之間。")
    of_plan = [rates for rates in RATES if plan in rates.plans]
    if not of_plan:
        plans = "、".join(dict.fromkeys(p for rates in RATES for p in rates.plans))
        raise SubsidyError(f"沒有「{shortened(plan)}」的補助比率；可填的有：{plans}。")
    for rates in of_plan:
        if rates.school_kind == school_kind:
            return rates
    kinds = [rates.school_kind for rates in of_plan if rates.school_kind]
    if kinds:
        raise SubsidyError(f"{plan}的補助比率依學校而定，請填 {'、'.join(kinds)} 之一。")
    raise SubsidyError(f"{plan}的補助比率不分學校類型，「{shortened(school_kind)}」請留空。")
