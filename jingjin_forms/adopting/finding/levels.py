"""How deep a numbered line is: 一、 above (一) above 1."""

import re

_NUMBERED = re.compile(
    r"^\s*(?:[（(]?[一二三四五六七八九十]{1,3}[)）、.．]|[（(]?\d{1,2}[)）、.．]"
    r"|[壹貳參肆伍陸柒捌玖拾]、|[A-Z][.、])"
)
_LEVELS = ("壹、", "一、", "(一)", "1.", "(1)")


def level_of(text: str) -> str:
    """The kind of numbering a line begins with, as 一、 for any of its kind; blank without."""
    found = _NUMBERED.match(text)
    if not found:
        return ""
    kind = re.sub(r"[一二三四五六七八九十]+", "一", found[0].strip())
    return re.sub(r"[壹貳參肆伍陸柒捌玖拾]", "壹", re.sub(r"\d+", "1", kind))


def is_deeper(level: str, other: str) -> bool | None:
    """Whether `other` is numbered within `level`; None where that cannot be told."""
    first, second = (_plain(x) for x in (level, other))
    if first in _LEVELS and second in _LEVELS:
        return _LEVELS.index(second) > _LEVELS.index(first)
    return None


def _plain(level: str) -> str:
    wide = str.maketrans("（）．", "().")
    return level.translate(wide).replace("1、", "1.")
