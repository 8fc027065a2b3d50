"""Of the fonts in a PDF of many papers, what one paper prints.

LibreOffice puts up to 255 glyphs into a font, those of all papers together. Each paper gets fonts
of its own, in which the glyphs that it does not print are empty, where that makes them smaller.
"""

import struct
from collections.abc import Mapping
from itertools import accumulate, pairwise

from pikepdf import Name, Object

from jingjin_forms.export.together.not_cut import NotCutError
from jingjin_forms.export.together.plain_pdf import PdfObject
from jingjin_forms.export.together.small_pdf import packed

Codes = Mapping[str, frozenset[int]]
"""By the name of a font, the codes of the characters printed with it."""

_MOST = 0.75
"""Of a font's glyphs, in bytes, that a paper prints for it to have a font of its own."""
_TABLES_AT, _ENTRY = 12, struct.Struct(">4sLLL")
_FORMAT_AT, _LONG_PLACES = 50, b"\0\1"
"""Where the head says how the places of glyphs are written, and that they take four bytes each."""
_SUM_OF_ALL, _LONG = 0xB1B0AFBA, 0xFFFFFFFF
_BYTE_TABLE_BYTES = 6 + 256
"""A cmap table of format 0: three numbers, then the glyph of each code."""


class Fonts:
    """The fonts of a joined PDF, by name; where they are `shared`, papers have them as they are."""

    def __init__(self, fonts: Mapping[str, Object], *, shared: bool = False):
        self._numbers = {name: font.objgen[0] for name, font in fonts.items()}
        own: Mapping[str, Object] = {} if shared else fonts
        self._files = {name: file for name, font in own.items() if (file := _file_of(font))}
        if len({file.number for file in self._files.values()}) < len(self._files):
            raise NotCutError("a file of two fonts")

    def of_paper(self, used: Codes) -> tuple[bytes, dict[int, PdfObject]]:
        """The fonts that a paper uses, as a dictionary of its PDF, and those of their files that
        it has anew, by number."""
        names = b"".join(b"%b %d 0 R" % (n.encode(), self._numbers[n]) for n in sorted(used))
        files = [(self._files[name], codes) for name, codes in used.items() if name in self._files]
        return b"<<%b>>" % names, {
            file.number: own for file, codes in files if (own := file.with_only(codes)) is not None
        }


def _file_of(font: Object) -> "_FontFile | None":
    """The font's file; None where it has none that we know how to empty."""
    descriptor = font.get("/FontDescriptor")
    if font.get("/Subtype") != Name.TrueType or descriptor is None:
        return None
    if "/FontFile2" not in descriptor:
        return None
    file = descriptor.FontFile2
    try:
        return _FontFile(file.objgen[0], _TrueType(file.read_bytes()))
    except (KeyError, ValueError, IndexError, struct.error):
        return None


class _FontFile:
    """A file of a joined PDF, by number. What papers have of it that print the same characters is
    packed once."""

    def __init__(self, number: int, font: "_TrueType"):
        self.number = number
        self._font = font
        self._packed: dict[frozenset[int], PdfObject | None] = {}

    def with_only(self, codes: frozenset[int]) -> PdfObject | None:
        """The file with the glyphs of these codes, and that for what is missing; None where it
        would hardly be smaller: papers that have it as it is share it when they are merged."""
        if codes not in self._packed:
            self._packed[codes] = self._pack(codes) if self._font.share(codes) < _MOST else None
        return self._packed[codes]

    def _pack(self, codes: frozenset[int]) -> PdfObject:
        content = self._font.only(codes)
        return packed(content, b"/Length1 %d" % len(content))


class _TrueType:
    """A TrueType font whose characters have one-byte codes, as PDFs embed them.

    Raises KeyError, ValueError, IndexError or struct.error for any other.
    """

    def __init__(self, content: bytes):
        (count,) = struct.unpack_from(">H", content, 4)
        entries = _ENTRY.iter_unpack(content[_TABLES_AT : _TABLES_AT + count * _ENTRY.size])
        self._header = content[:_TABLES_AT]
        self._tables = {tag: content[at : at + length] for tag, _, at, length in entries}
        self._sums = {tag: _sum(table) for tag, table in self._tables.items()}
        (is_long,) = struct.unpack_from(">h", self._tables[b"head"], _FORMAT_AT)
        (glyphs,) = struct.unpack_from(">H", self._tables[b"maxp"], 4)
        kind, unit = ("L", 1) if is_long else ("H", 2)
        places = struct.unpack(f">{glyphs + 1}{kind}", self._tables[b"loca"])
        glyf = self._tables[b"glyf"]
        self._glyphs = [_padded(glyf[a * unit : b * unit]) for a, b in pairwise(places)]
        self._size = sum(map(len, self._glyphs))
        self._glyph_sums = [_sum(glyph) for glyph in self._glyphs]
        if any(glyph[:2] >= b"\x80" for glyph in self._glyphs):
            raise ValueError("a glyph that is made of others")
        self._glyph_of = _byte_table(self._tables[b"cmap"])

    def only(self, codes: frozenset[int]) -> bytes:
        """The font with the glyphs of these codes, and that for what is missing."""
        kept = self._kept(codes)
        glyphs = [glyph if n in kept else b"" for n, glyph in enumerate(self._glyphs)]
        places = [0, *accumulate(map(len, glyphs))]
        loca = struct.pack(f">{len(places)}L", *places)
        total = sum(self._glyph_sums[n] for n in kept)
        return self._written({b"glyf": (b"".join(glyphs), total), b"loca": (loca, _sum(loca))})

    def share(self, codes: frozenset[int]) -> float:
        """How much of its glyphs those of these codes are."""
        size = sum(len(self._glyphs[n]) for n in self._kept(codes))
        return size / self._size if self._size else 1.0

    def _kept(self, codes: frozenset[int]) -> set[int]:
        return {0, *(self._glyph_of[code] for code in codes)}

    def _written(self, changed: Mapping[bytes, tuple[bytes, int]]) -> bytes:
        """The file with other tables, of each of which there is the sum."""
        head = self._tables[b"head"]
        head = head[:8] + bytes(4) + head[12:_FORMAT_AT] + _LONG_PLACES + head[_FORMAT_AT + 2 :]
        tables = self._tables | {tag: table for tag, (table, _) in changed.items()}
        sums = self._sums | {tag: total for tag, (_, total) in changed.items()}
        tables[b"head"], sums[b"head"] = head, _sum(head)
        at = _TABLES_AT + len(tables) * _ENTRY.size
        front = self._header
        for tag, table in sorted(tables.items()):
            front += _ENTRY.pack(tag, sums[tag] & _LONG, at, len(table))
            at += len(_padded(table))
        adjusted = (_SUM_OF_ALL - _sum(front) - sum(sums.values())) & _LONG
        tables[b"head"] = head[:8] + struct.pack(">L", adjusted) + head[12:]
        return front + b"".join(_padded(table) for _, table in sorted(tables.items()))


def _byte_table(cmap: bytes) -> bytes:
    """The glyph of each code, by the only table there is."""
    (count,) = struct.unpack_from(">H", cmap, 2)
    (at,) = struct.unpack_from(">L", cmap, 8)
    (kind,) = struct.unpack_from(">H", cmap, at)
    table = cmap[at + 6 : at + _BYTE_TABLE_BYTES]
    if (count, kind, len(table)) != (1, 0, 256):
        raise ValueError("characters with codes of another kind")
    return table


def _padded(table: bytes) -> bytes:
    return table + bytes(-len(table) % 4)


def _sum(table: bytes) -> int:
    padded = _padded(table)
    return sum(struct.unpack(f">{len(padded) // 4}L", padded)) & _LONG
