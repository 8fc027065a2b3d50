"""docxtpl's InlineImage as a picture of ours, of the size that docxtpl gives it."""

from io import BytesIO
from pathlib import Path
from typing import Any

from docx.image.exceptions import UnrecognizedImageError
from docx.image.image import Image

from jingjin_forms.errors import shortened
from jingjin_forms.files.given import OddFileError, read_given
from jingjin_forms.files.held_picture import MOST_BYTES
from jingjin_forms.word.pictures.box import Box
from jingjin_forms.word.pictures.fitting import upright_pixels
from jingjin_forms.word.pictures.picture import Picture
from jingjin_forms.word.printing.text import UnprintableError

_EMU_PER_POINT = 12_700  # what has no resolution has 72 dots to the inch


def picture_of(image: Any, room: Box) -> tuple[Picture, Box]:
    """The picture of an InlineImage, and the size it is printed in.

    A size that was asked for is kept; without one it is as large as its resolution says, but at
    most as its room. Raises UnprintableError when it cannot be read.
    """
    raw = _content(image.image_descriptor)
    width, height = _size(raw)
    wanted, wanted_height = image.width, image.height
    if wanted is None and wanted_height is None:
        scale = min(1.0, room.width / width, (room.height or height) / height)
    elif wanted is None:
        scale = wanted_height / height
    else:
        scale = wanted / width
    exact = Box(
        max(1, round(width * scale) if wanted is None else int(wanted)),
        max(1, round(height * scale) if wanted_height is None else int(wanted_height)),
        is_exact=True,
    )
    return Picture(raw, link=image.anchor or ""), exact


def _content(descriptor: Any) -> bytes:
    """The bytes of a file that is given by its path, or open for reading."""
    if hasattr(descriptor, "read"):
        descriptor.seek(0)
        return descriptor.read()
    name = shortened(str(descriptor), limit=200)
    try:
        return read_given(Path(descriptor), MOST_BYTES)
    except FileNotFoundError:
        raise UnprintableError(f"找不到圖片檔「{name}」。") from None
    except (OSError, ValueError, OddFileError) as error:
        raise UnprintableError(f"無法讀取圖片「{name}」（{error}）。") from None


def _size(raw: bytes) -> tuple[int, int]:
    """Its width and height in EMU, as python-docx reads them for docxtpl."""
    across, down = upright_pixels(raw)
    try:
        image = Image.from_file(BytesIO(raw))
    except (UnrecognizedImageError, ValueError, IndexError):
        return across * _EMU_PER_POINT, down * _EMU_PER_POINT
    width, height = int(image.width), int(image.height)
    is_upright = (image.px_width, image.px_height) == (across, down)
    # python-docx does not ask how the camera was held.
    return (width, height) if is_upright else (height, width)
