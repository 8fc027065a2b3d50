"""Review sheet (審查作業表), 花蓮縣 學校本位進修.

The cover of the application and the panel's score sheet: the school fills its name and the numbers
of classes and teachers 「(學校填)」, the panel the rest. 審查作業表 is the first of the two papers
of an application (十三(四)).

Source: 花蓮縣112學年度…學校本位進修實施計畫審查作業要點, 審查作業表.

The column 審查小組改進意見 is merged over the rows of each 審查項目: there is one comment for each.
"""

from typing import Annotated

from jingjin_forms.facts import Facts, label
from jingjin_forms.forms.form import Form
from jingjin_forms.parts import School
from jingjin_forms.values import Answers, Checklist, Choice, Count, Text
from jingjin_forms.values.amount import Money
from jingjin_forms.values.roc import SchoolYear


class Conformity(Choice):
    """The three columns in which the panel ticks each 指標."""

    MET = "符合"
    MET_AFTER_REVISION = "修正後符合"
    NOT_MET = "不符合"


class ReviewResult(Choice):
    """審查結果."""

    PASSED = "全案通過"
    PASSED_AFTER_REVISION = "修正後通過"
    NOT_PASSED = "不通過"


_PANEL = "審查小組"

_GOALS = (
    "1.依規定召集工作小組召開會議。",
    "2.計畫內容符合辦理十二年國民基本教育精進中小學品質要點教育政策及補助範圍。",
    "3.計畫完整周延，推動策略詳細規劃具體可行。",
    "4.符合計畫編寫格式。",
)
_SUSTAINABILITY = (
    "1.規劃結合在地特色及學校重點需求。",
    "2.教師專業成長規劃優先發展、深化學校本位之特色及緊扣中長期規劃。",
    "3.能預期具體成果與後續發展。",
    "4.能自我檢討與改進機制。",
)
_CREATIVITY = (
    "1.發展學校各領域創造力教學的進修方案。",
    "2.研發融入創新課程與創意教學之設計",
)
_RESOURCES = (
    "1.學校教師組成專業學習社群",
    "2.學校與他校策略結盟，以達資源整合分享交流彼此的教學智慧的累積。",
)
_PROFESSION = (
    "1.系統規劃輔導協助教師、積極提升教師專業能力。",
    "2.辦理精進教師教學方法與技巧，落實增進其教學效能。",
)
_BUDGETING = ("經費編列符合規定",)


class Comments(Facts):
    """審查小組改進意見, one for each 審查項目."""

    title = "審查小組改進意見"

    goals: Text = label("計畫目標性及完整性", "")
    sustainability: Text = label("計畫永續發展性", "")
    creativity: Text = label("多元創意性", "")
    resources: Text = label("資源整合性", "")
    profession: Text = label("教育專業性", "")
    budgeting: Text = label("經費編列", "")


class ReviewSheet(Form):
    """審查作業表: 15 indicators in six groups, a result, and the approved amount in NT dollars."""

    title = "審查作業表"

    school: School = label("學校名稱", hint="例如 花蓮縣吉安鄉宜昌國小")
    school_year: SchoolYear | None = label("學年度", None, hint="例如 112")
    class_count: Count | None = label("班級數", None)
    teacher_count: Count | None = label("教師數", None)
    goals: Annotated[Answers, Checklist(Conformity, _GOALS)] = label(
        "計畫目標性及完整性", (), by=_PANEL
    )
    sustainability: Annotated[Answers, Checklist(Conformity, _SUSTAINABILITY)] = label(
        "計畫永續發展性", (), by=_PANEL
    )
    creativity: Annotated[Answers, Checklist(Conformity, _CREATIVITY)] = label(
        "多元創意性", (), by=_PANEL
    )
    resources: Annotated[Answers, Checklist(Conformity, _RESOURCES)] = label(
        "資源整合性", (), by=_PANEL
    )
    profession: Annotated[Answers, Checklist(Conformity, _PROFESSION)] = label(
        "教育專業性", (), by=_PANEL
    )
    budgeting: Annotated[Answers, Checklist(Conformity, _BUDGETING)] = label(
        "經費編列", (), by=_PANEL
    )
    comments: Comments = label("審查小組改進意見", Comments, by=_PANEL)
    review_result: ReviewResult | None = label("審查結果", None, by=_PANEL)
    overall_comment: Text = label("總評意見", "", by=_PANEL)
    approved_amount: Money | None = label("核定金額", None, hint="元", by=_PANEL)
