"""A row whose number of cells is not the form's: which cells fit, in their order."""

from collections.abc import Callable
from typing import Any

from jingjin_forms.reading.matching.found import EXTRA, MISSING, Entered, Match, NextItem, Way
from jingjin_forms.reading.matching.row_program import CellPlan
from jingjin_forms.reading.matching.table_found import CellFound, RowFound
from jingjin_forms.reading.paper.paper import PaperCell, PaperRow
from jingjin_forms.reading.squeezed import plain
from jingjin_forms.reading.tokens import CellPattern

ODD_CELL = 60
CellMatch = Callable[[CellPattern, PaperCell, Way], Match | None]


def side_by_side(match: CellMatch, plan: CellPlan, row: PaperRow) -> tuple[int, RowFound]:
    """The cheapest way to lay a row's cells on those of a plan; some are left over."""
    patterns = [item for item in plan if isinstance(item, CellPattern)]
    columns, rows = len(row.cells), len(patterns)
    best: dict[tuple[int, int], tuple[int, Any, Any]] = {(0, 0): (0, None, None)}
    for i in range(rows + 1):
        for j in range(columns + 1):
            if (i, j) not in best:
                continue
            cost = best[i, j][0]
            ways: list[tuple[tuple[int, int], int, Any]] = []
            if i < rows:
                wording = sum(
                    len(plain(getattr(token, "text", ""))) for token in patterns[i].tokens
                )
                ways.append(((i + 1, j), ODD_CELL + MISSING * wording, patterns[i]))
            if j < columns:
                text = plain(row.cells[j].flow.text)
                ways.append(((i, j + 1), ODD_CELL + EXTRA * len(text), row.cells[j]))
            if i < rows and j < columns:
                fits = match(patterns[i], row.cells[j], Way.NEAR)
                if fits is not None:
                    found = CellFound(patterns[i], row.cells[j], fits)
                    ways.append(((i + 1, j + 1), fits.cost, found))
            for state, price, what in ways:
                if state not in best or cost + price < best[state][0]:
                    best[state] = cost + price, (i, j), what
    return best[rows, columns][0], _row_found(best, plan, row)


def _row_found(best: Any, plan: CellPlan, row: PaperRow) -> RowFound:
    state: Any = (sum(isinstance(i, CellPattern) for i in plan), len(row.cells))
    whats: list[Any] = []
    while state is not None:
        _, state, what = best[state]
        if what is not None:
            whats.append(what)
    by_pattern = {id(w.pattern): w for w in whats if isinstance(w, CellFound)}
    parts: list[CellFound | Entered | NextItem] = []
    for item in plan:
        if not isinstance(item, CellPattern):
            parts.append(item)
        elif id(item) in by_pattern:
            parts.append(by_pattern[id(item)])
    return RowFound(
        row,
        tuple(parts),
        tuple(w for w in whats if isinstance(w, PaperCell)),
        tuple(w for w in whats if isinstance(w, CellPattern)),
    )
