"""Conditions as a clerk writes them: when a rule is asked.

申辦情形 = 續辦
項目 含 印刷
人數 >= 30 且 辦理方式 ≠ 線上
核定金額 有填
"""

import operator
import re
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, cast

from jingjin_forms.checks.reading import is_nothing
from jingjin_forms.errors import AmountError
from jingjin_forms.forms.tagged.formula_values import as_number, part_of
from jingjin_forms.values.amount import parse_quantity
from jingjin_forms.values.choice import Choice

_ALL, _ANY = "且", "或"
_joined = re.compile(r"\s+([且或])\s+")
_filled = re.compile(r"(?P<label>\S+)\s+(?P<sign>有填|沒填|未填)")
_compared = re.compile(
    r"(?P<label>[^\s=≠!<>≥≤]+)\s*(?P<sign>>=|<=|!=|==|[=＝≠<>≥≤]|\s(?:不含|含|是|不是)\s)\s*(?P<value>\S.*)"
)
_SIGNS = {"==": "=", "＝": "=", "是": "=", "!=": "≠", "不是": "≠", ">=": "≥", "<=": "≤"}
_ORDER: dict[str, Callable[[Fraction, Fraction], bool]] = {
    "≥": operator.ge,
    "≤": operator.le,
    ">": operator.gt,
    "<": operator.lt,
}
_REMEDY = (
    "條件要寫成「欄位 = 內容」，也可以用 ≠、含、>=、<=、有填、沒填，中間用「 且 」或「 或 」連接"
)


@dataclass(frozen=True, slots=True)
class Test:
    """One thing that is asked of a fact."""

    path: tuple[str, ...]
    sign: str
    """One of = ≠ 含 不含 ≥ ≤ > < 有填 沒填."""
    value: str = ""

    def holds(self, value: Any) -> bool:
        if self.sign in ("有填", "沒填"):
            return is_nothing(value) == (self.sign == "沒填")
        if self.sign in _ORDER:
            number, bound = as_number(value), _number(self.value)
            return number is not None and bound is not None and _ORDER[self.sign](number, bound)
        if self.sign in ("含", "不含"):
            return (self.value in _text(value)) == (self.sign == "含")
        return self._is_equal(value) == (self.sign == "=")

    def _is_equal(self, value: Any) -> bool:
        if isinstance(value, tuple):  # of what was ticked
            return self.value in map(str, cast(tuple[object, ...], value))
        number = as_number(value)
        return _text(value) == self.value or (number is not None and number == _number(self.value))


@dataclass(frozen=True, slots=True)
class When:
    """Several tests, all or any of which must hold."""

    told: str
    tests: tuple[Test, ...]
    is_any: bool = False

    def holds(self, *scopes: Any) -> bool:
        """Whether it holds of a row and, where the row has no such label, of the form."""
        found = (test.holds(_value(test.path, scopes)) for test in self.tests)
        return any(found) if self.is_any else all(found)


def parse_condition(text: str) -> When:
    """Raises ValueError saying what to write."""
    pieces = _joined.split(text.strip())
    joints = set(pieces[1::2])
    if len(joints) > 1:
        raise ValueError("「且」與「或」不能混在一個條件裡；請分成兩條規則。")
    return When(text.strip(), tuple(map(_test, pieces[::2])), joints == {_ANY})


def _test(text: str) -> Test:
    if (found := _filled.fullmatch(text)) is not None:
        sign = "有填" if found["sign"] == "有填" else "沒填"
        return Test(_path(found["label"]), sign)
    found = _compared.fullmatch(text)
    if found is None:
        raise ValueError(f"看不懂條件「{text}」；{_REMEDY}。")
    sign = found["sign"].strip()
    sign, value = _SIGNS.get(sign, sign), found["value"].strip().strip("「」")
    if sign in _ORDER and _number(value) is None:
        raise ValueError(f"「{sign}」後面要是數字，不是「{value}」。")
    return Test(_path(found["label"]), sign, value)


def _path(label: str) -> tuple[str, ...]:
    return tuple(label.strip("「」").split("."))


def _value(path: tuple[str, ...], scopes: tuple[Any, ...]) -> Any:
    for scope in scopes:
        value = scope
        for label in path:
            value = part_of(value, label)
        if value is not None:
            return value
    return None


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, tuple):
        return "、".join(map(str, cast(tuple[object, ...], value)))
    shown = value.value if isinstance(value, Choice) else value
    return "" if value is None else format(shown).strip()


def _number(text: str) -> Fraction | None:
    try:
        return Fraction(parse_quantity(text))
    except AmountError:
        return None
