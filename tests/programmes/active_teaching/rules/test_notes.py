"""Where the text leaves something open, the rule says how it is read."""

import re

import pytest

from jingjin_forms.checks import Rule
from jingjin_forms.programmes.active_teaching.rules import RULES

OPEN = (
    "C01 C02 C03 C05 C06 C07 C08 C09 C10 C11 C12 C14 C16 C17 C21 C24 C25 C26 C27 C28 C30 C32 C33 "
    "C41 C49 C51 C52 C53 C54 C70"
)
NOTED = [rule for rule in RULES if rule.note]


@pytest.mark.parametrize("number", OPEN.split(" "))
def test_what_is_left_open_is_told(number: str):
    assert any(rule.note for rule in RULES.numbered(number))


@pytest.mark.parametrize("rule", NOTED, ids=lambda rule: f"{rule.number} {rule.forms[0]}")
def test_a_note_is_one_sentence(rule: Rule):
    assert re.search("[\u4e00-\u9fff]", rule.note)
    assert "。" not in rule.note
    assert rule.note == rule.note.strip()


def test_the_two_notes_that_contradict_each_other():
    """備註 4 of 附件八 against 備註 5 and 6."""
    (share,) = [rule for rule in RULES if rule.name == "material_share"]
    assert "照備註 5、6" in share.note


def test_each_branch_and_not_each_class():
    """附件十三 has 每校或每班, 第三點 每分校或每分班."""
    for name in ("plan_3_branches", "plan_4_branches"):
        (rule,) = RULES.numbered(name)
        assert "照第三點" in rule.note
