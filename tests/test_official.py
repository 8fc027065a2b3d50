"""Each blank form beside the official text: everything printed, in order, and nothing besides."""

import re
from pathlib import Path

import pytest

from jingjin_forms.facts.fields import items_of
from jingjin_forms.typeset.one_edition import later_years, lines_for
from tests.helpers import docx_text
from tests.papers import PrintedPaper, papers

OFFICIAL = Path(__file__).parent / "official"
every_paper = pytest.mark.parametrize("paper", papers(), ids=str)


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def official_lines(paper: PrintedPaper) -> list[str]:
    """What the edition's own paper prints: lines marked with another 學年度 are not in it."""
    text = (OFFICIAL / f"{paper.key}.txt").read_text(encoding="utf-8")
    return [line for line in lines_for(text, paper.year).splitlines() if line.strip()]


@every_paper
def test_blank_form_prints_the_official_text_and_nothing_else(paper: PrintedPaper):
    rest = squeezed("".join(docx_text(paper.blank().to_bytes())))
    for piece in map(squeezed, official_lines(paper)):
        before, found, rest = rest.partition(piece)
        assert found, f"「{piece}」 is not printed, or stands in another place"
        assert not before, f"「{before}」 is printed before 「{piece}」 but not official"
    assert not rest, f"「{rest}」 is printed at the end but not official"


@every_paper
def test_filled_form_keeps_the_official_labels(paper: PrintedPaper):
    """A filled form replaces what is blank (○○, ___, □, spaces) but keeps every other word."""
    filled = squeezed("".join(docx_text(paper.sample().to_bytes())))
    for line in official_lines(paper):
        if not re.search("[○_]", line):
            for word in re.split(r"[□\s]+", line):
                assert word in filled, f"「{word}」 of 「{line}」 is lost when the form is filled"


@every_paper
def test_items_to_mark_are_worded_as_the_official_text(paper: PrintedPaper):
    """Their wording stands in the form's module, in its template and in the official text: the
    template is held against the text above, and so is the module here, item by item in order."""
    rest = squeezed("".join(official_lines(paper)))
    for field in paper.form.model_fields.values():
        found = items_of(field)
        for item in map(squeezed, found.items if found else ()):
            _, is_there, rest = rest.partition(item)
            assert is_there, f"「{item}」 of {field.title} is not official, or in another order"


def test_every_marked_edition_is_one_that_is_compared():
    marked = {
        (path.relative_to(OFFICIAL).with_suffix("").as_posix(), year)
        for path in OFFICIAL.rglob("*.txt")
        for year in later_years(path.read_text(encoding="utf-8"))
    }
    assert marked <= {(paper.key, paper.year) for paper in papers()}
