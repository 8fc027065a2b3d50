"""Workbooks (.xlsx, .xls, .ods), read by calamine; a sheet is unpacked when its rows are read."""

from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from itertools import islice
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import ParseError
from xml.parsers.expat import ExpatError
from zipfile import BadZipFile, ZipFile

from jingjin_forms.errors import FileProblemError, JingjinError
from jingjin_forms.files.archives import MOST_ROSTER_BYTES, open_archive, unpacked
from jingjin_forms.files.codes import ANOTHER_KIND, DAMAGED, EMPTY, PASSWORD
from jingjin_forms.files.given import Kind, kind_of
from jingjin_forms.tables.cells import BadCell, cleaned
from jingjin_forms.tables.lost_cells import ODS_PART, LostCells, lost_cells
from jingjin_forms.tables.raw_table import RawTable, Row, heading_texts
from jingjin_forms.tables.workbook_size import check_ods, check_xls, check_xlsx

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

SUFFIXES = (".xlsx", ".xlsm", ".xls", ".ods")
KINDS = (Kind.XLSX, Kind.ODS, Kind.OLE)
MOST_BYTES = 200_000_000
"""Of a workbook as it lies on the disk."""
_Read = tuple["list[CalamineSheet]", Mapping[str, LostCells]]
_DAMAGED = (KeyError, ValueError, NotImplementedError, BadZipFile, ParseError, ExpatError)
_DAMAGED_REMEDY = "已損壞；請用 Excel 或 LibreOffice 開啟後另存。"
_NO_WORKBOOK = "不是試算表，或檔案已損壞；請用 Excel 或 LibreOffice 開啟後另存為 .xlsx。"


def grids(name: str, content: bytes) -> list[RawTable]:
    """The sheets of a workbook that hold anything. Raises FileProblemError."""
    if kind_of(content) is Kind.OLE:
        check_xls(content, name)
        read: _Read = _sheets(content, name), {}
    else:
        try:
            with open_archive(content, name, most=MOST_ROSTER_BYTES) as archive:
                read = _zipped(archive, content, name)
        except JingjinError:
            raise
        except _DAMAGED:
            raise FileProblemError(f"{name}{_DAMAGED_REMEDY}", code=DAMAGED) from None
    sheets, lost = read
    found = [grid for sheet in sheets if (grid := _grid(sheet, lost.get(sheet.name, {})))]
    if not found:
        raise FileProblemError(f"{name}是空的。", code=EMPTY)
    return found


def _zipped(archive: ZipFile, content: bytes, name: str) -> _Read:
    """The sheets of an .xlsx or .ods whose size has been looked at."""
    parts = {entry.filename: entry for entry in archive.infolist()}
    check_xlsx(archive, content, name)
    if ODS_PART in parts:
        check_ods(unpacked(content, parts[ODS_PART]), name)
    with ThreadPoolExecutor(1) as beside:  # calamine leaves Python to others while it reads
        scan = beside.submit(lost_cells, archive, content, name)
        sheets = _sheets(content, name)
        return sheets, scan.result()


def _sheets(content: bytes, name: str) -> "list[CalamineSheet]":
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum

    try:
        book = CalamineWorkbook.from_filelike(BytesIO(content))
        known = [sheet for sheet in book.sheets_metadata if sheet.typ is SheetTypeEnum.WorkSheet]
        return [book.get_sheet_by_name(sheet.name) for sheet in known]
    except PasswordError:
        raise FileProblemError(f"{name}有密碼，請先移除密碼再存檔。", code=PASSWORD) from None
    except (CalamineError, OSError):
        raise FileProblemError(f"{name}{_NO_WORKBOOK}", code=ANOTHER_KIND) from None
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # how Rust says that it met what cannot be
            raise
        raise FileProblemError(f"{name}{_DAMAGED_REMEDY}", code=DAMAGED) from None


def _grid(sheet: "CalamineSheet", lost: LostCells) -> RawTable | None:
    rows = _rows(sheet, lost)
    head = next(((n, cells) for n, cells in rows if heading_texts(cells)), None)
    if head is None:
        return None
    number, cells = head

    def below() -> Iterator[Row]:
        return _rows(sheet, lost, after=number)

    merged = _merged(sheet, number)
    return RawTable(sheet.name, heading_texts(cells), below, merged)


def _rows(sheet: "CalamineSheet", lost: LostCells, after: int = 0) -> Iterator[Row]:
    """The rows, their cells from column A on; calamine leaves out columns before the first cell."""
    start = sheet.start
    if start is None:
        return
    before = [""] * start[1]
    if not before and not lost:
        yield from enumerate(islice(sheet.iter_rows(), after, None), after + 1)
        return
    for number, cells in enumerate(islice(sheet.iter_rows(), after, None), after + 1):
        found: list[Any] = before + cells if before else cells
        if number in lost:
            found = _with_lost(found, lost[number])
        yield number, found


def _with_lost(cells: list[Any], lost: Mapping[int, BadCell]) -> list[Any]:
    cells = cells + [""] * (max(lost) + 1 - len(cells))
    for column, cell in lost.items():
        if cleaned(cells[column]) is None:  # calamine may have read it after all
            cells[column] = cell
    return cells


def _merged(sheet: "CalamineSheet", number: int) -> str:
    """The first merged range that the heading is in."""
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or []:
        if top < number <= bottom + 1:
            return f"{_letters(left)}{top + 1}:{_letters(right)}{bottom + 1}"
    return ""


def _letters(column: int) -> str:
    """0 is A, 26 is AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
