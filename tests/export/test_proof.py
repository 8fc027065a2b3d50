"""What LibreOffice has made is held against the Word file: losses are named, nothing else is."""

import re
import sys
import zipfile
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree

from jingjin_forms.errors import FileProblemError
from jingjin_forms.export import convert, convert_files, has_soffice
from jingjin_forms.export.libreoffice import soffice
from jingjin_forms.export.loose_rows import with_loose_rows
from jingjin_forms.export.proving import proof as proving
from jingjin_forms.export.proving.printed import PaperText, PrintedText, printed
from jingjin_forms.export.proving.proof import loss, missing, odt_texts, plain
from jingjin_forms.forms.catalog import keys
from jingjin_forms.programmes.school_based.forms.budget_estimate import BudgetEstimate
from tests.export.fake import Fake
from tests.export.test_printed import p, r, word
from tests.helpers import W

needs_soffice = pytest.mark.skipif(not has_soffice(), reason="LibreOffice is not installed")
SUFFIXES = (".odt", ".pdf")


# ---- on texts


def paper(*texts: str, head: list[str | None] | None = None) -> PaperText:
    return PaperText([PrintedText("本文", text) for text in texts], [head] if head else [])


@pytest.mark.parametrize(
    ("texts", "made", "lost"),
    [
        (["甲乙", "丙"], ["甲 乙\r\n丙"], []),
        (["甲乙", "丙"], ["丙甲\n乙"], []),
        (["甲乙", "丙"], ["甲\n乙"], ["丙"]),
        (["甲", "甲"], ["甲"], ["甲"]),
        (["課程", "課程計畫"], ["課程計畫"], ["課程"]),
        (["課程", "課程計畫"], ["課程"], ["課程計畫"]),
        (["很長的一段", "丁"], ["很長的", "第 2 頁 一段"], ["丁"]),  # over a page break
        (["state-of"], ["state\ufffe\r\nof"], []),
        (["Title ﬁ ㎡ １"], ["TITLE fi m2 1"], []),
        (["e\u0301"], ["é"], []),
        (["a\u200bb\u00adc"], ["abc"], []),
        (["林😀"], ["林"], []),
    ],
)
def test_texts(texts: list[str], made: list[str], lost: list[str]):
    assert [text.text for text in missing(paper(*texts), made)] == lost


def test_what_is_printed_on_each_page_hides_no_loss():
    """A row whose characters all stand in the head, or in the page's number."""
    page = paper("序號", "說明", "明說", "1", head=["序號", "說明"])
    assert missing(page, ["序號說明 明說", "序號說明 1"]) == []
    assert [t.text for t in missing(page, ["序號說明 1", "序號說明"])] == ["明說"]
    page = paper("第", "頁", "3", head=["第", None, "頁"])
    assert missing(page, ["第1頁", "第 2 頁 3", "第3頁"]) == []
    assert [t.text for t in missing(page, ["第1頁", "第2頁", "第3頁"])] == ["3"]


def test_two_footers_side_by_side():
    """As an .odt has them: that of the first page behind that of the others."""
    page = paper("第", "頁共", "頁", head=["第", None, "頁共", None, "頁"])
    assert proving._once("第4頁共4頁第1頁共4頁", page, "第頁共頁") == "第頁共頁"


def test_a_table_that_says_the_same_as_its_head():
    assert missing(paper("甲乙", "甲乙", "甲乙", head=["甲乙"]), ["甲乙甲乙甲乙"]) == []


def test_the_places_are_told():
    rows = [f"<w:tr><w:tc>{p(r(f'第{n}場'))}{p(r('講師'))}</w:tc></w:tr>" for n in range(1, 7)]
    docx = word(f"<w:tbl>{''.join(rows)}</w:tbl>")
    told = loss(docx, odt("第1場講師"), ".odt")
    assert "第 1 個表格第 2 列「第2場」「講師」；第 1 個表格第 3 列「第3場」「講師」" in told
    assert "還有 2 處" in told
    assert "第 1 列" not in told
    assert "Word" in told


def odt(text: str, styles: str = "") -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("content.xml", f"<a>{text}</a>")
        archive.writestr("styles.xml", f"<a>{styles}</a>")
    return made.getvalue()


def test_odt():
    assert loss(word(p(r("甲"))), odt("", "甲"), ".odt") == ""
    name = '<svg:title xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0">'
    assert "「甲」" in loss(word(p(r("甲"))), odt(f"{name}甲</svg:title>"), ".odt")


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_what_cannot_be_read_is_not_handed_out(suffix: str):
    assert "無法核對" in loss(word(p(r("甲"))), b"nothing", suffix)
    assert "無法核對" in loss(b"nothing", odt("甲"), ".odt")


# ---- through LibreOffice


@pytest.fixture(scope="module", params=[".pdf", pytest.param(".odt", marks=pytest.mark.slow)])
def made(request: pytest.FixtureRequest) -> tuple[str, dict[str, bytes]]:
    return request.param, request.getfixturevalue(f"sample_{request.param[1:]}s")


@needs_soffice
@pytest.mark.parametrize("key", keys())
def test_any_text_that_is_missing_is_seen(
    key: str, samples: dict[str, bytes], made: tuple[str, dict[str, bytes]]
):
    """Nothing is found more often than the Word file prints it, so nothing can hide a loss."""
    suffix, files = made
    wanted, found = counted(samples[key], files[key], suffix)
    assert found == wanted


def counted(docx: bytes, made: bytes, suffix: str) -> tuple[Counter[str], Counter[str]]:
    page = printed(docx)
    texts = proving.pdf_texts(made) if suffix == ".pdf" else odt_texts(made)
    wanted = "".join(plain(text.text) for text in page.texts)
    found = proving._once("".join(map(plain, texts)), page, wanted)
    return Counter(wanted), Counter(found)


def with_a_row_less(docx: bytes) -> Iterator[tuple[str, bytes]]:
    """The file without each of its rows that print something, and what stands in that row."""
    with zipfile.ZipFile(BytesIO(docx)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for number in range(parts["word/document.xml"].count(b"<w:tr>")):
        root = etree.fromstring(parts["word/document.xml"])
        row = list(root.iter(f"{W}tr"))[number]
        table = row.getparent()
        text = "".join(row.itertext(f"{W}t")).strip()
        if not plain(text):
            continue
        table.remove(row)
        if table.find(f"{W}tr") is None:
            table.getparent().remove(table)
        yield text, zipped({**parts, "word/document.xml": etree.tostring(root)})


def zipped(parts: dict[str, bytes]) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


def losses(forms: dict[str, bytes], suffix: str, step: int) -> Iterator[tuple[str, str]]:
    """Every so many rows of every form, lost on the way: the row, and what is told of it."""
    lacking = {
        f"{key} {n} {text}": content
        for key, docx in forms.items()
        for n, (text, content) in enumerate(with_a_row_less(docx))
        if n % step == step // 2
    }
    for name, content in convert(lacking, suffix).items():
        yield name, loss(forms[name.split()[0]], content, suffix)


@needs_soffice
def test_a_row_less_is_told(samples: dict[str, bytes]):
    told = dict(losses(samples, ".pdf", step=36))
    assert len(told) > 5
    assert [name for name, sentence in told.items() if "漏了內容" not in sentence] == []


@needs_soffice
@pytest.mark.slow
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_every_third_row_less_is_told(samples: dict[str, bytes], suffix: str):
    told = dict(losses(samples, suffix, step=3))
    assert len(told) > 100
    assert [name for name, sentence in told.items() if "漏了內容" not in sentence] == []


HOSTILE = (
    *("豈更⼀⼆﨑", "甲\ue000\uf8ff乙", "😀👨‍👩‍👧🇹🇼☑□■", "السلام عليكم", "שלום עולם", "ภาษาไทย กำลัง", "हिन्दी"),  # noqa: E501
    *("e\u0301 q\u0307\u0323", "葛\U000e0100城 ☑\ufe0f", "a\u200bb\u200cc\ufeffe\u2060f\u00adg"),
    *("office affluent ﬁ ﬂ", "𠀋𡃁𫠝𬺰", "state-of-the-art" * 6, "x²≤½ ① ㊣ ㈱ ㎡ Ⅻ", "“”…—‥﹏"),
    *("a\u202eabc\u202cd", "Ünï ß ŉ İ ı ǆ", "ｱｲｳ ガ ｶﾞ", "ㄅㄆㄇˊˇˋ˙", "각 ㄱㅏ ᄀ", "a\tb\nc", "&<>\"'"),  # noqa: E501
    *("αβγ ς Σ", "Привет", "國" * 200, "  甲  乙  ", "a~b～c`´¨", "WAVE To Ty AV", "1\u00a02"),
)  # fmt: skip


@needs_soffice
@pytest.mark.parametrize("suffix", [".pdf", pytest.param(".odt", marks=pytest.mark.slow)])
def test_odd_characters_are_no_loss(suffix: str):
    facts = {
        "學校名稱": "花蓮縣𠀋國小",
        "經費項目": [{"項目": "講師費", "單價": 1, "數量": 1, "說明": text} for text in HOSTILE],
    }
    docx = BudgetEstimate.load(facts).to_bytes()
    assert convert({"表": docx}, suffix)["表"]


# ---- a loss is never handed out


@pytest.fixture(scope="module")
def one_line() -> bytes:
    return convert({"表": word_file("只有這一行")}, ".pdf")["表"]


@pytest.fixture
def losing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, one_line: bytes) -> Fake:
    """In the place of LibreOffice: whatever it is given, it makes a paper of one line."""
    (tmp_path / "made.pdf").write_bytes(one_line)
    fake = Fake(tmp_path, monkeypatch, proved=True)
    made = f'cp "{tmp_path / "made.pdf"}" "$out/$(basename "$f" .docx).pdf"'
    fake.does(f"for f; do {made}; done")
    return fake


def word_file(text: str) -> bytes:
    """The sample of a form, with one paragraph in the place of all."""
    docx = BudgetEstimate.sample().to_bytes()
    with zipfile.ZipFile(BytesIO(docx)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    body = f"<w:body>{p(r(text))}</w:body>".encode()
    document = re.sub(rb"<w:body>.*</w:body>", body, parts["word/document.xml"], flags=re.S)
    return zipped({**parts, "word/document.xml": document})


@needs_soffice
@pytest.mark.usefixtures("losing")
class TestNothingIsHandedOut:
    def test_save(self, tmp_path: Path):
        with pytest.raises(FileProblemError, match=r"「經費概算表」無法轉成 \.pdf.*漏了內容"):
            BudgetEstimate.sample().save(tmp_path / "表.pdf")
        assert not (tmp_path / "表.pdf").exists()

    def test_preview(self):
        with pytest.raises(FileProblemError, match="漏了內容"):
            BudgetEstimate.sample().preview()

    def test_convert_files(self, tmp_path: Path):
        lost, whole = tmp_path / "一.docx", tmp_path / "二.docx"
        lost.write_bytes(BudgetEstimate.sample().to_bytes())
        whole.write_bytes(word_file("只有這一行"))
        told = [result.problem for result in convert_files([lost, whole], ".pdf")]
        assert "「一.pdf」" in told[0]
        assert "第 1 個表格" in told[0]
        assert told[1] == ""
        assert not lost.with_suffix(".pdf").exists()
        assert whole.with_suffix(".pdf").exists()

    def test_batch(self, jingjin, tmp_path: Path):
        (tmp_path / "名冊.csv").write_text("學校名稱\n花蓮縣甲國小\n", encoding="utf-8")
        form = ("--form", "school_based/orid_feedback", "--on", "112年1月1日")
        done = jingjin("batch", "名冊.csv", *form, "--also", "pdf")
        assert done.code == 1
        assert "漏了內容" in done.err
        assert [path.suffix for path in (tmp_path / "out").iterdir()] == [".docx"]


# ---- rows that LibreOffice loses because they must not break


def test_loose_rows():
    whole, loose = (word(f"<w:tbl>{rows}</w:tbl>") for rows in ROWS)
    assert parts_of(with_loose_rows(whole)) == parts_of(loose)
    assert with_loose_rows(loose) == loose
    assert with_loose_rows(b"nothing") == b"nothing"


ROWS = (
    f'<w:tr><w:trPr><w:cantSplit/><w:cantSplit w:val="1"/></w:trPr><w:tc>{p()}</w:tc></w:tr>',
    f"<w:tr><w:trPr></w:trPr><w:tc>{p()}</w:tc></w:tr>",
)


def parts_of(docx: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(docx)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@needs_soffice
def test_rows_that_are_lost_may_break(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """In the place of LibreOffice: it loses rows that must not break, and only those."""
    docx = BudgetEstimate.sample().to_bytes()
    pdfs = convert({"whole": docx, "lost": word_file("一行")}, ".pdf")
    for name, content in pdfs.items():
        (tmp_path / f"{name}.pdf").write_bytes(content)
    fake = Fake(tmp_path, monkeypatch, proved=True)
    (tmp_path / "made.py").write_text(
        "import sys, zipfile\n"
        "text = zipfile.ZipFile(sys.argv[1]).read('word/document.xml')\n"
        "print('lost' if b'cantSplit' in text else 'whole')"
    )
    made = f'$("{sys.executable}" "{tmp_path}/made.py" "$f")'
    fake.does(f'for f; do cp "{tmp_path}/{made}.pdf" "$out/$(basename "$f" .docx).pdf"; done')
    monkeypatch.setattr(soffice, "START_SECONDS", 20.0)
    assert convert({"表": docx}, ".pdf") == {"表": pdfs["whole"]}
    assert fake.starts == 2
