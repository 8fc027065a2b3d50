"""The .odt beside each template: filled by the engine, what LibreOffice makes of the .docx."""

import shutil
import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PIL import ImageChops

from jingjin_forms import Form, get_form
from jingjin_forms.errors import FileProblemError
from jingjin_forms.export import convert, has_soffice
from jingjin_forms.export.libreoffice.soffice import VARIABLE, run_soffice
from jingjin_forms.export.libreoffice.work_folder import work_folder
from jingjin_forms.export.odt_template import odt_templates, stale_odt
from jingjin_forms.export.proving.proof import loss
from jingjin_forms.facts.facts_file import read_facts
from jingjin_forms.forms.catalog import keys
from jingjin_forms.word.odt_beside import odt_beside
from tests.export.odt_layout import layout
from tests.pages.papers import has_pictures, lengthened, tables, with_rows
from tests.word.build import docx, row, saved, table

ROWS = 40
TEMPLATES = Path(__file__).parents[2] / "templates"


def native(form: Form) -> bytes:
    template = form.odt_template()
    assert template is not None, form
    return form.to_bytes(template)


def test_every_template_has_an_odt_of_today():
    assert stale_odt(TEMPLATES) == []


QUICK = ("school_based/budget_estimate", "school_based/summary_sheet")
OTHERS = [pytest.param(key, marks=pytest.mark.slow) for key in keys() if key not in QUICK]


@pytest.mark.parametrize("key", [*QUICK, *OTHERS])
def test_an_odt_holds_what_the_docx_holds(
    key: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv(VARIABLE, str(tmp_path / "no such program"))
    for form in (get_form(key).sample(), get_form(key).blank()):
        path = form.save(tmp_path / f"{key.replace('/', ' ')}.odt")
        assert path.read_bytes() == native(form)
        assert loss(form.to_bytes(), path.read_bytes(), ".odt") == ""


def pictures(paper: bytes) -> set[bytes]:
    with zipfile.ZipFile(BytesIO(paper)) as archive:
        folders = ("word/media/", "Pictures/")
        return {archive.read(name) for name in archive.namelist() if name.startswith(folders)}


def test_an_odt_has_the_pictures_of_the_docx():
    """The same bytes, so they are reduced once for both."""
    samples = {key: get_form(key).sample() for key in keys()}
    shown = {key: pictures(form.to_bytes()) for key, form in samples.items()}
    assert any(shown.values())
    assert {key: pictures(native(form)) for key, form in samples.items()} == shown


def test_an_odt_of_another_docx_is_not_used(tmp_path: Path):
    path = get_form("school_based/budget_estimate").template_path()
    template = Path(shutil.copy(path, tmp_path))
    assert odt_beside(template) is None
    odt = Path(shutil.copy(path.with_suffix(".odt"), tmp_path))
    assert odt_beside(template) == odt
    template.write_bytes(changed(template.read_bytes()))
    assert odt_beside(template) is None
    odt.write_bytes(b"no zip")
    assert odt_beside(template) is None


def changed(content: bytes) -> bytes:
    """A .docx with another word in it."""
    file = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace("合計".encode(), "共計".encode()))
    return file.getvalue()


def test_an_odt_template_of_ones_own(tmp_path: Path):
    form = get_form("school_based/budget_estimate").sample()
    own = Path(shutil.copy(form.template_path().with_suffix(".odt"), tmp_path / "我的表.odt"))
    assert form.save(tmp_path / "表.odt", template=own).read_bytes() == native(form)
    with pytest.raises(FileProblemError, match=r"我的表\.odt」是 \.odt，不能存成 \.pdf"):
        form.save(tmp_path / "表.pdf", template=own)


needs_soffice = pytest.mark.skipif(not has_soffice(), reason="LibreOffice is not installed")


@needs_soffice
@pytest.mark.slow
def test_a_template_is_made(tmp_path: Path):
    path = saved(
        tmp_path,
        docx(table(row("名", "次"), row("{%tr for 項 in 項目 %}", ""), row("{{ 項 }}", "甲  乙"))),
    )
    [odt] = odt_templates({"表": path.read_bytes()}).values()
    shown = layout(odt)
    assert [line[-1][-1] for line in shown if line[0] == "cell"] == [
        *("名", "次", "{%tr for 項 in 項目 %}", "{{ 項 }}", "甲  乙"),
    ]


@needs_soffice
@pytest.mark.slow
def test_samples_and_blanks_are_as_converted(
    sample_odts: dict[str, bytes], blank_odts: dict[str, bytes]
):
    filled = {key: get_form(key).sample() for key in keys()}
    same_as_converted(filled, sample_odts, pages=True)
    same_as_converted({key: get_form(key).blank() for key in keys()}, blank_odts, pages=True)


@needs_soffice
@pytest.mark.slow
def test_many_rows_are_as_converted():
    forms = {}
    for key in keys():
        facts = read_facts(get_form(key).sample_path())
        for name in tables(facts):
            if not has_pictures(facts, name):
                forms[f"{key} {name}"] = with_rows(get_form(key), facts, name, ROWS)
    # LibreOffice takes a minute more for the pages.
    same_as_converted(forms, to_odt(forms), pages=False)


@needs_soffice
@pytest.mark.slow
def test_long_texts_are_as_converted():
    forms = {}
    for key in keys():
        path = get_form(key).sample_path()
        facts = lengthened(get_form(key), read_facts(path))
        forms[key] = get_form(key).load(facts, folder=path.parent)
    same_as_converted(forms, to_odt(forms), pages=True)


def to_odt(forms: Mapping[str, Form]) -> dict[str, bytes]:
    """What LibreOffice makes of them."""
    return convert({name: form.to_bytes() for name, form in forms.items()}, ".odt")


def same_as_converted(
    forms: Mapping[str, Form], converted: Mapping[str, bytes], *, pages: bool
) -> None:
    odt = {name: native(form) for name, form in forms.items()}
    different = [name for name in forms if layout(odt[name]) != layout(converted[name])]
    assert different == []
    if pages:
        ours, theirs = printed(odt), printed(converted)
        assert [name for name in forms if not look_alike(ours[name], theirs[name])] == []


def printed(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """.odt files as PDF, opened by LibreOffice as what they say they are."""
    with work_folder() as work:
        sources = [work / f"{n}.odt" for n in range(len(files))]
        for path, content in zip(sources, files.values(), strict=True):
            path.write_bytes(content)
        assert run_soffice(sources, ".pdf", work / "out", work, infilter="writer8") == ""
        made = [(work / "out" / f"{path.stem}.pdf").read_bytes() for path in sources]
    return dict(zip(files, made, strict=True))


def look_alike(one: bytes, other: bytes) -> bool:
    documents = pypdfium2.PdfDocument(one), pypdfium2.PdfDocument(other)
    if len(documents[0]) != len(documents[1]):
        return False
    for pages in zip(*documents, strict=True):
        pictures = [page.render(scale=1, grayscale=True).to_pil() for page in pages]
        if ImageChops.difference(*pictures).getextrema()[1] > 100:  # of 255
            return False
    return True
