"""What arrives is known by its content; what cannot be taken is refused in one clear sentence."""

import os
import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from jingjin_forms.arriving import conversion
from jingjin_forms.arriving.arriving import arrived
from jingjin_forms.arriving.length import MOST_PAGES
from jingjin_forms.errors import FileProblemError
from jingjin_forms.word.docx.parts import text_parts, unreadable_parts
from tests.adopt.files import (
    TEXT,
    TYPES,
    flat_opc,
    fodt,
    odt,
    p,
    strict,
    with_macros,
    with_main_type,
)
from tests.helpers import docx_text, parts
from tests.word.build import cell, docx, par, row, saved, table, zipped

BLANK = docx(par("姓名："), table(row("學校", "")), header=par("頁首"))
TEMPLATE = b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def came(folder: Path, content: bytes, name: str = "領據.docx"):
    return arrived(saved(folder, content, name))


def refused(folder: Path, content: bytes, name: str = "領據.docx") -> str:
    path = saved(folder, content, name)
    before = sorted(folder.iterdir())
    with pytest.raises(FileProblemError) as caught:
        arrived(path)
    assert sorted(folder.iterdir()) == before
    message = str(caught.value)
    assert name in message
    assert "\n" not in message
    return message


def test_a_word_file_comes_as_it_is(tmp_path: Path) -> None:
    blank = came(tmp_path, BLANK, "領據 113.docx")
    assert blank.parts == parts(BLANK)
    assert (blank.name, blank.notes, blank.placeholders) == ("領據 113", (), ())


@pytest.mark.parametrize("name", ["領據.doc", "領據.pdf", "領據"])
def test_a_wrong_suffix_is_said(tmp_path: Path, name: str) -> None:
    blank = came(tmp_path, BLANK, name)
    assert blank.parts == parts(BLANK)
    [note] = blank.notes
    assert "內容其實是 Word 檔（.docx）" in note
    assert Path(name).suffix in note


def test_a_document_typed_by_its_suffix(tmp_path: Path) -> None:
    files = parts(BLANK)
    kind = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    override = b'<Override PartName="/word/document.xml" ContentType="' + kind + b'"/>'
    assert override in files[TYPES]
    types = files[TYPES].replace(override, b"")
    types = types.replace(b'Extension="xml" ContentType="application/xml"',
                          b'Extension="xml" ContentType="' + kind + b'"')  # fmt: skip
    blank = came(tmp_path, zipped(files | {TYPES: types}))
    assert blank.notes == ()
    assert blank.parts[TYPES] == types


def proved(content: dict[str, bytes]) -> bytes:
    """The file, once it is known to be a Word file like any other."""
    assert text_parts(Path("x"), content)[0] == "word/document.xml"
    assert not list(unreadable_parts(content))
    for name in content:
        if name.endswith(".rels"):
            assert b"vba" not in content[name]
    return zipped(content)


def test_macros_are_dropped(tmp_path: Path) -> None:
    blank = came(tmp_path, with_macros(BLANK), "領據.docm")
    assert blank.notes == ("這份檔案含有巨集（.docm、.dotm），巨集已去掉，版面與文字不變。",)
    assert set(blank.parts) == set(parts(BLANK))
    assert b"macro" not in blank.parts[TYPES]
    assert b"vba" not in blank.parts[TYPES].lower()
    assert docx_text(proved(blank.parts)) == docx_text(BLANK)
    assert blank.parts["word/document.xml"] == parts(BLANK)["word/document.xml"]


def test_macros_in_a_file_called_docx(tmp_path: Path) -> None:
    files = parts(BLANK) | {"word/vbaProject.bin": b"Sub AutoOpen"}
    blank = came(tmp_path, zipped(files))
    assert "巨集" in blank.notes[0]
    assert "word/vbaProject.bin" not in blank.parts


@pytest.mark.parametrize(
    ("kind", "said"),
    [(TEMPLATE, "（.dotx）"),
     (b"application/vnd.ms-word.template.macroEnabledTemplate.main+xml", "巨集")],
)  # fmt: skip
def test_word_templates(tmp_path: Path, kind: bytes, said: str) -> None:
    blank = came(tmp_path, with_main_type(BLANK, kind), "領據.dotx")
    assert said in blank.notes[0]
    assert docx_text(proved(blank.parts)) == docx_text(BLANK)


def test_strict_open_xml(tmp_path: Path) -> None:
    content = docx(
        par("姓名：", properties='<w:pPr><w:ind w:start="480" w:startChars="200"/>'
            '<w:jc w:val="end"/></w:pPr>'),
        table(row(cell("甲", properties='<w:tcBorders><w:start w:val="nil"/></w:tcBorders>'),
                  "")),
    )  # fmt: skip
    blank = came(tmp_path, strict(content))
    assert "Strict Open XML" in blank.notes[0]
    assert not any(b"purl.oclc.org" in part for part in blank.parts.values())
    document = blank.parts["word/document.xml"]
    assert b'<w:ind w:left="480" w:leftChars="200"/>' in document
    assert b'<w:jc w:val="right"/>' in document
    assert b'<w:tcBorders><w:left w:val="nil"/>' in document
    assert b"conformance" not in document
    made = proved(blank.parts)
    assert docx_text(made) == docx_text(content)
    assert parts(content)["_rels/.rels"] == blank.parts["_rels/.rels"]


def test_the_names_of_strict_properties(tmp_path: Path) -> None:
    extended = b"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    content = b'<Properties xmlns="%s"><Pages>1</Pages></Properties>'
    strictly = content % b"http://purl.oclc.org/ooxml/officeDocument/extendedProperties"
    blank = came(tmp_path, zipped(parts(strict(BLANK)) | {"docProps/app.xml": strictly}))
    assert blank.parts["docProps/app.xml"] == content % extended


def test_flat_opc(tmp_path: Path) -> None:
    blank = came(tmp_path, flat_opc(docx(par("姓名："))), "領據.xml")
    assert "Flat OPC" in blank.notes[0]
    assert docx_text(proved(blank.parts)) == ["姓名："]


def test_signatures_are_dropped(tmp_path: Path) -> None:
    files = parts(BLANK)
    files["_rels/.rels"] = files["_rels/.rels"].replace(
        b"</Relationships>",
        b'<Relationship Id="s" Type="http://schemas.openxmlformats.org/package/2006/relationships/'
        b'digital-signature/origin" Target="_xmlsignatures/origin.sigs"/></Relationships>',
    )
    blank = came(tmp_path, zipped(files | {"_xmlsignatures/origin.sigs": b"x"}))
    assert "簽章" in blank.notes[0]
    assert "_xmlsignatures/origin.sigs" not in blank.parts
    assert b"digital-signature" not in blank.parts["_rels/.rels"]


def test_what_to_look_at(tmp_path: Path) -> None:
    tracked = '<w:p><w:ins w:id="1" w:author="a"><w:r><w:t>加</w:t></w:r></w:ins></w:p>'
    blank = came(tmp_path, docx(tracked))
    assert "追蹤修訂" in blank.notes[0]
    files = parts(BLANK)
    settings = "word/settings.xml"
    files[settings] = files[settings].replace(
        b"</w:settings>", b'<w:documentProtection w:edit="forms"/></w:settings>'
    )
    assert "限制編輯" in came(tmp_path, zipped(files)).notes[0]


def old_office(*names: str) -> bytes:
    """An OLE file of small streams, as far as olefile reads it."""
    entries = [_entry("Root Entry", 5, child=1), *(_entry(n, 2) for n in names)]
    for number in range(1, len(names)):
        entries[number] = _entry(names[number - 1], 2, right=number + 1)
    directory = b"".join(entries).ljust(512, b"\0")
    free, end, fat_sector = b"\xff" * 4, b"\xfe\xff\xff\xff", b"\xfd\xff\xff\xff"
    fat = (fat_sector + end).ljust(512, b"\xff")
    head = OLE + bytes(16) + b"\x3e\0\x03\0\xfe\xff\x09\0\x06\0" + bytes(10)
    head += b"\x01\0\0\0" + b"\x01\0\0\0" + bytes(4) + b"\0\x10\0\0" + end + bytes(4) + end
    head += bytes(4) + bytes(4) + free * 108
    return head + fat + directory


def _entry(name: str, kind: int, child: int = -1, right: int = -1) -> bytes:
    text = name.encode("utf-16-le")
    number = [n.to_bytes(4, "little", signed=True) for n in (-1, right, child)]
    return (
        text.ljust(64, b"\0") + (len(text) + 2).to_bytes(2, "little") + bytes([kind, 1])
        + b"".join(number) + bytes(36) + b"\xfe\xff\xff\xff" + bytes(8)
    )  # fmt: skip


def pictures() -> dict[str, bytes]:
    return {"png": b"\x89PNG\r\n\x1a\n" + bytes(50), "jpg": b"\xff\xd8\xff\xe0" + bytes(50),
            "webp": b"RIFF\0\0\0\0WEBPVP8 ", "heic": b"\0\0\0\x18ftypheic\0\0\0\0"}  # fmt: skip


def bomb() -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr(TYPES, "<Types/>")
        with archive.open("word/document.xml", "w") as part:
            for _ in range(101):
                part.write(bytes(1_000_000))
    return out.getvalue()


def encrypted_zip() -> bytes:
    content = bytearray(zipped({"表.docx": b"x"}))
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    return bytes(content)


ODF = "application/vnd.oasis.opendocument."
REFUSED = {
    "empty": (b"", "空的檔案"),
    "white space": (b"\xef\xbb\xbf  \n", "空的檔案"),
    "zeros": (bytes(5000), "空的檔案"),
    "pdf": (b"%PDF-1.7\n%", "PDF.*ODF-CNS15251"),
    "pdf behind junk": (b"\r\n\r\n%PDF-1.4", "是 PDF"),
    "xls": (old_office("Workbook"), r"Excel 檔（\.xls）"),
    "ppt": (old_office("PowerPoint Document"), r"\.ppt"),
    "hwp": (old_office("FileHeader", "BodyText"), "Hangul"),
    "encrypted docx": (old_office("EncryptionInfo", "EncryptedPackage"), "有密碼.*取消密碼"),
    "other ole": (old_office("Contents2"), "沒有 Word 文件"),
    "broken ole": (OLE + bytes(600), "已損壞"),
    "xlsx": (zipped({TYPES: b"<T/>", "xl/workbook.xml": b""}), "Excel"),
    "pptx": (zipped({TYPES: b"<T/>", "ppt/presentation.xml": b""}), "PowerPoint"),
    "ods": (zipped({"mimetype": f"{ODF}spreadsheet".encode()}), r"\.ods"),
    "flat ods": (fodt(p("x"), kind=f"{ODF}spreadsheet"), "試算表"),
    "pages": (zipped({"Index/Document.iwa": b"x"}), "Pages"),
    "epub": (zipped({"mimetype": b"application/epub+zip"}), "epub"),
    "zip": (zipped({"a.docx": b"1", "b.doc": b"2"}), "2 個檔案（「a.docx」、「b.doc」）.*解壓縮"),
    "zip with password": (encrypted_zip(), "有密碼的壓縮檔"),
    "rar": (b"Rar!\x1a\x07\0", "RAR"),
    "7z": (b"7z\xbc\xaf\x27\x1c", "7-Zip"),
    "gz": (b"\x1f\x8b\x08\0", "gzip"),
    "cut": (BLANK[: len(BLANK) // 2], "已損壞.*重新下載"),
    "bomb": (bomb(), "超過 100 MB"),
    "mhtml": (b"MIME-Version: 1.0\nContent-Type: multipart/related;", "MHTML"),
    "google": (b'{"url": "https://docs.google.com/document/d/1"}', "捷徑"),
    "text": ("姓名：\n".encode(), "純文字"),
    "xml": (b"<?xml version='1.0'?><a/>", "是 XML 檔"),
    "unknown": (b"\x7fELF\0\0\0", "認不出"),
    "broken part": (zipped(parts(BLANK) | {"word/styles.xml": b"<a"}), "已損壞.*styles"),
    "no document": (zipped({TYPES: b"<Types/>"}), "另存為"),
    **{kind: (content, "是圖片.*可以編輯") for kind, content in pictures().items()},
}  # fmt: skip


@pytest.mark.parametrize("kind", REFUSED)
@pytest.mark.parametrize("name", ["領據.docx", "領據.doc"])
def test_refused(tmp_path: Path, kind: str, name: str) -> None:
    content, message = REFUSED[kind]
    assert re.search(message, refused(tmp_path, content, name))


def test_a_word_lock_file(tmp_path: Path) -> None:
    assert "暫存檔" in refused(tmp_path, b"\x05user" + b" " * 50, "~$領據.docx")


def test_a_folder_and_nothing(tmp_path: Path) -> None:
    with pytest.raises(FileProblemError, match="是資料夾"):
        arrived(tmp_path)
    with pytest.raises(FileProblemError, match="找不到"):
        arrived(tmp_path / "無.docx")


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "管.docx")
    for path in (tmp_path / "管.docx", Path("/dev/zero")):
        with pytest.raises(FileProblemError, match="裝置或管線"):
            arrived(path)


LONG = {
    "breaks": [par("x") + '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'] * 200,
    "letters": [par("文" * 1000)] * 500,
    "rows": [table(*[row("", "")] * 14_000)],
}


@pytest.mark.parametrize("kind", LONG)
def test_two_hundred_pages(tmp_path: Path, kind: str) -> None:
    message = refused(tmp_path, docx(*LONG[kind]))
    assert f"超過 {MOST_PAGES} 頁" in message
    assert "至少有 20" in message


def test_ten_pages_are_not_long(tmp_path: Path) -> None:
    pages = [par("文" * 900), table(*[row("", "")] * 20), *LONG["breaks"][:1]] * 10
    assert came(tmp_path, docx(*pages)).notes == ()


@pytest.mark.parametrize(
    ("content", "name", "title"),
    [
        (odt(p("姓名")), "函.odt", "ODF 文字檔"),
        (odt(p("姓名"), kind=f"{TEXT}-template"), "函.ott", "ODF 文字檔"),
        (b"{\\rtf1 x}", "函.rtf", "RTF"),
        (b"<html><body>x</body></html>", "函.doc", "網頁"),
    ],
)
def test_without_libreoffice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes, name: str, title: str
) -> None:
    monkeypatch.setattr(conversion, "has_soffice", lambda: False)
    message = refused(tmp_path, content, name)
    assert title in message
    assert "另存為「Word 文件 (*.docx)」" in message
    assert "找不到 LibreOffice" in message
