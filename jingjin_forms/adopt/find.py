"""All the blanks of a page, in the order a reader meets them."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from jingjin_forms.adopt.hole import Hole
from jingjin_forms.adopt.in_table import TableHoles
from jingjin_forms.adopt.in_text import Surroundings, holes_of
from jingjin_forms.adopt.words import BOXES, is_label, label_of
from jingjin_forms.page.grid import Cell, Grid
from jingjin_forms.page.line import Line
from jingjin_forms.page.page import Page

_SECTION_MARKS = "壹貳參肆伍陸柒捌玖一二三四五六七八九十（(【■●◎◆"


def find_holes(page: Page) -> list[Hole]:
    """Every blank of a part, without names."""
    found: list[Hole] = []
    inner: dict[Cell, list[Grid]] = {}
    for grid in page.grids:
        if grid.parent is not None:
            inner.setdefault(grid.parent, []).append(grid)
    section = ""
    blocks = page.blocks
    runs = [(is_text, list(run)) for is_text, run in groupby(blocks, lambda b: isinstance(b, Line))]
    for number, (is_text, run) in enumerate(runs):
        if not is_text:
            for grid in run:
                assert isinstance(grid, Grid)
                found += _of_grid(grid, [section] if section else [], inner)
            continue
        lines = [line for line in run if isinstance(line, Line)]
        table_follows = number + 1 < len(runs)
        found += holes_of(lines, Surroundings("", [section] if section else [], not table_follows))
        section = _caption(lines, section)
    return found


def _of_grid(grid: Grid, above: list[str], inner: dict[Cell, list[Grid]]) -> Iterator[Hole]:
    yield from TableHoles(grid, above).find()
    for cell in grid.cells:
        for table in inner.get(cell, ()):
            label = grid.left_of(cell)
            words = [text for text in (cell.text, label.text if label else "") if text.strip()]
            yield from _of_grid(table, [*[w.split("\n")[-1] for w in words], *above], inner)


def _caption(lines: Sequence[Line], before: str) -> str:
    """The words that stand over what follows: the last heading of some lines."""
    for line in reversed(lines):
        text = line.text.strip()
        if text and is_label(text, 30) and not any(box in text for box in BOXES):
            begins = text[0] in _SECTION_MARKS or text.endswith(("：", ":"))
            if begins or line is lines[-1] or not any(x.text.strip() for x in lines[lines.index(line) + 1 :]):
                return text if label_of(text) else before
    return before
