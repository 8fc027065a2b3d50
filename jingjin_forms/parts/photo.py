"""A photograph with the words beneath it.

    photos: list[Photo] = label("照片", list)

Facts name a file, `照片檔: 第一場.jpg`; its path starts at the folder of the facts file.
"""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, ValidationInfo
from pydantic_core import CoreSchema, core_schema

from jingjin_forms.facts import FOLDER, Facts, label
from jingjin_forms.values.text import Text

if TYPE_CHECKING:
    from jingjin_forms.word import Picture


@dataclass(frozen=True)
class _PhotoFile:
    """A file that holds a picture, or the bytes of one."""

    def __get_pydantic_core_schema__(self, _: Any, __: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.with_info_plain_validator_function(self._read)

    def __get_pydantic_json_schema__(
        self, _: CoreSchema, __: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {"type": "string", "format": "path"}

    def _read(self, given: Any, info: ValidationInfo) -> Path | bytes:
        from jingjin_forms.word.picture import Picture, check_picture
        from jingjin_forms.word.text import UnprintableError

        if isinstance(given, str | Path):
            source = _folder(info) / given
        elif isinstance(given, bytes):
            source = given
        else:
            raise ValueError("要填照片檔的路徑，例如 照片/第一場.jpg。")
        try:
            check_picture(Picture(source))
        except UnprintableError as error:
            raise ValueError(str(error)) from None
        return source


def _folder(info: ValidationInfo) -> Path:
    context: dict[str, Any] = info.context or {}
    return context.get(FOLDER, Path())


PhotoFile = Annotated[Path | bytes, _PhotoFile()]
"""JPEG, PNG and what else people have (WebP, TIFF, …); HEIC where pillow-heif is installed."""


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
        from jingjin_forms.word import Picture

        return None if self.file is None else Picture(self.file, description=self.note)

    @classmethod
    def in_pairs(
        cls, photos: list[dict[str, Any]], least: int = 0, called: str = "活動照片"
    ) -> list[list[dict[str, Any]]]:
        """The photographs two by two, as grids print them; blank ones fill the last row.

        `least` is how many places the paper has. Readers who cannot see are told of one without
        說明 that it is `called` so, and its number.
        """
        photos = [cls._told(photo, f"{called} {n}") for n, photo in enumerate(photos, 1)]
        photos = cls.padded(photos, max(least, len(photos) + len(photos) % 2))
        return [photos[n : n + 2] for n in range(0, len(photos), 2)]

    @staticmethod
    def _told(photo: dict[str, Any], called: str) -> dict[str, Any]:
        picture = photo["照片檔"]
        if picture is None or picture.description:
            return photo
        return {**photo, "照片檔": replace(picture, description=called)}
