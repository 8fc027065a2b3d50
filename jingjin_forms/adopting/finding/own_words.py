"""The words of a blank: its own, then those around it, as a tag can call them."""

import re
from collections.abc import Callable

from jingjin_forms.adopting.blank import Kind
from jingjin_forms.adopting.finding.words import is_number, label_of, name_of, squeezed
from jingjin_forms.adopting.hole import Hole
from jingjin_forms.word.compile import ENVIRONMENT

Canonical = Callable[[str], str]
"""A printed label → what the forms of the house call it; itself where they do not know it."""

_RESERVED = frozenset(
    ("and", "or", "not", "if", "else", "in", "is", "for", "true", "false", "none", "loop", "列")
) | frozenset(ENVIRONMENT.globals)
COUNTED = {
    "份": "份數",
    "件": "件數",
    "人": "人數",
    "元": "金額",
    "名": "人數",
    "天": "天數",
    "節": "節數",
    "小時": "時數",
}
"""What a unit counts."""
_CURRENCY = re.compile(r"新[臺台]幣|人民[币幣]|NT\$?|US\$?")


def word_of(text: str, canonical: Canonical) -> str:
    text = _CURRENCY.sub("", text)
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    lengths = [len(label_of(line)) for line in lines]
    is_one = max(lengths, default=0) <= 6 and sum(lengths) <= 14
    label = label_of("".join(lines)) if is_one else label_of(lines[0]) or label_of(text)
    name = name_of(canonical(label))
    return f"{name}_" if name in _RESERVED else name


def words_of(hole: Hole, canonical: Canonical) -> list[str]:
    """Its own word, then those around it, each once."""
    own = _own_word(hole, canonical)
    around = (word_of(text, canonical) for text in hole.around)
    words = [own]
    for word in () if hole.is_plain_date else around:
        if word and word not in words:
            words.append(word)
    if not own:
        words = words[1:] or [_by_place(hole)]
    return words


def _own_word(hole: Hole, canonical: Canonical) -> str:
    own = "" if is_number(hole.label) else word_of(hole.label, canonical)
    if not own and hole.is_grid:  # of a timetable: 第一節.一
        own = name_of(squeezed(hole.label))
    if own or hole.kind is not Kind.CHOICE:
        return own
    if len(hole.boxes) == 1:
        return name_of(hole.boxes[0].option)
    if any(word_of(text, canonical) for text in hole.around):
        return ""
    return name_of("".join(box.option for box in hole.boxes[:3]), 12)


def _by_place(hole: Hole) -> str:
    place = hole.line.place
    if place.table:
        return f"表{place.table}第{place.row}列第{place.column}欄"
    return f"第{place.paragraph}段"
