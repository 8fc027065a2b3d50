"""Values within values: how deep they may lie, and how much a YAML alias may stand for.

An alias (*) of a list of aliases of lists makes billions of values of 551 bytes. Whatever looks
through such a value once (a message, a comparison) never comes to an end, so they are counted
before any is made.
"""

from typing import Any, cast

DEEPEST = 50
"""No form has rows in rows more than three deep."""
_MOST_REPEATED = 20_000
"""Values that aliases may stand for; an application with every row the same has hundreds."""


def too_deep(value: object, deepest: int = DEEPEST) -> bool:
    """Whether lists and mappings lie in one another more than `deepest` times."""
    level: list[object] = [value]
    for _ in range(deepest):
        level = [inner for outer in level for inner in _inside(outer)]
        if not level:
            return False
    return True


def _inside(value: object) -> list[object]:
    if isinstance(value, dict):
        return list(cast(dict[object, object], value).values())
    return cast(list[object], value) if isinstance(value, list) else []


def yaml_fault(document: Any) -> str | None:
    """What makes a composed YAML document one that must not be built; None where nothing does."""
    counted: dict[int, tuple[int, int]] = {}
    total, depth = _size_and_depth(document, counted)
    if total < 0:
        return "裡用別名（*）包含了它自己，請直接寫出內容。"
    if depth > DEEPEST:
        return "的內容一層包一層太深，請檢查括號。"
    if total - len(counted) > _MOST_REPEATED:
        return "裡的別名（*）重複了太多內容，請直接寫出內容。"
    return None


def _size_and_depth(node: Any, counted: dict[int, tuple[int, int]]) -> tuple[int, int]:
    """How many values a node stands for and how deep they lie; (-1, 0) for one inside itself."""
    if (known := counted.get(id(node))) is not None:
        return known
    counted[id(node)] = (-1, 0)  # until it is done: met again before that, it holds itself
    size, depth = 1, 0
    for inner in _children(node):
        inner_size, inner_depth = _size_and_depth(inner, counted)
        if inner_size < 0:
            return -1, 0
        size, depth = size + inner_size, max(depth, inner_depth)
    counted[id(node)] = size, depth + 1
    return counted[id(node)]


def _children(node: Any) -> list[Any]:
    if isinstance(node.value, str) or node.value is None:
        return []
    if node.id == "mapping":
        return [part for pair in node.value for part in pair]
    return node.value
