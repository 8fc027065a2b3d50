"""Result of the workshop survey (研習活動回饋統計表), 花蓮縣 社群召集人增能研習.

All sheets of 研習活動回饋表 counted: how many gave each statement 1 to 5, how many answered it, the
average, and what the participants wrote.

Source: 花蓮縣113學年度…學校教師學習社群召集人增能研習實施計畫, last page. The plan prints the sheet
only and asks for no result: this title, 回收份數, 填答人數, 平均 and 整體平均 are ours, the rest is
worded as on the sheet (承辦學校, 研習日期, 分組人入編排).

A sheet counts as returned when it has any mark; a statement without a mark is not counted with
those who answered it. 整體平均 is the average of all marks, not of the five averages. All figures
are worked out in integers and rounded half up.
"""

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Protocol, Self, cast

from jingjin_forms.checks.finding import ARITHMETIC, Finding, Severity
from jingjin_forms.errors import FactsError, Problem, place
from jingjin_forms.facts import Facts, label, printed
from jingjin_forms.forms.form import Form
from jingjin_forms.parts import School
from jingjin_forms.parts.printed_rows import items_of, rows_of
from jingjin_forms.programmes.leader_workshop.parts.survey import (
    STATEMENTS,
    Agreement,
    AgreementMarks,
)
from jingjin_forms.values import Answers, Count, Text
from jingjin_forms.values.roc import RocDate

_SHEETS = "回饋表"


class AnsweredSurvey(Protocol):
    """What `SurveyResult.of` counts: a WorkshopSurvey, or whatever else has these four."""

    @property
    def school(self) -> School: ...
    @property
    def date(self) -> RocDate | None: ...
    @property
    def agreement(self) -> Answers: ...
    @property
    def reflections(self) -> str: ...


class SurveyAnswers(Facts):
    """What one participant answered; the sheets have no names."""

    title = _SHEETS

    agreement: AgreementMarks = label(
        "符合程度", (), hint="五題依序，1 非常不符合 … 5 非常符合；未填答者留空"
    )
    reflections: Text = label("研習心得", "")


@dataclass(frozen=True, slots=True)
class StatementResult:
    """One statement as all sheets answered it."""

    statement: str
    counts: tuple[int, ...]
    """How many gave it 1, 2, 3, 4 and 5."""

    @property
    def answered(self) -> int:
        """How many gave it a mark."""
        return sum(self.counts)

    @property
    def average(self) -> Decimal | None:
        """The average mark to two decimals; None when nobody answered."""
        return _average(self.counts)

    def context(self) -> dict[str, Any]:
        """人數 and 百分比 by mark, 填答人數, 平均."""
        answered = self.answered
        return {
            "人數": dict(zip(Agreement, self.counts, strict=True)),
            "百分比": {
                mark: f"{_rounded(100 * count, answered, 1)}%" if answered else ""
                for mark, count in zip(Agreement, self.counts, strict=True)
            },
            "填答人數": answered,
            "平均": self.average,
        }


_BLANK = {
    "人數": dict.fromkeys(Agreement, ""),
    "百分比": dict.fromkeys(Agreement, ""),
    "填答人數": "",
    "平均": "",
}


def _average(counts: Sequence[int]) -> Decimal | None:
    """The average of marks, given how many there are of each; None when there are none."""
    total = sum(int(mark) * count for mark, count in zip(Agreement, counts, strict=True))
    return _rounded(total, sum(counts), 2) if any(counts) else None


def _rounded(dividend: int, divisor: int, places: int) -> Decimal:
    """The quotient with so many decimals, rounded half up and without a float on the way."""
    return Decimal((2 * dividend * 10**places + divisor) // (2 * divisor)).scaleb(-places)


class SurveyResult(Form):
    """研習活動回饋統計表: all sheets of one workshop, counted."""

    title = "研習活動回饋統計表"

    school: School = label("學校名稱", hint="承辦學校，例如 花蓮縣宜昌國小")
    date: RocDate | None = label("日期", None, hint="研習日期，例如 113年10月16日")
    participant_count: Count | None = label("參加人數", None, hint="有填才印回收率")
    sheets: list[SurveyAnswers] = label(_SHEETS, list, hint="每一份收回的回饋表一項")

    @classmethod
    def of(cls, surveys: Iterable[AnsweredSurvey], participant_count: int | None = None) -> Self:
        """The result of sheets that are at hand as WorkshopSurvey (or look like one).

        School and date are those of the first sheet that gives them. Raises FactsError when
        another sheet gives another, or when there is no sheet.
        """
        sheets = list(surveys)
        if not sheets:
            raise FactsError(
                cls.title,
                [Problem(_SHEETS, "一份也沒有，無法統計。", path=(_SHEETS,), code="missing")],
            )
        schools = [sheet.school.full_name for sheet in sheets]
        dates = [sheet.date for sheet in sheets]
        problems = [*_differing("學校名稱", schools), *_differing("日期", dates)]
        if problems:
            raise FactsError(cls.title, problems)
        return cls(
            school=next((sheet.school for sheet in sheets if sheet.school.full_name), None),
            date=next(filter(None, dates), None),
            participant_count=participant_count,
            sheets=[
                {"agreement": sheet.agreement, "reflections": sheet.reflections} for sheet in sheets
            ],
        )

    @property
    @printed("回收份數")
    def returned(self) -> int | None:
        """Sheets with any mark; None while no sheet is given, so that a blank prints blank."""
        return sum(1 for sheet in self.sheets if sheet.agreement) if self.sheets else None

    @property
    @printed("回收率", needs=("參加人數",))
    def return_rate(self) -> Decimal | None:
        """回收份數 of 參加人數 in percent, to one decimal; None while either is missing."""
        if self.returned is None or not self.participant_count:
            return None
        return _rounded(100 * self.returned, self.participant_count, 1)

    @property
    @printed("整體平均")
    def overall_average(self) -> Decimal | None:
        """The average of all marks, to two decimals; None while there are none."""
        columns = zip(*(result.counts for result in self.statement_results), strict=True)
        return _average([sum(column) for column in columns])

    @property
    def statement_results(self) -> tuple[StatementResult, ...]:
        """Each statement as all sheets answered it, in the printed order."""
        given = Counter(
            (number, mark) for sheet in self.sheets for number, mark in enumerate(sheet.agreement)
        )
        return tuple(
            StatementResult(statement, tuple(given[number, mark] for mark in Agreement))
            for number, statement in enumerate(STATEMENTS)
        )

    def checked(self, on: datetime.date | None = None) -> Iterator[Finding]:
        """Also: more sheets than participants."""
        yield from super().checked(on)
        if self.participant_count is None or (self.returned or 0) <= self.participant_count:
            return
        message = f"填的是 {self.participant_count}，回收份數卻有 {self.returned}，請核對。"
        yield Finding.at(
            ("參加人數",), message, ARITHMETIC, Severity.WARNING, self.participant_count
        )

    def context(self) -> dict[str, Any]:
        """Adds 評估指標, a row for each statement, and 研習心得, what was written."""
        context = super().context()
        results = self.statement_results
        context["評估指標"] = [r.context() for r in results] if self.sheets else [_BLANK] * 5
        context["研習心得"] = [s.reflections for s in self.sheets if s.reflections.strip()]
        return context

    @classmethod
    def behind(cls, printed: dict[str, Any]) -> dict[str, Any]:
        """Sheets that give this result. Which mark stood on which sheet is not on the paper."""
        columns = [_marks(row) for row in rows_of(printed, "評估指標")]
        written = [str(text or "") for text in items_of(printed, "研習心得")]
        count = max([*map(len, columns), len(written), _number(printed.get("回收份數"))], default=0)
        marks = [
            *zip(*(column + [None] * (count - len(column)) for column in columns), strict=True)
        ]
        sheets = [{"符合程度": list(marks[n]) if marks else []} for n in range(count)]
        for sheet, text in zip(sheets, written, strict=False):
            sheet["研習心得"] = cast(Any, text)
        return {**printed, _SHEETS: sheets}


def _marks(row: dict[str, Any]) -> list[str | None]:
    """Every mark that was given to a statement."""
    counts = cast("dict[str, Any]", row.get("人數") or {})
    return [mark for mark in Agreement for _ in range(_number(counts.get(mark)))]


def _number(text: Any) -> int:
    digits = str(text or "").strip()
    return int(digits) if digits.isdecimal() and len(digits) < 6 else 0


def _differing(label: str, given: Iterable[object]) -> list[Problem]:
    """A problem for each sheet that gives something else than the first that gives anything."""
    known = [(index, value) for index, value in enumerate(given) if value]
    return [
        Problem(
            place([_SHEETS, index, label]),
            f"與第 {known[0][0] + 1} 項的「{known[0][1]}」不同；不同場的研習請分開統計。",
            str(value),
            (_SHEETS, index, label),
            "value",
        )
        for index, value in known
        if value != known[0][1]
    ]
