"""Rules of the sums of 經費概算表【表 1-1】, on its own and in the plan."""

from collections.abc import Iterator
from typing import Any

from jingjin_forms.checks.finding import Severity
from jingjin_forms.checks.kinds import AtMost, Judgement, Share
from jingjin_forms.checks.reading import Read, Reading, fact
from jingjin_forms.checks.rule import Fault, Rule
from jingjin_forms.parts.budget import sum_of, total_of
from jingjin_forms.programmes.school_based.parts.line_kinds import LineKind, kind_of
from jingjin_forms.programmes.school_based.rules.lines import (
    each_of_kind,
    lecturers,
    lines_of_kind,
    sum_of_kind,
)
from jingjin_forms.programmes.school_based.source import ADDED, BASIC, PLAN

BUDGETS = ("budget_estimate", "implementation_plan")
_ADDED_SUM = 3_000
_ON_TOP = f"「外加」讀作加在 {BASIC:,} 元之上，合計最多 {BASIC + _ADDED_SUM:,} 元"
_OF_THE_TOTAL = "「計畫總經費」讀作合計，含雜支"


def _above_the_basic_sum(budget: Any) -> Iterator[Fault]:
    above = (budget.total or 0) - BASIC
    if above <= 0:
        return
    paid = [*lecturers(budget), *lines_of_kind(budget, LineKind.TRAVEL)]
    covering = total_of(line for _, line in paid) or 0
    if covering < above:
        message = (
            f"合計 {budget.total:,} 元，超過 {BASIC:,} 元的 {above:,} 元只能用於"
            f"講師費、助理講師費、交通費，這些項目合起來是 {covering:,} 元"
        )
        yield Fault(("合計",), message)


def _miscellaneous(budget: Any) -> Iterator[Read]:
    """雜支 has a row of its own; who lists it among the lines as well asks for both."""
    listed = lines_of_kind(budget, LineKind.MISCELLANEOUS)
    among_lines = total_of(line for _, line in listed)
    yield Read(("雜支",), sum_of([budget.miscellaneous, among_lines]))


def _subtotal_without_miscellaneous(budget: Any) -> Iterator[Read]:
    kind = LineKind.MISCELLANEOUS
    others = [line for line in budget.lines if kind_of(line.item) is not kind]
    yield Read(("小計",), total_of(others))


RULES: tuple[Rule, ...] = (
    AtMost(
        number="A01",
        name="basic_sum",
        forms=BUDGETS,
        reading=fact("合計"),
        limit=BASIC,
        severity=Severity.WARNING,
        note=f"單獨一張表件看不出必修課程由誰申請經費；{_ON_TOP}",
        clause=PLAN["十一(一)1"],
    ),
    AtMost(
        number="A02",
        forms=BUDGETS,
        reading=fact("合計"),
        limit=BASIC + _ADDED_SUM,
        note=_ON_TOP,
        clause=ADDED,
    ),
    Judgement(
        number="A03",
        forms=BUDGETS,
        question="外加的補助只用於講師費、助理講師費、交通費",
        judge=_above_the_basic_sum,
        note=f"外加的補助沒有另列，讀作合計超過 {BASIC:,} 元的部分",
        clause=ADDED,
    ),
    AtMost(
        number="A05",
        forms=BUDGETS,
        reading=each_of_kind(LineKind.PRINTING, "單價", "印刷費單價"),
        limit=100,
        clause=PLAN["表 1-1 印刷費：單價"],
    ),
    Share(
        number="A06",
        forms=BUDGETS,
        reading=sum_of_kind(LineKind.PRINTING, "印刷費"),
        percent=30,
        base=fact("合計", called="計畫總經費"),
        note=_OF_THE_TOTAL,
        clause=PLAN["表 1-1 印刷費：總價"],
    ),
    Share(
        number="A07",
        forms=BUDGETS,
        reading=sum_of_kind(LineKind.MATERIAL, "教材教具費(或資料蒐集費)"),
        percent=20,
        base=fact("合計", called="計畫總經費"),
        note=_OF_THE_TOTAL,
        clause=PLAN["表 1-1 教材教具費(或資料蒐集費)：總價"],
    ),
    Share(
        number="A09",
        forms=BUDGETS,
        reading=Reading("雜支", _miscellaneous),
        percent=6,
        base=Reading("小計", _subtotal_without_miscellaneous),
        note="6% 照算出的數比較，不先四捨五入",
        clause=PLAN["表 1-1 雜支"],
    ),
)
