"""年度: the calendar year by which a county plans its money, where papers go by that."""

import re
from typing import Any, Self

from pydantic import GetCoreSchemaHandler
from pydantic_core import core_schema

from jingjin_forms.errors import DateError, shortened
from jingjin_forms.values.amount import half_width
from jingjin_forms.values.roc import SchoolYear

_written = re.compile(r"(?:中華民國|民國)?(?P<year>[0-9]{1,9})(?:\.0+)?年?度?")
_of_school = re.compile("學年")
_REMEDY = "請填民國年度，例如 103"
_FIRST, _LAST = 2, 999
"""The first is the one that begins in the first 學年度."""


class BudgetYear(int):
    """N年度, 1 January to 31 December of 民國 year N; prints as the bare number.

    Reads 103, 103.0, "103", "103年度" and "民國103年". Raises DateError for all else: a 西元 year,
    and a 學年度, which is another year.
    """

    __slots__ = ()

    def __new__(cls, value: object) -> Self:
        year = _read(value)
        if 1912 <= year <= 2910:
            raise DateError(f"「{year}」看起來是西元年；{_REMEDY}。")
        if not _FIRST <= year <= _LAST:
            raise DateError(f"年度「{shortened(value)}」不在 {_FIRST} 到 {_LAST} 之間；{_REMEDY}。")
        return int.__new__(cls, year)

    @classmethod
    def of_school_year(cls, school_year: SchoolYear) -> Self:
        """The 年度 that begins in a 學年度: the 103年度 begins in the 102學年度."""
        return cls(int(school_year) + 1)

    @property
    def school_year(self) -> SchoolYear:
        """The 學年度 in which it begins."""
        return SchoolYear(self - 1)

    def __str__(self) -> str:
        return int.__repr__(self)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self})"

    @classmethod
    def __get_pydantic_core_schema__(
        cls, _source: Any, _handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        as_json = core_schema.int_schema(ge=_FIRST, le=_LAST)
        return core_schema.no_info_plain_validator_function(
            cls,
            json_schema_input_schema=as_json,
            serialization=core_schema.plain_serializer_function_ser_schema(
                int, return_schema=as_json
            ),
        )


def _read(value: object) -> int:
    """The number of a year in `value`, not yet checked for its range."""
    if isinstance(value, str):
        plain = "".join(half_width(value).split())
        if match := _written.fullmatch(plain):
            return int(match["year"])
        if _of_school.search(plain):
            raise DateError(
                f"「{shortened(value)}」是學年度，這裡填年度；"
                "年度在學年度的下學期開始，102學年度要填 103。"
            )
    elif isinstance(value, float):
        if value.is_integer():
            return int(value)
    elif isinstance(value, int) and not isinstance(value, bool):
        return int(value)
    if value is None or value == "":
        raise DateError(f"年度是空白的；{_REMEDY}。")
    raise DateError(f"「{shortened(value)}」不是年度；{_REMEDY}。")
