"""Who takes part: 附件二 (計畫一) and 附件五 (計畫三)."""

from collections.abc import Iterator
from typing import Any

from jingjin_forms.checks.finding import Severity
from jingjin_forms.checks.kinds import AtLeast, AtMost, Condition, Judgement
from jingjin_forms.checks.reading import Read, Reading, count
from jingjin_forms.checks.rule import Fault, Rule
from jingjin_forms.programmes.active_teaching.forms.practice_application import (
    Arrangement,
    SchoolArrangement,
)
from jingjin_forms.programmes.active_teaching.parts.applicants import is_school_name, named_in
from jingjin_forms.programmes.active_teaching.source import REGULATION

_PRACTICE, _PARTNERSHIP = ("practice_application",), ("partnership_application",)
_WITH_TEAM = (*_PARTNERSHIP, "programme_budget", "outcome_checklist")

_LEAST_TEACHERS, _LISTED_TEACHERS = 10, 10
_SCHOOLS_OF_A_COMMUNITY, _SCHOOLS_OF_A_TEAM = 3, 3
_SMALL_SCHOOL_CLASSES, _SMALL_SCHOOL_PERCENT = 9, 60

_TEACHERS = count("參與教師", called="參與教師")
_TEAMS = REGULATION["三 計畫三 四(二)1：每校一團隊"]


def _is(arrangement: Arrangement, how: SchoolArrangement | None = None) -> Condition:
    """Whether that is how the plan is held; `how` of the schools alone."""

    def holds(application: Any) -> bool:
        if application.arrangement != arrangement:
            return False
        return how is None or application.school_arrangement == how

    return holds


def _single_school(application: Any) -> Iterator[Fault]:
    held_alone = _is(Arrangement.SCHOOL, SchoolArrangement.SINGLE)(application)
    people = len(application.teachers)
    if held_alone and people < _LEAST_TEACHERS:
        message = (
            f"單一學校，參與教師 {people} 位，少於 {_LEAST_TEACHERS} 位："
            f"{_SMALL_SCHOOL_CLASSES} 班以下的學校，以編制內教師總額 {_SMALL_SCHOOL_PERCENT}% "
            "以上參加為原則；班級數更多的學校不得少於此數"
        )
        yield Fault(("參與教師",), message)


def _schools(application: Any) -> Iterator[Read]:
    """How many 服務單位 there are, once every teacher has one."""
    named = [teacher.organisation.strip() for teacher in application.teachers]
    yield Read(("參與教師", "服務單位"), len({*named}) if named and all(named) else None)


def _no_school_beside(application: Any) -> Iterator[Fault]:
    if not _is(Arrangement.ASSOCIATION)(application):
        return
    named = [teacher.organisation for teacher in application.teachers]
    if not application.partner_schools.strip() and not any(map(is_school_name, named)):
        message = "法人、團體至少與一所學校合作，合作學校空白，參與教師的服務單位也看不出學校"
        yield Fault(("合作學校",), message)


def _two_teams(facts: Any) -> Iterator[Fault]:
    teams = [name for name in named_in(facts.university_team) if "團隊" in name]
    if len(teams) > 1:
        message = f"寫了 {len(teams)} 個團隊（{'、'.join(teams)}），每一學校以由一團隊協助為限"
        yield Fault(("大學團隊名稱",), message)


def _schools_of_the_team(application: Any) -> Iterator[Read]:
    """The schools that one application brings to a team; the applicant may stand in both facts."""
    if application.university_team.strip():
        schools = named_in(f"{application.school.full_name or ''}、{application.partner_schools}")
        yield Read(("合作學校",), len(schools))


RULES: tuple[Rule, ...] = (
    Judgement(
        number="C28",
        forms=_WITH_TEAM,
        question="每一學校由一團隊協助",
        judge=_two_teams,
        clause=_TEAMS,
    ),
    AtMost(
        number="C28",
        forms=_PARTNERSHIP,
        severity=Severity.WARNING,
        reading=Reading("團隊協助的學校", _schools_of_the_team),
        limit=_SCHOOLS_OF_A_TEAM,
        unit="所",
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
        reading=_TEACHERS,
        limit=_LEAST_TEACHERS,
        unit="位",
        when=_is(Arrangement.COMMUNITY),
        clause=REGULATION["二(二)"],
    ),
    AtLeast(
        number="C32",
        forms=_PRACTICE,
        reading=Reading("參與教師的學校", _schools),
        limit=_SCHOOLS_OF_A_COMMUNITY,
        unit="所",
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
        judge=_no_school_beside,
        clause=REGULATION["三 計畫一 三(三)"],
    ),
    AtMost(
        number="C42",
        forms=_PRACTICE,
        severity=Severity.WARNING,
        reading=_TEACHERS,
        limit=_LISTED_TEACHERS,
        unit="位",
        clause=REGULATION["附件二：主要參與人"],
    ),
)
