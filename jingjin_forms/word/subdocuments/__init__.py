"""Subdocuments: whole pieces of Word, printed at a tag."""
