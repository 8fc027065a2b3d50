"""Rules of the applications: 附件一, 二, 三, 五 and 六."""

import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from jingjin_forms.checks.finding import Clause, Severity
from jingjin_forms.checks.kinds import AtMost, Condition, Judgement, Omitted, Required
from jingjin_forms.checks.reading import Read, Reading, fact, length
from jingjin_forms.checks.rule import Fault, Rule
from jingjin_forms.errors import DateError
from jingjin_forms.programmes.active_teaching.forms.partnership_application import Approach
from jingjin_forms.programmes.active_teaching.forms.visiting_teacher_survey import SchoolKind
from jingjin_forms.programmes.active_teaching.parts.shared_questions import ApplicationStatus
from jingjin_forms.programmes.active_teaching.rules.deadlines import MonthsFrom
from jingjin_forms.programmes.active_teaching.source import REGULATION
from jingjin_forms.values.amount import half_width
from jingjin_forms.values.choice import YesNo
from jingjin_forms.values.roc import RocDate

_PRACTICE, _COMMUNITY = "practice_application", "community_workshop_application"
_PARTNERSHIP, _ACTIVITY = "partnership_application", "activity_application"
_SURVEY = "visiting_teacher_survey"
_APPLICATIONS = (_PRACTICE, _COMMUNITY, _PARTNERSHIP, _ACTIVITY)
_REMOTE_ONLY = (_PARTNERSHIP, _ACTIVITY)

_LONGEST = 300
_MONTHS_BEFORE = -2
_OTHER_PROGRAMME = "完全免試"

_NEED_NOT = "「免填」是不必填，填了並不違反規定；提醒是怕勾錯了前面的選項"

_NEW = REGULATION["附件三、五、六"]
_NEW_PRACTICE = REGULATION["附件二：字數"]
_BY_ITSELF = REGULATION["附件五 附註 6"]
_BY_ITSELF_IN_CELL = REGULATION["附件五"]

_date = re.compile(
    r"[0-9]{2,4} ?年 ?[0-9]{1,2} ?月 ?[0-9]{1,2} ?日|[0-9]{2,4}([./-])[0-9]{1,2}\1[0-9]{1,2}"
)


def _event_day(application: Any) -> Iterator[Read]:
    """The first date in 辦理時間, which is a text; nothing where none can be read."""
    if found := _date.search(half_width(application.event_time)):
        with suppress(DateError):
            yield Read(("辦理時間",), RocDate(found[0].replace(" ", "")))


def _is(status: ApplicationStatus) -> Condition:
    return lambda application: application.application_status == status


def _results_of_the_year_before(forms: tuple[str, ...], source: Clause) -> tuple[Rule, ...]:
    """C41: at most 300 characters, by those who go on; who is new need not write any."""
    told = fact("前一年執行成果")
    return (
        AtMost(
            number="C41",
            forms=forms,
            reading=length("前一年執行成果"),
            limit=_LONGEST,
            unit="字",
            note="「字」不計空白與換行",
            clause=source,
        ),
        Required(
            number="C41",
            forms=forms,
            reading=told,
            when=_is(ApplicationStatus.CONTINUED),
            when_called="續辦者",
            clause=source,
        ),
        Omitted(
            number="C41",
            forms=forms,
            severity=Severity.WARNING,
            reading=told,
            when=_is(ApplicationStatus.NEW),
            when_called="初辦者",
            note=_NEED_NOT,
            clause=source,
        ),
    )


def _left_out(label: str, source: Clause) -> Omitted:
    """C49: what a school that plans by itself need not fill in."""
    return Omitted(
        number="C49",
        forms=(_PARTNERSHIP,),
        severity=Severity.WARNING,
        reading=fact(label),
        when=lambda application: application.approach == Approach.BY_ITSELF,
        when_called="由學校自行規劃者",
        note=_NEED_NOT,
        clause=source,
    )


def _with_subsidy(label: str) -> Required:
    """E14: what must stand behind □是."""
    return Required(
        number="E14",
        forms=_APPLICATIONS,
        reading=fact("已申請政府補助", label),
        when=lambda application: application.other_subsidy.applied == YesNo.YES,
        when_called="已申請政府補助者",
        clause=REGULATION["附件二、三、五、六：政府補助"],
    )


def _other_programme(application: Any) -> Iterator[Fault]:
    name = application.other_subsidy.plan_name
    if _OTHER_PROGRAMME in name and application.other_subsidy.applied != YesNo.NO:
        message = f"已申請「{name}」者，不得重複申請計畫三及計畫四"
        yield Fault(("已申請政府補助", "計畫名稱"), message)


def _is_other_kind(survey: Any) -> bool:
    return survey.school_type == SchoolKind.OTHER


RULES: tuple[Rule, ...] = (
    Required(
        number="C37",
        forms=_REMOTE_ONLY,
        reading=fact("學校類型"),
        when_called="計畫三及計畫四限偏遠地區學校申請，",
        clause=REGULATION["三 計畫三、計畫四 二"],
    ),
    Required(
        number="C37",
        forms=(_SURVEY,),
        reading=fact("其他學校類型", called="有什麼特殊需求"),
        when=_is_other_kind,
        when_called="學校類型為其他者，",
        clause=REGULATION["三 計畫五 二"],
    ),
    Judgement(
        number="C39",
        name="exam_free_beside_plans_3_4",
        forms=_REMOTE_ONLY,
        question="沒有申請「學習區完全免試國中提升學習品質計畫」",
        judge=_other_programme,
        clause=REGULATION["附件十三 備註 3"],
    ),
    MonthsFrom(
        number="C40",
        forms=(_COMMUNITY,),
        what="自主社群研習申請表",
        reading=Reading("辦理日", _event_day),
        months=_MONTHS_BEFORE,
        clause=REGULATION["四(二)5"],
    ),
    *_results_of_the_year_before((_PRACTICE,), _NEW_PRACTICE),
    *_results_of_the_year_before((_COMMUNITY, _PARTNERSHIP, _ACTIVITY), _NEW),
    *(_left_out(label, _BY_ITSELF) for label in ("大學團隊名稱", "團隊主要聯絡人", "團隊成員")),
    *(_left_out(label, _BY_ITSELF_IN_CELL) for label in ("課程規劃", "教學方法", "協力策略")),
    Required(
        number="E13",
        forms=_APPLICATIONS,
        reading=fact("申辦情形", called="申辦情形（初辦或續辦）"),
        clause=REGULATION["附件二、三、五、六：申辦情形"],
    ),
    *map(_with_subsidy, ("補助單位", "計畫名稱", "補助金額")),
)
