"""Filled files back into facts: many schools' papers as one roster.

for read in read_many(["各校"], BudgetEstimate):
    print(read.name, read.outcome, read.form and read.form.total)

collect(read_many(["各校"], BudgetEstimate), BudgetEstimate, "彙整.xlsx")
"""

from jingjin_forms.collecting.differing.differences import Difference, differences
from jingjin_forms.collecting.file_read import FileRead, Outcome
from jingjin_forms.collecting.finding.found import Found, find_files
from jingjin_forms.collecting.many import read_many
from jingjin_forms.collecting.result.report import save_report
from jingjin_forms.collecting.result.result import collect
from jingjin_forms.collecting.result.rows import Collection

__all__ = [
    "Collection",
    "Difference",
    "FileRead",
    "Found",
    "Outcome",
    "collect",
    "differences",
    "find_files",
    "read_many",
    "save_report",
]
