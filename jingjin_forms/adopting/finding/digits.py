"""Cells side by side that one amount is written into by digit: 千萬｜百萬｜…｜元."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jingjin_forms.adopting.blank import Kind
from jingjin_forms.adopting.finding.words import squeezed
from jingjin_forms.adopting.hole import Hole
from jingjin_forms.page.grid import Cell, Grid
from jingjin_forms.values.digit_cells import PARTS_OF_A_DOLLAR, PLACES

_FEWEST = 3
_AS_PLACES = str.maketrans("仟佰拾万亿圓圆", "千百十萬億元元")
_FLAT = {"十萬": "十", "百萬": "百", "千萬": "千", "十億": "十"}
"""How a place is printed where 萬 stands over its own cell only: 十｜萬｜千｜百｜十｜元."""


@dataclass(frozen=True, eq=False)
class Digits:
    """One amount: its cells from left to right, each with its place, and their heads."""

    heads: tuple[Cell, ...]
    cells: tuple[Cell, ...]
    places: tuple[str, ...]

    def hole(self, label: str, kind: Kind = Kind.COMB) -> Hole:
        """The blank they are together."""
        lines = [cell.lines[0] for cell in self.cells]
        hole = Hole(kind, lines[0], 0, len(lines[0].text), label=label)
        hole.digits = list(zip(lines, self.places, strict=True))
        return hole


def digits_of(grid: Grid) -> Iterator[Digits]:
    """The amounts of a table, row by row below each run of heads."""
    for row in range(len(grid.rows) - 1):
        for heads, places in _heads_in(grid.row(row)):
            yield from _below(grid, heads, places)


def label_of_digits(grid: Grid, found: Digits) -> str:
    """What stands over all the heads, or left of them: 金額."""
    first, last = found.heads[0], found.heads[-1]
    above = grid.above(first)
    if above is not None and above.column <= first.column and above.end >= last.end:
        return above.text
    left = grid.left_of(first)
    return left.text if left is not None else ""


def _below(grid: Grid, heads: tuple[Cell, ...], places: tuple[str, ...]) -> Iterator[Digits]:
    """The rows of empty cells that stand under the heads one by one, down to one that does not."""
    row = heads[0].last_row + 1
    while row < len(grid.rows):
        cells = tuple(grid.at.get((row, head.column)) for head in heads)
        own = tuple(c for c in cells if c is not None and c.row == row and c.is_empty and c.lines)
        if [(c.column, c.end) for c in own] != [(h.column, h.end) for h in heads]:
            return
        yield Digits(heads, own, places)
        row += 1


def _heads_in(row: Sequence[Cell]) -> Iterator[tuple[tuple[Cell, ...], tuple[str, ...]]]:
    """The runs of heads in a row, read from the 元 of each to the left."""
    for end, cell in enumerate(row):
        if _printed(cell) != PLACES[0]:
            continue
        first = end
        for place in PLACES[1:]:
            said = _printed(row[first - 1]) if first else ""
            if said != place and not (said and said == _FLAT.get(place)):
                break
            first -= 1
        length = end - first + 1
        if length < _FEWEST:
            continue
        behind = end + 1
        for part in PARTS_OF_A_DOLLAR:
            behind += behind < len(row) and _printed(row[behind]) == part
        parts = PARTS_OF_A_DOLLAR[: behind - end - 1]
        yield tuple(row[first:behind]), (*reversed(PLACES[:length]), *parts)


def _printed(cell: Cell) -> str:
    text = squeezed(cell.text).translate(_AS_PLACES)
    return text if cell.rows == 1 else ""
