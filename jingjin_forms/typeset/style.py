"""The attributes a layout can write in brackets, and what each of them means.

One table for the words that stand alone (`center`), one for the words with a value (`size=14`).
The notation as a whole is described in `jingjin_forms.typeset.layout`.
"""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, fields, replace


@dataclass(frozen=True, slots=True)
class Spacing:
    """Height of a line: a multiple of the font's own, or exactly so many points."""

    amount: float
    exact_points: bool


@dataclass(frozen=True, slots=True)
class Style:
    """What the brackets of a text or a cell say; None where they say nothing."""

    bold: bool | None = None
    underline: bool | None = None
    size: float | None = None
    """Points."""

    align: str | None = None
    """left, center, right, justify or spread."""
    indent: float | None = None
    hang: float | None = None
    first: float | None = None
    """Centimetres, as `indent` and `hang`."""
    before: float | None = None
    after: float | None = None
    """Points, as `before`."""
    line: Spacing | None = None
    keep: bool | None = None
    page_break: bool | None = None
    tabs: tuple[float, ...] | None = None
    """Centimetres from the paragraph's left edge."""

    table: str | None = None
    """Name of the defined table nested after this paragraph."""

    vertical: str | None = None
    """top, center or bottom."""
    shade: str | None = None
    """RRGGBB."""
    borders: str | None = None
    """none, when given."""
    down: bool | None = None
    tight: bool | None = None
    auto: bool | None = None
    diagonal: bool | None = None

    def over(self, other: "Style") -> "Style":
        """This style where it says something, else the other."""
        said = {f.name: getattr(self, f.name) for f in fields(self)}
        return replace(other, **{name: value for name, value in said.items() if value is not None})

    def said(self) -> frozenset[str]:
        """Names of the fields that are set."""
        return frozenset(f.name for f in fields(self) if getattr(self, f.name) is not None)


NO_STYLE = Style()

SPAN_FIELDS = frozenset({"bold", "underline", "size"})
"""What a span within a paragraph can change."""
TEXT_FIELDS = SPAN_FIELDS | {
    *("align", "indent", "hang", "first", "before", "after"),
    *("line", "keep", "page_break", "tabs"),
}
"""What a paragraph can change."""
CELL_TEXT_FIELDS = TEXT_FIELDS - {"page_break"}
"""What the text of a cell can have, and so what a table or its rows can hand down to it."""
NESTING_FIELDS = CELL_TEXT_FIELDS | {"table"}
"""What a further paragraph of a cell can change."""
CELL_FIELDS = frozenset(f.name for f in fields(Style)) - {"page_break"}
"""What a cell can have."""
STYLE_FIELDS = CELL_FIELDS | TEXT_FIELDS
"""What a named style can have; where it is used decides what is allowed."""

_WORDS: dict[str, tuple[str, object]] = {
    "left": ("align", "left"),
    "center": ("align", "center"),
    "right": ("align", "right"),
    "justify": ("align", "justify"),
    "spread": ("align", "spread"),
    "bold": ("bold", True),
    "underline": ("underline", True),
    "keep": ("keep", True),
    "break": ("page_break", True),
    "top": ("vertical", "top"),
    "middle": ("vertical", "center"),
    "bottom": ("vertical", "bottom"),
    "down": ("down", True),
    "tight": ("tight", True),
    "auto": ("auto", True),
    "diagonal": ("diagonal", True),
}
_RESET = "plain"
"""`plain` takes back bold and underline, which a cell hands down to its paragraphs."""


def number(text: str) -> float:
    """A plain decimal number such as 0.5 (ValueError for anything else)."""
    if not re.fullmatch(r"\d{1,4}(\.\d{1,3})?", text):
        raise ValueError("要寫成數字，例如 0.5")
    return float(text)


def _size(text: str) -> float:
    points = number(text)
    if points < 1 or points * 2 != int(points * 2):
        raise ValueError("字級以點為單位，至少 1，可以有半點，例如 10.5")
    return points


def _tabs(text: str) -> tuple[float, ...]:
    return tuple(number(stop) for stop in text.split(","))


def _line(text: str) -> Spacing:
    amount = number(text.removesuffix("pt"))
    if not amount:
        raise ValueError("行高不能是 0")
    return Spacing(amount, exact_points=text.endswith("pt"))


def _shade(text: str) -> str:
    if not re.fullmatch(r"[0-9A-Fa-f]{6}", text):
        raise ValueError("底色要寫成六位十六進位，例如 F2F2F2")
    return text.upper()


def _borders(text: str) -> str:
    if text != "none":
        raise ValueError("儲存格的 borders 只能是 none")
    return text


_VALUES: dict[str, Callable[[str], object]] = {
    "size": _size,
    "indent": number,
    "hang": number,
    "first": number,
    "before": number,
    "after": number,
    "line": _line,
    "tabs": _tabs,
    "shade": _shade,
    "borders": _borders,
    "table": str,
}


def is_attribute(word: str) -> bool:
    """Whether the word is taken, so that no named style can be called so."""
    return word in _WORDS or word in _VALUES or word == _RESET


def parse_style(
    words: Iterable[str], named: Mapping[str, Style], allowed: Collection[str]
) -> tuple[Style, list[str]]:
    """The style that the words describe, later words first; and a message for each wrong word."""
    style, messages = NO_STYLE, list[str]()
    for word in words:
        try:
            found = _parse_word(word, named)
        except ValueError as error:
            messages.append(f"「{word}」：{error}")
            continue
        if found.said() <= frozenset(allowed):
            style = found.over(style)
        else:
            messages.append(f"「{word}」不能用在這裡")
    return style, messages


def _parse_word(word: str, named: Mapping[str, Style]) -> Style:
    if word in named:
        return named[word]
    if word == _RESET:
        return Style(bold=False, underline=False)
    if word in _WORDS:
        field, value = _WORDS[word]
        return replace(NO_STYLE, **{field: value})
    name, equals, text = word.partition("=")
    if equals and name in _VALUES:
        return replace(NO_STYLE, **{name: _VALUES[name](text)})
    known = " ".join([*_WORDS, _RESET, *(f"{value}=" for value in _VALUES), *named])
    raise ValueError(f"沒有這個屬性；可用的是 {known}")
