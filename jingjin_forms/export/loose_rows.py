"""A Word file whose rows may be broken by the foot of a page: LibreOffice loses none of those.

Rows of a form stay whole, which looks better; where LibreOffice cannot lay them out so, a row that
goes on over the page is better than one that is gone.
"""

import re
import zipfile
import zlib
from io import BytesIO

from jingjin_forms.errors import FileProblemError
from jingjin_forms.files.archives import open_archive

_WHOLE_ROW = re.compile(rb"<(?:\w+:)?cantSplit(?:\s[^<>]*)?/>")
_ODD = (KeyError, ValueError, RuntimeError, EOFError, NotImplementedError)
"""What `zipfile` raises for damaged archives besides its own errors."""
_PARTS = re.compile(r"word/[^/]+\.xml")


def with_loose_rows(docx: bytes) -> bytes:
    """The same file but for that; equal where it has no rows to change, or cannot be read."""
    try:
        return _rewritten(docx)
    except (FileProblemError, zipfile.BadZipFile, zlib.error, *_ODD):
        return docx


def _rewritten(docx: bytes) -> bytes:
    made = BytesIO()
    count = 0
    with open_archive(docx, "這份 Word 檔") as archive, zipfile.ZipFile(made, "w") as loose:
        for entry in archive.infolist():
            content = archive.read(entry)
            if _PARTS.fullmatch(entry.filename):
                content, removed = _WHOLE_ROW.subn(b"", content)
                count += removed
            loose.writestr(entry.filename, content, zipfile.ZIP_DEFLATED)
    return made.getvalue() if count else docx
