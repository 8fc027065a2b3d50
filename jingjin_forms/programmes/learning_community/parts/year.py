"""The year of 臺中市's papers: they print 103年度, which begins in the 102學年度.

「獲補助經費之執行期程，自103年2月1日起至103年11月30日止」 (捌、三), of a school that
未參與教育部102學年度教師專業發展評鑑計畫 (肆).
"""

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self, cast

from pydantic import model_validator

from jingjin_forms.checks.paper_year import BY_BUDGET_YEAR, PaperYear
from jingjin_forms.errors import DateError
from jingjin_forms.facts import is_blank, label, printed
from jingjin_forms.forms.form import Form
from jingjin_forms.values.budget_year import BudgetYear
from jingjin_forms.values.roc import SchoolYear

_YEAR_KEYS = ("年度", "budget_year")
_SCHOOL_YEAR_KEYS = ("學年度", "school_year")


class OfBudgetYear(Form):
    """What each of its papers says of its year.

    Who gives the 學年度 alone means the same year; given beside 年度 it is only compared.
    """

    paper_year: ClassVar[PaperYear] = BY_BUDGET_YEAR

    budget_year: BudgetYear | None = label(
        "年度", None, hint="紙上印的年度，例如 103年度填 103（102學年度的下學期開始）"
    )

    @property
    @printed("學年度", needs=("年度",))
    def school_year(self) -> SchoolYear | None:
        """The 學年度 in which the 年度 begins, by which its texts are chosen."""
        return None if self.budget_year is None else self.budget_year.school_year

    @model_validator(mode="wrap")
    @classmethod
    def _by_school_year(cls, data: Any, handler: Callable[[Any], Self]) -> Self:
        if isinstance(data, Mapping):
            data = _with_budget_year(cast("Mapping[Any, Any]", data))
        return handler(data)


def _with_budget_year(facts: Mapping[Any, Any]) -> Mapping[Any, Any]:
    """The facts with the 年度 of a 學年度 that is given alone; one that cannot be read is left for
    validating to tell."""
    given = [key for key in _SCHOOL_YEAR_KEYS if not is_blank(facts.get(key))]
    if len(given) != 1:
        return facts
    try:
        school_year = SchoolYear(facts[given[0]])
        budget_year = BudgetYear.of_school_year(school_year)
    except DateError:
        return facts
    if any(not is_blank(facts.get(key)) for key in _YEAR_KEYS):
        return {**facts, given[0]: int(school_year)}
    others = {key: value for key, value in facts.items() if key not in given}
    return {**others, _YEAR_KEYS[0]: budget_year}
