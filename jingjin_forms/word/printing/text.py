"""Values → the XML of Word text: shown exactly as given, or refused with the reason.

A tag can stand in several kinds of place (`TagContext`), and each has its own function here. They
are called for every value of every file, so each tries the common case first: a plain string that
holds nothing special goes out as it came in.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from enum import Enum
from functools import cache, partial
from numbers import Complex, Rational
from types import BuiltinFunctionType, FunctionType, MethodType, ModuleType
from typing import Any

from jinja2 import Undefined

from jingjin_forms.files.characters import illegal_character
from jingjin_forms.word.printing.markup import DiagnosisNeeded, checked_markup
from jingjin_forms.word.printing.tag_context import TagContext

LINE_BREAK = '</w:t><w:br/><w:t xml:space="preserve">'
TAB = '</w:t><w:tab/><w:t xml:space="preserve">'


class LongText(Exception):
    """A text so long that it is printed only where the length of all that comes out is watched."""

    def __init__(self, text: str):
        self.text = text
        super().__init__(len(text))


class UnprintableError(ValueError):
    """A value that cannot stand on the page; the message says why and what to do."""


# What is not plain text in XML or in Word. All of it is looked for at once; what it is, and whether
# it can be shown, is decided only where something was found.
_find_special = re.compile("[&<>\x00-\x1f\ud800-\udfff\ufffe\uffff]").search
_find_control = re.compile("[\x00-\x1f\ud800-\udfff\ufffe\uffff]").search

# Word itself writes \x0b for a line break that was typed with Shift+Enter.
_IN_RUN = {"\n": LINE_BREAK, "\r": LINE_BREAK, "\x0b": LINE_BREAK, "\t": TAB}
_IN_PLAIN = {"\r": "\n", "\x0b": "\n"}
_IN_ATTRIBUTE = {"\n": "&#10;", "\r": "&#10;", "\x0b": "&#10;", "\t": "&#9;"}
_colour = re.compile("auto|[0-9A-Fa-f]{6}").fullmatch
_LONG = 50_000
_LONGEST_NUMBER = 100  # digits; Decimal("1E+999999999") would be a gigabyte of zeros


def run_text(value: object) -> str:
    """The value inside a `w:t`."""
    if type(value) is not str:
        return _run_printer(type(value))(value)
    if _find_special(value) is None:
        return value
    text = _escaped(value, _IN_RUN)
    if len(text) > _LONG:
        raise LongText(text)
    return text


def plain_text(value: object) -> str:
    """The value inside an element that can hold nothing but text."""
    if hasattr(value, "__html__"):
        return checked_markup(value, TagContext.PLAIN)
    return _escaped(string_of(value), _IN_PLAIN)


def attribute_text(value: object) -> str:
    """The value inside an attribute."""
    if hasattr(value, "__html__"):
        return checked_markup(value, TagContext.ATTRIBUTE).replace('"', "&quot;")
    return _escaped(string_of(value), _IN_ATTRIBUTE).replace('"', "&quot;")


def colour(value: object) -> str:
    """The value as the colour of a cell; none when blank."""
    text = string_of(value) or "auto"
    if _colour(text) is None:
        raise UnprintableError("不是顏色：請給六位十六進位的色碼，前面不加 #，例如 FFFF00。")
    return text


def span(value: object) -> str:
    """The value as the number of columns a cell takes."""
    text = string_of(value)
    if not (text.isascii() and text.isdigit() and 0 < int(text) < 64):
        raise UnprintableError("不是欄數：請給 1 到 63 的整數。")  # 63 columns is Word's own limit
    return text


def runs(value: object) -> str:
    """The value where whole runs stand; a plain text becomes a run of its own."""
    if hasattr(value, "__html__"):
        return checked_markup(value, TagContext.RUNS)
    try:
        text = run_text(value)
    except LongText as long:
        text = long.text
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""


def blocks(value: object) -> str:
    """The value where whole paragraphs stand; a plain text becomes a paragraph of its own."""
    if hasattr(value, "__html__"):
        return checked_markup(value, TagContext.BLOCKS)
    text = runs(value)
    return f"<w:p>{text}</w:p>" if text else ""


def rows(value: object) -> str:
    """The value where whole rows or cells stand: only markup can do that."""
    if hasattr(value, "__html__"):
        return checked_markup(value, TagContext.ROWS)
    if string_of(value):
        raise UnprintableError("這裡只能放整列或整格；要印文字請改用 {{ … }}。")
    return ""


def _watched(printer: Callable[[object], str]) -> Callable[[object], str]:
    def print_value(value: object) -> str:
        text = printer(value)
        if len(text) > _LONG:
            raise LongText(text)
        return text

    return print_value


PRINTERS: dict[TagContext, Callable[[object], str]] = {
    TagContext.RUN: run_text,
    TagContext.PLAIN: _watched(plain_text),
    TagContext.ATTRIBUTE: _watched(attribute_text),
    TagContext.COLOUR: colour,
    TagContext.SPAN: span,
    TagContext.RUNS: _watched(runs),
    TagContext.BLOCKS: _watched(blocks),
    TagContext.ROWS: _watched(rows),
}


def _escaped(text: str, white: Mapping[str, str]) -> str:
    has_control_characters = _find_control(text) is not None
    if has_control_characters:
        reason = illegal_character(text)
        if reason is not None:
            raise UnprintableError(reason)
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if has_control_characters:
        text = text.replace("\r\n", "\n")
        for character, shown in white.items():  # str.translate takes ten times as long
            text = text.replace(character, shown)
    return text


def string_of(value: object) -> str:
    """The value as a text; raises UnprintableError for what must not reach a page."""
    if type(value) is str:
        return value
    return _string_printer(type(value))(value)


@cache
def _run_printer(kind: type[Any]) -> Callable[[object], str]:
    if kind is int:
        return str  # digits need no escaping
    if _is_number(kind):
        return _number
    if hasattr(kind, "__html__"):
        return _watched(partial(checked_markup, slot=TagContext.RUN))
    if getattr(kind, "is_picture", False):
        return _raise_diagnosis_needed
    to_string = _string_printer(kind)
    return lambda value: run_text(to_string(value))


def _is_number(kind: type[Any]) -> bool:
    return issubclass(kind, int) and kind is not bool and kind.__str__ is not Enum.__str__


def _number(value: object) -> str:
    """An int of some other kind, such as Money, prints as it likes to."""
    text = format(value)
    return text if type(text) is str and _find_special(text) is None else run_text(text)


def _raise_diagnosis_needed(_: object) -> str:
    raise DiagnosisNeeded


@cache
def _string_printer(kind: type[Any]) -> Callable[[object], str]:
    """How values of this type become text; for those that must not reach a page, a refusal."""
    if kind is type(None):
        return lambda _: ""
    if issubclass(kind, str):
        return lambda value: str.__str__(value)  # type: ignore[arg-type]
    if _is_number(kind):
        return _number_string
    if issubclass(kind, Decimal):
        return _decimal
    refusal = _refusal(kind)
    return _object_string if refusal is None else _refuser(refusal)


def _plain_string(value: object) -> str:
    return str.__str__(str(value))  # str() may return a subclass of str


def _number_string(value: object) -> str:
    return str.__str__(format(value))


def _object_string(value: object) -> str:
    text = _plain_string(value)
    if text == "NaT":  # of numpy or pandas: a date or a time that is not there
        raise UnprintableError(_MISSING.format(text))
    return text


def _decimal(value: object) -> str:
    number = Decimal(str(value))
    if not number.is_finite() or abs(number.adjusted()) > _LONGEST_NUMBER:
        raise UnprintableError("不是一個數，請改成數字或留空。")
    return format(number, "f")


def _refuser(reason: str) -> Callable[[object], str]:
    def refuse(value: object) -> str:
        is_nan = isinstance(value, float) and value != value
        raise UnprintableError(_MISSING.format("nan") if is_nan else reason)

    return refuse


NO_PLACE_FOR_PICTURES = "圖片只能放在儲存格或段落的文字裡：請改用 {{ … }}。"
_MISSING = '是缺值（{}），不是要印的字：要印空白請給 None 或 ""。'
_CODE = (FunctionType, BuiltinFunctionType, MethodType, ModuleType, type)


def _refusal(kind: type[Any]) -> str | None:
    if issubclass(kind, Undefined):
        return "資料裡沒有這一項。"
    if getattr(kind, "is_picture", False):
        return NO_PLACE_FOR_PICTURES
    if issubclass(kind, bool) or (kind.__module__, kind.__name__[:4]) == ("numpy", "bool"):
        return "是真假值，不是要印的字：請在範本用 {% if … %} 決定印什麼。"
    if kind.__name__ == "NAType":  # of pandas
        return _MISSING.format("NA")
    if issubclass(kind, Complex) and not issubclass(kind, Rational):
        return "是浮點數，印出來會有誤差：請給整數、Decimal 或文字。"
    if issubclass(kind, bytes | bytearray | memoryview):
        return "是位元組，不是文字：請先解碼。"
    if issubclass(kind, Iterable):
        return (
            "是一組資料，不能直接印：請寫出要印的那一項（例如 {{ 聯絡人.姓名 }}），或用迴圈逐項印。"
        )
    if issubclass(kind, _CODE) or kind.__str__ in (object.__str__, Enum.__str__):
        return "是程式物件，不是要印的字。"
    return None
