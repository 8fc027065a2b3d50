"""Tables in: a roster of many schools as rows, each row the facts of one form.

write_roster(BudgetEstimate, "roster.xlsx")
for row in read_table("roster.xlsx", BudgetEstimate):
    form = BudgetEstimate.load(row.facts)
"""

from jingjin_forms.tables.making.roster import write_roster
from jingjin_forms.tables.reading import read_table
from jingjin_forms.tables.rows import TableRow

__all__ = ["TableRow", "read_table", "write_roster"]
