"""The stub of a module that declares facts: its source without what runs, and its constructors."""

import ast
import inspect
import re
from collections.abc import Iterable, Iterator
from types import ModuleType
from typing import Any

from jingjin_forms.facts import Facts
from jingjin_forms.stubs.accepted import annotation_of, classes_in, known_names
from jingjin_forms.stubs.constructor import constructor, field_lines

_INDENT = " " * 4
_NAME = re.compile(r"\b[^\W\d]\w*")
_ACCEPTED = "jingjin_forms.facts.accepted"
_HEAD = """\
# Written by `python -m jingjin_forms.stubs`; change {name}.py instead.
# What overrides what is judged there.
# pyright: reportIncompatibleMethodOverride=false
"""


def stub_of(module: ModuleType, made: Iterable[type[Facts]]) -> str:
    """The text of a module's stub; of its classes, those in `made` get their constructor."""
    tree = ast.parse(inspect.getsource(module))
    built = {facts.__name__: facts for facts in made if facts.__module__ == module.__name__}
    imports: dict[str, str] = {}
    texts: dict[str, str] = {}
    for node in _flat(tree.body):
        if isinstance(node, ast.Import | ast.ImportFrom):
            imports |= _imported(node)
        else:
            texts |= _declared(node, module, built)
    imports |= _added(module, built.values())
    shown = _reached(texts)
    used = set(_NAME.findall("\n".join(shown.values())))
    needed = sorted({text for name, text in imports.items() if name in used})
    name = module.__name__.rpartition(".")[2]
    return "\n".join([_HEAD.format(name=name), *needed, "", *shown.values(), ""])


def _flat(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    """The statements of a module, those under `if TYPE_CHECKING` among them."""
    for node in body:
        if isinstance(node, ast.If):
            yield from node.body
        elif not isinstance(node, ast.Expr):
            yield node


def _imported(node: ast.Import | ast.ImportFrom) -> dict[str, str]:
    """Each name that a statement brings, with an import of that name alone."""
    source = f"from {node.module} " if isinstance(node, ast.ImportFrom) else ""
    return {
        (alias.asname or alias.name).partition(".")[0]: f"{source}import {ast.unparse(alias)}"
        for alias in node.names
    }


def _added(module: ModuleType, built: Iterable[type[Facts]]) -> dict[str, str]:
    """What the constructors name besides: the classes of inherited fields, and what is taken."""
    names = ("collections.abc", ("Mapping", "Sequence")), ("typing", ("Any", "overload"))
    added = {name: f"from {home} import {name}" for home, group in names for name in group}
    added |= {name: f"from {_ACCEPTED} import {name}" for name in known_names()}
    for facts in built:
        for field in facts.model_fields:
            for kind in classes_in(annotation_of(facts, field)):
                if getattr(module, kind.__name__, kind) is not kind:
                    raise TypeError(f"{module.__name__} has another {kind.__name__}")
                if kind.__module__ != module.__name__:
                    added[kind.__name__] = f"from {kind.__module__} import {kind.__name__}"
    return added


def _declared(node: ast.stmt, module: ModuleType, built: dict[str, type[Facts]]) -> dict[str, str]:
    """The names that a statement declares, with what the stub says of them."""
    if isinstance(node, ast.FunctionDef):
        return {node.name: _without_body(node)}
    if isinstance(node, ast.ClassDef):
        kind = getattr(module, node.name)
        if issubclass(kind, Facts):
            return {node.name: _facts_class(node, kind, is_built=node.name in built)}
        return {node.name: _class(node, map(ast.unparse, _members(node)))}
    target = node.targets[0] if isinstance(node, ast.Assign) else getattr(node, "target", None)
    return {target.id: ast.unparse(node)} if isinstance(target, ast.Name) else {}


def _facts_class(node: ast.ClassDef, facts: type[Facts], *, is_built: bool) -> str:
    """Fields as properties, figures and methods without their bodies, and the constructor."""
    lines: list[str] = []
    for member in _members(node):
        if isinstance(member, ast.AnnAssign) and _target(member) in facts.model_fields:
            read = ast.unparse(_plain(member.annotation))
            lines += field_lines(facts, _target(member), read)
        elif isinstance(member, ast.AnnAssign):
            lines.append(f"{_target(member)}: {ast.unparse(member.annotation)}")
        elif not isinstance(member, ast.Assign) or not _is_inherited(facts, _target(member)):
            lines.append(ast.unparse(member))
    text = _class(node, lines)
    return f"{text}\n{constructor(facts)}" if is_built else text


def _members(node: ast.ClassDef) -> Iterator[ast.stmt]:
    """What a class shows: no docstrings, nothing of its own use, methods without their bodies."""
    for member in node.body:
        if isinstance(member, ast.FunctionDef):
            if not re.match("_(?!_)", member.name):
                yield ast.parse(_without_body(member)).body[0]
        elif not isinstance(member, ast.Expr):
            yield member


def _class(node: ast.ClassDef, lines: Iterable[str]) -> str:
    head = ast.ClassDef(node.name, node.bases, node.keywords, [ast.Pass()], node.decorator_list)
    opening = ast.unparse(ast.fix_missing_locations(head)).rpartition("\n")[0]
    body = "\n".join(lines) or "..."
    return f"\n{opening}\n" + "\n".join(_INDENT + line for line in body.split("\n"))


def _without_body(node: ast.FunctionDef) -> str:
    node.body = [ast.Expr(ast.Constant(...))]
    head, _, _ = ast.unparse(ast.fix_missing_locations(node)).rpartition("\n")
    return f"{head} ..."


def _plain(annotation: ast.expr) -> ast.expr:
    """A type without what `Annotated` adds to it: what a field gives back."""
    if isinstance(annotation, ast.Subscript) and ast.unparse(annotation.value) == "Annotated":
        inner: Any = annotation.slice
        return inner.elts[0]
    return annotation


def _target(node: ast.AnnAssign | ast.Assign) -> str:
    target = node.target if isinstance(node, ast.AnnAssign) else node.targets[0]
    return ast.unparse(target)


def _is_inherited(facts: type[Facts], name: str) -> bool:
    return any(
        name in vars(base) or name in inspect.get_annotations(base) for base in facts.__mro__[1:]
    )


def _reached(texts: dict[str, str]) -> dict[str, str]:
    """The public declarations, and of the others those they name."""
    reached = {name for name in texts if not name.startswith("_")}
    while True:
        named = {word for name in reached for word in _NAME.findall(texts[name])}
        more = (named & texts.keys()) - reached
        if not more:
            return {name: text for name, text in texts.items() if name in reached}
        reached |= more
