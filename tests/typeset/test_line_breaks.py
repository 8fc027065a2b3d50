"""Where Word may not break a line: see `minimal/word/settings.xml`.

LibreOffice 7.4 does not read these lists, so that its pages cannot show it.
"""

from itertools import pairwise
from pathlib import Path

import pytest

from tests.helpers import W, part_root

TEMPLATES = Path(__file__).parents[2] / "templates"


def may_break(template: Path, before: str, after: str) -> bool:
    """Whether a line may end with `before` and the next begin with `after`."""
    settings = part_root(template.read_bytes(), "word/settings.xml")
    ends, begins = (
        settings.find(f"{W}noLineBreaks{side}[@{W}lang='zh-TW']").get(f"{W}val")
        for side in ("After", "Before")
    )
    return before not in ends and after not in begins


@pytest.mark.parametrize("template", sorted(TEMPLATES.rglob("*.docx")), ids=lambda path: path.stem)
def test_amounts_and_dates_are_not_broken(template: Path):
    for text in ("12,345元", "112年10月18日"):
        for before, after in pairwise(text):
            if not f"{before}{after}".isascii():  # within a number no program breaks
                assert not may_break(template, before, after), text


@pytest.mark.parametrize("text", ["元整", "日辦", "。計", "計畫"])
def test_other_lines_break(text: str):
    assert may_break(TEMPLATES / "school_based" / "budget_estimate.docx", *text)


@pytest.mark.parametrize("text", ["計，", "計」", "「計", "（計"])
def test_the_usual_rules_still_hold(text: str):
    """The lists replace those that Word has of itself."""
    assert not may_break(TEMPLATES / "school_based" / "budget_estimate.docx", *text)
