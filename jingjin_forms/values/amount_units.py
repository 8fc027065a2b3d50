"""Amounts that people write in 萬 and 仟元: 3萬, 1.5萬元, 3萬5千元, 30仟元, 3萬2,500元.

Only what can be read in one way: 3萬5 is 35,000 to some and 30,005 to others.
"""

import re
from decimal import Decimal

from jingjin_forms.errors import AmountError, shortened

REMEDY = "請填整數元，例如 15000 或 15,000"
WHOLE = re.compile(r"0|[1-9][0-9]*|[1-9][0-9]{0,2}(?:,[0-9]{3})+")
"""A whole number, with or without commas between its thousands."""

_UNITS = {
    **{"億": 10**8, "萬": 10**4, "千": 1000, "仟": 1000},
    **{"百": 100, "佰": 100, "十": 10, "拾": 10},
}
_LETTERS = "".join(_UNITS)
_LONGEST = 60
"""More than any amount takes."""
_part = re.compile(rf"(?P<whole>[0-9][0-9,]*)(?P<fraction>\.[0-9]+)?\s*(?P<unit>[{_LETTERS}])\s*")
_rest = re.compile("[0-9][0-9,]*")
_numerals = re.compile("[零壹貳參叁叄肆伍陸柒捌玖一二三四五六七八九]")


def in_dollars(number: str) -> Decimal | None:
    """The dollars of a number in units, without sign and currency; None for any other text.

    Not rounded: 1.23456萬 is 12345.6. Raises AmountError for a number in units that can be read in
    two ways, or in none.
    """
    number = number.strip()
    if len(number) > _LONGEST or not (parts := _parts(number)):
        return None
    total, below = Decimal(0), None
    for part in parts:
        unit = _UNITS[part["unit"]]
        each = Decimal(_digits(part["whole"], number) + (part["fraction"] or "")) * unit
        if below is not None and (each >= below or unit >= below):
            raise _refused(number, "的單位順序不對")
        total, below = total + each, unit
    rest = number[parts[-1].end() :]
    if any(part["fraction"] for part in parts) and (rest or len(parts) > 1):
        raise _refused(number, "的小數後面還有數字，說不準是多少")
    return total + _ones(rest, below or 1, number) if rest else total


def is_mixed(text: str) -> bool:
    """Whether figures and Chinese numerals stand side by side, as in 3萬伍仟."""
    return bool(re.search("[0-9]", text) and _numerals.search(text))


def _parts(number: str) -> list[re.Match[str]]:
    """The numbers with a unit, from the left; none where more than figures follow them."""
    parts: list[re.Match[str]] = []
    at = 0
    while found := _part.match(number, at):
        parts.append(found)
        at = found.end()
    return parts if at == len(number) or _rest.fullmatch(number, at) else []


def _ones(rest: str, unit: int, number: str) -> int:
    """The figures behind the last unit, which have none of their own."""
    ones = int(_digits(rest, number))
    if ones >= unit:
        raise _refused(number, "的單位順序不對")
    if ones < 10 < unit:
        raise _refused(number, f"說不準最後的 {ones} 是多少元")
    return ones


def _digits(whole: str, number: str) -> str:
    if not WHOLE.fullmatch(whole):
        raise _refused(number, "的千分位逗號位置不對" if "," in whole else "有數字以 0 開頭")
    return whole.replace(",", "")


def _refused(number: str, problem: str) -> AmountError:
    return AmountError(f"金額「{shortened(number)}」{problem}；{REMEDY}。")
