"""Who takes part, and how long experts come to a school, where a whole packet says so.

A school that lists ten teachers in 附件二 may have more (「超過10人者得列主要參與人10位即可」), so
60% of the staff is looked at up to there. 到校時數 counts where the budget does not show all hours.
What binds 計畫一 binds 學校, 法人 and 團體 (三 計畫一 四(二)); of 自主社群 only 附件八 備註 2
speaks, so that for them too few hours are a warning.
"""

from collections.abc import Callable, Iterator
from typing import Any

from jingjin_forms.checks.finding import Clause, Severity
from jingjin_forms.checks.kinds import Condition, Judgement
from jingjin_forms.checks.rule import Fault, Rule
from jingjin_forms.programmes.active_teaching.application_words import ApplicationKind
from jingjin_forms.programmes.active_teaching.forms.partnership_application import Approach
from jingjin_forms.programmes.active_teaching.forms.practice_application import (
    Arrangement,
    SchoolArrangement,
)
from jingjin_forms.programmes.active_teaching.rules import experts, participants
from jingjin_forms.programmes.active_teaching.rules.packet_facts import (
    APPLICATION,
    BUDGET,
    arrangement_of,
    budget_of,
    is_a_school,
)
from jingjin_forms.programmes.active_teaching.source import REGULATION

_PLAN = "計畫一申請表"
_LEAST_VISITS = 4
_LEAST_TEACHERS, _SMALL_SCHOOL_CLASSES, _SMALL_SCHOOL_PERCENT = 10, 9, 60

_SINGLE_SCHOOL = REGULATION["三 計畫一 三(一)1"]
_VISITS = REGULATION["三 計畫三 四(二)2"]


def _teachers_of_a_single_school(packet: Any) -> int | None:
    """How many teachers 附件二 lists; None where no single school applies with it."""
    plan = packet.form("practice_application")
    if plan is None or arrangement_of(packet) != Arrangement.SCHOOL:
        return None
    single = plan.school_arrangement == SchoolArrangement.SINGLE
    return participants.how_many(plan.teachers) if single else None


def _teachers_of_a_large_school(packet: Any) -> Iterator[Fault]:
    classes, teachers = packet.application.class_count, _teachers_of_a_single_school(packet)
    if teachers is None or classes is None or classes <= _SMALL_SCHOOL_CLASSES:
        return
    if teachers < _LEAST_TEACHERS:
        message = f"{classes} 班的學校，參與教師 {teachers} 位，少於 {_LEAST_TEACHERS} 位"
        yield Fault(("參與教師",), message, _PLAN)


def _teachers_of_a_small_school(packet: Any) -> Iterator[Fault]:
    application = packet.application
    classes, teachers = application.class_count, _teachers_of_a_single_school(packet)
    staff = application.authorised_teacher_count
    if teachers is None or teachers >= _LEAST_TEACHERS or staff is None or classes is None:
        return
    if classes <= _SMALL_SCHOOL_CLASSES and 100 * teachers < _SMALL_SCHOOL_PERCENT * staff:
        message = (
            f"{classes} 班的學校，參與教師 {teachers} 位，"
            f"不到編制內教師 {staff} 位的 {_SMALL_SCHOOL_PERCENT}%"
        )
        yield Fault(("參與教師",), message, _PLAN)


def _knows_the_size(packet: Any) -> bool:
    """Whether it is a single school of which 班級數 and, of a small one, 編制教師數 are given."""
    application = packet.application
    if _teachers_of_a_single_school(packet) is None or application.class_count is None:
        return False
    is_large = application.class_count > _SMALL_SCHOOL_CLASSES
    return is_large or application.authorised_teacher_count is not None


def _is_plan_1(packet: Any) -> bool:
    return packet.application.plan == ApplicationKind.PLAN_1


def _is_plan_3(packet: Any) -> bool:
    return packet.application.plan == ApplicationKind.PLAN_3


def _has_team(packet: Any) -> bool:
    """Whether a team helps under 計畫三: as 附件五 says, or as 附件八 names one."""
    if not _is_plan_3(packet):
        return False
    plan, budget = packet.form("partnership_application"), budget_of(packet)
    if plan is not None and plan.approach is not None:
        return plan.approach == Approach.WITH_TEAM
    return budget is not None and bool(budget.university_team.strip())


def _must_reach_the_hours(packet: Any) -> bool:
    how = arrangement_of(packet)
    return how == Arrangement.ASSOCIATION or bool(is_a_school(packet))


def _too_few(packet: Any, *, certain: bool) -> Iterator[Fault]:
    """Hours that are too few; `certain` when they are all known."""
    stated = packet.application.visit_hours
    if stated is not None and stated < experts.LEAST_HOURS:
        if certain:
            missing = experts.LEAST_HOURS - stated
            message = (
                f"到校總時數 {stated} 小時，少於 {experts.LEAST_HOURS} 小時，還差 {missing} 小時"
            )
            yield Fault(("到校時數",), message)
        return
    budget = budget_of(packet)
    if budget is None or experts.all_show_hours(budget) != certain:
        return
    if not certain and stated is not None:  # which is enough, where the budget does not say
        return
    name = "專家學者或團隊時數" + ("" if certain else experts.ONLY_SHOWN)
    for path, hours, _ in experts.expert_hours(name).known(budget):
        if hours < experts.LEAST_HOURS:
            missing = experts.LEAST_HOURS - hours
            message = f"{name} {hours} 小時，少於 {experts.LEAST_HOURS} 小時，還差 {missing} 小時"
            yield Fault(path, message, BUDGET)


def _certainly_too_few(when: Condition) -> Callable[[Any], Iterator[Fault]]:
    def judge(packet: Any) -> Iterator[Fault]:
        if when(packet) and _must_reach_the_hours(packet):
            yield from _too_few(packet, certain=True)

    return judge


def _perhaps_too_few(when: Condition) -> Callable[[Any], Iterator[Fault]]:
    def judge(packet: Any) -> Iterator[Fault]:
        if when(packet):
            if not _must_reach_the_hours(packet):
                yield from _too_few(packet, certain=True)
            yield from _too_few(packet, certain=False)

    return judge


def _visits(packet: Any) -> Iterator[Fault]:
    visits = packet.application.visit_count
    if _has_team(packet) and visits is not None and visits < _LEAST_VISITS:
        yield Fault(("到校次數",), f"團隊每年到校 {visits} 次，少於 {_LEAST_VISITS} 次")


def _hours(
    number: str, when: Condition, source: Clause, plan: Condition, *settles: str
) -> tuple[Rule, ...]:
    """Under a plan it is the packet that says by whose help, and how long, experts come."""
    question = f"時數合計至少 {experts.LEAST_HOURS} 小時"
    return (
        Judgement(
            number=number,
            forms=APPLICATION,
            question=question,
            judge=_certainly_too_few(when),
            settles=settles,
            settled_when=plan,
            note=experts.HOURS_READ,
            clause=source,
        ),
        Judgement(
            number=number,
            forms=APPLICATION,
            severity=Severity.WARNING,
            question=question + experts.ONLY_SHOWN,
            judge=_perhaps_too_few(when),
            note=experts.HOURS_READ,
            clause=source,
        ),
    )


RULES: tuple[Rule, ...] = (
    Judgement(
        number="C29",
        forms=APPLICATION,
        question=f"十班以上的單一學校，教師 {_LEAST_TEACHERS} 人以上參加",
        judge=_teachers_of_a_large_school,
        settles=("teachers_of_a_single_school",),
        settled_when=_knows_the_size,
        clause=_SINGLE_SCHOOL,
    ),
    Judgement(
        number="C30",
        forms=APPLICATION,
        severity=Severity.WARNING,
        question=f"九班以下的單一學校，編制內教師 {_SMALL_SCHOOL_PERCENT}% 以上參加",
        judge=_teachers_of_a_small_school,
        note="列滿 10 位者可能只列主要參與人，不再比對 60%",
        clause=_SINGLE_SCHOOL,
    ),
    *_hours(
        "C26",
        _is_plan_1,
        experts.NOTE_2_PLAN_1,
        _is_plan_1,
        "expert_hours",
        "expert_hours_shown",
    ),
    *_hours("C27", _has_team, experts.NOTE_2_PLAN_3, _is_plan_3, "team_hours", "team_hours_shown"),
    Judgement(
        number="C27",
        forms=APPLICATION,
        question=f"團隊每年到校至少 {_LEAST_VISITS} 次",
        judge=_visits,
        clause=_VISITS,
    ),
)
