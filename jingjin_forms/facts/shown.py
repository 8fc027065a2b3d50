"""Facts as a line of a console: no photograph's bytes, no sixty rows, never more than a screen."""

from collections.abc import Iterable, Iterator
from typing import Any, cast

_LONGEST, _LONGEST_FIELD, _LONGEST_ROW, _ROWS = 1_500, 500, 160, 3


class _Words:
    """Stands in a repr() as it is."""

    def __init__(self, words: str) -> None:
        self._words = words

    def __repr__(self) -> str:
        return self._words


def short_arguments(
    arguments: Iterable[tuple[str | None, Any]],
) -> Iterator[tuple[str | None, Any]]:
    """What pydantic's repr() shows of each field, and how many fields more there are."""
    room, left = _LONGEST, 0
    for name, value in arguments:
        if room <= 0:
            left += 1
            continue
        words = short(value)
        room -= len(words) + len(name or "") + 3
        yield name, _Words(words)
    if left:
        yield None, _Words(f"…還有 {left} 欄")


def short(value: object, longest: int = _LONGEST_FIELD) -> str:
    """A value as repr() shows it, or as much of it as a few lines hold."""
    if isinstance(value, bytes | bytearray):
        return f"{len(value):,} 位元組"
    if isinstance(value, list | tuple):
        return _rows(cast("list[object]", value))
    if isinstance(value, str) and len(value) > longest:
        return f"{value[:longest]!r}…共 {len(value):,} 字"
    text = repr(value)
    return text if len(text) <= longest else f"{text[:longest]}…"


def _rows(rows: list[object]) -> str:
    shown = [short(row, _LONGEST_ROW) for row in rows[:_ROWS]]
    if len(rows) > _ROWS:
        shown.append(f"…共 {len(rows):,} 項")
    return f"[{', '.join(shown)}]"
