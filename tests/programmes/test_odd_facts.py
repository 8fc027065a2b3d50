"""Whatever the facts of a form are, checking them raises nothing."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jingjin_forms import FactsError, get_form
from jingjin_forms.forms.catalog import keys
from tests.helpers import sample_facts

CHECKED = [key for key in keys() if get_form(key).rules]
ODD = (
    "",
    " ",
    "0",
    "1.5",
    "9999999999999999",
    "１１年學年度、甲\n乙",
    "、、",
    "1年1月1日",
    "999年12月31日",
    "999年99月99日99場",
)


@pytest.mark.parametrize("key", CHECKED)
def test_samples_keep_every_rule(key: str):
    assert get_form(key).sample().check() == ()


@pytest.mark.parametrize("key", CHECKED)
def test_blank_forms_raise_nothing(key: str):
    for day in (None, date(1912, 1, 1), date(2300, 1, 1)):
        assert all(map(str, get_form(key).blank().check(day)))


@st.composite
def odd_facts(draw: st.DrawFn, key: str) -> dict[str, Any]:
    """The sample with some facts odd, and with as many as 60 rows."""
    facts = sample_facts(get_form(key).sample_path())
    labels = sorted(set(facts) - {"表件", "照片"})
    for label in draw(st.lists(st.sampled_from(labels), max_size=4, unique=True)):
        rows = facts[label]
        if isinstance(rows, list) and rows and isinstance(rows[0], dict):
            row = draw(st.sampled_from(rows))
            cell = draw(st.sampled_from(sorted(row)))
            odd = row | {cell: draw(st.sampled_from(ODD))}
            facts[label] = [*rows, odd] * draw(st.integers(0, 60 // len(rows)))
        else:
            facts[label] = draw(st.sampled_from(ODD))
    return facts


@pytest.mark.parametrize("key", CHECKED)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_odd_facts_raise_nothing(key: str, data: st.DataObject):
    facts = data.draw(odd_facts(key))
    try:
        paper = get_form(key).load(facts, folder=get_form(key).sample_path().parent)
    except FactsError:  # what cannot be a form is refused before any rule sees it
        return
    day = data.draw(st.none() | st.dates(date(1912, 1, 1)))
    assert all(str(finding) for finding in paper.check(day))
