"""Which Word files can be taken as one, and what becomes of them."""

import io
import zipfile
from collections.abc import Callable

import docx
import pytest

from jingjin_forms import get_form
from jingjin_forms.export.together.alike import MAIN, paper_of
from jingjin_forms.export.together.joined_word import joined_word
from jingjin_forms.forms.catalog import keys
from jingjin_forms.programmes.school_based.forms.budget_estimate import BudgetEstimate


@pytest.fixture(scope="module")
def paper() -> bytes:
    return BudgetEstimate.sample().to_bytes()


def changed(content: bytes, change: Callable[[bytes], bytes], part: str = MAIN) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name == part else old.read(name))
    return made.getvalue()


@pytest.mark.parametrize("key", keys())
def test_a_form_filled_and_blank_is_of_one_make(key: str):
    form = get_form(key)
    papers = [paper_of(content) for content in (form.sample().to_bytes(), form.blank().to_bytes())]
    assert len({paper and paper.make for paper in papers}) == 1
    assert None not in papers


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"<w:pPr>", b'<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'),
        (b"<w:r>", b'<w:r><w:footnoteReference w:id="2"/></w:r><w:r>'),
        (b"<w:r>", b'<w:r><w:commentReference w:id="2"/></w:r><w:r>'),
        (b"<w:r>", b'<w:hyperlink w:anchor="x"><w:r/></w:hyperlink><w:r>'),
        (b"<w:r>", b'<w:fldSimple w:instr=" SEQ x "><w:r/></w:fldSimple><w:r>'),
        (b"<w:r>", b'<w:r><w:instrText xml:space="preserve"> NUM</w:instrText></w:r><w:r>'),
        (b"<w:pgMar", b'<w:pgNumType w:fmt="decimal" w:start="5"/><w:pgMar'),
        (b"</w:body>", b"<w:p/></w:body>"),  # what a reader could take for the section's
        (b"<w:body>", b"<w:body>&"),
    ],
)
def test_what_counts_through_a_whole_file_stands_alone(paper: bytes, old: bytes, new: bytes):
    assert paper_of(changed(paper, lambda part: part.replace(old, new, 1))) is None


@pytest.mark.parametrize("content", [b"", b"PK", b"%PDF"])
def test_what_is_no_word_file_stands_alone(content: bytes):
    assert paper_of(content) is None


def test_another_style_is_another_make(paper: bytes):
    other = changed(
        paper, lambda part: part.replace(b"<w:style ", b"<w:style  "), "word/styles.xml"
    )
    ours, theirs = paper_of(paper), paper_of(other)
    assert ours is not None
    assert theirs is not None
    assert ours.make != theirs.make


def test_joined_each_begins_a_section_with_a_head_of_its_own():
    schools = ["花蓮縣甲國小", "花蓮縣乙國小", "花蓮縣丙國小"]
    filled = [
        BudgetEstimate.sample().model_copy(update={"學校名稱": school}).to_bytes()
        for school in schools
    ]
    papers = [paper for paper in map(paper_of, filled) if paper]
    joined = docx.Document(io.BytesIO(joined_word(papers)))
    alone = [docx.Document(io.BytesIO(content)) for content in filled]
    assert len(joined.sections) == len(schools)
    assert [p.text for p in joined.paragraphs] == [p.text for d in alone for p in d.paragraphs]
    assert [cell.text for t in joined.tables for row in t.rows for cell in row.cells] == [
        cell.text for d in alone for t in d.tables for row in t.rows for cell in row.cells
    ]
    heads = [section.header.paragraphs[0].text for section in joined.sections]
    assert heads == [d.sections[0].header.paragraphs[0].text for d in alone]
    assert len(set(heads)) == len(schools)
