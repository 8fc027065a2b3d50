"""All the blanks of a page, in the order a reader meets them."""

import re
from collections.abc import Container, Iterator, Sequence

from jingjin_forms.adopting.blank import Kind
from jingjin_forms.adopting.finding.contexts import (
    name_copies,
    name_issuer,
    name_lists_by_title,
    name_parties,
)
from jingjin_forms.adopting.finding.in_table import holes_of_table
from jingjin_forms.adopting.finding.in_text import holes_of
from jingjin_forms.adopting.finding.signing import leave_to_sign
from jingjin_forms.adopting.finding.surroundings import Surroundings
from jingjin_forms.adopting.finding.words import BOXES, is_label, is_salute, label_of
from jingjin_forms.adopting.hole import Hole
from jingjin_forms.arriving.odf import Placeholder
from jingjin_forms.page.grid import Cell, Grid
from jingjin_forms.page.line import Line
from jingjin_forms.page.page import Page

_SECTION_MARK = re.compile(
    r"[壹貳參肆伍陸柒捌玖拾一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|[【■●◎◆]"
)


def find_holes(page: Page, placeholders: Sequence[Placeholder] = ()) -> list[Hole]:
    """Every blank of a part, without names.

    `placeholders` are the texts that the file itself marks as to be replaced.
    """
    found = list(_of_blocks(page))
    found += _of_placeholders(page, placeholders, {hole.line for hole in found})
    leave_to_sign(page, found)
    _note_before(page, found)
    name_copies(page, found)
    name_parties(found)
    name_issuer(page, found)
    name_lists_by_title(page, found)
    return found


def _of_blocks(page: Page) -> Iterator[Hole]:
    inner: dict[Cell, list[Grid]] = {}
    for grid in page.grids:
        if grid.parent is not None:
            inner.setdefault(grid.parent, []).append(grid)
    section: list[str] = []
    lines: list[Line] = []
    is_top = True
    for block in page.blocks:
        if isinstance(block, Line):
            lines.append(block)
            continue
        found = holes_of(lines, Surroundings("", section, ends_open=False))
        yield from found
        section = _caption(lines, found, section, is_top=is_top and bool(lines))
        lines, is_top = [], False
        yield from _of_grid(block, section, inner)
        section = _last_heading(block) or section
    yield from holes_of(lines, Surroundings("", section))


def _last_heading(grid: Grid) -> list[str]:
    """The heading of the next table, where a table ends with it."""
    last = grid.covering(len(grid.rows) - 1) if grid.rows else []
    if len(last) != 1 or not _SECTION_MARK.match(last[0].text) or not is_label(last[0].text, 30):
        return []
    return [last[0].text]


def _of_placeholders(
    page: Page, placeholders: Sequence[Placeholder], known: Container[Line]
) -> Iterator[Hole]:
    """Those that no content control holds: their text alone tells where they are."""
    for placeholder in placeholders:
        if placeholder.tag:
            continue
        for line in page.shown():
            start = line.text.find(placeholder.text)
            if line.place == placeholder.place and start >= 0 and line not in known:
                end = start + len(placeholder.text)
                yield Hole(Kind.CONTROL, line, start, end, label=placeholder.description)


def _note_before(page: Page, holes: Sequence[Hole]) -> None:
    """What stands before each blank in its cell or paragraph."""
    above: dict[Line, str] = {}
    for grid in page.grids:
        for cell in grid.cells:
            said = ""
            for line in cell.lines:
                above[line] = said
                said += line.text
    for hole in holes:
        text = above.get(hole.line, "") + hole.line.text[: hole.start]
        hole.before = "".join(c for c in text if not c.isspace() and c not in f"_＿{BOXES}")


def _of_grid(grid: Grid, above: list[str], inner: dict[Cell, list[Grid]]) -> Iterator[Hole]:
    yield from holes_of_table(grid, above)
    for cell in grid.cells:
        for table in inner.get(cell, ()):
            label = grid.left_of(cell)
            words = [text for text in (cell.text, label.text if label else "") if text.strip()]
            yield from _of_grid(table, [*[w.split("\n")[-1] for w in words], *above], inner)


def _caption(
    lines: Sequence[Line], found: Sequence[Hole], before: list[str], *, is_top: bool
) -> list[str]:
    """The words that stand over what follows: the last heading of some lines.

    At the top of a form its title is none, and what asks something itself is none.
    """
    asking = {hole.line for hole in found}
    plain = [line for line in lines if line not in asking]
    titles = [line for line in plain if line.text.strip()][:3] if is_top else []
    for line in reversed(plain):
        text = line.text.strip()
        if not _could_head(text):
            continue
        if _SECTION_MARK.match(text) or text.endswith(("：", ":")) or line not in titles:
            return [text] if label_of(text) else before
    return before


def _could_head(text: str) -> bool:
    has_box = any(box in text for box in BOXES)
    return bool(text) and not has_box and not is_salute(text) and is_label(text, 30)
