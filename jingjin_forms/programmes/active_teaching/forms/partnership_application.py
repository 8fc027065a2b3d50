"""Application for 計畫三 (協助偏遠地區學校發展課程與教師專業支持), 國教署 活化教學與多元學習.

Schools in remote areas apply with it: 「填寫計畫書(如附件二及附件四至六)及經費申請表(如附件八)」
(四(一)2(1)). A school plans by itself or with a team of a university:
「自行規劃或與大學組成專業團隊(以下簡稱團隊)協作」.

Source: 教育部國民及學前教育署補助國民小學及國民中學活化教學與多元學習作業要點, 附件五.

The paper asks a school that plans by itself to leave the team, 課程規劃, 教學方法 and
學校與團隊協力策略 blank, and a new applicant 前一年辦理執行情況 (here the fact 前一年執行成果);
what is given is printed all the same. 學生學習評量及預期成效 is one cell of the paper and two
facts, 授課領域 is the fact 領域. The boxes of 分校/分班 are ticked by a name given, and those of
參與範圍 when they were chosen or have a text behind them.

In the seed each first ○ of 「○○學校」 and 「○○大學○○系(所)○○教師專業團隊」 is a radio button,
meant as a blank and not as a choice. Note 1 explains a 學校主要聯絡人, for whom the paper has no
place; note 2 writes three ○ before 教師專業團隊, where the line of the team has two.
"""

from typing import Annotated, Any

from jingjin_forms.facts import Facts, label
from jingjin_forms.forms.form import Form
from jingjin_forms.parts import Contact, School
from jingjin_forms.programmes.active_teaching.parts.shared_questions import (
    ApplicationStatus,
    OtherSubsidy,
    Remoteness,
    Teacher,
)
from jingjin_forms.values import Boxes, Choice, Text
from jingjin_forms.values.multiple_choice import Chosen, MultipleChoice

_TEACHER_ROWS = 6
_MEMBER_ROWS = 3


class PartnershipArrangement(Choice):
    """辦理模式."""

    SINGLE = "單一學校"
    JOINT = "跨校申請"


class Approach(Choice):
    """辦理方式."""

    WITH_TEAM = "由大學團隊協助"
    BY_ITSELF = "由學校自行規劃"


class ScopeKind(Choice):
    """參與範圍, its boxes."""

    GRADES = "年級"
    SCHOOL_CURRICULUM = "校本課程"
    SUBJECTS = "領域"
    ISSUES = "議題"
    INTERDISCIPLINARY = "跨領域"


class Scope(Facts):
    """參與範圍 (可複填): what was ticked, and the text behind each box but 校本課程."""

    title = "參與範圍"

    kinds: Annotated[Chosen, MultipleChoice(ScopeKind)] = label(
        "範圍", (), hint="要勾選的範圍；下面填了內容的自動勾選"
    )
    grades: Text = label("年級", "", hint="例如 五、六年級")
    subjects: Text = label("領域", "", hint="例如 自然科學")
    issues: Text = label("議題", "", hint="例如 海洋教育")
    interdisciplinary: Text = label("跨領域", "", hint="例如 自然科學與藝術")

    def context(self) -> dict[str, Any]:
        """A box is ticked when it was chosen, or when there is a text to stand behind it."""
        context = super().context()
        ticked = [kind for kind in ScopeKind if kind in self.kinds or context.get(kind)]
        context["範圍"] = Boxes(ScopeKind, ticked)
        return context


class ProjectTeacher(Teacher):
    """One row of 參與教師基本資料, which here has an E-mail."""

    email: Text = label("電子郵件", "", also="E-mail")


class TeamMember(Facts):
    """One row of 團隊成員基本資料."""

    title = "團隊成員"

    name: Text = label("姓名")
    position: Text = label("職稱", "")
    organisation: Text = label("服務單位", "")
    expertise: Text = label("專長", "")


_WITH_TEAM = (Approach.WITH_TEAM,)


class PartnershipApplication(Form):
    """附件五 計畫三申請表."""

    title = "計畫三申請表"
    annex = "附件五"

    school: School = label("學校名稱", hint="申請學校的全銜")
    school_type: Remoteness | None = label("學校類型", None)
    branch_name: Text = label("分校名稱", "", hint="有分校者填")
    branch_class_name: Text = label("分班名稱", "", hint="有分班者填")
    plan_name: Text = label("計畫名稱", "")
    arrangement: PartnershipArrangement | None = label("辦理模式", None)
    partner_schools: Text = label(
        "合作學校", "", hint="跨校申請者填，用「、」隔開", only_for=(PartnershipArrangement.JOINT,)
    )
    other_subsidy: OtherSubsidy = label("已申請政府補助", OtherSubsidy)
    application_status: ApplicationStatus | None = label("申辦情形", None)
    teachers: list[ProjectTeacher] = label("參與教師", list, hint="每一位教師一項")
    approach: Approach | None = label("辦理方式", None)
    university_team: Text = label(
        "大學團隊名稱",
        "",
        hint="例如 ○○大學○○系(所)○○教師專業團隊；由學校自行規劃者免填",
        only_for=_WITH_TEAM,
    )
    team_contact: Contact = label(
        "團隊主要聯絡人", Contact, hint="本計畫之召集人；由學校自行規劃者免填", only_for=_WITH_TEAM
    )
    team_members: list[TeamMember] = label(
        "團隊成員", list, hint="每一位成員一項；由學校自行規劃者免填", only_for=_WITH_TEAM
    )
    scope: Scope = label("參與範圍", Scope, hint="可複填")
    previous_results: Text = label(
        "前一年執行成果",
        "",
        hint="簡述，300字以內；初辦免填",
        only_for=(ApplicationStatus.CONTINUED,),
    )
    school_situation: Text = label("學校現況", "")
    goals_text: Text = label("計畫目標", "")
    administration: Text = label("行政運作及支持", "")
    curriculum: Text = label("課程規劃", "", hint="由學校自行規劃者免填", only_for=_WITH_TEAM)
    teaching_methods: Text = label("教學方法", "", hint="由學校自行規劃者免填", only_for=_WITH_TEAM)
    cooperation_strategy: Text = label(
        "協力策略", "", hint="學校與團隊共擬的協力作為；由學校自行規劃者免填", only_for=_WITH_TEAM
    )
    assessment: Text = label("學生學習評量", "")
    expected_effect: Text = label("預期成效", "")
    features: Text = label("特色或創新", "")

    def context(self) -> dict[str, Any]:
        """Adds empty rows where there are fewer people than the paper has rows."""
        context = super().context()
        context["參與教師"] = ProjectTeacher.padded(context["參與教師"], _TEACHER_ROWS)
        context["團隊成員"] = TeamMember.padded(context["團隊成員"], _MEMBER_ROWS)
        return context
