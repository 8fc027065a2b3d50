"""A workbook whose rows are written as they come, so that memory stays flat.

with streamed_workbook("經費概算表") as book:
    sheet = book.create_sheet("資料")
    sheet.append([plain_text(sheet, "=1+1")])
    content = finished(book)
"""

import os
import re
from collections.abc import Generator
from contextlib import contextmanager, suppress
from copy import copy
from typing import Any

from jingjin_forms.errors import FileProblemError
from jingjin_forms.files.codes import NOT_WRITTEN
from jingjin_forms.files.reasons import code_of, reason_of
from jingjin_forms.tables.making.sheet_style import set_value
from jingjin_forms.tables.making.value_kinds import TEXT_FORMAT
from jingjin_forms.tables.making.workbook_bytes import workbook_bytes

LAST_ROW = 1_048_576
LONGEST_CELL = 32_767
"""Excel's limits; that of a cell in units of UTF-16."""
_FORMULA = ("=", "+", "-", "@")
_not_xml = re.compile("[^\t\n -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@contextmanager
def streamed_workbook(title: str) -> Generator[Any]:
    """A workbook without sheets; its temporary files go with the block.

    Raises FileProblemError where the temporary folder takes no more.
    """
    from openpyxl import Workbook

    book: Any = Workbook(write_only=True)
    book.properties.title = title
    book.properties.creator = "jingjin_forms"
    try:
        yield book
    except FileProblemError:
        raise
    except OSError as error:  # openpyxl keeps its sheets in temporary files
        told = f"無法寫出 .xlsx：暫存資料夾寫不進去（{reason_of(error)}）。"
        raise FileProblemError(told, code=code_of(error, NOT_WRITTEN)) from None
    finally:
        for sheet in book.worksheets:
            _end(sheet)


def finished(book: Any) -> bytes:
    """The .xlsx: equal rows give equal bytes."""
    return workbook_bytes(book)


def plain_text(sheet: Any, text: str) -> Any:
    """The text as a cell that no spreadsheet takes for a formula, then or when it is edited; it
    has no style of its own."""
    shown = _shown(text)
    if not shown.startswith(_FORMULA):
        return shown
    from openpyxl.cell import WriteOnlyCell

    cell: Any = WriteOnlyCell(sheet, value=shown)
    cell.data_type = "s"
    cell.quotePrefix = True
    return cell


class Cells:
    """Makes the cells of one sheet; how each sort of cell looks is worked out once."""

    def __init__(self, sheet: Any) -> None:
        self._sheet = sheet
        self._styles: dict[tuple[str, bool], Any] = {}

    def text(self, text: str) -> Any:
        """The text as a cell that no spreadsheet takes for a formula, then or when it is edited.

        What XML cannot hold is made visible, and what is too long cut.
        """
        shown = _shown(text)
        cell = self._cell(TEXT_FORMAT, shown.startswith(_FORMULA))
        set_value(cell, shown)
        return cell

    def number(self, number: int | float, shown_as: str) -> Any:
        """A number, and the number format it is shown in."""
        cell = self._cell(shown_as, False)
        cell.value = number
        return cell

    def _cell(self, number_format: str, is_quoted: bool) -> Any:
        from openpyxl.cell import WriteOnlyCell
        from openpyxl.styles import Alignment

        cell: Any = WriteOnlyCell(self._sheet)
        style = self._styles.get((number_format, is_quoted))
        if style is None:
            cell.number_format = number_format
            cell.alignment = Alignment(vertical="top", wrap_text=True)
            cell.quotePrefix = is_quoted
            self._styles[number_format, is_quoted] = cell._style
        else:
            cell._style = copy(style)
        return cell


def _shown(text: str) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _not_xml.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
    units = text.encode("utf-16-le")
    if len(units) <= 2 * LONGEST_CELL:
        return text
    return units[: 2 * (LONGEST_CELL - 1)].decode("utf-16-le", errors="ignore") + "…"


def _end(sheet: Any) -> None:
    """Take away the file in which openpyxl keeps a sheet, which a failure leaves until the end of
    the process; closed first, or Python would complain of its generators."""
    writer = getattr(sheet, "_writer", None)
    if writer is None:
        return
    with suppress(Exception):  # what is wrong with the disk has been told
        if not sheet.closed:
            sheet.close()
    with suppress(OSError, ValueError):  # ValueError: it is gone already, as it should be
        if os.path.lexists(writer.out):
            writer.cleanup()
