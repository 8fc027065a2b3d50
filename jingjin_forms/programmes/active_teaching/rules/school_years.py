"""「計畫辦理時程，以學年度為原則」: on the papers that print a period."""

from collections.abc import Callable, Iterator
from typing import Any

from jingjin_forms.checks.finding import Severity
from jingjin_forms.checks.kinds import Judgement
from jingjin_forms.checks.rule import Fault, Rule
from jingjin_forms.errors import DateError
from jingjin_forms.programmes.active_teaching.source import REGULATION
from jingjin_forms.values.roc import RocPeriod, SchoolYear

_CHECKLISTS = ("outcome_checklist", "curriculum_outcome_checklist", "activity_outcome_checklist")
_YEARLY = REGULATION["七(三)：學年度"]


def _school_years(period: RocPeriod) -> tuple[SchoolYear, SchoolYear] | None:
    """Those of its first and last day; None before 學年度 1, and where years are out of reach."""
    try:
        return SchoolYear.of(period.start), SchoolYear.of(period.end)
    except DateError:
        return None


def _beyond_one_year(label: str) -> Callable[[Any], Iterator[Fault]]:
    def judge(paper: Any) -> Iterator[Fault]:
        years = _school_years(paper.period) if paper.period else None
        if years is None:
            return
        named: SchoolYear | None = getattr(paper, "school_year", None)
        if years[0] != years[1]:
            message = f"{paper.period} 跨 {years[0]} 與 {years[1]} 學年度，計畫以一個學年度為原則"
            yield Fault((label,), message)
        elif named is not None and named != years[0]:
            message = f"{paper.period} 屬於 {years[0]} 學年度，表上的學年度是 {named}"
            yield Fault((label,), message)

    return judge


RULES: tuple[Rule, ...] = (
    Judgement(
        number="C57",
        forms=_CHECKLISTS,
        severity=Severity.WARNING,
        question="執行期程在一個學年度（8月1日至隔年7月31日）之內",
        judge=_beyond_one_year("執行期程"),
        clause=_YEARLY,
    ),
    Judgement(
        number="C57",
        forms=("development_budget",),
        severity=Severity.WARNING,
        question="辦理期程在表上的學年度（8月1日至隔年7月31日）之內",
        judge=_beyond_one_year("辦理期程"),
        clause=_YEARLY,
    ),
)
