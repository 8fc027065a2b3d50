"""What a file is that arrives as a blank form, by its content, and why some cannot be taken."""

import re
import struct
import zipfile
import zlib
from enum import Enum
from lzma import LZMAError
from pathlib import PurePath
from typing import NamedTuple

from jingjin_forms.arriving.codes import DAMAGED, EMPTY, NOT_A_DOCUMENT, PASSWORD
from jingjin_forms.arriving.old_word import OldFile, old_file
from jingjin_forms.errors import FileProblemError, listed, shortened
from jingjin_forms.files.archives import open_archive
from jingjin_forms.word.docx.kinds import SAVE_AS

ASK_FOR = (
    "請向發文機關要可以編輯的檔案：Word（.docx、.doc）或 ODF（.odt、.ott）都可以；"
    "依政府文件標準格式（ODF-CNS15251）實施計畫，可編輯的文件以 ODF 提供"
)
_HEAD = 4096
_FORM = "要的是空白表單的 Word 或 ODF 檔"


class Sort(Enum):
    """What can be taken. The values are what messages call it, its suffixes, and how LibreOffice
    calls the filter that reads it; blank where it is read without LibreOffice."""

    DOCX = "Word 檔（.docx）", (".docx", ".docm", ".dotx", ".dotm"), ""
    FLAT_DOCX = "單一 XML 的 Word 檔（Flat OPC）", (".xml",), ""
    DOC = "舊的 Word 檔（.doc）", (".doc", ".dot", ".wps"), "MS Word 97"
    DOC_95 = "Word 95 的檔案（.doc）", (".doc", ".dot"), "MS Word 95"
    DOC_6 = "Word 6 的檔案（.doc）", (".doc", ".dot"), "MS WinWord 6.0"
    WORKS = "Works 的檔案（.wps）", (".wps",), "MS_Works"
    RTF = "RTF 檔（.rtf）", (".rtf",), "Rich Text Format"
    ODT = "ODF 文字檔（.odt、.ott）", (".odt", ".ott"), "writer8"
    FLAT_ODT = "單一 XML 的 ODF 檔（.fodt）", (".fodt", ".xml"), "OpenDocument Text Flat XML"
    WORD_XML = "Word 2003 XML 檔", (".xml",), "MS Word 2003 XML"
    HTML = "網頁（HTML）", (".html", ".htm"), "HTML (StarWriter)"

    @property
    def title(self) -> str:
        return self.value[0]

    @property
    def spaced(self) -> str:
        """The title as it stands behind a Chinese word."""
        return f" {self.title}" if self.title[0].isascii() else self.title

    @property
    def suffixes(self) -> tuple[str, ...]:
        return self.value[1]

    @property
    def infilter(self) -> str:
        return self.value[2]


class _No(NamedTuple):
    """Why a file cannot be taken."""

    why: str
    code: str = NOT_A_DOCUMENT


_OLD = {
    OldFile.WORD: Sort.DOC,
    OldFile.WORD_95: Sort.DOC_95,
    OldFile.WORD_6: Sort.DOC_6,
    OldFile.WORKS: Sort.WORKS,
}
_NO_OLD = {
    OldFile.ENCRYPTED: _No("有密碼：請在 Word「檔案→資訊→保護文件」取消密碼，再存一次。", PASSWORD),
    OldFile.EXCEL: f"是舊的 Excel 檔（.xls），不是表單的 Word 檔：{_FORM}。",
    OldFile.POWERPOINT: f"是舊的 PowerPoint 檔（.ppt）：{_FORM}。",
    OldFile.HANGUL: f"是韓文 Hangul 的檔案（.hwp）：{_FORM}。",
    OldFile.BROKEN: _No(
        "是舊的 Office 檔，但已損壞，讀不下去：請重新下載，或用 Word 打開修復後另存。", DAMAGED
    ),
    OldFile.OTHER: f"是舊的 Office 檔，裡面沒有 Word 文件：{_FORM}。",
}
_PICTURES = (
    *(b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*"),
    *(b"\0\0\0\x18ftyphei", b"\0\0\0\x1cftyphei", b"\0\0\0\x24ftyphei"),
)
_OTHERS = (
    (b"Rar!", "是 RAR 壓縮檔：請先解壓縮，一次給一份表單。"),
    (b"7z\xbc\xaf", "是 7-Zip 壓縮檔：請先解壓縮，一次給一份表單。"),
    (b"\x1f\x8b", "是 gzip 壓縮檔：請先解壓縮，一次給一份表單。"),
)
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, LZMAError, struct.error, ValueError, OSError, EOFError),
    *(RuntimeError, LookupError, OverflowError),
)
"""What `zipfile` raises of damaged archives."""
_TOLD_NAMES = 3
_PAGE = re.compile(rb"<!doctype html|<html|<table|<meta|<head|<body")


def sort_of(content: bytes, name: str) -> Sort:
    """What the content is; raises FileProblemError, which begins with the file's `name`, where a
    form cannot be made of it: with what to do."""
    sort = _sort(content, PurePath(name).name)
    if isinstance(sort, Sort):
        return sort
    sort = _No(sort) if isinstance(sort, str) else sort
    raise FileProblemError(f"「{name}」{sort.why}", code=sort.code)


def _sort(content: bytes, name: str) -> "Sort | _No | str":
    """The sort, or why there is none: as a sentence alone, another kind of file."""
    if not content.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        return _No("是空的檔案，沒有任何內容：請重新下載或向發文機關要一份。", EMPTY)
    if content.startswith(b"PK"):
        return _of_zip(content)
    if content.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        old = old_file(content)
        return _OLD.get(old) or _NO_OLD[old]
    if b"%PDF-" in content[:1024]:
        return f"是 PDF，上面沒有可以放標籤的文字結構：{ASK_FOR}。"
    if content.startswith(_PICTURES) or (content.startswith(b"RIFF") and b"WEBP" in content[:16]):
        return f"是圖片（掃描或照片），上面沒有可以放標籤的文字：{ASK_FOR}。"
    for start, why in _OTHERS:
        if content.startswith(start):
            return why
    return _of_text(content, name)


def _of_zip(content: bytes) -> "Sort | _No | str":
    try:
        with open_archive(content, "這個檔案") as archive:
            names = archive.namelist()
            if any(entry.flag_bits & 1 for entry in archive.infolist()):
                return _No("是有密碼的壓縮檔：請先解開，一次給一份沒有密碼的表單。", PASSWORD)
            kind = archive.read("mimetype")[:200] if "mimetype" in names else b""
    except FileProblemError as error:
        return _No(str(error).removeprefix("這個檔案"), error.code)
    except _BROKEN:
        return _No(
            "已損壞（壓縮的結構不完整，常是下載中斷）：請重新下載，或向發文機關要一份。", DAMAGED
        )
    if "[Content_Types].xml" in names:
        return _of_office(names)
    if kind.startswith(b"application/vnd.oasis.opendocument.text"):
        return Sort.ODT
    if kind.startswith(b"application/vnd.oasis.opendocument"):
        return f"是 ODF 的試算表、簡報或繪圖（.ods、.odp）：{_FORM}（.docx、.odt）。"
    if any(name.endswith(".iwa") for name in names):
        return "是 Apple Pages 的檔案：請在 Pages 選「檔案→輸出至→Word」，存成 .docx。"
    if kind.startswith(b"application/epub"):
        return f"是電子書（.epub）：{_FORM}。"
    files = [name for name in names if not name.endswith("/")]
    told = listed((f"「{shortened(n)}」" for n in files), "個", _TOLD_NAMES)
    return f"是壓縮檔，裡面有 {len(files):,} 個檔案（{told}）：請先解壓縮，一次給一份表單。"


def _of_office(names: list[str]) -> "Sort | _No | str":
    if any(name.startswith("xl/") for name in names):
        return f"是 Excel 檔，不是 Word 檔：{_FORM}；只有 Excel 時，可把表格貼到 Word 再存。"
    if any(name.startswith("ppt/") for name in names):
        return f"是 PowerPoint 檔：{_FORM}。"
    return Sort.DOCX


def _of_text(content: bytes, name: str) -> "Sort | _No | str":
    head = content[:_HEAD].removeprefix(b"\xef\xbb\xbf").lstrip()
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        head = content[:_HEAD].decode("utf-16", "replace").encode()
    low = head.lower()
    if low.startswith(b"{\\rtf"):
        return Sort.RTF
    if low.startswith((b"<?xml", b"<")):
        return _of_xml(low)
    if low.startswith((b"mime-version:", b"from:")) and b"multipart/related" in low:
        return f"是單一檔案網頁（MHTML）：{SAVE_AS}。"
    if name.startswith("~$"):
        return "是 Word 開著檔案時的暫存檔，不是表單：請給檔名沒有「~$」的那一份。"
    if low.startswith(b"{") and b"docs.google.com" in low:
        return "是 Google 文件的捷徑：請在 Google 文件選「檔案→下載→Microsoft Word (.docx)」。"
    if b"\0" in content[:_HEAD]:
        return f"認不出是什麼檔案，可能已損壞：{_FORM}（.docx、.doc、.odt、.ott、.rtf）。"
    return f"是純文字檔，沒有版面：{_FORM}（.docx、.doc、.odt、.ott、.rtf）。"


def _of_xml(head: bytes) -> "Sort | _No | str":
    if b"schemas.microsoft.com/office/2006/xmlpackage" in head:
        return Sort.FLAT_DOCX
    if b"schemas.microsoft.com/office/word/2003/wordml" in head:
        return Sort.WORD_XML
    if b"urn:oasis:names:tc:opendocument" in head:
        if b"application/vnd.oasis.opendocument.text" in head:
            return Sort.FLAT_ODT
        return f"是單一 XML 的 ODF 試算表或簡報：{_FORM}。"
    if _PAGE.search(head):
        return Sort.HTML
    return f"是 XML 檔，不是文件：{_FORM}（.docx、.doc、.odt、.ott、.rtf）。"
