# Written by `python -m jingjin_forms.stubs`; change application.py instead.
# What overrides what is judged there.
# pyright: reportIncompatibleMethodOverride=false

from collections.abc import Mapping
from jingjin_forms.facts.accepted import AnyMoney
from jingjin_forms.facts.accepted import AnyText
from jingjin_forms.packets.application import Application
from jingjin_forms.packets.application import Paper
from jingjin_forms.programmes.school_based.parts.compulsory_courses import CompulsoryCourses
from jingjin_forms.values.amount import Money
from jingjin_forms.values.choice import YesNo
from typing import Any


class SchoolBasedApplication(Application):
    @property
    def compulsory_courses(self) -> CompulsoryCourses | None:
        """必修課程：課發會增能工作坊、課程評鑑等必修課程怎麼辦理"""
    @compulsory_courses.setter
    def compulsory_courses(self, value: CompulsoryCourses | str | None) -> None: ...
    def __init__(
        self,
        *,
        revised: YesNo | str | None = ...,
        own_papers: Mapping[str, AnyText] | None = ...,
        compulsory_courses: CompulsoryCourses | str | None = ...,
        修正版: YesNo | str | None = ...,
        自備: Mapping[str, AnyText] | None = ...,
        必修課程: CompulsoryCourses | str | None = ...,
    ) -> None: ...

class SchoolBasedResults(Application):
    @property
    def approved_amount(self) -> Money | None:
        """核定金額：元"""
    @approved_amount.setter
    def approved_amount(self, value: AnyMoney | None) -> None: ...
    @property
    def spent(self) -> Money | None:
        """實支金額：元"""
    @spent.setter
    def spent(self, value: AnyMoney | None) -> None: ...
    @property
    def registered(self) -> YesNo | None:
        """全國教師進修網登錄：各場研習都登錄了全國教師進修網者填「是」"""
    @registered.setter
    def registered(self, value: YesNo | str | None) -> None: ...
    @property
    def has_money_left(self) -> bool:
        ...
    @classmethod
    def rows_begun(cls, facts: Mapping[Any, Any]) -> dict[str, list[dict[str, str]]]:
        ...
    def row_facts(self, paper: Paper, row: Mapping[Any, Any], shared: Any) -> Mapping[Any, Any]:
        ...
    def __init__(
        self,
        *,
        revised: YesNo | str | None = ...,
        own_papers: Mapping[str, AnyText] | None = ...,
        approved_amount: AnyMoney | None = ...,
        spent: AnyMoney | None = ...,
        registered: YesNo | str | None = ...,
        修正版: YesNo | str | None = ...,
        自備: Mapping[str, AnyText] | None = ...,
        核定金額: AnyMoney | None = ...,
        實支金額: AnyMoney | None = ...,
        全國教師進修網登錄: YesNo | str | None = ...,
    ) -> None: ...
