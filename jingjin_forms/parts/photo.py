"""A photograph with the words beneath it.

    photos: list[Photo] = label("照片", list)

Facts name a file, `照片檔: 第一場.jpg`; its path starts at the folder of the facts file. A program
gives a `Path`, the bytes of a picture (base64 in JSON) or a `Picture`.
"""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jingjin_forms.facts import Facts, label
from jingjin_forms.parts.photo_file import PhotoFile, is_held, is_picture
from jingjin_forms.values.text import Text

if TYPE_CHECKING:
    from jingjin_forms.word import Picture

__all__ = ["Photo", "PhotoFile"]


class Photo(Facts):
    """One photograph; printed fitted to its cell, turned as it was taken, at 200 dots an inch."""

    title = "照片"
    text_fact = "照片檔"

    file: PhotoFile | None = label("照片檔", None, hint="照片的檔名，從這份資料檔所在的資料夾算起")
    note: Text = label("說明", "")

    def context(self) -> dict[str, Any]:
        """The picture, described by its 說明 for readers who cannot see it."""
        return {**super().context(), "照片檔": self.picture()}

    def picture(self) -> "Picture | None":
        """What the engine prints; None where there is no file."""
        if self.file is None:
            return None
        from jingjin_forms.word import Picture

        if isinstance(self.file, Picture):
            return replace(self.file, description=self.note or self.file.description)
        return Picture(self.file, description=self.note)

    @classmethod
    def is_whole(cls, given: object) -> bool:
        """Also a path, bytes, a `Picture`, an open file or a picture of Pillow's."""
        is_file = isinstance(given, Path | bytes) or is_picture(given)
        return super().is_whole(given) or is_file or is_held(given)

    @classmethod
    def in_pairs(
        cls, photos: list[dict[str, Any]], least: int = 0, called: str = "活動照片"
    ) -> list[list[dict[str, Any]]]:
        """The photographs two by two, as grids print them; blank ones fill the last row.

        `least` is how many places the paper has. Readers who cannot see are told of one without
        說明 that it is `called` so, and its number.
        """
        photos = [cls._described(photo, f"{called} {n}") for n, photo in enumerate(photos, 1)]
        photos = cls.padded(photos, max(least, len(photos) + len(photos) % 2))
        return [photos[n : n + 2] for n in range(0, len(photos), 2)]

    @staticmethod
    def _described(photo: dict[str, Any], called: str) -> dict[str, Any]:
        picture = photo["照片檔"]
        if picture is None or picture.description:
            return photo
        return {**photo, "照片檔": replace(picture, description=called)}
