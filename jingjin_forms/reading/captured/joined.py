"""`{{ 名冊|map(attribute="姓名")|join("、") }}` turned round: the items of a list, with wording
between them, as a loop would print them."""

from collections.abc import Iterable, Sequence
from typing import Any, cast

from jinja2 import nodes

from jingjin_forms.reading.captured.captured import Captured, Steps
from jingjin_forms.reading.tokens import Loop, Path, Slot

_ARGUMENTS = ("d", "attribute")
"""Of jinja2's `join`, in their order."""


def joined_items(node: nodes.Filter, path: Path) -> tuple[Loop, Path, str] | None:
    """The loop over the list under `path`, what it prints of each item, and what stands between
    two of them.

    None where the items cannot be told apart for certain: nothing or only blanks between them, a
    text that is worked out, items in another order or without some of them.
    """
    given = {**dict(zip(_ARGUMENTS, node.args, strict=False)), **_named(node)}
    source, attribute = _same_list(node.node), given.get("attribute")
    if isinstance(source, nodes.Filter) and source.name == "map" and not source.args:
        attribute = _named(source).get("attribute", source)
        source = _same_list(source.node)
    between = _constant(given.get("d"))
    labels = _constant(attribute)
    is_plain = isinstance(source, nodes.Name | nodes.Getattr | nodes.Getitem)
    if not is_plain or not between.strip() or (attribute is not None and not labels):
        return None
    loop = Loop(path)
    return loop, (*path, loop, *(labels.split(".") if labels else ())), between


def told_by_rows(values: Sequence[Captured]) -> tuple[list[Captured], list[Captured]]:
    """What counts of these, and joined texts that say something else: a list that stands in rows
    of its own is what these say, wherever its items are joined in a text as well."""
    columns: dict[tuple[Steps, Steps], list[Captured]] = {}
    for value in filter(_is_joined, values):
        columns.setdefault(_column(value), []).append(value)
    in_rows: set[tuple[Steps, Steps]] = set()
    other: list[Captured] = []
    for column, joined in columns.items():
        of_list, label = column
        rows = [
            value
            for value in values
            if value.path[: len(of_list)] == of_list
            and value.path[len(of_list) + 1 :] == label
            and not _is_joined(value)
            and value.text.strip()
        ]
        if rows:
            in_rows.add(column)
        if rows and _letters(rows) != _letters(joined):
            other.append(joined[0]._replace(text="、".join(value.text for value in joined)))
    kept = [value for value in values if not (_is_joined(value) and _column(value) in in_rows)]
    return kept, other


def _is_joined(value: Captured) -> bool:
    return isinstance(value.token, Slot) and value.token.is_joined


def _column(value: Captured) -> tuple[Steps, Steps]:
    """The list and the label of its items that a joined text prints."""
    loop = max(n for n, step in enumerate(value.token.path) if isinstance(step, Loop))
    return value.path[:loop], value.path[loop + 1 :]


def _letters(values: Iterable[Captured]) -> str:
    """What they say, each once, without what stands between the items."""
    said = {value.path: value.text for value in values}
    return "".join(filter(str.isalnum, "".join(said.values())))


def _same_list(node: nodes.Node | None) -> nodes.Node | None:
    """Without `|list`, which changes nothing of what is printed."""
    if isinstance(node, nodes.Filter) and node.name == "list":
        return _same_list(node.node)
    return node


def _named(node: nodes.Filter) -> dict[str, nodes.Expr]:
    return {each.key: each.value for each in cast("list[Any]", node.kwargs)}


def _constant(node: nodes.Node | None) -> str:
    """A text that stands in the tag; blank for all else."""
    value: object = node.value if isinstance(node, nodes.Const) else None
    return value if isinstance(value, str) else ""
