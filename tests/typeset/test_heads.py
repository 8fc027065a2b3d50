"""Heads of tables that go on: those of the checklists and of ORID are repeated on the next page."""

import pytest

from jingjin_forms import get_form
from tests.helpers import W, part_root

HEADS = {
    "active_teaching/outcome_checklist": ["檢核指標"],
    "active_teaching/curriculum_outcome_checklist": ["檢核指標"],
    "active_teaching/activity_outcome_checklist": ["檢核指標"],
    "school_based/orid_feedback": ["Objective", "Interpretive"],
}


@pytest.mark.parametrize("key", HEADS)
def test_heads_are_repeated(key: str):
    rows = list(part_root(get_form(key).blank().to_bytes()).iter(f"{W}tr"))
    repeated = [row for row in rows if row.find(f"{W}trPr/{W}tblHeader") is not None]
    for head in HEADS[key]:
        assert any("".join(row.itertext()).startswith(head) for row in repeated), head
    assert len(repeated) < len(rows)
