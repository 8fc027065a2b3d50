"""Values → the XML of Word text: shown exactly as given, or refused with the reason.

A tag can stand in four kinds of place (`Slot`), and each has its own function here. They are
called for every value of every file, so each tries the common case first: a plain string that
holds nothing special goes out as it came in.
"""

import re
from collections.abc import Callable, Iterable
from decimal import Decimal
from enum import Enum, auto
from functools import cache
from types import BuiltinFunctionType, FunctionType, MethodType, ModuleType

from jinja2 import Undefined

LINE_BREAK = '</w:t><w:br/><w:t xml:space="preserve">'
TAB = '</w:t><w:tab/><w:t xml:space="preserve">'


class Slot(Enum):
    """Where in the XML of a part a tag stands."""

    RUN = auto()
    """Inside `w:t`, where a line break or tab becomes an element of its own."""
    PLAIN = auto()
    """Inside any other element that holds text, such as the document's title."""
    ATTRIBUTE = auto()
    """Inside an attribute value, such as `w:fill`."""
    RUNS = auto()
    """Between runs: `{{r … }}`."""
    BLOCKS = auto()
    """Between paragraphs, rows or cells: `{{p … }}`."""


class UnprintableError(ValueError):
    """A value that cannot stand on the page; the message says why and what to do."""


class CarefulNeeded(Exception):  # noqa: N818 (not an error: the careful rendering can print it)
    """A value that needs more than its own text: a picture, or markup with docxtpl's `\\a`, `\\f`."""


# What is not plain text in XML or in Word. All of it is looked for at once; what it is, and whether
# it can be shown, is decided only where something was found.
_find_special = re.compile("[&<>\x00-\x1f\ud800-\udfff\ufffe\uffff]").search
_find_illegal = re.compile("[\x00-\x08\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]").search
_find_special_in_attribute = re.compile('[&<>"\x00-\x1f\ud800-\udfff\ufffe\uffff]').search

_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
# Word itself writes \x0b for a line break that was typed with Shift+Enter.
_IN_RUN = str.maketrans(
    _ENTITIES | {"\n": LINE_BREAK, "\r": LINE_BREAK, "\x0b": LINE_BREAK, "\t": TAB}
)
_IN_PLAIN = str.maketrans(_ENTITIES | {"\x0b": "\n"})
_IN_ATTRIBUTE = str.maketrans(
    _ENTITIES | {'"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;", "\x0b": "&#10;"}
)
_LISTING_MARKS = re.compile("[\n\t\a\f]").search


def run_text(value: object) -> str:
    """The value inside a `w:t`."""
    if type(value) is not str:
        return _run_printer(type(value))(value)
    if _find_special(value) is None:
        return value
    return _escaped(value, _IN_RUN)


def plain_text(value: object) -> str:
    """The value inside an element that can hold nothing but text."""
    text = _string(value)
    return text if _find_special(text) is None else _escaped(text, _IN_PLAIN)


def attribute_text(value: object) -> str:
    """The value inside an attribute."""
    text = _string(value)
    if _find_special_in_attribute(text) is None:
        return text
    return _escaped(text, _IN_ATTRIBUTE)


def runs(value: object) -> str:
    """The value where whole runs stand; a plain text becomes a run of its own."""
    if hasattr(value, "__html__"):
        return _markup(value)
    text = run_text(value)
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""


def blocks(value: object) -> str:
    """The value where whole paragraphs stand; a plain text becomes a paragraph of its own."""
    if hasattr(value, "__html__"):
        return _markup(value)
    return f"<w:p>{runs(value)}</w:p>" if value not in (None, "") else ""


PRINTERS: dict[Slot, Callable[[object], str]] = {
    Slot.RUN: run_text,
    Slot.PLAIN: plain_text,
    Slot.ATTRIBUTE: attribute_text,
    Slot.RUNS: runs,
    Slot.BLOCKS: blocks,
}


def illegal_character(text: str) -> str | None:
    """Why Word cannot hold this text, as a Chinese sentence; None when it can."""
    found = _find_illegal(text)
    if found is None:
        return None
    position = found.start() + 1
    return (
        f"第 {position} 個字元 U+{ord(found.group()):04X} 是 Word 不能存的控制字元，"
        "請刪去（常由其他程式複製時帶入）。"
    )


def _escaped(text: str, table: dict[int, str]) -> str:
    reason = illegal_character(text)
    if reason is not None:
        raise UnprintableError(reason)
    return text.replace("\r\n", "\n").translate(table)


def _string(value: object) -> str:
    if type(value) is str:
        return value
    if hasattr(value, "__html__"):  # markup has no meaning here: its text is what counts
        return str(value)
    return _string_printer(type(value))(value)


@cache
def _run_printer(kind: type) -> Callable[[object], str]:
    if issubclass(kind, int) and not issubclass(kind, bool):
        return str  # digits and separators need no escaping
    if hasattr(kind, "__html__"):
        return _markup
    if getattr(kind, "needs_careful_rendering", False):
        return _raise_careful
    to_string = _string_printer(kind)
    return lambda value: run_text(to_string(value))


def _raise_careful(_: object) -> str:
    raise CarefulNeeded


def _markup(value: object) -> str:
    xml = str(value.__html__())  # type: ignore[attr-defined]
    if _LISTING_MARKS(xml):
        raise CarefulNeeded
    return xml


def _nothing(_: object) -> str:
    return ""


def _decimal(value: object) -> str:
    number = Decimal(str(value))
    if not number.is_finite():
        raise UnprintableError("不是一個數，請改成數字或留空。")
    return format(number, "f")


@cache
def _string_printer(kind: type) -> Callable[[object], str]:
    """How values of this type become text; for those that must not reach a page, a refusal."""
    if kind is type(None):
        return _nothing
    if issubclass(kind, str):
        return lambda value: str.__str__(value)  # type: ignore[arg-type]
    if issubclass(kind, Decimal):
        return _decimal
    refusal = _refusal(kind)
    return str if refusal is None else _refuser(refusal)


def _refuser(reason: str) -> Callable[[object], str]:
    def refuse(_: object) -> str:
        raise UnprintableError(reason)

    return refuse


def _refusal(kind: type) -> str | None:
    if issubclass(kind, Undefined):
        return "資料裡沒有這一項。"
    if issubclass(kind, bool):
        return "是真假值，不是要印的字：請在範本用 {% if … %} 決定印什麼。"
    if issubclass(kind, float | complex):
        return "是浮點數，印出來會有誤差：請給整數、Decimal 或文字。"
    if issubclass(kind, bytes | bytearray):
        return "是位元組，不是文字：請先解碼。"
    if issubclass(kind, Iterable):
        return "是一組資料，不能直接印：請寫出要印的那一項（例如 {{ 聯絡人.姓名 }}），或用迴圈逐項印。"
    if issubclass(kind, _CODE) or kind.__str__ is object.__str__:
        return "是程式物件，不是要印的字。"
    return None


_CODE = (FunctionType, BuiltinFunctionType, MethodType, ModuleType, type)
