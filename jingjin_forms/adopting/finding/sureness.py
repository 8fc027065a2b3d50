"""How sure it is that a blank is one, and is called what it was called."""

import re

from jingjin_forms.adopting.blank import Kind
from jingjin_forms.adopting.hole import Hole

_OF_KIND = {
    Kind.RIGHT: 0.97,
    Kind.BELOW: 0.9,
    Kind.GRID: 0.95,
    Kind.LIST: 0.95,
    Kind.LINE: 0.93,
    Kind.COLON: 0.9,
    Kind.DATE: 0.95,
    Kind.CHOICE: 0.95,
    Kind.AMOUNT: 0.95,
    Kind.UNIT: 0.9,
    Kind.CONTROL: 0.95,
    Kind.COMB: 0.9,
    Kind.BRACKET: 0.85,
    Kind.SAMPLE: 0.8,
    Kind.ROOM: 0.7,
    Kind.LONE: 0.5,
    Kind.SEAL: 0.9,
}
UNSURE = 0.75
"""Below it a person should look."""


def sureness_of(hole: Hole) -> float:
    """From 0 to 1; a name that only a number tells apart, or a place, halves it."""
    sure = _OF_KIND[hole.kind]
    numbered = re.search(r"\D\d$", hole.name) and not re.search(r"\d\D*$", hole.label)
    if numbered or re.match(r"表\d+第\d+列|第\d+段|欄位|明細", hole.name):
        sure *= 0.6
    return round(sure, 2)
