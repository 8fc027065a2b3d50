"""What the README claims about the forms is so."""

from pathlib import Path

from jingjin_forms import list_forms

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")


def test_names_every_form_and_programme():
    for form in list_forms():
        assert form.title in README, form.key
        assert form.programme in README, form.key


def test_is_short_enough_to_be_read():
    assert len(README.splitlines()) < 120
