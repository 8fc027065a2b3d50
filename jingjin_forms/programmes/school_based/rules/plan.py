"""Rules of the 實施計畫: its courses, its sessions, its 提要表."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from jingjin_forms.checks.double_booking import same_time_twice
from jingjin_forms.checks.finding import Severity
from jingjin_forms.checks.kinds import Judgement, Required, Window
from jingjin_forms.checks.reading import LINES, Read, Reading, each, fact
from jingjin_forms.checks.rule import Fault, Rule
from jingjin_forms.programmes.school_based.rules.budget import LESSON, assistants, lecturers
from jingjin_forms.programmes.school_based.source import ADDED, PERIOD, PERIOD_CALLED, PLAN, REVIEW
from jingjin_forms.values.roc import RocDate

_WHOLE = ("implementation_plan",)
_ASSISTANT_FROM = 30
_COMMITTEE = ("課發會", "課程發展委員會")
_EVALUATION = ("課程評鑑",)


def period_of(plan: Any) -> tuple[date, date] | None:
    """From 1 August to 30 June: what 九 gives for its year."""
    if plan.school_year is None:
        return None
    start = plan.school_year.start
    return start, RocDate(start.year + 1, 6, 30)


def _ends_of_period(plan: Any) -> Iterator[Read]:
    if plan.period is not None:
        yield Read(("執行期程",), plan.period.start)
        yield Read(("執行期程",), plan.period.end)


def _too_few_for_an_assistant(plan: Any) -> Iterator[Fault]:
    known = [a.expected_people for a in plan.activities if a.expected_people is not None]
    if known and max(known) < _ASSISTANT_FROM:
        for index, _ in assistants(plan):
            message = f"編列了助理講師，預計人數是 {max(known)} 人，未達 {_ASSISTANT_FROM} 人"
            yield Fault((LINES, index, "項目"), message)


def _courses_of(plan: Any, *words: str) -> bool:
    return any(word in session.course_name for session in plan.sessions for word in words)


def _committee_or_evaluation(plan: Any) -> Iterator[Fault]:
    said = plan.committee_workshop or plan.curriculum_evaluation
    if not said and not _courses_of(plan, *_COMMITTEE, *_EVALUATION):
        message = "課程裡沒有課發會增能工作坊或課程評鑑，也沒有說明已經辦理過"
        yield Fault(("研習課程",), message)


def _says_committee_workshop(plan: Any) -> Iterator[Fault]:
    if not plan.committee_workshop and not _courses_of(plan, *_COMMITTEE):
        message = "沒有註明 108學年起是否辦理課發會增能工作坊"
        yield Fault(("課發會增能工作坊辦理情形",), message)


def _copied_down(plan: Any) -> Iterator[Fault]:
    for label, texts in (
        ("課程名稱", [s.course_name for s in plan.sessions]),
        ("上課方式", [s.teaching_method for s in plan.sessions]),
    ):
        if len(texts) > 1 and texts[0] and len(set(texts)) == 1:
            message = f"{len(texts)} 場的{label}都是「{texts[0]}」，請具體說明各場的內容"
            yield Fault(("研習課程", label), message)


_PREVIOUS_YEAR = (
    "計畫目標達成情形",
    "資源整合運用情形",
    "教師專業成長情形",
    "永續發展與多元創意",
    "經費核銷與成果彙整情形",
)


def _all_or_none_of_the_year_before(plan: Any) -> Iterator[Fault]:
    given = {label: fact(label).value(plan) for label in _PREVIOUS_YEAR}
    blank = [label for label, text in given.items() if not text]
    if blank and len(blank) < len(given):
        message = f"前一學年度的成效與檢討只填了一部分，還缺 {'、'.join(blank)}；無申請者五項都免填"
        yield Fault((blank[0],), message)


def _lessons_paid(plan: Any) -> Iterator[Fault]:
    """Only where all is known, in 節; an assistant is paid beside the lecturer."""
    held = [session.lessons for session in plan.sessions]
    beside = [index for index, _ in assistants(plan)]
    lines = [line for index, line in lecturers(plan) if index not in beside]
    lessons = [line.quantity for line in lines if line.quantity is not None]
    in_lessons = all(line.unit in ("", LESSON) for line in lines) and len(lessons) == len(lines)
    if not held or None in held or not lines or not in_lessons:
        return
    paid = sum(lessons)
    if paid != sum(held):
        message = f"講師費共 {paid:,} 節，研習課程的時間合計 {sum(held):,} 節"
        yield Fault(("經費項目", "講師費"), message)


def _sessions_counted(plan: Any) -> Iterator[Fault]:
    counts = [activity.session_count for activity in plan.activities]
    if counts and None not in counts and plan.sessions and sum(counts) != len(plan.sessions):
        message = f"方案的辦理場次合計 {sum(counts)} 場，研習課程有 {len(plan.sessions)} 場"
        yield Fault(("方案", "辦理場次"), message)


def _budgeting(plan: Any) -> Iterator[Fault]:
    sums = [activity.budgeting for activity in plan.activities]
    if sums and None not in sums and plan.total is not None and sum(sums) != plan.total:
        message = f"方案的經費編列合計 {sum(sums):,} 元，經費概算表的合計是 {plan.total:,} 元"
        yield Fault(("方案", "經費編列"), message)


RULES: tuple[Rule, ...] = (
    Judgement(
        number="A04",
        forms=_WHOLE,
        question=f"助理講師在研習人數達 {_ASSISTANT_FROM} 人以上時才編列",
        judge=_too_few_for_an_assistant,
        clause=ADDED,
    ),
    Judgement(
        number="A13",
        forms=_WHOLE,
        question="課發會增能工作坊與課程評鑑擇一列入，或說明已辦理",
        judge=_committee_or_evaluation,
        clause=PLAN["十二(二)2"],
    ),
    Judgement(
        number="A14",
        forms=_WHOLE,
        question="註明 108學年起是否辦理課發會增能工作坊",
        judge=_says_committee_workshop,
        clause=REVIEW["三(七)"],
    ),
    Window(
        number="A16",
        forms=_WHOLE,
        reading=each("研習課程", "日期", called="研習日期"),
        days=period_of,
        days_called=PERIOD_CALLED,
        clause=PERIOD,
    ),
    Window(
        number="A16",
        forms=_WHOLE,
        reading=Reading("執行期程", _ends_of_period),
        days=period_of,
        days_called=PERIOD_CALLED,
        clause=PERIOD,
    ),
    Judgement(
        number="A25",
        forms=_WHOLE,
        severity=Severity.WARNING,
        question="各場的課程名稱與上課方式具體說明，不是同一段文字",
        judge=_copied_down,
        clause=PLAN["七 填表補充說明(1)"],
    ),
    Judgement(
        number="A26",
        forms=_WHOLE,
        question="前一學年度的成效與檢討五項都填，無申請者都免填",
        judge=_all_or_none_of_the_year_before,
        clause=PLAN["二(二)"],
    ),
    Required(
        number="A26",
        forms=_WHOLE,
        reading=fact("需求與延續"),
        clause=PLAN["二(二)"],
    ),
    Judgement(
        number="E04",
        forms=_WHOLE,
        question="各方案的經費編列合計等於經費概算表的合計",
        judge=_budgeting,
        clause=PLAN["表 1-2：經費編列"],
    ),
    Judgement(
        number="E05",
        forms=_WHOLE,
        severity=Severity.WARNING,
        question="講師費的節數等於研習課程的節數",
        judge=_lessons_paid,
        clause=PLAN["表 1-1 講師費：節數"],
    ),
    Judgement(
        number="E06",
        forms=_WHOLE,
        severity=Severity.WARNING,
        question="沒有兩場在同一天同一時間",
        judge=same_time_twice("研習課程", "場"),
        clause=PLAN["七"],
    ),
    Judgement(
        number="E12",
        forms=_WHOLE,
        severity=Severity.WARNING,
        question="各方案的辦理場次合計等於研習課程的場數",
        judge=_sessions_counted,
        clause=PLAN["表 1-2：辦理場次"],
    ),
)
