"""The picture of an adopted blank: every name in it, and no line broken anew."""

import io
import re
from pathlib import Path

import pytest
from lxml import etree

from benchmarks.blanks.corpus import forms
from jingjin_forms.adopting import Adoption, adopt
from jingjin_forms.adopting.showing.picture import COLOURS
from jingjin_forms.export import convert, has_soffice, pdf_pages
from tests.adopt.blanks import TEXT, invented, word_file
from tests.helpers import W, audit, part_root, structural_faults


@pytest.fixture
def adoption(tmp_path: Path) -> Adoption:
    return adopt(word_file(tmp_path))


def runs(content: bytes) -> list[tuple[str, str]]:
    """Text and ground of the coloured runs of the text."""
    found: list[tuple[str, str]] = []
    for run in part_root(content).iter(f"{W}r"):
        ground = run.find(f"{W}rPr/{W}shd")
        if ground is not None and not list(run.iterancestors(f"{W}txbxContent")):
            text = "".join(t.text or "" for t in run.iter(f"{W}t"))
            found.append((text, str(ground.get(f"{W}fill"))))
    return found


def test_each_name_on_the_ground_of_its_kind(adoption: Adoption):
    look = {
        text: next(k for k, v in COLOURS.items() if v[1] == fill)
        for text, fill in runs(adoption.picture())
    }
    assert look["學校名稱"] == look["日期"] == "sure"
    assert look["參加教師.姓名×3列"] == look["職稱"] == "list"
    assert look["辦理方式"] == look["□"] == "choice"
    assert look["留白"] == "alone"


def test_what_is_unsure_is_red(tmp_path: Path):
    adoption = adopt(word_file(tmp_path, text="自我介紹：\n|  |\n姓名：______\n"))
    assert ("自我介紹", COLOURS["look"][1]) in runs(adoption.picture())


def test_the_legend_says_each_colour(adoption: Adoption):
    root = part_root(adoption.picture())
    words = ["".join(box.itertext(f"{W}t")) for box in root.iter(f"{W}txbxContent")]
    assert words[0].split() == ["欄位", "清單，×印出的列數", "選項", "請看", "不放標籤"]


def test_it_is_a_file_that_word_opens(adoption: Adoption, tmp_path: Path):
    content = adoption.picture()
    assert structural_faults(content) == []
    assert audit(content) == audit((tmp_path / "空白表.docx").read_bytes())


def test_long_names_in_narrow_cells_are_small_or_shortened(tmp_path: Path):
    name = "教師專業學習社群召集人姓名與服務學校"
    adoption = adopt(word_file(tmp_path, text=f"| {name} |  | 甲 |  | 乙 |  | 丙 |  | 丁 |  |\n"))
    text, size = next(
        ("".join(r.itertext(f"{W}t")), int(r.find(f"{W}rPr/{W}sz").get(f"{W}val")))
        for r in part_root(adoption.picture()).iter(f"{W}r")
        if r.find(f"{W}rPr/{W}shd") is not None and "教師專業" in "".join(r.itertext(f"{W}t"))
    )
    assert (text, size) == ("教師專業學…", 12)


def test_a_symbol_is_named_too():
    """Boxes that are symbols hold no text: the name stands before the first."""
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        path = Path(folder) / "領據.docx"
        path.write_bytes(invented("領據"))
        adoption = adopt(path)
    root = part_root(adoption.picture())
    symbol = next(root.iter(f"{W}sym"))
    before = symbol.getparent().getprevious()
    assert "".join(before.itertext(f"{W}t")) == "匯款帳戶"


def test_no_text_of_the_blank_is_lost(adoption: Adoption):
    shown = "".join(t for t in part_root(adoption.picture()).itertext(f"{W}t"))
    for word in re.findall(r"[\u4e00-\u9fff]{2,}", TEXT):
        assert word in shown


@pytest.mark.skipif(not has_soffice(), reason="LibreOffice is not installed")
def test_pages_to_look_at(adoption: Adoption):
    (page,) = adoption.preview(60)
    from PIL import Image

    picture = Image.open(io.BytesIO(page)).convert("RGB")
    colours = {colour for _, colour in picture.getcolors(1 << 20) or []}
    for _, ground in (COLOURS[look] for look in ("sure", "list", "choice")):
        assert tuple(bytes.fromhex(ground)) in colours


@pytest.mark.slow
@pytest.mark.skipif(not has_soffice(), reason="LibreOffice is not installed")
def test_no_page_more_than_the_blank(tmp_path: Path):
    contents: dict[str, bytes] = {}
    for module, form in forms():
        name = f"{module}.{form.title}"
        path = tmp_path / f"{name}.docx"
        path.write_bytes(form.blank()[0])
        contents[f"{name}|blank"], contents[f"{name}|picture"] = (
            path.read_bytes(),
            adopt(path).picture(),
        )
    made = convert(contents, ".pdf", prove=False)
    pages = {name: len(pdf_pages(pdf, 20)) for name, pdf in made.items()}
    more = [
        n
        for n in pages
        if n.endswith("|picture") and pages[n] != pages[n.replace("|picture", "|blank")]
    ]
    assert more == []


def test_the_template_is_not_coloured(adoption: Adoption):
    document = etree.tostring(part_root(adoption.to_bytes())).decode()
    assert "shd" not in document
