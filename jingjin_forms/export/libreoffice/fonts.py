"""Which fonts stand in where the ones the forms name are missing, as they are on most Linux."""

import os
from pathlib import Path
from xml.sax.saxutils import escape

STAND_INS = {
    "標楷體": ("DFKai-SB", "BiauKai", "TW-Kai", "全字庫正楷體", "TW-MOE-Std-Kai", "AR PL UKai TW"),
    "Times New Roman": ("Liberation Serif",),
}
"""The first that is installed is taken; 標楷體 itself when it is there."""


def font_environment(folder: Path) -> dict[str, str]:
    """Environment variables that make LibreOffice use the stand-ins; may write into `folder`.

    Only programs that find fonts through fontconfig heed them: LibreOffice on Windows and macOS
    does not, and has its own list.
    """
    path = folder / "fonts.conf"
    path.write_text(_configuration(), encoding="utf-8")
    return {"FONTCONFIG_FILE": str(path)}


def _configuration() -> str:
    usual = os.environ.get("FONTCONFIG_FILE", "/etc/fonts/fonts.conf")
    # <accept> puts the stand-ins behind the font itself, <prefer> would put them before it.
    aliases = "".join(
        f'<alias binding="same">{_family(font)}<accept>{"".join(map(_family, others))}</accept>'
        "</alias>"
        for font, others in STAND_INS.items()
    )
    return (
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f'<include ignore_missing="yes">{escape(usual)}</include>{aliases}</fontconfig>'
    )


def _family(name: str) -> str:
    return f"<family>{name}</family>"
