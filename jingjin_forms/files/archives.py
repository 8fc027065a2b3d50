"""Opening a zip (.docx, .xlsx, .ods) that may be broken, encrypted or a bomb.

    with open_archive(path, "「表.docx」") as archive:
        archive.read("word/document.xml")

What an archive says that it holds is added up before anything of it is unpacked; `zipfile` never
unpacks more of a part than the archive says. Others may: `unpacked` proves that a part holds what
the archive says, before it is given to them.
"""

import zipfile
from collections.abc import Generator, Iterator
from contextlib import contextmanager, suppress
from io import BytesIO
from pathlib import Path
from typing import Any

from jingjin_forms.errors import FileProblemError
from jingjin_forms.files.codes import TOO_LARGE

MOST_BYTES = 100_000_000
"""Unpacked. The largest real form file seen holds 9 MB."""
MOST_ROSTER_BYTES = 600_000_000
"""Unpacked. A roster of 100,000 rows, with six lines of budget for each, holds 289 MB as openpyxl
writes it (20 MB packed)."""
MOST_PARTS = 65_535
"""More than this an archive can say only in the zip64 way, which Word does not take."""


_PIECE = 1 << 20
_LOCAL_HEADER = 30
_ENCRYPTED = 1


class ArchiveTooLargeError(FileProblemError):
    """An archive that unpacks to more than this library takes."""

    code = TOO_LARGE


@contextmanager
def open_archive(
    source: Path | bytes, name: str, *, most: int = MOST_BYTES
) -> Generator[zipfile.ZipFile]:
    """The archive, once it is known to be of bearable size: `most` bytes, unpacked.

    Raises ArchiveTooLargeError, or what `zipfile` raises for a file that it cannot read. `name` is
    what messages call it, with its brackets.
    """
    with zipfile.ZipFile(BytesIO(source) if isinstance(source, bytes) else source) as archive:
        entries = archive.infolist()
        size = sum(entry.file_size for entry in entries)
        if size > most:
            raise ArchiveTooLargeError(
                f"{name}解開後有 {size / 1e6:,.0f} MB，超過 {most // 1_000_000} MB，沒有讀；"
                "請確認檔案來源，或把裡面的圖片縮小。"
            )
        if len(entries) > MOST_PARTS:
            raise ArchiveTooLargeError(
                f"{name}裡有 {len(entries):,} 個檔案，超過 {MOST_PARTS:,} 個，沒有讀；"
                "請確認檔案來源。"
            )
        yield archive


def part_of(archive: zipfile.ZipFile, content: bytes, entry: zipfile.ZipInfo) -> bytes:
    """What `archive.read` gives of a part, in half the time; `content` is the whole archive.

    Of whatever is odd, `zipfile` has to say what it is.
    """
    if entry.orig_filename.isascii() and _local_name(content, entry) == entry.orig_filename:
        with suppress(zipfile.BadZipFile):
            return b"".join(unpacked(content, entry))
    return archive.read(entry)


def _local_name(content: bytes, entry: zipfile.ZipInfo) -> str:
    """What a part is called where it begins; the list at the end of the archive says it too."""
    start = entry.header_offset + _LOCAL_HEADER
    length = int.from_bytes(content[start - 4 : start - 2], "little")
    return content[start : start + length].decode("ascii", "replace")


def unpacked(content: bytes, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    """A part of an archive piece by piece, and at its end the proof that it is what was said.

    Raises BadZipFile where it is damaged, longer or shorter, or packed in a way that is not read.
    """
    import isal.isal_zlib

    isal_zlib: Any = isal.isal_zlib
    packed = _packed(content, entry)
    size = crc = 0
    inflate: Any = isal_zlib.decompressobj(-15)
    while size <= entry.file_size:
        if entry.compress_type == zipfile.ZIP_STORED:
            piece, packed = bytes(packed[:_PIECE]), packed[_PIECE:]
        else:
            try:
                piece = inflate.decompress(packed, _PIECE)
            except isal_zlib.error as error:
                raise zipfile.BadZipFile(f"{entry.filename} is damaged: {error}") from None
            packed = inflate.unconsumed_tail
        if not piece:
            break
        size, crc = size + len(piece), isal_zlib.crc32(piece, crc)
        yield piece
    whole = entry.compress_type == zipfile.ZIP_STORED or inflate.eof
    if size != entry.file_size or crc != entry.CRC or not whole:
        raise zipfile.BadZipFile(f"{entry.filename} is not what its header says")


def _packed(content: bytes, entry: zipfile.ZipInfo) -> memoryview:
    """The packed bytes of a part."""
    start = entry.header_offset
    head = content[start : start + _LOCAL_HEADER]
    plain = entry.compress_type in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
    if not plain or entry.flag_bits & _ENCRYPTED or not head.startswith(b"PK\x03\x04"):
        raise zipfile.BadZipFile(f"{entry.filename} is encrypted, damaged or oddly packed")
    names = int.from_bytes(head[26:28], "little") + int.from_bytes(head[28:30], "little")
    start += _LOCAL_HEADER + names
    return memoryview(content)[start : start + entry.compress_size]
