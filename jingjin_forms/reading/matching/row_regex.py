"""A row whose cells are as they are printed, matched in one go.

Nearly every row of nearly every paper is: one regular expression for the whole row is several
times as fast as a walk through each of its cells, and says the same.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from jingjin_forms.reading.matching.found import (
    FILLED,
    Action,
    Entered,
    Filled,
    Match,
    NextItem,
    Way,
)
from jingjin_forms.reading.matching.row_program import CellPlan
from jingjin_forms.reading.paper.paper import CONTINUES, NEXT_CELL, PaperRow
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


class CellSlots(NamedTuple):
    """A cell that holds facts, its number in the row, and the slot or box of each group."""

    pattern: CellPattern
    number: int
    groups: tuple[tuple[int, Slot | Mark], ...]


class CellRead(NamedTuple):
    """What was found in a cell."""

    pattern: CellPattern
    number: int
    match: Match


@dataclass(frozen=True, slots=True, eq=False)
class RowRegex:
    """The expression of a row, and what its groups are, between where loops begin and go on."""

    regex: re.Pattern[str]
    parts: tuple[CellSlots | Entered | NextItem, ...]


class TooComplicatedError(Exception):
    """A cell that repeats something within itself, or whose slots only a walk tells apart."""


@cache
def row_regex(plan: CellPlan, is_first: bool) -> RowRegex | None:
    """The expression for a row; None where it has to be walked."""
    making = _Making()
    texts: list[str] = []
    parts: list[CellSlots | Entered | NextItem] = []
    try:
        for item in plan:
            if not isinstance(item, CellPattern):
                parts.append(item)
                continue
            known = len(making.slots)
            texts.append(making.cell(item, is_first))
            if groups := tuple(enumerate(making.slots[known:], known + 1)):
                parts.append(CellSlots(item, len(texts) - 1, groups))
    except TooComplicatedError:
        return None
    return RowRegex(re.compile(NEXT_CELL.join(texts)), tuple(parts))


def match_row(regex: RowRegex | None, row: PaperRow) -> list[CellRead | Entered | NextItem] | None:
    """What was found in each cell that holds facts, between where loops begin and go on.

    None where the row is another. Raises TooComplicatedError for one that has to be walked.
    """
    text = row.joined
    if regex is None or len(text) > _LONGEST:
        raise TooComplicatedError
    found = regex.regex.fullmatch(text)
    if found is None:
        return None
    parts: list[CellRead | Entered | NextItem] = []
    for part in regex.parts:
        if not isinstance(part, CellSlots):
            parts.append(part)
        elif match := _found_in(part, found, row.starts[part.number]):
            parts.append(CellRead(part.pattern, part.number, match))
    return parts


def _found_in(cell: CellSlots, found: re.Match[str], begin: int) -> Match | None:
    """What was found in a cell that begins there in its row; None where it holds no facts."""
    filled: list[Action] = []
    length = 0
    for group, token in cell.groups:
        start, end = found.span(group)
        if start >= 0:  # else it stands in another branch
            filled.append(Filled(token, start - begin, end - begin))
            length += end - start
    return Match(FILLED * length, tuple(filled), Way.EXACT) if filled else None


class _Making:
    def __init__(self) -> None:
        self.slots: list[Slot | Mark] = []
        """By group."""

    def cell(self, cell: CellPattern, is_first: bool) -> str:
        if cell.continues or (cell.may_continue and not is_first):
            return CONTINUES
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
                self.slots.append(token)
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
        self.slots.append(slot)
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
