"""What is handed in for 花蓮縣 學校本位進修: before the event, and after it.

Source: 花蓮縣112學年度精進國民中小學教學專業與課程品質整體推動計畫 學校本位進修實施計畫, 十三
and 十六.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, cast

from jingjin_forms.checks.finding import Severity
from jingjin_forms.errors import FactsError, Problem
from jingjin_forms.facts import is_blank, is_empty, label
from jingjin_forms.packets.application import Application, Delivery, Paper
from jingjin_forms.programmes.school_based.parts.compulsory_courses import CompulsoryCourses
from jingjin_forms.programmes.school_based.source import PLAN
from jingjin_forms.values.amount import Money
from jingjin_forms.values.choice import YesNo

_PLAN = "花蓮縣112學年度學校本位進修實施計畫"
_PAPERS = PLAN["十三(四)"]
_UPLOAD = PLAN["十六(一)"]
_GROWTH = PLAN["十二(四)"]
_MAILED = PLAN["十六(二)"]
_SEALS = "承辦人、主任、主計、校長"
_OFFICIAL_NAME = "花蓮縣 {學年度}學年度精進教學_{學校}_學校本位計畫{修正版}"

_BOUND_AND_UPLOADED = (
    Delivery(
        how="紙本",
        copies="裝訂成冊，1式1份",
        to="花蓮縣政府教育處課程教學科課程科",
        clause=PLAN["十三(二)：送件"],
    ),
    Delivery(
        how="上傳",
        to="花蓮縣精進教學計畫網站/申請計畫/學校本位/112學年度",
        clause=PLAN["十三(三)"],
    ),
)
_RESULT_SITE = Delivery(
    how="上傳",
    to="花蓮縣精進教學計畫網站/計畫成果/學校本位/112學年度",
    clause=PLAN["十六(一)：網站"],
)
_SCANNED = replace(_RESULT_SITE, how="掃瞄後上傳")
_BY_MAIL = Delivery(how="郵寄", copies="正本（已核章）")


class SchoolBasedApplication(Application):
    """審查作業表 and 實施計畫 with 表 1-1 and 表 1-2: 「1式1份」, sealed, by 十三."""

    title = "學校本位進修 送審"
    stage = "application"
    papers = (
        Paper(
            title="審查作業表",
            form="school_based/review_sheet",
            clause=_PAPERS,
            name="花蓮縣 {學年度}學年度精進教學_{學校}_審查作業表{修正版}",
            deliveries=_BOUND_AND_UPLOADED,
            rule="A17",
        ),
        Paper(
            title="實施計畫",
            form="school_based/implementation_plan",
            clause=_PAPERS,
            name=_OFFICIAL_NAME,
            seals=_SEALS,
            deliveries=_BOUND_AND_UPLOADED,
            rule="A17",
        ),
    )

    compulsory_courses: CompulsoryCourses | None = label(
        "必修課程", None, hint="課發會增能工作坊、課程評鑑等必修課程怎麼辦理"
    )


_OF_A_SESSION = {
    "實施成果": {"日期": "日期", "地點": "地點", "講師": "講師", "主題": "課程名稱"},
    "教師質性回饋": {"日期": "日期", "活動名稱": "課程名稱"},
}
"""What the rows of a list take from their session of the plan, by label."""


class SchoolBasedResults(Application):
    """What is uploaded and mailed after the event, by 十六; from the facts of the plan."""

    title = "學校本位進修 成果"
    stage = "results"
    papers = (
        Paper(
            title="實施計畫",
            form="school_based/implementation_plan",
            clause=_UPLOAD,
            name=_OFFICIAL_NAME,
            deliveries=(_RESULT_SITE,),
            rule="A20",
        ),
        Paper(title="成果評估分析表", clause=_UPLOAD, deliveries=(_RESULT_SITE,), rule="A20"),
        Paper(
            title="實施成果",
            form="school_based/session_result",
            rows="實施成果",
            clause=_UPLOAD,
            deliveries=(_RESULT_SITE,),
            rule="A20",
        ),
        Paper(title="簽到表", clause=_UPLOAD, deliveries=(_SCANNED,), rule="A20"),
        Paper(title="效益評估表", clause=_GROWTH, rule="A30", severity=Severity.WARNING),
        Paper(title="期中檢核表", clause=_GROWTH, rule="A30", severity=Severity.WARNING),
        Paper(
            title="教師質性回饋",
            form="school_based/orid_feedback",
            rows="教師質性回饋",
            optional=True,
            clause=_GROWTH,
            rule="A30",
        ),
        Paper(
            title="經費概算表",
            form="school_based/budget_estimate",
            clause=_MAILED,
            deliveries=(_RESULT_SITE, _BY_MAIL),
            seals=_SEALS,
            rule="A21",
        ),
        Paper(
            title="繳款書",
            clause=PLAN["十六(三)：繳回"],
            needed=lambda application: application.has_money_left,
            rule="A23",
        ),
    )

    row_labels = {"場次": "場次"}  # noqa: RUF012 (never changed)

    approved_amount: Money | None = label("核定金額", None, hint="元")
    spent: Money | None = label("實支金額", None, hint="元")
    registered: YesNo | None = label(
        "全國教師進修網登錄", None, hint="各場研習都登錄了全國教師進修網者填「是」"
    )

    @property
    def has_money_left(self) -> bool:
        """Whether less was spent than granted."""
        return None not in (self.approved_amount, self.spent) and (self.spent or 0) < (
            self.approved_amount or 0
        )

    @classmethod
    def rows_begun(cls, facts: Mapping[Any, Any]) -> dict[str, list[dict[str, str]]]:
        """A 實施成果 for each session of the plan, which says its day, place and topic."""
        given: Any = facts.get("研習課程")
        sessions = cast(list[Any], given) if isinstance(given, list) else []
        if is_empty(sessions):
            return {}
        return {"實施成果": [{"場次": str(number)} for number, _ in enumerate(sessions, 1)]}

    def row_facts(self, paper: Paper, row: Mapping[Any, Any], shared: Any) -> Mapping[Any, Any]:
        """A row that gives the 場次 of a session takes of it what its paper prints."""
        if is_blank(number := row.get("場次")):
            return row
        sessions = cast(list[Any], shared.get("研習課程") or [])
        if not str(number).isdecimal() or not 1 <= int(str(number)) <= len(sessions):
            message = f"研習課程有 {len(sessions)} 場，請填 1 到 {len(sessions)} 的數字。"
            raise FactsError(self.title, [Problem("「場次」", message, number, ("場次",), "value")])
        session = cast(Mapping[Any, Any], sessions[int(str(number)) - 1])
        known = {label: session.get(fact) for label, fact in _OF_A_SESSION[paper.rows].items()}
        return {**known, **{key: value for key, value in row.items() if not is_empty(value)}}
