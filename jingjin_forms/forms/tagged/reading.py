"""Reading the tags of a template into a tree of names.

What belongs to the template itself is no fact: `loop`, what `for` and `set` name, macros and their
parameters. What they stand for is followed: in `{% for 列 in 名冊 %}{{ 列.姓名 }}` 姓名 is a
label of the rows of 名冊.
"""

from collections.abc import Iterable
from os import PathLike, fspath
from pathlib import Path

from jinja2 import nodes

from jingjin_forms.errors import Problem, TemplateError
from jingjin_forms.forms.tagged.expressions import Expressions, Scope
from jingjin_forms.forms.tagged.typed_names import TypedNames
from jingjin_forms.forms.tagged.use import Use
from jingjin_forms.forms.tagged.vocabulary import vocabulary
from jingjin_forms.word.tag_tree import TagTree, tag_trees


def uses_of(path: str | PathLike[str], names: TypedNames | None = None) -> list[Use]:
    """Every label that a template asks for, in the order of first use: the document, then headers.

    Raises FileProblemError and TemplateError as compiling does, and TemplateError for a name that
    is used as two things.
    """
    uses, problems = read_uses(tag_trees(path), names)
    if problems:
        raise TemplateError(f"範本「{Path(fspath(path)).name}」", problems)
    return uses


def read_uses(
    trees: Iterable[TagTree], names: TypedNames | None = None
) -> tuple[list[Use], list[Problem]]:
    """The same of trees, whose English names become labels, and the labels that are used as two
    things."""
    trees = [*trees]
    root, names = Use(""), names or TypedNames(vocabulary())
    names.look_over(trees)
    problems: list[Problem] = []
    for tree in trees:
        _Walk(tree, root, problems, names).body(tree.tree.body, {})
    for use in root.parts.values():
        problems += use.problems()
    return list(root.parts.values()), problems


class _Walk:
    """One walk through the tree of a part."""

    def __init__(self, tree: TagTree, root: Use, problems: list[Problem], names: TypedNames):
        self._expressions = Expressions(tree, root, problems, names)

    def body(self, body: Iterable[nodes.Node], scope: Scope) -> None:
        """Statements one after another; `set` among them adds to the scope."""
        for node in body:
            match node:
                case nodes.Output():
                    self._output(node, scope)
                case nodes.If():
                    self._if(node, scope)
                case nodes.For():
                    self._for(node, scope)
                case nodes.Assign():
                    self._set(node, scope)
                case nodes.AssignBlock():
                    self._set_block(node, scope)
                case nodes.With():
                    self._with(node, scope)
                case nodes.Macro():
                    self._macro(node, scope)
                case _:
                    self._any(node, dict(scope))

    def _any(self, node: nodes.Node, scope: Scope) -> None:
        """A statement with nothing special about it: {% filter %}, {% call %}, {% block %}, …"""
        for name in node.find_all(nodes.Name):
            if name.ctx in ("store", "param"):
                scope[name.name] = None
        for child in node.iter_child_nodes():
            if isinstance(child, nodes.Expr):
                self._expressions.look(child, scope)
            else:
                self.body([child], scope)

    def _output(self, node: nodes.Output, scope: Scope) -> None:
        for inner in node.nodes:
            if not isinstance(inner, nodes.TemplateData):
                self._expressions.show(inner, scope)

    def _if(self, node: nodes.If, scope: Scope) -> None:
        self._expressions.ask(node.test, scope)
        self.body(node.body, scope)
        for other in node.elif_:
            self._if(other, scope)
        self.body(node.else_, scope)

    def _for(self, node: nodes.For, scope: Scope) -> None:
        rows = self._expressions.look(node.iter, scope)
        inner = {**scope, "loop": None}
        row = None if rows is None else rows.a_row(self._expressions.place(node))
        if isinstance(node.target, nodes.Name):
            inner[node.target.name] = row
        else:
            for name in node.target.find_all(nodes.Name):
                inner[name.name] = None
        if node.test is not None:
            self._expressions.ask(node.test, inner)
        self.body(node.body, inner)
        self.body(node.else_, dict(scope))

    def _set(self, node: nodes.Assign, scope: Scope) -> None:
        value = self._expressions.look(node.node, scope)
        for name in [node.target] if isinstance(node.target, nodes.Name) else ():
            scope[name.name] = value
        for name in node.target.find_all(nodes.Name):
            scope.setdefault(name.name, None)

    def _set_block(self, node: nodes.AssignBlock, scope: Scope) -> None:
        self.body(node.body, dict(scope))
        if isinstance(node.target, nodes.Name):
            scope[node.target.name] = None

    def _with(self, node: nodes.With, scope: Scope) -> None:
        inner = dict(scope)
        for target, value in zip(node.targets, node.values, strict=True):
            use = self._expressions.look(value, scope)
            if isinstance(target, nodes.Name):
                inner[target.name] = use
        self.body(node.body, inner)

    def _macro(self, node: nodes.Macro, scope: Scope) -> None:
        scope[node.name] = None
        inner: Scope = {**scope, **{arg.name: None for arg in node.args}}
        inner |= {"caller": None, "varargs": None, "kwargs": None}
        for default in node.defaults:
            self._expressions.look(default, scope)
        self.body(node.body, inner)
