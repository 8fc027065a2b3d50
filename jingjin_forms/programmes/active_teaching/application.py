"""What is handed in for 國教署 活化教學與多元學習: one application each, and its results.

Source: 教育部國民及學前教育署補助國民小學及國民中學活化教學與多元學習作業要點, 四(一), 七 and 八.
"""

from typing import Annotated, Any

from jingjin_forms.facts import is_blank, label
from jingjin_forms.packets.application import Application, Paper
from jingjin_forms.parts import School
from jingjin_forms.programmes.active_teaching.application_papers import (
    APPLICATION_PAPERS,
    RESULTS_PAPERS,
)
from jingjin_forms.programmes.active_teaching.application_words import (
    PLANS,
    AlsoApplied,
    ApplicationKind,
    Consent,
    OtherProgramme,
    PlanChange,
    SchoolRegion,
    VisitingRole,
)
from jingjin_forms.programmes.active_teaching.parts.tier import Tier
from jingjin_forms.values import Count, Text
from jingjin_forms.values.amount import Money, Quantity
from jingjin_forms.values.choice import YesNo
from jingjin_forms.values.multiple_choice import Chosen, MultipleChoice
from jingjin_forms.values.roc import RocDate, RocPeriod

_PLAN_1, _PLAN_2, _PLAN_3, _PLAN_4, _PLAN_5 = PLANS
_WORKSHOP = ApplicationKind.WORKSHOP


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
    papers = APPLICATION_PAPERS

    application_kind: ApplicationKind | None = label("申請類別", None)
    arrangement: Text = label(
        "辦理模式", "", hint="計畫一：學校、自主社群或法人、團體", only_for=(_PLAN_1,)
    )
    approach: Text = label(
        "辦理方式", "", hint="計畫三：由大學團隊協助或由學校自行規劃", only_for=(_PLAN_3,)
    )
    community_name: Text = label("自主社群名稱", "", only_for=(_PLAN_1, _WORKSHOP))
    school_region: SchoolRegion | None = label("學校地區", None, only_for=PLANS)
    on_island: YesNo | None = label(
        "離島", None, hint="是否為離島地區學校", only_for=(_PLAN_1, _PLAN_2)
    )
    school_curriculum: YesNo | None = label(
        "校訂課程",
        None,
        hint="是否辦理統整性主題、專題或議題探究之校訂課程(彈性學習課程)並發展學校課程計畫(草案)",
        only_for=(_PLAN_1, _PLAN_5),
    )
    class_count: Count | None = label("班級數", None, hint="全校", only_for=(_PLAN_1,))
    authorised_teacher_count: Count | None = label("編制教師數", None, only_for=(_PLAN_1,))
    branch_count: Count | None = label("分校數", None, only_for=(_PLAN_3, _PLAN_4))
    branch_class_count: Count | None = label("分班數", None, only_for=(_PLAN_3, _PLAN_4))
    also_applied: Annotated[Chosen, MultipleChoice(AlsoApplied)] = label(
        "同時申請", (), hint="本校同一年還申請的計畫；沒有就填「無」", only_for=PLANS
    )
    plan_3_amount: Money | None = label(
        "計畫三申請金額", None, hint="申請計畫四而要併用計畫三的餘款時填，元", only_for=(_PLAN_4,)
    )
    case_count: Count | None = label(
        "申請案數", None, hint="本校就同一計畫提出幾案，含本案", only_for=PLANS
    )
    extra_case: YesNo | None = label(
        "增提資格",
        None,
        hint="107學年度是否同時獲得發展特色學校計畫及計畫一或計畫二補助經費",
        only_for=(_PLAN_1, _PLAN_2),
    )
    other_programmes: Annotated[Chosen, MultipleChoice(OtherProgramme)] = label(
        "參與計畫",
        (),
        hint="附件十三備註 2、3 所列、本校已申請的計畫",
        only_for=(_PLAN_2, _PLAN_3, _PLAN_4),
    )
    uploads_regularly: YesNo | None = label(
        "定期上傳",
        None,
        hint="前一學年度參加本計畫者：是否定期上傳活動訊息至指定網站",
        only_for=(_PLAN_1, _PLAN_3, _PLAN_4),
    )
    teacher_workshop: YesNo | None = label(  # 附件八 備註 4 excepts it without naming a plan
        "教師研習計畫",
        None,
        hint="本案是否為教師研習計畫",
        only_for=(_PLAN_1, _PLAN_2, _PLAN_3, _PLAN_4),
    )
    workshop_count: Count | None = label(
        "場次數", None, hint="教師研習計畫辦理幾場", only_for=(_PLAN_1, _PLAN_2, _PLAN_3, _WORKSHOP)
    )
    teachers_per_workshop: Count | None = label(
        "每場教師數",
        None,
        hint="教師研習計畫每場幾人",
        only_for=(_PLAN_1, _PLAN_2, _PLAN_3, _WORKSHOP),
    )
    visit_count: Count | None = label(
        "到校次數", None, hint="團隊每年到校幾次", only_for=(_PLAN_3,)
    )
    visit_hours: Quantity | None = label(
        "到校時數",
        None,
        hint="校外專家學者（計畫一）或團隊（計畫三）到校的總時數",
        only_for=(_PLAN_1, _PLAN_3, _WORKSHOP),
    )
    visiting_role: VisitingRole | None = label("計畫五角色", None, only_for=(_PLAN_5,))
    visited_school_count: Count | None = label(
        "受訪學校數",
        None,
        hint="跨校合作：共同申請一位教學訪問教師的學校有幾所，含主要學校",
        only_for=(_PLAN_5,),
    )
    extension_count: Count | None = label(
        "延長次數", None, hint="教學訪問期間延長幾次，含本次；第一個學年度填 0", only_for=(_PLAN_5,)
    )
    extension_consents: Annotated[Chosen, MultipleChoice(Consent)] = label(
        "延長同意", (), hint="延長者：哪些單位已經同意", only_for=(_PLAN_5,)
    )
    served_years: Count | None = label(
        "服務年數", None, hint="教學訪問教師已服務滿幾年", only_for=(_PLAN_5,)
    )
    is_commended: YesNo | None = label(
        "評選績優", None, hint="教學訪問教師是否經評選績優", only_for=(_PLAN_5,)
    )
    second_year: YesNo | None = label(
        "第二年", None, hint="原服務學校是否連續第二年辦理", only_for=(_PLAN_5,)
    )
    dormitory: YesNo | None = label(
        "校內宿舍", None, hint="教學訪問教師是否住校內宿舍", only_for=(_PLAN_5,)
    )
    lodging_cost: Money | None = label(
        "住宿費", None, hint="每年，元；住校內宿舍者為水、電及瓦斯分攤費用", only_for=(_PLAN_5,)
    )
    approved_funding: Money | None = label("核定經費", None, hint="元", only_for=PLANS)
    fiscal_tier: Tier | None = label(
        "財力級次", None, hint="縣市政府的財力級次，1 到 5", only_for=PLANS
    )
    own_share: Money | None = label("自籌款", None, hint="元", only_for=PLANS)

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


class ActiveTeachingResults(Application):
    """What is handed in when the accounts are closed, by 八."""

    title = "活化教學與多元學習 成果"
    stage = "results"
    papers = RESULTS_PAPERS

    school: School = label("學校名稱", School.blank, hint="申請學校、單位或自主社群的全銜")
    application_kind: ApplicationKind | None = label("申請類別", None)
    arrangement: Text = label(
        "辦理模式", "", hint="計畫一：學校、自主社群或法人、團體", only_for=(_PLAN_1,)
    )
    community_name: Text = label("自主社群名稱", "", only_for=(_PLAN_1, _WORKSHOP))
    teacher_workshop: YesNo | None = label(
        "教師研習計畫", None, hint="本案是否為教師研習計畫", only_for=(_PLAN_1,)
    )
    approach: Text = label(
        "辦理方式", "", hint="計畫三：由大學團隊協助或由學校自行規劃", only_for=(_PLAN_3,)
    )
    period: RocPeriod | None = label(
        "執行期程", None, hint="例如 112年8月1日至113年7月31日；核結期限從迄日起算"
    )
    student_count: Count | None = label(
        "學生數", None, hint="計畫四：全校學生數", only_for=(_PLAN_4,)
    )
    film_minutes: Quantity | None = label(
        "影像長度",
        None,
        hint="影像紀錄長幾分鐘，例如 6.5（六分三十秒）",
        only_for=(_PLAN_1, _PLAN_3, _PLAN_4, _WORKSHOP),
    )
    uploaded_quarters: Count | None = label(
        "上傳季數",
        None,
        hint="歷程紀錄已經上傳幾季；執行期程每三個月為一季",
        only_for=(_PLAN_1, _PLAN_2, _PLAN_3, _PLAN_4, _WORKSHOP),
    )
    report_count: Count | None = label(
        "工作報告份數", None, hint="計畫五：教學訪問教師每季工作報告有幾份", only_for=(_PLAN_5,)
    )
    planned_sessions: Count | None = label("預期次數", None, hint="核定計畫預期辦理幾次活動")
    held_sessions: Count | None = label("辦理次數", None, hint="實際辦理幾次活動")
    plan_change: PlanChange | None = label(
        "變更或取消", None, hint="計畫是否變更或取消，是否經核准"
    )
    change_reason: Text = label("變更原因", "", hint="計畫變更或取消的原因")
    change_day: RocDate | None = label("變更日期", None, hint="計畫變更或取消的日期")
    refund_day: RocDate | None = label("繳回日期", None, hint="補助款繳回的日期")

    def form_facts(self, paper: Paper, facts: dict[Any, Any]) -> dict[Any, Any]:
        """附件九 takes its 計畫別 from 申請類別, and its applicant from 自主社群名稱."""
        if paper.form == "active_teaching/outcome_checklist":
            return _completed(facts, self.application_kind, self.community_name)
        return facts
