"""The filters a clerk types: each says what a tag's fact is, and prints it that way.

    {{ 經費|元 }}  {{ 合計|國字大寫 }}  {{ 日期|民國日期 or "   年   月   日" }}
    {{ 性別.男|單選 }}男 {{ 性別.女|單選 }}女  {{ 同意|勾選("○","●") }}同意
    {{ 姓名|底線("______") }}  {%tr for 列 in 名冊|列數(5) %}

A blank prints as nothing, so that what stands behind `or` is printed instead. All of them take
plain texts as well, for templates that are filled without a form. Whatever cannot be printed as
asked raises UnprintableError.
"""

from collections.abc import Callable, Iterable
from itertools import islice
from typing import Any, TypeVar, cast
from unicodedata import east_asian_width

from jinja2 import Undefined
from jinja2.utils import missing

from jingjin_forms.values.amount import Money, parse_quantity
from jingjin_forms.values.choice import EMPTY_BOX, TICKED_BOX
from jingjin_forms.values.digit_cells import digit_of
from jingjin_forms.values.roc import RocDate, RocPeriod
from jingjin_forms.values.text import read_count
from jingjin_forms.values.uppercase import parse_uppercase_amount, uppercase_amount
from jingjin_forms.word.printing.text import UnprintableError, string_of

T = TypeVar("T")

MOST_ROWS = 500
"""Printed rows that 列數 may ask for: some twenty pages."""
_MOST_ITEMS = 1_000_000
_TICKED = frozenset(("是", "V", "v", "ˇ", "✓", "✔", "☑", "■", "●", "◉", "Y", "yes", "true", "1"))
_NOT_TICKED = frozenset(("", "否", "□", "☐", "○", "N", "no", "false", "0"))


class Blank(str):
    """What nobody has filled in: prints nothing, and so does every part of it."""

    def __getattr__(self, name: str) -> "Blank":
        if name.startswith("_"):
            raise AttributeError(name)
        return BLANK

    def __getitem__(self, key: Any) -> Any:
        return "" if isinstance(key, slice) else BLANK


class _BlankRow(Blank):
    """A row: whatever a text could do (`title`), a row's fields come first."""

    def __getattribute__(self, name: str) -> Any:
        return super().__getattribute__(name) if name.startswith("_") else BLANK


BLANK = Blank()
BLANK_ROW = _BlankRow()


def is_ticked(mark: object) -> bool:
    """Whether a mark that stands for yes or no means yes. Raises ValueError for any other."""
    if mark is None or isinstance(mark, bool):
        return bool(mark)
    text = str(mark).strip()
    if text in _TICKED or text.lower() in _TICKED:
        return True
    if text in _NOT_TICKED or text.lower() in _NOT_TICKED:
        return False
    raise ValueError("要填 是 或 否（也可以打 V）。")


def _text(value: Any) -> str:
    if isinstance(value, Undefined):
        str(value)  # a missing value says itself which it is
    return string_of(value)


def _printed_as(read: Callable[[Any], object]) -> Callable[[Any], str]:
    """A filter for texts and values that `read` takes; nothing for a blank."""

    def show(value: Any) -> str:
        text = _text(value)
        if not text.strip():
            return ""
        try:
            return format(read(value if isinstance(value, int) else text))
        except ValueError as error:
            raise UnprintableError(str(error)) from None

    return show


def _in_words(value: object) -> str:
    try:
        return uppercase_amount(Money(value))
    except ValueError:
        if isinstance(value, str) and not any(character.isdigit() for character in value):
            return uppercase_amount(parse_uppercase_amount(value))  # in words already
        raise


def _digit(value: Any, place: Any, highest: Any = "") -> str:
    """數字格: the one digit of an amount that stands in the cell called `place`."""
    text = _text(value)
    if not text.strip():
        return ""
    try:
        amount = Money(value if isinstance(value, int) else text)
        return digit_of(amount, str(place), is_highest=highest == "最高")
    except ValueError as error:
        raise UnprintableError(str(error)) from None


def _as_it_is(value: T, *_: object) -> T:
    """For what only says something of the field: 必填, 說明."""
    return value


def _option(value: Any, *options: Any) -> str:
    text = _text(value)
    if text and options and text not in map(str, options):
        raise UnprintableError(f"不在選項內，可填的有：{'、'.join(map(str, options))}。")
    return text


def _box(value: Any, empty: str = EMPTY_BOX, ticked: str = TICKED_BOX) -> str:
    """單選 and 複選, behind an option: `性別.男`."""
    return ticked if _is_chosen(value) else empty


def _is_chosen(value: Any) -> bool:
    if not isinstance(value, Undefined):
        return _yes(value)
    # The group is no choice but a text or list of what was chosen. jinja2 keeps these for
    # subclasses, as documented.
    group: Any = value._undefined_obj  # pyright: ignore[reportPrivateUsage]
    option: Any = value._undefined_name  # pyright: ignore[reportPrivateUsage]
    if group is missing or not (group is None or isinstance(group, str | list | tuple)):
        str(value)  # says that it is missing, or writes it down
        return False
    if isinstance(group, str):
        return group.strip() == option or option in (part.strip() for part in group.split("、"))
    return option in cast("tuple[object, ...]", group or ())


def _tick(value: Any, empty: str = EMPTY_BOX, ticked: str = TICKED_BOX) -> str:
    """勾選: a box by itself."""
    if isinstance(value, Undefined):
        str(value)
    return ticked if _yes(value) else empty


def _yes(value: Any) -> bool:
    try:
        return is_ticked(value if isinstance(value, bool) else _text(value))
    except ValueError as error:
        raise UnprintableError(str(error)) from None


def _on_a_line(value: Any, line: str) -> str:
    """The value on the printed line, which keeps its width."""
    text, line = _text(value), str(line)
    if not text:
        return line
    room = 0 if "\n" in text or len(text) > 2 * len(line) else _width(line) - _width(text)
    rest = ""
    for character in reversed(line):
        room -= _width(character)
        if room < 0:
            break
        rest = character + rest
    return text + rest


def _width(text: str) -> int:
    """In columns: a Chinese character takes two."""
    return sum(2 if east_asian_width(character) in "WFA" else 1 for character in text)


def _rows(values: Any, number: Any) -> list[Any]:
    """The rows, and blank ones behind them until there are as many as the paper prints."""
    if isinstance(values, Undefined):
        str(values)
    if not isinstance(number, int) or not 0 <= number <= MOST_ROWS:
        raise UnprintableError(f"列數要是 0 到 {MOST_ROWS} 的整數。")
    if (isinstance(values, str) and values) or not isinstance(values, Iterable | None):
        raise UnprintableError("要是一列一列的資料，才能用「列數」。")
    rows = list(islice(cast(Iterable[Any], values or ()), _MOST_ITEMS + 1))
    if len(rows) > _MOST_ITEMS:
        raise UnprintableError(f"超過 {_MOST_ITEMS:,} 列，沒有做。")
    return rows + [BLANK_ROW] * (number - len(rows))


FACT_FILTERS: dict[str, Callable[..., Any]] = {
    "文字": _text,
    "元": _printed_as(Money),
    "整數": _printed_as(read_count),
    "數": _printed_as(parse_quantity),
    "民國日期": _printed_as(RocDate),
    "期間": _printed_as(RocPeriod),
    "國字大寫": _printed_as(_in_words),
    "數字格": _digit,
    "選項": _option,
    "單選": _box,
    "複選": _box,
    "勾選": _tick,
    "底線": _on_a_line,
    "列數": _rows,
    "必填": _as_it_is,
    "說明": _as_it_is,
}
