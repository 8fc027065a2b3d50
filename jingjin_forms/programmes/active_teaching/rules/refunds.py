"""餘款繳回方式, at the foot of 附件七 and 附件八."""

from collections.abc import Iterator
from typing import Any

from jingjin_forms.checks.kinds import Judgement
from jingjin_forms.checks.rule import Fault, Rule
from jingjin_forms.programmes.active_teaching.parts.refund import GROUNDS, Refund
from jingjin_forms.programmes.active_teaching.source import REGULATION


def _unclear(budget: Any) -> Iterator[Fault]:
    ticked = set(budget.refund)
    where = ("餘款繳回方式",)
    if ticked >= {Refund.RETURNED, Refund.KEPT}:
        yield Fault(where, "同時勾選「繳回」與「不繳回」，請擇一勾選")
    elif ticked.isdisjoint({Refund.RETURNED, Refund.KEPT}):
        yield Fault(where, "沒有勾選「繳回」或「不繳回」，請擇一勾選")
    elif Refund.KEPT in ticked and not _has_grounds(budget):
        message = f"勾選「不繳回」，沒有敘明依據（{'或'.join(GROUNDS)}），也沒有填「不繳回依據」"
        yield Fault(where, message)
    elif Refund.RETURNED in ticked and budget.refund_grounds.strip():
        yield Fault(("不繳回依據",), "填了不繳回的依據，勾選的卻是「繳回」")


def _has_grounds(budget: Any) -> bool:
    return not set(GROUNDS).isdisjoint(budget.refund) or bool(budget.refund_grounds.strip())


RULES: tuple[Rule, ...] = (
    Judgement(
        number="C70",
        forms=("programme_budget", "development_budget"),
        question="餘款勾選繳回或不繳回其一，不繳回者敘明依據",
        judge=_unclear,
        note="不繳回底下印好的兩個選項也是依據，勾選其一就不必再寫「不繳回依據」",
        clause=REGULATION["附件七、八 備註：餘款"],
    ),
)
