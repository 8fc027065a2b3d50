"""A row whose cells are as they are printed, matched in one go.

Nearly every row of nearly every paper is: one regular expression for the whole row is several
times as fast as a walk through each of its cells, and says the same.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from jingjin_forms.reading.found import FILLED, Action, Entered, Filled, Match, NextItem, Way
from jingjin_forms.reading.paper import CONTINUES, NEXT_CELL, PaperRow
from jingjin_forms.reading.row_program import CellPlan
from jingjin_forms.reading.tokens import (
    BOXES,
    PARAGRAPH_END,
    TABLE_HERE,
    CellPattern,
    DerivedBox,
    Either,
    Literal,
    Mark,
    ParagraphEnd,
    Slot,
    SlotKind,
    Token,
)

_LONGEST = 3_000
"""Characters of a row; longer ones are walked, which takes no more than its length in time."""
_TEXT = f"[^{PARAGRAPH_END}{TABLE_HERE}{NEXT_CELL}{CONTINUES}]*?"
_NUMBER = "[0-9０-９,，.．]*"
_BOX = f"[{re.escape(BOXES)}]"


@dataclass(frozen=True, slots=True, eq=False)
class RowRegex:
    """The expression of a row, and by group which slot of which cell it is."""

    regex: re.Pattern[str]
    groups: tuple[tuple[int, Slot | Mark], ...]
    """Number of the cell, and the slot or box."""
    plan: CellPlan


class TooComplicatedError(Exception):
    """A cell that repeats something within itself, or whose slots only a walk tells apart."""


@cache
def row_regex(plan: CellPlan, is_first: bool) -> RowRegex | None:
    """The expression for a row; None where it has to be walked."""
    making = _Making()
    try:
        cells = [item for item in plan if isinstance(item, CellPattern)]
        texts = [making.cell(number, cell, is_first) for number, cell in enumerate(cells)]
    except TooComplicatedError:
        return None
    return RowRegex(re.compile(NEXT_CELL.join(texts)), tuple(making.groups), plan)


def match_row(
    regex: RowRegex | None, row: PaperRow
) -> list[tuple[CellPattern, int, Match] | Entered | NextItem] | None:
    """Of each cell that holds facts its number and match, between where loops begin and go on.

    None where the row is another. Raises TooComplicatedError for one that has to be walked.
    """
    text = row.joined
    if regex is None or len(text) > _LONGEST:
        raise TooComplicatedError
    found = regex.regex.fullmatch(text)
    if found is None:
        return None
    by_cell: dict[int, list[Filled]] = {}
    starts = row.starts
    for group, (number, token) in enumerate(regex.groups, 1):
        start, end = found.span(group)
        if start >= 0:
            filled = Filled(token, start - starts[number], end - starts[number])
            by_cell.setdefault(number, []).append(filled)
    return list(_in_plan(regex.plan, by_cell))


def _in_plan(
    plan: CellPlan, by_cell: dict[int, list[Filled]]
) -> Iterator[tuple[CellPattern, int, Match] | Entered | NextItem]:
    number = -1
    for item in plan:
        if not isinstance(item, CellPattern):
            yield item
            continue
        number += 1
        if number in by_cell:
            actions: tuple[Action, ...] = tuple(by_cell[number])
            cost = sum(FILLED * (f.end - f.start) for f in by_cell[number])
            yield item, number, Match(cost, actions, Way.EXACT)


class _Making:
    def __init__(self) -> None:
        self.groups: list[tuple[int, Slot | Mark]] = []
        self._cell = 0

    def cell(self, number: int, cell: CellPattern, is_first: bool) -> str:
        if cell.continues or (cell.may_continue and not is_first):
            return CONTINUES
        self._cell = number
        return self._sequence(cell.tokens)

    def _sequence(self, tokens: tuple[Token, ...], after: Token | None = None) -> str:
        following = (*tokens[1:], after)
        return "".join(self._token(t, then) for t, then in zip(tokens, following, strict=False))

    def _token(self, token: Token, after: Token | None) -> str:
        match token:
            case Literal(text):
                return re.escape(text)
            case ParagraphEnd():
                return PARAGRAPH_END
            case Slot():
                return self._slot(token, after)
            case Mark():
                self.groups.append((self._cell, token))
                return f"({_BOX})" if token.is_box else f"({_TEXT})"
            case DerivedBox():
                return _BOX
            case Either(branches):
                longest = sorted(branches, key=_wording, reverse=True)
                return f"(?:{'|'.join(self._sequence(branch, after) for branch in longest)})"
            case _:
                raise TooComplicatedError

    def _slot(self, slot: Slot, after: Token | None) -> str:
        is_number = _begins_with_slot(after) and slot.kind is SlotKind.NUMBER
        if _begins_with_slot(after) and not is_number:
            raise TooComplicatedError
        text = _NUMBER if is_number else _TEXT
        if slot.kind is SlotKind.IGNORED:
            return text
        self.groups.append((self._cell, slot))
        return f"({text})"


def _begins_with_slot(*tokens: Token | None) -> bool:
    """Whether a slot may come first."""
    for token in tokens:
        if isinstance(token, Slot):
            return True
        if not isinstance(token, Either):
            return False
        if any(_begins_with_slot(*branch) for branch in token.branches):
            return True
        if () not in token.branches:
            return False
    return False


def _wording(branch: tuple[Token, ...]) -> int:
    return sum(len(token.text) for token in branch if isinstance(token, Literal))
