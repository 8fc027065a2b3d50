"""One table, thousands of forms.

report = fill_many(BudgetEstimate, "roster.xlsx", "out")
report.save("report.xlsx")
"""

from jingjin_forms.batch.archive import zip_files
from jingjin_forms.batch.fill import fill_many
from jingjin_forms.batch.processes import processes
from jingjin_forms.batch.report.report import BatchReport
from jingjin_forms.batch.report.results import Outcome, RowResult

__all__ = ["BatchReport", "Outcome", "RowResult", "fill_many", "processes", "zip_files"]
