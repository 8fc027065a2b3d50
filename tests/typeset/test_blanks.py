"""What our papers leave blank for a hand to fill in."""

import re

import pytest

from tests.helpers import docx_text
from tests.papers import PrintedPaper, papers

LEAST = 4  # full-width spaces: 1.5 cm at 11 points


@pytest.mark.parametrize("paper", papers(), ids=str)
def test_the_blanks_of_a_date_are_as_wide_as_a_hand_writes(paper: PrintedPaper):
    """Those of white space; printed lines (___) are the official text's own."""
    text = "\n".join(docx_text(paper.blank().to_bytes()))
    for blanks in re.findall(r"([ 　]*)年([ 　]+)月([ 　]+)日", text):
        assert [blank for blank in blanks if blank.count("　") < LEAST] == []
