"""A pattern as steps with their successors, so that matching it is a walk (see `matching`)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cache

from jingjin_forms.reading.squeezed import plain
from jingjin_forms.reading.tokens import (
    PARAGRAPH_END,
    CellPattern,
    DerivedBox,
    Either,
    Literal,
    Loop,
    Mark,
    ParagraphEnd,
    Repeated,
    Slot,
    SlotKind,
    TableToken,
    Token,
)

_NOTE = 4


class Kind(IntEnum):
    """What a step does."""

    LITERAL = 0
    PARAGRAPH = 1
    SLOT = 2
    MARK = 3
    TABLE = 4
    SPLIT = 5
    ENTER = 6
    ITEM = 7
    END = 8


@dataclass(slots=True, eq=False)
class Step:
    """One step, and those that can follow."""

    kind: Kind
    token: Token | Loop | None = None
    text: str = ""
    squeezed: str = ""
    next: list[int] = field(default_factory=list[int])
    is_repeated: bool = False
    """Whether it stands in paragraphs that repeat: then a slot ends with its paragraph."""
    is_number: bool = False
    """Whether a slot ends where its digits do, since another follows at once."""
    stops: "Stops" = field(default_factory=lambda: Stops())


@dataclass(slots=True)
class Stops:
    """What can stand right behind a slot."""

    literals: tuple[str, ...] = ()
    squeezed: tuple[str, ...] = ()
    paragraph: bool = False
    box: bool = False
    anything: bool = False
    """Another slot."""
    end: bool = False


@dataclass(slots=True, eq=False)
class Program:
    """Steps from the first, 0, to the last."""

    steps: list[Step]
    wording: str
    """Squeezed, the longest fixed piece that every match has."""
    exact_wording: str
    """The same as it is printed."""
    constant: str | None
    """The whole text, where nothing but fixed wording is printed."""
    notes: tuple[str, ...]
    """Wording that some rows have and others do not."""
    only_slot: Slot | None
    """Where a cell holds one fact and nothing else."""


@cache
def cell_program(cell: CellPattern) -> "Program":
    """The pattern of a cell compiled; once for each."""
    return program_of(cell.tokens)


@cache
def _program(key: "_ById") -> Program:
    steps = _Compiling().compiled(key.tokens)
    literals = [token.text for token in key.tokens if isinstance(token, Literal)]
    return Program(
        steps,
        max(map(plain, literals), key=len, default=""),
        max(literals, key=len, default=""),
        _constant(key.tokens),
        tuple(_notes(key.tokens)),
        _only_slot(key.tokens),
    )


class _ById:
    """Tokens as a key of a cache, by identity."""

    __slots__ = ("tokens",)

    def __init__(self, tokens: tuple[Token, ...]):
        self.tokens = tokens

    def __hash__(self) -> int:
        return id(self.tokens)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _ById) and other.tokens is self.tokens


def program_of(tokens: tuple[Token, ...]) -> Program:
    """The pattern compiled; once for each."""
    return _program(_ById(tokens))


def _constant(tokens: tuple[Token, ...]) -> str | None:
    if not all(isinstance(token, Literal | ParagraphEnd) for token in tokens):
        return None
    return "".join(t.text if isinstance(t, Literal) else PARAGRAPH_END for t in tokens)


def _notes(tokens: tuple[Token, ...]) -> Iterator[str]:
    for token in tokens:
        if isinstance(token, Either) and () in token.branches:
            inner = (piece for branch in token.branches for piece in branch)
            yield from (t.text for t in inner if isinstance(t, Literal) and len(t.text) >= _NOTE)


def _only_slot(tokens: tuple[Token, ...]) -> Slot | None:
    if len(tokens) != 2 or not isinstance(tokens[1], ParagraphEnd):
        return None
    slot = tokens[0]
    return slot if isinstance(slot, Slot) and slot.kind is not SlotKind.IGNORED else None


class _Compiling:
    def __init__(self) -> None:
        self.steps: list[Step] = []
        self._repeated = 0

    def compiled(self, tokens: tuple[Token, ...]) -> list[Step]:
        ends = self._sequence(tokens, self._add(Step(Kind.SPLIT)))
        self._join(ends, self._add(Step(Kind.END)))
        for step in self.steps:
            if step.kind is Kind.SLOT:
                self._see_stops(step)
        return self.steps

    def _add(self, step: Step) -> list[int]:
        step.is_repeated = self._repeated > 0
        self.steps.append(step)
        return [len(self.steps) - 1]

    def _join(self, ends: Iterable[int], begins: list[int]) -> None:
        for end in ends:
            for begin in begins:
                if begin not in self.steps[end].next:
                    self.steps[end].next.append(begin)

    def _sequence(self, tokens: tuple[Token, ...], ends: list[int]) -> list[int]:
        for token in tokens:
            ends = self._token(token, ends)
        return ends

    def _token(self, token: Token, ends: list[int]) -> list[int]:
        match token:
            case Either(branches):
                split = self._add(Step(Kind.SPLIT))
                self._join(ends, split)
                return [end for branch in branches for end in self._sequence(branch, split)]
            case Repeated(loop, body):
                return self._loop(loop, body, ends)
            case _:
                added = self._add(_step(token))
                self._join(ends, added)
                return added

    def _loop(self, loop: Loop, body: tuple[Token, ...], ends: list[int]) -> list[int]:
        enter = self._add(Step(Kind.ENTER, loop))
        self._join(ends, enter)
        has_table = any(isinstance(token, TableToken) for token in body)
        self._repeated += not has_table
        item = self._add(Step(Kind.ITEM, loop))
        self._join(enter, item)
        last = self._sequence(body, item)
        self._repeated -= not has_table
        self._join(last, item)
        return [*enter, *last]

    def _see_stops(self, step: Step) -> None:
        stops, literals = step.stops, dict[str, str]()
        seen: set[int] = set()
        waiting = [*step.next]
        while waiting:
            following = waiting.pop()
            if following in seen:
                continue
            seen.add(following)
            after = self.steps[following]
            match after.kind:
                case Kind.LITERAL:
                    literals[after.text] = after.squeezed
                    if not after.squeezed:
                        waiting += after.next
                case Kind.PARAGRAPH:
                    stops.paragraph = True
                case Kind.MARK:
                    stops.box = True
                case Kind.SLOT:
                    stops.anything = True
                    waiting += after.next
                case Kind.END | Kind.TABLE:
                    stops.end = True
                case _:
                    waiting += after.next
        stops.literals, stops.squeezed = tuple(literals), tuple(filter(None, literals.values()))
        slot = step.token
        step.is_number = stops.anything and isinstance(slot, Slot) and slot.kind is SlotKind.NUMBER


def _step(token: Token) -> Step:
    match token:
        case Literal(text):
            return Step(Kind.LITERAL, token, text, plain(text))
        case ParagraphEnd():
            return Step(Kind.PARAGRAPH, token)
        case Slot():
            return Step(Kind.SLOT, token)
        case Mark() | DerivedBox():
            return Step(Kind.MARK, token)
        case TableToken():
            return Step(Kind.TABLE, token)
        case _:
            raise TypeError(token)
