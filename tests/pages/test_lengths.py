"""Pages that break well at every length: each text 50 to 1,000 characters long, each table with 0
to 40 rows, one of them at a time on top of the sample.

`test_pages` looks at the form blank, filled and heavy; the faults between are found here.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from jingjin_forms import get_form
from jingjin_forms.facts.facts_file import read_facts
from jingjin_forms.forms.catalog import keys
from tests.pages.breaks import PrintedPage, page_faults, pages_of
from tests.pages.joined import alike, joined
from tests.pages.papers import free_texts, has_pictures, tables, with_rows, with_text
from tests.pages.rendered import rendered
from tests.pages.test_pages import missing
from tests.pages.word_font import word_fonts

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(missing() is not None, reason=str(missing())),
]

LENGTHS = range(50, 1001, 30)
"""Characters."""
LONGEST_NAME = 200
NAME = 24
"""What a sample says in fewer characters is a name or a line, which nobody makes a page long."""
ROWS = range(41)
ROWS_OF_PICTURES = (*range(9), 40)
SLOW = {"active_teaching/practice_application"}
"""LibreOffice hangs over many of these in one file: fewer lengths, each in a file of its own."""
PROGRAMMES = sorted({key.partition("/")[0] for key in keys()})


@pytest.fixture(scope="module")
def high_lines(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The fonts with Word's lines."""
    return word_fonts(tmp_path_factory.mktemp("fonts"))


@pytest.mark.parametrize("programme", PROGRAMMES)
@pytest.mark.parametrize("font", ["word", "solid"])
def test_pages_break_well_at_every_length(font: str, programme: str, high_lines: Path):
    """Word's lines at every length; LibreOffice's, which hardly differ, at every fourth."""
    papers = dict(every_length(programme))
    if font == "solid":
        papers = dict(list(papers.items())[::4])
    assert faults(papers, high_lines if font == "word" else None) == []


def every_length(programme: str) -> Iterator[tuple[str, bytes]]:
    """The papers of a programme by form, field and length."""
    for key in keys():
        if not key.startswith(f"{programme}/"):
            continue
        form = get_form(key)
        facts = read_facts(form.sample_path())
        step = 8 if key in SLOW else 1
        yield f"{key} blank", form.blank().to_bytes()
        for name in free_texts(form, facts):
            for length in LENGTHS[::step]:
                if length <= LONGEST_NAME or len(facts[name]) >= NAME:
                    paper = with_text(form, facts, name, length)
                    yield f"{key} {name} {length} characters", paper.to_bytes()
        for name in tables(facts):
            for number in (ROWS_OF_PICTURES if has_pictures(facts, name) else ROWS)[::step]:
                paper = with_rows(form, facts, name, number)
                yield f"{key} {name} {number} rows", paper.to_bytes()


def faults(papers: dict[str, bytes], fonts: Path | None) -> list[str]:
    """What is wrong with the pages, by form, field and length.

    A paper that looks wrong among others is looked at alone: the others can push its rows.
    """
    suspected = judged(papers, list(grouped(papers)), fonts)
    return [
        f"{title}: {fault}"
        for title, found in judged(papers, [[title] for title in suspected], fonts).items()
        for fault in found
    ]


def judged(
    papers: dict[str, bytes], groups: list[list[str]], fonts: Path | None
) -> dict[str, list[str]]:
    """What is wrong with the papers that have faults, those of a group set in one file."""
    files = {titles[0]: joined([papers[title] for title in titles]) for titles in groups}
    found: dict[str, list[str]] = {}
    with rendered(files, fonts) as documents:
        for titles, document in zip(groups, documents.values(), strict=True):
            each = papers_of(pages_of(document))
            for title, pages in zip(titles, each, strict=True):
                if wrong := page_faults(papers[title], pages):
                    found[title] = wrong
    return found


def grouped(papers: dict[str, bytes]) -> Iterator[list[str]]:
    """The titles of the papers that go into one file."""
    yield from ([title] for title in papers if title.split()[0] in SLOW)
    yield from alike({t: paper for t, paper in papers.items() if t.split()[0] not in SLOW})


def papers_of(pages: list[PrintedPage]) -> list[list[PrintedPage]]:
    """The pages of each of the papers that were joined."""
    found: list[list[PrintedPage]] = []
    for page in pages:
        if page.begins_paper:
            found.append([])
        found[-1].append(page)
    return found
