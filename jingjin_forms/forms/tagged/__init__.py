"""A tagged Word file is a form: its tags are the fields."""
