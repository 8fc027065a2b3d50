"""Rules of the 申請書 of one community."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from jingjin_forms.checks.double_booking import same_time_twice
from jingjin_forms.checks.finding import Severity
from jingjin_forms.checks.kinds import AtLeast, Deadline, Judgement, Required, Window
from jingjin_forms.checks.reading import Read, Reading, each, fact, is_nothing
from jingjin_forms.checks.rule import Fault, Rule
from jingjin_forms.parts import School
from jingjin_forms.programmes.learning_community.forms.community_application import (
    CommunityType,
    Evaluation,
    Method,
)
from jingjin_forms.programmes.learning_community.source import PLAN
from jingjin_forms.values.roc import RocDate

_APPLICATION = ("community_application",)
_MEMBERS, _FEWEST_MEMBERS, _SESSIONS = 6, 3, 6
_COUNTY = "臺中市"
_PERIOD_CALLED = "該年度 2月1日至11月30日"

_FILLED_IN = PLAN["陸、一"]
_MEMBERS_NOTE = (
    "附件-1 印「以3位教師以上」，伍二與捌二(2)以 6 人以上為原則：未滿 6 人提醒，未滿 3 人才是錯誤。"
)

FIRST_UPLOAD = PLAN["陸三1"]
FIRST_UPLOAD_BEGINS, FIRST_UPLOAD_ENDS = RocDate("102年10月2日"), RocDate("102年10月8日")


def _period(application: Any) -> tuple[date, date] | None:
    if application.school_year is None:
        return None
    year = application.school_year.end.year
    return RocDate(year, 2, 1), RocDate(year, 11, 30)


def _own_period(application: Any) -> tuple[date, date] | None:
    """What the paper itself gives, where it lies within that of the text."""
    own, most = application.period, _period(application)
    if own is None or most is None or not most[0] <= own.start <= own.end <= most[1]:
        return None
    return own.start, own.end


def _ends_of_period(application: Any) -> Iterator[Read]:
    if application.period is not None:
        yield Read(("執行期程",), application.period.start)
        yield Read(("執行期程",), application.period.end)


def _names(application: Any) -> set[str]:
    """The members; whoever stands there twice is one."""
    written = ("".join(member.name.split()) for member in application.members)
    return {name for name in written if name}


def _count_of_members(application: Any) -> Iterator[Read]:
    yield Read(("社群成員",), len(_names(application)))


def _has_three_members(application: Any) -> bool:
    return len(_names(application)) >= _FEWEST_MEMBERS


def _sessions_in_the_period(application: Any) -> Iterator[Read]:
    """How many there are; those without a day count, empty rows do not."""
    planned = [session for session in application.sessions if not is_nothing(session)]
    if (period := _period(application)) is not None:
        first, last = period
        planned = [s for s in planned if s.date is None or first <= s.date <= last]
    yield Read(("實施期程",), len(planned))


def _conveners(application: Any) -> Iterator[Fault]:
    names = [name for name in re.split(r"[、，,；;／/\n]", application.convener) if name.strip()]
    if len(names) > 1:
        yield Fault(("召集人",), f"填了 {len(names)} 位，召集人只有一位")


def _convener_from_outside(application: Any) -> Iterator[Fault]:
    """One whose name is among no member's; a title may stand behind it."""
    written, names = "".join(application.convener.split()), _names(application)
    if written and names and not any(name in written or written in name for name in names):
        message = f"{application.convener} 沒有列在社群成員；由成員推舉，請補列"
        yield Fault(("召集人",), message)


def _evaluated(application: Any) -> Iterator[Fault]:
    if application.evaluation == Evaluation.TAKES_PART:
        message = "本校參與教師專業發展評鑑計畫，不在補助對象之內"
        yield Fault(("教師專業發展評鑑",), message)


def _elsewhere(application: Any) -> Iterator[Fault]:
    """A school of another county; silent where the name shows none."""
    county = School.to_context(application.school).縣市.replace("台", "臺")
    if county and county != _COUNTY:
        yield Fault(("學校名稱",), f"{application.school} 不是{_COUNTY}的學校，不在補助對象之內")


def _unfinished_sessions(application: Any) -> Iterator[Fault]:
    for index, session in enumerate(application.sessions):
        given = {"日期": session.date, "實施內容": session.session_content}
        blank = [label for label, value in given.items() if is_nothing(value)]
        if blank and not is_nothing(session):
            yield Fault(("實施期程", index), f"沒有填{'、'.join(blank)}")


RULES: tuple[Rule, ...] = (
    AtLeast(
        number="D01",
        forms=_APPLICATION,
        severity=Severity.WARNING,
        reading=Reading("社群成員", _count_of_members),
        limit=_MEMBERS,
        unit="人",
        when=_has_three_members,
        clause=PLAN["捌二(2)"],
        note=_MEMBERS_NOTE,
    ),
    Required(
        number="D02",
        forms=_APPLICATION,
        reading=fact("召集人"),
        clause=PLAN["伍二"],
    ),
    Judgement(
        number="D02",
        forms=_APPLICATION,
        question="召集人只有一位",
        judge=_conveners,
        clause=PLAN["伍二"],
    ),
    AtLeast(
        number="D03",
        forms=_APPLICATION,
        reading=Reading("執行期程內的活動", _sessions_in_the_period),
        limit=_SESSIONS,
        unit="次",
        clause=PLAN["伍三"],
        note="捌二(3)說「至少運作6次為原則」，伍三說「不得少於6次」：從嚴，少於 6 次是錯誤。",
    ),
    Judgement(
        number="D04",
        forms=_APPLICATION,
        question="學校沒有參與教師專業發展評鑑計畫",
        judge=_evaluated,
        clause=PLAN["肆"],
        note="肆說的是參與該計畫之專業學習社群的學校，附件-1 只問是否參與該計畫：以附件-1 為準。",
    ),
    Required(
        number="D04",
        forms=_APPLICATION,
        severity=Severity.WARNING,
        reading=fact("教師專業發展評鑑"),
        clause=PLAN["肆"],
    ),
    Window(
        number="D12",
        forms=_APPLICATION,
        reading=Reading("執行期程", _ends_of_period),
        days=_period,
        days_called=_PERIOD_CALLED,
        clause=PLAN["捌三"],
    ),
    Deadline(
        number="D13",
        forms=_APPLICATION,
        what="計畫草擬上傳",
        first=FIRST_UPLOAD_BEGINS,
        last=FIRST_UPLOAD_ENDS,
        clause=FIRST_UPLOAD,
    ),
    Window(
        number="D16",
        forms=_APPLICATION,
        reading=each("實施期程", "日期", called="活動日期"),
        days=_period,
        days_called=_PERIOD_CALLED,
        clause=PLAN["附件-1 實施期程"],
    ),
    Required(
        number="D18",
        forms=_APPLICATION,
        reading=fact("社群目標"),
        clause=_FILLED_IN,
    ),
    Required(
        number="D18",
        forms=_APPLICATION,
        reading=fact("實施方式"),
        clause=_FILLED_IN,
    ),
    Judgement(
        number="D19",
        forms=_APPLICATION,
        severity=Severity.WARNING,
        question="實施期程的每一次都填日期與實施內容",
        judge=_unfinished_sessions,
        clause=_FILLED_IN,
    ),
    Judgement(
        number="D21",
        forms=_APPLICATION,
        question=f"申請的學校是{_COUNTY}的國中小",
        judge=_elsewhere,
        clause=PLAN["肆"],
    ),
    AtLeast(
        number="D22",
        forms=_APPLICATION,
        reading=Reading("社群成員", _count_of_members),
        limit=_FEWEST_MEMBERS,
        unit="人",
        clause=PLAN["附件-1 社群成員"],
        note=_MEMBERS_NOTE,
    ),
    Judgement(
        number="D23",
        forms=_APPLICATION,
        severity=Severity.WARNING,
        question="召集人是社群成員之一",
        judge=_convener_from_outside,
        clause=PLAN["伍二"],
    ),
    Window(
        number="D24",
        forms=_APPLICATION,
        severity=Severity.WARNING,
        reading=each("實施期程", "日期", called="活動日期"),
        days=_own_period,
        days_called="本表的執行期程",
        clause=PLAN["附件-1 實施期程"],
    ),
    Required(
        number="D25",
        forms=_APPLICATION,
        severity=Severity.WARNING,
        reading=fact("其他類型"),
        when=lambda application: application.community_type == CommunityType.OTHER,
        when_called="社群類型勾「其他」者",
        clause=PLAN["附件-1 社群類型"],
    ),
    Required(
        number="D25",
        forms=_APPLICATION,
        severity=Severity.WARNING,
        reading=fact("其他實施方式"),
        when=lambda application: Method.OTHER in application.methods,
        when_called="實施方式勾「其他」者",
        clause=PLAN["附件-1 實施方式"],
    ),
    Judgement(
        number="E06",
        forms=_APPLICATION,
        severity=Severity.WARNING,
        question="沒有兩次在同一天同一時間",
        judge=same_time_twice("實施期程", "次"),
        clause=PLAN["伍三"],
    ),
)
