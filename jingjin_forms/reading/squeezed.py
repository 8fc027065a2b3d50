"""Texts without what typing them again changes: blanks, full and half width."""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from jingjin_forms.reading.tokens import PARAGRAPH_END, TABLE_HERE

_ALIKE = {
    ord(character): plain
    for plain, alike in {
        "台": "臺",
        ":": "︰∶",
        ".": "‧·•。",
        "-": "─—–−",
        ",": "、",
        "○": "〇◯",
    }.items()
    for character in alike
}
_KEPT = frozenset((PARAGRAPH_END, TABLE_HERE))


@dataclass(frozen=True, slots=True)
class Squeezed:
    """A text squeezed, and where in the text each of its characters stands."""

    text: str
    at: tuple[int, ...]
    """One more than there are characters: the last is the length of the whole text."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a piece of the squeezed text stands in the whole one."""
        if start == end:
            return self.at[start], self.at[start]
        return self.at[start], self.at[end - 1] + 1


def squeezed(text: str) -> Squeezed:
    """The text without blanks, in half width; paragraphs and tables stay."""
    kept: list[str] = []
    at: list[int] = []
    for position, character in enumerate(text):
        plain = _plain(character)
        if plain:
            kept.append(plain)
            at.append(position)
    return Squeezed("".join(kept), (*at, len(text)))


@lru_cache(4096)
def _plain(character: str) -> str:
    if character in _KEPT:
        return character
    if character.isspace() or character in "\u200b\ufeff":
        return ""
    folded = unicodedata.normalize("NFKC", character).translate(_ALIKE)
    return folded if len(folded) == 1 else character


def plain(text: str) -> str:
    """The squeezed text alone."""
    return "".join(map(_plain, text))
