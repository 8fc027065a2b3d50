"""No form guesses its year: without it the page prints the blank of the official paper."""

import re
from typing import Any

import pytest

from jingjin_forms import list_forms
from jingjin_forms.checks.finding import NO_YEAR
from jingjin_forms.facts.facts_file import read_facts
from tests.helpers import docx_text

BY_YEAR = [form for form in list_forms() if form.says_its_year()]
MARKED = 887
"""A year that no text has."""
FIGURES = "88[5-9]"


def facts_of(form: Any) -> dict[str, Any]:
    """The facts of the sample, without its year and what lies beside it."""
    facts = dict(read_facts(form.sample_path()))
    facts.pop("照片", None)
    return {key: value for key, value in facts.items() if key not in ("年度", "學年度", "執行期程")}


def test_the_forms_that_print_a_year():
    assert len(BY_YEAR) >= 10


@pytest.mark.parametrize("form", BY_YEAR, ids=lambda form: form.key)
def test_without_a_year_the_blank_is_printed(form: Any):
    facts = facts_of(form)
    marked = docx_text(form.load({**facts, form.paper_year.label: MARKED}).to_bytes())
    blank = docx_text(form.load(facts).to_bytes())
    assert len(marked) == len(blank)
    differing = [(m, b) for m, b in zip(marked, blank, strict=True) if m != b]
    assert differing, "the year is not printed"
    for with_year, without in differing:
        pieces = map(re.escape, re.split(rf"{FIGURES}(?:年\d+月\d+日)?", with_year))
        assert re.fullmatch("[\u3000 ○年月日]+".join(pieces), without), without


@pytest.mark.parametrize("form", BY_YEAR, ids=lambda form: form.key)
def test_a_missing_year_is_told(form: Any):
    found = form.load(facts_of(form)).check()
    is_by_year = bool(form.edition.school_years)  # 活化教學與多元學習 is not
    told = [f.path for f in found if f.code == NO_YEAR]
    assert told == [(form.paper_year.label,)] * is_by_year
    assert [f for f in form.sample().check() if f.code == NO_YEAR] == []
