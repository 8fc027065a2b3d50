"""A table held against its pattern, row by row and cell by cell."""

from collections import Counter
from heapq import heappop, heappush
from typing import Any

from jingjin_forms.reading.matching.found import (
    EXTRA,
    FILLED,
    MISSING,
    Entered,
    Match,
    NextItem,
    Way,
)
from jingjin_forms.reading.matching.matching import match_flow
from jingjin_forms.reading.matching.near import is_somewhere
from jingjin_forms.reading.matching.program import Kind, cell_program
from jingjin_forms.reading.matching.row_program import (
    CellPlan,
    RowStep,
    cell_plans,
    constants_of,
    notes_of,
    row_steps,
    wording_of,
)
from jingjin_forms.reading.matching.row_regex import (
    CellRead,
    TooComplicatedError,
    match_row,
    row_regex,
)
from jingjin_forms.reading.matching.side_by_side import side_by_side
from jingjin_forms.reading.matching.table_found import (
    CellFound,
    RowExtra,
    RowFound,
    RowMissing,
    TableAction,
    TableFound,
)
from jingjin_forms.reading.paper.paper import PaperCell, PaperRow, PaperTable
from jingjin_forms.reading.squeezed import plain
from jingjin_forms.reading.tokens import PARAGRAPH_END, CellPattern, RowPattern, TablePattern

_BLANKED, _NO_HEAD, _UNMERGED, _ODD_ROW = 5, 20, 40, 60
"""Merged cells that are not, a head that is blank, a row that is missing or added."""
_ALIKE_ENOUGH = 0.5
"""How much of a row's wording must be there before it is looked at closely."""


class Tables:
    """Tables of one file held against those of one template; what was found out is kept."""

    def __init__(self) -> None:
        self._found: dict[tuple[int, int], TableFound | None] = {}
        self._cells: dict[tuple[int, int, Way], Match | None] = {}

    def match(
        self, pattern: TablePattern, table: PaperTable, way: Way
    ) -> tuple[int, TableFound] | None:
        """The cheapest match, as a flow's walk asks for it. Where the walk takes no wording that
        differs, no more than half of the table's may."""
        key = id(pattern), id(table)
        if key not in self._found:
            self._found[key] = self._cheapest(pattern, table)
        found = self._found[key]
        if found is None:
            return None
        if way is not Way.NEAR and found.cost > _explained(table) + _limit(pattern):
            return None
        return found.cost, found

    def _cheapest(self, pattern: TablePattern, table: PaperTable) -> TableFound | None:
        """A looser way may cost less, where the closest passes over rows that belong there."""
        best: TableFound | None = None
        for way in Way:
            found = _Walk(self, pattern, table, way).match()
            if found is not None and (best is None or found.cost < best.cost):
                best = found
            is_whole = best is not None and best.cost == _cost_of_cells(best)
            if is_whole and not (way is Way.EXACT and _has_note_typed_again(pattern, table)):
                break
        return best

    def cell(self, pattern: CellPattern, cell: PaperCell, way: Way) -> Match | None:
        """How a cell fits, no more loosely than the way."""
        key = id(pattern), id(cell), way
        if key not in self._cells:
            found = None if way is Way.EXACT else self.cell(pattern, cell, Way(way - 1))
            if found is None:
                found = match_flow(cell_program(pattern), cell.flow, way, self.match)
            self._cells[key] = found
        return self._cells[key]

    def with_wording(self, pattern: CellPattern, cell: PaperCell, found: Match) -> Match:
        """A note that the form prints in some rows only must not be taken for a part of a fact,
        though it was typed again in another way."""
        for note in cell_program(pattern).notes:
            if note not in cell.flow.text and is_somewhere(plain(note), cell.flow.squeezed.text):
                ways = (Way.ALIKE, Way.NEAR)
                others = [match_flow(cell_program(pattern), cell.flow, w, self.match) for w in ways]
                found = min([found, *filter(None, others)], key=lambda match: match.cost)
        return found


def _cost_of_cells(found: TableFound) -> int:
    """What its cells cost alone, without rows that are missing, added or passed over."""
    rows = (action for action in found.actions if isinstance(action, RowFound))
    parts = (part for row in rows for part in row.parts)
    return sum(part.match.cost for part in parts if isinstance(part, CellFound))


def _has_note_typed_again(pattern: TablePattern, table: PaperTable) -> bool:
    """Whether a note of some rows stands there in other widths or blanks: a row of another kind,
    which has no notes, would take it for a part of a fact."""
    texts = [row.text for row in table.rows]
    return any(
        not any(note in text for text in texts) and any(plain(note) in plain(t) for t in texts)
        for note in notes_of(pattern)
    )


def _explained(table: PaperTable) -> int:
    return FILLED * table.length


def _limit(pattern: TablePattern) -> int:
    return MISSING * len(plain(pattern.wording)) // 2


class _Walk:
    """One search through a table's steps; states are pairs of a step and a row's index."""

    def __init__(self, tables: Tables, pattern: TablePattern, table: PaperTable, way: Way):
        self._tables, self._steps, self._rows = tables, row_steps(pattern), table.rows
        self._way = way
        self._best: dict[tuple[int, int], tuple[int, Any, tuple[TableAction, ...]]] = {}
        self._heap: list[tuple[int, int, int]] = []
        self._row_cache: dict[tuple[int, int, bool], tuple[int, RowFound] | None] = {}

    def match(self) -> TableFound | None:
        self._best[0, 0] = 0, None, ()
        self._go_on(self._steps[0], (0, 0), 0, 0)
        while self._heap:
            index, cost, number = heappop(self._heap)
            state = number, index
            if cost > self._best[state][0]:
                continue
            step = self._steps[number]
            if step.kind is Kind.TABLE:
                self._row(step, state, cost)
            elif index == len(self._rows):
                return TableFound(cost, self._actions(state), self._way)
            if self._way is not Way.EXACT and index < len(self._rows):
                self._pass_over(state, cost)
        return None

    def _reach(
        self, state: tuple[int, int], cost: int, before: Any, actions: tuple[TableAction, ...]
    ) -> None:
        known = self._best.get(state)
        if known is None or cost < known[0]:
            self._best[state] = cost, before, actions
            heappush(self._heap, (state[1], cost, state[0]))

    def _go_on(
        self,
        step: RowStep,
        state: tuple[int, int],
        index: int,
        cost: int,
        *actions: TableAction,
    ) -> None:
        for move in step.moves:
            whole = (*actions, *move.actions)
            self._reach((move.step, index), cost + move.price, state, whole)

    def _pass_over(self, state: tuple[int, int], cost: int) -> None:
        """Take a row for one that somebody has added: a blank one for room, or another."""
        row, after = self._rows[state[1]], (state[0], state[1] + 1)
        if row.is_blank:
            self._reach(after, cost + _ODD_ROW, state, ())
        elif self._way is Way.NEAR:
            price = 2 * _ODD_ROW + EXTRA * len(plain(row.text))
            self._reach(after, cost + price, state, (RowExtra(row),))

    def _row(self, step: RowStep, state: tuple[int, int], cost: int) -> None:
        assert step.row is not None
        index = state[1]
        if index < len(self._rows):
            key = id(step.row), index, step.is_first
            if key not in self._row_cache:
                self._row_cache[key] = self._found(step.row, self._rows[index], step.is_first)
            if (found := self._row_cache[key]) is not None:
                self._go_on(step, state, index + 1, cost + found[0], found[1])
        if self._way is Way.NEAR:
            price = _ODD_ROW + MISSING * len(wording_of(step.row))
            self._go_on(step, state, index, cost + price, RowMissing(step.row))

    def _found(
        self, pattern: RowPattern, row: PaperRow, is_first: bool
    ) -> tuple[int, RowFound] | None:
        best = self._by_plans(pattern, row, is_first, min(self._way, Way.ALIKE))
        if best is not None or self._way is not Way.NEAR or not _may_be(pattern, row):
            return best
        best = self._by_plans(pattern, row, is_first, Way.NEAR)
        return best or self._beside(pattern, row)

    def _by_plans(
        self, pattern: RowPattern, row: PaperRow, is_first: bool, way: Way
    ) -> tuple[int, RowFound] | None:
        plans = cell_plans(pattern, len(row.cells))
        by_plan = self._as_printed if way is Way.EXACT else self._by_plan
        if len(plans) == 1:
            return by_plan(plans[0], row, is_first, way)
        found = [by_plan(plan, row, is_first, way) for plan in plans]
        return min((f for f in found if f is not None), key=lambda f: f[0], default=None)

    def _as_printed(
        self, plan: CellPlan, row: PaperRow, is_first: bool, way: Way
    ) -> tuple[int, RowFound] | None:
        try:
            matched = match_row(row_regex(plan, is_first), row)
        except TooComplicatedError:
            return self._by_plan(plan, row, is_first, way) if _has_wording(plan, row) else None
        if matched is None:
            return None
        cost = 0
        parts: list[CellFound | Entered | NextItem] = []
        for part in matched:
            if isinstance(part, CellRead):
                price, found = self._checked(part.pattern, row.cells[part.number], part.match)
                cost += price
                parts.append(found)
            else:
                parts.append(part)
        return cost, RowFound(row, tuple(parts))

    def _checked(
        self, pattern: CellPattern, cell: PaperCell, match: Match
    ) -> tuple[int, CellFound]:
        """A match with what speaks against it: a note taken for a fact, merged cells without a
        head."""
        match = self._tables.with_wording(pattern, cell, match)
        odd = pattern.may_continue and not cell.flow.shown.strip()
        return match.cost + odd * _NO_HEAD, CellFound(pattern, cell, match)

    def _by_plan(
        self, plan: CellPlan, row: PaperRow, is_first: bool, way: Way
    ) -> tuple[int, RowFound] | None:
        cost = 0
        parts: list[CellFound | Entered | NextItem] = []
        cells = iter(row.cells)
        for item in plan:
            if not isinstance(item, CellPattern):
                parts.append(item)
                continue
            found = self._cell(item, next(cells), is_first, way)
            if found is None:
                return None
            cost += found[0]
            if found[1] is not None:
                parts.append(found[1])
        return cost, RowFound(row, tuple(parts))

    def _cell(
        self, pattern: CellPattern, cell: PaperCell, is_first: bool, way: Way
    ) -> tuple[int, CellFound | None] | None:
        """What a cell costs; nothing is found in one that is merged with the cell above it."""
        merged = pattern.continues or (pattern.may_continue and not is_first)
        if cell.continues:
            if merged:
                return 0, None
            if way is not Way.NEAR and not pattern.may_continue:
                return None
            head = plain(cell_program(pattern).constant or "").strip(PARAGRAPH_END)
            return _UNMERGED + MISSING * len(head), None
        if merged:
            if way is not Way.EXACT and not cell.flow.shown.strip():
                return _BLANKED, None
            return (_UNMERGED, None) if way is Way.NEAR else None
        match = self._tables.cell(pattern, cell, way)
        return None if match is None else self._checked(pattern, cell, match)

    def _beside(self, pattern: RowPattern, row: PaperRow) -> tuple[int, RowFound] | None:
        """A row whose number of cells differs: cells that fit, in their order."""
        plans = [p for n in range(1, 64) for p in cell_plans(pattern, n)][:4]
        found = [side_by_side(self._tables.cell, plan, row) for plan in plans]
        return min(found, key=lambda pair: pair[0], default=None)

    def _actions(self, state: Any) -> tuple[TableAction, ...]:
        found: list[tuple[TableAction, ...]] = []
        while state is not None:
            _, state, actions = self._best[state]
            found.append(actions)
        return tuple(action for actions in reversed(found) for action in actions)


def _has_wording(plan: CellPlan, row: PaperRow) -> bool:
    """Whether the cells that hold nothing but wording say it; most rows are told apart by that."""
    for number, constant in constants_of(plan):
        cell = row.cells[number]
        if cell.flow.text != constant and not cell.continues:
            return False
    return True


def _may_be(pattern: RowPattern, row: PaperRow) -> bool:
    """Whether enough of a row's wording is there at all."""
    wording = wording_of(pattern)
    there = Counter(plain(row.text))
    shared = sum((Counter(wording) & there).values())
    return shared >= _ALIKE_ENOUGH * len(wording)
