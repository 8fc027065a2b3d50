"""餘款繳回方式, at the foot of 附件七 and 附件八."""

from collections.abc import Iterator
from typing import Any

from jingjin_forms.checks.kinds import Judgement
from jingjin_forms.checks.rule import Fault, Rule
from jingjin_forms.programmes.active_teaching.parts.refund import Refund
from jingjin_forms.programmes.active_teaching.source import REGULATION

_GROUNDS = (Refund.BY_CONTRACT, Refund.IN_PROPORTION)


def _unclear(budget: Any) -> Iterator[Fault]:
    ticked = set(budget.refund)
    where = ("餘款繳回方式",)
    if ticked >= {Refund.RETURNED, Refund.KEPT}:
        yield Fault(where, "同時勾選「繳回」與「不繳回」，請擇一勾選")
    elif ticked.isdisjoint({Refund.RETURNED, Refund.KEPT}):
        yield Fault(where, "沒有勾選「繳回」或「不繳回」，請擇一勾選")
    elif Refund.KEPT in ticked and ticked.isdisjoint(_GROUNDS):
        message = f"勾選「不繳回」，沒有敘明依據（{'或'.join(_GROUNDS)}）"
        yield Fault(where, message)


RULES: tuple[Rule, ...] = (
    Judgement(
        number="C70",
        forms=("programme_budget", "development_budget"),
        question="餘款勾選繳回或不繳回其一，不繳回者敘明依據",
        judge=_unclear,
        clause=REGULATION["附件七、八 備註：餘款"],
    ),
)
