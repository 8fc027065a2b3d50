"""Rules of what a school uploads: all its communities together, when, and when again."""

from collections.abc import Iterator
from typing import Any

from jingjin_forms.checks.finding import Severity
from jingjin_forms.checks.kinds import AtMost, Deadline, Judgement
from jingjin_forms.checks.reading import LINES, Read, Reading, fact
from jingjin_forms.checks.rule import Fault, Rule
from jingjin_forms.programmes.learning_community.rules import budgets
from jingjin_forms.programmes.learning_community.rules.applications import (
    FIRST_UPLOAD,
    FIRST_UPLOAD_BEGINS,
    FIRST_UPLOAD_ENDS,
)
from jingjin_forms.programmes.learning_community.source import PLAN
from jingjin_forms.values.roc import RocDate

_APPLICATION = ("application",)
_BUDGETS = "教師專業學習社群經費概算表"
_SECOND_UPLOAD = RocDate("102年10月15日")


def _of_all(name: str, reading: Reading, *path: str) -> Reading:
    """The sum of what every community's budget says."""

    def read(packet: Any) -> Iterator[Read]:
        values = [reading.value(budget) for budget in packet.forms("community_budget")]
        yield Read(path, sum(value or 0 for value in values), _BUDGETS)

    return Reading(name, read)


_TOTAL = _of_all("各社群合計", fact("合計"), "合計")


def _schools(packet: Any) -> Iterator[Fault]:
    names = dict.fromkeys(
        str(form.school)
        for form in (*packet.forms("community_application"), *packet.forms("community_budget"))
    )
    if len(names) > 1:
        message = f"寫了 {len(names)} 所學校：{'、'.join(names)}；跨校社群由其中一所提出"
        yield Fault(("學校名稱",), message)


def _nowhere(packet: Any) -> Iterator[Fault]:
    if not packet.application.benefits_and_resources.strip():
        message = (
            "附件-1 沒有這兩欄：請寫進學校的實施計畫或另附說明，並在"
            "「預期效益與學習資源」填寫在哪裡"
        )
        yield Fault(("預期效益與學習資源",), message)


RULES: tuple[Rule, ...] = (
    AtMost(
        number="D05",
        forms=_APPLICATION,
        reading=_TOTAL,
        limit=budgets.GRANT,
        settles=("grant",),
        settled_when=lambda packet: _TOTAL.value(packet) is not None,
        clause=budgets.GRANTED,
        note=budgets.GRANT_NOTE,
    ),
    AtMost(
        number="D07",
        forms=_APPLICATION,
        reading=_of_all("各社群外聘講師鐘點費", budgets.HOURS_FROM_OUTSIDE, LINES, "講師鐘點費"),
        limit=budgets.EXTERNAL_HOURS,
        unit="小時",
        settles=("external_hours",),
        clause=budgets.HOURS,
        note=budgets.HOURS_NOTE,
    ),
    AtMost(
        number="D08",
        forms=_APPLICATION,
        reading=_of_all("各社群校內老師鐘點費", budgets.HOURS_OF_THE_SCHOOL, LINES, "講師鐘點費"),
        limit=budgets.INTERNAL_HOURS,
        unit="小時",
        settles=("internal_hours",),
        clause=budgets.HOURS,
        note=budgets.HOURS_NOTE,
    ),
    AtMost(
        number="D09",
        forms=_APPLICATION,
        severity=Severity.WARNING,
        reading=_of_all("各社群諮詢費", budgets.CONSULTED, LINES, "諮詢費"),
        limit=budgets.CONSULTATIONS,
        unit="次",
        settles=("consultations",),
        clause=budgets.CONSULTATION,
        note=budgets.CONSULTATION_NOTE,
    ),
    Deadline(
        number="D13",
        forms=_APPLICATION,
        what="計畫草擬上傳",
        first=FIRST_UPLOAD_BEGINS,
        last=FIRST_UPLOAD_ENDS,
        when=lambda packet: not packet.application.is_revised,
        clause=FIRST_UPLOAD,
    ),
    Deadline(
        number="D14",
        forms=_APPLICATION,
        what="計畫修正再上傳",
        first=_SECOND_UPLOAD,
        last=_SECOND_UPLOAD,
        when=lambda packet: packet.application.is_revised,
        clause=PLAN["陸三3"],
    ),
    Judgement(
        number="D20",
        forms=_APPLICATION,
        severity=Severity.WARNING,
        question="預期效益與學習資源寫在某一份文件裡",
        judge=_nowhere,
        clause=PLAN["陸、一"],
        note="陸一要填預期效益與學習資源，附件-1 卻沒有欄位：只提醒一次。",
    ),
    Judgement(
        number="D27",
        forms=_APPLICATION,
        question="各社群由同一所學校提出",
        judge=_schools,
        clause=PLAN["捌二(4)"],
    ),
)
