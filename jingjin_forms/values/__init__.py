"""What one fact can be: an amount, a date, a text, a choice.

Each reads what people and spreadsheets write and prints as the forms do.
"""

from jingjin_forms.values.amount import Money, Quantity
from jingjin_forms.values.choice import Answers, Boxes, Checklist, Choice, TickMarks
from jingjin_forms.values.multiple_choice import Chosen, MultipleChoice
from jingjin_forms.values.roc import RocDate, RocPeriod, SchoolYear
from jingjin_forms.values.text import Count, Text

__all__ = [
    "Answers",
    "Boxes",
    "Checklist",
    "Choice",
    "Chosen",
    "Count",
    "Money",
    "MultipleChoice",
    "Quantity",
    "RocDate",
    "RocPeriod",
    "SchoolYear",
    "Text",
    "TickMarks",
]
