"""How many people a text speaks of: 全校教師 24 人, 三十餘位, 20-30 人."""

import re
from contextlib import suppress

from jingjin_forms.errors import AmountError
from jingjin_forms.values.amount import half_width
from jingjin_forms.values.uppercase import parse_uppercase_amount

NUMBER = r"[0-9]+|[一二兩三四五六七八九十百]+"
COUNTED = rf"({NUMBER})\s*[餘多]?\s*[人位名員](?!次)"
_counted = re.compile(COUNTED)
_in_all = re.compile(rf"共計?\s*{COUNTED}")
_bracketed = re.compile(r"\([^()]*\)")
_CAPITAL = str.maketrans("一二兩三四五六七八九十百", "壹貳貳參肆伍陸柒捌玖拾佰")


def people_in(text: str) -> int | None:
    """The number of people; the sum of several groups, unless it says 共. None where it gives none.

    What stands in brackets says more of those named before: 教師 24 人（含鄰校 6 人）. 人次 are no
    people.
    """
    plain = half_width(text).replace(",", "").strip()
    if plain.isdecimal():
        return int(plain)
    if found := _in_all.search(plain):
        return number_of(found[1])
    groups = _counted.findall(_bracketed.sub("", plain)) or _counted.findall(plain)
    return sum(map(number_of, groups)) if groups else None


def number_of(digits: str) -> int:
    """30 or 三十 as a number; 0 for numerals that name none."""
    if digits.isdecimal():
        return int(digits)
    with suppress(AmountError):
        return parse_uppercase_amount(digits.translate(_CAPITAL) + "元")
    return 0
