"""By when a whole packet is handed in, and money given back: days that follow from its facts."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from jingjin_forms.checks.finding import Severity
from jingjin_forms.checks.kinds import Judgement
from jingjin_forms.checks.reading import Read, Reading
from jingjin_forms.checks.rule import Fault, Rule
from jingjin_forms.programmes.active_teaching.application_words import PlanChange
from jingjin_forms.programmes.active_teaching.rules import applications
from jingjin_forms.programmes.active_teaching.rules.deadlines import MonthsFrom, months_from
from jingjin_forms.programmes.active_teaching.source import REGULATION

_APPLICATION, _RESULTS = "application", ("results",)
_MONTHS = 2

_GIVEN_BACK = REGULATION["七(二)：繳回"]
_FROM_WHEN = "條文沒有寫二個月從哪一天算起，這裡從變更或取消之日算起"


def _is_first_handed_in(packet: Any) -> bool:
    return not packet.application.is_revised


def _end(packet: Any) -> Iterator[Read]:
    if packet.application.period is not None:
        yield Read(("執行期程",), packet.application.period.end)


def _was_changed_without_leave(packet: Any) -> bool:
    return packet.application.plan_change == PlanChange.UNAPPROVED


def _change(packet: Any) -> Iterator[Read]:
    yield Read(("變更日期",), packet.application.change_day)


def _owes_money(packet: Any) -> bool:
    return _was_changed_without_leave(packet) and packet.application.refund_day is None


def _given_back_late(packet: Any) -> Iterator[Fault]:
    changed, given_back = packet.application.change_day, packet.application.refund_day
    if not _was_changed_without_leave(packet) or None in (changed, given_back):
        return
    last = months_from(changed, _MONTHS)
    if last is not None and given_back > last:
        late = (given_back - last).days
        message = f"補助款 {given_back} 繳回，期限是 {last}，晚了 {late} 天"
        yield Fault(("繳回日期",), message)


def _to_give_back(packet: Any) -> Iterator[Fault]:
    if _owes_money(packet):
        day = packet.application.change_day
        last = None if day is None else months_from(day, _MONTHS)
        by = "二個月內" if last is None else f"二個月內（{last}前）"
        yield Fault(
            ("變更或取消",), f"未經核准變更或取消計畫，應於{by}繳回補助款，繳回後請填「繳回日期」"
        )


RULES: tuple[Rule, ...] = (
    *(
        replace(
            rule.in_packets(_APPLICATION),
            when=_is_first_handed_in,
        )
        for rule in applications.RULES
        if isinstance(rule, MonthsFrom)
    ),
    MonthsFrom(
        number="C45",
        forms=_RESULTS,
        what="核結",
        reading=Reading("計畫結束日", _end),
        months=_MONTHS,
        last_called=f"計畫結束後 {_MONTHS} 個月內",
        clause=REGULATION["七(三)"],
    ),
    MonthsFrom(
        number="C46",
        forms=_RESULTS,
        what="補助款繳回",
        done="完成",
        reading=Reading("變更或取消日", _change),
        months=_MONTHS,
        last_called=f"未經核准變更或取消計畫後 {_MONTHS} 個月內",
        when=_owes_money,
        clause=_GIVEN_BACK,
        note=_FROM_WHEN,
    ),
    Judgement(
        number="C46",
        forms=_RESULTS,
        question=f"未經核准變更或取消計畫者，{_MONTHS} 個月內繳回補助款",
        judge=_given_back_late,
        clause=_GIVEN_BACK,
        note=_FROM_WHEN,
    ),
    Judgement(
        number="C46",
        forms=_RESULTS,
        severity=Severity.WARNING,
        question="未經核准變更或取消計畫者，寫明補助款何時繳回",
        judge=_to_give_back,
        clause=_GIVEN_BACK,
        note=_FROM_WHEN,
    ),
)
