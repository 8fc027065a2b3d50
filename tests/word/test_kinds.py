"""What is given as a template is recognised by its content, with what to do."""

import io
import zipfile
from pathlib import Path

import pytest

from jingjin_forms.errors import FileProblemError, TemplateError
from jingjin_forms.word import compile_template
from tests.helpers import TEMPLATES, docx_text, parts
from tests.word.build import docx, par, rendered, run, saved, zipped

GOOD = docx(par("{{ x }}"), header=par("頁"))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
DOCUMENT = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
TYPES = "[Content_Types].xml"


def changed(name: str, old: bytes, new: bytes) -> bytes:
    files = parts(GOOD)
    assert old in files[name]
    return zipped(files | {name: files[name].replace(old, new)})


def without(name: str) -> bytes:
    return zipped({n: c for n, c in parts(GOOD).items() if n != name})


def strict() -> bytes:
    office = b"http://schemas.openxmlformats.org/"
    strict = b"http://purl.oclc.org/ooxml/"
    files = {
        name: content.replace(office + b"wordprocessingml/2006/", strict + b"wordprocessingml/")
        .replace(office + b"officeDocument/2006/", strict + b"officeDocument/")
        for name, content in parts(GOOD).items()
    }  # fmt: skip
    return zipped(files)


def archive_of(**files: int) -> bytes:
    """A zip of so many zeros by name."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, size in files.items():
            with archive.open(name, "w") as part:
                for _ in range(size // 1_000_000):
                    part.write(bytes(1_000_000))
    return out.getvalue()


def spreadsheet(kind: bytes) -> bytes:
    return changed(TYPES, DOCUMENT, b"application/vnd.openxmlformats-officedocument." + kind)


OTHERS = {
    "doc": (OLE, "舊的 .doc"),
    "encrypted": (OLE + "EncryptedPackage".encode("utf-16-le"), "取消密碼"),
    "rtf": (b"{\\rtf1 hello}", "RTF"),
    "pdf": (b"%PDF-1.5", "PDF"),
    "html": (b"\xef\xbb\xbf\n<html><body>", "網頁檔"),
    "odt": (zipped({"mimetype": b"application/vnd.oasis.opendocument.text"}), "沒有 content.xml"),
    "ods": (zipped({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}), "試算表"),
    "xlsx": (spreadsheet(b"spreadsheetml.sheet.main+xml"), "Excel"),
    "pptx": (spreadsheet(b"presentationml.presentation.main+xml"), "PowerPoint"),
    "dotx": (spreadsheet(b"wordprocessingml.template.main+xml"), ".dotx"),
    "strict": (strict(), "Strict Open XML.*另存新檔"),
    "no rels": (without("_rels/.rels"), "已損壞"),
    "rels to nothing": (changed("_rels/.rels", b"word/document.xml", b"x.xml"), "沒有指到本文"),
    "outside": (zipped(parts(GOOD) | {"../a.xml": b"<a/>"}), "不是檔案內的路徑"),
    "absolute": (zipped(parts(GOOD) | {"/a.xml": b"<a/>"}), "不是檔案內的路徑"),
    "twice": (zipped(parts(GOOD) | {"word/Document.xml": b"<a/>"}), "出現兩次"),
    "bomb": (archive_of(a=101_000_000), "超過 100 MB"),
}


@pytest.mark.parametrize("kind", OTHERS)
def test_other_files(tmp_path: Path, kind: str) -> None:
    content, message = OTHERS[kind]
    for name in ("檔.docx", "檔.odt", "檔.doc"):
        (tmp_path / name).write_bytes(content)
        with pytest.raises(FileProblemError, match=message) as caught:
            compile_template(tmp_path / name)
        assert name in str(caught.value)


@pytest.mark.parametrize(
    ("name", "title"),
    [("word/styles.xml", "styles"), ("_rels/.rels", "_rels/.rels"),
     ("word/_rels/document.xml.rels", "word/_rels/document.xml.rels"),
     ("word/document.xml", "本文")],
)  # fmt: skip
def test_broken_parts_are_named(tmp_path: Path, name: str, title: str) -> None:
    with pytest.raises(TemplateError, match="不是完整的 XML") as caught:
        compile_template(saved(tmp_path, zipped(parts(GOOD) | {name: b"<a"})))
    assert [problem.where for problem in caught.value.problems] == [title]


@pytest.mark.parametrize("name", ["Id", "Type", "Target"])
def test_a_relation_that_lacks_something_is_named(tmp_path: Path, name: str) -> None:
    files, part = parts(GOOD), "word/_rels/document.xml.rels"
    lacking = files[part].rpartition(f" {name}=".encode())
    broken = lacking[0] + f" {name}s=".encode() + lacking[2]
    with pytest.raises(TemplateError, match="缺 Id、Type 或 Target") as caught:
        compile_template(saved(tmp_path, zipped(files | {part: broken})))
    assert [problem.where for problem in caught.value.problems] == [part]


def test_document_typed_by_its_suffix(tmp_path: Path) -> None:
    files = parts(GOOD)
    types = files[TYPES].replace(
        b'<Override PartName="/word/document.xml" ContentType="' + DOCUMENT + b'"/>', b""
    )
    types = types.replace(
        b'Extension="xml" ContentType="application/xml"',
        b'Extension="xml" ContentType="' + DOCUMENT + b'"',
    )
    assert types.count(DOCUMENT) == 1
    template = compile_template(saved(tmp_path, zipped(files | {TYPES: types})))
    assert docx_text(template.render({"x": "甲"})) == ["甲"]


def test_other_encodings(tmp_path: Path) -> None:
    files = parts(docx(par("&#123;&#123; x &#125;&#125;")))
    text = files["word/document.xml"].decode().replace("UTF-8", "UTF-16")
    content = zipped(files | {"word/document.xml": text.encode("utf-16")})
    template = compile_template(saved(tmp_path, content))
    assert docx_text(template.render({"x": "甲"})) == ["甲"]


@pytest.mark.parametrize(
    ("texts", "found", "meant"),
    [
        (["{name} 您好"], "{name}", "{{ name }}"),
        (["{學校名稱}"], "{學校名稱}", "{{ 學校名稱 }}"),
        (["${name}"], "${name}", "{{ name }}"),
        (["{/rows}"], "{/rows}", "{%tr for 筆 in rows %}"),
        (["#學校#"], "#學校#", "{{ 學校 }}"),
        (["«學校»"], "«學校»", "{{ 學校 }}"),
    ],
)
def test_tags_of_other_programs(tmp_path: Path, texts: list[str], found: str, meant: str) -> None:
    with pytest.raises(TemplateError) as caught:
        rendered(tmp_path, par("甲"), *map(par, texts), data={})
    (problem,) = caught.value.problems
    assert problem.where == "本文 第 2 段"
    assert f"「{found}」是別的程式的標籤" in problem.message
    assert f"請改成 {meant}" in problem.message


def test_texts_that_are_no_tags(tmp_path: Path) -> None:
    texts = ["{單} {單位：元} {1} {}", "#1 a#b# #", "[1] [學校]", "$5 ${}", "«»", "a{b%c}d"]
    assert docx_text(rendered(tmp_path, *map(par, texts), data={})) == texts
    mixed = rendered(tmp_path, par("{name} ${name} #name#"), par("{{ x }}"), data={"x": "甲"})
    assert docx_text(mixed) == ["{name} ${name} #name#", "甲"]


def test_tags_of_other_programs_split_over_runs(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match="別的程式的標籤"):
        rendered(tmp_path, f"<w:p>{run('{na')}{run('me}')}</w:p>", data={})


def test_our_own_templates_are_no_false_alarm() -> None:
    for path in sorted(TEMPLATES.rglob("*.docx")):
        compile_template(path)
