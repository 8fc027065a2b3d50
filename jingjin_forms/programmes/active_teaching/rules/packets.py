"""Rules of a whole packet: which papers, and who may apply for what.

Which papers a case needs (C47) and what is handed in when it is closed (C44) is decided by
`jingjin_forms.programmes.active_teaching.application`: the packet reports those that are missing.
"""

from collections.abc import Iterator
from typing import Any

from jingjin_forms.checks.finding import Severity
from jingjin_forms.checks.kinds import Judgement
from jingjin_forms.checks.rule import Fault, Rule
from jingjin_forms.programmes.active_teaching.application_words import (
    AlsoApplied,
    ApplicationKind,
    OtherProgramme,
    SchoolRegion,
)
from jingjin_forms.programmes.active_teaching.parts.shared_questions import ApplicationStatus
from jingjin_forms.programmes.active_teaching.rules.packet_facts import (
    APPLICATION,
    BUDGET,
    budget_of,
    is_a_school,
    is_visited,
    plans_of,
)
from jingjin_forms.programmes.active_teaching.source import REGULATION
from jingjin_forms.values.choice import YesNo

_ORDINARY = (SchoolRegion.ORDINARY, SchoolRegion.NOT_MOUNTAIN_NOR_CITY)
_PLANS_1_2 = (AlsoApplied.PLAN_1, AlsoApplied.PLAN_2)
_PLANS_3_4 = (AlsoApplied.PLAN_3, AlsoApplied.PLAN_4)
_NOT_BESIDE_PLAN_2 = tuple(p for p in OtherProgramme if p != OtherProgramme.EXAM_FREE)
_EXTRA_CASES = 2

_ONE_CASE = REGULATION["四(一)1"]


def _no_kind(packet: Any) -> Iterator[Fault]:
    if packet.application.application_kind is None:
        yield Fault(("申請類別",), "沒有填申請類別，看不出要送哪些文件")


def _plan_of_the_budget(packet: Any) -> Iterator[Fault]:
    budget, plan = budget_of(packet), packet.application.plan
    if budget is not None and budget.plan is not None and budget.plan != plan:
        message = f"勾選的是{budget.plan}，申請類別是{packet.application.application_kind}"
        yield Fault(("計畫別",), message, BUDGET)


def _extra_case(packet: Any) -> Iterator[Fault]:
    application = packet.application
    cases = application.case_count
    if application.plan != ApplicationKind.PLAN_2 or cases is None or cases < _EXTRA_CASES:
        return
    if cases > _EXTRA_CASES:
        yield Fault(("申請案數",), f"計畫二提出 {cases} 案，最多只能增提一案，共 2 案")
    elif application.extra_case == YesNo.NO:
        message = "計畫二提出 2 案，107學年度同時獲得發展特色學校計畫及計畫一或計畫二補助者才得增提"
        yield Fault(("申請案數",), message)


def _unknown_extra_case(packet: Any) -> Iterator[Fault]:
    application = packet.application
    is_plan_2 = application.plan == ApplicationKind.PLAN_2
    if is_plan_2 and application.case_count == _EXTRA_CASES and application.extra_case is None:
        message = (
            "計畫二提出 2 案，請填「增提資格」：107學年度是否同時獲得發展特色學校計畫"
            "及計畫一或計畫二補助"
        )
        yield Fault(("申請案數",), message)


def _one_case(packet: Any) -> Iterator[Fault]:
    application = packet.application
    cases = application.case_count
    if is_a_school(packet) and application.plan != ApplicationKind.PLAN_2 and (cases or 0) > 1:
        message = f"{application.plan}提出 {cases} 案，每一學校每一計畫以一案為限"
        yield Fault(("申請案數",), message)


def _one_of_two_plans(packet: Any) -> Iterator[Fault]:
    application = packet.application
    is_bound = application.school_region in (None, *_ORDINARY)
    both = plans_of(packet) >= set(_PLANS_1_2)
    if is_a_school(packet) and is_bound and both and application.extra_case != YesNo.YES:
        yield Fault(("同時申請",), "同時申請計畫一及計畫二，應擇一申請")


def _remote_school(packet: Any) -> Iterator[Fault]:
    region = packet.application.school_region
    plans = [str(plan) for plan in _PLANS_1_2 if plan in plans_of(packet)]
    if is_a_school(packet) and region == SchoolRegion.REMOTE and plans:
        message = f"偏遠地區學校申請{'、'.join(plans)}，偏遠地區學校得申請的是計畫三至計畫五"
        yield Fault(("學校地區",), message)


def _remote_only(packet: Any) -> Iterator[Fault]:
    region = packet.application.school_region
    plans = [str(plan) for plan in _PLANS_3_4 if plan in plans_of(packet)]
    if region is not None and region != SchoolRegion.REMOTE and plans:
        message = f"{region}申請{'、'.join(plans)}，限偏遠地區學校申請"
        yield Fault(("學校地區",), message)


def _who_is_visited(packet: Any) -> Iterator[Fault]:
    region = packet.application.school_region
    if is_visited(packet) and region in _ORDINARY:
        message = f"{region}申請計畫五，受訪學校限偏遠地區或具有特殊需求的學校"
        yield Fault(("學校地區",), message)


def _beside_plan_2(packet: Any) -> Iterator[Fault]:
    for programme in packet.application.other_programmes:
        if AlsoApplied.PLAN_2 in plans_of(packet) and programme in _NOT_BESIDE_PLAN_2:
            yield Fault(("參與計畫",), f"已申請「{programme}」者，不得重複申請計畫二")


def _does_not_upload(packet: Any) -> Iterator[Fault]:
    goes_on = any(
        getattr(paper.form, "application_status", None) == ApplicationStatus.CONTINUED
        for paper in packet.papers
    )
    if goes_on and is_a_school(packet) and packet.application.uploads_regularly == YesNo.NO:
        message = "續辦學校沒有定期上傳活動訊息至指定網站，審查時會列入考量"
        yield Fault(("定期上傳",), message)


def _plans_beside_exam_free(packet: Any) -> list[str]:
    """計畫三 and 計畫四, as far as they are applied for by who says to be in that programme."""
    if OtherProgramme.EXAM_FREE not in packet.application.other_programmes:
        return []
    return [str(plan) for plan in _PLANS_3_4 if plan in plans_of(packet)]


def _beside_plans_3_4(packet: Any) -> Iterator[Fault]:
    if plans := _plans_beside_exam_free(packet):
        message = f"已申請「{OtherProgramme.EXAM_FREE}」者，不得重複申請{'、'.join(plans)}"
        yield Fault(("參與計畫",), message)


RULES: tuple[Rule, ...] = (
    Judgement(
        number="C13",
        forms=APPLICATION,
        question="計畫二增提一案者，107學年度同時獲得發展特色學校計畫及計畫一或計畫二補助",
        judge=_extra_case,
        clause=REGULATION["三 計畫二 一：增提"],
    ),
    Judgement(
        number="C13",
        forms=APPLICATION,
        severity=Severity.WARNING,
        question="計畫二增提一案者，寫明增提資格",
        judge=_unknown_extra_case,
        clause=_ONE_CASE,
    ),
    Judgement(
        number="C34",
        forms=APPLICATION,
        question="每一學校每一計畫以一案為限",
        judge=_one_case,
        clause=_ONE_CASE,
    ),
    Judgement(
        number="C35",
        forms=APPLICATION,
        question="一般地區學校及非山非市學校就計畫一及計畫二擇一申請",
        judge=_one_of_two_plans,
        clause=_ONE_CASE,
    ),
    Judgement(
        number="C36",
        forms=APPLICATION,
        severity=Severity.WARNING,
        question="偏遠地區學校就計畫三至計畫五申請",
        judge=_remote_school,
        clause=_ONE_CASE,
    ),
    Judgement(
        number="C37",
        forms=APPLICATION,
        question="計畫三及計畫四限偏遠地區學校申請",
        judge=_remote_only,
        clause=REGULATION["三 計畫三、計畫四 二"],
    ),
    Judgement(
        number="C37",
        forms=APPLICATION,
        question="計畫五的受訪學校是偏遠地區或具有特殊需求的學校",
        judge=_who_is_visited,
        clause=REGULATION["三 計畫五 二"],
    ),
    Judgement(
        number="C38",
        forms=APPLICATION,
        question="申請計畫二者，沒有申請附件十三備註 2 的計畫",
        judge=_beside_plan_2,
        clause=REGULATION["附件十三 備註 2"],
    ),
    Judgement(
        number="C39",
        forms=APPLICATION,
        question="申請計畫三或計畫四者，沒有申請「學習區完全免試國中提升學習品質計畫」",
        judge=_beside_plans_3_4,
        settles=("exam_free_beside_plans_3_4",),
        settled_when=lambda packet: bool(_plans_beside_exam_free(packet)),
        clause=REGULATION["附件十三 備註 3"],
    ),
    Judgement(
        number="C44",
        forms=("results",),
        question="寫明申請類別，才知道核結時要交哪些文件",
        judge=_no_kind,
        clause=REGULATION["八(一)：檢核表"],
    ),
    Judgement(
        number="C47",
        forms=APPLICATION,
        question="寫明申請類別，才知道要送哪些文件",
        judge=_no_kind,
        clause=REGULATION["四(一)2(1)：計畫書"],
    ),
    Judgement(
        number="C47",
        forms=APPLICATION,
        question="經費申請表的計畫別與申請類別相同",
        judge=_plan_of_the_budget,
        clause=REGULATION["四(一)2(1)：計畫書"],
    ),
    Judgement(
        number="C68",
        forms=APPLICATION,
        severity=Severity.WARNING,
        question="前一學年度參加本計畫的學校，定期上傳活動訊息至指定網站",
        judge=_does_not_upload,
        clause=REGULATION["四(二)4"],
    ),
)
