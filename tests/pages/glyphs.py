"""The characters of a page as they are drawn: where, how wide, in which font."""

import ctypes
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium


@dataclass(frozen=True)
class Glyph:
    """One character; lengths in em of its font, places in points."""

    character: str
    left: float
    baseline: float
    advance: float
    drawn: float
    """How wide what can be seen of it is."""
    font: str


def glyphs(page: pypdfium2.PdfPage) -> Iterator[Glyph]:
    """All characters of a page but white space, in the order they stand in the file."""
    text = page.get_textpage()
    x, y, box = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF()
    for number in range(text.count_chars()):
        character = chr(pdfium.FPDFText_GetUnicode(text, number))
        if character.isspace():
            continue
        size = pdfium.FPDFText_GetFontSize(text, number)
        pdfium.FPDFText_GetCharOrigin(text, number, x, y)
        pdfium.FPDFText_GetLooseCharBox(text, number, box)
        drawn_from, _, drawn_to, _ = text.get_charbox(number)
        advance, drawn = (box.right - box.left) / size, (drawn_to - drawn_from) / size
        font = _font(text, number)
        yield Glyph(character, x.value, y.value, advance, drawn, font)


def _font(text: pypdfium2.PdfTextPage, number: int) -> str:
    name = ctypes.create_string_buffer(100)
    pdfium.FPDFText_GetFontInfo(text, number, name, len(name), ctypes.c_int())
    return name.value.decode().split("+")[-1]


def lines(page: pypdfium2.PdfPage) -> list[list[Glyph]]:
    """The characters of each printed line from left to right, all cells of a row together."""
    found: dict[int, list[Glyph]] = defaultdict(list)
    for glyph in glyphs(page):
        found[round(glyph.baseline)].append(glyph)
    return [sorted(line, key=lambda glyph: glyph.left) for line in found.values()]
