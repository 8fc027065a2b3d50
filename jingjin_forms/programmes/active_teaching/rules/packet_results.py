"""What a whole packet of results says beside its 成果檢核表: film, uploads, sessions, changes."""

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from typing import Any

from jingjin_forms.checks.finding import Severity
from jingjin_forms.checks.kinds import AtLeast, AtMost, Condition, Judgement
from jingjin_forms.checks.reading import Read, Reading
from jingjin_forms.checks.rule import Fault, Rule
from jingjin_forms.programmes.active_teaching.application_papers import (
    is_free_of_checklist,
    must_be_filmed,
)
from jingjin_forms.programmes.active_teaching.application_words import ApplicationKind, PlanChange
from jingjin_forms.programmes.active_teaching.forms.partnership_application import Approach
from jingjin_forms.programmes.active_teaching.rules.packet_facts import is_for
from jingjin_forms.programmes.active_teaching.source import REGULATION

_RESULTS = ("results",)
_CHECKLIST = "成果檢核表"
_SHORTEST, _LONGEST = 5, 8
_MONTHS_A_QUARTER = 3

_FILM = REGULATION["八(一)：影像"]
_EVERY_QUARTER = "條文沒有寫季怎麼算，這裡從執行期程第一天起每三個月為一季，不滿三個月不計"

_is_plan_3 = is_for(ApplicationKind.PLAN_3)
_lack_of_money = re.compile(
    r"經費[^，。；、\s]{0,8}(?:不足|不夠|短缺)|(?:缺乏|欠缺)[^，。；、\s]{0,4}經費"
)


def _told(label: str, name: str) -> Reading:
    """One of the application's own facts."""
    return Reading(label, lambda packet: [Read((label,), getattr(packet.application, name))])


def _film(packet: Any) -> bool:
    return must_be_filmed(packet.application)


def _perhaps_film(packet: Any) -> bool:
    return is_free_of_checklist(packet.application)


def _quarters_of(packet: Any) -> int | None:
    """The whole quarters of 執行期程; None while it is not given, or where no calendar reaches."""
    period = packet.application.period
    if period is None:
        return None
    with suppress(ValueError):
        end, start = date.fromordinal(period.end.toordinal() + 1), period.start
        months = (end.year - start.year) * 12 + end.month - start.month
        return (months - (end.day < start.day)) // _MONTHS_A_QUARTER
    return None


def _short_of_quarters(
    label: str, name: str, called: str, when: Condition, unit: str = "季"
) -> Callable[[Any], Iterator[Fault]]:
    """What was done in fewer quarters than 執行期程 has."""

    def judge(packet: Any) -> Iterator[Fault]:
        done, quarters = getattr(packet.application, name), _quarters_of(packet)
        if when(packet) and None not in (done, quarters) and done < quarters:
            message = (
                f"{called} {done} {unit}，執行期程有 {quarters} 季，還差 {quarters - done} {unit}"
            )
            yield Fault((label,), message)

    return judge


def _team(packet: Any) -> Iterator[Fault]:
    checklist, approach = packet.form("outcome_checklist"), packet.application.approach.strip()
    if checklist is None or not _is_plan_3(packet):
        return
    named = bool(checklist.university_team.strip())
    if approach == Approach.WITH_TEAM and not named:
        message = "辦理方式是由大學團隊協助，大學團隊名稱是空白"
        yield Fault(("大學團隊名稱",), message, _CHECKLIST)
    elif approach == Approach.BY_ITSELF and named:
        message = "辦理方式是由學校自行規劃，卻填了大學團隊名稱"
        yield Fault(("大學團隊名稱",), message, _CHECKLIST)


def _knows_the_team(packet: Any) -> bool:
    return _is_plan_3(packet) and packet.application.approach.strip() in tuple(Approach)


def _not_all_students(packet: Any) -> Iterator[Fault]:
    checklist = packet.form("activity_outcome_checklist")
    everybody = packet.application.student_count
    if checklist is None or everybody is None:
        return
    totals = checklist.students.elementary_total, checklist.students.junior_high_total
    if totals == (None, None):
        return
    joined = sum(filter(None, totals))
    if joined < everybody:
        message = f"參與學生 {joined} 人，全校學生 {everybody} 人，以全體學生參與為原則"
        yield Fault(("參與學生數",), message, _CHECKLIST)


def _fewer_sessions(packet: Any) -> Iterator[Fault]:
    application = packet.application
    planned, held = application.planned_sessions, application.held_sessions
    if None in (planned, held) or application.plan_change == PlanChange.APPROVED:
        return
    if held < planned:
        message = (
            f"辦理 {held} 次，少於核定計畫預期的 {planned} 次，差 {planned - held} 次；"
            "變更計畫要先經核准"
        )
        yield Fault(("辦理次數",), message)


def _for_want_of_money(packet: Any) -> Iterator[Fault]:
    application = packet.application
    was_changed = application.plan_change in (PlanChange.APPROVED, PlanChange.UNAPPROVED)
    if was_changed and (found := _lack_of_money.search(application.change_reason)):
        yield Fault(("變更原因",), f"變更或取消的原因寫了「{found[0]}」，不得以此為由")


RULES: tuple[Rule, ...] = (
    *(
        kind(
            number="C44",
            forms=_RESULTS,
            severity=severity,
            reading=_told("影像長度", "film_minutes"),
            limit=limit,
            unit="分鐘",
            when=when,
            clause=_FILM,
        )
        for when, severity in ((_film, Severity.ERROR), (_perhaps_film, Severity.WARNING))
        for kind, limit in ((AtLeast, _SHORTEST), (AtMost, _LONGEST))
    ),
    Judgement(
        number="C44",
        forms=_RESULTS,
        severity=Severity.WARNING,
        question="歷程紀錄每季上傳",
        judge=_short_of_quarters(
            "上傳季數",
            "uploaded_quarters",
            "歷程紀錄上傳",
            lambda packet: _film(packet) or _perhaps_film(packet),
        ),
        clause=REGULATION["八(一)：每季"],
        note=_EVERY_QUARTER,
    ),
    Judgement(
        number="C59",
        forms=_RESULTS,
        question="計畫三由大學團隊協助者填大學團隊名稱，自行規劃者不填",
        judge=_team,
        settles=("team_of_plan_3",),
        settled_when=_knows_the_team,
        clause=REGULATION["附件九：計畫別"],
    ),
    Judgement(
        number="C61",
        forms=_RESULTS,
        severity=Severity.WARNING,
        question="計畫二的歷程紀錄每季上傳",
        judge=_short_of_quarters(
            "上傳季數", "uploaded_quarters", "歷程紀錄上傳", is_for(ApplicationKind.PLAN_2)
        ),
        clause=REGULATION["附件十：上傳"],
        note=_EVERY_QUARTER,
    ),
    Judgement(
        number="C62",
        forms=_RESULTS,
        severity=Severity.WARNING,
        question="計畫四以全體學生參與為原則",
        judge=_not_all_students,
        clause=REGULATION["三 計畫四 四"],
    ),
    Judgement(
        number="C64",
        forms=_RESULTS,
        severity=Severity.WARNING,
        question="教學訪問教師每季都有工作報告",
        judge=_short_of_quarters(
            "工作報告份數", "report_count", "工作報告", is_for(ApplicationKind.PLAN_5), "份"
        ),
        clause=REGULATION["八(三)"],
        note=_EVERY_QUARTER,
    ),
    Judgement(
        number="C65",
        forms=_RESULTS,
        question="依核定計畫的預期次數辦理",
        judge=_fewer_sessions,
        clause=REGULATION["七(一)"],
    ),
    Judgement(
        number="C66",
        forms=_RESULTS,
        severity=Severity.WARNING,
        question="不以補助經費不足為由變更或取消計畫",
        judge=_for_want_of_money,
        clause=REGULATION["七(二)：經費不足"],
    ),
)
