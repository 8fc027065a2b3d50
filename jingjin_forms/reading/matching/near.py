"""Where wording stands in a text that somebody has changed a little."""

from dataclasses import dataclass
from functools import lru_cache

_LONGEST = 400
_WORST = 0.45
"""How much of the wording may differ."""
_SHARED = 0.5
"""How many of its pairs of characters stand in a text that has it, changed or not."""


@dataclass(frozen=True, slots=True)
class Near:
    """A place in a text, and how many edits make it the wording."""

    start: int
    end: int
    cost: int


def near_places(wanted: str, text: str) -> list[Near]:
    """Every place where the wording stands; where it does not, the most like it."""
    if not wanted:
        return []
    exact: list[Near] = []
    found = text.find(wanted)
    while found >= 0 and len(exact) < 50:
        exact.append(Near(found, found + len(wanted), 0))
        found = text.find(wanted, found + 1)
    if exact or len(wanted) < 2:
        return exact
    nearest = _nearest(wanted[:_LONGEST], text)
    if nearest is None:
        return []
    if len(wanted) > _LONGEST:
        return [Near(nearest.start, min(len(text), nearest.start + len(wanted)), nearest.cost)]
    return [nearest]


def is_somewhere(wanted: str, text: str) -> bool:
    """Whether wording may stand in a text, changed or not."""
    pairs = _pairs(wanted)
    return sum(pair in text for pair in pairs) >= _SHARED * len(pairs)


@lru_cache(1024)
def _pairs(wanted: str) -> frozenset[str]:
    return frozenset(wanted[n : n + 2] for n in range(len(wanted) - 1))


def _nearest(wanted: str, text: str) -> Near | None:
    """The piece of the text with the fewest edits (Sellers 1980), the last of several."""
    limit = int(len(wanted) * _WORST)
    before = [(0, position) for position in range(len(text) + 1)]
    for number, character in enumerate(wanted, 1):
        row = [(number, 0)]
        left = row[0]
        for position, other in enumerate(text, 1):
            diagonal, above = before[position - 1], before[position]
            if character == other:
                best = diagonal
            else:
                best = min(diagonal, above, left, key=_edits)
                best = best[0] + 1, best[1]
            row.append(best)
            left = best
        before = row
    end = max(range(len(before)), key=lambda position: (-before[position][0], position))
    cost, start = before[end]
    return Near(start, end, cost) if cost <= limit and end > start else None


def _edits(cell: tuple[int, int]) -> int:
    return cell[0]
