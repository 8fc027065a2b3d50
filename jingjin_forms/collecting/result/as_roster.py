"""The result as a roster (.xlsx): what `jingjin batch` takes, and beside it what is to be said.

The sheets, headings and columns are those of a whole `write_roster`; a file is a row.
"""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from jingjin_forms.collecting.file_read import Outcome
from jingjin_forms.collecting.plain.flat_facts import flat_facts, rows_of
from jingjin_forms.collecting.result.note_columns import FILE, TOLD, figure_heading, told_of
from jingjin_forms.collecting.result.page import Head, Page, fact_head
from jingjin_forms.collecting.result.rows import Collection
from jingjin_forms.tables.columns import (
    MAIN_SHEET,
    NOTE,
    NUMBER,
    FactColumn,
    Sheet,
    layout_of,
)
from jingjin_forms.tables.making.streamed_workbook import finished, streamed_workbook

_NOTE_HINT = f"給人看的，jingjin batch 不讀「{NOTE}」開頭的欄。"
_FIGURE_HINT = f"由其他欄位算出。{_NOTE_HINT}"
_ITEM_HINT = "項次：哪一項的哪一列，由這些欄對應。"
_TIED_HINT = f"這一列屬於「{MAIN_SHEET}」的哪一列。"
_AMOUNT = "#,##0"
_COLOURS = {Outcome.DOUBTFUL: "FFFFF2CC", Outcome.FAILED: "FFFFC7CE"}
_NUMBER_WIDTH, _FIGURE_WIDTH, _PART_WIDTH, _FILE_WIDTH, _TOLD_WIDTH = 8, 14, 18, 32, 48


def roster(collection: Collection) -> bytes:
    """The workbook. Raises FileProblemError for more rows than a sheet has."""
    form, layout = collection.form, layout_of(collection.form)
    with streamed_workbook(form.title) as book:
        others = _others(layout.columns, _main_headings(collection))
        main = Page(book, MAIN_SHEET, [*_main_heads(collection, others)], "C2")
        lists = [(sheet, _list_page(book, collection, sheet)) for sheet in layout.sheets]
        for number, row in enumerate(collection, 1):
            told = {heading: "\n".join(lines) for heading, lines in told_of(row).items()}
            figures = {figure_heading(label): value for label, value in row.figures.items()}
            facts = dict(flat_facts(form, row.facts))
            cells = {NUMBER: number, FILE: row.name, **facts, **figures, **told}
            main.add(cells, _COLOURS.get(row.outcome, ""), 1)
            for sheet, page in lists:
                for line in rows_of(row.facts, sheet):
                    page.add({NUMBER: number, **line})
        return finished(book)


def _main_heads(collection: Collection, others: Iterable[str]) -> Iterator[Head]:
    yield Head(NUMBER, width=_NUMBER_WIDTH)
    yield Head(FILE, _NOTE_HINT, _FILE_WIDTH)
    yield from map(fact_head, layout_of(collection.form).columns)
    yield from (Head(heading, width=_PART_WIDTH) for heading in others)
    for label in collection.figures:
        yield Head(figure_heading(label), _FIGURE_HINT, _FIGURE_WIDTH, shown_as=_AMOUNT)
    yield from (Head(heading, _NOTE_HINT, _TOLD_WIDTH) for heading in TOLD)


def _list_page(book: Any, collection: Collection, sheet: Sheet) -> Page:
    lines = (line for row in collection for line in rows_of(row.facts, sheet))
    ties = [key for key in (*sheet.keys, sheet.number) if key]
    others = [o for o in _others(sheet.columns, chain.from_iterable(lines)) if o not in ties]
    numbers = [Head(key, _ITEM_HINT, _NUMBER_WIDTH + len(key)) for key in ties]
    heads = [*map(fact_head, sheet.columns), *(Head(other, width=_PART_WIDTH) for other in others)]
    return Page(book, sheet.name, [Head(NUMBER, _TIED_HINT, _NUMBER_WIDTH), *numbers, *heads])


def _main_headings(collection: Collection) -> Iterator[str]:
    for row in collection:
        yield from (heading for heading, _ in flat_facts(collection.form, row.facts))


def _others(columns: Iterable[FactColumn], headings: Iterable[str]) -> list[str]:
    """The headings that a roster has no column for: 學校名稱.簡稱."""
    known = {column.header for column in columns}
    return [heading for heading in dict.fromkeys(headings) if heading not in known]
