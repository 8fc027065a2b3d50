"""Rules of 經費概算表【表 1-1】, on its own and in the plan."""

from collections.abc import Iterator
from typing import Any

from jingjin_forms.checking.finding import Clause, Severity
from jingjin_forms.checking.kinds import (
    AtMost,
    Judgement,
    Required,
    Share,
)
from jingjin_forms.checking.reading import each_item, fact, items, matching
from jingjin_forms.checking.rule import Fault, Rule
from jingjin_forms.errors import place
from jingjin_forms.rules.school_based.sources import ADDED, PLAN

_BUDGETS = ("budget_estimate", "implementation_plan")
_LECTURERS, _MATERIAL = ("講師",), ("教材", "教具", "資料蒐集")
_BASIC, _ADDED_SUM = 30_000, 3_000
_COVERED_BY_ADDED = ("講師", "交通")


def _above_the_basic_sum(budget: Any) -> Iterator[Fault]:
    above = (budget.total or 0) - _BASIC
    if above <= 0:
        return
    covering = sum(line.total or 0 for _, _, line in matching(budget, _COVERED_BY_ADDED))
    if covering < above:
        message = (
            f"合計 {budget.total:,} 元，超過 {_BASIC:,} 元的 {above:,} 元只能用於"
            f"講師費、助理講師費、交通費，這些項目合起來是 {covering:,} 元"
        )
        yield Fault("「合計」", message)


def _merit_of_internal_lecturers(budget: Any) -> Iterator[Fault]:
    for rows, index, line in matching(budget, _LECTURERS):
        if "內聘" in line.item + line.note:
            merit = line.note.replace("內聘", "").replace("講師", "").strip("：:，,、()（） 　")
            if not merit:
                yield Fault(place((rows, index, "說明")), "內聘講師沒有敘明專長表現或傑出貢獻")


def _lessons_as_unit(budget: Any) -> Iterator[Fault]:
    for rows, index, line in matching(budget, _LECTURERS):
        if line.unit not in ("", "節"):
            message = f"講師費的單位是「{line.unit}」，要用節數：1節 50 分鐘，連續兩節 90 分鐘"
            yield Fault(place((rows, index, "單位")), message)
        elif line.quantity is not None and line.quantity != int(line.quantity):
            message = f"講師費 {line.quantity} 節不是整數：1節 50 分鐘，連續兩節 90 分鐘"
            yield Fault(place((rows, index, "數量")), message)


RULES: tuple[Rule, ...] = (
    AtMost(
        number="A01",
        forms=_BUDGETS,
        reading=fact("合計"),
        limit=_BASIC,
        severity=Severity.WARNING,
        clause=Clause(
            PLAN,
            "十一(一)1",
            "必修課程採跨校合併辦理，且經費由他校申請者，每件以 30,000元為限。",
        ),
    ),
    AtMost(
        number="A02",
        forms=_BUDGETS,
        reading=fact("合計"),
        limit=_BASIC + _ADDED_SUM,
        clause=ADDED,
    ),
    Judgement(
        number="A03",
        forms=_BUDGETS,
        question="外加的補助只用於講師費、助理講師費、交通費",
        judge=_above_the_basic_sum,
        clause=ADDED,
    ),
    AtMost(
        number="A05",
        forms=_BUDGETS,
        reading=each_item("單價", "印刷費"),
        limit=100,
        clause=Clause(PLAN, "表 1-1 印刷費", "單價以 100元為限。"),
    ),
    Share(
        number="A06",
        forms=_BUDGETS,
        reading=items("印刷費"),
        percent=30,
        base=fact("合計", called="計畫總經費"),
        clause=Clause(PLAN, "表 1-1 印刷費", "總價不超過計畫總經費 30%。"),
    ),
    Share(
        number="A07",
        forms=_BUDGETS,
        reading=items(*_MATERIAL, called="教材教具費(或資料蒐集費)"),
        percent=20,
        base=fact("合計", called="計畫總經費"),
        clause=Clause(PLAN, "表 1-1 教材教具費(或資料蒐集費)", "總價不超過計畫總經費 20%。"),
    ),
    Required(
        number="A08",
        forms=_BUDGETS,
        reading=each_item("說明", *_MATERIAL, called="品項、數量、單價的說明"),
        when_called="教材教具費",
        clause=Clause(PLAN, "表 1-1 教材教具費(或資料蒐集費)", "需說明品項、數量、單價。"),
    ),
    Share(
        number="A09",
        forms=_BUDGETS,
        reading=fact("雜支"),
        percent=6,
        base=fact("小計"),
        clause=Clause(PLAN, "表 1-1 雜支", "以小計金額之 6%為限"),
    ),
    Judgement(
        number="A10",
        forms=_BUDGETS,
        question="內聘校內講師敘明專長表現或傑出貢獻",
        judge=_merit_of_internal_lecturers,
        clause=Clause(
            PLAN, "表 1-1 講師費", "內聘校內講師請敘明其在該領域或科目具有專長表現或傑出貢獻。"
        ),
    ),
    Judgement(
        number="A11",
        forms=_BUDGETS,
        severity=Severity.WARNING,
        question="講師費以節數為數量單位",
        judge=_lessons_as_unit,
        clause=Clause(PLAN, "表 1-1 講師費", "用節數為數量單位，1節為 50分鐘，連續兩節為 90 分鐘"),
    ),
)
