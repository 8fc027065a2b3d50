# Written by `python -m jingjin_forms.stubs`; change photo.py instead.
# What overrides what is judged there.
# pyright: reportIncompatibleMethodOverride=false

from jingjin_forms.facts import Facts
from jingjin_forms.facts.accepted import AnyPicture
from jingjin_forms.facts.accepted import AnyText
from jingjin_forms.parts.photo_file import PhotoFile
from jingjin_forms.values.text import Text
from jingjin_forms.word import Picture
from typing import Any


class Photo(Facts):
    @property
    def file(self) -> PhotoFile | None:
        """照片檔：照片的檔名，從這份資料檔所在的資料夾算起"""
    @file.setter
    def file(self, value: AnyPicture | None) -> None: ...
    @property
    def note(self) -> Text:
        """說明"""
    @note.setter
    def note(self, value: AnyText | None) -> None: ...
    def context(self) -> dict[str, Any]:
        ...
    def picture(self) -> 'Picture | None':
        ...
    @classmethod
    def is_whole(cls, given: object) -> bool:
        ...
    @classmethod
    def in_pairs(cls, photos: list[dict[str, Any]], least: int=0, called: str='活動照片') -> list[list[dict[str, Any]]]:
        ...
    def __init__(
        self,
        file: AnyPicture | None = ...,
        *,
        note: AnyText | None = ...,
        照片檔: AnyPicture | None = ...,
        說明: AnyText | None = ...,
    ) -> None: ...
