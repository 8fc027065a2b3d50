"""NT$ amounts in uppercase (國字大寫), written and read: 壹萬伍仟元整."""

import re
from decimal import Decimal
from typing import Literal

from jingjin_forms.errors import AmountError, shortened
from jingjin_forms.values.amount import Money


def uppercase_amount(
    n: int | float | Decimal | str, *, style: Literal["running", "slots"] = "running"
) -> str:
    """The amount in uppercase: 15000 is 壹萬伍仟元整. Accepts what `Money` accepts.

    `running` writes one 零 per run of empty slots, and none before a group of 1,000 or more that
    comes next: 105000 is 壹拾萬伍仟元整, 10500 壹萬零伍佰元整, 100009002 壹億零玖仟零貳元整.

    `slots` writes every slot from the highest digit down to the ones, 零 included: 15000 is
    壹萬伍仟零佰零拾零元整. The ones slots of 萬, 億 and 兆 carry their unit: 零萬, 零億.

    0 is 零元整 in both. Raises AmountError.
    """
    # Imported here: only those who need uppercase pay for num2words.
    from jingjin_forms.values import numerals

    write = {"running": numerals.running, "slots": numerals.slots}[style]
    return f"{write(int(Money(n)))}元整"


_UPPERCASE = re.compile(r"(?:新[臺台]幣)?(?P<numerals>.*?)元[整正]?")
_VARIANTS = str.maketrans("叁叄参貮百千圓", "參參參貳佰仟元")


def parse_uppercase_amount(text: str) -> int:
    """The amount that a text in uppercase writes, the inverse of `uppercase_amount` in any style.

    Reads 叁叄参貮百千圓 as 參參參貳佰仟元, a leading 拾 as 壹拾, 元整, 元正 or 元, a prefix 新臺幣
    or 新台幣, and blanks anywhere. Raises AmountError for all else: what is not a spelling of one
    number is never read as one.
    """
    from jingjin_forms.values import numerals

    # str(): the cell of a spreadsheet can hold a number where a text is expected.
    squeezed = "".join(str(text).split())
    if not squeezed:
        raise AmountError("大寫金額是空白的；請填大寫金額，例如 壹萬伍仟元整。")
    match = _UPPERCASE.fullmatch(squeezed.translate(_VARIANTS))
    number = numerals.read(match["numerals"]) if match else None
    if number is None:
        ending = "" if match else "，並以「元整」結尾"
        raise AmountError(
            f"讀不懂大寫金額「{shortened(text)}」；"
            f"請由大到小寫出每一位的數字與單位{ending}，例如 壹拾萬零伍佰元整。"
        )
    return number
