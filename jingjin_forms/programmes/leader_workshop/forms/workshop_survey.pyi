# Written by `python -m jingjin_forms.stubs`; change workshop_survey.py instead.
# What overrides what is judged there.
# pyright: reportIncompatibleMethodOverride=false

from collections.abc import Mapping
from jingjin_forms.facts.accepted import AnyDate
from jingjin_forms.facts.accepted import AnyMarks
from jingjin_forms.facts.accepted import AnyText
from jingjin_forms.forms.form import Form
from jingjin_forms.parts.school import School
from jingjin_forms.programmes.leader_workshop.parts.survey import AgreementMarks
from jingjin_forms.values import Text
from jingjin_forms.values.roc import RocDate
from typing import Any
from typing import overload


class WorkshopSurvey(Form):
    @property
    def school(self) -> School:
        """學校名稱：承辦學校，例如 花蓮縣宜昌國小"""
    @school.setter
    def school(self, value: School | Mapping[str, Any] | str) -> None: ...
    @property
    def date(self) -> RocDate | None:
        """日期：研習日期，例如 113年10月16日"""
    @date.setter
    def date(self, value: AnyDate | None) -> None: ...
    @property
    def participant(self) -> Text:
        """參加人員：不記名者免填"""
    @participant.setter
    def participant(self, value: AnyText | None) -> None: ...
    @property
    def agreement(self) -> AgreementMarks:
        """符合程度：1 非常不符合 … 5 非常符合"""
    @agreement.setter
    def agreement(self, value: AnyMarks | None) -> None: ...
    @property
    def reflections(self) -> Text:
        """研習心得：感受最深、最感興趣、最實用而想嘗試的部分"""
    @reflections.setter
    def reflections(self, value: AnyText | None) -> None: ...
    @overload
    def __init__(
        self,
        *,
        school: School | Mapping[str, Any] | str,
        date: AnyDate | None = ...,
        participant: AnyText | None = ...,
        agreement: AnyMarks | None = ...,
        reflections: AnyText | None = ...,
        日期: AnyDate | None = ...,
        參加人員: AnyText | None = ...,
        符合程度: AnyMarks | None = ...,
        研習心得: AnyText | None = ...,
    ) -> None: ...
    @overload
    def __init__(
        self,
        *,
        學校名稱: School | Mapping[str, Any] | str,
        date: AnyDate | None = ...,
        participant: AnyText | None = ...,
        agreement: AnyMarks | None = ...,
        reflections: AnyText | None = ...,
        日期: AnyDate | None = ...,
        參加人員: AnyText | None = ...,
        符合程度: AnyMarks | None = ...,
        研習心得: AnyText | None = ...,
    ) -> None: ...
