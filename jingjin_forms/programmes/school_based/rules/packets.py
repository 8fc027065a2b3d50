"""Rules of a whole packet: what its papers say together, and when it is handed in."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from jingjin_forms.checks.finding import Severity
from jingjin_forms.checks.kinds import Deadline, Judgement
from jingjin_forms.checks.rule import Fault, Rule
from jingjin_forms.programmes.school_based.parts.compulsory_courses import CompulsoryCourses
from jingjin_forms.programmes.school_based.source import (
    BASIC,
    HANDING_IN,
    HANDING_IN_ENDS,
    HANDING_IN_HOUR,
    PLAN,
    REVIEW,
)
from jingjin_forms.values.amount import Money
from jingjin_forms.values.choice import YesNo


def _basic_sum(packet: Any) -> Iterator[Fault]:
    plan = packet.form("implementation_plan")
    if plan is None or packet.application.compulsory_courses != CompulsoryCourses.JOINT_OTHER:
        return
    if plan.total is not None and plan.total > BASIC:
        message = f"合計 {plan.total:,} 元，上限 {BASIC:,} 元，超過 {plan.total - BASIC:,} 元"
        yield Fault(("合計",), message, "實施計畫")


def _granted(packet: Any) -> Money | None:
    """核定金額, from the 審查作業表 or, of the results, from the application itself."""
    sheet = packet.form("review_sheet") or packet.application
    return getattr(sheet, "approved_amount", None)


def _granted_at_most_what_was_asked(packet: Any) -> Iterator[Fault]:
    granted, plan = _granted(packet), packet.form("implementation_plan")
    asked = None if plan is None else plan.total
    if granted is not None and asked is not None and granted > asked:
        message = f"核定金額 {granted:,} 元，申請的合計 {asked:,} 元，超過 {granted - asked:,} 元"
        paper = "審查作業表" if packet.form("review_sheet") else ""
        yield Fault(("核定金額",), message, paper)


def _spent_more_than_granted(packet: Any) -> Iterator[Fault]:
    granted, spent = packet.application.approved_amount, packet.application.spent
    if granted is not None and spent is not None and spent > granted:
        message = f"實支金額 {spent:,} 元，核定金額 {granted:,} 元，超過 {spent - granted:,} 元"
        yield Fault(("實支金額",), message)


def _spent_more_than_estimated(packet: Any) -> Iterator[Fault]:
    spent, plan = packet.application.spent, packet.form("implementation_plan")
    estimated = None if plan is None else plan.total
    if spent is not None and estimated is not None and spent > estimated:
        over = spent - estimated
        message = f"實支金額 {spent:,} 元，經費概算的合計 {estimated:,} 元，超過 {over:,} 元"
        yield Fault(("實支金額",), message)


def _money_left_not_known(packet: Any) -> Iterator[Fault]:
    known = {
        "核定金額": packet.application.approved_amount,
        "實支金額": packet.application.spent,
    }
    blank = [label for label, amount in known.items() if amount is None]
    if blank:
        message = f"沒有填{'、'.join(blank)}，看不出有沒有結餘款；有結餘款要附繳款書"
        yield Fault((blank[0],), message)


def _not_registered(packet: Any) -> Iterator[Fault]:
    if packet.application.registered is not YesNo.YES:
        message = "沒有填「是」：辦理的研習一律要登錄全國教師進修網"
        yield Fault(("全國教師進修網登錄",), message)


def _sessions_without_photographs(packet: Any) -> Iterator[Fault]:
    """A sheet is of the session of its day; one without a day may be of any."""
    plan, sheets = packet.form("implementation_plan"), packet.forms("session_result")
    if plan is None or not sheets:  # that there is none at all is said of the paper
        return
    days = Counter(sheet.date for sheet in sheets)
    missing: list[int] = []
    for number, session in enumerate(plan.sessions, 1):
        day = session.date if days[session.date] else None
        if days[day]:
            days[day] -= 1
        else:
            missing.append(number)
    if missing:
        message = f"第 {'、'.join(map(str, missing))} 場沒有實施成果（活動相片）"
        yield Fault(("實施成果",), message, "實施成果")


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
    Judgement(
        number="A23",
        forms=("results",),
        severity=Severity.WARNING,
        question="核定金額與實支金額都填，看得出有沒有結餘款",
        judge=_money_left_not_known,
        clause=PLAN["十六(三)：繳回"],
    ),
    Judgement(
        number="A24",
        forms=("results",),
        severity=Severity.WARNING,
        question="各場研習登錄全國教師進修網",
        judge=_not_registered,
        clause=REVIEW["七(十)"],
    ),
    Judgement(
        number="A36",
        forms=("results",),
        question="實支金額不超過核定金額",
        judge=_spent_more_than_granted,
        clause=PLAN["十一(一)"],
    ),
    Judgement(
        number="A37",
        forms=("results",),
        severity=Severity.WARNING,
        question="每一場都有實施成果（活動相片）",
        judge=_sessions_without_photographs,
        clause=PLAN["十六(一)"],
    ),
    Judgement(
        number="A39",
        forms=("results",),
        question="實支金額不超過經費概算的合計",
        judge=_spent_more_than_estimated,
        clause=REVIEW["七(八)"],
    ),
    Judgement(
        number="E04",
        forms=("application", "results"),
        question="核定金額不超過經費概算表的合計",
        judge=_granted_at_most_what_was_asked,
        clause=PLAN["審查作業表"],
    ),
)
