"""Where a value stands in what a template is filled with: labels, and indexes from 0.

The code that prints a tag is handed the value alone. It is looked for among all that was given;
where it stands more than once, the tag's own words and the rows that its loops are at decide. A
path that is not certain is left empty.
"""

from collections.abc import Callable, Container, Iterator, Mapping
from typing import Any, cast

from jinja2.utils import missing

FactPath = tuple[str | int, ...]
_DEEPEST, _MOST = 8, 100_000


def path_of(
    value: object, given: Mapping[str, Any], words: Container[str | int], at: Container[int]
) -> FactPath:
    """`words` are those of the tag, `at` the ids of the objects that its loops are at."""
    found = [(path, owner) for path, owner, inner in _walk(given) if inner is value]
    named = [(path, owner) for path, owner in found if path[-1] in words] or found
    here = [path for path, owner in named if id(owner) in at]
    return _the_one(here or [path for path, _ in named], lambda path: path[-1])


def path_of_missing(owner: object, name: object, given: Mapping[str, Any]) -> FactPath:
    """Where `name` should stand, in what is given or in `owner`, a value of it."""
    if not isinstance(name, str | int):
        return ()
    if owner is missing:
        return (name,)
    found = [path for path, _, inner in _walk(given) if inner is owner]
    path = _the_one(found, lambda _: None)
    return (*path, name) if path else ()


def _the_one(paths: list[FactPath], told_by: Callable[[FactPath], object]) -> FactPath:
    """The only one, or the first of those that differ in nothing but the names of the same rows:
    a label and its English name."""
    seen = {(told_by(path), tuple(s for s in path if isinstance(s, int))) for path in paths}
    return paths[0] if len(seen) == 1 else ()


def _walk(given: Mapping[str, Any]) -> Iterator[tuple[FactPath, object, object]]:
    """Every value with its path and what it stands in."""
    level: list[tuple[FactPath, Any]] = [((), given)]
    left = _MOST
    for _ in range(_DEEPEST):
        inner: list[tuple[FactPath, Any]] = []
        for path, owner in level:
            for step, value in _items(owner):
                yield (*path, step), owner, value
                inner.append(((*path, step), value))
                left -= 1
                if not left:
                    return
        level = inner


def _items(owner: object) -> Iterator[tuple[str | int, object]]:
    if isinstance(owner, Mapping):
        pairs = cast("Mapping[object, object]", owner).items()
        yield from ((key, value) for key, value in pairs if isinstance(key, str))
    elif isinstance(owner, list | tuple):
        yield from enumerate(cast("list[object]", owner))
