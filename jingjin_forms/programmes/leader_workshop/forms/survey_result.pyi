# Written by `python -m jingjin_forms.stubs`; change survey_result.py instead.
# What overrides what is judged there.
# pyright: reportIncompatibleMethodOverride=false

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from jingjin_forms.checks.finding import Finding
from jingjin_forms.facts import Facts
from jingjin_forms.facts import printed
from jingjin_forms.facts.accepted import AnyCount
from jingjin_forms.facts.accepted import AnyDate
from jingjin_forms.facts.accepted import AnyMarks
from jingjin_forms.facts.accepted import AnyText
from jingjin_forms.forms.form import Form
from jingjin_forms.parts.school import School
from jingjin_forms.programmes.leader_workshop.parts.survey import AgreementMarks
from jingjin_forms.values import Answers
from jingjin_forms.values import Count
from jingjin_forms.values import Text
from jingjin_forms.values.roc import RocDate
from typing import Any
from typing import Protocol
from typing import Self
from typing import overload
import datetime


class AnsweredSurvey(Protocol):
    @property
    def school(self) -> School:
        ...
    @property
    def date(self) -> RocDate | None:
        ...
    @property
    def agreement(self) -> Answers:
        ...
    @property
    def reflections(self) -> str:
        ...

class SurveyAnswers(Facts):
    @property
    def agreement(self) -> AgreementMarks:
        """符合程度：五題依序，1 非常不符合 … 5 非常符合；未填答者留空"""
    @agreement.setter
    def agreement(self, value: AnyMarks | None) -> None: ...
    @property
    def reflections(self) -> Text:
        """研習心得"""
    @reflections.setter
    def reflections(self, value: AnyText | None) -> None: ...
    def __init__(
        self,
        *,
        agreement: AnyMarks | None = ...,
        reflections: AnyText | None = ...,
        符合程度: AnyMarks | None = ...,
        研習心得: AnyText | None = ...,
    ) -> None: ...

@dataclass(frozen=True, slots=True)
class StatementResult:
    statement: str
    counts: tuple[int, ...]
    @property
    def answered(self) -> int:
        ...
    @property
    def average(self) -> Decimal | None:
        ...
    def context(self) -> dict[str, Any]:
        ...

class SurveyResult(Form):
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
    def participant_count(self) -> Count | None:
        """參加人數：有填才印回收率"""
    @participant_count.setter
    def participant_count(self, value: AnyCount | None) -> None: ...
    @property
    def sheets(self) -> list[SurveyAnswers]:
        """回饋表：每一份收回的回饋表一項"""
    @sheets.setter
    def sheets(self, value: Sequence[SurveyAnswers | Mapping[str, Any]] | None) -> None: ...
    @classmethod
    def of(cls, surveys: Iterable[AnsweredSurvey], participant_count: int | None=None) -> Self:
        ...
    @property
    @printed('回收份數')
    def returned(self) -> int | None:
        ...
    @property
    @printed('回收率', needs=('參加人數',))
    def return_rate(self) -> Decimal | None:
        ...
    @property
    @printed('整體平均')
    def overall_average(self) -> Decimal | None:
        ...
    @property
    def statement_results(self) -> tuple[StatementResult, ...]:
        ...
    def checked(self, on: datetime.date | None=None) -> Iterator[Finding]:
        ...
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
        date: AnyDate | None = ...,
        participant_count: AnyCount | None = ...,
        sheets: Sequence[SurveyAnswers | Mapping[str, Any]] | None = ...,
        returned: object = ...,
        return_rate: object = ...,
        overall_average: object = ...,
        日期: AnyDate | None = ...,
        參加人數: AnyCount | None = ...,
        回饋表: Sequence[SurveyAnswers | Mapping[str, Any]] | None = ...,
        回收份數: object = ...,
        回收率: object = ...,
        整體平均: object = ...,
    ) -> None: ...
    @overload
    def __init__(
        self,
        *,
        學校名稱: School | Mapping[str, Any] | str,
        date: AnyDate | None = ...,
        participant_count: AnyCount | None = ...,
        sheets: Sequence[SurveyAnswers | Mapping[str, Any]] | None = ...,
        returned: object = ...,
        return_rate: object = ...,
        overall_average: object = ...,
        日期: AnyDate | None = ...,
        參加人數: AnyCount | None = ...,
        回饋表: Sequence[SurveyAnswers | Mapping[str, Any]] | None = ...,
        回收份數: object = ...,
        回收率: object = ...,
        整體平均: object = ...,
    ) -> None: ...
