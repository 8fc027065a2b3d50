"""How 核定經費 is divided between the agency and the county or school, by 五 and 附件十二.

Readings: 「最高補助」 of 計畫一 and 計畫二 is a limit of what the agency pays, and is not rounded;
the other rates are what it pays, and either part may be rounded to whole dollars. 五 is for
schools.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from jingjin_forms.checks.finding import Clause
from jingjin_forms.checks.kinds import Judgement
from jingjin_forms.checks.rule import Fault, Rule
from jingjin_forms.programmes.active_teaching.application_words import ApplicationKind
from jingjin_forms.programmes.active_teaching.rules.packet_facts import APPLICATION, is_a_school
from jingjin_forms.programmes.active_teaching.source import REGULATION
from jingjin_forms.programmes.active_teaching.subsidies import RATES, Subsidy, subsidy

_TIERS = range(1, 6)
_NUMBERS: dict[str, str] = {
    ApplicationKind.PLAN_1: "C51",
    ApplicationKind.PLAN_2: "C51",
    ApplicationKind.PLAN_3: "C53",
    ApplicationKind.PLAN_4: "C53",
    ApplicationKind.PLAN_5: "C52",
}
_BY_TIER = REGULATION["五"]

_UPPER_BOUND_READ = "「最高補助」是上限，縣市政府補助得少，自籌款就多；不四捨五入"
_ROUNDING_READ = "補助款與自籌款哪一個取整數，要點沒有說，差不到 1 元的都接受"


class _Division(NamedTuple):
    """核定經費 as divided, and as the text divides it."""

    approved: int
    own_share: int
    right: Subsidy

    @property
    def grant(self) -> int:
        """What is left for the agency to pay."""
        return self.approved - self.own_share

    @property
    def beyond(self) -> int:
        """A hundred times how far the grant is above its share, without any rounding."""
        return 100 * self.grant - self.right.rate * self.approved


def _division(packet: Any) -> _Division | None:
    """None while a fact is missing that the rate depends on."""
    application = packet.application
    approved, own_share = application.approved_funding, application.own_share
    if approved is None or own_share is None or not is_a_school(packet):
        return None
    if application.fiscal_tier not in _TIERS:
        return None
    kind = None
    if _NUMBERS[application.plan] == "C53":
        paper = packet.form("partnership_application") or packet.form("activity_application")
        if paper is None or paper.school_type is None:
            return None
        kind = str(paper.school_type)
    right = subsidy(int(approved), application.plan, kind, application.fiscal_tier)
    return _Division(int(approved), int(own_share), right)


def _too_much_granted(number: str) -> Judgement:
    """C51 to C53: the agency pays no more than the rate of the text."""

    def judge(packet: Any) -> Iterator[Fault]:
        division = _division(packet)
        if division is None or _NUMBERS[packet.application.plan] != number:
            return
        allowed = 0 if division.right.is_upper_bound else 99  # hundredths: less than a dollar
        if division.beyond > allowed:
            message = (
                f"核定經費 {division.approved:,} 元扣除自籌款 {division.own_share:,} 元，"
                f"補助 {division.grant:,} 元，上限是 {division.right.rate}%"
                f"（{division.right.grant:,} 元），"
                f"超過 {division.grant - division.right.grant:,} 元"
            )
            yield Fault(("自籌款",), message)

    plans = "、".join(plan for plan, rule in _NUMBERS.items() if rule == number)
    return Judgement(
        number=number,
        forms=APPLICATION,
        question=f"{plans}的補助款不超過補助比率",
        judge=judge,
        note=_UPPER_BOUND_READ if number == "C51" else _ROUNDING_READ,
        clause=_clause_of(plans.partition("、")[0]),
    )


def _clause_of(plan: str) -> Clause:
    return next(rates.clause for rates in RATES if plan in rates.plans)


def _own_share(packet: Any) -> Iterator[Fault]:
    """C54: the own share is what the rate leaves; more where that is an upper bound."""
    division = _division(packet)
    if division is None:
        return
    most = division.approved if division.right.is_upper_bound else division.right.own_share
    if division.own_share > most:
        message = (
            f"自籌款 {division.own_share:,} 元，上限是核定經費 {division.approved:,} 元"
            f"扣除補助款後的 {most:,} 元，超過 {division.own_share - most:,} 元"
        )
        yield Fault(("自籌款",), message)


def _no_tier(packet: Any) -> Iterator[Fault]:
    tier = packet.application.fiscal_tier
    if tier is not None and tier not in _TIERS:
        yield Fault(("財力級次",), f"財力級次 {tier}，只有第一級到第五級")


RULES: tuple[Rule, ...] = (
    *map(_too_much_granted, ("C51", "C52", "C53")),
    Judgement(
        number="C54",
        forms=APPLICATION,
        question="自籌款等於核定經費扣除補助款",
        judge=_own_share,
        note=_ROUNDING_READ,
        clause=_BY_TIER,
    ),
    Judgement(
        number="E10",
        forms=APPLICATION,
        question="財力級次是 1 到 5",
        judge=_no_tier,
        clause=_BY_TIER,
    ),
)
