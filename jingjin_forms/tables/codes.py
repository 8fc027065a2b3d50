"""What is wrong with a table, for programs: `Problem.code`, of the error and of its rows.

The `path` is that of the fact whose column it is, behind the list whose sheet it is.
The `value` is the heading, the name of the sheet or the 編號.

Of its headings and sheets:
missing        the column of a required fact, or one that ties rows together
unknown_field  a column that is no fact's
given_twice    two columns of one fact, two sheets of one list; two rows of one 編號 or 項次
no_heading     a column without a heading
no_headings    a table without one heading that is known
merged         merged cells among the headings
no_sheet       no main sheet in a workbook
unknown_sheet  a sheet that is no list's
another_form   headings of another form

Of its rows:
no_number      without the 編號 that it needs
no_such_row    of a row that is not there
bad_cell       a cell that holds no value: #REF!
not_a_list     one row where a list of rows is wanted
not_a_group    no labels and values
unreadable     a line that is no JSON, or is too long
more           how many more problems there are, where they are very many
"""

from typing import Final

MISSING: Final = "missing"
UNKNOWN_FIELD: Final = "unknown_field"
GIVEN_TWICE: Final = "given_twice"
NO_HEADING: Final = "no_heading"
NO_HEADINGS: Final = "no_headings"
MERGED: Final = "merged"
NO_SHEET: Final = "no_sheet"
UNKNOWN_SHEET: Final = "unknown_sheet"
ANOTHER_FORM: Final = "another_form"

NO_NUMBER: Final = "no_number"
NO_SUCH_ROW: Final = "no_such_row"
BAD_CELL: Final = "bad_cell"
NOT_A_LIST: Final = "not_a_list"
NOT_A_GROUP: Final = "not_a_group"
UNREADABLE: Final = "unreadable"
MORE: Final = "more"
