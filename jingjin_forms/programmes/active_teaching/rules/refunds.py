"""餘款繳回方式 at the foot of 附件七 and 附件八."""

from collections.abc import Iterator
from typing import Any

from jingjin_forms.checks.kinds import Judgement
from jingjin_forms.checks.rule import Fault, Rule
from jingjin_forms.programmes.active_teaching.parts.refund import GROUNDS, Refund
from jingjin_forms.programmes.active_teaching.source import REGULATION

_BUDGETS = ("programme_budget", "development_budget")


def _without_grounds(budget: Any) -> Iterator[Fault]:
    has_grounds = any(box in budget.refund for box in GROUNDS) or budget.refund_grounds.strip()
    if Refund.KEPT in budget.refund and not has_grounds:
        boxes = "」「".join(GROUNDS)
        message = f"勾選不繳回，沒有敘明依據：請填「不繳回依據」，或勾選「{boxes}」"
        yield Fault(("不繳回依據",), message)


def _both_ways(budget: Any) -> Iterator[Fault]:
    if Refund.RETURNED in budget.refund and Refund.KEPT in budget.refund:
        yield Fault(("餘款繳回方式",), "同時勾選繳回與不繳回，請只留一個")


def _refund(budget: Any) -> Iterator[Fault]:
    yield from _both_ways(budget)
    yield from _without_grounds(budget)


RULES: tuple[Rule, ...] = (
    Judgement(
        number="E15",
        forms=_BUDGETS,
        question="餘款不繳回者敘明依據，繳回與不繳回只勾一個",
        judge=_refund,
        note="不繳回底下印好的兩個選項也是依據",
        clause=REGULATION["附件七、附件八：餘款繳回方式"],
    ),
)
