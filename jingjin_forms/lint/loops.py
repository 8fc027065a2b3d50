"""Loops that print nothing of their rows, and what a list still has of the blank form's rows."""

import re
from collections.abc import Iterator
from itertools import takewhile

from jinja2 import nodes

from jingjin_forms.lint.remark import Remark, doubt
from jingjin_forms.lint.subject import Subject
from jingjin_forms.page.grid import Cell, Grid
from jingjin_forms.word.docx.location import Place
from jingjin_forms.word.tag_tree import GLOBALS, TagTree

_begin = re.compile(r"\{%tr\s+for\s")
_end = re.compile(r"\{%tr\s+endfor\b")
_asked_rows = re.compile(r"\|\s*列數\(\s*(\d+)\s*\)")
_list_name = re.compile(r"\bin\s+([\w.]+)")
_figure = re.compile(r"[(（]?\d{1,3}[)）.、．]?")
_number_head = re.compile(r"編\s*號|序\s*號|項\s*次|順\s*序|^\s*(?:No\.?|#)\s*$", re.IGNORECASE)


def empty_loops(subject: Subject) -> Iterator[Remark]:
    """A loop that goes through a list and prints nothing of it."""
    for tree in subject.trees:
        for loop in tree.tree.find_all(nodes.For):
            if _is_of_facts(loop) and not _uses_row(loop):
                yield _empty_loop(tree, loop)


def _is_of_facts(loop: nodes.For) -> bool:
    return any(name.name not in GLOBALS for name in _names(loop.iter))


def _uses_row(loop: nodes.For) -> bool:
    rows = {name.name for name in _names(loop.target)}
    return any(name.name in rows for node in loop.body for name in _names(node))


def _names(node: nodes.Node) -> list[nodes.Name]:
    own = [node] if isinstance(node, nodes.Name) else []
    return [*own, *node.find_all(nodes.Name)]


def _empty_loop(tree: TagTree, loop: nodes.For) -> Remark:
    row = "、".join(name.name for name in _names(loop.target))
    tag = tree.tag_of(loop)
    return doubt(
        "empty_loop",
        tree.place_of(loop),
        f"這個迴圈裡沒有印「{row}」的任何內容，清單填了也看不到："
        f"請在 for 與 endfor 之間寫 {{{{ {row}.名稱 }}}}，或刪去這個迴圈。",
        tag.text if tag else "",
    )


def rows_of_lists(subject: Subject) -> Iterator[Remark]:
    """Blank rows that are left behind a list, and numbers typed into its row."""
    for page in subject.pages:
        for grid in page.grids:
            for begin, end in _loops(grid):
                yield from _typed_numbers(grid, begin, end)
                yield from _spare_rows(page.title, grid, begin, end)


def _loops(grid: Grid) -> Iterator[tuple[int, int]]:
    """The rows in which loops begin and end, by number."""
    begun: list[int] = []
    for number in range(len(grid.rows)):
        text = _text(grid, number)
        begun += [number] * len(_begin.findall(text))
        for _ in _end.findall(text):
            if begun:
                yield begun.pop(), number


def _text(grid: Grid, number: int) -> str:
    return " ".join(cell.text for cell in grid.row(number))


def _typed_numbers(grid: Grid, begin: int, end: int) -> Iterator[Remark]:
    for number in range(begin + 1, end):
        cells = grid.row(number)
        for cell in cells if len(cells) > 1 else ():
            is_for_numbers = cell is cells[0] or _has_number_head(grid, cell)
            if is_for_numbers and _figure.fullmatch(cell.text):
                printed = f"清單的每一列都會印成「{cell.text}」"
                remedy = "要自動編號，請改成 {{ loop.index }}。"
                yield doubt("typed_number", cell.lines[0].place, f"{printed}；{remedy}")


def _has_number_head(grid: Grid, cell: Cell) -> bool:
    above = (grid.at.get((row, cell.column)) for row in range(cell.row))
    return any(head is not None and _number_head.search(head.text) for head in above)


def _spare_rows(part: str, grid: Grid, begin: int, end: int) -> Iterator[Remark]:
    inside = [grid.row(n) for n in range(begin + 1, end)]
    shapes = {_shape(cells) for cells in inside}
    if len(inside) != 1:  # several rows to an item: which of them are spare cannot be said
        return
    behind = range(end + 1, len(grid.rows))
    spare = len(list(takewhile(lambda n: _is_spare(grid.row(n), shapes), behind)))
    if not spare:
        return
    tag = next(cell.text for cell in grid.row(begin) if _begin.search(cell.text))
    asked = _asked_rows.search(tag)
    rows = (int(asked[1]) if asked else 1) + spare
    name = _list_name.search(tag)
    called = f"「{name[1]}」" if name else "清單"
    yield doubt(
        "spare_rows",
        Place(part, "tr", grid.number, end + 2),
        f"{called}後面還有 {spare} 個空白列，資料多時會印在這些空白列前面：請刪去這些空白列；"
        f"紙上要固定有 {rows} 列，在迴圈寫 {name[1] if name else '名冊'}|列數({rows})。",
        path=tuple(name[1].split(".")) if name else (),
        value=spare,
    )


def _shape(cells: list[Cell]) -> tuple[tuple[int, int], ...]:
    return tuple((cell.column, cell.columns) for cell in cells)


def _is_spare(cells: list[Cell], shapes: set[tuple[tuple[int, int], ...]]) -> bool:
    """Whether a row is blank, but for its number, and made like those of the list."""
    is_blank = all(cell.is_empty for cell in cells[1:]) and len(cells) > 1
    first = cells[0] if cells else None
    is_first_blank = first is not None and (first.is_empty or bool(_figure.fullmatch(first.text)))
    return is_blank and is_first_blank and _shape(cells) in shapes
