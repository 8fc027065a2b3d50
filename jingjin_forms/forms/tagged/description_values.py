"""What may stand behind a key of a description, read from text, and as JSON Schema for editors.

A description is read as a facts file is: every scalar as the text it was typed as. An editor sees
60000 as a number and `true` as a truth value, so the schema takes both.
"""

import re
from collections.abc import Callable
from typing import Annotated, Any, cast

from pydantic import PlainValidator, WithJsonSchema

from jingjin_forms.forms.tagged.conditions import When, parse_condition
from jingjin_forms.forms.tagged.formula import Formula, parse_formula
from jingjin_forms.values.amount import half_width
from jingjin_forms.values.clock import ClockTime
from jingjin_forms.values.roc import RocDate, RocPeriod, SchoolYear

MOST_ROWS = 200
"""Printed rows of a list: eight pages of a register."""
OF_SCHOOL_YEAR = "學年度"
"""As a period: that of the paper's 學年度."""
_YES, _NO = ("是", "true"), ("否", "false")
_ANY_SCALAR: dict[str, Any] = {"type": ["string", "number", "boolean"], "pattern": r"\S"}
_ANY_HOUR: dict[str, Any] = {"type": "string", "pattern": "[0-9０-９]"}
_bounds = re.compile(
    r"(?P<word>至多|至少|最多|最少)?\s*(?P<first>[0-9]{1,6})(?:\s*[-~～至到]\s*(?P<last>[0-9]{1,6}))?\s*[字筆人項個]?"
)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("要填一段文字。")
    if not value.strip():
        raise ValueError("沒有寫內容；不需要的話請刪去這一行。")
    return value.strip()


def _plain(read: Callable[[str], Any]) -> PlainValidator:
    return PlainValidator(lambda value: read(_text(value)))


def _yes_no(text: str) -> bool:
    if text not in (*_YES, *_NO):
        raise ValueError("要填 是 或 否。")
    return text in _YES


def _yes(text: str) -> bool:
    if text not in _YES:
        raise ValueError("只能填 是；不需要的話請刪去這條規則。")
    return True


def _rows(text: str) -> int:
    plain = half_width(text)
    if not re.fullmatch("[1-9][0-9]{0,2}", plain) or int(plain) > MOST_ROWS:
        raise ValueError(f"要填 1 到 {MOST_ROWS} 的整數。")
    return int(plain)


def _percent(text: str) -> int:
    found = re.fullmatch(r"([1-9][0-9]?|100)\s*%?", half_width(text))
    if found is None:
        raise ValueError("要填 1% 到 100% 的整數百分比，例如 6%。")
    return int(found[1])


class Bounds(tuple[int | None, int | None]):
    """The least and the most; None where there is none."""

    __slots__ = ()


def _read_bounds(text: str) -> Bounds:
    found = _bounds.fullmatch(half_width(text))
    if found is None or (found["last"] and found["word"]):
        raise ValueError("要填數字，例如 300（至多）、至少 50、50-300。")
    first = int(found["first"])
    if found["last"]:
        if int(found["last"]) < first:
            raise ValueError("前面的數字比後面的大，請對調。")
        return Bounds((first, int(found["last"])))
    return Bounds((first, None) if found["word"] in ("至少", "最少") else (None, first))


def _window(text: str) -> RocPeriod | str:
    return OF_SCHOOL_YEAR if text == OF_SCHOOL_YEAR else RocPeriod(text)


def _several(value: object) -> tuple[str, ...]:
    """A list, or one text with 、 between."""
    if isinstance(value, str):
        value = re.split(r"\s*[、,，;；\n]\s*", value.strip())
    if not isinstance(value, list) or not value:
        raise ValueError("要填成清單，或用「、」隔開。")
    found = tuple(_text(item) for item in cast(list[object], value))
    twice = sorted({item for item in found if found.count(item) > 1})
    if twice:
        raise ValueError(f"「{'、'.join(twice)}」寫了兩次，請只留一個。")
    return found


def _text_or_number(*patterns: str, least: int = 1, most: int | None = None) -> WithJsonSchema:
    number = {"type": "integer", "minimum": least}
    number |= {} if most is None else {"maximum": most}
    return WithJsonSchema(
        {"anyOf": [number, *({"type": "string", "pattern": p} for p in patterns)]}
    )


Said = Annotated[str, _plain(str), WithJsonSchema(_ANY_SCALAR)]
YesOrNo = Annotated[bool, _plain(_yes_no), WithJsonSchema({"enum": [True, False, *_YES, *_NO]})]
Yes = Annotated[bool, _plain(_yes), WithJsonSchema({"enum": [True, *_YES]})]
Rows = Annotated[int, _plain(_rows), _text_or_number(r"^\s*[0-9０-９]+\s*$", most=MOST_ROWS)]
Percent = Annotated[int, _plain(_percent), _text_or_number(r"[0-9０-９]", most=100)]
Range = Annotated[Bounds, _plain(_read_bounds), _text_or_number(r"[0-9０-９]", least=0)]
Year = Annotated[SchoolYear, _plain(SchoolYear), _text_or_number(r"[0-9０-９]", least=1, most=999)]
Day = Annotated[RocDate, _plain(RocDate), _text_or_number(r"[0-9０-９]", least=100)]
Hour = Annotated[ClockTime, _plain(ClockTime), WithJsonSchema(_ANY_HOUR)]
Window = Annotated[RocPeriod | str, _plain(_window), WithJsonSchema({"type": "string"})]
Several = Annotated[
    tuple[str, ...],
    PlainValidator(_several),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "array", "items": _ANY_SCALAR, "minItems": 1, "uniqueItems": True},
                _ANY_SCALAR,
            ]
        }
    ),
]
Worked = Annotated[Formula, _plain(parse_formula), WithJsonSchema(_ANY_SCALAR)]
Condition = Annotated[When, _plain(parse_condition), WithJsonSchema({"type": "string"})]
