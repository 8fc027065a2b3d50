"""How papers say which year they are of: most by 學年度, some by 年度.

The texts of a programme are chosen by 學年度; what a person types is what the paper prints.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from jingjin_forms.errors import DateError
from jingjin_forms.facts import is_blank
from jingjin_forms.values.budget_year import BudgetYear
from jingjin_forms.values.roc import SchoolYear

_SCHOOL_YEAR_KEYS = ("學年度", "school_year")


@dataclass(frozen=True, slots=True)
class PaperYear:
    """The fact that says the year of a paper."""

    label: str
    name: str
    kind: type[SchoolYear] | type[BudgetYear]

    def of(self, school_year: int) -> SchoolYear | BudgetYear:
        """A 學年度 as the paper says it. Raises DateError beyond the last."""
        year = SchoolYear(school_year)
        return BudgetYear.of_school_year(year) if self.kind is BudgetYear else year

    def called(self, *school_years: int) -> str:
        """學年度 as messages about the paper call them: 102學年度, or 103年度."""
        return "、".join(str(self.of(year)) for year in school_years) + self.label

    def school_year_in(self, facts: Mapping[Any, Any]) -> SchoolYear | None:
        """The 學年度 that facts give, as far as they say a year; a 學年度 counts in any case."""
        keys = dict.fromkeys((self.label, self.name, *_SCHOOL_YEAR_KEYS))
        key = next((key for key in keys if not is_blank(facts.get(key))), None)
        if key is None:
            return None
        try:
            if key in _SCHOOL_YEAR_KEYS:
                return SchoolYear(facts[key])
            return BudgetYear(facts[key]).school_year
        except DateError:  # which validating it will say
            return None


BY_SCHOOL_YEAR = PaperYear("學年度", "school_year", SchoolYear)
BY_BUDGET_YEAR = PaperYear("年度", "budget_year", BudgetYear)
