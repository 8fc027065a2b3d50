"""A `rows` line: what the rows that follow it are like."""

from collections.abc import Mapping

from jingjin_forms.typeset.layout import RowStyle
from jingjin_forms.typeset.style import CELL_FIELDS, Style, number, parse_style

_FLAGS = frozenset({"exact", "header", "split"})


def parse_rows(rest: str, named: Mapping[str, Style]) -> tuple[RowStyle, list[str]]:
    """The style of the rows, and what is wrong with the words."""
    attributes, _, kept_if = rest.partition(" if ")
    words = attributes.split()
    faults: list[str] = []
    if kept_if and words[-1] != "keep":
        faults.append("rows 的條件要寫在 keep 後面，例如 keep if loop.last")
    heights: tuple[float | None, float | None] = None, None
    plain: list[str] = []
    for word in words:
        if word.startswith("height="):
            try:
                heights = _heights(word.removeprefix("height="))
            except ValueError as error:
                faults.append(f"「{word}」：{error}")
        elif word not in _FLAGS:
            plain.append(word)
    height, roomy = heights
    if "exact" in words and not height:
        faults.append("exact 要和 height= 一起寫")
    cells, messages = parse_style(plain, named, CELL_FIELDS - {"table"})
    exact, header, split = (flag in words for flag in ("exact", "header", "split"))
    style = RowStyle(height, exact, header, split, cells, kept_if.strip(), roomy)
    return style, faults + messages


def _heights(text: str) -> tuple[float, float | None]:
    """The height, and the one of the row where there is room."""
    height, comma, roomy = text.partition(",")
    if not comma:
        return number(height), None
    if number(roomy) <= number(height):
        raise ValueError("第二個高度是版面寬裕時的，要比第一個高")
    return number(height), number(roomy)
