"""The report as a workbook: every text as it is, none a formula."""

import re
from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Any

from jingjin_forms.batch.results import RowResult
from jingjin_forms.errors import FileProblemError

_HEADINGS = ("列", "編號", "檔案", "結果", "問題", "檢核")
_LONGEST_CELL = 32_767  # Excel's limit, in units of UTF-16
_MOST_ROWS = 1_000_000  # of a sheet; Excel's limit is 1,048,576
_not_xml = re.compile("[^\t\n -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def workbook(report: Iterable[RowResult]) -> bytes:
    """The rows as .xlsx. Raises FileProblemError where the temporary folder takes no more."""
    from openpyxl import Workbook

    book: Any = Workbook(write_only=True)
    rows = iter(report)
    try:
        is_left = _sheet(book, "報告", rows)
        while is_left:
            is_left = _sheet(book, f"報告{len(book.sheetnames) + 1}", rows)
        out = BytesIO()
        book.save(out)
    except OSError as error:  # openpyxl keeps its sheets in temporary files
        reason = error.strerror or error
        raise FileProblemError(f"無法寫出 .xlsx 的報告：暫存資料夾寫不進去（{reason}）。") from None
    return out.getvalue()


def _sheet(book: Any, title: str, rows: Iterator[RowResult]) -> bool:
    """One sheet of the rows; whether there may be more."""
    sheet: Any = book.create_sheet(title)
    sheet.append(_HEADINGS)
    for count, result in enumerate(rows, 1):
        texts = [result.key, result.file, str(result.outcome)]
        told = ["\n".join(result.problems), "\n".join(result.findings)]
        sheet.append([result.number, *(_cell(sheet, text) for text in [*texts, *told])])
        if count == _MOST_ROWS:
            return True
    return False


def _cell(sheet: Any, text: str) -> Any:
    """The text as a cell that no spreadsheet takes for a formula, then or when it is edited."""
    shown = _shown(text)
    if not shown.startswith(("=", "+", "-", "@")):
        return shown
    from openpyxl.cell import WriteOnlyCell

    cell: Any = WriteOnlyCell(sheet, value=shown)
    cell.data_type = "s"
    cell.quotePrefix = True
    return cell


def _shown(text: str) -> str:
    """The text with what XML cannot hold made visible, and what is too long cut."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _not_xml.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
    units = text.encode("utf-16-le")
    if len(units) <= 2 * _LONGEST_CELL:
        return text
    return units[: 2 * (_LONGEST_CELL - 1)].decode("utf-16-le", errors="ignore") + "…"
