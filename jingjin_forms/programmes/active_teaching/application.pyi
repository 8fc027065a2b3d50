# Written by `python -m jingjin_forms.stubs`; change application.py instead.
# What overrides what is judged there.
# pyright: reportIncompatibleMethodOverride=false

from collections.abc import Mapping
from jingjin_forms.facts.accepted import AnyChoices
from jingjin_forms.facts.accepted import AnyCount
from jingjin_forms.facts.accepted import AnyDate
from jingjin_forms.facts.accepted import AnyMoney
from jingjin_forms.facts.accepted import AnyNumber
from jingjin_forms.facts.accepted import AnyPeriod
from jingjin_forms.facts.accepted import AnyText
from jingjin_forms.packets.application import Application
from jingjin_forms.packets.application import Paper
from jingjin_forms.parts.school import School
from jingjin_forms.programmes.active_teaching.application_words import ApplicationKind
from jingjin_forms.programmes.active_teaching.application_words import PlanChange
from jingjin_forms.programmes.active_teaching.application_words import SchoolRegion
from jingjin_forms.programmes.active_teaching.application_words import VisitingRole
from jingjin_forms.programmes.active_teaching.parts.tier import Tier
from jingjin_forms.values import Count
from jingjin_forms.values import Text
from jingjin_forms.values.amount import Money
from jingjin_forms.values.amount import Quantity
from jingjin_forms.values.choice import YesNo
from jingjin_forms.values.multiple_choice import Chosen
from jingjin_forms.values.roc import RocDate
from jingjin_forms.values.roc import RocPeriod
from typing import Any


class ActiveTeachingApplication(Application):
    @property
    def application_kind(self) -> ApplicationKind | None:
        """申請類別"""
    @application_kind.setter
    def application_kind(self, value: ApplicationKind | str | None) -> None: ...
    @property
    def arrangement(self) -> Text:
        """辦理模式：計畫一：學校、自主社群或法人、團體"""
    @arrangement.setter
    def arrangement(self, value: AnyText | None) -> None: ...
    @property
    def approach(self) -> Text:
        """辦理方式：計畫三：由大學團隊協助或由學校自行規劃"""
    @approach.setter
    def approach(self, value: AnyText | None) -> None: ...
    @property
    def community_name(self) -> Text:
        """自主社群名稱"""
    @community_name.setter
    def community_name(self, value: AnyText | None) -> None: ...
    @property
    def school_region(self) -> SchoolRegion | None:
        """學校地區"""
    @school_region.setter
    def school_region(self, value: SchoolRegion | str | None) -> None: ...
    @property
    def on_island(self) -> YesNo | None:
        """離島：是否為離島地區學校"""
    @on_island.setter
    def on_island(self, value: YesNo | str | None) -> None: ...
    @property
    def school_curriculum(self) -> YesNo | None:
        """校訂課程：是否辦理統整性主題、專題或議題探究之校訂課程(彈性學習課程)並發展學校課程計畫(草案)"""
    @school_curriculum.setter
    def school_curriculum(self, value: YesNo | str | None) -> None: ...
    @property
    def class_count(self) -> Count | None:
        """班級數：全校"""
    @class_count.setter
    def class_count(self, value: AnyCount | None) -> None: ...
    @property
    def authorised_teacher_count(self) -> Count | None:
        """編制教師數"""
    @authorised_teacher_count.setter
    def authorised_teacher_count(self, value: AnyCount | None) -> None: ...
    @property
    def branch_count(self) -> Count | None:
        """分校數"""
    @branch_count.setter
    def branch_count(self, value: AnyCount | None) -> None: ...
    @property
    def branch_class_count(self) -> Count | None:
        """分班數"""
    @branch_class_count.setter
    def branch_class_count(self, value: AnyCount | None) -> None: ...
    @property
    def also_applied(self) -> Chosen:
        """同時申請：本校同一年還申請的計畫；沒有就填「無」"""
    @also_applied.setter
    def also_applied(self, value: AnyChoices | None) -> None: ...
    @property
    def plan_3_amount(self) -> Money | None:
        """計畫三申請金額：申請計畫四而要併用計畫三的餘款時填，元"""
    @plan_3_amount.setter
    def plan_3_amount(self, value: AnyMoney | None) -> None: ...
    @property
    def case_count(self) -> Count | None:
        """申請案數：本校就同一計畫提出幾案，含本案"""
    @case_count.setter
    def case_count(self, value: AnyCount | None) -> None: ...
    @property
    def extra_case(self) -> YesNo | None:
        """增提資格：107學年度是否同時獲得發展特色學校計畫及計畫一或計畫二補助經費"""
    @extra_case.setter
    def extra_case(self, value: YesNo | str | None) -> None: ...
    @property
    def other_programmes(self) -> Chosen:
        """參與計畫：附件十三備註 2、3 所列、本校已申請的計畫"""
    @other_programmes.setter
    def other_programmes(self, value: AnyChoices | None) -> None: ...
    @property
    def uploads_regularly(self) -> YesNo | None:
        """定期上傳：前一學年度參加本計畫者：是否定期上傳活動訊息至指定網站"""
    @uploads_regularly.setter
    def uploads_regularly(self, value: YesNo | str | None) -> None: ...
    @property
    def teacher_workshop(self) -> YesNo | None:
        """教師研習計畫：本案是否為教師研習計畫"""
    @teacher_workshop.setter
    def teacher_workshop(self, value: YesNo | str | None) -> None: ...
    @property
    def workshop_count(self) -> Count | None:
        """場次數：教師研習計畫辦理幾場"""
    @workshop_count.setter
    def workshop_count(self, value: AnyCount | None) -> None: ...
    @property
    def teachers_per_workshop(self) -> Count | None:
        """每場教師數：教師研習計畫每場幾人"""
    @teachers_per_workshop.setter
    def teachers_per_workshop(self, value: AnyCount | None) -> None: ...
    @property
    def visit_count(self) -> Count | None:
        """到校次數：團隊每年到校幾次"""
    @visit_count.setter
    def visit_count(self, value: AnyCount | None) -> None: ...
    @property
    def visit_hours(self) -> Quantity | None:
        """到校時數：校外專家學者（計畫一）或團隊（計畫三）到校的總時數"""
    @visit_hours.setter
    def visit_hours(self, value: AnyNumber | None) -> None: ...
    @property
    def visiting_role(self) -> VisitingRole | None:
        """計畫五角色"""
    @visiting_role.setter
    def visiting_role(self, value: VisitingRole | str | None) -> None: ...
    @property
    def visited_school_count(self) -> Count | None:
        """受訪學校數：跨校合作：共同申請一位教學訪問教師的學校有幾所，含主要學校"""
    @visited_school_count.setter
    def visited_school_count(self, value: AnyCount | None) -> None: ...
    @property
    def extension_count(self) -> Count | None:
        """延長次數：教學訪問期間延長幾次，含本次；第一個學年度填 0"""
    @extension_count.setter
    def extension_count(self, value: AnyCount | None) -> None: ...
    @property
    def extension_consents(self) -> Chosen:
        """延長同意：延長者：哪些單位已經同意"""
    @extension_consents.setter
    def extension_consents(self, value: AnyChoices | None) -> None: ...
    @property
    def served_years(self) -> Count | None:
        """服務年數：教學訪問教師已服務滿幾年"""
    @served_years.setter
    def served_years(self, value: AnyCount | None) -> None: ...
    @property
    def is_commended(self) -> YesNo | None:
        """評選績優：教學訪問教師是否經評選績優"""
    @is_commended.setter
    def is_commended(self, value: YesNo | str | None) -> None: ...
    @property
    def second_year(self) -> YesNo | None:
        """第二年：原服務學校是否連續第二年辦理"""
    @second_year.setter
    def second_year(self, value: YesNo | str | None) -> None: ...
    @property
    def dormitory(self) -> YesNo | None:
        """校內宿舍：教學訪問教師是否住校內宿舍"""
    @dormitory.setter
    def dormitory(self, value: YesNo | str | None) -> None: ...
    @property
    def lodging_cost(self) -> Money | None:
        """住宿費：每年，元；住校內宿舍者為水、電及瓦斯分攤費用"""
    @lodging_cost.setter
    def lodging_cost(self, value: AnyMoney | None) -> None: ...
    @property
    def approved_funding(self) -> Money | None:
        """核定經費：元"""
    @approved_funding.setter
    def approved_funding(self, value: AnyMoney | None) -> None: ...
    @property
    def fiscal_tier(self) -> Tier | None:
        """財力級次：縣市政府的財力級次，1 到 5"""
    @fiscal_tier.setter
    def fiscal_tier(self, value: AnyCount | None) -> None: ...
    @property
    def own_share(self) -> Money | None:
        """自籌款：元"""
    @own_share.setter
    def own_share(self, value: AnyMoney | None) -> None: ...
    @property
    def plan(self) -> str:
        ...
    def form_facts(self, paper: Paper, facts: dict[Any, Any]) -> dict[Any, Any]:
        ...
    def __init__(
        self,
        *,
        revised: YesNo | str | None = ...,
        own_papers: Mapping[str, AnyText] | None = ...,
        application_kind: ApplicationKind | str | None = ...,
        arrangement: AnyText | None = ...,
        approach: AnyText | None = ...,
        community_name: AnyText | None = ...,
        school_region: SchoolRegion | str | None = ...,
        on_island: YesNo | str | None = ...,
        school_curriculum: YesNo | str | None = ...,
        class_count: AnyCount | None = ...,
        authorised_teacher_count: AnyCount | None = ...,
        branch_count: AnyCount | None = ...,
        branch_class_count: AnyCount | None = ...,
        also_applied: AnyChoices | None = ...,
        plan_3_amount: AnyMoney | None = ...,
        case_count: AnyCount | None = ...,
        extra_case: YesNo | str | None = ...,
        other_programmes: AnyChoices | None = ...,
        uploads_regularly: YesNo | str | None = ...,
        teacher_workshop: YesNo | str | None = ...,
        workshop_count: AnyCount | None = ...,
        teachers_per_workshop: AnyCount | None = ...,
        visit_count: AnyCount | None = ...,
        visit_hours: AnyNumber | None = ...,
        visiting_role: VisitingRole | str | None = ...,
        visited_school_count: AnyCount | None = ...,
        extension_count: AnyCount | None = ...,
        extension_consents: AnyChoices | None = ...,
        served_years: AnyCount | None = ...,
        is_commended: YesNo | str | None = ...,
        second_year: YesNo | str | None = ...,
        dormitory: YesNo | str | None = ...,
        lodging_cost: AnyMoney | None = ...,
        approved_funding: AnyMoney | None = ...,
        fiscal_tier: AnyCount | None = ...,
        own_share: AnyMoney | None = ...,
        修正版: YesNo | str | None = ...,
        自備: Mapping[str, AnyText] | None = ...,
        申請類別: ApplicationKind | str | None = ...,
        辦理模式: AnyText | None = ...,
        辦理方式: AnyText | None = ...,
        自主社群名稱: AnyText | None = ...,
        學校地區: SchoolRegion | str | None = ...,
        離島: YesNo | str | None = ...,
        校訂課程: YesNo | str | None = ...,
        班級數: AnyCount | None = ...,
        編制教師數: AnyCount | None = ...,
        分校數: AnyCount | None = ...,
        分班數: AnyCount | None = ...,
        同時申請: AnyChoices | None = ...,
        計畫三申請金額: AnyMoney | None = ...,
        申請案數: AnyCount | None = ...,
        增提資格: YesNo | str | None = ...,
        參與計畫: AnyChoices | None = ...,
        定期上傳: YesNo | str | None = ...,
        教師研習計畫: YesNo | str | None = ...,
        場次數: AnyCount | None = ...,
        每場教師數: AnyCount | None = ...,
        到校次數: AnyCount | None = ...,
        到校時數: AnyNumber | None = ...,
        計畫五角色: VisitingRole | str | None = ...,
        受訪學校數: AnyCount | None = ...,
        延長次數: AnyCount | None = ...,
        延長同意: AnyChoices | None = ...,
        服務年數: AnyCount | None = ...,
        評選績優: YesNo | str | None = ...,
        第二年: YesNo | str | None = ...,
        校內宿舍: YesNo | str | None = ...,
        住宿費: AnyMoney | None = ...,
        核定經費: AnyMoney | None = ...,
        財力級次: AnyCount | None = ...,
        自籌款: AnyMoney | None = ...,
    ) -> None: ...

class ActiveTeachingResults(Application):
    @property
    def school(self) -> School:
        """學校名稱：申請學校、單位或自主社群的全銜"""
    @school.setter
    def school(self, value: School | Mapping[str, Any] | str | None) -> None: ...
    @property
    def application_kind(self) -> ApplicationKind | None:
        """申請類別"""
    @application_kind.setter
    def application_kind(self, value: ApplicationKind | str | None) -> None: ...
    @property
    def arrangement(self) -> Text:
        """辦理模式：計畫一：學校、自主社群或法人、團體"""
    @arrangement.setter
    def arrangement(self, value: AnyText | None) -> None: ...
    @property
    def community_name(self) -> Text:
        """自主社群名稱"""
    @community_name.setter
    def community_name(self, value: AnyText | None) -> None: ...
    @property
    def teacher_workshop(self) -> YesNo | None:
        """教師研習計畫：本案是否為教師研習計畫"""
    @teacher_workshop.setter
    def teacher_workshop(self, value: YesNo | str | None) -> None: ...
    @property
    def approach(self) -> Text:
        """辦理方式：計畫三：由大學團隊協助或由學校自行規劃"""
    @approach.setter
    def approach(self, value: AnyText | None) -> None: ...
    @property
    def period(self) -> RocPeriod | None:
        """執行期程：例如 112年8月1日至113年7月31日；核結期限從迄日起算"""
    @period.setter
    def period(self, value: AnyPeriod | None) -> None: ...
    @property
    def student_count(self) -> Count | None:
        """學生數：計畫四：全校學生數"""
    @student_count.setter
    def student_count(self, value: AnyCount | None) -> None: ...
    @property
    def film_minutes(self) -> Quantity | None:
        """影像長度：影像紀錄長幾分鐘，例如 6.5（六分三十秒）"""
    @film_minutes.setter
    def film_minutes(self, value: AnyNumber | None) -> None: ...
    @property
    def uploaded_quarters(self) -> Count | None:
        """上傳季數：歷程紀錄已經上傳幾季；執行期程每三個月為一季"""
    @uploaded_quarters.setter
    def uploaded_quarters(self, value: AnyCount | None) -> None: ...
    @property
    def report_count(self) -> Count | None:
        """工作報告份數：計畫五：教學訪問教師每季工作報告有幾份"""
    @report_count.setter
    def report_count(self, value: AnyCount | None) -> None: ...
    @property
    def planned_sessions(self) -> Count | None:
        """預期次數：核定計畫預期辦理幾次活動"""
    @planned_sessions.setter
    def planned_sessions(self, value: AnyCount | None) -> None: ...
    @property
    def held_sessions(self) -> Count | None:
        """辦理次數：實際辦理幾次活動"""
    @held_sessions.setter
    def held_sessions(self, value: AnyCount | None) -> None: ...
    @property
    def plan_change(self) -> PlanChange | None:
        """變更或取消：計畫是否變更或取消，是否經核准"""
    @plan_change.setter
    def plan_change(self, value: PlanChange | str | None) -> None: ...
    @property
    def change_reason(self) -> Text:
        """變更原因：計畫變更或取消的原因"""
    @change_reason.setter
    def change_reason(self, value: AnyText | None) -> None: ...
    @property
    def change_day(self) -> RocDate | None:
        """變更日期：計畫變更或取消的日期"""
    @change_day.setter
    def change_day(self, value: AnyDate | None) -> None: ...
    @property
    def refund_day(self) -> RocDate | None:
        """繳回日期：補助款繳回的日期"""
    @refund_day.setter
    def refund_day(self, value: AnyDate | None) -> None: ...
    def form_facts(self, paper: Paper, facts: dict[Any, Any]) -> dict[Any, Any]:
        ...
    def __init__(
        self,
        *,
        revised: YesNo | str | None = ...,
        own_papers: Mapping[str, AnyText] | None = ...,
        school: School | Mapping[str, Any] | str | None = ...,
        application_kind: ApplicationKind | str | None = ...,
        arrangement: AnyText | None = ...,
        community_name: AnyText | None = ...,
        teacher_workshop: YesNo | str | None = ...,
        approach: AnyText | None = ...,
        period: AnyPeriod | None = ...,
        student_count: AnyCount | None = ...,
        film_minutes: AnyNumber | None = ...,
        uploaded_quarters: AnyCount | None = ...,
        report_count: AnyCount | None = ...,
        planned_sessions: AnyCount | None = ...,
        held_sessions: AnyCount | None = ...,
        plan_change: PlanChange | str | None = ...,
        change_reason: AnyText | None = ...,
        change_day: AnyDate | None = ...,
        refund_day: AnyDate | None = ...,
        修正版: YesNo | str | None = ...,
        自備: Mapping[str, AnyText] | None = ...,
        學校名稱: School | Mapping[str, Any] | str | None = ...,
        申請類別: ApplicationKind | str | None = ...,
        辦理模式: AnyText | None = ...,
        自主社群名稱: AnyText | None = ...,
        教師研習計畫: YesNo | str | None = ...,
        辦理方式: AnyText | None = ...,
        執行期程: AnyPeriod | None = ...,
        學生數: AnyCount | None = ...,
        影像長度: AnyNumber | None = ...,
        上傳季數: AnyCount | None = ...,
        工作報告份數: AnyCount | None = ...,
        預期次數: AnyCount | None = ...,
        辦理次數: AnyCount | None = ...,
        變更或取消: PlanChange | str | None = ...,
        變更原因: AnyText | None = ...,
        變更日期: AnyDate | None = ...,
        繳回日期: AnyDate | None = ...,
    ) -> None: ...
