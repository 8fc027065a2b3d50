"""Ordinary lengths of text before a table whose rows must not break: no row may be lost."""

from itertools import product

import pytest

from jingjin_forms.export import convert, has_soffice
from jingjin_forms.export.pdf import pdf_texts
from jingjin_forms.facts.facts_file import read_facts
from jingjin_forms.programmes.school_based.forms.implementation_plan import ImplementationPlan

pytestmark = pytest.mark.skipif(not has_soffice(), reason="LibreOffice is not installed")

SENTENCE = "本校教師共同備課，把探究落實到每一個單元，並以學生作品檢核成效。"
LINE = 38  # characters
_SESSIONS = 8  # more than the paper keeps together on a page


def plan(background: int, goals: int) -> bytes:
    """The sample with some sessions, and texts of so many lines."""
    path = ImplementationPlan.sample_path()
    facts = read_facts(path)
    changes = {
        "研習課程": (facts["研習課程"][:4] * 2)[:_SESSIONS],
        "背景說明": (SENTENCE * 30)[: background * LINE],
        "計畫目標": (SENTENCE * 30)[: goals * LINE],
    }
    return ImplementationPlan.load({**facts, **changes}, folder=path.parent).to_bytes()


def test_the_table_moves_over_the_foot_of_the_page():
    made = {f"{lines}": plan(lines, 8) for lines in range(6, 22, 3)}
    pdfs = convert(made, ".pdf")  # each proved, or this raises
    heads = [["場次" in text for text in pdf_texts(pdf)].count(True) for pdf in pdfs.values()]
    assert max(heads) > min(heads)  # in some it goes on over the page


@pytest.mark.slow
def test_many_lengths():
    made = {f"{b} {g}": plan(b, g) for b, g in product(range(0, 27, 3), range(0, 16, 2))}
    assert len(made) == 72
    assert len(convert(made, ".pdf")) == len(made)
