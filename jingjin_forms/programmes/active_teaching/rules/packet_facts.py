"""What the rules of a whole packet ask about an application and its papers."""

from collections.abc import Iterator
from typing import Any

from jingjin_forms.checks.kinds import Condition
from jingjin_forms.checks.reading import Read, Reading
from jingjin_forms.programmes.active_teaching.application_words import ApplicationKind, VisitingRole
from jingjin_forms.programmes.active_teaching.forms.practice_application import Arrangement
from jingjin_forms.programmes.active_teaching.parts.applicants import is_school
from jingjin_forms.values.choice import YesNo

APPLICATION = ("application",)
BUDGET = "經費申請表"
"""What the applications call 附件八."""


def is_for(*kinds: ApplicationKind) -> Condition:
    """Whether that is what is applied for."""
    return lambda packet: packet.application.application_kind in kinds


def budget_of(packet: Any) -> Any:
    """附件八; None where there is none."""
    return packet.form("programme_budget")


def is_plan_of_budget(packet: Any) -> bool:
    """Whether 附件八 is for the plan that is applied for; where it is not, C47 says so."""
    budget = budget_of(packet)
    return budget is not None and budget.plan == packet.application.plan


def of_budget(reading: Reading) -> Reading:
    """What is read from 附件八, for a rule of the packet."""

    def read(packet: Any) -> Iterator[Read]:
        budget = budget_of(packet)
        for path, value, _ in () if budget is None else reading.read(budget):
            yield Read(path, value, BUDGET)

    return Reading(reading.name, read)


def yes(answer: YesNo | None) -> bool | None:
    """Whether the answer is 是; None while there is none."""
    return None if answer is None else answer == YesNo.YES


def arrangement_of(packet: Any) -> Arrangement | None:
    """辦理模式 of 計畫一, and of a workshop, which is a community's."""
    if packet.application.application_kind == ApplicationKind.WORKSHOP:
        return Arrangement.COMMUNITY
    said = packet.application.arrangement.strip()
    return Arrangement(said) if said in tuple(Arrangement) else None


def is_a_school(packet: Any) -> bool | None:
    """Whether a school applies: only under 計畫一 may others. None where nothing shows it."""
    if packet.application.plan != ApplicationKind.PLAN_1:
        return bool(packet.application.plan) or None
    if (how := arrangement_of(packet)) is not None:
        return how == Arrangement.SCHOOL
    budget = budget_of(packet)
    return True if budget is not None and is_school(budget) else None


def is_visited(packet: Any) -> bool:
    """Whether a 受訪學校 applies for 計畫五, which it is unless 計畫五角色 says otherwise."""
    application = packet.application
    is_plan_5 = application.application_kind == ApplicationKind.PLAN_5
    return is_plan_5 and application.visiting_role != VisitingRole.HOME


def is_workshop(packet: Any) -> bool | None:
    """Whether it is a 教師研習計畫; None where nothing is said."""
    if packet.application.application_kind == ApplicationKind.WORKSHOP:
        return True
    return yes(packet.application.teacher_workshop)


def plans_of(packet: Any) -> set[str]:
    """The plans that the applicant applies for, with this one."""
    also = {str(plan) for plan in packet.application.also_applied}
    return also | {packet.application.plan}


def branches_of(packet: Any) -> int | None:
    """How many 分校 and 分班; None while neither is counted, or one is named and not counted."""
    application = packet.application
    counts = application.branch_count, application.branch_class_count
    papers = packet.form("partnership_application"), packet.form("activity_application")
    paper = papers[0] or papers[1]
    names = ("", "") if paper is None else (paper.branch_name, paper.branch_class_name)
    named_only = any(
        count is None and name.strip() for count, name in zip(counts, names, strict=True)
    )
    if counts == (None, None) or named_only:
        return None
    return sum(filter(None, counts))
