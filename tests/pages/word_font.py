"""A font whose lines are as high as Word sets those of 標楷體.

LibreOffice sets TW-Kai solid, 12 points at 12 points; Word sets 標楷體 at about 1.3 em. TW-Kai with
an ascent and a descent of 1.3 em together, under the name 標楷體, makes of LibreOffice what Word
makes of a page: the glyphs are as wide, the lines as high.
"""

import subprocess
from pathlib import Path
from xml.sax.saxutils import escape

from fontTools.ttLib import TTFont

NAME = "標楷體"
_ASCENT, _DESCENT = 1.04, 0.26
"""Of an em: 標楷體 divides its line about so."""


def solid_font() -> Path | None:
    """The file of TW-Kai; None where it is not installed."""
    command = ["fc-list", r"TW\-Kai", "file"]
    try:
        listed = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    except FileNotFoundError:
        return None
    paths = [Path(line.rstrip(": ")) for line in listed.splitlines()]
    return min(paths, default=None)


def word_fonts(folder: Path) -> Path:
    """A fontconfig file, in `folder`, with the fonts there are and the one with Word's lines."""
    solid = solid_font()
    assert solid is not None, "TW-Kai (fonts-cns11643-kai) is not installed"
    with TTFont(solid, lazy=True, recalcBBoxes=False, recalcTimestamp=False) as font:
        _stretch(font)
        _rename(font)
        font.save(folder / "kai.ttf", reorderTables=False)
    configuration = folder / "fonts.conf"
    configuration.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>'
        f"<dir>{escape(str(folder))}</dir></fontconfig>",
        encoding="utf-8",
    )
    return configuration


def _stretch(font: TTFont) -> None:
    em = font["head"].unitsPerEm
    ascent, descent = round(_ASCENT * em), round(_DESCENT * em)
    lines, windows = font["hhea"], font["OS/2"]
    lines.ascent, lines.descent, lines.lineGap = ascent, -descent, 0
    windows.sTypoAscender, windows.sTypoDescender, windows.sTypoLineGap = ascent, -descent, 0
    windows.usWinAscent, windows.usWinDescent = ascent, descent


def _rename(font: TTFont) -> None:
    names = font["name"]
    names.names = []
    for number, name in ((1, NAME), (2, "Regular"), (4, NAME), (6, "Kai-of-high-lines")):
        names.setName(name, number, 3, 1, 0x0409)
