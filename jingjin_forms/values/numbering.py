"""Items numbered 一、二、三、… as official documents number them: the numbers are never typed.

    goals_text: Lines = label("計畫目標", list, hint="一行一項，編號會自動加上")

`numbered` gives the items as they are printed.
"""

from collections.abc import Iterable
from typing import Annotated, Any

from pydantic import BeforeValidator

from jingjin_forms.values.text import Text

_ORDINARY = str.maketrans("壹貳參肆伍陸柒捌玖拾佰仟", "一二三四五六七八九十百千")


def _by_line(given: Any) -> Any:
    """A text as a spreadsheet's cell holds it, one item a line, as a list."""
    if not isinstance(given, str):
        return given
    return [line for line in given.splitlines() if line.strip()]


Lines = Annotated[list[Text], BeforeValidator(_by_line)]
"""A list of texts; one text with an item on each line will do."""


def numbered(items: Iterable[str]) -> list[str]:
    """The items with their numbers in front: 一、…, 二、…."""
    return [f"{chinese_number(n)}、{item}" for n, item in enumerate(items, 1)]


def without_numbers(items: Iterable[str]) -> list[str]:
    """The reverse: items as they are printed, without the number that each has in its place.

    >>> without_numbers(["一、推動社群", "二、精進教學"])
    ['推動社群', '精進教學']
    """
    pairs = enumerate(items, 1)
    return [item.removeprefix(f"{chinese_number(n)}、") for n, item in pairs]


def chinese_number(n: int) -> str:
    """A whole number from 0 up as a heading counts: 一, 十, 十一, 二十, 一百零一.

    >>> chinese_number(12)
    '十二'
    """
    from jingjin_forms.values.numerals import running  # which loads num2words

    text = running(n).translate(_ORDINARY)
    return text.removeprefix("一") if 10 <= n < 20 else text
