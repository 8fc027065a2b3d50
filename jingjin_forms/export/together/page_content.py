"""What the content of a PDF's page draws with: fonts, and which characters of each; pictures."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from jingjin_forms.export.together.not_cut import NotCutError

_TOKEN = re.compile(
    rb"/[^\s/<>\[\]()]+\s+(?:[-\d.]+\s+Tf|Do)\b"  # a font is chosen; a picture
    rb"|<[0-9A-Fa-f\s]*>"  # characters
    rb"|q(?<![^\s]q)(?![^\s])"  # what is chosen is put by
    rb"|Q(?<![^\s]Q)(?![^\s])"  # and is taken up again
    rb"|\("
)
"""Each begins with a letter of its own, which is found at once."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a page uses, by the names in its resources."""

    fonts: dict[str, frozenset[int]]
    """With the codes of the characters."""
    pictures: frozenset[str]


def drawn(content: bytes) -> Drawn:
    """What the content uses. Raises NotCutError."""
    written: defaultdict[str, list[bytes]] = defaultdict(list)
    pictures: set[str] = set()
    font, put_by = "", list[str]()
    for token in _TOKEN.findall(content):
        if token == b"q":
            put_by.append(font)
        elif token == b"Q":
            font = put_by.pop() if put_by else ""
        elif token.endswith(b"Tf"):
            font = token.split()[0].decode()
        elif token.endswith(b"Do"):
            pictures.add(token.split()[0].decode())
        elif token == b"(" or not font:
            raise NotCutError("text that is written otherwise")
        else:
            written[font].append(token[1:-1])
    fonts = {name: _codes(characters) for name, characters in written.items()}
    return Drawn(fonts, frozenset(pictures))


def _codes(characters: Iterable[bytes]) -> frozenset[int]:
    return frozenset(bytes.fromhex(b" ".join(characters).decode()))
