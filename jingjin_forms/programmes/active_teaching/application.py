"""What is handed in for 國教署 活化教學與多元學習: one application each, and its results.

Source: 教育部國民及學前教育署補助國民小學及國民中學活化教學與多元學習作業要點, 四(一) and 八.

What a case needs depends on 申請類別 and, under 計畫一, on 辦理模式; who seals 附件五 on 辦理方式.
Without 計畫五角色 the applicant of 計畫五 counts as a 受訪學校.

八 exempts 研習計畫 of 法人、團體 and 自主社群 from the 成果檢核表 alone. Its film is asked of them
too, but only as a reminder, and the papers that the 成果檢核表 names go with it.
"""

from collections.abc import Callable
from typing import Annotated, Any

from jingjin_forms.checks.finding import Clause, Severity
from jingjin_forms.facts import is_blank, label
from jingjin_forms.packets.application import Application, Paper
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
    AlsoApplied,
    ApplicationKind,
    OtherProgramme,
    SchoolRegion,
    VisitingRole,
)
from jingjin_forms.programmes.active_teaching.forms.partnership_application import Approach
from jingjin_forms.programmes.active_teaching.forms.practice_application import Arrangement
from jingjin_forms.programmes.active_teaching.source import REGULATION
from jingjin_forms.values import Count, Text
from jingjin_forms.values.amount import Money, Quantity
from jingjin_forms.values.choice import YesNo
from jingjin_forms.values.multiple_choice import Chosen, MultipleChoice


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


def _budget(clause: Clause, needed: Callable[[Any], bool]) -> Paper:
    return Paper(
        title="經費申請表",
        form="active_teaching/programme_budget",
        clause=clause,
        seals=BUDGET_SEALS,
        needed=needed,
        rule="C47",
    )


def _practice(clause: Clause, needed: Callable[[Any], bool], seals: str = HEAD) -> Paper:
    return Paper(
        title="計畫一申請表",
        form="active_teaching/practice_application",
        clause=clause,
        seals=seals,
        needed=needed,
        rule="C47",
    )


def _partnership(seals: str, needed: Callable[[Any], bool]) -> Paper:
    return Paper(
        title="計畫三申請表",
        form="active_teaching/partnership_application",
        clause=SCHOOLS,
        seals=seals,
        needed=lambda a: a.application_kind == ApplicationKind.PLAN_3 and needed(a),
        rule="C47",
    )


def _completed(
    facts: dict[Any, Any], kind: ApplicationKind | None, community: str
) -> dict[Any, Any]:
    """The facts of a budget or checklist, with what follows from those of the application."""
    plan = ApplicationKind.PLAN_1 if kind == ApplicationKind.WORKSHOP else kind
    known = {("計畫別", "plan"): plan, ("學校名稱", "school"): community.strip()}
    for (text, name), value in known.items():
        if value and is_blank(facts.get(text)) and is_blank(facts.get(name)):
            facts = {key: given for key, given in facts.items() if key not in (text, name)}
            facts[text] = str(value)
    return facts


class ActiveTeachingApplication(Application):
    """A plan and its budget, by 四(一): which papers these are depends on 申請類別."""

    title = "活化教學與多元學習 申請"
    stage = "application"
    papers = (
        _practice(SCHOOLS, _is_plan_1_by(Arrangement.SCHOOL)),
        _practice(COMMUNITY, _is_plan_1_by(Arrangement.COMMUNITY), seals=""),
        _practice(ASSOCIATION, _is_plan_1_by(Arrangement.ASSOCIATION)),
        Paper(
            title="設立登記或立案證明文件影本",
            clause=ASSOCIATION,
            needed=_is_plan_1_by(Arrangement.ASSOCIATION),
            rule="C47",
        ),
        Paper(
            title="計畫二申請表",
            clause=SCHOOLS,
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
            needed=_is(ApplicationKind.PLAN_4),
            rule="C47",
        ),
        Paper(
            title="教學訪問教師受訪學校意願調查表",
            form="active_teaching/visiting_teacher_survey",
            clause=WISH,
            needed=_is_visited,
            rule="C47",
        ),
        Paper(
            title="課程與教學發展經費申請表",
            form="active_teaching/development_budget",
            clause=VISITING,
            seals=BUDGET_SEALS,
            needed=_is(ApplicationKind.PLAN_5),
            rule="C47",
        ),
        Paper(
            title="教師自主社群研習申請表",
            form="active_teaching/community_workshop_application",
            clause=WORKSHOP,
            needed=_is(ApplicationKind.WORKSHOP),
            rule="C47",
        ),
        _budget(SCHOOLS, _is_plan_1_by(Arrangement.SCHOOL)),
        _budget(
            SCHOOLS, _is(ApplicationKind.PLAN_2, ApplicationKind.PLAN_3, ApplicationKind.PLAN_4)
        ),
        _budget(COMMUNITY, _is_plan_1_by(Arrangement.COMMUNITY)),
        _budget(ASSOCIATION, _is_plan_1_by(Arrangement.ASSOCIATION)),
        _budget(WORKSHOP, _is(ApplicationKind.WORKSHOP)),
    )

    application_kind: ApplicationKind | None = label("申請類別", None)
    arrangement: Text = label("辦理模式", "", hint="計畫一：學校、自主社群或法人、團體")
    approach: Text = label("辦理方式", "", hint="計畫三：由大學團隊協助或由學校自行規劃")
    community_name: Text = label("自主社群名稱", "")
    school_region: SchoolRegion | None = label("學校地區", None)
    on_island: YesNo | None = label("離島", None, hint="是否為離島地區學校")
    school_curriculum: YesNo | None = label(
        "校訂課程",
        None,
        hint="是否辦理統整性主題、專題或議題探究之校訂課程(彈性學習課程)並發展學校課程計畫(草案)",
    )
    class_count: Count | None = label("班級數", None, hint="全校")
    authorised_teacher_count: Count | None = label("編制教師數", None)
    branch_count: Count | None = label("分校數", None)
    branch_class_count: Count | None = label("分班數", None)
    also_applied: Annotated[Chosen, MultipleChoice(AlsoApplied)] = label(
        "同時申請", (), hint="本校同一年還申請的計畫；沒有就填「無」"
    )
    plan_3_amount: Money | None = label(
        "計畫三申請金額", None, hint="申請計畫四而要併用計畫三的餘款時填，元"
    )
    case_count: Count | None = label("申請案數", None, hint="本校就同一計畫提出幾案，含本案")
    extra_case: YesNo | None = label(
        "增提資格",
        None,
        hint="107學年度是否同時獲得發展特色學校計畫及計畫一或計畫二補助經費",
    )
    other_programmes: Annotated[Chosen, MultipleChoice(OtherProgramme)] = label(
        "參與計畫", (), hint="附件十三備註 2、3 所列、本校已申請的計畫"
    )
    teacher_workshop: YesNo | None = label("教師研習計畫", None, hint="本案是否為教師研習計畫")
    workshop_count: Count | None = label("場次數", None, hint="教師研習計畫辦理幾場")
    teachers_per_workshop: Count | None = label("每場教師數", None, hint="教師研習計畫每場幾人")
    visit_count: Count | None = label("到校次數", None, hint="團隊每年到校幾次")
    visit_hours: Quantity | None = label(
        "到校時數", None, hint="校外專家學者（計畫一）或團隊（計畫三）到校的總時數"
    )
    visiting_role: VisitingRole | None = label("計畫五角色", None)
    second_year: YesNo | None = label("第二年", None, hint="原服務學校是否連續第二年辦理")
    dormitory: YesNo | None = label("校內宿舍", None, hint="教學訪問教師是否住校內宿舍")
    lodging_cost: Money | None = label(
        "住宿費", None, hint="每年，元；住校內宿舍者為水、電及瓦斯分攤費用"
    )
    approved_funding: Money | None = label("核定經費", None, hint="元")
    fiscal_tier: Count | None = label("財力級次", None, hint="縣市政府的財力級次，1 到 5")
    own_share: Money | None = label("自籌款", None, hint="元")

    @property
    def plan(self) -> str:
        """The plan applied for; a workshop belongs to 計畫一. Empty while 申請類別 is not given."""
        if self.application_kind == ApplicationKind.WORKSHOP:
            return str(ApplicationKind.PLAN_1)
        return str(self.application_kind or "")

    def form_facts(self, paper: Paper, facts: dict[Any, Any]) -> dict[Any, Any]:
        """附件八 takes its 計畫別 from 申請類別, and its applicant from 自主社群名稱."""
        if paper.form == "active_teaching/programme_budget":
            return _completed(facts, self.application_kind, self.community_name)
        return facts


def _without_checklist(results: Any) -> bool:
    """「法人、團體及自主社群以研習計畫辦理者」."""
    if results.application_kind == ApplicationKind.WORKSHOP:
        return True
    is_workshop = results.teacher_workshop == YesNo.YES
    return is_workshop and _is_plan_1_by(Arrangement.COMMUNITY, Arrangement.ASSOCIATION)(results)


def _with_checklist(*kinds: ApplicationKind) -> Callable[[Any], bool]:
    return lambda results: _is(*kinds)(results) and not _without_checklist(results)


_CHECKED = _with_checklist(ApplicationKind.PLAN_1, ApplicationKind.PLAN_3)
_ACTIVITY = _is(ApplicationKind.PLAN_4)


def _attached(title: str, number: str, needed: Callable[[Any], bool]) -> Paper:
    """What an item of a 成果檢核表 says is attached."""
    return Paper(
        title=title,
        clause=REGULATION[number],
        needed=needed,
        rule="C44",
        severity=Severity.WARNING,
    )


class ActiveTeachingResults(Application):
    """What is handed in when the accounts are closed, by 八."""

    title = "活化教學與多元學習 成果"
    stage = "results"
    papers = (
        Paper(
            title="成果檢核表",
            form="active_teaching/outcome_checklist",
            clause=CLOSING,
            needed=_CHECKED,
            rule="C44",
        ),
        Paper(
            title="成果檢核表",
            form="active_teaching/activity_outcome_checklist",
            clause=CLOSING,
            needed=_ACTIVITY,
            rule="C44",
        ),
        Paper(
            title="影像紀錄",
            clause=CLOSING,
            needed=lambda results: _CHECKED(results) or _ACTIVITY(results),
            rule="C44",
        ),
        Paper(
            title="影像紀錄",
            clause=CLOSING,
            needed=_without_checklist,
            rule="C44",
            severity=Severity.WARNING,
        ),
        _attached(
            "學生與家長影像紀錄拍攝同意書",
            "附件九、十一",
            lambda results: _CHECKED(results) or _ACTIVITY(results),
        ),
        _attached("成果及教學影像紀錄授權書", "附件九：授權書", _CHECKED),
        _attached("成果及影像紀錄授權書", "附件十一：授權書", _ACTIVITY),
        Paper(
            title="成果檢核表",
            form="active_teaching/curriculum_outcome_checklist",
            clause=CLOSING_PLAN_2,
            needed=_is(ApplicationKind.PLAN_2),
        ),
        Paper(
            title="校訂課程及學校課程計畫",
            clause=CLOSING_PLAN_2,
            needed=_is(ApplicationKind.PLAN_2),
        ),
        Paper(
            title="教學訪問教師每季工作報告",
            clause=CLOSING_PLAN_5,
            needed=_is(ApplicationKind.PLAN_5),
        ),
        Paper(title="期末回饋表單", clause=CLOSING_PLAN_5, needed=_is(ApplicationKind.PLAN_5)),
    )

    application_kind: ApplicationKind | None = label("申請類別", None)
    arrangement: Text = label("辦理模式", "", hint="計畫一：學校、自主社群或法人、團體")
    community_name: Text = label("自主社群名稱", "")
    teacher_workshop: YesNo | None = label("教師研習計畫", None, hint="本案是否為教師研習計畫")

    def form_facts(self, paper: Paper, facts: dict[Any, Any]) -> dict[Any, Any]:
        """附件九 takes its 計畫別 from 申請類別, and its applicant from 自主社群名稱."""
        if paper.form == "active_teaching/outcome_checklist":
            return _completed(facts, self.application_kind, self.community_name)
        return facts
