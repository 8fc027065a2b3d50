"""Free text and counts, as people and spreadsheets give them."""

import datetime
import re
from decimal import Decimal
from typing import Annotated, Any

from pydantic import Field, PlainValidator

from jingjin_forms.files.characters import illegal_character
from jingjin_forms.values.amount import half_width
from jingjin_forms.values.roc import RocDate

_NOT_A_TEXT = "要填文字。"
_NOT_A_COUNT = "要填整數，例如 6。"
_count = re.compile(
    r"([0-9]{1,9}|[1-9][0-9]{0,2}(?:,[0-9]{3}){1,2})(?:\.0+)?\s*[人位名場班節次份校組堂]?"
)


def read_text(value: Any) -> str:
    """A text, kept exactly as typed; numbers and dates from a spreadsheet as they are printed.

    Raises ValueError for what Word cannot hold and for what is no text at all.
    """
    if isinstance(value, str):
        if not value.isprintable() and (reason := illegal_character(value)) is not None:
            raise ValueError(reason)
        return value
    if isinstance(value, datetime.date):
        return str(RocDate(value))
    if isinstance(value, float) and value.is_integer():
        value = int(value)  # Excel gives 38462860.0 for a number typed into a text column
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 10**30:
        return str(value)
    if isinstance(value, float | Decimal):
        number = Decimal(str(value))
        if number.is_finite() and abs(number) < 10**16:
            return f"{number:f}"
    raise ValueError(_NOT_A_TEXT)


def read_count(value: Any) -> int:
    """A whole number from 0 up, from a number or a text: 1,200 or 15人. Raises ValueError."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, int) and not isinstance(value, bool):
        if 0 <= value < 10**9:
            return value
    elif isinstance(value, str) and (read := _count.fullmatch(half_width(value).strip())):
        return int(read[1].replace(",", ""))
    raise ValueError(_NOT_A_COUNT)


Text = Annotated[str, PlainValidator(read_text, json_schema_input_type=str)]
"""A text of any length; line breaks are printed as line breaks."""

Count = Annotated[
    int, PlainValidator(read_count, json_schema_input_type=Annotated[int, Field(ge=0)])
]
"""A number of people, classes or sessions: a whole number, 0 or more."""
