"""What the papers print in rows of their own, gathered again when a paper is read back."""

from collections.abc import Collection, Mapping
from typing import Any, cast

OTHERS = "其他項目"
"""The rows below those that the paper prints an item for."""


def lines_of(
    printed: Mapping[str, Any], rows: Mapping[str, str], blank: Collection[str] = ()
) -> list[dict[str, Any]]:
    """The lines of a budget: those of the printed `rows`, each with its item, and the others.

    A printed row is no line while nothing stands in it but what the `blank` paper prints there.
    """
    found: list[dict[str, Any]] = []
    for row, item in rows.items():
        for line in rows_of(printed, row):
            if any(_is_filled(value, blank) for value in line.values()):
                found.append({**line, "項目": item})
    return found + [line for line in rows_of(printed, OTHERS) if any(line.values())]


def in_one_list(rows: Any) -> list[Any]:
    """Items that stand several in a row, one after another; the last may be blank."""
    found = [item for row in cast("list[Any]", rows or []) for item in _items(row)]
    while found and not _has_content(found[-1]):
        found.pop()
    return found


def whole_total(words: Any) -> str | None:
    """An amount in words, with the 元整 that a paper prints apart from it."""
    text = str(words or "").strip()
    return f"{text}元整" if text and not text.endswith(("整", "正", "元")) else text or None


def items_of(printed: Mapping[str, Any], label: str) -> list[Any]:
    """The items of a list; none where it is blank."""
    return cast("list[Any]", printed.get(label) or [])


def rows_of(printed: Mapping[str, Any], label: str) -> list[dict[str, Any]]:
    """The rows of a list in which anything stands."""
    return [cast("dict[str, Any]", row) for row in items_of(printed, label) if _is_row(row)]


def _is_row(item: Any) -> bool:
    return isinstance(item, dict)


def _items(row: Any) -> list[Any]:
    return cast("list[Any]", row) if isinstance(row, list) else [] if row is None else [row]


def _is_filled(value: Any, blank: Collection[str]) -> bool:
    return bool(value) and value not in blank


def _has_content(item: Any) -> bool:
    return any(cast("dict[str, Any]", item).values()) if isinstance(item, dict) else bool(item)
