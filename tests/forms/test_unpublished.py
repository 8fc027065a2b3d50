"""Papers without a printed form: listed with their clause, and told of when asked for."""

import pytest
from typer.testing import CliRunner

from jingjin_forms import FormNotFoundError, get_form, list_forms
from jingjin_forms.cli import app
from jingjin_forms.forms.catalog import unpublished


def test_listed_with_the_clause_that_names_them():
    listed = CliRunner().invoke(app, ["list"]).output
    assert "僅具名，無格式" in listed
    for paper in unpublished():
        assert f"{paper.title}　{paper.clause.document} {paper.clause.number}" in listed


@pytest.mark.parametrize("paper", unpublished(), ids=lambda paper: paper.title)
def test_asking_for_one_says_that_it_has_no_form(paper):
    with pytest.raises(FormNotFoundError, match="僅具名，無格式") as refusal:
        get_form(paper.title)
    assert paper.clause.text in str(refusal.value)


def test_none_of_them_is_a_form_of_ours():
    assert not {form.title for form in list_forms()} & {paper.title for paper in unpublished()}
