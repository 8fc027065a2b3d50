"""Free text and counts, as people and spreadsheets give them."""

import datetime
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from jingjin_forms.roc import RocDate
from jingjin_forms.character import illegal_character


def read_text(value: Any) -> str:
    """A text, kept exactly as typed; numbers and dates from a spreadsheet as they are printed.

    Raises ValueError for what Word cannot hold and for what is no text at all.
    """
    if type(value) is str:
        reason = illegal_character(value)
        if reason is not None:
            raise ValueError(reason)
        return value
    if isinstance(value, datetime.date):
        return str(RocDate(value))
    if isinstance(value, float) and value.is_integer():
        return str(int(value))  # Excel gives 38462860.0 for a number typed into a text column
    if isinstance(value, str | int | float | Decimal) and not isinstance(value, bool):
        return str(value)
    raise ValueError("要填文字。")


Text = Annotated[str, BeforeValidator(read_text)]
"""A text of any length; line breaks are printed as line breaks."""

Count = Annotated[int, Field(ge=0)]
"""A number of people, classes or sessions: a whole number, 0 or more."""
