"""Through LibreOffice: .odt, .ott, .doc, .rtf … become Word files, and what was lost is said."""

import http.server
import threading
from pathlib import Path

import pytest

from jingjin_forms.arriving import conversion
from jingjin_forms.arriving.arriving import Arrived, arrived
from jingjin_forms.arriving.odf import Placeholder, controlled, marked
from jingjin_forms.arriving.old_word import _without_codes, old_text
from jingjin_forms.errors import FileProblemError
from jingjin_forms.export import has_soffice
from jingjin_forms.export.libreoffice import soffice
from jingjin_forms.export.libreoffice.work_folder import work_folder
from jingjin_forms.word import compile_template
from jingjin_forms.word.docx.location import Place
from jingjin_forms.word.docx.package import Package
from tests.adopt.files import TEXT, drop_down, fodt, odf_table, odt, p, placeholder
from tests.helpers import W, docx_text, part_root, parts, structural_faults, table_texts
from tests.word.build import docx, par, row, saved, table, zipped

pytestmark = pytest.mark.skipif(not has_soffice(), reason="LibreOffice is not installed")

DONE = "這是 ODF 文字檔（.odt、.ott），經 LibreOffice 轉成 .docx；版面請核對。"
LETTER = (
    p("受文者：", placeholder("<受文者>", "受文者全銜"), "　鈞鑒"),
    p("速別：", drop_down("速別", "普通件", "速件"), "，密等：", "普通"),
    p("主旨：", placeholder("[Enter]"), "；說明：", placeholder("[Enter]")),
    p("聯絡人：<text:text-input text:description='請填姓名'>姓名</text:text-input>"),
    odf_table(("學校", ""), ("電話", placeholder("<電話>"))),
)


@pytest.fixture(scope="module")
def letter(tmp_path_factory: pytest.TempPathFactory) -> Arrived:
    content = odt(*LETTER, kind=f"{TEXT}-template", header=placeholder("<機關>"))
    return arrived(saved(tmp_path_factory.mktemp("ott"), content, "函.ott"))


def controls(blank: Arrived, part: str = "word/document.xml") -> dict[str, str]:
    """The text of each content control, by its tag."""
    root = part_root(zipped(blank.parts), part)
    return {
        str(control.find(f"{W}sdtPr/{W}tag").get(f"{W}val")): "".join(
            str(t.text) for t in control.iter(f"{W}t")
        )
        for control in root.iter(f"{W}sdt")
    }


def test_a_letter_template(letter: Arrived) -> None:
    assert letter.name == "函"
    assert letter.notes == (
        DONE,
        "原檔標明的 7 個填寫處（佔位文字、輸入欄位、下拉清單）都當成空格。",
    )
    made = Package(letter.parts).assemble([])
    texts = docx_text(made)
    assert texts[:4] == [
        "受文者：<受文者>　鈞鑒",
        "速別：普通件，密等：普通",
        "主旨：[Enter]；說明：[Enter]",
        "聯絡人：姓名",
    ]
    assert table_texts(made)[0][0] == ["學校", ""]
    assert structural_faults(made) == []


def test_placeholders_survive_as_blanks(letter: Arrived) -> None:
    told = [(q.text, q.description, q.options, str(q.place)) for q in letter.placeholders]
    assert told == [
        ("<受文者>", "受文者全銜", (), "本文 第 1 段"),
        ("普通件", "速別", ("普通件", "速件"), "本文 第 2 段"),
        ("[Enter]", "", (), "本文 第 3 段"),
        ("[Enter]", "", (), "本文 第 3 段"),
        ("姓名", "請填姓名", (), "本文 第 4 段"),
        ("<電話>", "", (), "本文 表格 1 第 2 列第 2 欄"),
        ("<機關>", "", (), "頁首 1 第 1 段"),
    ]
    header = next(name for name in letter.parts if name.startswith("word/header"))
    found = controls(letter) | controls(letter, header)
    assert found == {q.tag: q.text for q in letter.placeholders}
    assert not any(b"bookmarkStart" in part for part in letter.parts.values())
    root = part_root(zipped(letter.parts))
    items = [item.get(f"{W}value") for item in root.iter(f"{W}listItem")]
    assert items == ["普通件", "速件"]
    aliases = [alias.get(f"{W}val") for alias in root.iter(f"{W}alias")]
    assert aliases == ["受文者全銜", "速別", "[Enter]", "[Enter]", "請填姓名", "<電話>"]


def test_placeholders_wherever_they_stand(tmp_path: Path) -> None:
    svg = 'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"'
    size = f'{svg} text:anchor-type="paragraph" svg:width="5cm" svg:height="2cm"'
    box = f"<draw:text-box>{p(placeholder('<框>'))}</draw:text-box>"
    link = 'xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="http://a.invalid"'
    content = odt(
        p(f"<draw:frame {size}>{box}</draw:frame>"),
        f'<text:h text:outline-level="1">題{placeholder("<題>")}</text:h>',
        p(f"<text:span>前{placeholder('<中>')}後</text:span>"),
        f"<text:list><text:list-item>{p(placeholder('<項>'))}</text:list-item></text:list>",
        p("空", placeholder("")),
        p(f"<text:a {link}>{placeholder('<連>')}</text:a>"),
        p(placeholder("<一>"), placeholder("<二>")),
    )
    blank = arrived(saved(tmp_path, content, "函.ott"))
    wanted = ["<框>", "<題>", "<中>", "<項>", "", "<連>", "<一>", "<二>"]
    assert [placeholder.text for placeholder in blank.placeholders] == wanted
    assert list(controls(blank).values()) == wanted
    document = blank.parts["word/document.xml"]
    assert b"bookmark" not in document
    assert document.count(b'w:val="jingjin.0"') == 2  # in both copies of the text box


@pytest.mark.slow
def test_the_flat_form(tmp_path: Path) -> None:
    blank = arrived(saved(tmp_path, fodt(*LETTER), "函.xml"))
    assert len(blank.placeholders) == 6
    assert "（.fodt）" in blank.notes[0]
    assert docx_text(zipped(blank.parts))[0] == "受文者：<受文者>　鈞鑒"


def test_a_wrong_suffix_is_said_and_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_other_result(monkeypatch, docx(par("姓名：")))
    blank = arrived(saved(tmp_path, odt(p("姓名：")), "領據.docx"))
    assert blank.notes == (
        "副檔名是 .docx，內容其實是 ODF 文字檔（.odt、.ott），照內容處理。",
        DONE,
    )


FORM = docx(
    par("領據"),
    table(row("姓名", ""), row("金額", "元"), row("學校", "")),
    par("中華民國　年　月　日"),
)


@pytest.fixture(scope="module")
def doc(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The form as a .doc, which nobody writes by hand."""
    source = saved(tmp_path_factory.mktemp("doc"), FORM, "a.docx")
    with work_folder() as work, pytest.MonkeyPatch.context() as patch:
        patch.setitem(soffice._FILTERS, ".doc", "doc:MS Word 97")
        assert soffice.run_soffice([source], ".doc", work / "out", work) == ""
        return (work / "out" / "a.doc").read_bytes()


TEXTS = ["領據", "姓名", "金額", "元", "學校", "中華民國　年　月　日"]
ROWS = (("姓名", ""), ("金額", "元"), ("學校", ""))


def rtf() -> bytes:
    """As Word writes it: Chinese by its numbers."""

    def said(text: str) -> str:
        return "".join(f"\\u{ord(c)}?" for c in text)

    rows = "".join(
        f"\\trowd\\cellx2000\\cellx4000\\pard\\intbl {said(one)}\\cell {said(other)}\\cell\\row\n"
        for one, other in ROWS
    )
    start, end = said(TEXTS[0]), said(TEXTS[-1])
    return f"{{\\rtf1\\ansi {start}\\par\n{rows}\\pard {end}\\par}}".encode()


def page() -> bytes:
    """As web systems hand it out, named .doc."""
    rows = "".join(f"<tr><td>{one}</td><td>{other}</td></tr>" for one, other in ROWS)
    return (
        '<html><head><meta charset="utf-8"><title>不印</title>'
        '<meta name="created" content="00:00:00">'
        "<style><!-- td {color: red} -->"
        f"</style></head><body><!-- 不印 --><p>{TEXTS[0]}</p><table border=1>{rows}</table>"
        f"<p>{TEXTS[-1]}</p></body></html>"
    ).encode()


def word_2003(grid: str = "<w:tblGrid><w:gridCol w:w='2000'/><w:gridCol w:w='2000'/></w:tblGrid>"):
    def para(text: str) -> str:
        return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"

    rows = "".join(
        f"<w:tr><w:tc>{para(one)}</w:tc><w:tc>{para(other)}</w:tc></w:tr>" for one, other in ROWS
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Word.Document"?>'
        '<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"><w:body>'
        f"{para(TEXTS[0])}<w:tbl>{grid}{rows}</w:tbl>{para(TEXTS[-1])}</w:body></w:wordDocument>"
    ).encode()


UNPROVED = "這種檔案沒有第二個程式可以核對文字，請對照原檔看一遍。"
OTHERS = {
    ".rtf": (rtf, " RTF 檔（.rtf）", [UNPROVED]),
    ".xml": (word_2003, " Word 2003 XML 檔", []),
    ".html": (page, "網頁（HTML）", []),
}


@pytest.mark.parametrize(
    "suffix", [".rtf", *(pytest.param(kind, marks=pytest.mark.slow) for kind in (".xml", ".html"))]
)
def test_other_formats(tmp_path: Path, suffix: str) -> None:
    make, title, notes = OTHERS[suffix]
    blank = arrived(saved(tmp_path, make(), f"領據{suffix}"))
    done = f"這是{title}，經 LibreOffice 轉成 .docx；版面請核對。"
    assert list(blank.notes) == [done, *notes]
    the_form(blank)


def the_form(blank: Arrived) -> None:
    made = zipped(blank.parts)
    assert [text for text in docx_text(made) if text.strip()] == TEXTS
    assert [len(row) for row in table_texts(made)[0]] == [2, 2, 2]


@pytest.mark.slow
def test_what_libreoffice_loses_in_truth(tmp_path: Path) -> None:
    """LibreOffice 7.4 drops cells of a table that says nothing of its columns."""
    blank = arrived(saved(tmp_path, word_2003(grid=""), "領據.xml"))
    lost = [text for text in TEXTS if text not in docx_text(zipped(blank.parts))]
    assert ("「元」" in "".join(blank.notes[1:])) is ("元" in lost)


def test_an_old_word_file(tmp_path: Path, doc: bytes) -> None:
    blank = arrived(saved(tmp_path, doc, "領據.doc"))
    assert blank.notes == ("這是舊的 Word 檔（.doc），經 LibreOffice 轉成 .docx；版面請核對。",)
    the_form(blank)


def test_fields_that_print_nothing() -> None:
    said = "甲\x13 SET v abc\x14abc\x15乙\x13 REF v\x14\x13 X\x14丙\x15\x15丁\x13 PAGE\x15"
    assert _without_codes(said) == "甲乙丙丁"


def test_a_second_reading_of_an_old_word_file(doc: bytes) -> None:
    text = old_text(doc)
    assert text is not None
    assert text.paragraphs == tuple(TEXTS)
    assert text.cell_marks == 9


def with_other_result(monkeypatch: pytest.MonkeyPatch, made: bytes) -> None:
    monkeypatch.setattr(conversion, "to_word", lambda *_: made)


def test_lost_text_and_tables_are_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with_other_result(monkeypatch, docx(par("學校"), par("電話：")))
    path = saved(
        tmp_path, odt(p("學校"), p("電話："), p("負責人核章"), odf_table(("甲", ""))), "a.odt"
    )
    notes = arrived(path).notes
    assert notes[1:] == (
        "轉檔後找不到原檔的這些字：「負責人核章」「甲」；請對照原檔補上。",
        "原檔有 1 個表格，轉檔後有 0 個；請對照原檔。",
    )


def test_lost_cells_of_a_doc_are_said(
    tmp_path: Path, doc: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = [par(text) for text in docx_text(FORM)]
    with_other_result(monkeypatch, docx(*texts))
    [_, note] = arrived(saved(tmp_path, doc, "a.doc")).notes
    assert note == "轉檔後表格的儲存格比原檔少；請對照原檔。"
    with_other_result(monkeypatch, docx(par("領據")))
    lost = "轉檔後找不到原檔的這些字：「姓名」「金額」「元」「學校」等 5 處；請對照原檔補上。"
    assert arrived(tmp_path / "a.doc").notes[1] == lost


def test_lost_rows_of_an_rtf_are_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with_other_result(monkeypatch, docx(par("x")))
    blank = arrived(saved(tmp_path, b"{\\rtf1 x\\cell\\row\\rowd y\\cell\\row}", "a.rtf"))
    assert blank.notes[-1] == "原檔的表格共 2 列，轉檔後有 0 列；請對照原檔。"


def test_lost_placeholders_are_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with_other_result(monkeypatch, docx(par("受文者：&lt;受文者&gt;")))
    blank = arrived(saved(tmp_path, odt(p("受文者：", placeholder("<受文者>"))), "a.odt"))
    assert blank.notes[1:] == ("轉檔後找不到原檔的 1 個填寫處：「<受文者>」；請自行補上。",)
    assert blank.placeholders[0].tag == ""


def test_nothing_but_pictures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with_other_result(monkeypatch, docx("<w:p/>"))
    with pytest.raises(FileProblemError, match=r"「a\.odt」.*沒有任何文字"):
        arrived(saved(tmp_path, odt(p("x")), "a.odt"))


def test_controls_drawn_over_the_page_are_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_other_result(monkeypatch, docx(par("姓名")))
    content = odt(p("姓名", '<draw:control draw:control="c1"/>'))
    assert "1 個表單控制項" in arrived(saved(tmp_path, content, "a.odt")).notes[1]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (odt(p("x"), manifest="<manifest:encryption-data/>"), "有密碼"),
        (zipped({"mimetype": TEXT.encode(), "content.xml": b"<a"}), "已損壞"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "已損壞"),
    ],
)
def test_what_cannot_be_converted(tmp_path: Path, content: bytes, why: str) -> None:
    with pytest.raises(FileProblemError, match=why) as caught:
        arrived(saved(tmp_path, content, "函.odt"))
    assert "函.odt" in str(caught.value)
    assert list(tmp_path.iterdir()) == [tmp_path / "函.odt"]


def test_an_encrypted_doc(tmp_path: Path, doc: bytes) -> None:
    content = bytearray(doc)
    content[content.index(b"\xec\xa5") + 0x0B] |= 1  # fEncrypted
    with pytest.raises(FileProblemError, match="有密碼"):
        arrived(saved(tmp_path, bytes(content), "領據.doc"))


@pytest.mark.slow
def test_nothing_elsewhere_is_fetched(tmp_path: Path) -> None:
    """A form that asks for a picture from the network, or from the disk, gets none."""
    asked: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        do_HEAD = do_OPTIONS = do_PROPFIND = do_GET

        def log_message(self, *_: object) -> None:
            pass

    server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        url = f"http://127.0.0.1:{server.server_port}/a.png"
        page = f"<html><body><p>姓名：<img src='{url}'></p></body></html>"
        assert arrived(saved(tmp_path, page.encode(), "領據.doc")).parts
        image = (
            f'<draw:frame><draw:image xmlns:xlink="http://www.w3.org/1999/xlink" '
            f'xlink:href="{url}" xlink:type="simple"/></draw:frame>'
        )
        assert arrived(saved(tmp_path, odt(p("姓名：", image)), "領據.odt")).parts
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
    assert asked == []


def test_marks_around_each_placeholder() -> None:
    content, found = marked(fodt(p("甲", placeholder("<姓名>", "申請人"), "乙")), first=4)
    assert found == [Placeholder("<姓名>", "申請人", tag="jingjin.4")]
    assert '甲<text:bookmark-start text:name="jingjin.4"/>&lt;姓名&gt;'.encode() in content
    assert '<text:bookmark-end text:name="jingjin.4"/>乙'.encode() in content
    assert marked(fodt(p("甲"))) == (fodt(p("甲")), [])


def test_a_placeholder_over_two_paragraphs_keeps_its_text() -> None:
    mark = '<w:bookmark{}{}w:id="7"{}/>'
    start = mark.format("Start", " ", ' w:name="jingjin.0"')
    files = {
        "word/document.xml": part_bytes(
            f"<w:p>{start}<w:r><w:t>上</w:t></w:r></w:p><w:p>{mark.format('End', ' ', '')}</w:p>"
        )
    }
    made, [found] = controlled(files, [Placeholder("上", tag="jingjin.0")])
    assert found == Placeholder("上", place=Place("本文", "p", paragraph=1))
    assert b"bookmark" not in made["word/document.xml"]
    assert b"<w:sdt>" not in made["word/document.xml"]


def part_bytes(body: str) -> bytes:
    return parts(docx(body))["word/document.xml"]


def test_what_comes_can_be_a_template(letter: Arrived, tmp_path: Path) -> None:
    files = dict(letter.parts)
    document = files["word/document.xml"]
    files["word/document.xml"] = document.replace("學校".encode(), b"{{ x }}", 1)
    made = compile_template(saved(tmp_path, zipped(files))).render({"x": "宜昌國小"})
    assert "宜昌國小" in docx_text(made)
