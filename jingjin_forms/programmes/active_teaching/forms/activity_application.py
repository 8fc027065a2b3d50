"""Application for 計畫四 (協助偏遠地區學校發展學生多元試探活動), 國教署 活化教學與多元學習.

Schools fill it in on the system, together with the 經費申請表:
「填寫計畫書(如附件二及附件四至六)及經費申請表(如附件八)」 (四(一)2(1)).

Source: 教育部國民及學前教育署補助國民小學及國民中學活化教學與多元學習作業要點, 附件六.

The boxes of 分校/分班 are ticked by a name given. What the paper prints within a cell, such as
(300字以內，初辦免填), stays above the answer. 前一年辦理執行情況 is the fact 前一年執行成果.
"""

from jingjin_forms.facts import label
from jingjin_forms.forms.form import Form
from jingjin_forms.parts import School
from jingjin_forms.programmes.active_teaching.parts.shared_questions import (
    ApplicationStatus,
    OtherSubsidy,
    Remoteness,
)
from jingjin_forms.values import Text


class ActivityApplication(Form):
    """附件六 計畫四申請表."""

    title = "計畫四申請表"
    annex = "附件六"

    school: School = label("學校名稱", hint="申請學校的全銜")
    school_type: Remoteness | None = label("學校類型", None)
    branch_name: Text = label("分校名稱", "", hint="有分校者填")
    branch_class_name: Text = label("分班名稱", "", hint="有分班者填")
    other_subsidy: OtherSubsidy = label("已申請政府補助", OtherSubsidy)
    application_status: ApplicationStatus | None = label("申辦情形", None)
    previous_results: Text = label(
        "前一年執行成果", "", hint="300字以內，初辦免填", only_for=(ApplicationStatus.CONTINUED,)
    )
    plan_name: Text = label("計畫名稱", "")
    content_summary: Text = label("內容摘要", "", hint="課程或活動設計與預期效益的關聯")
    school_situation: Text = label("學校現況", "", hint="可含學校本位課程簡介、學生學習需求分析等")
    goals_text: Text = label("計畫目標", "", hint="需對應申請項目")
    features: Text = label("特色或創新", "")
    expected_effect: Text = label("預期成效", "")
    students_and_activities: Text = label(
        "參與學生課程活動類型",
        "",
        hint="分時段及天數說明參與學生的人數、年級、班別，以及多元試探活動的類型與辦理方式",
    )
