"""A file that a user names: opened without waiting, read up to a bound, known by its content.

A name may lead to a pipe that nobody writes to, a device without end, or a .yaml that is a Word
file. What goes wrong is an OSError whose text can stand in brackets behind the file's name.
"""

import os
import stat
import zipfile
from enum import StrEnum
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

_FLAGS = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
_HEAD = 4096


class OddFileError(OSError):
    """Neither a file nor a folder, or a file that is too large."""


class Kind(StrEnum):
    """What a file is by its content, as messages call it."""

    XLSX = "Excel 活頁簿（.xlsx）"
    XLSB = "Excel 二進位活頁簿（.xlsb）"
    ODS = "OpenDocument 試算表（.ods）"
    OLE = "舊版的 Office 檔（.xls、.doc）"
    DOCX = "Word 檔（.docx）"
    ODT = "OpenDocument 文件（.odt）"
    OTHER_ZIP = "壓縮檔"
    HTML = "網頁（HTML）"
    XML_SHEET = "XML 試算表 2003"
    XML = "XML 檔"
    PDF = "PDF 檔"
    RTF = "RTF 檔"
    PICTURE = "圖片"
    UNKNOWN = "文字檔"
    """None of these; perhaps a text."""


WORKBOOK_STARTS = _ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How files start that may be workbooks; which they are their whole content says."""
_STARTS = (
    (_OLE, Kind.OLE),
    (b"%PDF-", Kind.PDF),
    (b"{\\rtf", Kind.RTF),
    (b"\x89PNG", Kind.PICTURE),
    (b"\xff\xd8\xff", Kind.PICTURE),
)
_PARTS = (
    ("xl/workbook.xml", Kind.XLSX),
    ("xl/workbook.bin", Kind.XLSB),
    ("word/document.xml", Kind.DOCX),
)
_PAGE_STARTS = (b"<!doctype html", b"<html", b"<table", b"<meta", b"<head", b"mime-version:")


def open_given(path: Path) -> BinaryIO:
    """The file, open for reading. Raises OSError; OddFileError for a device, pipe or socket."""
    handle = os.open(path, _FLAGS)  # a pipe is not waited for
    try:
        mode = os.fstat(handle).st_mode
        if stat.S_ISDIR(mode):
            raise IsADirectoryError(path)
        if not stat.S_ISREG(mode):
            raise OddFileError("這是裝置或管線，不是一般的檔案")
        return os.fdopen(handle, "rb")
    except BaseException:
        os.close(handle)
        raise


def read_given(path: Path, most: int) -> bytes:
    """All that stands in the file. Raises OSError; OddFileError for more than `most` bytes."""
    with open_given(path) as file:
        refuse_large(file, most)
        return file.read(most)


def refuse_large(file: BinaryIO, most: int) -> None:
    """Raise OddFileError where an open file has more than `most` bytes."""
    size = os.fstat(file.fileno()).st_size
    if size > most:
        raise OddFileError(f"檔案有 {size / 1e6:,.0f} MB，超過 {most // 1_000_000:,} MB")


def kind_of(content: bytes) -> Kind:
    """What content is, whatever its name says."""
    for start, kind in _STARTS:
        if content.startswith(start):
            return kind
    if content.startswith(_ZIP):
        return _kind_of_zip(content)
    head = content[:_HEAD].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if head.startswith(_PAGE_STARTS):
        return Kind.HTML
    if head.startswith(b"<?xml"):
        if b"office:spreadsheet" in head:
            return Kind.XML_SHEET
        return Kind.HTML if b"<html" in head else Kind.XML
    return Kind.UNKNOWN


def _kind_of_zip(content: bytes) -> Kind:
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, OSError):
        return Kind.OTHER_ZIP
    for part, kind in _PARTS:
        if part in names:
            return kind
    if "content.xml" not in names:
        return Kind.OTHER_ZIP
    return Kind.ODT if b"opendocument.text" in content[:_HEAD] else Kind.ODS
