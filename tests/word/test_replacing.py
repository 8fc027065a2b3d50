"""Pictures and embedded files of a template exchanged, as docxtpl's four `replace_…` do."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docxtpl import DocxTemplate
from PIL import Image

from jingjin_forms.errors import FileProblemError
from jingjin_forms.word import CompiledTemplate, compile_template
from tests.helpers import docx_text, parts


def image(width: int, kind: str = "PNG") -> bytes:
    out = BytesIO()
    Image.new("RGB", (width, width), (9, 90, 200)).save(out, kind)
    return out.getvalue()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A template with two pictures: one in the text, one in the header."""
    document = Document()
    document.add_paragraph("{{ 校名 }}")
    old = tmp_path / "舊.png"
    old.write_bytes(image(30))
    document.add_picture(str(old))
    header = document.sections[0].header.paragraphs[0].add_run()
    (tmp_path / "頁首.png").write_bytes(image(20))
    inline = header.add_picture(str(tmp_path / "頁首.png"))
    inline._inline.docPr.set("descr", "校徽")
    path = tmp_path / "範本.docx"
    document.save(str(path))
    return path


@pytest.fixture
def template(path: Path) -> CompiledTemplate:
    return compile_template(path)


def media(content: bytes) -> list[bytes]:
    return sorted(d for name, d in parts(content).items() if "/media/" in name)


def theirs(path: Path, **replace: tuple[Any, Any]) -> bytes:
    document = DocxTemplate(path)
    for method, (old, new) in replace.items():
        getattr(document, method)(old, new)
    document.render({"校名": "晨曦"})
    out = path.with_name("他.docx")
    document.save(out)
    return out.read_bytes()


def test_a_picture_by_its_name(path: Path, template: CompiledTemplate, tmp_path: Path) -> None:
    new = tmp_path / "新.png"
    new.write_bytes(image(40))
    mine = template.replacing({"舊.png": new}).render({"校名": "晨曦"})
    assert media(mine) == media(theirs(path, replace_pic=("舊.png", str(new))))
    assert docx_text(mine)[0] == "晨曦"
    assert media(template.render({"校名": "晨曦"})) == sorted([image(30), image(20)])


def test_a_picture_by_its_alternative_text(template: CompiledTemplate) -> None:
    mine = template.replacing({"校徽": image(40)}).render({"校名": ""})
    assert media(mine) == sorted([image(30), image(40)])


def test_a_file_by_its_bytes(path: Path, template: CompiledTemplate, tmp_path: Path) -> None:
    new = tmp_path / "新.png"
    new.write_bytes(image(40))
    mine = template.replacing({image(30): new}).render({"校名": "晨曦"})
    assert media(mine) == media(theirs(path, replace_media=(str(tmp_path / "舊.png"), str(new))))


def test_a_file_by_its_name_in_the_zip(path: Path, template: CompiledTemplate) -> None:
    mine = template.replacing({"word/media/image1.png": image(40)}).render({"校名": "晨曦"})
    new = path.with_name("新.png")
    new.write_bytes(image(40))
    assert media(mine) == media(theirs(path, replace_zipname=("word/media/image1.png", str(new))))


def test_another_format_becomes_the_one_of_the_old(template: CompiledTemplate) -> None:
    mine = template.replacing({"舊.png": image(40, "JPEG")}).render({"校名": ""})
    with Image.open(BytesIO(max(media(mine), key=len))) as stored:
        assert stored.format == "PNG"
    with pytest.raises(FileProblemError, match="不是圖片"):
        template.replacing({"舊.png": b"hello"})


@pytest.mark.parametrize("old", ["沒有.png", b"none", "word/document.xml"])
def test_what_is_not_there_is_said(template: CompiledTemplate, old: str | bytes) -> None:
    with pytest.raises(FileProblemError, match=r"範本裡沒有.*範本裡有：.*舊\.png.*校徽"):
        template.replacing({old: image(40)})
    with pytest.raises(FileProblemError, match=r"無法讀取「缺\.png」"):
        template.replacing({"舊.png": "缺.png"})
