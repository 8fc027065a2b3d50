# Written by `python -m jingjin_forms.stubs`; change year.py instead.
# What overrides what is judged there.
# pyright: reportIncompatibleMethodOverride=false

from jingjin_forms.checks.paper_year import PaperYear
from jingjin_forms.facts import printed
from jingjin_forms.facts.accepted import AnyYear
from jingjin_forms.forms.form import Form
from jingjin_forms.values.budget_year import BudgetYear
from jingjin_forms.values.roc import SchoolYear
from typing import ClassVar


class OfBudgetYear(Form):
    paper_year: ClassVar[PaperYear]
    @property
    def budget_year(self) -> BudgetYear | None:
        """年度：紙上印的年度，例如 103年度填 103（102學年度的下學期開始）"""
    @budget_year.setter
    def budget_year(self, value: AnyYear | None) -> None: ...
    @property
    @printed('學年度', needs=('年度',))
    def school_year(self) -> SchoolYear | None:
        ...
    def __init__(
        self,
        *,
        budget_year: AnyYear | None = ...,
        school_year: object = ...,
        年度: AnyYear | None = ...,
        學年度: object = ...,
    ) -> None: ...
