"""The names of files inside a .zip, and of files on disk, as people wrote them.

Windows writes the names in a .zip in the encoding of its language, which for Taiwan is Big5, and
does not say so; macOS writes UTF-8 and does not say so either.
"""

import os
import re
from contextlib import suppress
from zipfile import ZipInfo

_SAYS_UTF8 = 0x800
_ENCODINGS = ("utf-8", "cp950", "big5hkscs")
_odd = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def member_name(entry: ZipInfo) -> str:
    """The name of a file in an archive, with / between its folders.

    `zipfile` takes a name that does not say its encoding for the DOS one, byte by byte. The
    original name is taken: in Big5 the second half of 功 or 許 can be a backslash, which on Windows
    becomes a / in the other.
    """
    name = entry.orig_filename
    if not entry.flag_bits & _SAYS_UTF8:
        with suppress(UnicodeEncodeError):  # where zipfile has read it already
            name = _decoded(name.encode("cp437"))
    return _plain(name.replace("\\", "/"))


def shown_name(name: str) -> str:
    """The name of a file on disk as it can be printed; Linux keeps the bytes that came."""
    try:
        name.encode()
    except UnicodeEncodeError:
        name = _decoded(os.fsencode(name))
    return _plain(name)


def _decoded(raw: bytes) -> str:
    for encoding in _ENCODINGS:
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode("cp437")


def _plain(name: str) -> str:
    return _odd.sub("？", name)
