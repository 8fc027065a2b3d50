"""What the README claims about the forms is so."""

from pathlib import Path

from jingjin_forms.forms.describe import forms_table

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")


def test_the_table_of_forms_is_that_of_the_code():
    assert forms_table() in README


def test_is_short_enough_to_be_read():
    assert len(README.splitlines()) < 120
