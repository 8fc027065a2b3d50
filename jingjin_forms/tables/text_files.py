"""Text files: .csv in whichever encoding Excel wrote it, .jsonl line by line, .json and .yaml.

A .csv and a .jsonl are read as they are asked for, a row at a time.
"""

import codecs
import csv
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import partial
from io import TextIOWrapper
from pathlib import Path
from typing import Any, BinaryIO, cast

from jingjin_forms.errors import FactsError, FileProblemError, Problem
from jingjin_forms.facts import Facts
from jingjin_forms.facts.facts_file import TextFault, parse_json, parse_yaml
from jingjin_forms.facts.yaml_losses import Remark, lost_in
from jingjin_forms.files.codes import ANOTHER_KIND, EMPTY, TOO_LARGE
from jingjin_forms.files.given import open_given, read_given, refuse_large
from jingjin_forms.tables import codes
from jingjin_forms.tables.cells import BadCell
from jingjin_forms.tables.headings import plan_of
from jingjin_forms.tables.odd_bytes import Encoding, encoding_of
from jingjin_forms.tables.raw_table import RawTable, Row, heading_texts

_DELIMITERS = ",\t;"
_MOST_CSV = 500_000_000
_MOST_LISTED = {".json": 200_000_000, ".yaml": 20_000_000, ".yml": 20_000_000}
"""Bytes of a file that is read as a whole; YAML takes ten seconds for a million."""
_MOST_COLUMNS = 16_384  # as many as Excel has
_LONGEST = 2_000_000  # characters of a row: hundreds of pages
_TRIES = 50  # so many times as long a line may be, and the next one is still looked for
_BROKEN = BadCell("這一列的引號只有一半，或內容太長；後面的列沒有讀。")

_LONG = BadCell(f"這一列超過 {_LONGEST:,} 字，沒有讀。")

Entry = tuple[int, object]
"""The number of a row as the user sees it, and what is there: a mapping, or a Problem."""


def csv_grid(path: Path, name: str, form: type[Facts]) -> RawTable:
    """A .csv file. Raises FileProblemError when it is in no encoding that is known, or too large;
    OSError."""
    with open_given(path) as file:
        refuse_large(file, _MOST_CSV)
    encoding = encoding_of(path)
    if encoding is None:
        told = f"{name}不是 UTF-8 或 Big5 編碼的文字檔；請用 Excel 另存為 .xlsx。"
        raise FileProblemError(told, code=ANOTHER_KIND)
    delimiter = max(_DELIMITERS, key=lambda mark: _fit(path, encoding, mark, form))
    head = next((row for row in _records(path, encoding, delimiter) if heading_texts(row[1])), None)
    if head is None:
        raise FileProblemError(f"{name}是空的。", code=EMPTY)
    number, cells = head
    if len(headings := heading_texts(cells)) > _MOST_COLUMNS:
        raise FileProblemError(
            f"{name}的標題有 {len(headings):,} 欄，超過 {_MOST_COLUMNS:,} 欄，沒有讀。",
            code=TOO_LARGE,
        )

    def below() -> Iterator[Row]:
        return (row for row in _records(path, encoding, delimiter) if row[0] > number)

    return RawTable("", headings, below)


def _fit(path: Path, encoding: Encoding, delimiter: str, form: type[Facts]) -> tuple[int, int]:
    """How well the heading is understood when it is cut at this mark."""
    for _, cells in _records(path, encoding, delimiter):
        if headings := heading_texts(cells):
            plan = plan_of(form, headings[:_MOST_COLUMNS])
            return len(plan.targets) + (plan.number is not None), len(headings)
    return 0, 0


def _records(path: Path, encoding: Encoding, delimiter: str) -> Iterator[Row]:
    """Every record with the line it starts in; the last where one cannot be read."""
    with TextIOWrapper(open_given(path), encoding.name, encoding.errors, newline="") as file:
        lines = _Lines(file)
        reader = csv.reader(lines, delimiter=delimiter, strict=True)
        line = 1
        while True:
            try:
                lines.taken = 0
                cells: Sequence[Any] = next(reader)
            except StopIteration:
                return
            except csv.Error:
                if lines.taken:  # it broke off within a record: what follows cannot be told apart
                    yield line, [_BROKEN]
                    return
                cells = [_LONG]
            if encoding.errors != "strict":
                cells = [
                    cell if isinstance(cell, BadCell) else _read(encoding, cell) for cell in cells
                ]
            yield line, cells
            line = lines.number + 1


def _read(encoding: Encoding, cell: str | BadCell) -> str | BadCell:
    return cell if isinstance(cell, BadCell) else encoding.fault(cell) or cell


class _Lines:
    """The lines of a .csv, none of them endless, without the `sep=;` that Excel reads first."""

    def __init__(self, file: TextIOWrapper):
        self._file = file
        self.number = 0
        self.taken = 0
        """Characters of the record that is being read."""

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        line = self._file.readline(_LONGEST)
        if not line:
            raise StopIteration
        self.number += 1
        if len(line) == _LONGEST and not line.endswith("\n"):
            while len(rest := self._file.readline(_LONGEST)) == _LONGEST and rest[-1] != "\n":
                pass
            raise csv.Error("a line is too long")
        self.taken += len(line)
        if self.taken > _LONGEST:
            raise csv.Error("a record is too long")
        return "\n" if self.number == 1 and line.lower().startswith("sep=") else line


def json_lines(path: Path) -> Iterator[Entry]:
    """The values of a .jsonl file, each with its line."""
    with open_given(path) as file:
        number = 0
        while line := file.readline(_LONGEST):
            number += 1
            text = line.removeprefix(codecs.BOM_UTF8) if number == 1 else line
            if len(line) == _LONGEST and not line.endswith(b"\n"):
                yield number, Problem(f"第 {number} 行", _LONG.fault, code=codes.UNREADABLE)
                if not _skipped(file):
                    return
            elif text.strip():
                yield number, _json_line(number, text)


def _skipped(file: BinaryIO) -> bool:
    """Whether the rest of a line was passed over; False for one that has no end in sight."""
    for _ in range(_TRIES):
        rest = file.readline(_LONGEST)
        if len(rest) < _LONGEST or rest.endswith(b"\n"):
            return True
    return False


def _json_line(number: int, line: bytes) -> object:
    where = f"第 {number} 行"
    try:
        return parse_json(line.decode())
    except TextFault as fault:
        return Problem(where, f"{fault}", code=codes.UNREADABLE)
    except UnicodeDecodeError:
        return Problem(where, "不是 UTF-8 編碼的文字。", code=codes.UNREADABLE)
    except RecursionError:
        return Problem(where, "一層包一層太深，請檢查括號。", code=codes.UNREADABLE)


def listed(path: Path, name: str, notes: Collection[str] = ()) -> list[object]:
    """The rows of a .json or .yaml file. `notes` are the comments that lose nothing.

    Raises FileProblemError saying what is wrong, FactsError for facts in comments; OSError.
    """
    suffix = path.suffix.lower()
    remarks: list[Remark] = []
    parse = parse_json if suffix == ".json" else partial(parse_yaml, remarks=remarks)
    content = read_given(path, _MOST_LISTED[suffix])
    try:
        found = parse(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        told = f"{name}不是 UTF-8 編碼的文字檔，請用 UTF-8 另存。"
        raise FileProblemError(told, code=ANOTHER_KIND) from None
    except TextFault as fault:
        raise FileProblemError(f"{name}{fault}") from None
    except RecursionError:
        raise FileProblemError(f"{name}的內容一層包一層太深，請檢查括號。") from None
    if found is None or found == "":
        raise FileProblemError(f"{name}是空的。", code=EMPTY)
    if isinstance(found, Mapping):
        raise FileProblemError(f"{name}是一份資料，不是一批；每一份要是清單的一項（「- 」開頭）。")
    if not isinstance(found, list):
        raise FileProblemError(f"{name}裡要是清單，每一項是一份資料。")
    if lost := lost_in(remarks, notes):
        raise FactsError(name, lost)
    return cast(list[object], found)
