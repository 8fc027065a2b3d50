"""Rules of 經費概算表【表 1-1】, on its own and in the plan."""

import re
from collections.abc import Iterator
from typing import Any

from jingjin_forms.checks.finding import Severity
from jingjin_forms.checks.kinds import AtMost, Judgement, Required, Share
from jingjin_forms.checks.reading import LINES, Read, Reading, each_item, fact, items, matching
from jingjin_forms.checks.rule import Fault, Rule
from jingjin_forms.parts.budget import BudgetLine, sum_of, total_of
from jingjin_forms.programmes.school_based.source import ADDED, BASIC, PLAN

LESSON = "節"
_BUDGETS = ("budget_estimate", "implementation_plan")
_LECTURERS, _ASSISTANT = ("講師", "講座", "鐘點"), ("助理講師", "助教")
_NOT_THEIR_FEE = ("交通", "車資", "車馬", "旅費", "住宿", "膳", "餐費", "健保", "保險", "保費")
"""What else is paid for a lecturer, on lines of its own: 講師交通費."""
_PRINTING = ("印刷", "印製", "影印")
_MATERIAL = ("教材", "教具", "資料蒐集", "蒐集資料", "資料搜集")
_MISCELLANEOUS = ("雜支", "雜費")
_ADDED_SUM = 3_000
_TRAVEL = ("交通",)
_ASSISTANTS_AT_MOST, _PERSONS = 1, ("人", "位", "名", "員")
_INTERNAL = ("內聘", "校內講師")


def lecturers(budget: Any, words: tuple[str, ...] = _LECTURERS) -> list[tuple[int, BudgetLine]]:
    """The lines of 講師費 and 助理講師費 with their index."""
    return [
        (index, line)
        for _, index, line in matching(budget, words)
        if not any(word in line.item for word in _NOT_THEIR_FEE)
    ]


def assistants(budget: Any) -> list[tuple[int, BudgetLine]]:
    """The lines of 助理講師費 with their index."""
    return lecturers(budget, _ASSISTANT)


def _above_the_basic_sum(budget: Any) -> Iterator[Fault]:
    above = (budget.total or 0) - BASIC
    if above <= 0:
        return
    paid = [line for _, line in lecturers(budget)]
    travel = [line for _, _, line in matching(budget, _TRAVEL)]
    covering = total_of(paid + travel) or 0
    if covering < above:
        message = (
            f"合計 {budget.total:,} 元，超過 {BASIC:,} 元的 {above:,} 元只能用於"
            f"講師費、助理講師費、交通費，這些項目合起來是 {covering:,} 元"
        )
        yield Fault(("合計",), message)


def _merit_of_internal_lecturers(budget: Any) -> Iterator[Fault]:
    for index, line in lecturers(budget):
        if any(word in line.item + line.note for word in _INTERNAL):
            merit = re.sub(r"內聘|校內|講師費?|[：:，,、。()（）\s]", "", line.note)
            if not merit:
                yield Fault((LINES, index, "說明"), "內聘講師沒有敘明專長表現或傑出貢獻")


def _lessons_as_unit(budget: Any) -> Iterator[Fault]:
    """An assistant may be counted as a person, as 十一(一)2 does."""
    persons = {index for index, line in assistants(budget) if line.unit in _PERSONS}
    for index, line in lecturers(budget):
        if line.unit not in ("", LESSON) and index not in persons:
            message = f"講師費的單位是「{line.unit}」，要用節數：1節 50 分鐘，連續兩節 90 分鐘"
            yield Fault((LINES, index, "單位"), message)
        elif line.quantity is not None and line.quantity != int(line.quantity):
            message = f"講師費 {line.quantity} 節不是整數：1節 50 分鐘，連續兩節 90 分鐘"
            yield Fault((LINES, index, "數量"), message)


def _more_than_one_assistant(budget: Any) -> Iterator[Fault]:
    """Only where the lines say how many people they are; 節 and 小時 do not."""
    people = [line.quantity or 0 for _, line in assistants(budget) if line.unit in _PERSONS]
    if sum(people) > _ASSISTANTS_AT_MOST:
        message = f"助理講師共 {sum(people):,} 員，只能編列 {_ASSISTANTS_AT_MOST} 員"
        yield Fault(("經費項目", "助理講師費"), message)


def _miscellaneous(budget: Any) -> Iterator[Read]:
    """雜支 has a row of its own; who lists it among the lines as well asks for both."""
    among_lines = total_of(line for _, _, line in matching(budget, _MISCELLANEOUS))
    yield Read(("雜支",), sum_of([budget.miscellaneous, among_lines]))


def _subtotal_without_miscellaneous(budget: Any) -> Iterator[Read]:
    others = [line for line in budget.lines if not any(w in line.item for w in _MISCELLANEOUS)]
    yield Read(("小計",), total_of(others))


RULES: tuple[Rule, ...] = (
    AtMost(
        number="A01",
        name="basic_sum",
        forms=_BUDGETS,
        reading=fact("合計"),
        limit=BASIC,
        severity=Severity.WARNING,
        clause=PLAN["十一(一)1"],
    ),
    AtMost(
        number="A02",
        forms=_BUDGETS,
        reading=fact("合計"),
        limit=BASIC + _ADDED_SUM,
        clause=ADDED,
    ),
    Judgement(
        number="A03",
        forms=_BUDGETS,
        question="外加的補助只用於講師費、助理講師費、交通費",
        judge=_above_the_basic_sum,
        clause=ADDED,
    ),
    Judgement(
        number="A04",
        forms=_BUDGETS,
        question="助理講師至多編列一員",
        judge=_more_than_one_assistant,
        clause=ADDED,
    ),
    AtMost(
        number="A05",
        forms=_BUDGETS,
        reading=each_item("單價", *_PRINTING, called="印刷費單價"),
        limit=100,
        clause=PLAN["表 1-1 印刷費：單價"],
    ),
    Share(
        number="A06",
        forms=_BUDGETS,
        reading=items(*_PRINTING, called="印刷費"),
        percent=30,
        base=fact("合計", called="計畫總經費"),
        clause=PLAN["表 1-1 印刷費：總價"],
    ),
    Share(
        number="A07",
        forms=_BUDGETS,
        reading=items(*_MATERIAL, called="教材教具費(或資料蒐集費)"),
        percent=20,
        base=fact("合計", called="計畫總經費"),
        clause=PLAN["表 1-1 教材教具費(或資料蒐集費)：總價"],
    ),
    Required(
        number="A08",
        forms=_BUDGETS,
        reading=each_item("說明", *_MATERIAL, called="品項、數量、單價的說明"),
        when_called="教材教具費",
        clause=PLAN["表 1-1 教材教具費(或資料蒐集費)：說明"],
    ),
    Share(
        number="A09",
        forms=_BUDGETS,
        reading=Reading("雜支", _miscellaneous),
        percent=6,
        base=Reading("小計", _subtotal_without_miscellaneous),
        clause=PLAN["表 1-1 雜支"],
    ),
    Judgement(
        number="A10",
        forms=_BUDGETS,
        question="內聘校內講師敘明專長表現或傑出貢獻",
        judge=_merit_of_internal_lecturers,
        clause=PLAN["表 1-1 講師費：內聘"],
    ),
    Judgement(
        number="A11",
        forms=_BUDGETS,
        severity=Severity.WARNING,
        question="講師費以節數為數量單位",
        judge=_lessons_as_unit,
        clause=PLAN["表 1-1 講師費：節數"],
    ),
)
