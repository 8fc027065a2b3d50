"""Fonts with but some of their glyphs, as fontTools reads them."""

import io
import warnings
import zlib
from functools import cache
from typing import Any

import pikepdf
import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st

from jingjin_forms.export.together.fonts import Fonts
from jingjin_forms.export.together.not_cut import NotCutError

GLYPHS = 40


def glyph(size: int, corners: int) -> Any:
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    for corner in range(corners):
        pen.lineTo((size + corner, size * corner % 97))
    pen.closePath()
    return pen.glyph()


@cache
def font_file() -> bytes:
    names = [".notdef", *(f"g{n}" for n in range(1, GLYPHS))]
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(names)
    builder.setupGlyf({name: glyph(30 + n, 2 + n % 5) for n, name in enumerate(names)})
    builder.setupHorizontalMetrics({name: (500, 0) for name in names})
    builder.setupHorizontalHeader()
    builder.setupCharacterMap({})
    builder.font["cmap"].tables = [roman(names)]
    out = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        builder.font.save(out)
    return out.getvalue()


def roman(names: list[str]) -> Any:
    from fontTools.ttLib.tables._c_m_a_p import CmapSubtable

    table = CmapSubtable.newSubtable(0)
    table.platformID, table.platEncID, table.language = 1, 0, 0
    table.cmap = dict(enumerate(names))
    return table


def in_pdf(file: bytes, subtype: Any) -> Any:
    pdf = pikepdf.new()
    descriptor = pikepdf.Dictionary(FontFile2=pdf.make_stream(file))
    font = pikepdf.Dictionary(Subtype=subtype, FontDescriptor=pdf.make_indirect(descriptor))
    return pdf, pdf.make_indirect(font)


def kept(file: bytes, codes: frozenset[int], subtype: Any = pikepdf.Name.TrueType) -> bytes:
    pdf, font = in_pdf(file, subtype)
    said, own = Fonts({"/F1": font}).of_paper({"/F1": codes})
    assert said == b"<</F1 %d 0 R>>" % font.objgen[0]
    whole = font.FontDescriptor.FontFile2
    anew = own.get(whole.objgen[0])
    assert pdf.Root is not None  # it must live as long as what is read of it
    return whole.read_bytes() if anew is None else zlib.decompress(anew.stream or b"")


@settings(max_examples=25)
@given(st.frozensets(st.integers(0, GLYPHS - 1)))
def test_glyphs_that_are_used_are_as_they_were_and_others_empty(codes: frozenset[int]):
    file = font_file()
    made = kept(file, codes)
    if made == file:  # hardly smaller
        assert len(codes) > GLYPHS / 2
        return
    before, after = TTFont(io.BytesIO(file)), TTFont(io.BytesIO(made), checkChecksums=2)
    assert after.getGlyphOrder() == before.getGlyphOrder()
    assert after["cmap"].tables[0].cmap == before["cmap"].tables[0].cmap
    for number, name in enumerate(before.getGlyphOrder()):
        old, new = before["glyf"][name], after["glyf"][name]
        if number in codes or number == 0:
            assert new.coordinates == old.coordinates
        else:
            assert new.numberOfContours == 0


@pytest.mark.parametrize("file", [b"", b"OTTO" + bytes(100), font_file()[:300]])
def test_what_is_another_kind_of_font_stays_whole(file: bytes):
    assert kept(file, frozenset((1,))) == file


def test_fonts_of_another_sort_stay_whole():
    file = font_file()
    assert kept(file, frozenset((1,)), pikepdf.Name.Type0) == file


def test_shared_fonts_stay_whole():
    pdf, font = in_pdf(font_file(), pikepdf.Name.TrueType)
    said, own = Fonts({"/F1": font}, shared=True).of_paper({"/F1": frozenset((1,))})
    assert (said, own) == (b"<</F1 %d 0 R>>" % font.objgen[0], {})
    assert pdf.Root is not None


def test_a_file_of_two_fonts_is_not_taken_for_one():
    pdf, font = in_pdf(font_file(), pikepdf.Name.TrueType)
    with pytest.raises(NotCutError):
        Fonts({"/F1": font, "/F2": pdf.make_indirect(pikepdf.Dictionary(font))})
