"""Amounts on the page, of 9 and 12 digits: in one line with 元, at the right of the column."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from jingjin_forms import get_form
from jingjin_forms.export import has_soffice
from jingjin_forms.facts.facts_file import read_facts
from tests.helpers import docx_text
from tests.pages.papers import tables
from tests.pages.rendered import Documents, rendered

UNIT_PRICE, QUANTITY, TOTAL = 123_456_789, 1000, 123_456_789_000
FIGURE = re.compile(r"\d{1,3}(,\d{3})+(元)?")
BUDGETS = [
    "school_based/budget_estimate",
    "leader_workshop/workshop_budget",
    "learning_community/community_budget",
    "active_teaching/programme_budget",
    "active_teaching/development_budget",
]

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not has_soffice(), reason="LibreOffice (soffice) is not installed"),
]


@pytest.fixture(scope="module")
def papers() -> dict[str, bytes]:
    return {key: costly(key) for key in BUDGETS}


@pytest.fixture(scope="module")
def pages(papers: dict[str, bytes]) -> Iterator[Documents]:
    with rendered(papers) as documents:
        yield documents


def costly(key: str) -> bytes:
    """The sample with a unit price of 9 digits in each row, and totals of 12."""
    form = get_form(key)
    facts = read_facts(form.sample_path())
    rows = {name: [dearer(row) for row in facts[name]] for name in tables(facts)}
    return form.load({**facts, **rows}).to_bytes()


def dearer(row: dict[str, Any]) -> dict[str, Any]:
    changed = {**row, "單價": UNIT_PRICE, "數量": QUANTITY}
    return {**changed, "初審金額": TOTAL} if "初審金額" in row else changed


@pytest.mark.parametrize("key", BUDGETS)
def test_no_amount_is_broken(papers: dict[str, bytes], pages: Documents, key: str):
    written = figures("\n".join(docx_text(papers[key])))
    assert {f"{UNIT_PRICE:,}", f"{TOTAL:,}"} <= {figure.removesuffix("元") for figure in written}
    printed = "\n".join(page.get_textpage().get_text_bounded() for page in pages[key])
    assert figures(printed) == written


def figures(text: str) -> Counter[str]:
    """What stands in one line; the gap that programs set between a number and 元 is none."""
    return Counter(found[0] for found in FIGURE.finditer(text.replace(" 元", "元")))


@pytest.mark.parametrize("key", BUDGETS)
def test_amounts_end_at_the_right_of_their_column(key: str):
    """Each cell that prints nothing but an amount."""
    layout = (Path(__file__).parents[2] / "templates" / f"{key}.layout").read_text(encoding="utf-8")
    columns: list[str] = []
    seen = 0
    for line in layout.splitlines():
        if line.startswith("table "):
            columns = line.split()[1:]
        cells = [cell.strip() for cell in line.split("|")[1:]]
        for column, cell in zip(columns, cells, strict=False):
            if re.match(r"(\{% if .*? %\})?\{\{ \S*(單價|總價|初審金額|小計|合計|雜支) ", cell):
                assert column.endswith("r"), line
                seen += 1
    assert seen >= 3
