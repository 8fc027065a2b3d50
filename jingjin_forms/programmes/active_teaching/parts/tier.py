"""財力級次: the tier of a county's finances, by which the subsidy's rate goes."""

from typing import Annotated, Any

from pydantic import Field, PlainValidator

from jingjin_forms.values.text import read_count

_NUMERALS = "一二三四五"


def read_tier(value: Any) -> int:
    """The number of a tier: 3, 第三級 or 3級. Raises ValueError.

    A number that is none of the five is kept; a rule names it.
    """
    plain = value.strip().removeprefix("第").removesuffix("級") if isinstance(value, str) else value
    if isinstance(plain, str) and len(plain) == 1 and plain in _NUMERALS:
        return _NUMERALS.index(plain) + 1
    try:
        return read_count(plain)
    except ValueError:
        raise ValueError("要填 1 到 5，例如 3（第三級）。") from None


Tier = Annotated[int, PlainValidator(read_tier, json_schema_input_type=Annotated[int, Field(ge=0)])]
