"""Old Office files (OLE): which program's they are, and a second reading of the text of a .doc.

LibreOffice turns a .doc into a .docx; what it made is held against the text as it stands in the
file's own table of pieces ([MS-DOC] 2.4.1), which needs no knowledge of how anything looks.
"""

import re
import struct
from dataclasses import dataclass
from enum import Enum, auto
from io import BytesIO
from typing import Any

from jingjin_forms.errors import FileProblemError

_ENCRYPTED, _SECOND_TABLE = 0x0100, 0x0200
_WORD_97 = 0xC1
_WORD_6 = 103
_CLX = 0x01A2
_COUNTS = 0x4C
_EIGHT_BIT = 0x40000000
_PIECE = 8
_FIELD_CODES = re.compile("\x13[^\x13\x14\x15]*\x14|\x13[^\x13\x14\x15]*\x15|[\x14\x15]")
_SILENT_FIELDS = re.compile(
    "\x13 *(?:SET|ASK)[^\x13\x14\x15]*\x14[^\x13\x14\x15]*\x15", re.IGNORECASE
)
_UNPRINTED = re.compile("[\x00-\x06\x08\x0e-\x1f]")


class OldFile(Enum):
    """What an OLE file is."""

    WORD = auto()
    WORD_95 = auto()
    WORD_6 = auto()
    WORKS = auto()
    ENCRYPTED = auto()
    EXCEL = auto()
    POWERPOINT = auto()
    HANGUL = auto()
    BROKEN = auto()
    OTHER = auto()


_STREAMS = (
    ("EncryptedPackage", OldFile.ENCRYPTED),
    ("Workbook", OldFile.EXCEL),
    ("Book", OldFile.EXCEL),
    ("PowerPoint Document", OldFile.POWERPOINT),
    ("MatOST", OldFile.WORKS),
    ("BodyText", OldFile.HANGUL),
)


@dataclass(frozen=True, slots=True)
class OldText:
    """What a .doc says, by its own table of pieces."""

    paragraphs: tuple[str, ...]
    cell_marks: int
    """Ends of cells, and of rows."""


def old_file(content: bytes) -> OldFile:
    """What an OLE file is by the streams in it."""
    try:
        ole = _opened(content)
        if ole.exists("WordDocument"):
            return _word(_stream(ole, "WordDocument"))
        return next((kind for name, kind in _STREAMS if ole.exists(name)), OldFile.OTHER)
    except FileProblemError:
        return OldFile.BROKEN


def _word(head: bytes) -> OldFile:
    if len(head) < 0x20:
        return OldFile.BROKEN
    version, flags = struct.unpack_from("<H", head, 2)[0], struct.unpack_from("<H", head, 0x0A)[0]
    if flags & _ENCRYPTED:
        return OldFile.ENCRYPTED
    if version >= _WORD_97:
        return OldFile.WORD
    return OldFile.WORD_6 if version <= _WORD_6 else OldFile.WORD_95


def old_text(content: bytes) -> OldText | None:
    """The text of a .doc of Word 97 or later, and of its text boxes; None where it cannot be read.

    Without headers and footers, of which the file also holds separators that nobody prints.
    """
    try:
        ole = _opened(content)
        head = _stream(ole, "WordDocument")
        second = struct.unpack_from("<H", head, 0x0A)[0] & _SECOND_TABLE
        table = _stream(ole, "1Table" if second else "0Table")
        text = _pieces(head, table)
        counts = struct.unpack_from("<8i", head, _COUNTS)
    except (FileProblemError, struct.error, IndexError, ValueError, UnicodeDecodeError):
        return None
    main = text[: counts[0]]
    boxes_from = sum(counts[:6])
    boxes = text[boxes_from : boxes_from + counts[6]]
    printed = _without_codes(main + boxes)
    paragraphs = (_UNPRINTED.sub("", p) for p in re.split("[\r\x07\x0b\x0c]", printed))
    return OldText(tuple(p for p in paragraphs if p.strip()), main.count("\x07"))


def _opened(content: bytes) -> Any:
    import olefile

    try:
        return olefile.OleFileIO(BytesIO(content))  # pyright: ignore
    except Exception as error:  # olefile raises what struct and its own code happen to raise
        raise FileProblemError(str(error)) from None


def _stream(ole: Any, name: str) -> bytes:
    try:
        return ole.openstream(name).read()
    except Exception as error:  # as above
        raise FileProblemError(str(error)) from None


def _pieces(head: bytes, table: bytes) -> str:
    """The text in its order: saved quickly, a .doc holds it in pieces."""
    start, length = struct.unpack_from("<2I", head, _CLX)
    clx = table[start : start + length]
    at = 0
    while clx[at] == 1:  # formatting of pieces comes first
        at += 3 + struct.unpack_from("<H", clx, at + 1)[0]
    if clx[at] != 2:
        raise ValueError("no table of pieces")
    size = struct.unpack_from("<I", clx, at + 1)[0]
    plan = clx[at + 5 : at + 5 + size]
    count = (size - 4) // (4 + _PIECE)
    ends = struct.unpack_from(f"<{count + 1}I", plan)
    texts: list[str] = []
    for number in range(count):
        place = struct.unpack_from("<I", plan, 4 * (count + 1) + _PIECE * number + 2)[0]
        letters = ends[number + 1] - ends[number]
        if place & _EIGHT_BIT:
            at = (place & ~_EIGHT_BIT) // 2
            texts.append(head[at : at + letters].decode("cp1252", "replace"))
        else:
            texts.append(head[place : place + 2 * letters].decode("utf-16-le", "replace"))
    return "".join(texts)


def _without_codes(text: str) -> str:
    """Fields as they print: what they said last, not what they are."""
    text = _SILENT_FIELDS.sub("", text)
    while (shorter := _FIELD_CODES.sub("", text)) != text:
        text = shorter
    return text
