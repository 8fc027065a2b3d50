"""Values by path as a tree of what the paper prints: texts, ticks, rows within rows."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Self, cast

from jingjin_forms.errors import place
from jingjin_forms.reading.captured.captured import Captured, Steps
from jingjin_forms.reading.captured.joined import told_by_rows
from jingjin_forms.reading.squeezed import plain
from jingjin_forms.reading.tokens import BOXES, PICTURE_HERE, TICKS, Mark, Slot, SlotKind

WHOLE = "全部"
"""Under which the text of a value stands whose parts are printed as well."""
_EMPTY = frozenset("□☐▢◻❑❏○◯〇")
_TICKED = (frozenset(BOXES) - _EMPTY) | frozenset(TICKS)
_YES = frozenset(("是", "有", "O", "o", "○", "◯", "〇", "1", "Y", "y", "對"))
_BLANK = frozenset(" \u3000\t\n_＿○年月日至元整(（)）…")


_lines = re.compile("_{2,}|＿{2,}|_(?=[0-9年月日])|(?<=[0-9年月日])_")

_OTHER_ROWS = "和清單各列的內容不同，採用各列的。"
_number = re.compile(r"\s*[（(]?(?:[一二三四五六七八九十百]+|[0-9０-９]+)[)）、.．]")


class Stood(str):
    """A text that knows which slot it stood in."""

    __slots__ = ("origin",)
    origin: Steps

    def __new__(cls, text: str, origin: Steps) -> Self:
        made = super().__new__(cls, text)
        made.origin = origin
        return made


@dataclass(frozen=True, slots=True)
class Doubt:
    """What a person has to look at."""

    label: str
    path: Steps
    place: str
    official: str
    """The form's own text beside it, where that was changed."""
    found: str
    """What stands in the file."""
    why: str

    def __str__(self) -> str:
        where = f"{self.label}（{self.place}）" if self.place else self.label
        official = f"，表件原文是「{self.official}」" if self.official else ""
        return f"{where}：檔案上是「{self.found}」{official}；{self.why}"


@dataclass(slots=True)
class Printed:
    """The tree, and what is doubtful in it."""

    tree: dict[str, Any] = field(default_factory=dict[str, Any])
    doubts: list[Doubt] = field(default_factory=list[Doubt])


def printed_of(values: Iterable[Captured], media: "dict[str, bytes]") -> Printed:
    """The tree of what was captured; `media` are the file's pictures by relationship."""
    by_path: dict[Steps, list[Captured]] = {}
    kept, others = told_by_rows([*values])
    for value in kept:
        by_path.setdefault(value.path, []).append(value)
    done = Printed(doubts=[_doubt(other.path, other, _OTHER_ROWS) for other in others])
    tree: dict[str | int, Any] = {}
    for path, found in by_path.items():
        value = _value(path, found, media, done.doubts)
        if value is not None:
            _put(tree, path, value)
    done.tree = cast("dict[str, Any]", _lists(tree))
    done.doubts += _unnumbered(by_path)
    return done


def _unnumbered(by_path: "dict[Steps, list[Captured]]") -> Iterable[Doubt]:
    """Items without a number in lists whose other items have one."""
    lists: dict[Steps, list[Captured]] = {}
    for path, found in by_path.items():
        if isinstance(path[-1], int) and found[0].text.strip():
            lists.setdefault(path[:-1], []).append(found[0])
    for items in lists.values():
        odd = [item for item in items if not _number.match(item.text)]
        if items[0] not in odd and len(odd) * 3 <= len(items):
            for item in odd:
                yield _doubt(item.path, item, "前後各項都有編號，這一項沒有，可能不屬於這裡。")


def label_of(path: Steps) -> str:
    """A path as people read it: 經費項目第 2 項「單價」."""
    return place(path) if len(path) > 1 else "".join(map(str, path))


def _value(
    path: Steps, found: list[Captured], media: "dict[str, bytes]", doubts: list[Doubt]
) -> Any:
    """What several places say of one fact: the first that says something."""
    read: list[tuple[Captured, Any]] = []
    for captured in _with_whole_numbers(found):
        value = _read(captured, media, doubts)
        if value is not None:
            read.append((captured, value))
    if not read:
        return None
    if isinstance(read[0][0].token, Mark):
        return any(value for _, value in read)
    captured, value = _chosen(read)
    if captured.doubt:
        doubts.append(_doubt(path, captured, captured.doubt))
    if len(read) > 1:
        _compare(path, read, doubts)
    return Stood(value, path) if isinstance(value, str) else value


def _with_whole_numbers(found: list[Captured]) -> list[Captured]:
    """The digits of an amount that stand in cells of their own, as one text."""
    digits = [c for c in found if isinstance(c.token, Slot) and c.token.is_digit]
    if not digits:
        return found
    first = next((c for c in digits if c.text.strip()), digits[0])
    text = "".join("".join(captured.text.split()) for captured in digits).lstrip("¥＄$￥")
    return [first._replace(text=text), *(c for c in found if c not in digits)]


def _chosen(read: list[tuple[Captured, Any]]) -> tuple[Captured, Any]:
    """Of several places that which says it in full, in a table before a heading."""
    if len(read) == 1:
        return read[0]
    whole = [pair for pair in read if not _is_part(pair[0])] or read
    in_table = [pair for pair in whole if "表格" in pair[0].place]
    return (in_table or whole)[0]


def _compare(path: Steps, read: list[tuple[Captured, Any]], doubts: list[Doubt]) -> None:
    """Note that another place says something else than the one that counts."""
    captured, value = _chosen(read)
    for other, said in read:
        if (
            not _is_part(other)
            and plain(str(said)) != plain(str(value))
            and not isinstance(value, bytes)
        ):
            why = f"和{captured.place}的「{value}」不同，採用後者。"
            doubts.append(_doubt(path, other, why))
            break


def _doubt(path: Steps, captured: Captured, why: str) -> Doubt:
    found = captured.found + captured.text if captured.official else captured.text
    return Doubt(label_of(path), path, captured.place, captured.official, found, why)


def _is_part(captured: Captured) -> bool:
    return isinstance(captured.token, Slot) and captured.token.is_part


def _read(captured: Captured, media: "dict[str, bytes]", doubts: list[Doubt]) -> Any:
    """What one place says; None where it is blank."""
    token = captured.token
    if isinstance(token, Mark):
        ticked = is_ticked(captured.text, token.is_box)
        if token.is_box and not captured.text.strip():
            why = "方框不見了，當作沒有勾。"
            doubts.append(_doubt(captured.path, captured, why))
        if ticked is None:
            why = "看不出有沒有勾選，當作沒有勾。"
            doubts.append(_doubt(captured.path, captured, why))
        return bool(ticked)
    if token.kind is SlotKind.PICTURE:
        return next((media[p] for p in captured.pictures if p in media), None)
    text = captured.text.replace(PICTURE_HERE, "")
    if token.line:
        text = _without_line(text, token.line)
    if token.kind is SlotKind.SCHOOL:
        text = text.replace("_", "").replace("＿", "")
    if set(text) <= _BLANK and _is_balanced(text):
        return None
    return _without_offset(text, token.offset) if token.offset else text


def _is_balanced(text: str) -> bool:
    """A bracket by itself is none of those around a blank."""
    return sum(map(text.count, "(（")) == sum(map(text.count, ")）"))


def _without_line(text: str, line: str) -> str:
    """What somebody has written on a printed line, without what is left of it."""
    written = _lines.sub("", text.strip(line))
    return text if written == text else written.strip()


def _without_offset(text: str, offset: int) -> str | None:
    number = plain(text)
    return str(int(number) - offset) if number.isdecimal() and len(number) < 9 else None


def is_ticked(text: str, is_box: bool) -> bool | None:
    """Whether a box is ticked; None where that cannot be told."""
    shown = plain(text)
    if not shown:
        return False
    if not is_box and shown in _YES:
        return True
    if set(shown) & _TICKED:
        return True if set(shown) <= _TICKED | _EMPTY else None
    return False if set(shown) <= _EMPTY else None


def _put(tree: dict[str | int, Any], path: Steps, value: Any) -> None:
    for step in path[:-1]:
        inner = tree.setdefault(step, {})
        if not isinstance(inner, dict):
            inner = tree[step] = {WHOLE: inner}
        tree = cast("dict[str | int, Any]", inner)
    last = path[-1]
    if isinstance(tree.get(last), dict):
        tree[last][WHOLE] = value
    else:
        tree[last] = value


def _lists(tree: Any) -> Any:
    """Branches by index as lists; rows that nobody has filled in are blank in them. A list that is
    printed as one text, too, is what its items say."""
    if not isinstance(tree, dict):
        return tree
    branches = cast("dict[str | int, Any]", tree)
    numbers = [step for step in branches if isinstance(step, int)]
    if numbers and branches.keys() <= {WHOLE, *numbers}:
        return [_lists(branches.get(number)) for number in range(max(numbers) + 1)]
    return {step: _lists(inner) for step, inner in branches.items()}
