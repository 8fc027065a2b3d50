"""Names that are as good: without their section, where the label stands once in the form.

`申請單位.負責人` may be called 負責人 when nobody else is; `緊急聯絡人.第一順位.姓名` may be
called 第一順位.姓名. A row or a column of a grid, a list, and what says nothing by itself (起,
日, from) stay.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from benchmarks.blanks.marked import MARK
from benchmarks.blanks.writers.page import Block, Box, Cell, Page, Para, Row
from jingjin_forms.adopting.blank import Kind

OR = "／"
NOT_ALONE = {"開始", "終了", "from", "to", "時間", "日期"}


def either(page: Page) -> Page:
    """The page, each mark with the shorter name that is as good, where there is one."""
    marks = {m[1] for text in _texts([*page.blocks, *page.header, *page.footer])
             for m in MARK.finditer(text)}  # fmt: skip
    names = {
        name
        for mark in marks
        if not mark.startswith(f"{Kind.SEAL}|")
        for name in mark.split("|")[1].split(OR)
    }
    ends = Counter(end for name in names for end in _ends(name))

    def with_other(text: str) -> str:
        return MARK.sub(lambda m: f"⟦{_with_other(m[1], ends)}⟧", text)

    return replace(
        page,
        blocks=_changed(page.blocks, with_other),
        header=_changed(page.header, with_other),
        footer=_changed(page.footer, with_other),
    )


def _ends(name: str) -> Iterator[str]:
    parts = name.split(".")
    return (".".join(parts[start:]) for start in range(len(parts)))


def _with_other(mark: str, ends: Counter[str]) -> str:
    kind, name, *rest = mark.split("|")
    parts = name.split(".")
    section, end = parts[0], ".".join(parts[1:])
    takes_section_off = len(parts) == 3 or (len(parts) == 2 and kind != Kind.GRID)
    if (
        not takes_section_off
        or kind in (Kind.LIST, Kind.SEAL)
        or len(parts[-1]) < 2
        or parts[-1] in NOT_ALONE
        or ends[end] > 1
        or not section
        or OR in name
    ):
        return mark
    return "|".join([kind, f"{name}{OR}{end}", *rest])


def _texts(blocks: Iterable[Block]) -> Iterator[str]:
    seen: list[str] = []

    def note(text: str) -> str:
        seen.append(text)
        return text

    _changed(blocks, note)
    yield from seen


def _changed(blocks: Iterable[Block], change: Callable[[str], str]) -> tuple[Block, ...]:
    return tuple(_block(block, change) for block in blocks)


def _block(block: Block, change: Callable[[str], str]) -> Block:
    if isinstance(block, Para):
        return replace(block, text=change(block.text))
    if isinstance(block, Box):
        return replace(block, paras=tuple(replace(p, text=change(p.text)) for p in block.paras))
    return replace(block, rows=tuple(_row(row, change) for row in block.rows))


def _row(row: Row, change: Callable[[str], str]) -> Row:
    return replace(row, cells=tuple(_cell(cell, change) for cell in row.cells))


def _cell(cell: Cell, change: Callable[[str], str]) -> Cell:
    return replace(cell, text=change(cell.text), blocks=_changed(cell.blocks, change))
