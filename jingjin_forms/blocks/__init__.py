"""Parts that are printed on more than one form."""

from jingjin_forms.blocks.budget import BudgetLine, BudgetTable
from jingjin_forms.blocks.choice import Boxes, Choice, Items, Marks, Ticks
from jingjin_forms.blocks.contact import Contact
from jingjin_forms.blocks.school import School, SchoolText
from jingjin_forms.blocks.text import Count, Text

__all__ = [
    "Boxes",
    "BudgetLine",
    "BudgetTable",
    "Choice",
    "Contact",
    "Count",
    "Items",
    "Marks",
    "School",
    "SchoolText",
    "Text",
    "Ticks",
]
