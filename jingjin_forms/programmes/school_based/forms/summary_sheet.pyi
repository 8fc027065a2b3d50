# Written by `python -m jingjin_forms.stubs`; change summary_sheet.py instead.
# What overrides what is judged there.
# pyright: reportIncompatibleMethodOverride=false

from collections.abc import Mapping
from collections.abc import Sequence
from jingjin_forms.facts.accepted import AnyYear
from jingjin_forms.forms.form import Form
from jingjin_forms.parts.school import School
from jingjin_forms.programmes.school_based.parts.activities import Activity
from jingjin_forms.values.roc import SchoolYear
from typing import Any
from typing import overload


class SummarySheet(Form):
    @property
    def school(self) -> School:
        """學校名稱：全銜，例如 花蓮縣吉安鄉宜昌國民小學"""
    @school.setter
    def school(self, value: School | Mapping[str, Any] | str) -> None: ...
    @property
    def school_year(self) -> SchoolYear | None:
        """學年度：例如 112"""
    @school_year.setter
    def school_year(self, value: AnyYear | None) -> None: ...
    @property
    def activities(self) -> list[Activity]:
        """方案：每一個方案（活動）一項"""
    @activities.setter
    def activities(self, value: Sequence[Activity | Mapping[str, Any]] | None) -> None: ...
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
        activities: Sequence[Activity | Mapping[str, Any]] | None = ...,
        學年度: AnyYear | None = ...,
        方案: Sequence[Activity | Mapping[str, Any]] | None = ...,
    ) -> None: ...
    @overload
    def __init__(
        self,
        *,
        學校名稱: School | Mapping[str, Any] | str,
        school_year: AnyYear | None = ...,
        activities: Sequence[Activity | Mapping[str, Any]] | None = ...,
        學年度: AnyYear | None = ...,
        方案: Sequence[Activity | Mapping[str, Any]] | None = ...,
    ) -> None: ...
