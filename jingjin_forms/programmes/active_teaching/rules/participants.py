"""Who takes part: 附件二 (計畫一) and 附件五 (計畫三)."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from jingjin_forms.checks.finding import Severity
from jingjin_forms.checks.kinds import AtLeast, AtMost, Condition, Judgement
from jingjin_forms.checks.reading import Read, Reading
from jingjin_forms.checks.rule import Fault, Rule
from jingjin_forms.programmes.active_teaching.forms.practice_application import (
    Arrangement,
    SchoolArrangement,
)
from jingjin_forms.programmes.active_teaching.parts.applicants import (
    how_many_schools,
    named_in,
    names_a_school,
)
from jingjin_forms.programmes.active_teaching.parts.shared_questions import Teacher
from jingjin_forms.programmes.active_teaching.source import REGULATION

_PRACTICE, _PARTNERSHIP = ("practice_application",), ("partnership_application",)
_WITH_TEAM = (*_PARTNERSHIP, "programme_budget", "outcome_checklist")

_LEAST_TEACHERS = 10
_SCHOOLS_OF_A_COMMUNITY, _SCHOOLS_OF_A_TEAM = 3, 3
_SMALL_SCHOOL_CLASSES, _SMALL_SCHOOL_PERCENT = 9, 60

_SAME_SCHOOL = "學校的全銜與簡稱、同校的不同單位算一所；大學、協會等不算學校"
_TEAM_READ = "以大學團隊名稱中寫幾個「團隊」計，幾所大學合組一個團隊算一個"

_and = re.compile("(?<=團隊)[及與和]")
_TEAMS = REGULATION["三 計畫三 四(二)1：每校一團隊"]


def how_many(teachers: Iterable[Teacher]) -> int:
    """How many people these are: who stands in two rows with the same 職稱 and 服務單位 is one."""
    return len({(t.name.strip(), t.position.strip(), t.organisation.strip()) for t in teachers})


def _teachers(application: Any) -> Iterator[Read]:
    yield Read(("參與教師",), how_many(application.teachers))


def _teachers_in_service(application: Any) -> Iterator[Read]:
    """「在職教師」: who has retired is none."""
    in_service = (t for t in application.teachers if "退休" not in t.position + t.organisation)
    yield Read(("參與教師",), how_many(in_service))


_TEACHERS = Reading("參與教師", _teachers)


def _is(arrangement: Arrangement, how: SchoolArrangement | None = None) -> Condition:
    """Whether that is how the plan is held; `how` of the schools alone."""

    def holds(application: Any) -> bool:
        if application.arrangement != arrangement:
            return False
        return how is None or application.school_arrangement == how

    return holds


def _single_school(application: Any) -> Iterator[Fault]:
    held_alone = _is(Arrangement.SCHOOL, SchoolArrangement.SINGLE)(application)
    people = how_many(application.teachers)
    if held_alone and people < _LEAST_TEACHERS:
        message = (
            f"單一學校，參與教師 {people} 位，少於 {_LEAST_TEACHERS} 位："
            f"{_SMALL_SCHOOL_CLASSES} 班以下的學校，以編制內教師總額 {_SMALL_SCHOOL_PERCENT}% "
            "以上參加為原則；班級數更多的學校不得少於此數"
        )
        yield Fault(("參與教師",), message)


def _schools(application: Any) -> Iterator[Read]:
    """How many schools the 服務單位 are, once every teacher has one."""
    named = [teacher.organisation.strip() for teacher in application.teachers]
    known = bool(named) and all(named)
    yield Read(("參與教師", "服務單位"), how_many_schools(named) if known else None)


def _no_school_beside(application: Any) -> Iterator[Fault]:
    if not _is(Arrangement.ASSOCIATION)(application):
        return
    named = [teacher.organisation for teacher in application.teachers]
    partners = how_many_schools(named_in(application.partner_schools))
    if not partners and not any(map(names_a_school, named)):
        said = application.partner_schools.strip()
        said = f"寫的是「{said}」" if said else "空白"
        message = f"法人、團體至少與一所學校合作，合作學校{said}，參與教師的服務單位也看不出學校"
        yield Fault(("合作學校",), message)


def _two_teams(facts: Any) -> Iterator[Fault]:
    named = named_in(_and.sub("、", facts.university_team))
    teams = [name for name in named if "團隊" in name]
    if len(teams) > 1:
        message = f"寫了 {len(teams)} 個團隊（{'、'.join(teams)}），每一學校以由一團隊協助為限"
        yield Fault(("大學團隊名稱",), message)


def _schools_of_the_team(application: Any) -> Iterator[Read]:
    """The schools that one application brings to a team; the applicant may stand in both facts."""
    if application.university_team.strip():
        partners = named_in(application.partner_schools)
        schools = how_many_schools([application.school.full_name or "", *partners])
        yield Read(("合作學校",), schools)


RULES: tuple[Rule, ...] = (
    Judgement(
        number="C28",
        forms=_WITH_TEAM,
        question="每一學校由一團隊協助",
        judge=_two_teams,
        note=_TEAM_READ,
        clause=_TEAMS,
    ),
    AtMost(
        number="C28",
        forms=_PARTNERSHIP,
        severity=Severity.WARNING,
        reading=Reading("團隊協助的學校", _schools_of_the_team),
        limit=_SCHOOLS_OF_A_TEAM,
        unit="所",
        note=_SAME_SCHOOL,
        clause=REGULATION["三 計畫三 四(二)1：每團隊三校"],
    ),
    Judgement(
        number="C29",
        name="teachers_of_a_single_school",
        forms=_PRACTICE,
        severity=Severity.WARNING,
        question="單一學校十班以上者，教師十人以上參加",
        judge=_single_school,
        clause=REGULATION["三 計畫一 三(一)1"],
    ),
    AtLeast(
        number="C31",
        forms=_PRACTICE,
        severity=Severity.WARNING,
        reading=_TEACHERS,
        limit=_LEAST_TEACHERS,
        unit="位",
        when=_is(Arrangement.SCHOOL, SchoolArrangement.JOINT),
        clause=REGULATION["三 計畫一 三(一)2"],
    ),
    AtLeast(
        number="C32",
        forms=_PRACTICE,
        reading=Reading("參與的在職教師", _teachers_in_service),
        limit=_LEAST_TEACHERS,
        unit="位",
        when=_is(Arrangement.COMMUNITY),
        note="職稱或服務單位寫退休的不算在職教師，姓名、職稱與服務單位都相同的算一位",
        clause=REGULATION["二(二)"],
    ),
    AtLeast(
        number="C32",
        forms=_PRACTICE,
        reading=Reading("參與教師的學校", _schools),
        limit=_SCHOOLS_OF_A_COMMUNITY,
        unit="所",
        note=_SAME_SCHOOL,
        when=_is(Arrangement.COMMUNITY),
        clause=REGULATION["二(二)"],
    ),
    AtLeast(
        number="C33",
        forms=_PRACTICE,
        reading=_TEACHERS,
        limit=_LEAST_TEACHERS,
        unit="位",
        when=_is(Arrangement.ASSOCIATION),
        clause=REGULATION["三 計畫一 三(三)"],
    ),
    Judgement(
        number="C33",
        forms=_PRACTICE,
        question="法人、團體至少與一所學校合作",
        note=_SAME_SCHOOL,
        judge=_no_school_beside,
        clause=REGULATION["三 計畫一 三(三)"],
    ),
)
