"""Rules of a whole packet: what its papers say together, and when it is handed in."""

from collections.abc import Iterator
from typing import Any

from jingjin_forms.checks.kinds import Deadline, Judgement
from jingjin_forms.checks.rule import Fault, Rule
from jingjin_forms.programmes.school_based.parts.compulsory_courses import CompulsoryCourses
from jingjin_forms.programmes.school_based.source import (
    BASIC,
    HANDING_IN,
    HANDING_IN_ENDS,
    HANDING_IN_HOUR,
    PLAN,
    RESULTS,
    RESULTS_END,
)
from jingjin_forms.values.roc import RocDate


def _basic_sum(packet: Any) -> Iterator[Fault]:
    plan = packet.form("implementation_plan")
    if plan is None or packet.application.compulsory_courses != CompulsoryCourses.JOINT_OTHER:
        return
    if plan.total is not None and plan.total > BASIC:
        message = f"合計 {plan.total:,} 元，超過上限 {BASIC:,} 元 {plan.total - BASIC:,} 元"
        yield Fault(("合計",), message, "實施計畫")


def _granted_at_most_what_was_asked(packet: Any) -> Iterator[Fault]:
    sheet, plan = packet.form("review_sheet"), packet.form("implementation_plan")
    granted = None if sheet is None else sheet.approved_amount
    asked = None if plan is None else plan.total
    if granted is not None and asked is not None and granted > asked:
        message = f"核定金額 {granted:,} 元，超過申請的合計 {asked:,} 元 {granted - asked:,} 元"
        yield Fault(("核定金額",), message, "審查作業表")


RULES: tuple[Rule, ...] = (
    Judgement(
        number="A01",
        forms=("application",),
        question=f"必修課程由他校申請經費者，合計不超過 {BASIC:,} 元",
        judge=_basic_sum,
        settles=("basic_sum",),
        settled_when=lambda packet: packet.application.compulsory_courses is not None,
        clause=PLAN["十一(一)1"],
    ),
    Deadline(
        number="A15",
        forms=("application",),
        what="送審文件",
        last=HANDING_IN_ENDS,
        hour=HANDING_IN_HOUR,
        when=lambda packet: not packet.application.is_revised,
        clause=HANDING_IN,
    ),
    Deadline(
        number="A19",
        forms=("application",),
        what="修正計畫",
        last=RocDate("112年4月7日"),
        when=lambda packet: packet.application.is_revised,
        clause=PLAN["十五(一)"],
    ),
    Deadline(
        number="A22",
        forms=("results",),
        what="成果報告",
        last=RESULTS_END,
        clause=RESULTS,
    ),
    Judgement(
        number="E04",
        forms=("application",),
        question="核定金額不超過經費概算表的合計",
        judge=_granted_at_most_what_was_asked,
        clause=PLAN["審查作業表"],
    ),
)
