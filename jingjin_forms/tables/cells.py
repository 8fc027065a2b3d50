"""What stands in a cell, as the facts of a form are given; and facts as they stand in a cell."""

import datetime
import os
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, cast

from jingjin_forms.errors import DateError
from jingjin_forms.facts import Facts
from jingjin_forms.facts.labels import name_of
from jingjin_forms.values.roc import RocDate

UNCALCULATED = "這一格是沒有算過的公式；請用 Excel 或 LibreOffice 開啟檔案後再存檔。"
"""The fault of a formula without a result."""

_ERRORS = frozenset(
    ("#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!")
)
_EXACT = 10**15  # above it, not every whole number is a float


@dataclass(frozen=True, slots=True)
class BadCell:
    """A cell whose content cannot be had, and why."""

    fault: str


def error_cell(shown: str) -> BadCell:
    """A cell that shows an error of the spreadsheet."""
    return BadCell(f"這一格是錯誤值 {shown}；請改正公式，或直接填入內容。")


def cleaned(cell: Any) -> Any:
    """The content of a cell; None for a blank one, a BadCell for an error.

    Texts lose leading and trailing blanks, whole numbers their .0, dates their midnight.
    """
    if isinstance(cell, str):
        text = cell.strip()
        return error_cell(text) if text in _ERRORS else text or None
    if cell is None or isinstance(cell, bool | int):
        return cell
    if isinstance(cell, float):
        return _number(cell)
    if isinstance(cell, datetime.date):
        return _date(cell)
    if isinstance(cell, datetime.time):
        return f"{cell:%H:%M:%S}" if cell.second else f"{cell:%H:%M}"
    if isinstance(cell, datetime.timedelta):
        return _duration(cell)
    return _from_library(cell)


def _number(number: float) -> Any:
    if number != number:  # how pandas says that nothing is there
        return None
    return int(number) if number.is_integer() and abs(number) < _EXACT else number


def _date(date: datetime.date) -> Any:
    if date != date:  # pandas' NaT passes for a datetime
        return None
    if not isinstance(date, datetime.datetime):
        return date
    if date.time() == datetime.time():
        return date.date()
    try:
        return f"{RocDate(date.date())} {date:%H:%M}"
    except DateError:
        return f"{date:%Y-%m-%d %H:%M}"


def _duration(duration: datetime.timedelta) -> str:
    minutes, seconds = divmod(int(duration.total_seconds()), 60)
    text = f"{minutes // 60:02}:{minutes % 60:02}"
    return f"{text}:{seconds:02}" if seconds else text


def _from_library(cell: Any) -> Any:
    """pandas' and numpy's values as Python's; whatever else as it is."""
    module, name = type(cell).__module__, type(cell).__name__
    if module.startswith("pandas") and name == "NAType":
        return None
    if module == "numpy" and hasattr(cell, "item"):
        return cleaned(cell.item())
    return cell


def shown(value: Any, folder: Path) -> str | int | float | None:
    """A fact as it stands in a cell, None for a blank one; files as seen from `folder`."""
    if value is None or isinstance(value, bytes):
        return None
    if isinstance(value, int):
        return int(value)
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, Path):
        return Path(os.path.relpath(value, folder)).as_posix()
    if isinstance(value, Facts):
        return str(getattr(value, name_of(type(value), value.text_fact))) or None
    if isinstance(value, tuple | list):
        between = "、" if isinstance(value, tuple) else "\n"
        return between.join(map(str, cast(Iterable[Any], value))) or None
    return str(value) or None
