"""The rows of a table as steps, like those of a flow (see `program`)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import islice
from typing import Any

from jingjin_forms.reading.matching.found import MISSING, Entered, NextItem
from jingjin_forms.reading.matching.program import Kind, cell_program
from jingjin_forms.reading.squeezed import plain
from jingjin_forms.reading.tokens import (
    CellItem,
    CellPattern,
    EitherCells,
    EitherRows,
    Literal,
    Loop,
    RepeatedCells,
    RepeatedRows,
    RowItem,
    RowPattern,
    TablePattern,
    TableToken,
)

_MOST_WAYS = 200
CellPlan = tuple[CellPattern | Entered | NextItem, ...]


@dataclass(slots=True, eq=False)
class RowStep:
    """A step: `Kind.TABLE` stands for a row here."""

    kind: Kind
    row: RowPattern | None = None
    loop: Loop | None = None
    is_first: bool = True
    """Whether the row is the first of the innermost loop it stands in."""
    price: int = 0
    """What it costs to come this way: where rows are passed over that the form always prints."""
    next: list[int] = field(default_factory=list[int])
    moves: "tuple[Move, ...]" = ()
    """Of a row, and of the first step: the rows that can come next, or the end."""


@dataclass(frozen=True, slots=True)
class Move:
    """The way from a row to one that can follow: through which loops, and what it costs."""

    step: int
    actions: tuple[Entered | NextItem, ...]
    price: int


@cache
def row_steps(table: TablePattern) -> list[RowStep]:
    """The steps of a table, from the first to the last."""
    return _Compiling().compiled(table.rows)


class _Compiling:
    def __init__(self) -> None:
        self._steps: list[RowStep] = []

    def compiled(self, rows: tuple[RowItem, ...]) -> list[RowStep]:
        ends = self._sequence(rows, self._add(RowStep(Kind.SPLIT)), True)
        self._join(ends, self._add(RowStep(Kind.END)))
        for number, step in enumerate(self._steps):
            if number == 0 or step.kind is Kind.TABLE:
                step.moves = tuple(self._moves(step))
        return self._steps

    def _moves(self, begin: RowStep) -> list[Move]:
        found: dict[int, Move] = {}
        waiting = [(number, Move(number, (), 0), frozenset[int]()) for number in begin.next]
        while waiting:
            number, way, passed = waiting.pop(0)
            step = self._steps[number]
            if step.kind in (Kind.TABLE, Kind.END):
                if number not in found or way.price < found[number].price:
                    found[number] = Move(number, way.actions, way.price)
            elif number not in passed:
                actions = way.actions + _begun(step)
                on = Move(number, actions, way.price + step.price)
                waiting += [(after, on, passed | {number}) for after in step.next]
        return list(found.values())

    def _add(self, step: RowStep) -> list[int]:
        self._steps.append(step)
        return [len(self._steps) - 1]

    def _join(self, ends: Iterable[int], begins: list[int]) -> None:
        for end in ends:
            self._steps[end].next += [b for b in begins if b not in self._steps[end].next]

    def _sequence(self, items: tuple[RowItem, ...], ends: list[int], is_first: bool) -> list[int]:
        for item in items:
            match item:
                case RowPattern():
                    added = self._add(RowStep(Kind.TABLE, item, None, is_first))
                    self._join(ends, added)
                    ends = added
                case RepeatedRows(loop, body):
                    ends = self._loop(loop, body, ends)
                case EitherRows(branches):
                    split = self._add(RowStep(Kind.SPLIT))
                    self._join(ends, split)
                    ends = [e for b in branches for e in self._sequence(b, split, is_first)]
        return ends

    def _loop(self, loop: Loop, body: tuple[RowItem, ...], ends: list[int]) -> list[int]:
        """The first time round apart: merged cells begin there."""
        enter = self._add(RowStep(Kind.ENTER, loop=loop))
        self._join(ends, enter)
        first = self._add(RowStep(Kind.ITEM, loop=loop))
        self._join(enter, first)
        once = self._sequence(body, first, True)
        again = self._add(RowStep(Kind.ITEM, loop=loop))
        self._join(once, again)
        later = self._sequence(body, again, False)
        self._join(later, again)
        none = self._add(RowStep(Kind.SPLIT, price=MISSING * len(_wording_in(body))))
        self._join(enter, none)
        return [*none, *once, *later]


def _begun(step: RowStep) -> tuple[Entered | NextItem, ...]:
    """The loop that begins, or goes on, with a step."""
    if step.loop is None:
        return ()
    return (Entered(step.loop) if step.kind is Kind.ENTER else NextItem(step.loop),)


@cache
def cell_plans(row: RowPattern, count: int) -> list[CellPlan]:
    """The ways in which a row can have so many cells."""
    plans = islice(_ways(row.cells, count), _MOST_WAYS)
    return [tuple(p) for p in plans if _cells_in(p) == count]


@cache
def constants_of(plan: CellPlan) -> list[tuple[int, str]]:
    """The cells of a plan that hold nothing but wording, by their number."""
    cells = [item for item in plan if isinstance(item, CellPattern)]
    found = [(n, cell_program(cell).constant) for n, cell in enumerate(cells) if not cell.continues]
    return [(n, constant) for n, constant in found if constant is not None]


def _cells_in(plan: Iterable[object]) -> int:
    return sum(isinstance(item, CellPattern) for item in plan)


def _ways(
    items: tuple[CellItem, ...], most: int
) -> Iterator[list[CellPattern | Entered | NextItem]]:
    if not items:
        yield []
        return
    for begun in _ways_of_one(items[0], most):
        for rest in _ways(items[1:], most - _cells_in(begun)):
            yield begun + rest


def _ways_of_one(item: CellItem, most: int) -> Iterator[list[CellPattern | Entered | NextItem]]:
    match item:
        case CellPattern():
            if most > 0:
                yield [item]
        case EitherCells(branches):
            for branch in branches:
                yield from _ways(branch, most)
        case RepeatedCells(loop, body):
            for times in range(most + 1):
                for once in _ways(body, most):
                    repeated = [NextItem(loop), *once] * times
                    if _cells_in(repeated) <= most and (times == 0 or _cells_in(once)):
                        yield [Entered(loop), *repeated]


def _wording_in(items: tuple[RowItem, ...]) -> str:
    """The fixed wording of rows that repeat."""
    rows = (item for item in items if isinstance(item, RowPattern))
    return "".join(map(wording_of, rows))


def notes_in(items: "list[Any] | tuple[Any, ...]") -> Iterator[str]:
    """The notes of all cells, at any depth."""
    for item in items:
        match item:
            case CellPattern():
                yield from cell_program(item).notes
            case RowPattern():
                yield from notes_in(item.cells)
            case TableToken(table):
                yield from notes_in(table.rows)
            case _:
                yield from notes_in(getattr(item, "body", ()))
                for branch in getattr(item, "branches", ()):
                    yield from notes_in(branch)


@cache
def notes_of(table: TablePattern) -> tuple[str, ...]:
    """The notes of all its cells, at any depth."""
    return tuple(notes_in(table.rows))


@cache
def wording_of(row: RowPattern) -> str:
    """All fixed wording of a row, squeezed."""
    return "".join(_wordings(row.cells))


def _wordings(items: tuple[CellItem, ...]) -> Iterator[str]:
    for item in items:
        match item:
            case CellPattern():
                yield from (plain(t.text) for t in item.tokens if isinstance(t, Literal))
            case RepeatedCells():
                yield from _wordings(item.body)
            case EitherCells():
                yield from _wordings(item.branches[0])
