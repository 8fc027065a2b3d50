"""How much room a line of a blank form has, so that names in it move nothing else."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from math import ceil

from jingjin_forms.page.grid import Cell, Grid
from jingjin_forms.page.line import Line, Piece
from jingjin_forms.page.page import Page
from jingjin_forms.word.docx.location import Element, W
from jingjin_forms.word.docx.plain_xml import read_xml
from jingjin_forms.word.docx.style_line import STYLES, style_line

_USUAL_SIZE = 20  # half points, where a file says nothing
_USUAL_WIDTH = 9000  # twips between the margins
_PADDING = 240  # left and right in a cell, and a little more
_TWIPS = 10  # of a half point
_FULL = 0.95  # of a line: it is broken between characters, not in them


class Sizes:
    """The size of the letters in half points, as the styles of a file give it."""

    def __init__(self, parts: Mapping[str, bytes]):
        content = parts.get(STYLES)
        self._root = None if content is None else read_xml(content)

    @cached_property
    def _styles(self) -> dict[str, Element]:
        found = [] if self._root is None else self._root.findall(f"{W}style")
        return {style.get(f"{W}styleId") or "": style for style in found}

    @cached_property
    def _default(self) -> int:
        if self._root is None:
            return _USUAL_SIZE
        said = self._root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}sz")
        size = _number(said, _USUAL_SIZE)
        for style in self._styles.values():
            if style.get(f"{W}default") in ("1", "true") and style.get(f"{W}type") == "paragraph":
                size = _number(style.find(f"{W}rPr/{W}sz"), size)
        return size

    def of(self, run: Element) -> int:
        """The size of a run's letters."""
        return _number(run.find(f"{W}rPr/{W}sz"), 0) or self.of_paragraph(
            next(run.iterancestors(f"{W}p"), None)
        )

    def of_paragraph(self, paragraph: Element | None) -> int:
        """The size that a paragraph's letters have by its style."""
        named = None if paragraph is None else paragraph.find(f"{W}pPr/{W}pStyle")
        name = "" if named is None else named.get(f"{W}val") or ""
        for style in style_line(self._styles, name):
            if size := _number(style.find(f"{W}rPr/{W}sz"), 0):
                return size
        return self._default


class Rooms:
    """The width of each line of a part, in twips."""

    def __init__(self, page: Page, sizes: Sizes):
        self.sizes = sizes
        self._cells: dict[Line, tuple[Grid, Cell]] = {
            line: (grid, cell) for grid in page.grids for cell in grid.cells for line in cell.lines
        }
        section = page.source.root.find(f"{W}body/{W}sectPr")
        self._page_width = _USUAL_WIDTH if section is None else _between_margins(section)

    def width(self, line: Line) -> int:
        """From margin to margin, or within its cell."""
        found = self._cells.get(line)
        if found is None:
            if next(line.element.iterancestors(f"{W}txbxContent"), None) is not None:
                return _USUAL_WIDTH // 4
            return self._page_width
        grid, cell = found
        said = cell.element.find(f"{W}tcPr/{W}tcW")
        is_twips = said is not None and said.get(f"{W}type", "dxa") == "dxa"
        columns = [_number(c, 0, "w") for c in grid.element.findall(f"{W}tblGrid/{W}gridCol")]
        # Word goes by the cells, LibreOffice by the columns, neither beyond the margins.
        known = [_number(said, 0, "w") if is_twips else 0, sum(columns[cell.column : cell.end])]
        known.append(self._page_width * cell.columns // max(1, grid.width) if not any(known) else 0)
        width = min(width for width in known if width)
        if grid.parent is None and sum(columns) > self._page_width:
            width = width * self._page_width // sum(columns)
        return max(width - _PADDING, 200)

    def left(self, line: Line, cuts: Sequence[tuple[int, int]]) -> int:
        """What names may take in a line from which `cuts` are taken, without a further line."""
        width = self.width(line)
        before = [width_of(text, size) for text, size in self._rows(line, ())]
        after = [width_of(text, size) for text, size in self._rows(line, cuts)]
        lines = sum(max(1, ceil(one / width)) for one in _sums(self, line, before))
        return int(lines * width * _FULL) - sum(after)

    def _rows(self, line: Line, cuts: Sequence[tuple[int, int]]) -> Iterator[tuple[str, int]]:
        position = 0
        for piece in line.pieces:
            size = self._size(piece)
            kept = "".join(
                letter
                for n, letter in enumerate(piece.text, position)
                if not any(start <= n < end for start, end in cuts)
            )
            position += len(piece.text)
            yield kept, size

    def _size(self, piece: Piece) -> int:
        return self.sizes.of(piece.run)


def _sums(rooms: Rooms, line: Line, widths: Sequence[int]) -> list[int]:
    """The widths between line breaks."""
    sums = [0]
    for piece, width in zip(line.pieces, widths, strict=True):
        sums[-1] += width
        if piece.text.endswith("\n"):
            sums.append(0)
    return sums


def width_of(text: str, size: int) -> int:
    """The width of a text in letters of `size` half points, in twips."""
    halves = sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in text if c != "\n")
    return halves * size * _TWIPS // 2


def _between_margins(section: Element) -> int:
    size, margin = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    width = _number(size, 11906, "w")
    return width - _number(margin, 1440, "left") - _number(margin, 1440, "right")


def _number(element: Element | None, otherwise: int, name: str = "val") -> int:
    said = "" if element is None else element.get(f"{W}{name}") or ""
    try:
        return round(float(said)) if said else otherwise
    except ValueError:  # "2.5cm", as some programs write
        return otherwise
