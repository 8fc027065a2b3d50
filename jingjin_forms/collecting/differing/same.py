"""Whether two plain facts mean the same on paper."""

from io import BytesIO
from itertools import starmap
from typing import Any, cast

_SIDE = 24
"""Pixels of the small pictures that are compared."""
_LEAST_LIKE = 10.0
"""Mean difference of their pixels, of 255, from which on two pictures are two."""


def is_same(one: Any, other: Any) -> bool:
    """Texts without the blanks around them and whatever sign ends their lines; photographs by what
    they show, since a word processor may pack them anew."""
    if isinstance(one, bytes) and isinstance(other, bytes):
        return one == other or _is_same_picture(one, other)
    if isinstance(one, list) and isinstance(other, list):
        pairs = zip(cast("list[Any]", one), cast("list[Any]", other), strict=False)
        return len(cast("list[Any]", one)) == len(cast("list[Any]", other)) and all(
            starmap(is_same, pairs)
        )
    if one in (None, "") and other in (None, ""):
        return True
    if isinstance(one, int | float) and isinstance(other, int | float):
        return one == other
    return _text(one) == _text(other)


def _text(value: Any) -> str:
    text = "" if value is None else str(value)
    return "\n".join(line.strip() for line in text.splitlines()).strip()


def _is_same_picture(one: bytes, other: bytes) -> bool:
    try:
        pixels = _small(one), _small(other)
    except (OSError, ValueError, SyntaxError):  # what Pillow raises of what is no picture to it
        return False
    pairs = zip(*pixels, strict=True)
    return sum(abs(a - b) for a, b in pairs) / _SIDE**2 < _LEAST_LIKE


def _small(content: bytes) -> bytes:
    from PIL import Image

    with Image.open(BytesIO(content)) as picture:
        return picture.convert("L").resize((_SIDE, _SIDE)).tobytes()
