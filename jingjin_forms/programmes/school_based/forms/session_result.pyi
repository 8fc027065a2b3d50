# Written by `python -m jingjin_forms.stubs`; change session_result.py instead.
# What overrides what is judged there.
# pyright: reportIncompatibleMethodOverride=false

from collections.abc import Mapping
from collections.abc import Sequence
from jingjin_forms.facts.accepted import AnyDate
from jingjin_forms.facts.accepted import AnyPicture
from jingjin_forms.facts.accepted import AnyText
from jingjin_forms.facts.accepted import AnyYear
from jingjin_forms.forms.form import Form
from jingjin_forms.parts.photo import Photo
from jingjin_forms.parts.school import School
from jingjin_forms.values import Text
from jingjin_forms.values.roc import RocDate
from jingjin_forms.values.roc import SchoolYear
from typing import Any
from typing import overload


class SessionResult(Form):
    @property
    def school(self) -> School:
        """學校名稱：例如 花蓮縣宜昌國小"""
    @school.setter
    def school(self, value: School | Mapping[str, Any] | str) -> None: ...
    @property
    def school_year(self) -> SchoolYear | None:
        """學年度：例如 112"""
    @school_year.setter
    def school_year(self, value: AnyYear | None) -> None: ...
    @property
    def date(self) -> RocDate | None:
        """日期：例如 112年10月18日"""
    @date.setter
    def date(self, value: AnyDate | None) -> None: ...
    @property
    def place(self) -> Text:
        """地點"""
    @place.setter
    def place(self, value: AnyText | None) -> None: ...
    @property
    def lecturer(self) -> Text:
        """講師"""
    @lecturer.setter
    def lecturer(self, value: AnyText | None) -> None: ...
    @property
    def topic(self) -> Text:
        """主題"""
    @topic.setter
    def topic(self, value: AnyText | None) -> None: ...
    @property
    def photos(self) -> list[Photo]:
        """照片：每一張照片一項，兩張一列"""
    @photos.setter
    def photos(self, value: Sequence[Photo | Mapping[str, Any] | AnyPicture] | None) -> None: ...
    def context(self) -> dict[str, Any]:
        ...
    @classmethod
    def behind(cls, printed: dict[str, Any]) -> dict[str, Any]:
        ...
    @overload
    def __init__(
        self,
        *,
        school: School | Mapping[str, Any] | str,
        school_year: AnyYear | None = ...,
        date: AnyDate | None = ...,
        place: AnyText | None = ...,
        lecturer: AnyText | None = ...,
        topic: AnyText | None = ...,
        photos: Sequence[Photo | Mapping[str, Any] | AnyPicture] | None = ...,
        學年度: AnyYear | None = ...,
        日期: AnyDate | None = ...,
        地點: AnyText | None = ...,
        講師: AnyText | None = ...,
        主題: AnyText | None = ...,
        照片: Sequence[Photo | Mapping[str, Any] | AnyPicture] | None = ...,
    ) -> None: ...
    @overload
    def __init__(
        self,
        *,
        學校名稱: School | Mapping[str, Any] | str,
        school_year: AnyYear | None = ...,
        date: AnyDate | None = ...,
        place: AnyText | None = ...,
        lecturer: AnyText | None = ...,
        topic: AnyText | None = ...,
        photos: Sequence[Photo | Mapping[str, Any] | AnyPicture] | None = ...,
        學年度: AnyYear | None = ...,
        日期: AnyDate | None = ...,
        地點: AnyText | None = ...,
        講師: AnyText | None = ...,
        主題: AnyText | None = ...,
        照片: Sequence[Photo | Mapping[str, Any] | AnyPicture] | None = ...,
    ) -> None: ...
