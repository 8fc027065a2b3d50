"""What each kind of fact is read from, as type checkers are told.

The generated stubs (`python -m jingjin_forms.stubs`) use these names for the parameters of
constructors and for what may be assigned to a field; what a field gives back is its own type. A
date in a text that names no day passes the type checker and is an error when it is read.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from os import PathLike
from typing import TYPE_CHECKING

from jingjin_forms.files.handed import Readable
from jingjin_forms.values.roc import RocPeriod
from jingjin_forms.values.timespan import TimeSpan

if TYPE_CHECKING:
    from PIL.Image import Image

    from jingjin_forms.word import Picture

AnyText = str | int | float | Decimal | date
"""A text; numbers and dates as they are printed."""

AnyMoney = int | float | Decimal | str
"""NT dollars: 15000, "15,000", "1萬5千元"."""

AnyNumber = int | float | Decimal | str
"""A 數量: 6, 1.5, "1,000"."""

AnyCount = int | float | str
"""A number of people, classes or sessions: 6, 6.0, "1,200"."""

AnyYear = int | float | str
"""A 學年度 or 年度: 112, "112學年度"."""

AnyDate = date | int | str
"""A day: a date, "112年3月17日", "2023-03-17", 1120317."""

AnyPeriod = RocPeriod | str | Sequence[date | str] | Mapping[str, date | str]
"""A period: "112年8月1日至113年6月30日", two dates, or a mapping with 起 and 迄."""

AnyTime = TimeSpan | str
"""Times of day: "09:00-12:00"."""

AnyMarks = Sequence[str | None] | Mapping[str, str | None] | Mapping[int, str | None]
"""Marks in the printed order, or by item (as printed, a part of it, or its number)."""

AnyChoices = str | Sequence[str | None]
"""Options: a list of them, or one text with 、 between them."""

AnyMonths = AnyChoices | int | Sequence[str | int | None]
"""Months: "8月-10月、1月", 9, or a list of such."""

if TYPE_CHECKING:  # what a picture may be besides, nobody loads to say so
    AnyPicture = str | PathLike[str] | bytes | Readable | Picture | Image
else:
    AnyPicture = str | PathLike[str] | bytes | Readable
"""A file that holds a picture: its path, its bytes, open in binary mode; or a picture of ours or of
Pillow's."""
