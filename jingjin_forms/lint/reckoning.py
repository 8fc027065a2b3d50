"""Reckoning in tags, and choices that a tag cannot print."""

from collections.abc import Iterator, Mapping

from jinja2 import nodes

from jingjin_forms.errors import listed
from jingjin_forms.forms.tagged.vocabulary import vocabulary
from jingjin_forms.lint.remark import Remark, doubt, error
from jingjin_forms.lint.subject import Subject
from jingjin_forms.word.tag_tree import GLOBALS, TagTree

_SIGNS = (nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Mod, nodes.Pow, nodes.Add, nodes.Sub)
_DIVIDING = (nodes.Div, nodes.FloorDiv, nodes.Mod)
_CUTTING = ("int", "round")
_BOXES = ("單選", "複選")


def arithmetic(subject: Subject) -> Iterator[Remark]:
    """A figure that is worked out in the tag that prints it."""
    for tree in subject.trees:
        made = _own_names(tree)
        for output in tree.tree.find_all(nodes.Output):
            for shown in output.nodes:
                sum_ = _sum_in(shown)
                labels = [] if sum_ is None or _only_counts(sum_) else _labels(sum_, made)
                if sum_ is not None and labels:
                    yield _reckoned(tree, shown, sum_, labels)


def _own_names(tree: TagTree) -> set[str]:
    """What `set` and macros name: no facts."""
    found = {"loop", *GLOBALS}
    for node in tree.tree.find_all((nodes.Assign, nodes.AssignBlock, nodes.Macro)):
        targets = node.args if isinstance(node, nodes.Macro) else [node.target]
        for target in targets:
            names = [target] if isinstance(target, nodes.Name) else target.find_all(nodes.Name)
            found |= {name.name for name in names}
    return found


def _sum_in(node: nodes.Node) -> nodes.BinExpr | None:
    """The sum whose result is printed: not what is in a condition or an index."""
    match node:
        case nodes.BinExpr() if isinstance(node, _SIGNS):
            return node
        case nodes.Filter() if node.node is not None:
            return _sum_in(node.node)
        case nodes.Or() | nodes.And():
            return _sum_in(node.left) or _sum_in(node.right)
        case nodes.CondExpr():
            other = None if node.expr2 is None else _sum_in(node.expr2)
            return _sum_in(node.expr1) or other
        case nodes.Concat():
            return next((found for n in node.nodes if (found := _sum_in(n)) is not None), None)
        case _:
            return None


def _only_counts(node: nodes.BinExpr) -> bool:
    """Whether a whole number is added or taken away, as in 學年度 + 1: nothing is lost by that."""
    sides = (node.left, node.right)
    is_whole = any(isinstance(s, nodes.Const) and isinstance(s.value, int) for s in sides)
    return isinstance(node, nodes.Add | nodes.Sub) and is_whole


def _labels(node: nodes.Node, made: set[str]) -> list[str]:
    """The facts that are reckoned with, by their last label; none in a joining of texts."""
    if any(isinstance(n.value, str) for n in node.find_all(nodes.Const)):
        return []
    inner = {id(n.node) for n in node.find_all((nodes.Getattr, nodes.Getitem))}
    found: list[str] = []
    for part in node.find_all((nodes.Getattr, nodes.Name)):
        root = part
        while isinstance(root, nodes.Getattr | nodes.Getitem):
            root = root.node
        if isinstance(root, nodes.Name) and root.name not in made and id(part) not in inner:
            found.append(part.attr if isinstance(part, nodes.Getattr) else part.name)
    return list(dict.fromkeys(found))


def _reckoned(tree: TagTree, shown: nodes.Node, sum_: nodes.BinExpr, labels: list[str]) -> Remark:
    figures = vocabulary().figures.items()
    known = [name for name, ways in figures for way in ways if {*way.needs} == {*labels}]
    instead = f"改印會自動算的「{known[0]}」" if known else "改成一個標籤，在說明檔寫「計算」"
    faults = ["有一項沒填就填不出來", "金額沒有千分位"]
    divides = isinstance(sum_, _DIVIDING) or next(sum_.find_all(_DIVIDING), None) is not None
    cuts = any(
        f.name in _CUTTING
        for f in (shown, *shown.find_all(nodes.Filter))
        if isinstance(f, nodes.Filter)
    )
    if divides and isinstance(sum_, nodes.Div):
        faults.append("除不盡的金額印不出來")
    elif cuts or divides:
        faults.append("小數會不見，合計就對不起來")
    else:
        faults.append("乘出來的小數不會進位或捨去")
    tag = tree.tag_of(sum_)
    return doubt(
        "arithmetic",
        tree.place_of(sum_),
        f"在標籤裡計算，{'，'.join(faults)}：請{instead}。",
        tag.text if tag else "",
    )


def options_differ(subject: Subject) -> Iterator[Remark]:
    """選項 that leaves out what the same choice has elsewhere: choosing that cannot be printed."""
    everywhere: dict[str, dict[str, str]] = {}
    lists: list[tuple[TagTree, nodes.Filter, str, list[str]]] = []
    for tree in subject.trees:
        rows = _rows_around(tree)
        for found in tree.tree.find_all(nodes.Filter):
            around = rows.get(id(found), {})
            if found.name == "選項" and (name := _path(found.node, around)):
                options = [str(a.value) for a in found.args if isinstance(a, nodes.Const)]
                lists.append((tree, found, name, options))
            elif found.name in _BOXES and isinstance(found.node, nodes.Getattr | nodes.Getitem):
                name, options = _path(found.node.node, around), [_last(found.node)]
            else:
                continue
            for option in filter(None, options):
                everywhere.setdefault(name, {}).setdefault(option, tree.place_of(found))
    for tree, found, name, options in lists:
        missing = {o: place for o, place in everywhere[name].items() if o not in options}
        if missing:
            tag = tree.tag_of(found)
            yield error(
                "options_differ",
                tree.place_of(found),
                f"「{name}」在{next(iter(missing.values()))}還可以是「{listed(missing)}」，"
                "選了它，這裡就填不出來：請把兩處的選項寫成一樣。",
                tag.text if tag else "",
                path=tuple(name.split(".")),
            )


def _rows_around(tree: TagTree) -> dict[int, dict[str, str]]:
    """Of each filter within loops: what the names of their rows stand for, 名冊 of 列."""
    found: dict[int, dict[str, str]] = {}
    for loop in tree.tree.find_all(nodes.For):  # those outside come before those inside them
        if isinstance(loop.target, nodes.Name):
            for inner in loop.find_all(nodes.Filter):
                names = found.setdefault(id(inner), {})
                names[loop.target.name] = _path(loop.iter, names)
    return found


def _path(node: nodes.Node | None, rows: Mapping[str, str]) -> str:
    """性別, 名冊.方式: how the template calls a fact; blank for anything else."""
    match node:
        case nodes.Name():
            return rows.get(node.name, node.name)
        case nodes.Getattr() | nodes.Getitem():
            owner, last = _path(node.node, rows), _last(node)
            return f"{owner}.{last}" if owner and last else ""
        case nodes.Filter():
            return _path(node.node, rows)
        case _:
            return ""


def _last(node: nodes.Node) -> str:
    match node:
        case nodes.Getattr():
            return node.attr
        case nodes.Getitem(arg=nodes.Const(value=str(key))):
            return key
        case _:
            return ""
