"""A sheet of a result, row by row: each row gives its cells by heading."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from jingjin_forms.collecting.plain.flat_facts import Cell
from jingjin_forms.errors import FileProblemError
from jingjin_forms.facts.fields import instruction
from jingjin_forms.tables.columns import FactColumn
from jingjin_forms.tables.making.sheet_style import set_heading, style_column, style_sheet
from jingjin_forms.tables.making.streamed_workbook import LAST_ROW, Cells
from jingjin_forms.tables.making.value_kinds import kind_of

_GENERAL = "General"


class Head(NamedTuple):
    """The head of a column."""

    heading: str
    hint: str = ""
    width: int = 0
    fact: FactColumn | None = None
    """Which fact it is, where a roster has a column for it."""
    shown_as: str = _GENERAL
    """The number format of whole numbers."""


def fact_head(column: FactColumn) -> Head:
    """The head of a fact, as a roster has it."""
    return Head(column.header, instruction(column.field), fact=column)


class Page:
    """A sheet."""

    def __init__(self, book: Any, title: str, heads: Sequence[Head], frozen: str = "B2") -> None:
        """All columns to the left of the cell `frozen` stay in sight."""
        self._sheet: Any = book.create_sheet(title)
        self._headings = [head.heading for head in heads]
        self._formats = {head.heading: _number_format(head) for head in heads}
        self._count = 1
        self._cells = Cells(self._sheet)
        style_sheet(self._sheet)
        self._sheet.freeze_panes = frozen
        self._sheet.append([self._head(index, head) for index, head in enumerate(heads, 1)])

    def add(self, cells: Mapping[str, Cell], colour: str = "", coloured: int = 0) -> None:
        """A row; the cell at `coloured` has a colour, where one is given.

        Raises FileProblemError for more rows than a sheet has.
        """
        self._count += 1
        if self._count > LAST_ROW:
            raise FileProblemError("資料太多，.xlsx 的一張工作表放不下；請改用 .jsonl。")
        row = [self._cell(heading, cells.get(heading)) for heading in self._headings]
        if colour:
            from openpyxl.styles import PatternFill

            row[coloured].fill = PatternFill("solid", fgColor=colour)
        self._sheet.append(row)

    def _head(self, index: int, head: Head) -> Any:
        from openpyxl.cell import WriteOnlyCell
        from openpyxl.utils import get_column_letter

        if head.fact is not None:
            style_column(self._sheet, index, head.fact)
        if head.width:
            self._sheet.column_dimensions[get_column_letter(index)].width = head.width
        cell: Any = WriteOnlyCell(self._sheet)
        set_heading(cell, head.heading, head.fact is not None and head.fact.required, head.hint)
        return cell

    def _cell(self, heading: str, value: Cell | None) -> Any:
        if value is None:
            return None
        if isinstance(value, str):
            return self._cells.text(value)
        is_whole = isinstance(value, int)
        return self._cells.number(value, self._formats[heading] if is_whole else _GENERAL)


def _number_format(head: Head) -> str:
    return head.shown_as if head.fact is None else kind_of(head.fact.field).number_format
