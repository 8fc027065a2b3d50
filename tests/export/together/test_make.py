"""Which Word files are taken as one."""

import io
import zipfile
from collections.abc import Callable

import pytest

from jingjin_forms import get_form
from jingjin_forms.export.constant_pdf import core_properties
from jingjin_forms.export.together.make import make_of
from jingjin_forms.forms.catalog import keys
from jingjin_forms.programmes.school_based.forms.budget_estimate import BudgetEstimate


@pytest.fixture(scope="module")
def paper() -> bytes:
    return BudgetEstimate.sample().to_bytes()


def changed(content: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name == part else old.read(name))
    return made.getvalue()


@pytest.mark.parametrize("key", keys())
def test_a_form_of_two_schools_years_and_blank_is_of_one_make(key: str):
    form = get_form(key)
    makes = {make_of(content) for content in (form.sample().to_bytes(), form.blank().to_bytes())}
    assert len(makes) == 1
    assert None not in makes


@pytest.mark.parametrize("part", ["word/styles.xml", "word/settings.xml", "word/theme/theme1.xml"])
def test_another_style_is_another_make(paper: bytes, part: str):
    other = make_of(changed(paper, part, lambda content: content + b" "))
    assert other is not None
    assert other != make_of(paper)


@pytest.mark.parametrize(
    "link",
    [
        b'<w:hyperlink w:anchor="x"><w:r/></w:hyperlink>',
        b"<w:fldSimple w:instr=' HYPERLINK \\l \"x\" '><w:r/></w:fldSimple>",
    ],
)
def test_what_leads_from_place_to_place_stands_alone(paper: bytes, link: bytes):
    linked = changed(
        paper, "word/document.xml", lambda text: text.replace(b"<w:r>", link + b"<w:r>")
    )
    assert make_of(linked) is None


@pytest.mark.parametrize("content", [b"", b"PK", b"%PDF"])
def test_what_is_no_word_file_stands_alone(content: bytes):
    assert make_of(content) is None


def test_what_the_file_says_of_itself(paper: bytes):
    assert "經費概算表".encode() in core_properties(paper)
    without = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(paper)) as old, zipfile.ZipFile(without, "w") as new:
        for name in old.namelist():
            if name != "docProps/core.xml":
                new.writestr(name, old.read(name))
    assert core_properties(without.getvalue()) == b""
