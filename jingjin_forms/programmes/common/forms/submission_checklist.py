"""List of what is handed in (送件清單): it lies on top of an application's papers.

Our own paper: no official text prints one. It says which papers are there, under which file names
and with whose seals, how and by when they are handed in, and what was found when they were checked.
Each clause stands in small type under what it asks for.

送件方式 has a row for each way in which papers go: the same papers may be mailed and uploaded.
送件方式, 期限 and 檢核結果 are printed only when there are any. The blank list, without them, has
four empty rows for papers; a list with papers has as many rows as papers. Whoever checks the papers
signs at the top, since a line for it at the end would come to lie on a page of its own.

The paper's 「申請單位」 is the fact 學校名稱; a community (社群) that applies may stand there.
"""

from typing import Any

from jingjin_forms.facts import Facts, label
from jingjin_forms.forms.form import Form
from jingjin_forms.parts import School
from jingjin_forms.values import Choice, Text
from jingjin_forms.values.roc import RocDate

_BLANK_ROWS = 4


class PaperState(Choice):
    """How things stand with a paper."""

    MADE = "已產生"
    ENCLOSED = "已附"
    MISSING = "尚缺"
    FAULTY = "有誤"


class _Paper(Facts):
    """One row of 送件文件."""

    title = "送件文件"

    paper_title: Text = label("文件", "", hint="例如 經費概算表")
    file_name: Text = label("檔名", "")
    seals: Text = label("核章", "", hint="例如 承辦人、主任、主計、校長；不必核章者免填")
    state: PaperState | None = label("狀態", None)
    basis: Text = label("依據", "", hint="規定要這份文件的條文")


class _Delivery(Facts):
    """One row of 送件方式: papers that go the same way."""

    title = "送件方式"

    method: Text = label("送法", "", hint="紙本、上傳或光碟")
    paper_title: Text = label("文件", "", hint="例如 審查作業表、實施計畫")
    copies: Text = label("份數與裝訂", "", hint="例如 1式1份，裝訂成冊")
    recipient: Text = label("收件", "", hint="收件的單位，或上傳的網站")
    basis: Text = label("依據", "", hint="規定這樣送的條文")


class _Deadline(Facts):
    """One row of 期限."""

    title = "期限"

    what: Text = label("事項", "", hint="例如 成果報告")
    date: Text = label("日期", "", hint="例如 113年7月15日")
    basis: Text = label("依據", "", hint="訂下這個期限的條文")


class _Finding(Facts):
    """One row of 檢核結果."""

    title = "檢核結果"

    severity: Text = label("輕重", "", hint="錯誤或提醒")
    paper_title: Text = label("文件", "", hint="例如 經費概算表；與整份送件有關者免填")
    where: Text = label("欄位", "", hint="例如 經費項目第 2 項「單價」")
    note: Text = label("說明", "")
    basis: Text = label("依據", "", hint="不合的條文")


class SubmissionChecklist(Form):
    """送件清單: the papers of an application, how and by when they go, and what was found."""

    title = "送件清單"

    submission_name: Text = label("送件名稱", hint="例如 學校本位進修 送審")
    school: School = label("學校名稱", School.blank, hint="申請單位的全銜")
    submission_date: RocDate | None = label("送件日期", None, hint="例如 112年9月1日")
    papers: list[_Paper] = label("送件文件", list, hint="每一份文件一項")
    deliveries: list[_Delivery] = label("送件方式", list, hint="每一種送法一項")
    due_dates: list[_Deadline] = label("期限", list, hint="每一個期限一項")
    findings: list[_Finding] = label("檢核結果", list, hint="每一件一項")

    def context(self) -> dict[str, Any]:
        """Adds empty rows where there are no papers yet."""
        context = super().context()
        context["送件文件"] = context["送件文件"] or _Paper.padded([], _BLANK_ROWS)
        return context
