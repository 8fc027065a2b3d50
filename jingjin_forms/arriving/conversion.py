"""From a .doc, .odt, .rtf … to the parts of a .docx, through LibreOffice, and what was lost."""

import re
import tempfile
from dataclasses import dataclass
from pathlib import Path

from lxml import etree
from lxml import html as web

from jingjin_forms.arriving import codes, odf, odf_package
from jingjin_forms.arriving.mending import without_comments
from jingjin_forms.arriving.odf import Placeholder
from jingjin_forms.arriving.old_word import old_text
from jingjin_forms.arriving.sorts import Sort
from jingjin_forms.errors import FileProblemError, shortened
from jingjin_forms.export.libreoffice.importing import to_word
from jingjin_forms.export.libreoffice.soffice import VARIABLE, has_soffice
from jingjin_forms.export.proving.printed import PaperText, PrintedText
from jingjin_forms.export.proving.proof import missing
from jingjin_forms.word.docx.kinds import SAVE_AS
from jingjin_forms.word.docx.location import Element, W
from jingjin_forms.word.docx.package import read_parts
from jingjin_forms.word.docx.plain_xml import FALLBACK, read_xml

_2003 = "{http://schemas.microsoft.com/office/word/2003/wordml}"
_ODF = (Sort.ODT, Sort.FLAT_ODT)
_SHOWN = 4
_NEAR = 0.95
"""Of the ends of cells; Word counts some that are merged otherwise than LibreOffice does."""
_RTF_ROW = re.compile(rb"\\row(?![a-z])")
_UNSEEN = ("script", "style", "head", "title")


@dataclass(frozen=True, slots=True)
class Conversion:
    """A file as LibreOffice has turned it into a .docx."""

    parts: dict[str, bytes]
    notes: tuple[str, ...]
    placeholders: tuple[Placeholder, ...] = ()


@dataclass(frozen=True, slots=True)
class _Source:
    """What the file itself says, by a reading that is not LibreOffice's."""

    content: bytes
    paragraphs: tuple[str, ...] | None = None
    """None where nobody but LibreOffice can read them."""
    tables: int | None = None
    rows: int | None = None
    cell_marks: int | None = None
    controls: int = 0
    placeholders: tuple[Placeholder, ...] = ()


def converted(content: bytes, sort: Sort, name: str) -> Conversion:
    """The file as a .docx. Raises FileProblemError, naming the file, where that cannot be done."""
    if not has_soffice():
        raise FileProblemError(
            f"「{name}」是{sort.spaced}，要用 LibreOffice 轉成 .docx，這臺電腦找不到 LibreOffice："
            f"{SAVE_AS}，再給那一份；或先安裝 LibreOffice"
            f"（裝在別處的，以環境變數 {VARIABLE} 指出 soffice 的位置）。",
            code=codes.NO_LIBREOFFICE,
        )
    try:
        source = _read(content, sort)
        parts = _parts(to_word(source.content, _suffix(sort), sort.infilter))
    except FileProblemError as error:
        why = str(error).rstrip("。")
        raise FileProblemError(
            f"「{name}」是{sort.spaced}，無法轉成 .docx：{why}。{SAVE_AS}，再給那一份。",
            code=error.code if error.code != FileProblemError.code else codes.NOT_CONVERTED,
        ) from None
    if sort is Sort.HTML:
        parts = without_comments(parts)  # LibreOffice makes notes of tags that it does not know
    parts, placeholders = odf.controlled(parts, list(source.placeholders))
    roots = _roots(parts)
    if not any(text.strip() for text in _texts(roots)):
        raise FileProblemError(
            f"「{name}」是{sort.spaced}，轉成 .docx 後沒有任何文字（可能整頁是圖片）：{SAVE_AS}，"
            "或向發文機關要文字可以編輯的檔案。",
            code=codes.NO_TEXT,
        )
    done = f"這是{sort.spaced}，經 LibreOffice 轉成 .docx；版面請核對。"
    notes = (done, *_losses(source, roots), *_told(placeholders))
    return Conversion(parts, notes, tuple(placeholders))


def _suffix(sort: Sort) -> str:
    return sort.suffixes[0]


def _read(content: bytes, sort: Sort) -> _Source:
    if sort in _ODF:
        text = odf_package.opened(content, is_flat=sort is Sort.FLAT_ODT)
        return _Source(
            text.content,
            text.paragraphs,
            text.tables,
            controls=text.controls,
            placeholders=text.placeholders,
        )
    if sort is Sort.DOC:
        old = old_text(content)
        if old is not None:
            return _Source(content, old.paragraphs, cell_marks=old.cell_marks)
    if sort is Sort.RTF:
        return _Source(content, rows=len(_RTF_ROW.findall(content)))
    if sort is Sort.WORD_XML:
        return _word_2003(content)
    if sort is Sort.HTML:
        return _page(content)
    return _Source(content)


def _word_2003(content: bytes) -> _Source:
    try:
        root = read_xml(content)
    except etree.XMLSyntaxError as error:
        raise FileProblemError(f"檔案已損壞（{error}）", code=codes.DAMAGED) from None
    texts = tuple(
        "".join(text.text or "" for text in paragraph.iter(f"{_2003}t"))
        for paragraph in root.iter(f"{_2003}p")
    )
    return _Source(content, texts, sum(1 for _ in root.iter(f"{_2003}tbl")))


def _page(content: bytes) -> _Source:
    try:
        root = web.fromstring(content)
        etree.strip_elements(root, *_UNSEEN, etree.Comment, with_tail=False)
        texts = tuple(text for text in map(str, root.itertext()) if text.strip())
        return _Source(content, texts, sum(1 for _ in root.iter("table")))
    except (etree.LxmlError, ValueError, AssertionError):
        return _Source(content)


def _parts(docx: bytes) -> dict[str, bytes]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "blank.docx"
        path.write_bytes(docx)
        return read_parts(path)


def _roots(parts: dict[str, bytes]) -> list[Element]:
    """The parts that hold text."""
    roots: list[Element] = []
    for name, content in parts.items():
        if name.startswith("word/") and name.endswith(".xml") and b"<w:p" in content:
            root = read_xml(content)
            etree.strip_elements(root, FALLBACK, with_tail=False)
            roots.append(root)
    return roots


def _texts(roots: list[Element]) -> list[str]:
    return [text.text or "" for root in roots for text in root.iter(f"{W}t")]


def _losses(source: _Source, roots: list[Element]) -> list[str]:
    """What stood in the file and does not stand in the Word file, as sentences."""
    notes: list[str] = []
    if source.paragraphs is None:
        notes.append("這種檔案沒有第二個程式可以核對文字，請對照原檔看一遍。")
    else:
        paper = PaperText([PrintedText("", text) for text in source.paragraphs])
        if lost := missing(paper, _texts(roots)):
            told = "".join(f"「{shortened(text.text.strip())}」" for text in lost[:_SHOWN])
            more = f"等 {len(lost)} 處" if len(lost) > _SHOWN else ""
            notes.append(f"轉檔後找不到原檔的這些字：{told}{more}；請對照原檔補上。")
    tables, rows, cells = (
        sum(1 for root in roots for _ in root.iter(f"{W}{name}")) for name in ("tbl", "tr", "tc")
    )
    if source.tables is not None and tables != source.tables:
        notes.append(f"原檔有 {source.tables} 個表格，轉檔後有 {tables} 個；請對照原檔。")
    if source.rows is not None and rows < source.rows:
        notes.append(f"原檔的表格共 {source.rows} 列，轉檔後有 {rows} 列；請對照原檔。")
    if source.cell_marks is not None and cells + rows < source.cell_marks * _NEAR:
        notes.append("轉檔後表格的儲存格比原檔少；請對照原檔。")
    if source.controls:
        notes.append(
            f"原檔有 {source.controls} 個表單控制項（浮在頁面上的欄位或按鈕），"
            "轉檔後不一定能填；請在 Word 改成一般的空格。"
        )
    return notes


def _told(placeholders: list[Placeholder]) -> list[str]:
    """What became of the placeholders."""
    if not placeholders:
        return []
    kept = [p for p in placeholders if p.place is not None]
    notes = [f"原檔標明的 {len(kept)} 個填寫處（佔位文字、輸入欄位、下拉清單）都當成空格。"]
    if lost := [p for p in placeholders if p.place is None]:
        told = "".join(f"「{shortened(p.text or p.description)}」" for p in lost[:_SHOWN])
        notes.append(f"轉檔後找不到原檔的 {len(lost)} 個填寫處：{told}；請自行補上。")
    return notes if kept else notes[1:]
