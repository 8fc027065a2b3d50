"""Rules of the 成果檢核表 (附件九 to 十一), filled in when the accounts are closed."""

from collections.abc import Iterator
from typing import Any

from jingjin_forms.checks.kinds import Judgement
from jingjin_forms.checks.reading import Read, Reading
from jingjin_forms.checks.rule import Fault, Rule
from jingjin_forms.programmes.active_teaching.parts.shared_questions import Done
from jingjin_forms.programmes.active_teaching.rules.deadlines import MonthsFrom
from jingjin_forms.programmes.active_teaching.source import REGULATION

_WITH_FILM = ("outcome_checklist", "activity_outcome_checklist")
_CHECKLISTS = (*_WITH_FILM, "curriculum_outcome_checklist")

_MONTHS_TO_CLOSE = 2
_TO_HAND_IN = {0: "每季上傳歷程紀錄", 1: "5至8分鐘影像紀錄"}
"""The items of 成果檢核 that 八(一) asks for, by their place on both papers."""


def _not_handed_in(checklist: Any) -> Iterator[Fault]:
    for index, mark in enumerate(checklist.results):
        if index in _TO_HAND_IN and mark == Done.NOT_DONE:
            message = f"{_TO_HAND_IN[index]}是「未完成」，辦理核結時應已完成"
            yield Fault(("成果檢核", index), message)


def _end(checklist: Any) -> Iterator[Read]:
    if checklist.period is not None:
        yield Read(("執行期程",), checklist.period.end)


RULES: tuple[Rule, ...] = (
    Judgement(
        number="C44",
        forms=_WITH_FILM,
        question="每季上傳歷程紀錄，並完成五至八分鐘影像紀錄",
        judge=_not_handed_in,
        clause=REGULATION["八(一)：歷程紀錄"],
    ),
    MonthsFrom(
        number="C45",
        forms=_CHECKLISTS,
        what="成果檢核表",
        reading=Reading("計畫結束日", _end),
        months=_MONTHS_TO_CLOSE,
        clause=REGULATION["七(三)"],
    ),
)
