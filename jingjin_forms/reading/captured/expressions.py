"""What a tag prints, turned round: `{{ 計畫名稱 or "○○○" }}` → the fact, or the blank's text."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, cast

from jinja2 import nodes

from jingjin_forms.reading.captured.joined import joined_items
from jingjin_forms.reading.tokens import (
    BOXES,
    DerivedBox,
    Either,
    Literal,
    Loop,
    Mark,
    Path,
    Repeated,
    Slot,
    SlotKind,
    Token,
)
from jingjin_forms.values.digit_cells import PARTS_OF_A_DOLLAR

Scope = Mapping[str, Path | None]
"""What the template's own names stand for; None for what is no fact."""
WhatStandsThere = Callable[[Path], SlotKind | None]
"""The kind of what a path prints; None for an option of a choice."""

JOINED = "連寫"
"""The part of a school under which 縣市, 鄉鎮市區 and 簡稱 are read that stand side by side."""
_PARTS_OF_SCHOOL = ("縣市", "鄉鎮市區", "簡稱")
_MARKS = ("單選", "複選", "勾選")
_NOT_AN_ANSWER = frozenset(" \u3000\t\n_＿年月日至億萬万仟佰拾元整(（)）:：…．.")


def tokens_of(node: nodes.Node, scope: Scope, kind_of: WhatStandsThere) -> list[Token]:
    """What an expression prints."""
    match node:
        case nodes.Const():
            return _constant(node.value)
        case nodes.Concat():
            found = [token for inner in node.nodes for token in tokens_of(inner, scope, kind_of)]
            return joined_school(found)
        case nodes.CondExpr():
            other = [] if node.expr2 is None else tokens_of(node.expr2, scope, kind_of)
            return either([tokens_of(node.expr1, scope, kind_of), other])
        case nodes.Or():
            return _or(node, scope, kind_of)
        case nodes.And():
            return either([tokens_of(node.right, scope, kind_of), []])
        case nodes.Add() | nodes.Sub():
            return _reckoned(node, scope, kind_of)
        case nodes.Filter():
            return _filtered(node, scope, kind_of)
        case _:
            return _fact(node, scope, kind_of)


def either(branches: list[list[Token]]) -> list[Token]:
    """One of these. A constant that could be an answer as well (800, 時) is read as one."""
    slots = any(isinstance(token, Slot) for branch in branches for token in branch)
    texts = [t.text for branch in branches for t in branch if isinstance(t, Literal)]
    if any("_" in text or "\u3000\u3000" in text for text in texts):
        branches = [[_on_line(token, "_＿\u3000") for token in branch] for branch in branches]
    kept: list[tuple[Token, ...]] = []
    for branch in branches:
        text = "".join(token.text for token in branch if isinstance(token, Literal))
        is_constant = bool(text) and all(isinstance(token, Literal) for token in branch)
        if not (slots and is_constant and is_answer(text)) and tuple(branch) not in kept:
            kept.append(tuple(branch))
    if slots and () not in kept and all(any(isinstance(t, Literal) for t in b) for b in kept):
        kept.append(())  # whoever deletes the printed blank
    if len(kept) == 1:
        return list(kept[0])
    if {len(branch) for branch in kept} == {1} and {b[0] for b in kept} == {DerivedBox()}:
        return [DerivedBox()]
    return [Either(tuple(kept))]


def _on_line(token: Token, line: str) -> Token:
    return replace(token, line=token.line or line) if isinstance(token, Slot) else token


def is_answer(text: str) -> bool:
    """Whether a text says something, unlike a printed blank: ____, ○○國小, 年 月 日."""
    return not ("○" in text or "__" in text or set(text) <= _NOT_AN_ANSWER)


def joined_school(tokens: list[Token]) -> list[Token]:
    """The parts of a school's name that stand side by side as one slot."""
    done: list[Token] = []
    for token in tokens:
        last = done[-1] if done else None
        if _is_beside(last, token) and isinstance(token, Slot):
            done[-1] = Slot((*token.path[:-1], JOINED), SlotKind.SCHOOL)
        else:
            done.append(token)
    return done


def _is_beside(last: Token | None, token: Token) -> bool:
    """Whether both are parts of the name of one school."""
    if not (isinstance(last, Slot) and isinstance(token, Slot)):
        return False
    is_school = last.kind is token.kind is SlotKind.SCHOOL
    return is_school and last.path[:-1] == token.path[:-1] and token.path[-1] in _PARTS_OF_SCHOOL


def _constant(value: Any) -> list[Token]:
    text = "" if value is None else str(value)
    if len(text) == 1 and text in BOXES:
        return [DerivedBox()]
    return [Literal(text)] if text else []


def _or(node: nodes.Or, scope: Scope, kind_of: WhatStandsThere) -> list[Token]:
    left, right = node.left, node.right
    first = tokens_of(left, scope, kind_of)
    other = tokens_of(right, scope, kind_of)
    is_fallback = all(isinstance(token, Literal) for token in other)
    if is_fallback:
        return either([first, other])
    return first  # 承辦單位 or 學校名稱.簡稱: the first of them is what the paper asks for


def _reckoned(node: nodes.Add | nodes.Sub, scope: Scope, kind_of: WhatStandsThere) -> list[Token]:
    number = node.right.value if isinstance(node.right, nodes.Const) else None
    path = path_of(node.left, scope)
    if not isinstance(number, int) or path is None:
        return [Slot((), SlotKind.IGNORED)]
    offset = number if isinstance(node, nodes.Add) else -number
    return [Slot(path, SlotKind.NUMBER, offset)]


def _filtered(node: nodes.Filter, scope: Scope, kind_of: WhatStandsThere) -> list[Token]:
    if node.node is None:
        return [Slot((), SlotKind.IGNORED)]
    if node.name in _MARKS:
        path = path_of(node.node, scope)
        return [DerivedBox()] if path is None else [Mark(path)]
    if node.name == "數字格":
        return _digit(node, scope)
    if node.name == "join":
        return _joined(node, scope, kind_of)
    inner = tokens_of(node.node, scope, kind_of)
    if node.name == "底線" and node.args and isinstance(node.args[0], nodes.Const):
        line = str(node.args[0].value)
        return either([[_on_line(token, f"{line}_＿") for token in inner], [Literal(line)]])
    return inner


def _joined(node: nodes.Filter, scope: Scope, kind_of: WhatStandsThere) -> list[Token]:
    """The items of a list with wording between them; as one text where they cannot be told apart,
    for a person to look at."""
    path = path_of(node.node, scope)
    if path is None:
        return [Slot((), SlotKind.IGNORED)]
    if (found := joined_items(node, path)) is None:
        return [Slot(path)]
    loop, item, between = found
    kind = kind_of(item)
    body = Mark(item) if kind is None else Slot(item, kind, is_joined=True)
    return [Repeated(loop, (body, Either(((Literal(between),), ()))))]


def _digit(node: nodes.Filter, scope: Scope) -> list[Token]:
    """One digit of an amount; behind 元 there is none to read."""
    path = path_of(node.node, scope)
    place = node.args[0].value if node.args and isinstance(node.args[0], nodes.Const) else ""
    if path is None or place in PARTS_OF_A_DOLLAR:
        return [Slot((), SlotKind.IGNORED)]
    return [Slot(path, SlotKind.TEXT, is_digit=True)]


def _fact(node: nodes.Node, scope: Scope, kind_of: WhatStandsThere) -> list[Token]:
    path = path_of(node, scope)
    if path is None:
        return [Slot((), SlotKind.IGNORED)]
    kind = kind_of(path)
    if kind is None:
        return [Mark(path)]
    is_part = isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Slice)
    return [Slot(path, kind, is_part=is_part)]


def path_of(node: nodes.Node | None, scope: Scope) -> Path | None:
    """Which fact an expression stands for; None where it stands for none."""
    match node:
        case nodes.Name():
            return scope.get(node.name, (node.name,))
        case nodes.Getattr():
            owner = path_of(node.node, scope)
            return None if owner is None else (*owner, node.attr)
        case nodes.Getitem():
            owner = path_of(node.node, scope)
            if owner is None or isinstance(node.arg, nodes.Slice):
                return owner
            key = node.arg.value if isinstance(node.arg, nodes.Const) else None
            return (*owner, key) if isinstance(key, str | int) else None
        case nodes.Filter():
            return path_of(node.node, scope)
        case nodes.Call():
            method = node.node
            if isinstance(method, nodes.Getattr) and hasattr(str, method.attr):
                return path_of(method.node, scope)  # 社群名稱.removesuffix("…")
            return None
        case nodes.Or() | nodes.And():
            return path_of(node.left, scope)
        case nodes.CondExpr():
            return path_of(node.expr1, scope)
        case _:
            return None


def loop_of(node: nodes.For, scope: Scope) -> tuple[Loop, dict[str, Path | None]]:
    """A `for` and what its names stand for inside it."""
    path = path_of(node.iter, scope)
    goes_on = isinstance(node.iter, nodes.Getitem) and isinstance(node.iter.arg, nodes.Slice)
    loop = Loop(path or (), goes_on)
    inner: dict[str, Path | None] = {**scope, "loop": None}
    for name in cast(Any, node.target).find_all(nodes.Name):
        inner[name.name] = None
    if isinstance(node.target, nodes.Name):
        inner[node.target.name] = None if path is None else (*path, loop)
    return loop, inner
