"""The bytes of a picture that a program holds: an open file, or a picture of Pillow's."""

from io import BytesIO
from typing import TYPE_CHECKING, TypeGuard

from jingjin_forms.errors import FileProblemError
from jingjin_forms.files.codes import UNREADABLE
from jingjin_forms.files.handed import content_of

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_BYTES = 100_000_000
_PNG_MODES = ("1", "L", "LA", "P", "RGB", "RGBA")
"""What a PNG for Word can be; all else becomes RGB."""


def held_picture(given: object) -> bytes | None:
    """None for what is neither: a path, or no picture at all.

    Raises FileProblemError for a file that is open as text or cannot be read, and for a picture
    that has nothing in it.
    """
    if is_pillows(given):
        return _encoded(given)
    held = content_of(given, MOST_BYTES)
    return None if held is None else held.content


def is_pillows(given: object) -> "TypeGuard[Image]":
    """Whether it is a picture of Pillow's, which is loaded where one is."""
    kinds = type(given).__mro__
    return any((kind.__module__, kind.__name__) == ("PIL.Image", "Image") for kind in kinds)


def _encoded(image: "Image") -> bytes:
    """As PNG, which loses nothing; turned as its camera says."""
    from PIL import ImageOps

    out = BytesIO()
    try:
        upright = ImageOps.exif_transpose(image)
        if upright.mode not in _PNG_MODES:
            upright = upright.convert("RGB")
        upright.save(out, "PNG", compress_level=1)
    except (OSError, ValueError, SystemError) as error:  # closed, broken off, or 0 pixels wide
        raise FileProblemError(f"讀不到這張圖片（{error}）。", code=UNREADABLE) from None
    return out.getvalue()
