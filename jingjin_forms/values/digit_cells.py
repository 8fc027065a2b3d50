"""NT$ amounts written one digit to a cell: 千萬｜百萬｜十萬｜萬｜千｜百｜十｜元."""

from jingjin_forms.errors import AmountError
from jingjin_forms.values.amount import Money

PLACES = ("元", "十", "百", "千", "萬", "十萬", "百萬", "千萬", "億", "十億")
"""What the cells are called, from the last to the left."""
PARTS_OF_A_DOLLAR = ("角", "分")
"""Cells behind 元: whole amounts have nothing there but 0."""


def digit_of(amount: Money, place: str, *, is_highest: bool = False) -> str:
    """The digit in the cell called `place`; blank left of the amount's first digit.

    `is_highest` says that the paper has no cell further left. Raises AmountError for a cell that
    is not known, and for an amount that the cells cannot hold.

    >>> [digit_of(Money(305), place) for place in ("千", "百", "十", "元")]
    ['', '3', '0', '5']
    """
    if place in PARTS_OF_A_DOLLAR:
        return "0"
    if place not in PLACES:
        raise AmountError(
            f"數字格只能是{'、'.join((*PLACES, *PARTS_OF_A_DOLLAR))}，不是「{place}」。"
        )
    power = PLACES.index(place)
    number = int(amount)
    if number < 0 or (is_highest and number >= 10 ** (power + 1)):
        raise AmountError(f"{number:,} 寫不進表上的數字格：最左邊的一格是「{place}」。")
    return str(number // 10**power % 10) if number >= 10**power or not power else ""
