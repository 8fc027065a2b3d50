"""Pictures in a template: `{{ 照片 }}` filled with a `Picture`.

A picture is fitted into the cell its tag stands in, its ratio kept, turned the way its camera says,
and reduced to what printing needs. Outside tables it has its own size at 96 dots per inch, and at
most the width of the text. `Picture(…, width=60)` asks for a size in millimetres.
"""

from dataclasses import dataclass, fields
from math import inf
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from jingjin_forms.errors import shortened
from jingjin_forms.files.held_picture import held_picture

if TYPE_CHECKING:
    from os import PathLike

    from PIL.Image import Image

    from jingjin_forms.files.handed import Readable


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture for a template's tag: a file (JPEG, PNG, HEIC, WebP, …) by its path, its bytes or
    open in binary mode; or a picture of Pillow's.

    Raises FileProblemError for an open file that cannot be read, ValueError for an odd size.
    """

    source: str | Path | bytes
    """What was open or Pillow's is read at once, and its bytes stand here."""
    description: str = ""
    """What the picture shows, for readers who cannot see it."""
    width: float | None = None
    """In millimetres. At most the width of its cell, or of the text."""
    height: float | None = None
    """In millimetres. With a width too, the smaller of both decides: the ratio is kept."""
    link: str = ""
    """The address that a click on the picture opens."""

    is_picture: ClassVar[bool] = True

    if TYPE_CHECKING:

        def __init__(
            self,
            source: str | PathLike[str] | bytes | Readable | Image,
            description: str = "",
            width: float | None = None,
            height: float | None = None,
            link: str = "",
        ) -> None: ...

    def __post_init__(self) -> None:
        if (held := held_picture(self.source)) is not None:
            object.__setattr__(self, "source", held)
        for label, length in (("width", self.width), ("height", self.height)):
            if length is not None and not _is_length(length):
                raise ValueError(
                    f"圖片的 {label}「{shortened(length)}」不是長度：請給大於 0 的公釐數，例如 60。"
                )

    def __str__(self) -> str:
        return self.description or (
            f"{len(self.source)} 位元組的圖片"
            if isinstance(self.source, bytes)
            else str(self.source)
        )

    def __repr__(self) -> str:
        source = self.source
        shown = f"{len(source):,} 位元組" if isinstance(source, bytes) else repr(str(source))
        others = [f.name for f in fields(self) if f.name != "source"]
        given = [f", {name}={v!r}" for name in others if (v := getattr(self, name))]
        return f"Picture({shown}{''.join(given)})"


def _is_length(length: object) -> bool:
    return isinstance(length, int | float) and not isinstance(length, bool) and 0 < length < inf
