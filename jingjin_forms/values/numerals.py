"""Uppercase numerals (大寫數字) of Taiwan, written and read: 壹萬伍仟, without 元整.

num2words has no Taiwanese amounts, so they are a language for its base class. This module is
imported only when uppercase is written or read: num2words loads every language it knows.
"""

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from jingjin_forms.values.amount import LIMIT

if TYPE_CHECKING:
    # num2words has no type hints: this is the part of its base class that is used here.
    class Num2Word_Base:
        MAXVAL: int
        cards: dict[int, str]

        def set_mid_numwords(self, mid: tuple[tuple[int, str], ...]) -> None: ...
        def to_cardinal(self, value: int) -> str: ...
else:
    from num2words.base import Num2Word_Base

_DIGITS = "零壹貳參肆伍陸柒捌玖"
_SMALL_UNITS = {"拾": 10, "佰": 100, "仟": 1000}
_GROUP_UNITS = {"萬": 10**4, "億": 10**8, "兆": 10**12}
_SLOT_UNITS = [*"仟佰拾兆仟佰拾億仟佰拾萬仟佰拾", ""]
_LONGEST_TEXT = 40
"""More than any number below LIMIT takes, in either style."""

_OPTIONAL_ZERO = re.compile(
    # Between a group that ends in an empty slot and a next lower group of 1,000 or more.
    r"(?<=[拾佰仟]萬)零(?=[^零]仟)"
    r"|(?<=[拾佰仟]億)零(?=[^零]仟.*萬)"
    r"|(?<=[拾佰仟]兆)零(?=[^零]仟.*億)"
)


class TaiwanAmount(Num2Word_Base):
    """The running style as a num2words language: 10500 is 壹萬零伍佰, 105000 is 壹拾萬伍仟."""

    high_numwords = tuple((value, unit) for unit, value in reversed(_GROUP_UNITS.items()))
    mid_numwords = tuple((value, unit) for unit, value in reversed(_SMALL_UNITS.items()))
    low_numwords = tuple(reversed(_DIGITS))

    def __init__(self) -> None:
        super().__init__()
        self.MAXVAL = LIMIT

    def set_high_numwords(self, high: tuple[tuple[int, str], ...]) -> None:
        self.set_mid_numwords(high)

    def merge(self, left: tuple[str, int], right: tuple[str, int]) -> tuple[str, int]:
        """Join two neighbouring words; each comes with its value."""
        left_text, left_value = left
        right_text, right_value = right
        if left_value == 1 and right_value < 10:
            return right
        if right_value > left_value:
            return left_text + right_text, left_value * right_value
        unit = max(value for value in self.cards if value <= left_value)
        zero = "零" if right_value < unit // 10 else ""
        return left_text + zero + right_text, left_value + right_value


@cache
def _language() -> TaiwanAmount:
    return TaiwanAmount()


@lru_cache(1024)
def running(number: int) -> str:
    """15000 as 壹萬伍仟: one 零 per run of empty slots, none before a next group from 1,000."""
    return _language().to_cardinal(number)


def slots(number: int) -> str:
    """15000 as 壹萬伍仟零佰零拾零: every slot from the highest digit down, 零 included."""
    digits = str(number)
    units = _SLOT_UNITS[-len(digits) :]
    return "".join(_DIGITS[int(digit)] + unit for digit, unit in zip(digits, units, strict=True))


def read(numerals: str) -> int | None:
    """The number that these uppercase numerals write, in either style; None when they write none.

    Beyond the two styles it reads a leading 拾 for 壹拾, a 零 before a group of 1,000 or more that
    follows an empty slot (壹拾萬零伍仟), and slots that end at 拾 (伍佰零拾) as a form prints them.
    """
    if not numerals or len(numerals) > _LONGEST_TEXT:
        return None
    text = "壹" + numerals if numerals.startswith("拾") else numerals
    number = _sum(text)
    if number is None or number >= LIMIT:
        return None
    # Adding up digits says nothing about their order. Writing the sum again does: a text that is
    # not one of the spellings of its own sum is not a number.
    if _OPTIONAL_ZERO.sub("", text) == running(number):
        return number
    in_slots = slots(number)
    return number if text in (in_slots, in_slots.removesuffix("零")) else None


def _sum(text: str) -> int | None:
    """Digits times units, added up in whatever order they stand; None for any other character."""
    total = group = digit = 0
    for character in text:
        if character in _DIGITS:
            digit = _DIGITS.index(character)
        elif unit := _SMALL_UNITS.get(character):
            group += digit * unit
            digit = 0
        elif unit := _GROUP_UNITS.get(character):
            total += (group + digit) * unit
            group = digit = 0
        else:
            return None
    return total + group + digit
