"""Reading the tags of a template into a tree of names.

What belongs to the template itself is no fact: `loop`, what `for` and `set` name, macros and their
parameters. What they stand for is followed: in `{% for 列 in 名冊 %}{{ 列.姓名 }}` 姓名 is a
label of the rows of 名冊.
"""

from collections.abc import Iterable
from os import PathLike, fspath
from pathlib import Path
from typing import Any, cast

from jinja2 import nodes

from jingjin_forms.errors import Problem, TemplateError
from jingjin_forms.forms.tagged.spec import PRINTED_AS_BOXES, FieldKind
from jingjin_forms.forms.tagged.use import Use
from jingjin_forms.word.tag_context import TagContext
from jingjin_forms.word.tag_tree import GLOBALS, TagTree, tag_trees

Scope = dict[str, "Use | None"]
"""What the template's own names stand for; None for what is no fact."""

_KINDS = {str(kind): kind for kind in FieldKind}
_TYPES = set(list(FieldKind)[:7])  # 文字 … 國字大寫
_SAME_LIST = {"list", "sort", "reverse", "unique", "列數", "select", "reject"}
_OF_A_ROW = {"selectattr", "rejectattr", "map", "sum", "groupby", "min", "max", "sort", "unique"}
_ONE_ROW = {"first", "last", "random"}
_OF_ROWS = {"batch", "slice"}
_ASKING = {"length", "count", "tojson", "pprint"}
_AS_IT_IS = {"default", "d", "底線"}
_RECKONING = (nodes.Add, nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Mod, nodes.Pow)


def uses_of(path: str | PathLike[str]) -> list[Use]:
    """Every name that a template asks for, in the order of first use: the document, then headers.

    Raises FileProblemError and TemplateError as compiling does, and TemplateError for a name that
    is used as two things.
    """
    uses, problems = read_uses(tag_trees(path))
    if problems:
        raise TemplateError(f"範本「{Path(fspath(path)).name}」", problems)
    return uses


def read_uses(trees: Iterable[TagTree]) -> tuple[list[Use], list[Problem]]:
    """The same of trees, and the names that are used as two things."""
    root = Use("")
    problems: list[Problem] = []
    for tree in trees:
        _Walk(tree, root, problems).body(tree.tree.body, {})
    for use in root.parts.values():
        problems += use.problems()
    return list(root.parts.values()), problems


class _Walk:
    """One walk through the tree of a part."""

    def __init__(self, tree: TagTree, root: Use, problems: list[Problem]):
        self._tree, self._root, self._problems = tree, root, problems

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
                self._look(child, scope)
            else:
                self.body([child], scope)

    def _output(self, node: nodes.Output, scope: Scope) -> None:
        for inner in node.nodes:
            if not isinstance(inner, nodes.TemplateData):
                self._show(inner, scope)

    def _if(self, node: nodes.If, scope: Scope) -> None:
        self._ask(node.test, scope)
        self.body(node.body, scope)
        for other in node.elif_:
            self._if(other, scope)
        self.body(node.else_, scope)

    def _for(self, node: nodes.For, scope: Scope) -> None:
        rows = self._look(node.iter, scope)
        inner = {**scope, "loop": None}
        row = None if rows is None else rows.a_row(self._place(node))
        if isinstance(node.target, nodes.Name):
            inner[node.target.name] = row
        else:
            for name in node.target.find_all(nodes.Name):
                inner[name.name] = None
        if node.test is not None:
            self._ask(node.test, inner)
        self.body(node.body, inner)
        self.body(node.else_, dict(scope))

    def _set(self, node: nodes.Assign, scope: Scope) -> None:
        value = self._look(node.node, scope)
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
            use = self._look(value, scope)
            if isinstance(target, nodes.Name):
                inner[target.name] = use
        self.body(node.body, inner)

    def _macro(self, node: nodes.Macro, scope: Scope) -> None:
        scope[node.name] = None
        inner: Scope = {**scope, **{arg.name: None for arg in node.args}}
        inner |= {"caller": None, "varargs": None, "kwargs": None}
        for default in node.defaults:
            self._look(default, scope)
        self.body(node.body, inner)

    def _show(self, node: nodes.Node, scope: Scope) -> None:
        """An expression whose value is printed."""
        if isinstance(node, nodes.CondExpr):
            self._ask(node.test, scope)
            for inner in (node.expr1, node.expr2):
                if inner is not None:
                    self._show(inner, scope)
        elif isinstance(node, nodes.And):
            self._ask(node.left, scope)
            self._show(node.right, scope)
        elif isinstance(node, nodes.Or):
            self._show(node.left, scope)
            self._show(node.right, scope)
        elif isinstance(node, nodes.Concat):
            for inner in node.nodes:
                self._show(inner, scope)
        elif (use := self._look(node, scope)) is not None:
            use.printed = use.printed or self._place(node)
            tag = self._tree.tag_of(node)
            if tag is not None and tag.slot is TagContext.SPAN:  # {% colspan 欄寬 %}
                use.calculated = use.calculated or self._place(node)

    def _ask(self, node: nodes.Node, scope: Scope) -> None:
        """A condition."""
        if isinstance(node, nodes.Not):
            self._ask(node.node, scope)
        elif isinstance(node, nodes.And | nodes.Or):
            self._ask(node.left, scope)
            self._ask(node.right, scope)
        elif (use := self._look(node, scope)) is not None and not isinstance(node, nodes.Test):
            use.is_asked = True

    def _look(self, node: nodes.Node, scope: Scope) -> Use | None:
        """The fact that an expression stands for; None where it stands for none."""
        match node:
            case nodes.Name():
                if node.name in scope:
                    return scope[node.name]
                return None if node.name in GLOBALS else self._fact(node)
            case nodes.Getattr():
                owner = self._look(node.node, scope)
                return owner and owner.part(node.attr, self._place(node))
            case nodes.Getitem():
                return self._item(node, scope)
            case nodes.Filter():
                return self._filtered(node, scope)
            case nodes.Call():
                return self._called(node, scope)
            case nodes.Or():
                left, _ = self._look(node.left, scope), self._look(node.right, scope)
                return left
            case nodes.CondExpr():
                self._ask(node.test, scope)
                chosen = self._look(node.expr1, scope)
                other = None if node.expr2 is None else self._look(node.expr2, scope)
                return chosen or other
            case nodes.Test():
                use = self._look(node.node, scope)
                self._arguments(node, scope)
                return use
            case nodes.Concat():
                self._show(node, scope)
            case nodes.Compare():
                self._compared(node, scope)
            case _:
                self._inside(node, scope)
        return None

    def _fact(self, node: nodes.Name) -> Use:
        return self._root.part(node.name, self._place(node))

    def _inside(self, node: nodes.Node, scope: Scope) -> None:
        for child in node.iter_child_nodes():
            use = self._look(child, scope)
            if use is not None and isinstance(node, _RECKONING):
                use.calculated = use.calculated or self._place(node)

    def _compared(self, node: nodes.Compare, scope: Scope) -> None:
        sides = [node.expr, *(operand.expr for operand in node.ops)]
        with_number = any(
            isinstance(side, nodes.Const) and isinstance(side.value, int | float) for side in sides
        )
        for side in sides:
            if (use := self._look(side, scope)) is not None:
                use.is_compared = True
                if with_number:
                    use.calculated = use.calculated or self._place(node)

    def _item(self, node: nodes.Getitem, scope: Scope) -> Use | None:
        owner = self._look(node.node, scope)
        if isinstance(node.arg, nodes.Slice):
            self._inside(node.arg, scope)
            return owner
        key = _constant(node.arg)
        if owner is None or isinstance(key, str):
            return owner and owner.part(cast(str, key), self._place(node))
        if key is None:
            self._look(node.arg, scope)
        row = owner.a_row(self._place(node))
        if isinstance(key, int) and key >= 0:
            owner.numbered = max(owner.numbered, key + 1)
        return row

    def _called(self, node: nodes.Call, scope: Scope) -> Use | None:
        self._arguments(node, scope)
        if not isinstance(node.node, nodes.Getattr):
            self._look(node.node, scope)
            return None
        owner = self._look(node.node.node, scope)
        if owner is None:
            return None
        key = _constant(node.args[0]) if node.args else None
        if node.node.attr == "get" and isinstance(key, str):
            return owner.part(key, self._place(node))
        if hasattr(str, node.node.attr):  # 姓名.strip()
            owner.printed = owner.printed or self._place(node)
        return None

    def _arguments(self, node: Any, scope: Scope) -> None:
        for argument in (*node.args, *(pair.value for pair in node.kwargs)):
            self._look(argument, scope)

    def _filtered(self, node: nodes.Filter, scope: Scope) -> Use | None:
        if node.node is None:  # a {% filter %} block
            return None
        place, name = self._place(node), node.name
        kind = _KINDS.get(name)
        if kind is not None and kind in PRINTED_AS_BOXES:
            return self._option(node, kind, scope)
        use = self._look(node.node, scope)
        self._arguments(node, scope)
        if use is None:
            return None
        arguments = [_constant(argument) for argument in node.args]
        if kind is not None and (kind in _TYPES or kind is FieldKind.TICK):
            use.kinds.setdefault(kind, place)
        elif name == "數字格":
            use.kinds.setdefault(FieldKind.AMOUNT, place)
        elif name == "選項":
            use.kinds.setdefault(FieldKind.CHOICE, place)
            use.options |= {str(a): place for a in arguments if a is not None}
        elif name == "列數":
            use.a_row(place)
            use.rows = max(use.rows, cast(int, arguments[0])) if _is_number(arguments) else use.rows
        elif name == "必填":
            use.required = True
        elif name == "說明":
            use.hint = use.hint or "".join(map(str, arguments))
        elif name not in _AS_IT_IS:
            return self._of_jinja(node, use, arguments)
        return use

    def _of_jinja(self, node: nodes.Filter, use: Use, arguments: list[Any]) -> Use | None:
        """A filter of the template language itself: what comes out of it."""
        place, name = self._place(node), node.name
        named = [*arguments, *(_constant(pair.value) for pair in node.kwargs)]
        if name in _OF_A_ROW and named and isinstance(named[0], str):
            is_mapped = name == "map" and not node.kwargs  # map("upper")
            part = None if is_mapped else use.a_row(place).part(named[0], place)
            if name == "map" and part is not None:
                return Use(use.label, place, row=part)
            if name == "sum" and part is not None:
                part.calculated = part.calculated or place
            return use if name not in ("sum", "groupby", "map") else None
        if name in _SAME_LIST:
            return use
        if name in _ONE_ROW:
            return use.a_row(place)
        if name in _OF_ROWS:
            return Use(use.label, place, row=Use(use.label, place, row=use.a_row(place)))
        if name == "join":
            row = use.a_row(place)
            row.printed = row.printed or place
        elif name not in _ASKING and name not in _OF_A_ROW:
            use.printed = use.printed or place
        return None

    def _option(self, node: nodes.Filter, kind: FieldKind, scope: Scope) -> Use | None:
        """單選 and 複選: what stands before is an option of the group before that."""
        self._arguments(node, scope)
        place, inner = self._place(node), node.node
        option = inner.attr if isinstance(inner, nodes.Getattr) else None
        if isinstance(inner, nodes.Getitem):
            option = _constant(inner.arg)
        group = None
        if isinstance(option, str) and isinstance(inner, nodes.Getattr | nodes.Getitem):
            group = self._look(inner.node, scope)
        if group is None or not isinstance(option, str):
            self._problems.append(
                Problem(
                    place,
                    f"「{kind}」前面要寫「名稱.選項」，例如 {{{{ 性別.男|{kind} }}}}；"
                    '選項有空白或符號時寫 {{ 性別["選項"]|單選 }}。',
                )
            )
            return None
        group.kinds.setdefault(kind, place)
        group.options.setdefault(option, place)
        return group

    def _place(self, node: nodes.Node) -> str:
        return self._tree.place_of(node)


def _constant(node: nodes.Node | None) -> Any:
    if isinstance(node, nodes.Neg):
        return -node.node.value if isinstance(node.node, nodes.Const) else None
    return node.value if isinstance(node, nodes.Const) else None


def _is_number(arguments: list[Any]) -> bool:
    return bool(arguments) and isinstance(arguments[0], int)
