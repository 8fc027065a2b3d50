"""What is repeated on further pages: heads of tables, and running heads, which stay short."""

import pytest

from jingjin_forms import get_form
from jingjin_forms.facts.facts_file import read_facts
from tests.helpers import W, docx_text, part_root, parts

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


@pytest.mark.parametrize(
    "key",
    [
        "school_based/budget_estimate",
        "school_based/implementation_plan",
        "leader_workshop/workshop_plan",
    ],
)
def test_a_long_plan_name_is_printed_whole_once_and_not_repeated(key: str):
    form = get_form(key)
    path = form.sample_path()
    name = "探究" * 150
    made = form.load({**read_facts(path), "計畫名稱": name}, folder=path.parent).to_bytes()
    assert sum(name in text for text in docx_text(made)) == 1
    rows = part_root(made).iter(f"{W}tr")
    heads = [row for row in rows if row.find(f"{W}trPr/{W}tblHeader") is not None]
    running = [part_root(made, part) for part in parts(made) if part.startswith("word/header")]
    for repeated in (*heads, *running):
        assert len("".join(repeated.itertext())) < 60
