"""Facts for any form, made from its fields by their types alone: a new form needs nothing here.

A `Draft` is everything but the texts, which are holes: filled with plain markers it prints a page
that says where each text goes; filled with hostile texts it must print the same page with those in
the markers' places. Nothing about any single form has to be known.
"""

import re
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

from jingjin_forms import Form
from jingjin_forms.facts import Facts
from jingjin_forms.facts.labels import members
from jingjin_forms.parts import School
from jingjin_forms.values import Checklist, Choice
from jingjin_forms.values.amount import Money
from jingjin_forms.values.multiple_choice import MultipleChoice
from jingjin_forms.values.roc import RocDate, RocPeriod, SchoolYear
from jingjin_forms.values.timespan import TimeSpan
from tests.hostile import values

_ROWS = (0, 1, 1, 2, 2, 3, 3, 4, 5, 8, 12)
_MANY_ROWS = (30, 60)
_TIMES = ("09:00-12:00", "9:00～12:00", "09:00-12:00、13:00-16:00", "0900-0950", "13時30分至16時")
_ITEMS = ("講師費", "助理講師費", "雜支", "印刷費", "交通費", "資料蒐集費")
"""Names of lines that some papers print on rows of their own."""
_LEVELS = ("國中", "國小", "國中小")
_SCHOOLS = ("花蓮縣吉安鄉宜昌國民小學", "臺中市立某某國民中學", "某基金會", "花蓮縣某某國中小")
_LEAST = 30
"""Characters that a running head shows of what it cuts."""
_marker = re.compile(r"⟦(\d+)⟧")


class Hole(int):
    """The place of a text, by its number."""


@dataclass
class Draft:
    """Facts with holes where texts go."""

    form: type[Form]
    facts: dict[str, Any]
    holes: int = 0
    figures: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    """Label and printed text of what is printed as given and is no text."""
    wrong: str = ""
    """The label at which a value of the wrong kind was put, if any."""

    def filled(self, texts: list[str]) -> dict[str, Any]:
        """The facts with these texts in the holes."""
        return _filled(self.facts, texts)

    def unprinted(self, paragraphs: list[str]) -> list[str]:
        """The figures given as right ones that no page shows as a form prints them."""
        text = "\n".join(paragraphs)
        return [
            f"{label} {printed}"
            for label, printed in ([] if self.wrong else self.figures)
            if not re.search(rf"(?<![\d,.]){re.escape(printed)}(?![\d,]*\d)", text)
        ]

    def markers(self) -> list[str]:
        """A plain text for each hole, unlike all others."""
        return [f"⟦{n}⟧" for n in range(self.holes)]


def with_texts(paragraphs: list[str], texts: list[str]) -> list[str]:
    """The paragraphs of a page of markers as they must be once the texts are in their places."""
    shown = [values.as_read(text) for text in texts]
    return [_marker.sub(lambda found: shown[int(found[1])], paragraph) for paragraph in paragraphs]


def are_printed(expected: list[str], paragraphs: list[str]) -> bool:
    """Whether a page says what it must. A running head may cut with … what a paper says whole."""
    return len(expected) == len(paragraphs) and all(
        given == shown or _is_cut(given, shown)
        for given, shown in zip(expected, paragraphs, strict=True)
    )


def _is_cut(given: str, shown: str) -> bool:
    start, mark, rest = shown.rpartition("…")
    return bool(mark) and len(start) >= _LEAST and given.startswith(start) and given.endswith(rest)


def holes_on(paragraphs: list[str]) -> set[int]:
    """The holes whose markers are on the page."""
    return {int(number) for number in _marker.findall("\n".join(paragraphs))}


def _filled(value: Any, texts: list[str]) -> Any:
    kind = type(value)
    if kind is Hole:
        return texts[value]
    if kind is dict:
        return {key: _filled(inner, texts) for key, inner in value.items()}
    if kind is list:
        return [_filled(inner, texts) for inner in value]
    return value


def draft(form: type[Form], random: Random, photos: list[Path], *, wrong: float = 0.1) -> Draft:
    """Facts of a form; with the probability `wrong` one value is of the wrong kind."""
    made = Draft(form, {})
    made.facts = _Writer(made, random, photos).facts(form, depth=0)
    if random.random() < wrong:
        _spoil(made, random)
    return made


def _spoil(made: Draft, random: Random) -> None:
    place: Any = made.facts
    while isinstance(place, dict) and place:
        key = random.choice(list(place))
        inner = place[key]
        if isinstance(inner, dict) and random.random() < 0.7:
            place = inner
        elif isinstance(inner, list) and inner and isinstance(inner[0], dict):
            place = random.choice(inner)
        else:
            place[key] = random.choice(values.WRONG_KINDS)
            made.wrong = str(key)
            return
    made.facts["沒有這一欄"] = "甲"
    made.wrong = "沒有這一欄"


class _Writer:
    """Writes facts field by field."""

    def __init__(self, made: Draft, random: Random, photos: list[Path]) -> None:
        self._made, self._random, self._photos = made, random, photos

    def facts(self, facts: type[Facts], depth: int) -> dict[str, Any]:
        """A value for most fields, by label or by English name.

        A line of a budget has 單價 and 數量, or 總價: beside those it is compared, not printed.
        """
        found: dict[str, Any] = {}
        is_lump = "lump_sum" in facts.model_fields and self._random.random() < 0.2
        for name, field_ in facts.model_fields.items():
            if name in ({"unit_price", "quantity"} if is_lump else {"lump_sum"}):
                continue
            if not field_.is_required() and self._random.random() < 0.12:
                continue
            label = str(field_.title)
            if not field_.is_required() and self._random.random() < 0.05:
                value: Any = ""
            else:
                value = self._value(facts, field_, label, depth)
            if value is not None:
                found[label if self._random.random() < 0.9 else name] = value
        return found

    def _value(self, facts: type[Facts], field_: Any, label: str, depth: int) -> Any:
        member, several = members(field_)
        for piece in field_.metadata:
            if isinstance(piece, Checklist):
                return self._marks(piece)
            if isinstance(piece, MultipleChoice):
                options = [option.value for option in piece.options]
                return self._random.sample(options, self._random.randint(0, len(options)))
            if type(piece).__name__ == "Months":
                return self._random.sample(range(1, 13), self._random.randint(0, 3))
        if several:
            return self._rows(member, label, depth)
        if label == "時間" and member is str:  # a text that is checked for a time of day
            return self._random.choice(_TIMES)
        if label == "項目" and self._random.random() < 0.4:
            return self._random.choice(_ITEMS)
        return self.single(member, label, depth)

    def _marks(self, items: Checklist) -> list[str | None]:
        options = [None, *(option.value for option in items.options)]
        return [self._random.choice(options) for _ in range(len(items.items))]

    def _rows(self, member: type, label: str, depth: int) -> list[Any]:
        many = depth == 0 and self._random.random() < 0.05
        number = self._random.choice(_MANY_ROWS if many else _ROWS[: len(_ROWS) - 4 * depth])
        if issubclass(member, Facts):
            return [self.facts(member, depth + 1) for _ in range(number)]
        rows = (self.single(member, label, depth + 1) for _ in range(number))
        return [row for row in rows if row is not None]

    def single(self, member: type, label: str, depth: int) -> Any:
        """One value of a class."""
        random = self._random
        if issubclass(member, Choice):
            return random.choice([option.value for option in member])
        if issubclass(member, School):
            return random.choice(_SCHOOLS) if random.random() < 0.5 else self._school()
        if issubclass(member, Facts):
            return self.facts(member, depth)
        if issubclass(member, Path):
            return str(random.choice(self._photos)) if random.random() < 0.05 else None
        return self._plain(member, label)

    def _school(self) -> dict[str, Any]:
        """All parts of a school: what is left out is worked out from the name."""
        parts = ("全銜", "簡稱", "縣市", "鄉鎮市區")
        return {part: self._hole() for part in parts} | {"學制": self._random.choice(_LEVELS)}

    def _plain(self, member: type, label: str) -> Any:
        random = self._random
        if issubclass(member, SchoolYear):
            return random.choice((111, "112", 113, "114學年度", "115"))
        if issubclass(member, RocDate):
            written, (year, month, number) = values.day(random)
            self._made.figures.append((label, f"{year}年{month}月{number}日"))
            return written
        if issubclass(member, RocPeriod):
            start, end = random.randint(90, 112), random.randint(113, 130)
            return f"{start}年{random.randint(1, 12)}月1日至{end}年{random.randint(1, 12)}月2日"
        if issubclass(member, TimeSpan):
            return random.choice(_TIMES)
        if issubclass(member, str):
            return self._hole()
        return self._number(member, label)

    def _number(self, member: type, label: str) -> Any:
        if issubclass(member, Money):
            written, printed = values.money(self._random)
        elif label == "數量":
            written, printed = values.quantity(self._random)
        elif issubclass(member, int | Decimal):
            written, printed = values.count(self._random)
        else:
            raise NotImplementedError(f"tests/hostile knows no values for {label} ({member})")
        self._made.figures.append((label, printed))
        return written

    def _hole(self) -> Hole:
        self._made.holes += 1
        return Hole(self._made.holes - 1)
