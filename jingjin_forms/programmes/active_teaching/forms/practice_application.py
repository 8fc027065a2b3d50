"""Application for 計畫一, 國教署 活化教學與多元學習.

Schools, 自主社群 and 法人、團體 all apply with it: 「填寫計畫書(如附件二及附件四至六)及經費申請表
(如附件八)」 (四(一)2(1)); 自主社群 「填寫計畫書(如附件二)及經費申請表(如附件八)」, 法人、團體
「擬具計畫書(如附件二)、經費申請表(如附件八)及設立登記或立案證明文件影本」 (四(一)3).

Source: 教育部國民及學前教育署補助國民小學及國民中學活化教學與多元學習作業要點, 附件二.

What every such paper has is the name of its plan: the 申請學校/單位名稱 is 「以自主社群方式辦理者
免填」, so no school need be given. The paper also says 初辦學校免填 (前一學年度執行成果與檢討,
which is the fact 前一年執行成果) and 超過10人者得列主要參與人10位即可; what is given is printed all
the same. 課程規劃/預期成效 is one cell of the paper and two facts.

In the seed each 「○○學校」 is a radio button and a ○, meant as a blank and not as a choice. Its
甘特圖 has headings but no empty row, where the paper must have some (欄位不敷使用，請自行增列):
three are printed here. 甘特圖 is a cell to the left of the chart there and a heading of its own
here, since a cell merged over the headings and the rows would not go over two pages. The three
notes of 附註 have no numbers.
"""

import re
from typing import Annotated, Any, cast

from jingjin_forms.facts import Facts, label
from jingjin_forms.forms.form import Form
from jingjin_forms.parts import School
from jingjin_forms.programmes.active_teaching.parts.shared_questions import (
    ApplicationStatus,
    OtherSubsidy,
    Teacher,
)
from jingjin_forms.values import Choice, Text, TickMarks
from jingjin_forms.values.amount import half_width
from jingjin_forms.values.multiple_choice import Chosen, MultipleChoice
from jingjin_forms.values.roc import SchoolYear

_TEACHER_ROWS = 10
_GANTT_ROWS = 3


class Arrangement(Choice):
    """辦理模式, its first level."""

    SCHOOL = "學校"
    COMMUNITY = "自主社群"
    ASSOCIATION = "法人、團體"


class SchoolArrangement(Choice):
    """辦理模式, its second level: how a school does it."""

    SINGLE = "單一學校"
    JOINT = "跨校合作"


class Month(Choice):
    """A month of the school year, in its order."""

    AUGUST = "8月"
    SEPTEMBER = "9月"
    OCTOBER = "10月"
    NOVEMBER = "11月"
    DECEMBER = "12月"
    JANUARY = "1月"
    FEBRUARY = "2月"
    MARCH = "3月"
    APRIL = "4月"
    MAY = "5月"
    JUNE = "6月"
    JULY = "7月"


_MONTHS = tuple(map(str, Month))
_separators = re.compile(r"[、，,;；\n]")
_span = re.compile(r"(\d{1,2})月?(?:[-–—－~～〜至到](\d{1,2})月?)?")


class Months(MultipleChoice):
    """Months as a list or a text, single or from one to another: 8月-10月、1月.

    The order is that of the school year, so 12月-2月 is three months and 6月-9月 an error.
    """

    def __init__(self) -> None:
        super().__init__(Month)

    def to_context(self, chosen: Chosen) -> TickMarks:  # type: ignore[override]  # read by templates only
        """A tick for each month chosen."""
        return TickMarks(Month, chosen)

    def _read(self, given: Any) -> Chosen:
        if isinstance(given, str | int) and not isinstance(given, bool):
            given = _separators.split(str(given))
        if isinstance(given, list | tuple):
            given = [month for piece in cast(list[Any], given) for month in _months_of(piece)]
        return super()._read(given)


def _months_of(piece: Any) -> list[Any]:
    """The months that one piece names; a piece that names none as it is."""
    if isinstance(piece, bool) or not isinstance(piece, str | int):
        return [piece]
    text = re.sub(r"\s", "", half_width(str(piece)))
    if (span := _span.fullmatch(text)) is None:
        return [piece if text else None]
    first, last = (f"{int(month)}月" for month in (span[1], span[2] or span[1]))
    if first not in _MONTHS or last not in _MONTHS:
        return [piece]
    start, end = _MONTHS.index(first), _MONTHS.index(last)
    if end < start:
        raise ValueError(f"「{piece}」跨了學年度；甘特圖從 8月到隔年 7月，請分開填寫。")
    return list(_MONTHS[start : end + 1])


class GanttRow(Facts):
    """One row of the 甘特圖."""

    title = "甘特圖"

    work: Text = label("執行內容")
    schedule: Annotated[Chosen, Months()] = label(
        "進度規劃", (), hint="哪些月份，例如 8月-10月、1月"
    )


class PracticeApplication(Form):
    """附件二 計畫一-申請表."""

    title = "計畫一-申請表"
    annex = "附件二"

    school: School = label(
        "學校名稱", School.blank, hint="申請學校或單位的全銜；以自主社群方式辦理者免填"
    )
    plan_name: Text = label("計畫名稱")
    community_name: Text = label("自主社群名稱", "")
    arrangement: Arrangement | None = label("辦理模式", None)
    school_arrangement: SchoolArrangement | None = label(
        "學校辦理模式", None, hint="辦理模式為學校者填", only_for=(Arrangement.SCHOOL,)
    )
    partner_schools: Text = label(
        "合作學校", "", hint="跨校合作者填，用「、」隔開", only_for=(SchoolArrangement.JOINT,)
    )
    other_subsidy: OtherSubsidy = label("已申請政府補助", OtherSubsidy)
    application_status: ApplicationStatus | None = label("申辦情形", None)
    teachers: list[Teacher] = label(
        "參與教師", list, hint="每一位教師一項；超過10人者得列主要參與人10位"
    )
    previous_results: Text = label(
        "前一年執行成果",
        "",
        hint="條列，300字以內；初辦學校免填",
        only_for=(ApplicationStatus.CONTINUED,),
    )
    goals_text: Text = label("計畫目標", "")
    administration: Text = label(
        "行政運作及支持", "", hint="以自主社群方式辦理者改為說明自主社群分工及運作"
    )
    curriculum: Text = label("課程規劃", "")
    expected_effect: Text = label("預期成效", "")
    assessment: Text = label("學生學習評量", "")
    features: Text = label("特色或創新", "")
    gantt_school_year: SchoolYear | None = label(
        "甘特圖學年度", None, hint="8月所在的民國年，例如 112"
    )
    gantt: list[GanttRow] = label("甘特圖", list, hint="每一項執行內容一項")

    def context(self) -> dict[str, Any]:
        """Adds empty rows where there are fewer facts than the paper has rows."""
        context = super().context()
        context["參與教師"] = Teacher.padded(context["參與教師"], _TEACHER_ROWS)
        context["甘特圖"] = GanttRow.padded(context["甘特圖"], _GANTT_ROWS)
        return context
