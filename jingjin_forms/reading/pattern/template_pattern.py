"""A template, turned into the pattern that filled files are held against."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar, cast

from jinja2 import nodes
from lxml import etree

from jingjin_forms.reading.captured.expressions import (
    Scope,
    WhatStandsThere,
    either,
    joined_school,
    loop_of,
    tokens_of,
)
from jingjin_forms.reading.pattern.marked import TAG, Begins, Ends, Marked, OtherBranch, Shown, Tag
from jingjin_forms.reading.tokens import (
    CellItem,
    CellPattern,
    Either,
    EitherCells,
    EitherRows,
    Literal,
    Mark,
    ParagraphEnd,
    Repeated,
    RepeatedCells,
    RepeatedRows,
    RowItem,
    RowPattern,
    Slot,
    TablePattern,
    TableToken,
    Token,
)
from jingjin_forms.word.docx.location import CELL, PARAGRAPH, ROW, TABLE, TEXT, Element, W
from jingjin_forms.word.docx.plain_xml import FALLBACK

_WRAPPERS = frozenset(
    f"{W}{name}"
    for name in (
        *("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag", "bdo", "dir"),
        *("hyperlink", "fldSimple", "r", "body"),
    )
)
_PRINTED = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
_TEXT_BOX = f"{W}txbxContent"
_MERGED = f"{W}tcPr/{W}vMerge"
_VALUE = f"{W}val"

T = TypeVar("T")
_Event = Any
"""A token or row or cell, or a tag with the scope it is read in."""


def flow_pattern(part: Marked, kind_of: WhatStandsThere) -> tuple[Token, ...]:
    """What the text of a part prints, text boxes left out."""
    return _Building(part, kind_of).flow(part.root)


def text_box_patterns(part: Marked, kind_of: WhatStandsThere) -> list[tuple[Token, ...]]:
    """What each text box prints, in the order they stand in."""
    building = _Building(part, kind_of)
    boxes = part.root.iter(_TEXT_BOX)
    return [building.flow(box) for box in boxes if next(box.iterancestors(FALLBACK), None) is None]


@dataclass(slots=True)
class _Open:
    """A condition or loop that has begun."""

    node: nodes.If | nodes.For
    outer: Scope
    branches: list[list[Any]] = field(default_factory=lambda: [[]])
    loop: Any = None


class _Building:
    """Follows a part from top to bottom, with the scope that its loops make."""

    def __init__(self, part: Marked, kind_of: WhatStandsThere):
        self._tags, self._kind_of = part.tags, kind_of
        self._scope: Scope = {}

    def flow(self, holder: Element) -> tuple[Token, ...]:
        """The tokens of a body or cell."""
        tokens = self._structured(self._flow_events(holder), _repeated, _either)
        return merged(tokens)

    def _flow_events(self, holder: Element) -> Iterator[_Event]:
        for child in holder:
            if _is_tag(child):
                yield self._tag(child)
            elif child.tag == PARAGRAPH:
                yield from self._paragraph(child)
                yield ParagraphEnd()
            elif child.tag == TABLE:
                yield TableToken(self._table(child))
            elif child.tag in _WRAPPERS:
                yield from self._flow_events(child)

    def _paragraph(self, holder: Element) -> Iterator[_Event]:
        for child in holder:
            if _is_tag(child):
                yield self._tag(child)
            elif child.tag == TEXT:
                yield from self._text(child)
            elif child.tag in _PRINTED:
                yield Literal(_PRINTED[cast(str, child.tag)])
            elif child.tag in _WRAPPERS:
                yield from self._paragraph(child)

    def _text(self, text: Element) -> Iterator[_Event]:
        if text.text:
            yield Literal(text.text)
        for child in text:
            if _is_tag(child):
                yield self._tag(child)
            if child.tail:
                yield Literal(child.tail)

    def _table(self, table: Element) -> TablePattern:
        rows = self._structured(self._row_events(table), RepeatedRows, _either_rows)
        return TablePattern(tuple(rows), "".join(wording_in(rows)))

    def _row_events(self, holder: Element) -> Iterator[_Event]:
        for child in holder:
            if _is_tag(child):
                yield self._tag(child)
            elif child.tag == ROW:
                cells = self._structured(self._cell_events(child), RepeatedCells, _either_cells)
                yield RowPattern(tuple(cells))
            elif child.tag in _WRAPPERS:
                yield from self._row_events(child)

    def _cell_events(self, holder: Element) -> Iterator[_Event]:
        for child in holder:
            if _is_tag(child):
                yield self._tag(child)
            elif child.tag == CELL:
                yield self._cell(child)
            elif child.tag in _WRAPPERS:
                yield from self._cell_events(child)

    def _cell(self, cell: Element) -> CellPattern:
        merge = cell.find(_MERGED)
        value = "" if merge is None else merge.get(_VALUE) or "continue"
        tokens = self.flow(cell)
        if not any(isinstance(token, ParagraphEnd) for token in _flat(tokens)):
            tokens = (*tokens, ParagraphEnd())
        tokens = tuple(
            Mark(token.path, is_box=False)
            if isinstance(token, Mark) and _is_alone(tokens)
            else token
            for token in tokens
        )
        is_merged_later = value == "restartcontinue"
        if is_merged_later:  # {% vm %}: its text stands in the first row alone
            tokens = merged([token for t in tokens for token in _of_first_row(t)])
        return CellPattern(tokens, value == "continue", is_merged_later)

    def _tag(self, instruction: Element) -> "tuple[Tag, Scope]":
        return self._tags[int(cast(str, instruction.text))], self._scope

    def _structured(self, events: Iterator[_Event], repeat: Any, choose: Any) -> list[Any]:
        """The events between tags, with loops and conditions made of the tags."""
        stack: list[_Open] = []
        done: list[Any] = []

        def put(made: list[Any]) -> None:
            (stack[-1].branches[-1] if stack else done).extend(made)

        for event in events:
            tag = cast("tuple[Tag, Scope]", event)[0] if isinstance(event, tuple) else None
            match tag:
                case None:
                    put([event])
                case Shown(node):
                    put(tokens_of(node, self._scope, self._kind_of))
                case Begins(node):
                    begun = _Open(node, self._scope)
                    if isinstance(node, nodes.For):
                        begun.loop, self._scope = loop_of(node, self._scope)
                    stack.append(begun)
                case OtherBranch():
                    stack[-1].branches.append([])
                    self._scope = stack[-1].outer
                case Ends():
                    ended = stack.pop()
                    self._scope = ended.outer
                    put(_made(ended, repeat, choose))
        return done


def _made(ended: _Open, repeat: Any, choose: Any) -> list[Any]:
    branches = ended.branches
    if ended.loop is not None:
        body = repeat(ended.loop, tuple(branches[0]))
        return choose([[body], branches[1]]) if len(branches) > 1 else [body]
    node = ended.node
    if isinstance(node, nodes.If) and not node.else_:
        branches = [*branches, []]
    return choose(branches)


def _repeated(loop: Any, body: tuple[Token, ...]) -> Token:
    return Repeated(loop, merged(body))


def _either(branches: list[list[Token]]) -> list[Token]:
    return either([list(merged(branch)) for branch in branches])


def _either_rows(branches: list[list[RowItem]]) -> list[RowItem]:
    return [EitherRows(tuple(map(tuple, branches)))]


def _either_cells(branches: list[list[CellItem]]) -> list[CellItem]:
    return [EitherCells(tuple(map(tuple, branches)))]


def merged(tokens: "list[Token] | tuple[Token, ...]") -> tuple[Token, ...]:
    """Fixed wording side by side in one piece."""
    done: list[Token] = []
    for token in joined_school(list(tokens)):
        if isinstance(token, Literal) and done and isinstance(done[-1], Literal):
            done[-1] = Literal(done[-1].text + token.text)
        else:
            done.append(token)
    return tuple(done)


def _is_tag(element: Element) -> bool:
    return element.tag is etree.ProcessingInstruction and cast(Any, element).target == TAG


def _is_alone(tokens: tuple[Token, ...]) -> bool:
    """Whether nothing but marks and blank paragraphs stands in a cell."""
    return all(isinstance(token, Mark | ParagraphEnd) for token in tokens)


def _of_first_row(token: Token) -> tuple[Token, ...]:
    is_first = isinstance(token, Either) and len(token.branches) == 2 and token.branches[1] == ()
    return token.branches[0] if is_first and isinstance(token, Either) else (token,)


def _flat(tokens: tuple[Token, ...]) -> Iterator[Token]:
    for token in tokens:
        yield token
        if isinstance(token, Repeated):
            yield from _flat(token.body)
        elif hasattr(token, "branches"):
            for branch in cast(Any, token).branches:
                yield from _flat(branch)


def wording_in(items: "list[Any] | tuple[Any, ...]") -> Iterator[str]:
    """The fixed wording of rows, cells and tokens, at any depth."""
    for item in items:
        match item:
            case Literal(text):
                yield text
            case RowPattern():
                yield from wording_in(item.cells)
            case CellPattern():
                yield from wording_in(item.tokens)
            case TableToken(table):
                yield from wording_in(table.rows)
            case Slot() | Mark() | ParagraphEnd() | Either():
                pass  # of an Either nothing stands on every paper
            case _:
                inner: Mapping[str, Any] = {n: getattr(item, n, ()) for n in ("body", "branches")}
                yield from wording_in(inner["body"])
                for branch in inner["branches"]:
                    yield from wording_in(branch)
