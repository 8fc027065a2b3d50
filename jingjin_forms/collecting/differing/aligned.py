"""Which rows of two lists belong together, so that a row put in between is one difference."""

import json
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any


def aligned(one: Sequence[Any], other: Sequence[Any]) -> Iterator[tuple[int | None, int | None]]:
    """The indexes of rows that belong together; None for one that the other list has not.

    Rows between the same neighbours belong together as far as there are as many: a row in which a
    figure was changed is that row.
    """
    same = SequenceMatcher(None, _keys(one), _keys(other), autojunk=False)
    for _, start, end, other_start, other_end in same.get_opcodes():
        longest = max(end - start, other_end - other_start)
        for n in range(longest):
            first = start + n if start + n < end else None
            second = other_start + n if other_start + n < other_end else None
            yield first, second


def _keys(rows: Sequence[Any]) -> list[str]:
    return [json.dumps(row, ensure_ascii=False, sort_keys=True, default=repr) for row in rows]
