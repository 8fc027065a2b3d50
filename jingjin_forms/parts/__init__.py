"""Parts that papers of several programmes print."""

from jingjin_forms.parts.budget import BudgetLine, BudgetTable
from jingjin_forms.parts.contact import Contact
from jingjin_forms.parts.school import School, SchoolText

__all__ = ["BudgetLine", "BudgetTable", "Contact", "School", "SchoolText"]
