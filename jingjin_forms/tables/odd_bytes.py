"""Which encoding a text file is in, and the cells of it that hold what the encoding does not.

Schools make characters of their own (造字) for names; in Big5 they have numbers that mean nothing
elsewhere. One such name must not keep the others from being read.
"""

import codecs
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from jingjin_forms.files.given import open_given
from jingjin_forms.tables.cells import BadCell

_CHUNK = 1 << 20
_ENCODINGS = ("utf-8-sig", "cp950", "big5")  # cp950 is the Big5 of Windows
_LENIENT = ("utf-8-sig", "cp950")
_KEPT = "surrogateescape"  # a byte that is no text becomes one of these characters
_odd = re.compile("[\udc80-\udcff].?|\ufffd")
_FEW = 20
"""A file is in an encoding when so many times more of its letters are of it than not."""
_OWN = ((0xFA40, 0xFEFE), (0x8140, 0xA0FE), (0xC6A1, 0xC8FE))
"""Where Big5 leaves room for characters that people make themselves."""


class Encoding(NamedTuple):
    """How the bytes of a file become text."""

    name: str
    errors: str = "strict"

    def fault(self, cell: str) -> BadCell | None:
        """What is wrong with a cell that holds bytes that are no text."""
        found = _odd.search(cell)
        if found is None:
            return None
        try:
            code = found.group().encode(self.name.removesuffix("-sig"), _KEPT)
        except UnicodeEncodeError:
            code = b""
        shown = code.hex().upper()
        if self.name == "cp950" and any(low <= int(shown, 16) <= high for low, high in _OWN):
            what = f"Big5 的造字（{shown}）"
        else:
            what = f"認不得的字（{shown}）" if shown else "認不得的字"
        return BadCell(f"這一格有{what}，別的電腦印不出來；請用 Excel 改成標準字後另存為 .xlsx。")


def encoding_of(path: Path) -> Encoding | None:
    """The encoding of a text file, None where it is none that is known. Raises OSError."""
    with open_given(path) as file:
        if file.read(2) in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
            return Encoding("utf-16", "replace")  # what Excel calls Unicode text
    for name in _ENCODINGS:
        try:
            for _ in _decoded(path, Encoding(name)):
                pass
            return Encoding(name)
        except UnicodeDecodeError:
            continue
    counted = [(_few_odd(path, Encoding(name, _KEPT)), name) for name in _LENIENT]
    odd, name = min(counted)
    return Encoding(name, _KEPT) if odd < 1 else None


def _few_odd(path: Path, encoding: Encoding) -> float:
    """Odd bytes for each letter that is not ASCII, times `_FEW`; more than one is too many."""
    odd = letters = 0
    for text in _decoded(path, encoding):
        odd += len(_odd.findall(text))
        letters += len(text) - len(text.encode("ascii", "ignore"))
    return odd * _FEW / max(letters, 1)


def _decoded(path: Path, encoding: Encoding) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder(encoding.name)(encoding.errors)
    with open_given(path) as file:
        while chunk := file.read(_CHUNK):
            yield decoder.decode(chunk)
    yield decoder.decode(b"", final=True)
