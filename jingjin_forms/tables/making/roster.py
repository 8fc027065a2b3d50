"""A roster: a workbook made from a form, to be filled in by many schools and read by `read_table`.

The printed labels are its headings, with what to write as comments; choices drop down. The row
marked 範例 shows the form's sample and is never read.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from jingjin_forms.errors import FactsError, FileProblemError, Problem
from jingjin_forms.facts import Facts
from jingjin_forms.facts.facts_file import read_facts
from jingjin_forms.facts.fields import instruction
from jingjin_forms.files.codes import ANOTHER_KIND
from jingjin_forms.files.handed import StrPath, path_of
from jingjin_forms.files.within import Nearby
from jingjin_forms.files.writing import write_file
from jingjin_forms.forms.catalog import get_form
from jingjin_forms.forms.form import Form
from jingjin_forms.packets.application import Application
from jingjin_forms.packets.as_facts import example_of, packet_facts, sample_packet
from jingjin_forms.tables.cells import shown
from jingjin_forms.tables.columns import (
    EXAMPLE,
    ITEM,
    MAIN_SHEET,
    NUMBER,
    FactColumn,
    Sheet,
    SheetLayout,
    layout_of,
    value_at,
)
from jingjin_forms.tables.making.sheet_style import (
    style_column,
    style_sheet,
    write_example,
    write_heading,
)
from jingjin_forms.tables.making.validations import LAST_ROW, Validations
from jingjin_forms.tables.making.value_kinds import kind_of
from jingjin_forms.tables.making.workbook_bytes import new_workbook, workbook_bytes
from jingjin_forms.tables.table_class import application_named

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

Columns = tuple[FactColumn, ...]

FIRST_ROW = 3
"""Where a user's first row is, below the heading and the example."""

_MOST_ROWS = LAST_ROW - FIRST_ROW + 1
_NUMBER_HINT = "每一列一份，編號不可重複。"
_TIED_HINT = f"這一列屬於「{MAIN_SHEET}」的哪一列：填那一列的編號；同一份有幾列就寫幾次。"
_ITEM_HINT = "這一列是同一份的第幾項：1、2、3…，不可重複。「{}」的工作表用它找到這一列。"
_HELD_HINT = "這一列屬於「{}」的哪一項：填那一項的項次；同一項有幾列就寫幾次。"
_EXAMPLE_HINT = f"寫著「{EXAMPLE}」的列只是示範，不會被讀取，可以刪去。"


def write_roster(
    form: type[Form] | type[Application] | StrPath,
    out: StrPath,
    *,
    rows: int = 100,
    overwrite: bool = False,
    year: int | None = None,
    whole: bool = False,
) -> Path:
    """Write an empty roster (.xlsx) with `rows` numbered rows, for a form as `get_form` takes it,
    or for packets, an application by its class or key; of a 學年度 unless of the newest text.
    `whole` adds the columns that others fill in (審查小組); a roster is read with or without them.
    Equal forms give equal bytes.

    Unlike what `save` writes, a roster is filled in by people: one that is there is kept unless
    `overwrite`. Raises FileProblemError when `out` exists, cannot be written or is no .xlsx;
    FactsError for a number of rows that no sheet has.
    """
    path = path_of(out, "名冊")
    if path.suffix.lower() != ".xlsx":
        raise FileProblemError(f"「{path.name}」的副檔名要是 .xlsx。", code=ANOTHER_KIND)
    if (application := application_named(form)) is not None:
        content = _packet_roster(application, year, rows, whole=whole)
    else:
        found = get_form(cast(Any, form)).of_year(year)
        content = roster_bytes(found, found.sample(), rows, _folder_of(found), whole=whole)
    return write_file(path, content, overwrite=overwrite)


def _folder_of(form: type[Form]) -> Path:
    """Where the files lie that the example names."""
    return form.sample_path().parent if form.has_sample() else form.template_path().parent


def _packet_roster(
    application: type[Application], year: int | None, rows: int, *, whole: bool
) -> bytes:
    """The workbook of a packet, with the facts of its sample, where it has one, as the example."""
    facts, sample = packet_facts(application, year), sample_packet(application)
    if sample is None:
        return roster_bytes(facts, None, rows, whole=whole)
    given, folder = read_facts(sample), sample.parent
    example = example_of(facts, given, Nearby.of(folder))
    return roster_bytes(facts, example, rows, folder, whole=whole)


def roster_bytes(
    form: type[Facts],
    example: Facts | None,
    rows: int,
    folder: Path | None = None,
    *,
    whole: bool = False,
) -> bytes:
    """The workbook, with these facts as its example; their files as seen from `folder`. With
    `whole` what others fill in too."""
    if not isinstance(rows, int) or not 0 <= rows <= _MOST_ROWS:  # pyright: ignore[reportUnnecessaryIsInstance] (callers may be wrong)
        raise FactsError("名冊", [Problem("列數", f"要是 0 到 {_MOST_ROWS:,} 的整數。", rows)])
    book = new_workbook(form.title, MAIN_SHEET)
    choices = Validations(book, FIRST_ROW)
    layout = layout_of(form)
    main: Worksheet = book[MAIN_SHEET]
    columns = _asked(layout.columns, whole)
    write_heading(main, 1, NUMBER, True, _main_hint(layout, columns))
    _write_columns(main, columns, choices, 2)
    if example is not None:
        _write_example(main, columns, example, folder or Path())
    for number in range(1, rows + 1):
        main.cell(FIRST_ROW + number - 1, 1, number)
    style_sheet(main)
    for sheet in layout.sheets:
        page = book.create_sheet(sheet.name)
        columns = _asked(sheet.columns, whole)
        hints = (_TIED_HINT, _EXAMPLE_HINT, *_left_out(sheet.columns, columns))
        write_heading(page, 1, NUMBER, True, "\n".join(hints))
        ties = _write_ties(page, sheet, layout)
        _write_columns(page, columns, choices, 2 + ties)
        if example is not None:
            _write_rows_of_example(page, sheet, columns, example, folder or Path())
        if rows:
            numbers = f"'{MAIN_SHEET}'!$A${FIRST_ROW}:$A${FIRST_ROW + rows - 1}"
            choices.add_range(page, 1, numbers)
        style_sheet(page)
    return workbook_bytes(book)


def _asked(columns: Columns, whole: bool) -> Columns:
    """Those that are asked of who hands in the paper; all for a whole roster."""
    return columns if whole else tuple(column for column in columns if not column.by)


def _left_out(columns: Columns, written: Columns) -> Iterator[str]:
    """What others fill in and the sheet has no columns for, and how to get them."""
    left = [column for column in columns if column not in written]
    for by in dict.fromkeys(column.by for column in left):
        labels = dict.fromkeys(column.path[0] for column in left if column.by == by)
        yield f"{by}填的不列：{'、'.join(labels)}。要列請用 jingjin new … -o 名冊.xlsx --all"


def _main_hint(layout: SheetLayout, written: Columns) -> str:
    words = [_NUMBER_HINT, _EXAMPLE_HINT]
    if layout.sheets:
        names = "、".join(f"「{sheet.name}」" for sheet in layout.sheets)
        words.append(f"{names}在各自的工作表，用編號對應到這一列。")
    words += _left_out(layout.columns, written)
    return "\n".join(words)


def _write_ties(page: "Worksheet", sheet: Sheet, layout: SheetLayout) -> int:
    """The headings that tie a sheet to others besides 編號; how many."""
    hints = {key: _HELD_HINT.format(key.removesuffix(ITEM)) for key in sheet.keys}
    if sheet.number:
        inner = [other.name for other in layout.sheets if other.above is sheet]
        hints[sheet.number] = _ITEM_HINT.format("」「".join(inner))
    for index, (heading, hint) in enumerate(hints.items(), 2):
        write_heading(page, index, heading, True, hint)
    return len(hints)


def _write_columns(page: "Worksheet", columns: Columns, choices: "Validations", first: int) -> None:
    for index, column in enumerate(columns, first):
        hint = instruction(column.field)
        if column.is_lines:
            hint = "；".join(filter(None, (hint, "一行一項，格內換行用 Alt+Enter")))
        write_heading(page, index, column.header, column.required, hint)
        style_column(page, index, column)
        kind = kind_of(column.field)
        if column.options is not None:
            choices.add_choice(page, index, column.options)
        elif column.item is None and kind.type is not None:
            choices.add_number(page, index, kind)


def _write_example(page: "Worksheet", columns: Columns, facts: Facts, folder: Path) -> None:
    """The row below the heading; pictures are named as seen from `folder`."""
    cells = [shown(column.value(facts), folder) for column in columns]
    write_example(page, FIRST_ROW - 1, [EXAMPLE, *cells])


def _write_rows_of_example(
    page: "Worksheet", sheet: Sheet, columns: Columns, example: Facts, folder: Path
) -> None:
    for row, (numbers, facts) in enumerate(numbered_rows(example, sheet), FIRST_ROW - 1):
        ties = numbers if sheet.number else numbers[:-1]
        cells = [shown(column.value(facts), folder) for column in columns]
        write_example(page, row, [EXAMPLE, *ties, *cells])


def numbered_rows(form: Facts, sheet: Sheet) -> Iterator[tuple[tuple[int, ...], Facts]]:
    """The rows of a list, each with the numbers of those that hold it and its own."""
    above = [((), form)] if sheet.above is None else numbered_rows(form, sheet.above)
    for numbers, owner in above:
        for number, row in enumerate(value_at(owner, sheet.inner_path), 1):
            yield (*numbers, number), row
