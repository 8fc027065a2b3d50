"""Choices printed as boxes (□ ■) and lists of items that are ticked off.

In a template the options of a choice are its parts: `{{ 審查結果.全案通過 }}` prints ■ or □.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any, ClassVar, Self, TypeVar, cast

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, ValidationError
from pydantic_core import (
    CoreSchema,
    InitErrorDetails,
    PydanticCustomError,
    PydanticKnownError,
    core_schema,
)

from jingjin_forms.errors import shortened

EMPTY_BOX, TICKED_BOX = "□", "■"
"""As large as each other in 標楷體, so that a tick moves nothing behind it."""
TICK = "✓"


class Choice(StrEnum):
    """One of several printed options; each member's value is the option as printed."""

    @classmethod
    def to_context(cls, chosen: "Choice | None") -> "Boxes":
        """What templates print: the options as boxes, the choice itself as its text."""
        return _shown(Boxes, cls, chosen)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(_plain, handler(source))


def _plain(given: Any) -> Any:
    """What may be an option. An enum prints whatever else it is given, lists within lists too."""
    if isinstance(given, list | tuple | set | frozenset | Mapping):
        raise PydanticKnownError("enum", {"expected": ""})
    return cast(object, given)


class YesNo(Choice):
    """□是 □否."""

    YES = "是"
    NO = "否"


Answers = tuple[Choice | None, ...]
"""What was chosen for each of several items."""


class Options(str):
    """The text of what was chosen; by option, the mark that shows whether it was."""

    chosen_mark: ClassVar[str]
    other_mark: ClassVar[str]
    _source: tuple[type[Choice], tuple[Choice, ...]]
    _marks: dict[str, str]

    def __new__(cls, options: type[Choice], chosen: Iterable[Choice] = ()) -> Self:
        chosen = tuple(chosen)
        self = super().__new__(cls, "、".join(chosen))
        self._source = options, chosen
        self._marks = {
            option.value: cls.chosen_mark if option in chosen else cls.other_mark
            for option in options
        }
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), self._source

    def __getattr__(self, option: str) -> str:
        if option.startswith("_") or option not in self._marks:
            raise AttributeError(option)
        return self._marks[option]

    def __getitem__(self, option: Any) -> str:
        """For options that are no plain name: `{{ 社群類型["學科/領域/學群"] }}`."""
        if isinstance(option, str):
            return self._marks[option]
        return super().__getitem__(option)


class Boxes(Options):
    """A choice printed as boxes: `{{ 審查結果.全案通過 }}`."""

    chosen_mark, other_mark = TICKED_BOX, EMPTY_BOX


class TickMarks(Options):
    """A choice printed as a tick in one of several columns: `{{ 成果檢核[0].完成 }}`."""

    chosen_mark, other_mark = TICK, ""


@cache
def _by_text(options: type[Choice]) -> Mapping[Any, Choice | None]:
    """What may be given for a mark, a blank included."""
    return {None: None, "": None, **{option.value: option for option in options}}


def _up_to_last(marks: list[Choice | None]) -> Answers:
    while marks and marks[-1] is None:
        marks.pop()
    return tuple(marks)


def _fault(where: str, given: Any, reason: str) -> InitErrorDetails:
    kind = PydanticCustomError("fact", "{reason}", {"reason": reason})
    return InitErrorDetails(type=kind, loc=(where,), input=given)


S = TypeVar("S", bound=Options)


@cache  # there are few options, and a form of 21 items prints them 21 times
def _shown(kind: type[S], options: type[Choice], chosen: Choice | None) -> S:
    return kind(options, () if chosen is None else (chosen,))


@dataclass(frozen=True)
class Checklist:
    """Printed items, each to be marked with one of a few options.

        growth: Annotated[Answers, Checklist(Done, GROWTH)] = label("教師專業成長", ())

    Facts are the marks in the printed order, or a mapping from the item (as printed, part of it,
    or its number) to its mark. Items without a mark print blank.
    """

    options: type[Choice]
    items: tuple[str, ...]

    def __get_pydantic_core_schema__(self, _: Any, __: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self._read)

    def __get_pydantic_json_schema__(
        self, _: CoreSchema, __: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        mark = {"enum": [*map(str, self.options), None]}
        return {
            "anyOf": [
                {"type": "array", "items": mark, "maxItems": len(self.items)},
                {
                    "type": "object",
                    "properties": dict.fromkeys(self.items, mark),
                    "additionalProperties": mark,
                },
            ]
        }

    def to_context(self, marks: Answers) -> list[TickMarks]:
        """One TickMarks per item, marked or not."""
        padded = [*marks, *[None] * (len(self.items) - len(marks))]
        return [_shown(TickMarks, self.options, mark) for mark in padded]

    def _read(self, given: Any) -> Answers:
        """The marks up to the last that is set."""
        by_text = _by_text(self.options)
        if isinstance(given, list | tuple) and len(cast(list[Any], given)) <= len(self.items):
            try:
                return _up_to_last([by_text[mark] for mark in cast(list[Any], given)])
            except (KeyError, TypeError):
                pass  # what is wrong with which item is worked out below
        return self._read_each(given, by_text)

    def _read_each(self, given: Any, by_text: Mapping[Any, Choice | None]) -> Answers:
        """As `_read`, for marks by item; all faults are reported at once, each with its item."""
        if isinstance(given, Mapping):
            pairs: Iterable[tuple[Any, Any]] = cast(Mapping[Any, Any], given).items()
            find = self._position
        elif isinstance(given, Sequence) and not isinstance(given, str | bytes | bytearray):
            pairs, find = enumerate(cast(Sequence[Any], given)), self._in_order
        else:
            count = len(self.items)
            raise ValueError(f"要依序填 {count} 個項目（清單），或用「項目: 結果」填寫。")
        marks: dict[int, Choice | None] = {}
        faults: list[InitErrorDetails] = []
        for key, value in pairs:
            try:
                position = find(key)
            except ValueError as refusal:
                where = f"第 {key + 1} 個" if isinstance(key, int) else shortened(key)
                faults.append(_fault(where, value, str(refusal)))
                continue
            if position in marks:
                faults.append(_fault(self.items[position], value, "填了兩次，請只留一個。"))
                continue
            try:
                marks[position] = by_text[value]
            except (KeyError, TypeError):  # no option, or nothing that could be one
                reason = f"不在選項內，可填的有：{'、'.join(self.options)}。"
                faults.append(_fault(self.items[position], value, reason))
        if faults:
            raise ValidationError.from_exception_data("marks", faults)
        return _up_to_last([marks.get(n) for n in range(len(self.items))])

    def _in_order(self, key: int) -> int:
        if key >= len(self.items):
            raise ValueError(f"是多的：只有 {len(self.items)} 個項目，請刪去。")
        return key

    def _position(self, key: Any) -> int:
        name = key if isinstance(key, str) else shortened(key)
        if name in self.items:
            return self.items.index(name)
        if name.isdecimal() and len(name) < 4 and 1 <= int(name) <= len(self.items):
            return int(name) - 1
        found = [n for n, item in enumerate(self.items) if name and name in item]
        if len(found) == 1:
            return found[0]
        fault = "符合的不只一個項目，請寫完整" if found else "沒有這個項目"
        raise ValueError(f"{fault}；項目有：{'、'.join(self.items)}。")
