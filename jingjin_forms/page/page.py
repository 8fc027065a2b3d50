"""One part of a Word file, read from top to bottom."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from jingjin_forms.page.grid import Cell, Grid
from jingjin_forms.page.line import Line
from jingjin_forms.page.spans import Source
from jingjin_forms.word.docx.location import CELL, PARAGRAPH, TABLE, Element, W, part_title, places
from jingjin_forms.word.docx.parts import text_parts
from jingjin_forms.word.docx.plain_xml import FALLBACK

_TEXT_BOX = f"{W}txbxContent"
Block = Line | Grid


@dataclass(eq=False)
class Page:
    """A part: its lines outside tables and its tables in the order they stand there."""

    name: str
    source: Source
    blocks: list[Block]
    """Lines outside tables and tables that stand in no other; text boxes after their paragraph."""
    grids: list[Grid]
    """All tables, also those inside others."""
    lines: list[Line]
    """Every paragraph, those in cells too, as they follow each other in the file."""
    twins: Mapping[Line, Line]
    """Of a text box's paragraph the other copy that Word keeps for older programs."""

    @property
    def title(self) -> str:
        """What people call the part: 本文, 頁首 1."""
        return part_title(self.name)

    def shown(self) -> "Iterator[Line]":
        """The lines in reading order, cell by cell; what merged cells hide is left out."""
        inner: dict[Cell, list[Grid]] = {}
        for grid in self.grids:
            if grid.parent is not None:
                inner.setdefault(grid.parent, []).append(grid)

        def of_grid(grid: Grid) -> "Iterator[Line]":
            for cell in grid.cells:
                yield from cell.lines
                for table in inner.get(cell, ()):
                    yield from of_grid(table)

        for block in self.blocks:
            if isinstance(block, Line):
                yield block
            else:
                yield from of_grid(block)


def read_page(name: str, content: bytes) -> Page:
    """The part `name` of a Word file."""
    source = Source(content)
    root = source.root
    place_of = dict(places(root, part_title(name)))
    lines = {p: Line(p, place_of[p]) for p in root.iter(PARAGRAPH)}
    grids = {t: Grid(t, number) for number, t in enumerate(root.iter(TABLE), 1)}
    cell_of = {
        element: cell
        for grid in grids.values()
        for cell in grid.cells
        for element in (cell.element, *cell.below)
    }
    blocks: list[Block] = []
    twins: dict[Line, Line] = {}
    for element in root.iter(PARAGRAPH, TABLE):
        holder = _holder(element)
        if holder is not None and holder.tag == CELL:
            _put(element, cell_of.get(holder), lines, grids)
        elif next(element.iterancestors(FALLBACK), None) is None:
            blocks.append(lines[element] if element in lines else grids[element])
    for first, second in _copies(root):
        twins |= {
            lines[a]: lines[b]
            for a, b in zip(first.iter(PARAGRAPH), second.iter(PARAGRAPH), strict=False)
            if lines[a].text == lines[b].text
        }
    inside_copies = {t for _, second in _copies(root) for t in second.iter(TABLE)}
    return Page(
        name,
        source,
        blocks,
        [grid for element, grid in grids.items() if element not in inside_copies],
        [
            line
            for line in lines.values()
            if next(line.element.iterancestors(FALLBACK), None) is None
        ],
        twins,
    )


def read_pages(path: Path, parts: Mapping[str, bytes]) -> list[Page]:
    """The parts of a Word file that a reader sees: the text first, then headers and footers.

    Raises FileProblemError when it is no Word document.
    """
    names = text_parts(path, parts)
    return [read_page(name, parts[name]) for name in names if not name.startswith("docProps/")]


def _holder(element: Element) -> Element | None:
    """The cell or text box that an element stands in."""
    return next(element.iterancestors(CELL, _TEXT_BOX), None)


def _put(
    element: Element,
    cell: Cell | None,
    lines: Mapping[Element, Line],
    grids: Mapping[Element, Grid],
) -> None:
    if cell is None:
        return
    if element in lines:
        if next(element.iterancestors(CELL), None) is cell.element:
            cell.lines.append(lines[element])
    else:
        grids[element].parent = cell
        cell.has_table = True


def _copies(root: Element) -> Iterator[tuple[Element, Element]]:
    """The text boxes that stand twice, for newer and for older programs."""
    for fallback in root.iter(FALLBACK):
        parent = fallback.getparent()
        if parent is None:
            continue
        choice = next(
            (child for child in parent if child.tag == FALLBACK.replace("Fallback", "Choice")), None
        )
        if choice is None:
            continue
        yield from zip(choice.iter(_TEXT_BOX), fallback.iter(_TEXT_BOX), strict=False)
