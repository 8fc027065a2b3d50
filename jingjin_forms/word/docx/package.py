"""The .docx file itself: a zip whose unchanging parts are compressed once and for all.

The standard `zipfile` costs twenty times as much as rendering a form, because it builds a record
object, seeks and checks for every part of every file. Here everything that does not depend on the
facts (the local records of the static parts, their central directory) is one ready byte string;
writing a file joins it with the few parts that changed.

Deterministic: fixed times, fixed order, so equal parts give equal bytes.
"""

import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from copy import copy
from lzma import LZMAError
from pathlib import Path
from typing import NamedTuple

from isal import isal_zlib

from jingjin_forms.errors import FileProblemError, shortened
from jingjin_forms.files.archives import open_archive, part_of
from jingjin_forms.files.reasons import reason_of
from jingjin_forms.word.docx.kinds import why_no_docx, why_no_zip

CONTENT_TYPES = "[Content_Types].xml"
_MIMETYPE = "mimetype"
"""The first part of an .odt, and as it is: what kind of file it is is read off the bytes there."""

_FIRST_PARTS = (
    _MIMETYPE,
    CONTENT_TYPES,
    "_rels/.rels",
)  # where programs that sniff a .docx look first
_DEFLATED, _STORED = 8, 0
_LOOKED_AT = 1_000_000  # bytes of a file that is no zip, to say what it is
_VERSION = 20  # the zip version that knows deflate and folders
_UTF8_NAME = 0x0800
_TIME, _DATE = 0, 0x21  # 1980-01-01 00:00, the earliest a zip can say
_AS_IT_IS = 2_000
"""Bytes: up to so many, compressing a part of each file saves less than it takes: a header, the
properties."""
_ALREADY_COMPRESSED = (".png", ".jpg", ".jpeg", ".gif")

_COMMON = struct.Struct("<5H3L2H")
"""What both records of a part say."""
_OFFSET = struct.Struct("<L")
_DIRECTORY = b"PK\1\2" + struct.pack("<H", _VERSION)
_NO_MORE = struct.pack("<3HL", 0, 0, 0, 0)
"""No comment, the first disk, no attributes."""
_END = struct.Struct("<4s4H2LH")


class _Entry(NamedTuple):
    """One part as it stands in the zip, and as the directory tells of it."""

    record: bytes
    name: bytes
    told: bytes
    """Its record in the directory but for the offset and the name, which end it."""

    def central_record(self, offset: int) -> bytes:
        return b"".join((self.told, _OFFSET.pack(offset), self.name))


def _entry(name: str, content: bytes, compress: Callable[[bytes], bytes] | None) -> _Entry:
    """A part; without `compress` it is stored as it is."""
    if compress is None or name == _MIMETYPE or name.lower().endswith(_ALREADY_COMPRESSED):
        method, data = _STORED, content
    else:
        method, data = _DEFLATED, compress(content)
    crc = isal_zlib.crc32(content)  # pyright: ignore[reportUnknownMemberType] (isal's stubs are open)
    called = name.encode()
    common = _COMMON.pack(
        _VERSION, _UTF8_NAME, method, _TIME, _DATE,
        crc, len(data), len(content), len(called), 0,
    )  # fmt: skip
    record = b"".join((b"PK\3\4", common, called, data))
    return _Entry(record, called, b"".join((_DIRECTORY, common, _NO_MORE)))


def _fast(content: bytes) -> bytes:
    """For what is compressed again in each file: a form of 12 kB takes 12 µs."""
    return isal_zlib.compress(content, 1, -15)  # pyright: ignore[reportUnknownMemberType]


def _small(content: bytes) -> bytes:
    """For what is compressed once and stands in every file."""
    return zlib.compress(content, 9, -15)


class Package:
    """All parts of one .docx, those in `changing` still to be given, the others fixed."""

    def __init__(self, parts: Mapping[str, bytes], changing: Iterable[str] = ()):
        self.parts = dict(parts)
        self.changing = tuple(changing)
        self._entries = {
            name: _entry(name, content, _small)
            for name, content in self.parts.items()
            if name not in self.changing
        }
        self._lay_out()

    def _lay_out(self) -> None:
        """Put the fixed parts one behind the other, as they will begin every file."""
        records: list[bytes] = []
        central: list[bytes] = []
        offset = 0
        for name in sorted(
            self._entries, key=lambda name: (name != _MIMETYPE, name not in _FIRST_PARTS, name)
        ):
            entry = self._entries[name]
            records.append(entry.record)
            central.append(entry.central_record(offset))
            offset += len(records[-1])
        self._fixed = b"".join(records)
        self._fixed_central = b"".join(central)
        self._count = len(self.parts)

    def assemble(self, contents: Iterable[bytes]) -> bytes:
        """The finished file: `contents` are the changing parts, in the order of `changing`."""
        pieces = [self._fixed]
        central = [self._fixed_central]
        offset = len(self._fixed)
        for name, content in zip(self.changing, contents, strict=True):
            entry = _entry(name, content, _fast if len(content) > _AS_IT_IS else None)
            pieces.append(entry.record)
            central.append(entry.central_record(offset))
            offset += len(entry.record)
        pieces += central
        size = sum(map(len, central))
        pieces.append(_END.pack(b"PK\5\6", 0, 0, self._count, self._count, size, offset, 0))
        return b"".join(pieces)

    def with_parts(self, parts: Mapping[str, bytes], *, once: bool = False) -> "Package":
        """This package with some fixed parts added or replaced; `once` where one file is all that
        becomes of it."""
        compress = _fast if once else _small
        package = copy(self)  # what is compressed already stays so
        package.parts = {**self.parts, **parts}
        package._entries = self._entries | {
            name: _entry(name, content, compress) for name, content in parts.items()
        }
        package._lay_out()
        return package


def read_parts(source: Path, content: bytes | None = None) -> dict[str, bytes]:
    """The parts of the .docx at `source`, whose content may have been read already.

    Raises FileProblemError when it is not a readable one.
    """
    return word_parts(source, read_zip(source, content))


def word_parts(source: Path, parts: dict[str, bytes]) -> dict[str, bytes]:
    """The parts, if they are those of a .docx. Raises FileProblemError."""
    if CONTENT_TYPES not in parts:
        why = why_no_docx(parts) or f"不是 Word .docx 檔：壓縮檔內沒有 {CONTENT_TYPES}。"
        raise FileProblemError(f"「{source}」{why}")
    return parts


def read_zip(source: Path, content: bytes | None = None) -> dict[str, bytes]:
    """The parts of a file of any kind that is a zip, as .docx and .odt are.

    Raises FileProblemError when it cannot be read.
    """
    try:
        with open_archive(source if content is None else content, f"「{source}」") as archive:
            entries = [info for info in archive.infolist() if not info.is_dir()]
            _refuse_strange_names(source, [info.filename for info in entries])
            if content is None:
                parts = {info.filename: archive.read(info) for info in entries}
            else:
                parts = {info.filename: part_of(archive, content, info) for info in entries}
    except FileProblemError:
        raise
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, RuntimeError) as error:
        raise FileProblemError(_unreadable(source, error, content)) from None
    except (LZMAError, struct.error, IndexError, KeyError, OverflowError) as error:
        raise FileProblemError(_unreadable(source, error, content)) from None
    return parts


def _unreadable(source: Path, error: Exception, content: bytes | None) -> str:
    if isinstance(error, zipfile.BadZipFile):
        with suppress(OSError):
            head = content[:_LOOKED_AT] if content is not None else _head_of(source)
            why = why_no_zip(head)
            if why is not None:
                return f"無法讀取「{source}」：{why}"
    reason = reason_of(error) if isinstance(error, OSError) else "內容損壞，或不是 Word 檔"
    return (
        f"無法讀取「{source}」（{reason}）：請確認它是沒有密碼的 Word .docx 檔"
        "（舊的 .doc 請先在 Word 另存為 .docx）。"
    )


def _head_of(source: Path) -> bytes:
    with source.open("rb") as file:
        return file.read(_LOOKED_AT)


def _refuse_strange_names(source: Path, names: list[str]) -> None:
    """Names that programs read in different ways: each could see another document."""
    seen: set[str] = set()
    for name in names:
        folded = name.lower()
        reason = None
        if folded in seen:
            reason = "出現兩次，不知道該用哪一個"
        elif "\\" in name or name.startswith("/") or ".." in name.split("/") or ":" in name:
            reason = "不是檔案內的路徑"
        if reason is not None:
            raise FileProblemError(
                f"「{source}」裡的「{shortened(name)}」{reason}：請用 Word 打開，另存一次。"
            )
        seen.add(folded)
