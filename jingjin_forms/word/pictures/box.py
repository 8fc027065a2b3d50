"""The room that a picture has on the page."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jingjin_forms.word.pictures.picture import Picture

EMU_PER_INCH = 914_400
EMU_PER_MM = 36_000
_EMU_PER_PIXEL = EMU_PER_INCH // 96


@dataclass(frozen=True, slots=True)
class Box:
    """The room a picture has, in EMU (914,400 to the inch); no height where the row may grow."""

    width: int
    height: int | None = None
    is_filled: bool = True
    """Whether small pictures are enlarged to fill it, as those of a cell are."""
    is_exact: bool = False
    """Whether the picture gets exactly this width and height, whatever its own ratio is."""

    def for_picture(self, picture: "Picture", pixels: int) -> "Box":
        """The part of it that a picture so many pixels wide asks for."""
        if self.is_exact:
            return self
        width, height = self.width, self.height
        if picture.width is not None:
            width = min(width, round(picture.width * EMU_PER_MM))
        if picture.height is not None:
            wanted = round(picture.height * EMU_PER_MM)
            height = wanted if height is None else min(height, wanted)
        if picture.width is picture.height is None and not self.is_filled:
            width = min(width, pixels * _EMU_PER_PIXEL)
        return Box(width, height)
