"""Plan of the workshop (研習實施計畫), 花蓮縣 社群召集人增能研習.

The whole document by which the county announces the workshop: why, for whom, when, with the
timetable (研習規劃表, 柒、二) and the budget (捌, also a paper of its own: `workshop_budget`).

Source: 花蓮縣113學年度…學校教師學習社群召集人增能研習實施計畫, 壹 to 玖.

The official text is a filled plan. What every such plan prints is the template's; its contents are
facts, and the sample is the plan itself with other people in it. Typed as there:
教師專業發展習社群 (參、二, without 學), 提昇 beside 提升, the full-width colon in 11：00-12:20.
Only 「112學年度精進計畫之績優…社群」 (伍) is 前一學年度 in the sample. The paper prints neither
時數 nor a sign-off line.

Items are numbered here (一、二、…), never in the facts. Activities of one 時段 share its time, and
speakers of one school its name. Without facts the paper has three numbered lines to a list and four
rows to the timetable, as many 時段 as the official one has.
"""

import re
from collections.abc import Sequence
from itertools import groupby
from typing import Annotated, Any

from pydantic import AfterValidator

from jingjin_forms.facts import Facts, label
from jingjin_forms.forms.form import Form
from jingjin_forms.parts import BudgetTable
from jingjin_forms.parts.printed_rows import items_of, whole_total
from jingjin_forms.values import Text
from jingjin_forms.values.numbering import Lines, numbered, without_numbers
from jingjin_forms.values.roc import SchoolYear

_BLANK_ITEMS = 3
_BLANK_SLOTS = 4
_SPAN = re.compile(r"(\d{1,2})[:：](\d{2})\s*[-－–—~～至到]\s*(\d{1,2})[:：](\d{2})")


def _ends_later(text: str) -> str:
    """The text as typed. Raises ValueError where two times of day are none, or the wrong way on."""
    if (span := _SPAN.fullmatch(text.strip())) is not None:
        hours_1, minutes_1, hours_2, minutes_2 = map(int, span.groups())
        start, end = (hours_1, minutes_1), (hours_2, minutes_2)
        if minutes_1 > 59 or minutes_2 > 59 or end > (24, 0):
            raise ValueError("不是一天之內的時間，例如 09:00-09:40。")
        if end <= start:
            raise ValueError("結束沒有晚於開始，請改正，例如 09:00-09:40。")
    return text


class Speaker(Facts):
    """One of those who speak: 晨曦國小 林○○校長."""

    title = "主講人"

    organisation: Text = label("服務單位", "", hint="例如 康樂國小；相同而相連的只印一次")
    name: Text = label("姓名", "")
    position: Text = label("職稱", "", hint="印在姓名之後，例如 校長")


class PlannedActivity(Facts):
    """One row of 研習規劃."""

    title = "活動"

    activity_content: Text = label("活動內容", "")
    speaker: list[Speaker] = label("主講人", list, hint="每一位一項")

    def context(self) -> dict[str, Any]:
        """主講人 is the text of its cell: a school, and below it its people."""
        return super().context() | {"主講人": _in_lines(self.speaker)}

    @classmethod
    def behind(cls, printed: dict[str, Any]) -> dict[str, Any]:
        """主講人 of the lines of its cell."""
        return {**printed, "主講人": _speakers(printed.get("主講人") or "")}


_organisation = re.compile(
    r".*(國[小中]|國民[小中]學|學校|大學|學院|分校|處|府|局|科|中心|團|會|所)$"
)


def _speakers(text: str) -> list[dict[str, str]]:
    """Who stands in a cell of 主講人; what is printed behind a name stays with it."""
    found: list[dict[str, str]] = []
    school = ""
    for line in text.splitlines():
        if _organisation.fullmatch(line.strip()):
            school = line.strip()
            found.append({"服務單位": school})
        elif name := line.strip().removesuffix("、"):
            if found and "姓名" not in found[-1]:
                found.pop()
            found.append({"服務單位": school, "姓名": name})
            school = school if line.strip().endswith("、") else ""
    return found


def _in_lines(speakers: Sequence[Speaker]) -> str:
    lines: list[str] = []
    for school, people in groupby(speakers, key=lambda speaker: speaker.organisation):
        names = "、\n".join(person.name + person.position for person in people)
        lines += [line for line in (school, names) if line]
    return "\n".join(lines)


class TimeSlot(Facts):
    """A time of the day, with one activity or several."""

    title = "研習規劃"

    time: Annotated[Text, AfterValidator(_ends_later)] = label(
        "時間", "", hint="例如 09:00-09:40，照填的印"
    )
    activities: list[PlannedActivity] = label("活動", list, hint="這個時段的活動，每一個一項")

    def context(self) -> dict[str, Any]:
        """A time without activities has a row all the same."""
        context = super().context()
        context["活動"] = PlannedActivity.padded(context["活動"], 1)
        return context


class WorkshopPlan(BudgetTable, Form):
    """研習實施計畫, with 研習規劃表 and 經費概算. Amounts are whole NT dollars."""

    title = "研習實施計畫"

    school_year: SchoolYear | None = label("學年度", None, hint="例如 113")
    plan_name: Text = label(
        "計畫名稱", hint="例如 學校教師學習社群召集人增能研習；不寫「實施計畫」"
    )
    basis: Lines = label("依據", list, hint="一行一項，編號會自動加上")
    background: Lines = label("緣起", list, hint="一行一段")
    goals_text: Lines = label("計畫目標", list, hint="一行一項，編號會自動加上")
    supervisor: Text = label("指導單位", "教育部")
    organiser: Text = label("主辦單位", "花蓮縣政府教育處")
    executing_unit: Text = label("承辦單位", "", hint="例如 花蓮縣教育處課發中心")
    audience: Text = label("參加對象", "")
    venue: Text = label("研習地點", "", hint="例如 線上研習。")
    dates_and_sessions: Text = label(
        "辦理時間與場次", "", hint="例如 暫訂114年5月底辦理，共計1場次。"
    )
    timetable: list[TimeSlot] = label("研習規劃", list, hint="每一個時段一項")
    total_note: Text = label("合計說明", "", hint="例如 上述經費各項目間得依實際情況勻支。")
    funding_source: Text = label("經費來源", "", hint="印在總計後的括號內")
    expected_benefits: Lines = label("預期效益", list, hint="一行一項，編號會自動加上")

    def context(self) -> dict[str, Any]:
        """Numbers the items; a list without facts has blank lines, the timetable blank rows."""
        context = super().context()
        for label_ in ("依據", "計畫目標", "預期效益"):
            context[label_] = numbered(context[label_] or [""] * _BLANK_ITEMS)
        context["緣起"] = context["緣起"] or [""] * _BLANK_ITEMS
        context["研習規劃"] = context["研習規劃"] or TimeSlot.padded([], _BLANK_SLOTS)
        return context

    @classmethod
    def behind(cls, printed: dict[str, Any]) -> dict[str, Any]:
        """The items without their numbers, the total with its 元整."""
        plain = {
            text: without_numbers(str(item or "") for item in items_of(printed, text))
            for text in ("依據", "計畫目標", "預期效益")
        }
        return {**printed, **plain, "總計": whole_total(printed.get("總計"))}
