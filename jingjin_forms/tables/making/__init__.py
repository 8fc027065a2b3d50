"""Workbooks made: a form's roster, and rows that are streamed."""
