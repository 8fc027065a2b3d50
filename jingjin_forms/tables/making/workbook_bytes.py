"""A new workbook, and its bytes: the same for the same contents, whenever it is saved."""

import re
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from openpyxl import Workbook

_STAMP = b"2026-01-01T00:00:00Z"
_PROPERTIES = "docProps/core.xml"
_stamps = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def new_workbook(title: str, first_sheet: str) -> "Workbook":
    """A workbook with one sheet."""
    from openpyxl import Workbook

    book = Workbook()
    book.properties.title = title
    book.properties.creator = "jingjin_forms"
    book.worksheets[0].title = first_sheet
    return book


def workbook_bytes(book: "Workbook") -> bytes:
    """The finished .xlsx."""
    saved, result = BytesIO(), BytesIO()
    book.save(saved)
    with zipfile.ZipFile(saved) as source, zipfile.ZipFile(result, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == _PROPERTIES:
                content = _stamps.sub(rb"\g<1>" + _STAMP, content)
            entry = zipfile.ZipInfo(name)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, content)
    return result.getvalue()
