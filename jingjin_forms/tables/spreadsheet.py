"""Workbooks (.xlsx, .xls, .ods), read by calamine; a sheet is unpacked when its rows are read."""

from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from itertools import islice
from typing import TYPE_CHECKING, Any

from jingjin_forms.errors import FileProblemError
from jingjin_forms.tables.cells import BadCell, cleaned
from jingjin_forms.tables.grid import Grid, Row, heading_texts
from jingjin_forms.tables.lost_cells import LostCells, lost_cells

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

SUFFIXES = (".xlsx", ".xlsm", ".xls", ".ods")


def grids(name: str, content: bytes) -> list[Grid]:
    """The sheets of a workbook that hold anything. Raises FileProblemError."""
    with ThreadPoolExecutor(1) as beside:  # calamine leaves Python to others while it reads
        scan = beside.submit(lost_cells, content, name)
        sheets = _sheets(content, name)
        lost = scan.result()
    found = [grid for sheet in sheets if (grid := _grid(sheet, lost.get(sheet.name, {})))]
    if not found:
        raise FileProblemError(f"{name}是空的。")
    return found


def _sheets(content: bytes, name: str) -> "list[CalamineSheet]":
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum

    try:
        book = CalamineWorkbook.from_filelike(BytesIO(content))
        known = [sheet for sheet in book.sheets_metadata if sheet.typ is SheetTypeEnum.WorkSheet]
        return [book.get_sheet_by_name(sheet.name) for sheet in known]
    except PasswordError:
        raise FileProblemError(f"{name}有密碼，請先移除密碼再存檔。") from None
    except (CalamineError, OSError):
        raise FileProblemError(
            f"{name}不是試算表，或檔案已損壞；請用 Excel 或 LibreOffice 開啟後另存為 .xlsx。"
        ) from None


def _grid(sheet: "CalamineSheet", lost: LostCells) -> Grid | None:
    rows = _rows(sheet, lost)
    head = next(((n, cells) for n, cells in rows if heading_texts(cells)), None)
    if head is None:
        return None
    number, cells = head

    def below() -> Iterator[Row]:
        return _rows(sheet, lost, after=number)

    merged = _merged(sheet, number)
    return Grid(sheet.name, heading_texts(cells), below, merged)


def _rows(sheet: "CalamineSheet", lost: LostCells, after: int = 0) -> Iterator[Row]:
    """The rows, their cells from column A on; calamine leaves out columns before the first cell."""
    start = sheet.start
    if start is None:
        return
    before = [""] * start[1]
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
