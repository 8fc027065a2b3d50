"""What stands on a page, whoever writes it: paragraphs, tables, text boxes.

Text may hold `<u>…</u>`, `<b>…</b>`, `<red>…</red>`, `<control>placeholder</control>`,
`<sym F0A8>` (Wingdings), `<legacy>` and `<legacybox>` (form fields of Word 97), `<br>`, and
tabs. A new line in a cell's text begins a paragraph.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from benchmarks.blanks.marked import MARK


@dataclass(frozen=True, slots=True)
class Para:
    text: str = ""
    style: str = ""
    """`title`, `heading`, or blank for body text."""
    align: str = ""
    listed: bool = False
    """Whether the number before it is automatic, no text."""
    breaks: bool = False
    """Whether a page begins with it."""


@dataclass(frozen=True, slots=True)
class Cell:
    text: str = ""
    span: int = 1
    down: int = 1
    shade: str = ""
    upright: bool = False
    """Text set from top to bottom."""
    blocks: tuple["Block", ...] = ()
    """Instead of text: paragraphs and tables inside the cell."""


@dataclass(frozen=True, slots=True)
class Row:
    cells: tuple[Cell, ...]
    before: int = 0
    """Columns of the grid left out at its beginning."""
    height: int = 0
    header: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    widths: tuple[int, ...]
    """In twentieths of a point."""
    rows: tuple[Row, ...]
    borders: bool = True


@dataclass(frozen=True, slots=True)
class Box:
    """A floating text box."""

    paras: tuple[Para, ...]
    width: int = 3000
    height: int = 800


Block: TypeAlias = Para | Table | Box


@dataclass(frozen=True, slots=True)
class Page:
    """A whole file: its body, and what stands in the header and the footer."""

    blocks: tuple[Block, ...]
    header: tuple[Block, ...] = ()
    footer: tuple[Block, ...] = ()
    title: str = ""


def page(*blocks: Block | str, header: str = "", footer: str = "") -> Page:
    """Strings are body text; the title of the file is the first paragraph in its style."""
    given = tuple(Para(b) if isinstance(b, str) else b for b in blocks)
    titles = sorted((b for b in given if isinstance(b, Para)), key=lambda p: p.style != "title")
    first = titles[0].text if titles else ""
    return Page(
        given,
        (Para(header, align="right"),) if header else (),
        (Para(footer, align="center"),) if footer else (),
        re.sub(r"<[^>]*>", "", MARK.sub(lambda m: m[1].split("|")[2], first)).strip(),
    )


def table(
    widths: Sequence[int] | int, *rows: Sequence[Cell | str] | Row, borders: bool = True
) -> Table:
    """Rows of cells and strings; `widths` may be a number of equal columns."""
    sizes = (9600 // widths,) * widths if isinstance(widths, int) else tuple(widths)
    return Table(sizes, tuple(r if isinstance(r, Row) else row(*r) for r in rows), borders)


def row(*cells: Cell | str, before: int = 0, height: int = 0, header: bool = False) -> Row:
    return Row(tuple(Cell(c) if isinstance(c, str) else c for c in cells), before, height, header)


def title(text: str) -> Para:
    return Para(text, "title", "center")


def heading(text: str, *, listed: bool = False) -> Para:
    return Para(text, "heading", listed=listed)


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a paragraph with one look; `kind` is blank for text."""

    text: str = ""
    kind: str = ""
    look: frozenset[str] = field(default_factory=frozenset)


TAG = re.compile(r"<(/?)(u|b|red|control)>|<sym ([0-9A-F]{4})>|<(legacybox|legacy|br)>|(\t)")


def runs(text: str) -> Iterator[Run]:
    """The runs of one paragraph's text."""
    look: frozenset[str] = frozenset()
    end = 0
    for match in TAG.finditer(text):
        if text[end : match.start()]:
            yield _seen(text[end : match.start()], look)
        end = match.end()
        closes, name, sym, single, tab = match.groups()
        if name:
            look = look - {name} if closes else look | {name}
        elif sym:
            yield Run(sym, "sym", look)
        else:
            yield Run("", "tab" if tab else single, look)
    if text[end:]:
        yield _seen(text[end:], look)


def _seen(text: str, look: frozenset[str]) -> Run:
    return Run(text, "control" if "control" in look else "", look - {"control"})


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell on the grid; `covered` for what lies below a cell that reaches down."""

    cell: Cell
    column: int
    covered: bool = False


def laid_out(given: Table) -> list[tuple[Row, list[Placed]]]:
    """Each row's cells on the grid, with those that a cell above covers."""
    below: dict[int, tuple[Cell, int]] = {}
    result: list[tuple[Row, list[Placed]]] = []
    for each in given.rows:
        placed: list[Placed] = []
        waiting = list(each.cells)
        column = each.before
        while column < len(given.widths):
            if column in below:
                cell, left = below.pop(column)
                placed.append(Placed(replace(cell, text="", blocks=()), column, True))
                if left > 1:
                    below[column] = cell, left - 1
            elif waiting:
                cell = waiting.pop(0)
                placed.append(Placed(cell, column))
                if cell.down > 1:
                    below[column] = cell, cell.down - 1
            else:
                break
            column += cell.span
        if waiting or column != len(given.widths):
            said = [c.text for c in each.cells]
            raise ValueError(f"{len(given.widths)} columns, {column} filled, too many: {said}")
        result.append((each, placed))
    return result
