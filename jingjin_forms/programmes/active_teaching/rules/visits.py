"""計畫五: how many teachers visit how many schools, how long they stay, and travel abroad.

附件七 names the teacher and prints its lines; the part that a school has, and what stands on no
paper, are facts of the application.
"""

from collections.abc import Callable, Iterator
from typing import Any

from jingjin_forms.checks.finding import Severity
from jingjin_forms.checks.kinds import AtMost, Condition, Judgement
from jingjin_forms.checks.reading import Read, Reading, matching
from jingjin_forms.checks.rule import Fault, Rule
from jingjin_forms.programmes.active_teaching.application_words import (
    ApplicationKind,
    Consent,
    VisitingRole,
)
from jingjin_forms.programmes.active_teaching.parts.applicants import named_in
from jingjin_forms.programmes.active_teaching.rules.packet_facts import APPLICATION, is_for
from jingjin_forms.programmes.active_teaching.source import REGULATION
from jingjin_forms.values.choice import YesNo

_BUDGET, _PAPER = ("development_budget",), "課程與教學發展經費申請表"
_MOST_SCHOOLS, _MOST_EXTENSIONS, _LEAST_YEARS = 3, 2, 2
_BLOCKS, _ABROAD = ("經常門", "資本門"), ("海外", "國外", "出國", "境外")

_ONE_TEACHER = REGULATION["三 計畫五 四(一)"]
_STAY = REGULATION["三 計畫五 四(二)"]
_TRAVEL = REGULATION["三 計畫五 一(三)"]
_ONE_BETWEEN_THREE = (
    "「三校共同申請一人為限」讀作：跨校合作最多三校，合申請一人；單一學校一人只是原則"
)
_TWO_EXTENSIONS = "「以二次為限」讀作：每次延長一學年，最多延長二次，前後共三學年"

_is_plan_5 = is_for(ApplicationKind.PLAN_5)


def _has_role(*roles: VisitingRole) -> Condition:
    return lambda packet: _is_plan_5(packet) and packet.application.visiting_role in roles


_is_joint = _has_role(VisitingRole.LEAD, VisitingRole.PARTNER)
_is_known = _has_role(*VisitingRole)


def _teachers(budget: Any) -> Iterator[Read]:
    yield Read(("教學訪問教師",), len(named_in(budget.visiting_teachers)))


def _teachers_of(when: Condition, limit: str) -> Callable[[Any], Iterator[Fault]]:
    """More than one name in 附件七 of those for whom one teacher is the `limit`."""

    def judge(packet: Any) -> Iterator[Fault]:
        budget = packet.form("development_budget")
        if budget is None or not when(packet):
            return
        for path, teachers, _ in _teachers(budget):
            if teachers > 1:
                message = f"教學訪問教師寫了 {teachers} 位，{limit}"
                yield Fault(path, message, _PAPER)

    return judge


def _too_many_schools(packet: Any) -> Iterator[Fault]:
    schools = packet.application.visited_school_count
    if _is_joint(packet) and schools is not None and schools > _MOST_SCHOOLS:
        message = (
            f"{schools} 所學校共同申請，上限 {_MOST_SCHOOLS} 所，超過 {schools - _MOST_SCHOOLS} 所"
        )
        yield Fault(("受訪學校數",), message)


def _too_many_extensions(packet: Any) -> Iterator[Fault]:
    times = packet.application.extension_count
    if _is_plan_5(packet) and times is not None and times > _MOST_EXTENSIONS:
        message = f"教學訪問期間延長 {times} 次，以 {_MOST_EXTENSIONS} 次為限"
        yield Fault(("延長次數",), message)


def _without_consent(packet: Any) -> list[str]:
    """Who has not consented to an extension, as far as there is one."""
    if not _is_plan_5(packet) or not packet.application.extension_count:
        return []
    return [str(who) for who in Consent if who not in packet.application.extension_consents]


def _some_have_not_consented(packet: Any) -> Iterator[Fault]:
    missing = _without_consent(packet)
    if missing and packet.application.extension_consents:
        yield Fault(("延長同意",), f"延長教學訪問期間，還要{'、'.join(missing)}同意")


def _consents_are_not_told(packet: Any) -> Iterator[Fault]:
    if len(_without_consent(packet)) == len(Consent):
        message = f"延長教學訪問期間要{'、'.join(Consent)}同意並報國教署核定，請填「延長同意」"
        yield Fault(("延長同意",), message)


def _travel(budget: Any) -> Iterator[Fault]:
    for rows, index, line in matching(budget, _ABROAD, _BLOCKS):
        message = f"編列「{line.item}」，服務滿 {_LEAST_YEARS} 年且經評選績優者才得補助"
        yield Fault((rows, index, "項目"), message)


def _is_free_to_travel(packet: Any) -> bool | None:
    """Whether both conditions hold; None while they are not both told, and none fails."""
    application = packet.application
    years, commended = application.served_years, application.is_commended
    if commended == YesNo.NO or (years is not None and years < _LEAST_YEARS):
        return False
    return None if None in (years, commended) else True


def _travel_not_due(packet: Any) -> Iterator[Fault]:
    budget = packet.form("development_budget")
    if budget is not None and _is_plan_5(packet) and _is_free_to_travel(packet) is False:
        for path, message, *_ in _travel(budget):
            yield Fault(path, message, _PAPER)


RULES: tuple[Rule, ...] = (
    AtMost(
        number="C55",
        name="one_visiting_teacher",
        forms=_BUDGET,
        severity=Severity.WARNING,
        reading=Reading("教學訪問教師", _teachers),
        limit=1,
        unit="位",
        clause=_ONE_TEACHER,
        note=_ONE_BETWEEN_THREE,
    ),
    Judgement(
        number="C55",
        forms=APPLICATION,
        question="跨校合作者，共同申請教學訪問教師一人",
        judge=_teachers_of(_is_joint, "跨校合作以共同申請一人為限"),
        settles=("one_visiting_teacher",),
        settled_when=_is_known,
        clause=_ONE_TEACHER,
        note=_ONE_BETWEEN_THREE,
    ),
    Judgement(
        number="C55",
        forms=APPLICATION,
        severity=Severity.WARNING,
        question="單獨受訪學校，申請教學訪問教師一人",
        judge=_teachers_of(_has_role(VisitingRole.SINGLE), "每校以申請一人為原則"),
        clause=_ONE_TEACHER,
        note=_ONE_BETWEEN_THREE,
    ),
    Judgement(
        number="C55",
        forms=APPLICATION,
        question=f"跨校合作者，最多 {_MOST_SCHOOLS} 所學校共同申請",
        judge=_too_many_schools,
        clause=_ONE_TEACHER,
        note=_ONE_BETWEEN_THREE,
    ),
    Judgement(
        number="C56",
        forms=APPLICATION,
        question=f"教學訪問期間最多延長 {_MOST_EXTENSIONS} 次",
        judge=_too_many_extensions,
        clause=_STAY,
        note=_TWO_EXTENSIONS,
    ),
    Judgement(
        number="C56",
        forms=APPLICATION,
        question=f"延長教學訪問期間者，經{'、'.join(Consent)}同意",
        judge=_some_have_not_consented,
        clause=_STAY,
    ),
    Judgement(
        number="C56",
        forms=APPLICATION,
        severity=Severity.WARNING,
        question="延長教學訪問期間者，寫明哪些單位同意",
        judge=_consents_are_not_told,
        clause=_STAY,
    ),
    Judgement(
        number="C58",
        name="travel_abroad",
        forms=_BUDGET,
        severity=Severity.WARNING,
        question=f"赴海外參訪者，服務滿 {_LEAST_YEARS} 年且經評選績優",
        judge=_travel,
        clause=_TRAVEL,
    ),
    Judgement(
        number="C58",
        forms=APPLICATION,
        question=f"赴海外參訪者，服務滿 {_LEAST_YEARS} 年且經評選績優",
        judge=_travel_not_due,
        settles=("travel_abroad",),
        settled_when=lambda packet: _is_free_to_travel(packet) is not None,
        clause=_TRAVEL,
    ),
)
