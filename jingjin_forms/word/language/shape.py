"""Tags that are each right and together cannot be compiled: too deep, or one name for two things.

Python, which runs the compiled template, has its own limits for nesting and says nothing of tags.
"""

import unicodedata
from collections.abc import Iterator

from jinja2 import nodes

from jingjin_forms.errors import Problem, shortened
from jingjin_forms.word.codes import TAG
from jingjin_forms.word.language.part_source import PartSource

_MOST_LOOPS = 15
_MOST_BLOCKS = 40
_DEEPEST_EXPRESSION = 60
_MOST_BRANCHES = 100
_BLOCKS = (
    *(nodes.For, nodes.If, nodes.Macro, nodes.CallBlock, nodes.FilterBlock, nodes.With),
    *(nodes.Block, nodes.AssignBlock, nodes.ScopedEvalContextModifier),
)
TOO_DEEP = "套了太多層（括號、運算或一個接一個的過濾器），請拆成幾個 {% set %}，或先在資料裡算好。"


def faults_of_shape(tree: nodes.Template, source: PartSource) -> list[Problem]:
    """All of them; nothing else may walk through the tree before it is known to be shallow."""
    deep = list(_too_deep(tree, source))
    return deep or [*_folded_names(tree, source), *_named_twice(tree, source)]


def _too_deep(tree: nodes.Template, source: PartSource) -> Iterator[Problem]:
    said: set[int] = set()
    waiting: list[tuple[nodes.Node, int, int, int]] = [(tree, 0, 0, 0)]
    while waiting:
        node, blocks, loops, depth = waiting.pop()
        reason = None
        if isinstance(node, _BLOCKS):
            blocks += 1
            loops += isinstance(node, nodes.For)
            if loops > _MOST_LOOPS:
                reason = f"是第 {loops} 層迴圈，最多 {_MOST_LOOPS} 層：請少套幾層。"
            elif blocks > _MOST_BLOCKS:
                reason = (
                    f"是第 {blocks} 層，最多套 {_MOST_BLOCKS} 層：請用 and 合併條件，或少套幾層。"
                )
            elif isinstance(node, nodes.If) and len(node.elif_) > _MOST_BRANCHES:
                reason = f"有 {len(node.elif_)} 個 elif，最多 {_MOST_BRANCHES} 個：請改用對照表。"
        elif isinstance(node, nodes.Expr | nodes.Helper):
            depth += 1
            if depth > _DEEPEST_EXPRESSION:
                reason = TOO_DEEP
        if reason is not None:
            if node.lineno not in said:
                yield _problem(node, source, reason)
            said.add(node.lineno)
            continue  # what is within is as deep
        waiting += [(child, blocks, loops, depth) for child in reversed(list(_children(node)))]


def _children(node: nodes.Node) -> Iterator[nodes.Node]:
    for _, value in node.iter_fields():
        if isinstance(value, nodes.Node):
            yield value
        elif isinstance(value, list):
            yield from (item for item in value if isinstance(item, nodes.Node))  # pyright: ignore[reportUnknownVariableType]


def _folded_names(tree: nodes.Template, source: PartSource) -> Iterator[Problem]:
    """Python takes 金額1 and 金額１ for one name."""
    first: dict[str, tuple[str, nodes.Node]] = {}
    said: set[str] = set()
    for node in tree.find_all((nodes.Name, nodes.Macro, nodes.Block, nodes.NSRef)):
        name = node.name
        folded = unicodedata.normalize("NFKC", name)
        other, there = first.setdefault(folded, (name, node))
        if other != name and name not in said:
            said.add(name)
            tag = source.tags.get(there.lineno)
            where = f"（{tag.place} 的 {shortened(tag.text)}）" if tag else ""
            yield _problem(
                node,
                source,
                f"裡的「{name}」與「{other}」{where}只差全形半形，會被當成同一個：請統一寫法。",
            )


def _named_twice(tree: nodes.Template, source: PartSource) -> Iterator[Problem]:
    blocks: dict[str, nodes.Node] = {}
    for block in tree.find_all(nodes.Block):
        yield from _twice(blocks, block.name, "區塊", block, source)
    for holder in [tree, *tree.find_all(_BLOCKS)]:
        macros: dict[str, nodes.Node] = {}
        for node in getattr(holder, "body", []):
            if isinstance(node, nodes.Macro):
                yield from _twice(macros, node.name, "巨集", node, source)
    for macro in tree.find_all((nodes.Macro, nodes.CallBlock)):
        arguments: dict[str, nodes.Node] = {}
        for argument in macro.args:
            yield from _twice(arguments, argument.name, "參數", argument, source)
    for call in tree.find_all((nodes.Call, nodes.Filter, nodes.Test)):
        given: dict[str, nodes.Node] = {}
        for keyword in call.kwargs:
            yield from _twice(given, getattr(keyword, "key", ""), "參數", keyword, source)


def _twice(
    known: dict[str, nodes.Node], name: str, kind: str, node: nodes.Node, source: PartSource
) -> Iterator[Problem]:
    if name in known:
        tag = source.tags.get(known[name].lineno)
        where = f"（另一個在 {tag.place}）" if tag else ""
        yield _problem(node, source, f"{kind}「{name}」寫了兩次{where}，只能有一個：請刪去或改名。")
    known.setdefault(name, node)


def _problem(node: nodes.Node, source: PartSource, message: str) -> Problem:
    tag = source.tags.get(node.lineno)
    if tag is None:
        return Problem(source.name, message, code=TAG)
    shown = shortened(tag.text, 200)
    return Problem(str(tag.place), f"標籤 {shown} {message}", shown, code=TAG)
