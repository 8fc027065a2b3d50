"""NT$ amounts and quantities: read from what people and spreadsheets write, printed as forms do.

An amount is a whole number of dollars. Nothing is rounded and nothing is guessed: a value that is
not plainly an amount is an `AmountError` that says what to write instead.
"""

import re
from dataclasses import dataclass
from decimal import Context, Decimal
from numbers import Integral
from typing import Annotated, Any, Self

from pydantic import GetCoreSchemaHandler, PlainSerializer, PlainValidator, WithJsonSchema
from pydantic_core import core_schema

from jingjin_forms.errors import AmountError, shortened
from jingjin_forms.values.amount_units import REMEDY, WHOLE, in_dollars, is_mixed

LIMIT = 10**16
"""Amounts and quantities stay below this: 仟兆 is the highest slot of an uppercase amount."""

_ASCII = "".join(map(chr, range(ord("!"), ord("~") + 1)))
_FULL_WIDTH = "".join(chr(ord(character) + 0xFEE0) for character in _ASCII)
_HALF_WIDTH = str.maketrans(_FULL_WIDTH + "\u3000﹐﹩﹙﹚", _ASCII + " ,$()")


def half_width(text: str) -> str:
    """Full-width digits, letters, punctuation and blanks in their ASCII form, the rest untouched.

    Unicode's NFKC would do more than that: it turns 15² into 152 and ① into 1.
    """
    return text.translate(_HALF_WIDTH)


@dataclass(frozen=True, slots=True)
class _Kind:
    """What a number stands for: how it may be written, and what an error message calls it."""

    name: str
    text: re.Pattern[str]
    remedy: str


_NUMBER = r"(?P<minus>[-−])?(?P<whole>[0-9,]+)(?P<fraction>\.[0-9]+)?"
_MONEY = _Kind(
    "金額", re.compile(rf"(?:新[臺台]幣|NT\$|\$)?\s*{_NUMBER}\s*(?:[元圓][整正]?)?"), REMEDY
)
_QUANTITY = _Kind("數量", re.compile(_NUMBER), "請只填數字，例如 6 或 1.5")

_in_units = re.compile(
    r"(?:新[臺台]幣|NT\$|\$)?\s*(?P<minus>[-−])?(?P<number>[0-9][^元圓]*)(?:[元圓][整正]?)?"
)
_LONGEST_WHOLE = len(f"{LIMIT:,}")
_NUMBER_AND_UNIT = re.compile(r"(?P<number>[0-9,.]+)\s*(?P<unit>[A-Za-z\u4e00-\u9fff]+)")


class Money(int):
    """Whole NT dollars, from 0 to below 10**16; arithmetic gives plain ints.

    `f"{money}"` and the paper print 15,000. `str(money)` is 15000, which is what csv writes.

    Reads ints, floats and Decimals without a fraction, and texts such as 15,000, NT$15,000,
    新臺幣15,000元整, 15000.00 or 1萬5千元, in full-width characters too. Raises AmountError for all
    else.
    """

    __slots__ = ()

    def __new__(cls, value: object) -> Self:
        plain = _plain_whole(value)
        if plain is not None:
            return int.__new__(cls, plain)
        number = _decimal(value, _MONEY)
        if number != number.to_integral_value():
            raise AmountError(f"金額「{_shown(value)}」有小數；{_MONEY.remedy}。")
        return int.__new__(cls, number)

    def __format__(self, spec: str, /) -> str:
        return int.__format__(self, spec or ",")

    def __str__(self) -> str:
        return int.__repr__(self)  # csv.writer asks for nothing else

    def __repr__(self) -> str:
        return f"{type(self).__name__}({int(self)})"

    @classmethod
    def __get_pydantic_core_schema__(
        cls, _source: Any, _handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        as_json = core_schema.int_schema(ge=0)
        return core_schema.no_info_plain_validator_function(
            cls,
            json_schema_input_schema=as_json,
            serialization=core_schema.plain_serializer_function_ser_schema(
                int, return_schema=as_json
            ),
        )


def parse_quantity(value: object) -> int | Decimal:
    """A 數量: 0 or more with at most two decimal places; an int whenever it is whole.

    Reads ints, floats, Decimals and texts such as 6, 1.5 or 1,000. Raises AmountError for all else.
    """
    plain = _plain_whole(value)
    if plain is not None:
        return plain
    number = _decimal(value, _QUANTITY)
    # Not the caller's decimal context: its precision could be less than 18 digits.
    rounded = number.quantize(Decimal("0.01"), context=Context(prec=28))
    if rounded != number:
        raise AmountError(f"數量「{_shown(value)}」的小數超過兩位；請四捨五入到小數第二位以內。")
    if rounded == rounded.to_integral_value():
        return int(rounded)
    return rounded.normalize(Context(prec=28))


def _quantity_as_json(value: int | Decimal) -> int | float:
    return value if isinstance(value, int) else float(value)


Quantity = Annotated[
    int | Decimal,
    PlainValidator(parse_quantity),
    PlainSerializer(_quantity_as_json, when_used="json"),
    WithJsonSchema({"type": "number", "minimum": 0}),
]
"""A 數量 as a field of a form; see `parse_quantity`."""


def _plain_whole(value: object) -> int | None:
    """An int, or a text as plain as 15000 or 15,000: nearly all there is, so it goes first."""
    if type(value) is int:
        number = value
    elif type(value) is str and len(value) <= _LONGEST_WHOLE and WHOLE.fullmatch(value):
        number = int(value.replace(",", ""))
    else:
        return None
    return number if 0 <= number < LIMIT else None


def _decimal(value: object, kind: _Kind) -> Decimal:
    """The exact number in `value`, from 0 to below LIMIT."""
    if isinstance(value, str):
        number = _from_text(value, kind)
    elif value is None:
        raise AmountError(f"{kind.name}是空白的；{kind.remedy}。")
    elif isinstance(value, bool) or not isinstance(value, Integral | float | Decimal):
        raise AmountError(f"「{_shown(value)}」不是{kind.name}；{kind.remedy}。")
    else:
        # A float means the decimal number it is printed as, not its binary expansion.
        number = Decimal(int(value) if isinstance(value, Integral) else str(value))
    if not number.is_finite():
        raise AmountError(f"{kind.name}「{_shown(value)}」不是數字；{kind.remedy}。")
    if number < 0:
        raise AmountError(f"{kind.name}「{_shown(value)}」是負數；{kind.remedy}，不可小於 0。")
    if number >= LIMIT:
        raise AmountError(
            f"{kind.name}「{_shown(value)}」太大；最多 16 位數，請檢查是否多打了數字。"
        )
    return number


def _from_text(text: str, kind: _Kind) -> Decimal:
    """The number written in `text`, without separators and currency."""
    plain = half_width(text).strip()
    if not plain:
        raise AmountError(f"{kind.name}是空白的；{kind.remedy}。")
    number = None
    if match := kind.text.fullmatch(plain):
        number = _number(match, text, kind)
    elif kind is _MONEY and (match := _in_units.fullmatch(plain)):
        number = in_dollars(match["number"])
    if match is None or number is None:
        raise AmountError(f"{kind.name}「{shortened(text)}」{_misfit(plain, kind)}")
    if match["minus"]:
        raise AmountError(f"{kind.name}「{shortened(text)}」是負數；{kind.remedy}，不可小於 0。")
    return number


def _number(match: re.Match[str], text: str, kind: _Kind) -> Decimal:
    """The number of a match, its commas taken out."""
    if not WHOLE.fullmatch(match["whole"]):
        problem = "的千分位逗號位置不對" if "," in match["whole"] else "以 0 開頭"
        raise AmountError(f"{kind.name}「{shortened(text)}」{problem}；{kind.remedy}。")
    return Decimal(match["whole"].replace(",", "") + (match["fraction"] or ""))


def _misfit(plain: str, kind: _Kind) -> str:
    """What is wrong with a text that is not the shape of a number, and what to write instead."""
    with_unit = _NUMBER_AND_UNIT.fullmatch(plain)
    if with_unit and kind is _QUANTITY:
        number, unit = with_unit["number"], with_unit["unit"]
        if unit[0] in "億萬千仟百佰":
            return f"不是數字；{kind.remedy}，「{unit[0]}」請寫成數字。"
        return f"帶有單位；請在「數量」只填 {number}，把「{unit}」填在「單位」。"
    if kind is _MONEY and is_mixed(plain):
        return f"把數字與國字混在一起寫；{kind.remedy}。"
    return f"不是數字；{kind.remedy}。"


def _shown(value: object) -> str:
    """The value for a message: numbers as people write them, even those too long to print."""
    if isinstance(value, int) and abs(value) >= 10**40:
        return "超過四十位的整數"
    return shortened(str(value) if isinstance(value, float | Decimal) else value)
