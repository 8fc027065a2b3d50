"""Reading a table: each row the facts of one form, in order, as they are asked for."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

from jingjin_forms.errors import FactsError, FileProblemError, JingjinError, Problem, shortened
from jingjin_forms.facts import Facts, is_empty
from jingjin_forms.facts.fields import instructions
from jingjin_forms.facts.records import Record, record_of
from jingjin_forms.files.codes import ANOTHER_KIND, UNREADABLE
from jingjin_forms.files.given import WORKBOOK_STARTS, Kind, kind_of, open_given, read_given
from jingjin_forms.files.handed import StrPath, path_of
from jingjin_forms.files.reasons import code_of
from jingjin_forms.tables import codes, spreadsheet, text_files
from jingjin_forms.tables.columns import EXAMPLE
from jingjin_forms.tables.headings import HeadingPlan, plan_of
from jingjin_forms.tables.raw_rows import RawRow, as_read
from jingjin_forms.tables.raw_table import RawTable, Row, heading_texts
from jingjin_forms.tables.rows import TableRow, filled
from jingjin_forms.tables.table_class import table_class
from jingjin_forms.tables.workbook import rows_of_grids

_SUFFIXES = (*spreadsheet.SUFFIXES, ".csv", ".json", ".jsonl", ".yaml", ".yml")
_HEADINGS_KEPT = 256
_HEAD = 4096
_OPEN_AND_SAVE = "請用 Excel 或 LibreOffice 開啟後另存為 .xlsx"


def read_table(
    source: "StrPath | Iterable[Record]", form: type[Facts] | StrPath
) -> Iterator[TableRow]:
    """The rows of a spreadsheet, text file, list of records or pandas DataFrame, for a form by
    class or as `get_form` takes it, or for the packets of an application by its class or key. A
    record is a mapping, a form, a named tuple, a dataclass, a row of a database or a Series.

    A file's headings are looked at before this returns; a row that is wrong as a row says so in its
    `problems`. Blank rows and those whose 編號 is 範例 are left out. Raises FileProblemError for a
    file that cannot be read, FactsError naming every problem of its headings.
    """
    return map(as_read, read_raw(source, table_class(form)))


def read_raw(
    source: "str | os.PathLike[str] | Iterable[Record]", form: type[Facts]
) -> Iterator[TableRow | RawRow]:
    """As `read_table`, but the cells of spreadsheets are left to `RawRow.read`."""
    if isinstance(source, str | os.PathLike):
        return _file_rows(path_of(source, "表格"), form)
    kind = type(source)
    if kind.__name__ == "DataFrame" and kind.__module__.partition(".")[0] == "pandas":
        return rows_of_grids("DataFrame", [_frame(cast(Any, source))], form)
    if isinstance(source, Mapping):
        raise FactsError(
            "資料", [Problem("資料", "是一份資料，不是一批；請放進清單裡。", code=codes.NOT_A_LIST)]
        )
    if not isinstance(source, Iterable) or isinstance(source, bytes | bytearray):  # pyright: ignore[reportUnnecessaryIsInstance] (callers may be wrong)
        fault = "要給表格的路徑、一份一份資料的清單，或 DataFrame。"
        raise FactsError("資料", [Problem("資料", fault, source, code=codes.NOT_A_LIST)])
    return _mappings(enumerate(cast(Iterable[object], source), 1), form, "第 {} 項")


def _file_rows(path: Path, form: type[Facts]) -> Iterator[TableRow | RawRow]:
    name, suffix = f"「{shortened(str(path), limit=200)}」", path.suffix.lower()
    if suffix not in _SUFFIXES:
        told = f"{name}不是能讀的表格，副檔名要是 {'、'.join(_SUFFIXES)}。"
        raise FileProblemError(told, code=ANOTHER_KIND)
    return _told(_opened(path, name, suffix, form), name)


def _told(rows: Iterator[TableRow | RawRow], name: str) -> Iterator[TableRow | RawRow]:
    """The rows; a disk that fails on the way is a FileProblemError naming the file."""
    try:
        yield from rows
    except OSError as error:
        raise _unreadable(error, name) from None


def _opened(path: Path, name: str, suffix: str, form: type[Facts]) -> Iterator[TableRow | RawRow]:
    try:
        with open_given(path) as file:
            head = file.read(_HEAD)
        if head.startswith(WORKBOOK_STARTS):
            content = read_given(path, spreadsheet.MOST_BYTES)
            if (kind := kind_of(content)) in spreadsheet.KINDS:
                return rows_of_grids(name, spreadsheet.grids(name, content), form)
        else:
            kind = kind_of(head)
        if kind is not Kind.UNKNOWN:
            told = f"{name}不是試算表，其實是「{kind}」；{_OPEN_AND_SAVE}。"
            raise FileProblemError(told, code=ANOTHER_KIND)
        if suffix in spreadsheet.SUFFIXES and not any(mark in head for mark in b",\t;"):
            told = f"{name}不是試算表，或檔案已損壞；{_OPEN_AND_SAVE}。"
            raise FileProblemError(told, code=ANOTHER_KIND)
        if suffix == ".csv" or suffix in spreadsheet.SUFFIXES:  # Excel saves texts as .xls, too
            return rows_of_grids(name, [text_files.csv_grid(path, name, form)], form)
        if suffix == ".jsonl":
            return _mappings(text_files.json_lines(path), form, "第 {} 行")
        return _mappings(
            enumerate(text_files.listed(path, name, instructions(form)), 1), form, "第 {} 項"
        )
    except (OSError, ValueError) as error:
        raise _unreadable(error, name) from None


def _unreadable(error: OSError | ValueError, name: str) -> JingjinError:
    if isinstance(error, JingjinError):
        return error
    told = f"無法讀取{name}（{error}）。"
    if isinstance(error, FileNotFoundError):
        told = f"找不到{name}。"
    elif isinstance(error, IsADirectoryError):
        told = f"{name}是資料夾，不是檔案。"
    elif isinstance(error, PermissionError):
        told = f"沒有讀取{name}的權限。"
    return FileProblemError(told, code=code_of(error, UNREADABLE))


def _frame(frame: Any) -> RawTable:
    """A pandas DataFrame; what it calls NaN is blank, and a cell may hold a list."""

    def rows() -> Iterator[Row]:
        return enumerate(cast(Iterable[Sequence[Any]], frame.itertuples(index=False, name=None)), 1)

    return RawTable("", heading_texts([*frame.columns]), rows, is_nested=True)


def _mappings(
    entries: Iterable[tuple[int, object]], form: type[Facts], where: str
) -> Iterator[TableRow]:
    """Rows that are records, whose values may be parts and lists as in a facts file."""

    @lru_cache(_HEADINGS_KEPT)
    def plan_for(keys: tuple[str, ...]) -> HeadingPlan:
        return plan_of(form, keys, nested=True)

    for number, entry in entries:
        if isinstance(entry, Problem):
            yield TableRow(number, "", {}, (entry,))
        elif (given := record_of(entry)) is None:
            told = "要是一份資料（欄位與內容）。"
            fault = Problem(where.format(number), told, entry, code=codes.NOT_A_GROUP)
            yield TableRow(number, "", {}, (fault,))
        elif not is_empty(given):
            keys = tuple(map(str, given))
            row = _mapping_row(number, plan_for(keys), [*given.values()])
            if row.key != EXAMPLE and (row.facts or row.problems):
                yield row


def _mapping_row(number: int, plan: HeadingPlan, values: Sequence[object]) -> TableRow:
    row = filled(plan, values, len(values))
    return TableRow(number, row.key, row.facts, (*plan.problems, *row.problems))
