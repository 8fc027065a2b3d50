"""Elements of WordprocessingML, and the .docx package they end up in.

python-docx gives no types for the lxml side of its elements, so that `append` and the like are
unknown to pyright; this module is where that ends.
"""

# pyright: reportUnknownMemberType=false

import io
import zipfile
from pathlib import Path
from typing import cast

from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement

from jingjin_forms.word.docx.package import Package

MINIMAL = Path(__file__).parent / "minimal"
"""Our own smallest .docx, unzipped: fonts, sizes and table borders live in its styles."""

_TWIPS_PER_CM = 1440 / 2.54


def element(
    tag: str, *children: BaseOxmlElement | None, **attributes: str | int
) -> BaseOxmlElement:
    """A `w:` element with its children (None is skipped) and its `w:` attributes."""
    made = cast(
        BaseOxmlElement,
        OxmlElement(f"w:{tag}", {_attribute(name): str(v) for name, v in attributes.items()}),
    )
    append(made, *children)
    return made


def append(parent: BaseOxmlElement, *children: BaseOxmlElement | None) -> None:
    """Add the children (None is skipped) at the end of the parent."""
    for child in children:
        if child is not None:
            parent.append(child)


def twips(centimetres: float) -> int:
    """Twentieths of a point, Word's unit of length."""
    return round(centimetres * _TWIPS_PER_CM)


def minimal_docx() -> io.BytesIO:
    """The minimal .docx as a file for python-docx to open."""
    parts = {
        path.relative_to(MINIMAL).as_posix(): path.read_bytes()
        for path in sorted(MINIMAL.rglob("*"))
        if path.is_file()
    }
    return io.BytesIO(zipped(parts))


def zipped(parts: dict[str, bytes]) -> bytes:
    """A .docx of the parts, in an order and with times that depend on nothing else."""
    return Package(parts).assemble([])


def unzipped(package: bytes) -> dict[str, bytes]:
    """The uncompressed parts of a .docx (zipfile.BadZipFile when it is none)."""
    with zipfile.ZipFile(io.BytesIO(package)) as opened:
        return {info.filename: opened.read(info) for info in opened.infolist()}


def _attribute(name: str) -> str:
    return f"{{http://schemas.openxmlformats.org/wordprocessingml/2006/main}}{name}"
