"""How a template uses one name: what it prints of it, and where."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from jingjin_forms.errors import Problem
from jingjin_forms.forms.tagged.spec import PRINTED_AS_BOXES, FieldKind
from jingjin_forms.word.codes import CONFLICT

_TOGETHER = ({FieldKind.AMOUNT, FieldKind.UPPERCASE},)
"""Kinds that one field may have in different places: an amount in figures and in words."""


@dataclass
class Use:
    """One name, or a part or row of one. Places are those of first use; blank for never."""

    label: str
    place: str = ""
    printed: str = ""
    """Where its value is printed, as a text."""
    listed: str = ""
    """Where it is gone through row by row, or asked for its row of some number."""
    calculated: str = ""
    """Where it is reckoned with."""
    is_asked: bool = False
    """Whether it stands bare in a condition."""
    is_compared: bool = False
    parts: "dict[str, Use]" = field(default_factory=dict[str, "Use"])
    row: "Use | None" = None
    kinds: dict[FieldKind, str] = field(default_factory=dict[FieldKind, str])
    """What filters say it is, and where."""
    options: dict[str, str] = field(default_factory=dict[str, str])
    """Options with a box or named by 選項, and where."""
    rows: int = 0
    """The printed rows that 列數 asks for."""
    numbered: int = 0
    """One more than the highest number of a row that is asked for."""
    required: bool = False
    hint: str = ""

    def part(self, label: str, place: str) -> "Use":
        """A part of it, by name."""
        found = self.parts.setdefault(label, Use(label, place))
        return found

    def a_row(self, place: str) -> "Use":
        """Any of its rows."""
        self.listed = self.listed or place
        if self.row is None:
            self.row = Use(self.label, place)
        return self.row

    @property
    def is_choice(self) -> bool:
        """Whether its parts are boxes."""
        return bool(self.kinds.keys() & PRINTED_AS_BOXES)

    def kind(self) -> FieldKind | None:
        """What filters say it is."""
        return next(iter(self.kinds), None)

    def problems(self, path: tuple[str, ...] = ()) -> Iterator[Problem]:
        """Where the template uses the name as two things that no field can be."""
        where = (*path, self.label)
        called = f"「{'.'.join(where)}」"
        if self.listed and self.printed:
            yield _conflict(where, self.listed, "一列一列的清單", self.printed, "一個內容")
        if self.listed and self.parts:
            first = next(iter(self.parts.values()))
            yield _conflict(
                where, self.listed, "一列一列的清單", first.place, f"一組（有「{first.label}」）"
            )
        if self.listed and self.kinds:
            kind, place = next(iter(self.kinds.items()))
            yield _conflict(where, self.listed, "一列一列的清單", place, f"「{kind}」")
        kinds = list(self.kinds.items())
        if len(kinds) > 1 and not any(self.kinds.keys() <= allowed for allowed in _TOGETHER):
            (first, one), (second, two) = kinds[:2]
            yield _conflict(where, one, f"「{first}」", two, f"「{second}」")
        if self.is_choice and self.parts:
            part = next(iter(self.parts.values()))
            remedy = f"{{{{ {'.'.join(where)}.{part.label}|{self.kind()} }}}}"
            fault = f"{called}的其他選項都用了「{self.kind()}」，這一個也要寫成 {remedy}。"
            yield Problem(part.place, fault, path=(*where, part.label), code=CONFLICT)
        for part in self.parts.values():
            yield from part.problems(where)
        if self.row is not None:
            yield from self.row.problems(path)


def _conflict(path: tuple[str, ...], one: str, first: str, two: str, second: str) -> Problem:
    called = f"「{'.'.join(path)}」"
    fault = (
        f"{called}在這裡是{second}，在{one}卻是{first}；同一個名稱只能是一種，請把其中一個改名。"
    )
    return Problem(two, fault, path=path, code=CONFLICT)
