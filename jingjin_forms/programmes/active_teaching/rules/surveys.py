"""附件一: what a school that wishes for a visiting teacher tells of itself."""

from collections.abc import Iterator
from typing import Any

from jingjin_forms.checks.finding import Severity
from jingjin_forms.checks.kinds import AtLeast, AtMost, Judgement, Omitted, Required
from jingjin_forms.checks.reading import count, fact
from jingjin_forms.checks.rule import Fault, Rule
from jingjin_forms.programmes.active_teaching.source import REGULATION
from jingjin_forms.values.choice import YesNo

_SURVEY = ("visiting_teacher_survey",)
_LEAST_LODGINGS, _MOST_LODGINGS = 2, 3

_LODGINGS = REGULATION["附件一：住宿"]
_YEARS = REGULATION["附件一：多年期"]
_DORMITORY = "條文沒有寫提供校內宿舍者是否免填住宿資訊；不符時只提醒"


def _more_leave_than_there_are(survey: Any) -> Iterator[Fault]:
    leaving, everybody = survey.leaving_teachers, survey.all_teachers
    if None not in (leaving, everybody) and leaving > everybody:
        yield Fault(("異動人數",), f"異動人數 {leaving} 人，多於教師總人數 {everybody} 人")


RULES: tuple[Rule, ...] = (
    Required(
        number="C69",
        forms=_SURVEY,
        reading=fact("申辦情形", called="申辦情形（初辦或續辦）"),
        clause=REGULATION["附件一：申辦情形"],
    ),
    Required(
        number="C69",
        forms=_SURVEY,
        reading=fact("需求項目"),
        clause=REGULATION["附件一：需求項目"],
    ),
    Judgement(
        number="C69",
        forms=_SURVEY,
        question="異動人數不多於教師總人數",
        judge=_more_leave_than_there_are,
        clause=REGULATION["附件一：異動"],
    ),
    Required(
        number="C69",
        forms=_SURVEY,
        reading=fact("須同一位教師", called="教學訪問教師是否須同一位"),
        when=lambda survey: survey.multi_year == YesNo.YES,
        when_called="申辦多年期者",
        clause=_YEARS,
    ),
    Omitted(
        number="C69",
        forms=_SURVEY,
        severity=Severity.WARNING,
        reading=fact("須同一位教師", called="教學訪問教師是否須同一位"),
        when=lambda survey: survey.multi_year == YesNo.NO,
        when_called="不申辦多年期者",
        clause=_YEARS,
    ),
    AtLeast(
        number="C69",
        forms=_SURVEY,
        severity=Severity.WARNING,
        reading=count("住宿資訊"),
        limit=_LEAST_LODGINGS,
        unit="間",
        clause=_LODGINGS,
        note=_DORMITORY,
    ),
    AtMost(
        number="C69",
        forms=_SURVEY,
        severity=Severity.WARNING,
        reading=count("住宿資訊"),
        limit=_MOST_LODGINGS,
        unit="間",
        clause=_LODGINGS,
    ),
    Required(
        number="C69",
        forms=_SURVEY,
        severity=Severity.WARNING,
        reading=fact("照片", called="住宿環境照片"),
        clause=REGULATION["附件一：照片"],
        note=_DORMITORY,
    ),
)
