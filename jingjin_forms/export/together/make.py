"""Which Word files LibreOffice may take as one: those filled from one template."""

import hashlib
import re
import zipfile
import zlib

from jingjin_forms.errors import FileProblemError
from jingjin_forms.files.archives import open_archive

_COMMON = re.compile(r"word/(?:styles|settings|fontTable|numbering|theme/[^/]+)\.xml")
_TEXT = re.compile(r"word/[^/]+\.xml")
_LINK_WITHIN = re.compile(rb"\bw:anchor=|HYPERLINK[^<\"]*\\l")
"""A link from one place of the paper to another, which a joined file would not keep."""
_UNREADABLE = (
    *(FileProblemError, zipfile.BadZipFile, zlib.error),
    *(KeyError, ValueError, RuntimeError, EOFError, NotImplementedError),
)


def make_of(docx: bytes) -> bytes | None:
    """What files of one template have in common; None for a file that is to be taken alone."""
    make = hashlib.sha256()
    try:
        with open_archive(docx, "這份 Word 檔") as archive:
            for name in sorted(archive.namelist()):
                if _COMMON.fullmatch(name):  # the sum of a part tells it well enough
                    entry = archive.getinfo(name)
                    make.update(f"{name} {entry.CRC} {entry.file_size}\n".encode())
                elif _TEXT.fullmatch(name) and _LINK_WITHIN.search(archive.read(name)):
                    return None
    except _UNREADABLE:
        return None
    return make.digest()
