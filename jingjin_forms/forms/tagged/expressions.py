"""What the expressions of a template ask for: `名冊|first`, `單價 * 數量`, `性別.男|單選`."""

from typing import Any, cast

from jinja2 import nodes

from jingjin_forms.errors import Problem
from jingjin_forms.forms.tagged.spec import PRINTED_AS_BOXES, FieldKind
from jingjin_forms.forms.tagged.typed_names import TypedNames
from jingjin_forms.forms.tagged.use import Use
from jingjin_forms.word.codes import TAG
from jingjin_forms.word.printing.tag_context import TagContext
from jingjin_forms.word.tag_tree import GLOBALS, TagTree

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


class Expressions:
    """Those of one part of a template; what they ask for is added to `root`, what cannot be to
    `problems`. English names in the tree become the labels they stand for."""

    def __init__(self, tree: TagTree, root: Use, problems: list[Problem], names: TypedNames):
        self._tree, self._root, self._problems, self._names = tree, root, problems, names

    def show(self, node: nodes.Node, scope: Scope) -> None:
        """An expression whose value is printed."""
        if isinstance(node, nodes.CondExpr):
            self.ask(node.test, scope)
            for inner in (node.expr1, node.expr2):
                if inner is not None:
                    self.show(inner, scope)
        elif isinstance(node, nodes.And):
            self.ask(node.left, scope)
            self.show(node.right, scope)
        elif isinstance(node, nodes.Or):
            self.show(node.left, scope)
            self.show(node.right, scope)
        elif isinstance(node, nodes.Concat):
            for inner in node.nodes:
                self.show(inner, scope)
        elif (use := self.look(node, scope)) is not None:
            use.printed = use.printed or self.place(node)
            tag = self._tree.tag_of(node)
            if tag is not None and tag.slot is TagContext.SPAN:  # {% colspan 欄寬 %}
                use.calculated = use.calculated or self.place(node)

    def ask(self, node: nodes.Node, scope: Scope) -> None:
        """A condition."""
        if isinstance(node, nodes.Not):
            self.ask(node.node, scope)
        elif isinstance(node, nodes.And | nodes.Or):
            self.ask(node.left, scope)
            self.ask(node.right, scope)
        elif (use := self.look(node, scope)) is not None and not isinstance(node, nodes.Test):
            use.is_asked = True

    def look(self, node: nodes.Node, scope: Scope) -> Use | None:
        """The fact that an expression stands for; None where it stands for none."""
        match node:
            case nodes.Name():
                if node.name in scope:
                    return scope[node.name]
                return None if node.name in GLOBALS else self._fact(node)
            case nodes.Getattr():
                owner = self.look(node.node, scope)
                if owner is not None:
                    node.attr = self._names.label(node.attr, owner.label)
                return owner and owner.part(node.attr, self.place(node))
            case nodes.Getitem():
                return self._item(node, scope)
            case nodes.Filter():
                return self._filtered(node, scope)
            case nodes.Call():
                return self._called(node, scope)
            case nodes.Or():
                left, _ = self.look(node.left, scope), self.look(node.right, scope)
                return left
            case nodes.CondExpr():
                self.ask(node.test, scope)
                chosen = self.look(node.expr1, scope)
                other = None if node.expr2 is None else self.look(node.expr2, scope)
                return chosen or other
            case nodes.Test():
                use = self.look(node.node, scope)
                self._arguments(node, scope)
                return use
            case nodes.Concat():
                self.show(node, scope)
            case nodes.Compare():
                self._compared(node, scope)
            case _:
                self._inside(node, scope)
        return None

    def _fact(self, node: nodes.Name) -> Use:
        node.name = self._names.label(node.name)
        return self._root.part(node.name, self.place(node))

    def _part(self, owner: Use, key: nodes.Node, place: str) -> Use:
        """The part that a text names: 列["單價"]."""
        assert isinstance(key, nodes.Const)
        key.value = self._names.label(key.value, owner.label)
        return owner.part(key.value, place)

    def _inside(self, node: nodes.Node, scope: Scope) -> None:
        for child in node.iter_child_nodes():
            use = self.look(child, scope)
            if use is not None and isinstance(node, _RECKONING):
                use.calculated = use.calculated or self.place(node)

    def _compared(self, node: nodes.Compare, scope: Scope) -> None:
        sides = [node.expr, *(operand.expr for operand in node.ops)]
        with_number = any(
            isinstance(side, nodes.Const) and isinstance(side.value, int | float) for side in sides
        )
        for side in sides:
            if (use := self.look(side, scope)) is not None:
                use.is_compared = True
                if with_number:
                    use.calculated = use.calculated or self.place(node)

    def _item(self, node: nodes.Getitem, scope: Scope) -> Use | None:
        owner = self.look(node.node, scope)
        if isinstance(node.arg, nodes.Slice):
            self._inside(node.arg, scope)
            return owner
        key = _constant(node.arg)
        if owner is None or isinstance(key, str):
            return owner and self._part(owner, node.arg, self.place(node))
        if key is None:
            self.look(node.arg, scope)
        row = owner.a_row(self.place(node))
        if isinstance(key, int) and key >= 0:
            owner.numbered = max(owner.numbered, key + 1)
        return row

    def _called(self, node: nodes.Call, scope: Scope) -> Use | None:
        self._arguments(node, scope)
        if not isinstance(node.node, nodes.Getattr):
            self.look(node.node, scope)
            return None
        owner = self.look(node.node.node, scope)
        if owner is None:
            return None
        key = _constant(node.args[0]) if node.args else None
        if node.node.attr == "get" and isinstance(key, str):
            return self._part(owner, node.args[0], self.place(node))
        if hasattr(str, node.node.attr):  # 姓名.strip()
            owner.printed = owner.printed or self.place(node)
        return None

    def _arguments(self, node: Any, scope: Scope) -> None:
        for argument in (*node.args, *(pair.value for pair in node.kwargs)):
            self.look(argument, scope)

    def _filtered(self, node: nodes.Filter, scope: Scope) -> Use | None:
        if node.node is None:  # a {% filter %} block
            return None
        place, name = self.place(node), node.name
        kind = _KINDS.get(name)
        if kind is not None and kind in PRINTED_AS_BOXES:
            return self._option(node, kind, scope)
        use = self.look(node.node, scope)
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
            return self._of_jinja(node, use)
        return use

    def _of_jinja(self, node: nodes.Filter, use: Use) -> Use | None:
        """A filter of the template language itself: what comes out of it."""
        place, name = self.place(node), node.name
        named = [*node.args, *(pair.value for pair in node.kwargs)]
        if name in _OF_A_ROW and named and isinstance(_constant(named[0]), str):
            is_mapped = name == "map" and not node.kwargs  # map("upper")
            part = None if is_mapped else self._part(use.a_row(place), named[0], place)
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
            attribute = next((p.value for p in node.kwargs if p.key == "attribute"), None)
            attribute = node.args[1] if len(node.args) > 1 else attribute
            row = use.a_row(place)
            part = row if attribute is None else self._part(row, attribute, place)
            part.printed = part.printed or place
        elif name not in _ASKING and name not in _OF_A_ROW:
            use.printed = use.printed or place
        return None

    def _option(self, node: nodes.Filter, kind: FieldKind, scope: Scope) -> Use | None:
        """單選 and 複選: what stands before is an option of the group before that."""
        self._arguments(node, scope)
        place, inner = self.place(node), node.node
        option = inner.attr if isinstance(inner, nodes.Getattr) else None
        if isinstance(inner, nodes.Getitem):
            option = _constant(inner.arg)
        group = None
        if isinstance(option, str) and isinstance(inner, nodes.Getattr | nodes.Getitem):
            group = self.look(inner.node, scope)
        if group is None or not isinstance(option, str):
            self._problems.append(
                Problem(
                    place,
                    f"「{kind}」前面要寫「名稱.選項」，例如 {{{{ 性別.男|{kind} }}}}；"
                    '選項有空白或符號時寫 {{ 性別["選項"]|單選 }}。',
                    code=TAG,
                )
            )
            return None
        group.kinds.setdefault(kind, place)
        group.options.setdefault(option, place)
        return group

    def place(self, node: nodes.Node) -> str:
        """Where a tag stands on the paper, in words."""
        return self._tree.place_of(node)


def _constant(node: nodes.Node | None) -> Any:
    if isinstance(node, nodes.Neg):
        return -node.node.value if isinstance(node.node, nodes.Const) else None
    return node.value if isinstance(node, nodes.Const) else None


def _is_number(arguments: list[Any]) -> bool:
    return bool(arguments) and isinstance(arguments[0], int)
