"""How a roster looks: headings, comments, examples, widths."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from jingjin_forms.tables.columns import FactColumn
from jingjin_forms.tables.making.value_kinds import TEXT_FORMAT, kind_of

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

_PLAIN, _REQUIRED, _EXAMPLE = "FFDDEBF7", "FFFFC7A6", "FFF2F2F2"
_NARROW, _WIDE, _NUMBER_WIDTH = 12, 32, 8
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")  # what a workbook would read as a character's number


def write_heading(page: "Worksheet", column: int, text: str, required: bool, hint: str) -> None:
    """A heading with its hint as a comment; what must be filled in has a colour of its own."""
    set_heading(_cell(page, 1, column), text, required, hint)


def set_heading(cell: "Cell", text: str, required: bool, hint: str) -> None:
    """As `write_heading`, for a cell of any kind of sheet."""
    from openpyxl.comments import Comment
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    set_text(cell, text)
    cell.font = Font(bold=True)
    cell.fill = PatternFill("solid", fgColor=_REQUIRED if required else _PLAIN)
    cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    cell.border = Border(bottom=Side("thin"))
    if hint:
        height = 30 + 20 * sum(1 + len(line) // 18 for line in hint.splitlines())
        cell.comment = Comment(hint, "jingjin_forms", height=height, width=300)


def write_example(page: "Worksheet", row: int, cells: Sequence[str | int | float | None]) -> None:
    """A row that only shows how to fill in."""
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    for column, content in enumerate(cells, 1):
        if isinstance(content, str):
            write_text(page, row, column, content)
        cell = page.cell(row, column, None if isinstance(content, str) else content)
        if not isinstance(content, str):
            letter = get_column_letter(column)
            cell.number_format = page.column_dimensions[letter].number_format
        cell.font = Font(italic=True, color="FF7F7F7F")
        cell.fill = PatternFill("solid", fgColor=_EXAMPLE)
        cell.alignment = Alignment(vertical="top", wrap_text=True)
    page.row_dimensions[row].height = 48


def write_text(page: "Worksheet", row: int, column: int, text: str) -> None:
    """A text that stays one, also where it begins with =."""
    set_text(_cell(page, row, column), text)


def set_text(cell: "Cell", text: str) -> None:
    """As `write_text`, for a cell of any kind of sheet."""
    set_value(cell, text)
    cell.number_format = TEXT_FORMAT


def set_value(cell: "Cell", text: str) -> None:
    """A text that stays one until somebody edits it."""
    cell.value = _ESCAPE.sub("_x005F_", text)
    cell.data_type = "s"


def _cell(page: "Worksheet", row: int, column: int) -> "Cell":
    return cast("Cell", page.cell(row, column))  # nothing is merged


def style_column(page: "Worksheet", index: int, column: FactColumn) -> None:
    """The format of every cell of a column, those not written to too, and its width."""
    from openpyxl.styles import Alignment
    from openpyxl.utils import get_column_letter

    kind = kind_of(column.field) if column.item is None else None
    dimension = page.column_dimensions[get_column_letter(index)]
    dimension.number_format = kind.number_format if kind else TEXT_FORMAT
    dimension.alignment = Alignment(vertical="top", wrap_text=True)
    is_short = column.options is not None or (kind is not None and kind.type is not None)
    dimension.width = _NARROW if is_short else min(_WIDE, max(18, 2 * len(column.header) + 2))


def style_sheet(page: "Worksheet") -> None:
    """What holds for a whole sheet: the heading stays in sight."""
    page.freeze_panes = "B2"
    page.row_dimensions[1].height = 48
    page.column_dimensions["A"].width = _NUMBER_WIDTH
