"""The .odt as the engine fills it.

The elements of an .odt that hold text are given the names of their like in a .docx while a template
is compiled (`tree`), so that tags mean the same in both: tables, rows, cells, paragraphs and runs
are found, repeated and named in errors by the same code. What is fixed in the template gets its own
names back before anything is filled (`writer`); values are printed as an .odt says them (`text`).
"""
