# Written by `python -m jingjin_forms.stubs`; change application.py instead.
# What overrides what is judged there.
# pyright: reportIncompatibleMethodOverride=false

from collections.abc import Mapping
from jingjin_forms.checks.paper_year import PaperYear
from jingjin_forms.facts.accepted import AnyText
from jingjin_forms.facts.accepted import AnyYear
from jingjin_forms.packets.application import Application
from jingjin_forms.parts.school import School
from jingjin_forms.values import Text
from jingjin_forms.values.budget_year import BudgetYear
from jingjin_forms.values.choice import YesNo
from jingjin_forms.values.roc import SchoolYear
from typing import Any
from typing import ClassVar


class LearningCommunityApplication(Application):
    paper_year: ClassVar[PaperYear]
    @property
    def benefits_and_resources(self) -> Text:
        """預期效益與學習資源：附件-1 沒有這兩欄；寫明寫在哪一份文件的哪裡，例如 實施計畫 三、四"""
    @benefits_and_resources.setter
    def benefits_and_resources(self, value: AnyText | None) -> None: ...
    def __init__(
        self,
        *,
        revised: YesNo | str | None = ...,
        own_papers: Mapping[str, AnyText] | None = ...,
        benefits_and_resources: AnyText | None = ...,
        修正版: YesNo | str | None = ...,
        自備: Mapping[str, AnyText] | None = ...,
        預期效益與學習資源: AnyText | None = ...,
    ) -> None: ...

class LearningCommunityResults(Application):
    paper_year: ClassVar[PaperYear]
    @property
    def school(self) -> School | None:
        """學校名稱：全銜，例如 臺中市和平區晨曦國民小學"""
    @school.setter
    def school(self, value: School | Mapping[str, Any] | str | None) -> None: ...
    @property
    def budget_year(self) -> BudgetYear | None:
        """年度：例如 103年度填 103"""
    @budget_year.setter
    def budget_year(self, value: AnyYear | None) -> None: ...
    @property
    def school_year(self) -> SchoolYear | None:
        ...
    def __init__(
        self,
        *,
        revised: YesNo | str | None = ...,
        own_papers: Mapping[str, AnyText] | None = ...,
        school: School | Mapping[str, Any] | str | None = ...,
        budget_year: AnyYear | None = ...,
        修正版: YesNo | str | None = ...,
        自備: Mapping[str, AnyText] | None = ...,
        學校名稱: School | Mapping[str, Any] | str | None = ...,
        年度: AnyYear | None = ...,
    ) -> None: ...
