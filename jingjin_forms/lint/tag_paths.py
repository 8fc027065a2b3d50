"""Which fact a tag is about, for a program: `{{ 列.單價 }}` in a loop over 材料 is 材料, 單價."""

import re
from collections.abc import Callable, Iterable

from jinja2 import TemplateSyntaxError, nodes

from jingjin_forms.reading.captured.expressions import Scope, loop_of, path_of
from jingjin_forms.reading.tokens import Path
from jingjin_forms.word.compile import ENVIRONMENT
from jingjin_forms.word.tag_tree import TagTree

Labels = tuple[str | int, ...]
_shown = re.compile(r"\{\{(?:[pr]\s)?-?\s*(.*?)\s*-?\}\}")
_loop = re.compile(r"\{%(?:p|tr|tc|r)?-?\s+for\s.+?\sin\s+(.*?)\s*-?%\}")


def labels_of_tags(trees: Iterable[TagTree]) -> Callable[[str], Labels]:
    """What gives the labels of a tag as it is typed; none where they are not certain."""
    scope = _scope(trees)

    def labels(tag: str) -> Labels:
        typed = _shown.fullmatch(tag) or _loop.fullmatch(tag)
        expression = None if typed is None else _parsed(typed[1])
        if expression is None or len({name.name for name in _names(expression)}) != 1:
            return ()
        path = path_of(expression, scope) or ()
        return tuple(step for step in path if isinstance(step, str | int))

    return labels


def _scope(trees: Iterable[TagTree]) -> Scope:
    """What the rows of all loops stand for; None for what stands for two things, or is reckoned."""
    scope: dict[str, Path | None] = {"loop": None}
    for tree in trees:
        for node in tree.tree.find_all((nodes.For, nodes.Assign)):
            rows: Scope = loop_of(node, scope)[1] if isinstance(node, nodes.For) else {}
            for name in _names(node.target):
                stands_for = rows.get(name.name)
                known = scope.setdefault(name.name, stands_for)
                scope[name.name] = stands_for if _labels(known) == _labels(stands_for) else None
    return scope


def _labels(path: Path | None) -> Labels | None:
    return None if path is None else tuple(s for s in path if isinstance(s, str | int))


def _parsed(text: str) -> nodes.Expr | None:
    try:
        tree = ENVIRONMENT.parse(f"{{{{ {text} }}}}")
    except (TemplateSyntaxError, RecursionError, MemoryError, ValueError):
        return None
    output = next(tree.find_all(nodes.Output), None)
    shown = [] if output is None else output.nodes
    return next((node for node in shown if not isinstance(node, nodes.TemplateData)), None)


def _names(node: nodes.Node) -> list[nodes.Name]:
    own = [node] if isinstance(node, nodes.Name) else []
    return [*own, *node.find_all(nodes.Name)]
