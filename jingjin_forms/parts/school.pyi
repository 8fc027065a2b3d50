# Written by `python -m jingjin_forms.stubs`; change school.py instead.
# What overrides what is judged there.
# pyright: reportIncompatibleMethodOverride=false

from functools import lru_cache
from jingjin_forms.facts import Facts
from jingjin_forms.facts import printed
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
    full_name = property(lambda self: self.全銜)
    short_name = property(lambda self: self.簡稱)
    county = property(lambda self: self.縣市)
    township = property(lambda self: self.鄉鎮市區)
    level = property(lambda self: self.學制)

class School(Facts):
    @property
    def full_name(self) -> Text:
        """全銜：例如 花蓮縣吉安鄉宜昌國民小學"""
    @full_name.setter
    def full_name(self, value: AnyText) -> None: ...
    @property
    def given_short_name(self) -> Text:
        """簡稱：例如 宜昌國小；不填則由全銜推得"""
    @given_short_name.setter
    def given_short_name(self, value: AnyText | None) -> None: ...
    @property
    def given_county(self) -> Text:
        """縣市：例如 花蓮縣；不填則由全銜推得"""
    @given_county.setter
    def given_county(self, value: AnyText | None) -> None: ...
    @property
    def given_township(self) -> Text:
        """鄉鎮市區：例如 吉安鄉；不填則由全銜推得"""
    @given_township.setter
    def given_township(self, value: AnyText | None) -> None: ...
    @property
    def given_level(self) -> SchoolLevel | None:
        """學制：國中、國小或國中小；不填則由全銜推得"""
    @given_level.setter
    def given_level(self, value: SchoolLevel | str | None) -> None: ...
    @property
    @printed('簡稱')
    def short_name(self) -> str:
        ...
    @property
    @printed('縣市')
    def county(self) -> str:
        ...
    @property
    @printed('鄉鎮市區')
    def township(self) -> str:
        ...
    @property
    @printed('學制')
    def level(self) -> SchoolLevel | None:
        ...
    def __str__(self) -> str:
        ...
    @staticmethod
    def to_context(school: 'School') -> SchoolText:
        ...
    @overload
    def __init__(
        self,
        full_name: AnyText,
        *,
        given_short_name: AnyText | None = ...,
        given_county: AnyText | None = ...,
        given_township: AnyText | None = ...,
        given_level: SchoolLevel | str | None = ...,
        short_name: object = ...,
        county: object = ...,
        township: object = ...,
        level: object = ...,
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
        given_short_name: AnyText | None = ...,
        given_county: AnyText | None = ...,
        given_township: AnyText | None = ...,
        given_level: SchoolLevel | str | None = ...,
        short_name: object = ...,
        county: object = ...,
        township: object = ...,
        level: object = ...,
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
