"""The report as a workbook: every text as it is, none a formula.

The first sheets have a row for each row of the roster, the last one a row for each problem and
finding, by its sheet and row.
"""

from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from dataclasses import dataclass
from itertools import islice
from typing import Any

from jingjin_forms.batch.report.as_csv import HEADINGS, texts_of
from jingjin_forms.batch.report.links import Links
from jingjin_forms.batch.report.results import RowResult
from jingjin_forms.batch.report.told import Told, findings_of, needs_somebody, problems_of
from jingjin_forms.errors import place, shortened
from jingjin_forms.tables.making.sheet_style import set_heading
from jingjin_forms.tables.making.streamed_workbook import (
    Cells,
    finished,
    plain_text,
    streamed_workbook,
)

ROWS, EACH = "報告", "逐項"
_EACH_HEADINGS = ("學校名稱", "工作表", "列", "編號", "輕重", "欄位", "填的內容", "說明", "檔案")
_WIDTHS = (8, 10, 28, 40, 14, 60, 60)
_EACH_WIDTHS = (28, 14, 8, 10, 10, 30, 24, 70, 40)
_MOST_ROWS = 1_000_000  # of a sheet; Excel's limit is 1,048,576
_MOST_LINKS = 60_000  # of a sheet; Excel's limit is 65,530
_SHORT = 24
"""Characters that no column has to break."""
_RED, _YELLOW = "FFFDECEA", "FFFFF4CE"


def workbook(report: Iterable[RowResult], links: Links) -> bytes:
    """The rows as .xlsx. Raises FileProblemError where the temporary folder takes no more."""
    rows, each = iter(report), _each(report)
    with streamed_workbook("報告") as book:
        _sheets(book, ROWS, HEADINGS, _WIDTHS, (_row(result, links) for result in rows))
        _sheets(book, EACH, _EACH_HEADINGS, _EACH_WIDTHS, (_told(*one) for one in each))
        return finished(book)


@dataclass
class _Cells:
    """What stands in a row, and how it looks."""

    texts: Sequence[str | int]
    link: str = ""
    linked: int = 0
    """Which of the texts leads there."""
    colour: str = ""
    coloured: int = 0
    """Which of the texts has the colour."""


def _row(result: RowResult, links: Links) -> _Cells:
    texts = (result.number, *texts_of(result))
    made = _Cells(texts, links.to(result), HEADINGS.index("檔案"))
    if needs_somebody(result):
        made.colour, made.coloured = _RED, HEADINGS.index("結果")
    return made


def _told(result: RowResult, one: Told) -> _Cells:
    value = "" if one.detail.value is None else shortened(str(one.detail.value), 200)
    where = place(one.detail.path) if one.detail.path else ""
    texts = (result.school, one.sheet, one.row, result.key, one.weight, where, value, one.text)
    made = _Cells((*texts, result.file))
    made.colour = _YELLOW if one.weight == "提醒" else _RED
    made.coloured = _EACH_HEADINGS.index("輕重")
    return made


def _each(report: Iterable[RowResult]) -> Iterator[tuple[RowResult, Told]]:
    for result in report:
        for one in (*problems_of(result), *findings_of(result)):
            yield result, one


def _sheets(
    book: Any, title: str, heads: Sequence[str], widths: Sequence[int], rows: Iterator[_Cells]
) -> None:
    """As many sheets as the rows need, at least one."""
    number = 1
    while _sheet(book, title if number == 1 else f"{title}{number}", heads, widths, rows):
        number += 1


def _sheet(
    book: Any, title: str, heads: Sequence[str], widths: Sequence[int], rows: Iterator[_Cells]
) -> bool:
    """One sheet of the rows, its head in sight and with a filter; whether there may be more."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.utils import get_column_letter

    sheet: Any = book.create_sheet(title)
    sheet.freeze_panes = "A2"
    for column, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    cells: list[Any] = [WriteOnlyCell(sheet) for _ in heads]
    for cell, head in zip(cells, heads, strict=True):
        set_heading(cell, head, False, "")
    sheet.append(cells)
    looks, count = _Looks(sheet), 0
    for count, row in enumerate(islice(rows, _MOST_ROWS), 1):
        sheet.append(looks.cells(row, is_linked=count <= _MOST_LINKS))
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(heads))}{count + 1}"
    return count == _MOST_ROWS


class _Looks:
    """Makes the cells of one sheet; how each sort of cell looks is worked out once."""

    def __init__(self, sheet: Any) -> None:
        from openpyxl.styles import Font, PatternFill

        self._sheet = sheet
        self._cells = Cells(sheet)
        self._styles: dict[str, Any] = {}
        self._link = Font(color="FF0563C1", underline="single")
        self._fills = {colour: PatternFill("solid", fgColor=colour) for colour in (_RED, _YELLOW)}

    def cells(self, row: _Cells, *, is_linked: bool) -> list[Any]:
        """The cells of a row; only what needs a look has one, for a batch can be long."""
        made: list[Any] = [self._cell(text) for text in row.texts]
        if row.link and is_linked:
            made[row.linked] = cell = self._cells.text(str(row.texts[row.linked]))
            cell.hyperlink = row.link
            self._style(cell, "link", "font", self._link)
        if row.colour:
            made[row.coloured] = cell = self._cells.text(str(row.texts[row.coloured]))
            self._style(cell, row.colour, "fill", self._fills[row.colour])
        return made

    def _cell(self, text: str | int) -> Any:
        if isinstance(text, int):
            return text
        is_long = len(text) > _SHORT or "\n" in text
        return self._cells.text(text) if is_long else plain_text(self._sheet, text)

    def _style(self, cell: Any, name: str, aspect: str, look: Any) -> None:
        """Give a cell a look besides that of a text."""
        name += "'" * cell.quotePrefix
        if name not in self._styles:
            setattr(cell, aspect, look)
            self._styles[name] = cell._style
        cell._style = copy(self._styles[name])
