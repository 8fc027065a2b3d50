"""The facts of a form as flat values by path: ("經費項目", 0, "單價") → 2,000.

Left out: picture files, of which a paper tells no path, and what a paper only counts. Rows in which
nothing is left do not count as rows, so an empty row that someone has put in moves no other.
"""

from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any, cast

from benchmarks.touched.sheet import PICTURE
from jingjin_forms.facts import Facts
from jingjin_forms.facts.fields import items_of
from jingjin_forms.forms.form import Form

Path = tuple[str | int, ...]
NOT_COMPARED = frozenset(((PICTURE,), ("回饋表", "符合程度")))
"""By the last labels of a path."""


@dataclass(frozen=True)
class Leaf:
    """One value: as text to compare, as it was given, and where in the facts it stands."""

    text: str
    value: Any
    place: Path


def flat(paper: Form, *, only_set: bool = False, names: Iterable[str] = ()) -> dict[Path, Leaf]:
    """The values of a form by path, or of some of its fields; empty ones are none."""
    fields = names or type(paper).model_fields
    return dict(
        found for name in fields for found in leaves_of_field(paper, name, only_set=only_set)
    )


def leaves_of_field(
    facts: Facts, name: str, at: Path = (), *, only_set: bool = False
) -> Iterator[tuple[Path, Leaf]]:
    """The values of one field, each by its path."""
    if only_set and name not in facts.model_fields_set:
        return
    info = type(facts).model_fields[name]
    path = (*at, str(info.title))
    if _is_left_out(path):
        return
    value: Any = getattr(facts, name)
    if isinstance(value, tuple) and items_of(info) is not None:
        yield from _rows(path, cast("tuple[Any, ...]", value), only_set, keep_empty=True)
    elif isinstance(value, tuple):
        chosen = "、".join(map(str, cast("tuple[Any, ...]", value)))
        yield from _leaf(path, chosen, list(cast("tuple[Any, ...]", value)))
    else:
        yield from _walk(path, value, only_set)


def _walk(path: Path, value: Any, only_set: bool) -> Iterator[tuple[Path, Leaf]]:
    if isinstance(value, list):
        yield from _rows(path, cast("list[Any]", value), only_set)
    elif isinstance(value, Facts) and (isinstance(path[-1], int) or not type(value).text_fact):
        for name in type(value).model_fields:
            yield from leaves_of_field(value, name, path, only_set=only_set)
    elif isinstance(value, Facts):
        yield from _leaf(path, str(value), value)
    else:
        yield from _leaf(path, "" if value is None else format(value), value)


def _rows(
    path: Path, rows: Iterable[Any], only_set: bool, *, keep_empty: bool = False
) -> Iterator[tuple[Path, Leaf]]:
    number = 0
    size = len(path) + 1
    for index, row in enumerate(rows):
        found = list(_walk((*path, index), row, only_set))
        for inner, leaf in found:
            yield (*path, number, *inner[size:]), leaf
        number += bool(found) or keep_empty


def _leaf(path: Path, text: str, value: Any) -> Iterator[tuple[Path, Leaf]]:
    if text:
        yield path, Leaf(text, value, path)


def _is_left_out(path: Path) -> bool:
    labels = tuple(piece for piece in path if isinstance(piece, str))
    return any(labels[-len(ending) :] == ending for ending in NOT_COMPARED)


def raw_leaves(value: Any, path: Path) -> Iterator[tuple[Path, Leaf]]:
    """The values of facts that the form does not take as they are."""
    if isinstance(value, Mapping):
        for key, inner in cast("Mapping[str, Any]", value).items():
            if not _is_left_out((*path, key)):
                yield from raw_leaves(inner, (*path, key))
    elif isinstance(value, list | tuple):
        for index, inner in enumerate(cast("Iterable[Any]", value)):
            yield from raw_leaves(inner, (*path, index))
    else:
        yield from _leaf(path, "" if value is None else format(value), value)


def at(facts: Mapping[str, Any], path: Path) -> Any:
    """What stands at a path; None where there is nothing."""
    inner: Any = facts
    for step in path:
        try:
            inner = inner[step]
        except (KeyError, IndexError, TypeError):
            return None
    return inner


def changed(facts: Mapping[str, Any], path: Path, value: Any) -> dict[str, Any] | None:
    """The facts with another value at a path, or with none; None where there is no such path."""
    whole: Any = deepcopy(dict(facts))
    inner = whole
    for step in path[:-1]:
        try:
            if isinstance(inner[step], tuple):
                inner[step] = list(inner[step])
            inner = inner[step]
        except (KeyError, IndexError, TypeError):
            return None
    last = path[-1]
    if isinstance(inner, list):
        if not isinstance(last, int) or last >= len(cast("list[Any]", inner)):
            return None
        inner[last] = value
    elif isinstance(inner, dict):
        cast("dict[str, Any]", inner)[str(last)] = value
    else:
        return None
    return whole
