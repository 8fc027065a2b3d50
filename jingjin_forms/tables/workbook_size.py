"""How much a workbook makes of itself, known before calamine reads it.

calamine fills a whole rectangle from the first cell to the last, repeats a text wherever it is
referred to, and ends the process where there is no memory for that.
"""

import re
import struct
import zipfile
from collections.abc import Iterable, Iterator
from typing import Any
from xml.parsers import expat

from jingjin_forms.errors import FileProblemError
from jingjin_forms.files.archives import unpacked
from jingjin_forms.files.codes import TOO_LARGE

MOST_CELLS = 20_000_000
"""In the rectangle of a sheet: 1,048,576 rows of 19 columns."""
_MOST_XLS_CELLS = 5_000_000
_XLS_DIMENSIONS = re.compile(rb"\0\x02[\x0e\x0a]\0")
_MOST_TEXT = 500_000_000
"""Bytes of text in all cells together; a roster of 100,000 rows has 150 million."""
_MOST_ROW = 32_000_000
_MOST_STRING = 2_000_000
_LEAST_CELL = 16  # bytes of a cell that refers to a text

_ROW_END = b"row>"
_USUAL = re.compile(rb'<c (?!r="[A-Z][0-9]{1,5}"|r="[A-Z]{2}[0-9]{1,4}")|<c[>/\t\r\n]')
"""Finds a cell that does not lie in the first 26 columns and 99,999 rows, or in 702 and 9,999."""
_REFERENCE = re.compile(rb"""<(?:\w+:)?c\b(?:[^>]*?\sr\s*=\s*["']([A-Za-z]+)([0-9]+)["'])?""")
_ROW = re.compile(rb"""<(?:\w+:)?row\b[^>]*?\sr\s*=\s*["']([0-9]{1,18})""")
_TEXT = re.compile(rb"<(?:\w+:)?v[^>]*>\s*([0-9]+)")

_FAR = (
    "的工作表用到很遠的格子（{}），算起來有 {:,} 格，沒有讀；"
    "請刪去資料右邊與下面用不到的欄、列，再存檔。"
)
_LONG = "裡的內容展開後太大，沒有讀；請確認檔案來源，或用 Excel 開啟後另存。"


def check_xlsx(archive: zipfile.ZipFile, content: bytes, name: str) -> None:
    """Raise FileProblemError where an .xlsx would fill more memory than a roster does, BadZipFile
    where a part is not what the archive says."""
    sheets: list[zipfile.ZipInfo] = []
    lengths: list[int] = []
    for entry in archive.infolist():
        pieces = unpacked(content, entry)
        first = next(pieces, b"")
        if b"<sst" in first[:2000] or b":sst" in first[:2000]:
            lengths += _string_lengths(_again(first, pieces), name)
            continue
        extent = Extent(name)
        for rows in whole_rows(_again(first, pieces), name):
            extent.add(rows)
        if extent.has_cells:
            sheets.append(entry)
    size = sum(entry.file_size for entry in sheets)
    if lengths and size // _LEAST_CELL * max(lengths) > _MOST_TEXT:
        _check_text(content, sheets, lengths, name)


def check_xls(content: bytes, name: str) -> None:
    """Raise FileProblemError where a sheet of an .xls says that it reaches very far.

    calamine takes room for what the DIMENSIONS record says, so that is looked for in the bytes.
    """
    for found in _XLS_DIMENSIONS.finditer(content):
        at = found.end()
        kind = "<LLHH" if found.group().endswith(b"\x0e\0") else "<HHHH"
        if at + struct.calcsize(kind) > len(content):
            continue
        _, rows, _, columns = struct.unpack_from(kind, content, at)
        if rows * columns > _MOST_XLS_CELLS:
            cell = f"第 {rows:,} 列第 {columns:,} 欄"
            raise FileProblemError(name + _FAR.format(cell, rows * columns), code=TOO_LARGE)


def whole_rows(pieces: Iterable[bytes], name: str) -> Iterator[bytes]:
    """The text of a sheet piece by piece, none ending within a row."""
    rest = b""
    for piece in pieces:
        text = rest + piece
        end = text.rfind(_ROW_END) + len(_ROW_END)
        if end < len(_ROW_END):
            rest = text if b"<row" in text or b":row" in text else text[-len(_ROW_END) :]
            if len(rest) > _MOST_ROW:
                raise FileProblemError(f"{name}{_LONG}", code=TOO_LARGE)
            continue
        yield text[:end]
        rest = text[end:]
    yield rest


class Extent:
    """How far the cells of one sheet reach."""

    def __init__(self, name: str):
        self._name = name
        self._rows = self._columns = 0
        self._last = b""
        self.has_cells = False

    def add(self, rows: bytes) -> None:
        """Some whole rows. Raises FileProblemError where they make the sheet too large."""
        self.has_cells = self.has_cells or b"<row" in rows or b":row" in rows
        if not self.has_cells or (b":row" not in rows and _USUAL.search(rows) is None):
            return
        unnamed = 0
        for letters, digits in set(_REFERENCE.findall(rows)):
            if not letters:
                unnamed = max(row.count(b"c") for row in rows.split(_ROW_END))
            elif len(letters) > 3 or len(digits) > 7:
                self._reach(1 << 14, 1 << 21, letters + digits)
            else:
                self._reach(_column(letters), int(digits), letters + digits)
        if unnamed:  # such a cell lies in the row that its row says
            said = max(map(int, _ROW.findall(rows)), default=0)
            self._reach(unnamed, max(said, self._rows) + rows.count(_ROW_END), b"")

    def _reach(self, column: int, row: int, cell: bytes) -> None:
        if column > self._columns or row > self._rows:
            self._columns, self._rows = max(column, self._columns), max(row, self._rows)
            self._last = cell or self._last
        if (cells := self._columns * self._rows) > MOST_CELLS:
            told = self._name + _FAR.format(self._last.decode(), cells)
            raise FileProblemError(told, code=TOO_LARGE)


def _column(letters: bytes) -> int:
    column = 0
    for letter in letters.upper():
        column = column * 26 + letter - ord("A") + 1
    return column


def _string_lengths(pieces: Iterable[bytes], name: str) -> list[int]:
    """The length of each text that cells refer to, with its markup."""
    lengths: list[int] = []
    rest = b""
    for piece in pieces:
        *strings, rest = (rest + piece).split(b"si>")
        lengths += map(len, strings)
        if len(rest) > _MOST_STRING:
            raise FileProblemError(f"{name}{_LONG}", code=TOO_LARGE)
    return lengths[1::2]  # what stands between <si> and </si>


def _check_text(
    content: bytes, sheets: Iterable[zipfile.ZipInfo], lengths: list[int], name: str
) -> None:
    total, count = 0, len(lengths)
    for entry in sheets:
        for rows in whole_rows(unpacked(content, entry), name):
            numbers = map(int, filter(lambda digits: len(digits) < 10, _TEXT.findall(rows)))
            total += sum(lengths[number] for number in numbers if number < count)
            if total > _MOST_TEXT:
                raise FileProblemError(f"{name}{_LONG}", code=TOO_LARGE)


def _again(first: bytes, rest: Iterator[bytes]) -> Iterator[bytes]:
    yield first
    yield from rest


def check_ods(pieces: Iterable[bytes], name: str) -> None:
    """Raise FileProblemError where the cells of an .ods and their repetitions are too many,
    ExpatError where its XML breaks off (calamine would look for the end for ever)."""
    sheet = _RepeatedCells(name)
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda tag, marks: sheet.start(tag, marks, parser.CurrentByteIndex)
    parser.EndElementHandler = lambda tag: sheet.end(tag, parser.CurrentByteIndex)
    parser.CharacterDataHandler = sheet.fill
    parser.StartDoctypeDeclHandler = sheet.refuse
    for piece in pieces:
        parser.Parse(piece)
    parser.Parse(b"", True)


class _RepeatedCells:
    """Where in a sheet the reading of its XML is; positions count what is repeated."""

    def __init__(self, name: str):
        self._name = name
        self._row = self._rows = self._columns = 0
        self._row_times = self._column = self._row_columns = 0
        self._times = self._cell_start = self._text = 0
        self._is_filled = False

    def refuse(self, *_: Any) -> None:
        """What no roster holds."""
        raise FileProblemError(f"{self._name}{_LONG}", code=TOO_LARGE)

    def fill(self, _: str) -> None:
        """Some text."""
        self._is_filled = True

    def start(self, tag: str, marks: dict[str, str], at: int) -> None:
        """The head of an element."""
        if tag.endswith("-cell"):
            self._times = self._repeated(marks, "columns")
            self._cell_start = at
            self._is_filled = "office:value-type" in marks
        elif tag.endswith(":table-row"):
            self._row_times = self._repeated(marks, "rows")
            self._column = self._row_columns = 0
        elif tag.endswith(":table"):
            self._row = self._rows = self._columns = 0

    def end(self, tag: str, at: int) -> None:
        """The end of an element."""
        if tag.endswith("-cell"):
            self._column += self._times
            if self._is_filled:
                self._row_columns = self._column
                self._text += (at - self._cell_start) * self._times * self._row_times
        elif tag.endswith(":table-row"):
            self._row += self._row_times
            if self._row_columns:
                self._rows, self._columns = self._row, max(self._columns, self._row_columns)
            self._check()

    def _repeated(self, marks: dict[str, str], what: str) -> int:
        times = marks.get(f"table:number-{what}-repeated", "1")
        if not times.isascii() or not times.isdigit() or len(times) > 9:
            self.refuse()
        return int(times)

    def _check(self) -> None:
        cells = self._rows * self._columns
        if cells > MOST_CELLS:
            cell = f"第 {self._rows:,} 列"
            raise FileProblemError(self._name + _FAR.format(cell, cells), code=TOO_LARGE)
        if self._text > _MOST_TEXT:
            self.refuse()
