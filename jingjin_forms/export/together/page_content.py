"""What the content of a PDF's page draws with: fonts, and which characters of each; pictures."""

import re
from collections import defaultdict
from dataclasses import dataclass

from jingjin_forms.export.together.not_cut import NotCutError

_TOKEN = re.compile(
    rb"/([^\s/<>\[\]()]+)\s+[-\d.]+\s+Tf\b"  # a font is chosen
    rb"|<([0-9A-Fa-f\s]*)>"  # characters
    rb"|(?<![^\s])([qQ])(?![^\s])"  # what is chosen is put by, is taken up again
    rb"|/([^\s/<>\[\]()]+)\s+Do\b"  # a picture
    rb"|(\()"
)


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a page uses, by the names in its resources."""

    fonts: dict[str, frozenset[int]]
    """With the codes of the characters."""
    pictures: frozenset[str]


def drawn(content: bytes) -> Drawn:
    """What the content uses. Raises NotCutError."""
    fonts: defaultdict[str, set[int]] = defaultdict(set)
    pictures: set[str] = set()
    font, put_by = "", list[str]()
    for chosen, characters, state, picture, literal in _TOKEN.findall(content):
        if chosen:
            font = f"/{chosen.decode()}"
        elif state == b"q":
            put_by.append(font)
        elif state == b"Q":
            font = put_by.pop() if put_by else ""
        elif picture:
            pictures.add(f"/{picture.decode()}")
        elif literal or not font:
            raise NotCutError("text that is written otherwise")
        else:
            fonts[font].update(bytes.fromhex(characters.decode()))
    return Drawn({name: frozenset(codes) for name, codes in fonts.items()}, frozenset(pictures))
