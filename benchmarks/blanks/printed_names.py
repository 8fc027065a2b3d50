"""What a paper of ours itself prints where a blank is: names that anybody could read off it.

The tags of a template are called as the facts are (前一年執行成果), whatever its paper prints
(前一年辦理執行情況). Nobody who sees the blank alone can know the fact's name, so the words that
literally stand beside the blank are as good: those before it in its line (hints in brackets and
新臺幣 apart), the nearest cell left of it and the nearest above it, with or without one of the
others, the heading over the table, or the list that it is a column of, in front; and where the
blank is what 其他 of a choice leaves open, 其他 behind the name of the choice. Nothing else is.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from benchmarks.blanks.marked import Truth
from jingjin_forms.adopting.blank import Kind
from jingjin_forms.page.grid import Cell, Grid
from jingjin_forms.page.page import Page, read_page
from jingjin_forms.word.docx.location import part_title

_STOPS = re.compile(r"[：:，。；;()（）\[\]？?]+")
_NUMBERING = re.compile(
    r"^(?:[（(]?[一二三四五六七八九十]{1,3}[)）、.]|[（(]?\d{1,2}[)）、.]|[壹貳參肆伍]、)+"
)
_CURRENCY = re.compile(r"新[臺台]幣$")
_OTHER = re.compile(r"其他[：:（(]*$")
_BRACKETS = re.compile(r"[（(〔\[][^（()）]*[)）〕\]]")

Spot = tuple[str, int, int, int]


def with_printed_names(
    truths: Iterable[Truth], parts: Mapping[str, bytes]
) -> Iterator[tuple[Truth, frozenset[str]]]:
    """Each truth with the names that the paper prints for it as further ones, and these alone."""
    pages = [
        read_page(name, content)
        for name, content in parts.items()
        if name.startswith("word/") and name.endswith(".xml") and b"<w:p" in content
    ]
    cells = {spot: (page, grid, cell) for page in pages for spot, grid, cell in _cells(page)}
    choice: Truth | None = None
    for truth in truths:
        place = truth.place
        beside = cells.get((place.part, place.table, place.row, place.column))
        written_in = _written_in(truth, choice)
        choice = truth if truth.options else choice
        names = frozenset((*_names(truth, beside), *written_in)) - {truth.name, *truth.others}
        yield replace(truth, others=(*truth.others, *sorted(names))), names


def _written_in(truth: Truth, choice: Truth | None) -> Iterator[str]:
    """學校類型其他 for what is written beside 其他 of 學校類型."""
    if choice is not None and choice.place == truth.place and _OTHER.search(truth.before):
        yield from (f"{name}其他" for name in (choice.name, *choice.others))


def _cells(page: Page) -> Iterator[tuple[Spot, Grid, Cell]]:
    for grid in page.grids:
        for cell in grid.cells:
            if cell.lines:
                at = cell.lines[0].place
                yield (part_title(page.name), at.table, at.row, at.column), grid, cell


def _names(truth: Truth, beside: tuple[Page, Grid, Cell] | None) -> Iterator[str]:
    before = _BRACKETS.sub("", truth.before)
    said = [text for text in _STOPS.split(before) if _CURRENCY.sub("", text).strip()]
    labels = [*_read(_CURRENCY.sub("", said[-1]))] if said else []
    if beside is not None:
        page, grid, cell = beside
        around = [*_left(grid, cell), *_above(grid, cell)]
        labels += [name for text in around[:6] for name in _read(text)]
        heading = list(_read(_heading(page, grid)))
    else:
        heading = []
    yield from labels
    yield from heading
    listed, _, column = truth.name.rpartition(".")
    if truth.kind is Kind.LIST and column:
        yield from (f"{listed}.{label}" for label in labels)
    for outer in (*labels, *heading):
        for label in labels:
            if outer != label:
                yield f"{outer}.{label}"


def _read(text: str) -> Iterator[str]:
    """A printed label, without its number and colon, and without what stands in brackets."""
    whole = _NUMBERING.sub("", "".join(text.split()))
    for words in dict.fromkeys((whole, _BRACKETS.sub("", whole), whole.split("\n")[0])):
        words = words.strip("：:、，。")
        if words and len(words) <= 30:
            yield words.replace(".", "")


def _left(grid: Grid, cell: Cell) -> Iterator[str]:
    """The words left of a cell, from the nearest on."""
    at = grid.at.get((cell.row, cell.column - 1))
    while at is not None:
        if not at.is_empty:
            yield at.text
        at = grid.at.get((cell.row, at.column - 1))


def _above(grid: Grid, cell: Cell) -> Iterator[str]:
    """The nearest words above a cell, and those above them."""
    found = 0
    for row in range(cell.row - 1, -1, -1):
        at = grid.at.get((row, cell.column))
        if at is not None and not at.is_empty and found < 2:
            found += 1
            yield at.text


def _heading(page: Page, grid: Grid) -> str:
    """The last words before a table."""
    last = ""
    for block in page.blocks:
        if block is grid:
            return last
        last = getattr(block, "text", "").strip() or last
    return ""
