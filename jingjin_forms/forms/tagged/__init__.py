"""A tagged Word file is a form: its tags are the fields, a description beside it says more."""

from jingjin_forms.forms.tagged.schema import description_schema

__all__ = ["description_schema"]
