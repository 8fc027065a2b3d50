"""The invented blanks of other programs than Word are files as these write them."""

import re
from collections import Counter
from collections.abc import Callable
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from docx import Document

from benchmarks.blanks import (
    english,
    google_taiwan,
    held_out,
    japanese,
    libreoffice,
    odd,
    plain_pages,
    wps_mainland,
    wps_taiwan,
)
from benchmarks.blanks.corpus import MarkedForm, forms
from benchmarks.blanks.held_out import resaved
from benchmarks.blanks.libreoffice_pages import PAGES, RESAVED
from benchmarks.blanks.long import counted, ten_pages, two_hundred_pages
from benchmarks.blanks.marked import MARK
from benchmarks.blanks.writers.page import Page
from benchmarks.blanks.writers.word import Word
from jingjin_forms.adopting.blank import Kind
from tests.helpers import audit

MODULES = (
    english,
    google_taiwan,
    japanese,
    libreoffice,
    odd,
    plain_pages,
    wps_mainland,
    wps_taiwan,
)
OURS = [form for module in MODULES for form in module.FORMS]
HELD_OUT = list(held_out.forms())
HABITS = {
    "": ["A required relationship type"],  # no theme, no table of fonts
    "Google Docs": ["attribute 'val': Value '0' is not in allowed values: ['off', 'on']"],
    "LibreOffice": ["Unexpected element 'numFmt' found"],
    "Word, Strict": ["Missing main document relationship"],  # the validator knows no Strict
}
"""What the validator holds against each program's own files."""


def named(form: MarkedForm) -> str:
    return f"{form.maker}-{form.title}"


@pytest.mark.parametrize("form", [*OURS, *HELD_OUT, ten_pages()], ids=named)
def test_a_blank_is_a_file_of_its_program(form: MarkedForm) -> None:
    content, truths = form.blank()
    assert len(truths) > 10
    with ZipFile(BytesIO(content)) as archive:
        assert archive.testzip() is None
        for name in archive.namelist():
            assert not re.search("⟦|⟧", archive.read(name).decode())
            ElementTree.fromstring(archive.read(name))
    known = [*HABITS[""], *HABITS.get(form.maker, [])]
    assert [e for e in audit(content) if not any(k in e for k in known)] == []
    if form.maker != "Word, Strict":
        assert Document(BytesIO(content)).element.body is not None


@pytest.mark.parametrize("form", [*OURS, *HELD_OUT], ids=named)
def test_names_are_words_of_the_form(form: MarkedForm) -> None:
    for truth in form.blank()[1]:
        assert truth.name
        assert truth.name == truth.name.strip()
        assert not re.search("[：:　_]|^[.]|[.]$", truth.name.replace("M.I.", "").rstrip("."))


def test_all_kinds_of_blank_occur_and_none_of_them_rules() -> None:
    for chosen in (OURS, HELD_OUT):
        counted_kinds = Counter(t.kind for form in chosen for t in form.blank()[1])
        assert set(counted_kinds) == set(Kind)
        assert max(counted_kinds.values()) < 0.35 * counted_kinds.total()


def test_there_are_enough_and_the_corpus_tells_the_held_out_ones() -> None:
    assert len(OURS) >= 20
    assert len(HELD_OUT) == 8
    modules = {form.title: module for module, form in forms()}
    assert {form.title for form in [*OURS, *HELD_OUT]} <= modules.keys()
    said = {title for title, module in modules.items() if module.startswith("held_out.")}
    assert said >= {form.title for form in HELD_OUT}
    assert len(said) == 19


@pytest.mark.parametrize(
    ("form", "made"),
    [
        *zip(libreoffice.FORMS, (*PAGES, *RESAVED), strict=True),
        (HELD_OUT[4], resaved.site_check),
        (HELD_OUT[7], resaved.workshop),
    ],
    ids=lambda given: getattr(given, "title", ""),
)
def test_kept_files_have_the_marks_of_their_pages(
    form: MarkedForm, made: Callable[[], Page]
) -> None:
    kept = ElementTree.fromstring(form.parts()["word/document.xml"])
    page = ElementTree.fromstring(_as_word(made())["word/document.xml"])
    assert _marks(kept) == _marks(page)


def _as_word(page: Page) -> dict[str, bytes]:
    return Word().parts(page)


def _marks(root: ElementTree.Element) -> set[str]:
    return set(MARK.findall("".join(root.itertext())))


def test_the_long_ones_are_long() -> None:
    assert 280 <= len(ten_pages().blank()[1]) <= 360
    document = two_hundred_pages().parts()["word/document.xml"]
    assert document.count(b"<w:pageBreakBefore/>") == 199
    assert [counted(n) for n in (1, 10, 11, 20, 101, 110, 200)] == [
        "一",
        "十",
        "十一",
        "二十",
        "一百零一",
        "一百一十",
        "二百",
    ]
