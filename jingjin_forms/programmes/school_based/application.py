"""What is handed in for 花蓮縣 學校本位進修: before the event, and after it.

Source: 花蓮縣112學年度精進國民中小學教學專業與課程品質整體推動計畫 學校本位進修實施計畫, 十三
and 十六.
"""

from collections.abc import Mapping
from typing import Any, cast

from jingjin_forms.checks.finding import Severity
from jingjin_forms.errors import FactsError, Problem
from jingjin_forms.facts import is_blank, label
from jingjin_forms.packets.application import Application, Paper
from jingjin_forms.programmes.school_based.parts.compulsory_courses import CompulsoryCourses
from jingjin_forms.programmes.school_based.source import PLAN
from jingjin_forms.values.amount import Money

_PLAN = "花蓮縣112學年度學校本位進修實施計畫"
_PAPERS = PLAN["十三(四)"]
_UPLOAD = PLAN["十六(一)"]
_GROWTH = PLAN["十二(四)"]
_MAILED = PLAN["十六(二)"]
_SEALS = "承辦人、主任、主計、校長"
_OFFICIAL_NAME = "花蓮縣 {學年度}學年度精進教學_{學校}_學校本位計畫{修正版}"


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
            rule="A17",
        ),
        Paper(
            title="實施計畫",
            form="school_based/implementation_plan",
            clause=_PAPERS,
            name=_OFFICIAL_NAME,
            seals=_SEALS,
            rule="A17",
        ),
    )

    compulsory_courses: CompulsoryCourses | None = label(
        "必修課程", None, hint="課發會增能工作坊、課程評鑑等必修課程怎麼辦理"
    )


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
            rule="A20",
        ),
        Paper(title="成果評估分析表", clause=_UPLOAD, rule="A20"),
        Paper(
            title="實施成果",
            form="school_based/session_result",
            rows="實施成果",
            clause=_UPLOAD,
            rule="A20",
        ),
        Paper(title="簽到表", clause=_UPLOAD, rule="A20"),
        Paper(title="效益評估表", clause=_GROWTH, rule="A30", severity=Severity.WARNING),
        Paper(title="期中檢核表", clause=_GROWTH, rule="A30", severity=Severity.WARNING),
        Paper(
            title="經費概算表",
            form="school_based/budget_estimate",
            clause=_MAILED,
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

    @property
    def has_money_left(self) -> bool:
        """Whether less was spent than granted."""
        return None not in (self.approved_amount, self.spent) and (self.spent or 0) < (
            self.approved_amount or 0
        )

    def row_facts(self, paper: Paper, row: Mapping[Any, Any], shared: Any) -> Mapping[Any, Any]:
        """A row that gives the 場次 of a session takes its day, place, lecturer and name."""
        if is_blank(number := row.get("場次")):
            return row
        sessions = cast(list[Any], shared.get("研習課程") or [])
        if not str(number).isdecimal() or not 1 <= int(str(number)) <= len(sessions):
            message = f"研習課程有 {len(sessions)} 場，請填 1 到 {len(sessions)} 的數字。"
            raise FactsError(self.title, [Problem("「場次」", message, number, ("場次",), "value")])
        session = cast(Mapping[Any, Any], sessions[int(str(number)) - 1])
        known = {label: session.get(label) for label in ("日期", "地點", "講師")}
        return {**known, "主題": session.get("課程名稱"), **row}
