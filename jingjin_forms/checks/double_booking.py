"""Two sessions of one table that are planned for the same day and time."""

from collections.abc import Callable, Iterator
from typing import Any

from jingjin_forms.checks.reading import is_nothing, value_at
from jingjin_forms.checks.rule import Fault


def same_time_twice(rows: str, counted_as: str) -> Callable[[Any], Iterator[Fault]]:
    """What judges a table whose rows have 日期 and 時間: a row is a fault when an earlier row has
    the same day and the same 時間, compared as text without blanks.

    `counted_as` is what the paper calls a row, 場 or 次, for the message. Rows without day or time
    are left out.
    """

    def judge(facts: Any) -> Iterator[Fault]:
        seen: dict[tuple[Any, str], int] = {}
        for index, row in enumerate(value_at(facts, rows)):
            if row.date is None or is_nothing(row.time):
                continue
            first = seen.setdefault((row.date, "".join(str(row.time).split())), index)
            if first != index:
                message = f"{row.date} {row.time} 與第 {first + 1} {counted_as}相同"
                yield Fault((rows, index, "時間"), message)

    return judge
