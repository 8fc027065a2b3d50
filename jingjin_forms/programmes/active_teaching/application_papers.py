"""The papers of 活化教學與多元學習: which a case needs, who seals each, how each is handed in.

Source: 教育部國民及學前教育署補助國民小學及國民中學活化教學與多元學習作業要點, 四(一) and 八.

What a case needs depends on 申請類別 and, under 計畫一, on 辦理模式; who seals 附件五 on 辦理方式.
Without 計畫五角色 the applicant of 計畫五 counts as a 受訪學校.

八 exempts 研習計畫 of 法人、團體 and 自主社群 from the 成果檢核表 alone. Its film is asked of them
too, but only as a reminder, and the papers that the 成果檢核表 names go with it.
"""

from collections.abc import Callable
from typing import Any

from jingjin_forms.checks.finding import Clause, Severity
from jingjin_forms.packets.application import Delivery, Paper
from jingjin_forms.programmes.active_teaching import application_deliveries as deliveries
from jingjin_forms.programmes.active_teaching.application_words import (
    ASSOCIATION,
    BUDGET_SEALS,
    CLOSING,
    CLOSING_PLAN_2,
    CLOSING_PLAN_5,
    COMMUNITY,
    HEAD,
    SCHOOLS,
    VISITING,
    WISH,
    WORKSHOP,
    ApplicationKind,
    VisitingRole,
)
from jingjin_forms.programmes.active_teaching.forms.partnership_application import Approach
from jingjin_forms.programmes.active_teaching.forms.practice_application import Arrangement
from jingjin_forms.programmes.active_teaching.source import REGULATION
from jingjin_forms.values.choice import YesNo

Deliveries = tuple[Delivery, ...]


def _is(*kinds: ApplicationKind) -> Callable[[Any], bool]:
    return lambda application: application.application_kind in kinds


def _is_plan_1_by(*arrangements: Arrangement) -> Callable[[Any], bool]:
    """Whether 計畫一 is held so: as a school holds it, unless 辦理模式 says otherwise."""

    def holds(application: Any) -> bool:
        said = application.arrangement.strip()
        how = Arrangement(said) if said in tuple(Arrangement) else Arrangement.SCHOOL
        return application.application_kind == ApplicationKind.PLAN_1 and how in arrangements

    return holds


def _plans_by_itself(application: Any) -> bool:
    return application.approach.strip() == Approach.BY_ITSELF


def _is_visited(application: Any) -> bool:
    return (
        application.application_kind == ApplicationKind.PLAN_5
        and application.visiting_role != VisitingRole.HOME
    )


def _budget(clause: Clause, needed: Callable[[Any], bool], handed_in: Deliveries) -> Paper:
    return Paper(
        title="經費申請表",
        form="active_teaching/programme_budget",
        clause=clause,
        seals=BUDGET_SEALS,
        deliveries=handed_in,
        needed=needed,
        rule="C47",
    )


def _practice(
    clause: Clause, needed: Callable[[Any], bool], handed_in: Deliveries, seals: str = HEAD
) -> Paper:
    return Paper(
        title="計畫一申請表",
        form="active_teaching/practice_application",
        clause=clause,
        seals=seals,
        deliveries=handed_in,
        needed=needed,
        rule="C47",
    )


def _partnership(seals: str, needed: Callable[[Any], bool]) -> Paper:
    return Paper(
        title="計畫三申請表",
        form="active_teaching/partnership_application",
        clause=SCHOOLS,
        seals=seals,
        deliveries=deliveries.BY_SCHOOLS,
        needed=lambda a: a.application_kind == ApplicationKind.PLAN_3 and needed(a),
        rule="C47",
    )


APPLICATION_PAPERS = (
    _practice(SCHOOLS, _is_plan_1_by(Arrangement.SCHOOL), deliveries.BY_SCHOOLS),
    _practice(  # 以社群方式辦理者免核章: the head's seal; of who prepared it, it says nothing
        COMMUNITY, _is_plan_1_by(Arrangement.COMMUNITY), deliveries.BY_COMMUNITY, seals=""
    ),
    _practice(ASSOCIATION, _is_plan_1_by(Arrangement.ASSOCIATION), deliveries.BY_ASSOCIATION),
    Paper(
        title="設立登記或立案證明文件影本",
        clause=ASSOCIATION,
        deliveries=deliveries.BY_ASSOCIATION,
        needed=_is_plan_1_by(Arrangement.ASSOCIATION),
        rule="C47",
    ),
    Paper(
        title="計畫二申請表",
        clause=SCHOOLS,
        deliveries=deliveries.BY_SCHOOLS,
        needed=_is(ApplicationKind.PLAN_2),
        rule="C47",
    ),
    _partnership("承辦人、學校校長、大學團隊召集人", lambda a: not _plans_by_itself(a)),
    _partnership("承辦人、學校校長", _plans_by_itself),
    Paper(
        title="計畫四申請表",
        form="active_teaching/activity_application",
        clause=SCHOOLS,
        seals="承辦人、機關學校首長",
        deliveries=deliveries.BY_SCHOOLS,
        needed=_is(ApplicationKind.PLAN_4),
        rule="C47",
    ),
    Paper(
        title="教學訪問教師受訪學校意願調查表",
        form="active_teaching/visiting_teacher_survey",
        clause=WISH,
        deliveries=deliveries.OF_WISH,
        needed=_is_visited,
        rule="C47",
    ),
    Paper(
        title="課程與教學發展經費申請表",
        form="active_teaching/development_budget",
        clause=VISITING,
        seals=BUDGET_SEALS,
        deliveries=deliveries.OF_VISITING,
        needed=_is(ApplicationKind.PLAN_5),
        rule="C47",
    ),
    Paper(
        title="教師自主社群研習申請表",
        form="active_teaching/community_workshop_application",
        clause=WORKSHOP,
        deliveries=deliveries.OF_WORKSHOP,
        needed=_is(ApplicationKind.WORKSHOP),
        rule="C47",
    ),
    _budget(SCHOOLS, _is_plan_1_by(Arrangement.SCHOOL), deliveries.BY_SCHOOLS),
    _budget(
        SCHOOLS,
        _is(ApplicationKind.PLAN_2, ApplicationKind.PLAN_3, ApplicationKind.PLAN_4),
        deliveries.BY_SCHOOLS,
    ),
    _budget(COMMUNITY, _is_plan_1_by(Arrangement.COMMUNITY), deliveries.BY_COMMUNITY),
    _budget(ASSOCIATION, _is_plan_1_by(Arrangement.ASSOCIATION), deliveries.BY_ASSOCIATION),
    _budget(WORKSHOP, _is(ApplicationKind.WORKSHOP), deliveries.OF_WORKSHOP),
)
"""Before: a plan and its budget."""


def is_free_of_checklist(results: Any) -> bool:
    """「法人、團體及自主社群以研習計畫辦理者」."""
    if results.application_kind == ApplicationKind.WORKSHOP:
        return True
    is_workshop = results.teacher_workshop == YesNo.YES
    return is_workshop and _is_plan_1_by(Arrangement.COMMUNITY, Arrangement.ASSOCIATION)(results)


def _with_checklist(*kinds: ApplicationKind) -> Callable[[Any], bool]:
    return lambda results: _is(*kinds)(results) and not is_free_of_checklist(results)


_CHECKED = _with_checklist(ApplicationKind.PLAN_1, ApplicationKind.PLAN_3)
_ACTIVITY = _is(ApplicationKind.PLAN_4)


def must_be_filmed(results: Any) -> bool:
    """Whether 八(一) asks for the film without a doubt."""
    return _CHECKED(results) or _ACTIVITY(results)


def _attached(title: str, number: str, needed: Callable[[Any], bool]) -> Paper:
    """What an item of a 成果檢核表 says is attached."""
    return Paper(
        title=title,
        clause=REGULATION[number],
        needed=needed,
        rule="C44",
        severity=Severity.WARNING,
    )


def _film(needed: Callable[[Any], bool], severity: Severity) -> Paper:
    return Paper(
        title="影像紀錄",
        clause=CLOSING,
        deliveries=deliveries.FILM,
        needed=needed,
        rule="C44",
        severity=severity,
    )


RESULTS_PAPERS = (
    Paper(
        title="成果檢核表",
        form="active_teaching/outcome_checklist",
        clause=CLOSING,
        deliveries=deliveries.CHECKLIST,
        needed=_CHECKED,
        rule="C44",
    ),
    Paper(
        title="成果檢核表",
        form="active_teaching/activity_outcome_checklist",
        clause=CLOSING,
        deliveries=deliveries.CHECKLIST,
        needed=_ACTIVITY,
        rule="C44",
    ),
    _film(must_be_filmed, Severity.ERROR),
    _film(is_free_of_checklist, Severity.WARNING),
    _attached("學生與家長影像紀錄拍攝同意書", "附件九、十一", must_be_filmed),
    _attached("成果及教學影像紀錄授權書", "附件九：授權書", _CHECKED),
    _attached("成果及影像紀錄授權書", "附件十一：授權書", _ACTIVITY),
    Paper(
        title="成果檢核表",
        form="active_teaching/curriculum_outcome_checklist",
        clause=CLOSING_PLAN_2,
        deliveries=deliveries.CHECKLIST_PLAN_2,
        needed=_is(ApplicationKind.PLAN_2),
        rule="C63",
    ),
    Paper(
        title="校訂課程及學校課程計畫",
        clause=CLOSING_PLAN_2,
        deliveries=deliveries.CURRICULUM,
        needed=_is(ApplicationKind.PLAN_2),
        rule="C63",
    ),
    Paper(
        title="教學訪問教師每季工作報告",
        clause=CLOSING_PLAN_5,
        deliveries=deliveries.REPORTS,
        needed=_is(ApplicationKind.PLAN_5),
        rule="C64",
    ),
    Paper(
        title="期末回饋表單",
        clause=CLOSING_PLAN_5,
        deliveries=deliveries.FEEDBACK,
        needed=_is(ApplicationKind.PLAN_5),
        rule="C64",
    ),
)
"""When the accounts are closed."""
