"""Choices printed as boxes (□ ☑) and lists of items that are ticked off.

In a template the options of a choice are its parts: `{{ 審查結果.全案通過 }}` prints ☑ or □.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, ClassVar, cast

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

EMPTY_BOX, TICKED_BOX = "□", "☑"
TICK = "✓"


class Choice(StrEnum):
    """One of several printed options; each member's value is the option as printed."""

    @classmethod
    def to_context(cls, chosen: "Choice | None") -> "Boxes":
        """What templates print: the options as boxes, the choice itself as its text."""
        return Boxes(cls, () if chosen is None else (chosen,))


class _Options(str):
    """The text of what was chosen; by option, the mark that shows whether it was."""

    chosen_mark: ClassVar[str]
    other_mark: ClassVar[str]
    _marks: dict[str, str]

    def __new__(cls, options: type[Choice], chosen: Sequence[Choice] = ()) -> "_Options":
        self = super().__new__(cls, "、".join(chosen))
        self._marks = {
            option.value: cls.chosen_mark if option in chosen else cls.other_mark
            for option in options
        }
        return self

    def __getattr__(self, option: str) -> str:
        try:
            return self._marks[option]
        except KeyError:
            raise AttributeError(option) from None

    def __getitem__(self, option: Any) -> str:
        """For options that are no plain name: `{{ 社群類型["學科/領域/學群"] }}`."""
        return self._marks[option] if option in self._marks else super().__getitem__(option)


class Boxes(_Options):
    """A choice printed as boxes: `{{ 審查結果.全案通過 }}`."""

    chosen_mark, other_mark = TICKED_BOX, EMPTY_BOX


class Ticks(_Options):
    """A choice printed as a tick in one of several columns: `{{ 成果檢核[0].完成 }}`."""

    chosen_mark, other_mark = TICK, ""


Marks = tuple[Choice | None, ...]


@dataclass(frozen=True)
class Items:
    """Printed items, each to be marked with one of a few options.

        growth: Annotated[Marks, Items(Done, GROWTH)] = label("教師專業成長", ())

    Facts are the marks in the printed order, or a mapping from the item (as printed, or its
    number) to its mark. Items without a mark print blank.
    """

    options: type[Choice]
    items: tuple[str, ...]

    def __get_pydantic_core_schema__(self, _: Any, __: GetCoreSchemaHandler) -> CoreSchema:
        mark = core_schema.enum_schema(self.options, list(self.options), sub_type="str")
        return core_schema.no_info_before_validator_function(
            self._read,
            core_schema.tuple_variable_schema(
                core_schema.nullable_schema(mark), max_length=len(self.items)
            ),
        )

    def _read(self, given: Any) -> Any:
        if isinstance(given, Mapping):
            return self._in_order(cast(Mapping[Any, Any], given))
        if isinstance(given, Sequence) and not isinstance(given, str):
            marks = [None if mark == "" else mark for mark in cast(Sequence[Any], given)]
            if len(marks) > len(self.items):
                raise ValueError(f"只有 {len(self.items)} 個項目，卻給了 {len(marks)} 個。")
            return marks
        raise ValueError(f"要依序填 {len(self.items)} 個項目，或用「項目: 結果」填寫。")

    def _in_order(self, given: Mapping[Any, Any]) -> list[Any]:
        marks: list[Any] = [None] * len(self.items)
        for key, mark in given.items():
            marks[self._position(str(key))] = None if mark == "" else mark
        return marks

    def _position(self, key: str) -> int:
        if key.isdecimal() and 1 <= int(key) <= len(self.items):
            return int(key) - 1
        found = [n for n, item in enumerate(self.items) if item == key] or [
            n for n, item in enumerate(self.items) if key and key in item
        ]
        if len(found) != 1:
            raise ValueError(f"沒有「{key}」這個項目；項目有：{'、'.join(self.items)}。")
        return found[0]

    def to_context(self, marks: Marks) -> list[Ticks]:
        """One Ticks per item, marked or not."""
        padded = [*marks, *[None] * (len(self.items) - len(marks))]
        return [Ticks(self.options, () if mark is None else (mark,)) for mark in padded]
