"""Application of a 自主社群 for a workshop under 計畫一, 國教署 活化教學與多元學習.

A community of teachers (自主社群) plans a workshop across schools:
「跨校參與教師研習計畫填寫計畫申請表(如附件三)及經費申請表(如附件八)向指定單位提出申請」
(四(一)3(1)), 「應於辦理二個月前，向本署申請」 (四(二)5).

Source: 教育部國民及學前教育署補助國民小學及國民中學活化教學與多元學習作業要點, 附件三.

Our text of the paper leaves out table rows that hold no word, so it does not say how many blank
rows 研習流程 has; four are printed here. 賦歸 stands there alone in its row: it closes the day and
is read as one cell over all columns.

Where the paper has 前一年辦理成果, 參與對象 and 預計參與人數, the facts are 前一年執行成果,
實施對象 and 預計人數; in the table 主持人/主講人 and 活動地點 are 主講人 and 地點.
"""

from typing import Any

from jingjin_forms.facts import Facts, label
from jingjin_forms.forms.form import Form
from jingjin_forms.parts import Contact
from jingjin_forms.programmes.active_teaching.parts.shared_questions import (
    ApplicationStatus,
    OtherSubsidy,
)
from jingjin_forms.values import Count, Text

_ROWS = 4


class ScheduledActivity(Facts):
    """One row of 九、研習流程."""

    title = "研習流程"

    time: Text = label("時間", "", hint="例如 09:00-10:30")
    activity_content: Text = label("活動內容", "")
    speaker: Text = label("主講人", "", hint="主持人或主講人")
    place: Text = label("地點", "")


class CommunityWorkshopApplication(Form):
    """附件三 計畫一-教師自主社群研習申請表."""

    title = "計畫一-教師自主社群研習申請表"
    annex = "附件三"

    plan_name: Text = label("計畫名稱", "")
    community_name: Text = label("自主社群名稱")
    other_subsidy: OtherSubsidy = label("已申請政府補助", OtherSubsidy)
    application_status: ApplicationStatus | None = label("申辦情形", None)
    main_contact: Contact = label("主要聯絡人", Contact)
    previous_results: Text = label(
        "前一年執行成果",
        "",
        hint="簡述，300字以內，初辦免填",
        only_for=(ApplicationStatus.CONTINUED,),
        also="前一年辦理成果",
    )
    purpose: Text = label("目的", "")
    course_topic: Text = label("課程主題", "")
    audience: Text = label("實施對象", "", also="參與對象")
    expected_people: Count | None = label("預計人數", None, also="預計參與人數")
    event_time: Text = label("辦理時間", "", hint="應於辦理二個月前提出申請")
    venue: Text = label("辦理地點", "")
    registration: Text = label("報名方式", "")
    timetable: list[ScheduledActivity] = label("研習流程", list, hint="每一個時段一項，不含賦歸")
    expected_effect: Text = label("預期成效", "")
    notices: Text = label("注意事項", "")
    contact_details: Text = label("聯絡方式", "")
    transport: Text = label("交通方式", "")

    def context(self) -> dict[str, Any]:
        """Pads 研習流程 with blank rows, so that no paper has fewer than the blank one."""
        context = super().context()
        context["研習流程"] = ScheduledActivity.padded(context["研習流程"], _ROWS)
        return context
