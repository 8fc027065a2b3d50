"""Text files: .csv in whichever encoding Excel wrote it, .jsonl line by line, .json and .yaml.

A .csv and a .jsonl are read as they are asked for, a row at a time.
"""

import codecs
import csv
from collections.abc import Iterator, Mapping, Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import Any, cast

from jingjin_forms.errors import FileProblemError, Problem
from jingjin_forms.facts import Facts
from jingjin_forms.facts.facts_file import TextFault, parse_json, parse_yaml
from jingjin_forms.tables.cells import BadCell
from jingjin_forms.tables.grid import Grid, Row, heading_texts
from jingjin_forms.tables.headings import plan_of

_ENCODINGS = ("utf-8-sig", "cp950", "big5")  # cp950 is the Big5 of Windows
_CHUNK = 1 << 20
_DELIMITERS = ",\t;"
_BROKEN = BadCell("這一列的引號只有一半，或內容太長；後面的列沒有讀。")

Entry = tuple[int, object]
"""The number of a row as the user sees it, and what is there: a mapping, or a Problem."""


def csv_grid(path: Path, name: str, form: type[Facts]) -> Grid:
    """A .csv file. Raises FileProblemError when it is in no encoding that is known."""
    encoding = _encoding(path, name)
    delimiter = max(_DELIMITERS, key=lambda mark: _fit(path, encoding, mark, form))
    head = next((row for row in _records(path, encoding, delimiter) if heading_texts(row[1])), None)
    if head is None:
        raise FileProblemError(f"{name}是空的。")
    number, cells = head

    def below() -> Iterator[Row]:
        return (row for row in _records(path, encoding, delimiter) if row[0] > number)

    return Grid("", heading_texts(cells), below)


def _encoding(path: Path, name: str) -> str:
    with path.open("rb") as file:
        if file.read(2) in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
            return "utf-16"  # what Excel calls Unicode text
    for encoding in _ENCODINGS:
        decoder = codecs.getincrementaldecoder(encoding)()
        try:
            with path.open("rb") as file:
                while chunk := file.read(_CHUNK):
                    decoder.decode(chunk)
            decoder.decode(b"", final=True)
            return encoding
        except UnicodeDecodeError:
            continue
    raise FileProblemError(f"{name}不是 UTF-8 或 Big5 編碼的文字檔；請用 Excel 另存為 .xlsx。")


def _fit(path: Path, encoding: str, delimiter: str, form: type[Facts]) -> tuple[int, int]:
    """How well the heading is understood when it is cut at this mark."""
    for _, cells in _records(path, encoding, delimiter):
        if headings := heading_texts(cells):
            plan = plan_of(form, headings)
            return len(plan.targets) + (plan.number is not None), len(headings)
    return 0, 0


def _records(path: Path, encoding: str, delimiter: str) -> Iterator[Row]:
    """Every record with the line it starts in; the last where one cannot be read."""
    with path.open(encoding=encoding, newline="") as file:
        reader = csv.reader(_without_separator_line(file), delimiter=delimiter, strict=True)
        line = 1
        while True:
            try:
                cells: Sequence[Any] = next(reader)
            except StopIteration:
                return
            except csv.Error:
                yield line, [_BROKEN]
                return
            yield line, cells
            line = reader.line_num + 1


def _without_separator_line(file: TextIOWrapper) -> Iterator[str]:
    """The lines, without the `sep=;` that Excel reads in the first one."""
    for number, line in enumerate(file):
        yield "\n" if number == 0 and line.lower().startswith("sep=") else line


def json_lines(path: Path) -> Iterator[Entry]:
    """The values of a .jsonl file, each with its line."""
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            text = line.removeprefix(codecs.BOM_UTF8) if number == 1 else line
            if text.strip():
                yield number, _json_line(number, text)


def _json_line(number: int, line: bytes) -> object:
    where = f"第 {number} 行"
    try:
        return parse_json(line.decode())
    except TextFault as fault:
        return Problem(where, f"{fault}")
    except UnicodeDecodeError:
        return Problem(where, "不是 UTF-8 編碼的文字。")
    except RecursionError:
        return Problem(where, "一層包一層太深，請檢查括號。")


def listed(path: Path, name: str, content: bytes) -> list[object]:
    """The rows of a .json or .yaml file. Raises FileProblemError saying what is wrong."""
    parse = parse_json if path.suffix.lower() == ".json" else parse_yaml
    try:
        found = parse(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise FileProblemError(f"{name}不是 UTF-8 編碼的文字檔，請用 UTF-8 另存。") from None
    except TextFault as fault:
        raise FileProblemError(f"{name}{fault}") from None
    except RecursionError:
        raise FileProblemError(f"{name}的內容一層包一層太深，請檢查括號。") from None
    if found is None or found == "":
        raise FileProblemError(f"{name}是空的。")
    if isinstance(found, Mapping):
        raise FileProblemError(f"{name}是一份資料，不是一批；每一份要是清單的一項（「- 」開頭）。")
    if not isinstance(found, list):
        raise FileProblemError(f"{name}裡要是清單，每一項是一份資料。")
    return cast(list[object], found)
