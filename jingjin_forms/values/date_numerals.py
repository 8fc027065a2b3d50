"""Chinese numerals as dates are written in them: 一百十二年三月十七日, 一一二年, 廿三日.

A year may be spelt out (一百一十二, 一百十二) or figure by figure (一一二); months and days are
spelt out. Uppercase numerals (壹佰壹拾貳) mean the same.
"""

import re
from functools import cache

_FIGURES = "〇一二三四五六七八九"
_LIKE = str.maketrans("○零壹貳參叁肆伍陸柒捌玖拾佰", "〇〇一二三三四五六七八九十百")
_NUMERALS = "〇○零一二三四五六七八九壹貳參叁肆伍陸柒捌玖十拾百佰廿卅"
_written = re.compile(rf"(?<![0-9{_NUMERALS}])(?P<number>[{_NUMERALS}]+|元)(?P<unit>[年月日])")
_LAST_SPELT_OUT = 999


def in_figures(text: str) -> str:
    """The text with the numerals before 年, 月 and 日 in figures; those that write no number, or
    not one number only, stay as they are."""
    return _written.sub(_figures, text)


def _figures(found: re.Match[str]) -> str:
    numerals, unit = found["number"].translate(_LIKE), found["unit"]
    if numerals == "元":  # 民國元年, 元月
        return found[0] if unit == "日" else f"1{unit}"
    if unit == "年" and len(numerals) > 1 and not set(numerals) - set(_FIGURES):
        return "".join(str(_FIGURES.index(numeral)) for numeral in numerals) + unit
    number = _spelt_out().get(numerals)
    return found[0] if number is None else f"{number}{unit}"


@cache
def _spelt_out() -> dict[str, int]:
    """Every spelling of every number up to 999."""
    return {text: n for n in range(1, _LAST_SPELT_OUT + 1) for text in _spellings(n)}


def _spellings(number: int) -> list[str]:
    hundreds, rest = divmod(number, 100)
    if not hundreds:
        return _below_hundred(rest)
    head = f"{_FIGURES[hundreds]}百"
    if rest == 0:
        return [head]
    if rest < 10:  # 一百二 is 120 to some and 102 to others
        return [f"{head}〇{_FIGURES[rest]}"]
    tails = _below_hundred(rest)
    return [head + tail for tail in (tails if rest >= 20 else [*tails, f"一{tails[0]}"])]


def _below_hundred(number: int) -> list[str]:
    """十二; 二十三 and 廿三; 三十 and 卅."""
    tens, ones = divmod(number, 10)
    last = _FIGURES[ones] if ones else ""
    if not tens:
        return [last]
    words = [f"{_FIGURES[tens]}十" if tens > 1 else "十", *{2: "廿", 3: "卅"}.get(tens, "")]
    return [word + last for word in words]
