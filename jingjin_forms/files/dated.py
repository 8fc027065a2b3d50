"""The day that the files in an archive are of.

A zip says of each file when it was made. That is a day, never an hour, so that equal files packed
on one day give equal archives; on another day too, where it is given, or where the environment
variable SOURCE_DATE_EPOCH says it (https://reproducible-builds.org/specs/source-date-epoch).
"""

import os
import zipfile
from datetime import UTC, date, datetime

from jingjin_forms.errors import FileProblemError, shortened

_VARIABLE = "SOURCE_DATE_EPOCH"
_FIRST, _LAST = date(1980, 1, 1), date(2107, 12, 31)
"""What a zip can say."""
_READABLE = 0o644 << 16  # else whoever unpacks it on Linux may have to ask for permission


def day_of_packing() -> date:
    """Today, or what SOURCE_DATE_EPOCH says (seconds since 1970, UTC).

    Raises FileProblemError where that is no such number.
    """
    given = os.environ.get(_VARIABLE, "").strip()
    if not given:
        return date.today()
    try:
        return datetime.fromtimestamp(int(given), UTC).date()
    except (ValueError, OverflowError, OSError):
        raise FileProblemError(
            f"環境變數 {_VARIABLE} 要是 1970年1月1日起算的秒數，不能是「{shortened(given)}」。"
        ) from None


def dated_entry(name: str, day: date) -> zipfile.ZipInfo:
    """How an archive tells of a file made on that day."""
    day = min(max(date(day.year, day.month, day.day), _FIRST), _LAST)
    entry = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
    entry.external_attr = _READABLE
    return entry
