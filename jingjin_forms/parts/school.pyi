# Written by `python -m jingjin_forms.stubs`; change school.py instead.
# What overrides what is judged there.
# pyright: reportIncompatibleMethodOverride=false

from functools import lru_cache
from jingjin_forms.facts import Facts
from jingjin_forms.facts.accepted import AnyText
from jingjin_forms.values.choice import Choice
from jingjin_forms.values.text import Text
from typing import NamedTuple
from typing import overload


class SchoolLevel(Choice):
    JUNIOR_HIGH = '國中'
    ELEMENTARY = '國小'
    BOTH = '國中小'

class SchoolText(str):
    全銜: str
    簡稱: str
    縣市: str
    鄉鎮市區: str
    學制: str

class School(Facts):
    @property
    def full_name(self) -> Text:
        """全銜：例如 花蓮縣吉安鄉宜昌國民小學"""
    @full_name.setter
    def full_name(self, value: AnyText) -> None: ...
    @property
    def short_name(self) -> Text:
        """簡稱：例如 宜昌國小；不填則由全銜推得"""
    @short_name.setter
    def short_name(self, value: AnyText | None) -> None: ...
    @property
    def county(self) -> Text:
        """縣市：例如 花蓮縣；不填則由全銜推得"""
    @county.setter
    def county(self, value: AnyText | None) -> None: ...
    @property
    def township(self) -> Text:
        """鄉鎮市區：例如 吉安鄉；不填則由全銜推得"""
    @township.setter
    def township(self, value: AnyText | None) -> None: ...
    @property
    def level(self) -> SchoolLevel | None:
        """學制：國中、國小或國中小；不填則由全銜推得"""
    @level.setter
    def level(self, value: SchoolLevel | str | None) -> None: ...
    def __str__(self) -> str:
        ...
    @staticmethod
    def to_context(school: 'School') -> SchoolText:
        ...
    @overload
    def __init__(
        self,
        *,
        full_name: AnyText,
        short_name: AnyText | None = ...,
        county: AnyText | None = ...,
        township: AnyText | None = ...,
        level: SchoolLevel | str | None = ...,
        簡稱: AnyText | None = ...,
        縣市: AnyText | None = ...,
        鄉鎮市區: AnyText | None = ...,
        學制: SchoolLevel | str | None = ...,
    ) -> None: ...
    @overload
    def __init__(
        self,
        *,
        全銜: AnyText,
        short_name: AnyText | None = ...,
        county: AnyText | None = ...,
        township: AnyText | None = ...,
        level: SchoolLevel | str | None = ...,
        簡稱: AnyText | None = ...,
        縣市: AnyText | None = ...,
        鄉鎮市區: AnyText | None = ...,
        學制: SchoolLevel | str | None = ...,
    ) -> None: ...

class NameParts(NamedTuple):
    county: str
    township: str
    short_name: str
    level: SchoolLevel | None
@lru_cache(maxsize=8192)
def read_name(full_name: str) -> NameParts: ...
