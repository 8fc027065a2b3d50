"""Blanks that were found, compared with the truth.

**Which is which.** A blank and a truth are the same when they have the same place and the same text
before them; what is left over in a place is paired in its order there. Places: part, table, row,
column, paragraph (in cells, paragraphs are not told apart; a cell and a paragraph in it are one
place; the second copy of a text box is as good). Where several have the same text before them,
the one that prints the same is taken. Text before: letters and digits only, so that
brackets, colons, boxes, lines to write on and ○○ do not count; 民國, 中華民國 and 西元 at its end
belong to the date that follows.

**Found** is a truth with a blank that is to be tagged. Seals are no blanks to find: they are to be
left alone, and are counted apart.

**Right** is a tag with all of: the right place and text before it (paired by order alone is wrong),
the right kind of thing (choice, list, date, amount, or anything else: a cell, line, colon or
control is text all the same), the right extent (what the blank prints there, without white space
and without a leading 民國, is the same; not asked of controls, whose text is the producer's, of
cells with a unit, of combs of cells, and of choices and lists), the same options in the same order
(without their numbers, hints in brackets, punctuation and a last 其他, which some authors count),
the same number of rows. Whether several may be ticked is counted apart: most forms do not say.
Right by all tags made is the precision; a tag where the truth has none, or in a seal, is wrong.

**Names**, of what was found: exact after NFKC, without white space and punctuation but the dots
between parts, capitals as small letters, E-mail and 電子信箱 as 電子郵件. Alternatives of the truth
count as exact; a list whose name the form prints nowhere may be called anything, and so may what
several cells side by side are entries of (活動[0].地點 is 地點). No template can have a name that
is a blank's and a group's both: where the truth has 瓦斯關閉 and 瓦斯關閉.說明, 瓦斯關閉說明 is as
good, and so is 瓦斯關閉.內容 for the blank itself (of a person, 受託人.姓名). Nor does a name in a
template begin with a figure: 第8月 is 8月. Of a grid, or a choice in a table, row and column may
stand in either order: 滿意度.講師 and 講師.滿意度 are the same words. Loose: the parts in any
order, more context in front or between, or no dots; of a list the
column alone.

What the truth says may be tagged or not (可無) counts neither way.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol, TypeAlias

from benchmarks.blanks.marked import ANY, Truth
from jingjin_forms.adopting.blank import Kind
from jingjin_forms.word.docx.location import Place, part_title


class Found(Protocol):
    """What of a `Blank` is compared."""

    @property
    def name(self) -> str: ...
    @property
    def kind(self) -> Kind: ...
    @property
    def place(self) -> Place: ...
    @property
    def before(self) -> str: ...
    @property
    def printed(self) -> str: ...
    @property
    def options(self) -> tuple[str, ...]: ...
    @property
    def several(self) -> bool: ...
    @property
    def rows(self) -> int: ...


Spot: TypeAlias = tuple[str, int, int, int, int]

INNER = ("內容", "姓名")
"""What a blank is called within the group of its name, and that of a person."""
_MAIL = re.compile(r"e?mail|電子信箱|電子郵件信箱|電子郵件地址|電子郵箱")
_ERA = re.compile(r"(?:中華民國|民國|西元)$")
_LEADING_ERA = re.compile(r"^(?:中華民國|民國|西元)")
_HINT = re.compile(r"[(（][^()（）]*[)）]?")
_FORCED = re.compile(r"^第(?=\d)")
_NUMBER = re.compile(r"^\s*(?:\d{1,2}[.、．]|[(（]?[一二三四五六七八九十]{1,2}[)）、])")
_OWN_THINGS = {Kind.CHOICE, Kind.LIST, Kind.DATE, Kind.AMOUNT, Kind.SEAL}
_NO_EXTENT = {Kind.CHOICE, Kind.LIST, Kind.CONTROL, Kind.UNIT}


@dataclass(frozen=True, slots=True)
class Pair:
    """A truth and what was found there; one of them may be missing."""

    truth: Truth | None
    blank: Found | None
    faults: tuple[str, ...] = ()
    """Why the tag is not right: 種類, 範圍, 選項, 列數, 前文, 多的, 簽章."""
    named: bool = False
    named_loosely: bool = False

    @property
    def is_seal(self) -> bool:
        return self.truth is not None and self.truth.kind is Kind.SEAL

    @property
    def counts(self) -> bool:
        return self.truth is None or not self.truth.optional


def compared(truths: Sequence[Truth], blanks: Iterable[Found]) -> tuple[Pair, ...]:
    """Every truth once and every blank once. Of blanks, only those that are to be tagged are given:
    what an engine leaves alone is none."""
    made = [blank for blank in blanks if blank.kind is not Kind.SEAL]
    truths = _with_names_beside(truths)
    spot_of = {spot: number for number, t in enumerate(truths) for spot in _spots(t)}
    free: dict[Spot, list[Found]] = {}
    for blank in made:
        free.setdefault(_home(blank.place, truths, spot_of), []).append(blank)
    of_spot: dict[Spot, list[Truth]] = {}
    for truth in truths:
        of_spot.setdefault(_spot(truth.place), []).append(truth)
    pairs: list[Pair] = []
    for spot, known in of_spot.items():
        pairs += _paired(known, free.pop(spot, []))
    extra = [blank for rest in free.values() for blank in rest]
    return (*pairs, *(Pair(None, blank, ("多的",)) for blank in extra))


def _with_names_beside(truths: Sequence[Truth]) -> tuple[Truth, ...]:
    """瓦斯關閉說明 for 瓦斯關閉.說明, or 瓦斯關閉.內容 for 瓦斯關閉, where both are blanks."""
    asked = [t for t in truths if t.kind is not Kind.SEAL]
    blanks = {n for t in asked for n in (t.name, *t.others) if n}
    own = {t.name for t in asked}
    groups = {n[:i] for n in own for i, c in enumerate(n) if c == "."}
    done: list[Truth] = []
    for truth in truths:
        names = (truth.name, *truth.others)
        cut = [name.rpartition(".") for name in names]
        beside = [f"{group}{name}" for group, _, name in cut if group in blanks]
        inside = [f"{truth.name}.{inner}" for inner in INNER if truth.name in groups]
        others = (*truth.others, *beside, *(name for name in inside if name not in blanks))
        done.append(replace(truth, others=others))
    return tuple(done)


def _paired(truths: list[Truth], blanks: list[Found]) -> list[Pair]:
    """Those of one place: by what stands before them, then in their order."""
    left = list(blanks)
    pairs: dict[int, Pair] = {}
    # What is to be tagged has the first choice: a seal and a date can stand behind the same text.
    surely_first = sorted(range(len(truths)), key=lambda n: not _is_wanted(truths[n]))
    for number in surely_first:
        truth = truths[number]
        same = [b for b in left if _letters(b.before) == _letters(truth.before)]
        if same:
            blank = next((b for b in same if _extent(b.printed) == _extent(truth.printed)), same[0])
            left.remove(blank)
            pairs[number] = _judged(truth, blank, by_order=False)
    for number, truth in enumerate(truths):
        if number not in pairs:
            # A seal or what may be left alone takes nothing that does not stand exactly there.
            takes = left and _is_wanted(truth)
            pairs[number] = (
                _judged(truth, left.pop(0), by_order=True) if takes else Pair(truth, None)
            )
    extra = [Pair(None, blank, ("多的",)) for blank in left]
    return [*(pairs[number] for number in range(len(truths))), *extra]


def _is_wanted(truth: Truth) -> bool:
    return truth.kind is not Kind.SEAL and not truth.optional


def _judged(truth: Truth, blank: Found, *, by_order: bool) -> Pair:
    if truth.kind is Kind.SEAL:
        return Pair(truth, blank, ("簽章",))
    tests: dict[str, Callable[[], bool]] = {
        "前文": lambda: not by_order,
        "種類": lambda: _same_thing(truth, blank),
        "範圍": lambda: _same_extent(truth, blank),
        "選項": lambda: not truth.options or _options(truth) == _options(blank),
        "列數": lambda: truth.rows == blank.rows,
    }
    faults = tuple(fault for fault, holds in tests.items() if not holds())
    wanted = (truth.name, *truth.others)
    return Pair(
        truth,
        blank,
        faults,
        any(_is_named(blank.name, name, truth) for name in wanted),
        any(_alike(name_parts(blank.name), name_parts(name), truth) for name in wanted),
    )


def _same_thing(truth: Truth, blank: Found) -> bool:
    if truth.kind is Kind.LIST and truth.options:  # boxes within rows
        return blank.kind in (Kind.LIST, Kind.CHOICE)
    if truth.kind in _OWN_THINGS or blank.kind in _OWN_THINGS:
        return truth.kind is blank.kind
    return True


def _same_extent(truth: Truth, blank: Found) -> bool:
    if truth.kind in _NO_EXTENT or (truth.kind is Kind.COMB and not truth.printed):
        return True
    return _extent(truth.printed) == _extent(blank.printed)


def _extent(printed: str) -> str:
    return _LEADING_ERA.sub("", re.sub(r"\s", "", printed))


def _options(found: "Truth | Found") -> tuple[str, ...]:
    plain = tuple(_plain(_NUMBER.sub("", _HINT.sub("", option))) for option in found.options)
    return plain[:-1] if len(plain) > 2 and plain[-1] in ("其他", "other") else plain


def _letters(before: str) -> str:
    kept = "".join(c for c in unicodedata.normalize("NFKC", before) if c.isalnum() and c != "〇")
    return _ERA.sub("", kept)


def _plain(text: str) -> str:
    kept = "".join(c for c in unicodedata.normalize("NFKC", text) if c.isalnum()).casefold()
    return _MAIL.sub("電子郵件", kept)


def name_parts(name: str) -> tuple[str, ...]:
    """聯絡人.電話 → (聯絡人, 電話), each part without what does not count."""
    return tuple(filter(None, (_FORCED.sub("", _plain(part)) for part in name.split("."))))


def _is_named(given: str, wanted: str, truth: Truth) -> bool:
    if wanted.startswith(f"{ANY}."):
        return name_parts(given)[1:] == name_parts(wanted)
    if "]" in given:  # one of several side by side: 活動[0].地點
        return name_parts(given)[-1:] == name_parts(wanted)[-1:]
    if truth.place.table and truth.kind in (Kind.GRID, Kind.CHOICE):
        return sorted(name_parts(given)) == sorted(name_parts(wanted))
    return name_parts(given) == name_parts(wanted)


def _alike(given: tuple[str, ...], wanted: tuple[str, ...], truth: Truth) -> bool:
    if truth.kind is Kind.LIST:
        return given[-1:] == wanted[-1:]
    return set(wanted) <= set(given) or "".join(given) == "".join(wanted)


def _spot(place: Place) -> Spot:
    part = part_title(place.part) if "/" in place.part else place.part
    return part, place.table, place.row, place.column, place.paragraph * (not place.column)


def _spots(truth: Truth) -> Iterable[Spot]:
    return map(_spot, (truth.place, *truth.also))


def _home(place: Place, truths: Sequence[Truth], spot_of: dict[Spot, int]) -> Spot:
    """The place, or of a second copy that of the first."""
    number = spot_of.get(_spot(place))
    return _spot(place if number is None else truths[number].place)


@dataclass(frozen=True, slots=True)
class Count:
    """Figures of one kind, or of all."""

    blanks: int = 0
    found: int = 0
    made: int = 0
    right: int = 0
    named: int = 0
    named_loosely: int = 0
    to_name: int = 0
    """Of those found, the ones whose truth says a name."""
    several_right: int = 0
    choices: int = 0
    """Found choices, whose `several` was compared."""
    seals: int = 0
    seals_tagged: int = 0

    def __add__(self, other: "Count") -> "Count":
        return Count(*(getattr(self, n) + getattr(other, n) for n in Count.__slots__))

    @property
    def recall(self) -> float | None:
        return self.found / self.blanks if self.blanks else None

    @property
    def precision(self) -> float | None:
        return self.right / self.made if self.made else None

    @property
    def names(self) -> float | None:
        return self.named / self.to_name if self.to_name else None

    @property
    def names_loosely(self) -> float | None:
        return self.named_loosely / self.to_name if self.to_name else None


def counted(
    pairs: Iterable[Pair], nameless: frozenset[str] = frozenset(), *, several: bool = True
) -> dict[Kind, Count]:
    """By kind: of the truth, and of a tag without one its own. `several`: whether the truth knows
    which choices take more than one option."""
    counts: dict[Kind, Count] = {}
    for pair in pairs:
        if not pair.counts:
            continue
        truth, blank = pair.truth, pair.blank
        if truth is not None:
            kind = truth.kind
        elif blank is not None:
            kind = blank.kind
        else:
            continue
        counts[kind] = counts.get(kind, Count()) + _of(pair, nameless, several)
    return counts


def _of(pair: Pair, nameless: frozenset[str], several: bool) -> Count:
    truth, blank = pair.truth, pair.blank
    count = Count(made=int(blank is not None), right=int(blank is not None and not pair.faults))
    if truth is None:
        return count
    if truth.kind is Kind.SEAL:
        return replace(count, seals=1, seals_tagged=int(blank is not None))
    count = replace(count, blanks=1, found=int(blank is not None))
    if blank is None:
        return count
    is_choice = several and truth.kind is Kind.CHOICE and blank.kind is Kind.CHOICE
    has_name = truth.name not in nameless
    return replace(
        count,
        to_name=int(has_name),
        named=int(has_name and pair.named),
        named_loosely=int(has_name and (pair.named or pair.named_loosely)),
        choices=int(is_choice),
        several_right=int(is_choice and truth.several == blank.several),
    )
