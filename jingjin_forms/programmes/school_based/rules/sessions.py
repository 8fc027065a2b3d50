"""Rules of 研習課程表: what each session says, and what all of them say together."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

from jingjin_forms.checks.double_booking import same_time_twice
from jingjin_forms.checks.finding import Severity
from jingjin_forms.checks.kinds import Judgement, Window
from jingjin_forms.checks.reading import each, is_nothing
from jingjin_forms.checks.rule import Fault, Rule
from jingjin_forms.programmes.school_based.rules.lines import LESSON, assistants, lecturers
from jingjin_forms.programmes.school_based.source import PERIOD, PERIOD_CALLED, PLAN, REVIEW
from jingjin_forms.values.roc import RocDate

_WHOLE = ("implementation_plan",)
_SESSIONS = "研習課程"
_numbering = re.compile(r"[\s0-9０-９()（）一二三四五六七八九十上中下第場次講單元之\-—:：]+$")
_lecture = re.compile(r"(?:專題)?(?:講座|演講|講演|講述|講授|聽講)")
_MANY = 4
"""From so many sessions on, one that differs does not make the rest no copies."""


def period_of(plan: Any) -> tuple[date, date] | None:
    """From 1 August to 30 June: what 九 gives for its year."""
    if plan.school_year is None:
        return None
    start = plan.school_year.start
    return start, RocDate(start.year + 1, 6, 30)


def _topic_lecturer_time_place(plan: Any) -> Iterator[Fault]:
    if not plan.sessions:
        yield Fault((_SESSIONS,), "沒有列出任何一場的課程議題、講座、辦理時間、地點")
    for index, session in enumerate(plan.sessions):
        said = {
            "課程名稱": session.course_name,
            "講師": session.lecturer,
            "日期": session.date,
            "時間": session.time,
            "地點": session.place.strip() or plan.venue,
        }
        blank = [label for label, value in said.items() if is_nothing(value)]
        if blank:
            yield Fault((_SESSIONS, index, blank[0]), f"這一場沒有填{'、'.join(blank)}")


def _copied_down(plan: Any) -> Iterator[Fault]:
    for label, column in (
        ("課程名稱", [s.course_name for s in plan.sessions]),
        ("上課方式", [s.teaching_method for s in plan.sessions]),
    ):
        texts = [text for text in column if text.strip()]
        copied = _most_copied(texts) if len(texts) > 1 else None
        if copied is not None:
            text, times = copied
            whole = "都是" if times == len(column) else f"有 {times} 場是"
            message = f"{len(column)} 場的{label}{whole}「{text}」，請具體說明各場的內容"
            yield Fault((_SESSIONS, label), message)


def _most_copied(texts: list[str]) -> tuple[str, int] | None:
    """The text that stands in all rows, or in all but one of many, and in how many.

    Of many, what only has another number behind it is the same: 增能研習（一）. A course of two or
    three parts is none.
    """
    plain = ["".join(text.split()) for text in texts]
    if len(texts) >= _MANY:
        plain = [_numbering.sub("", text) or text for text in plain]
    [(copied, times)] = Counter(plain).most_common(1)
    enough = len(texts) - 1 if len(texts) >= _MANY else len(texts)
    return (texts[plain.index(copied)], times) if times >= enough else None


def _only_lectures(plan: Any) -> Iterator[Fault]:
    methods = [s.teaching_method for s in plan.sessions]
    if len(methods) > 1 and all(_is_lecture(method) for method in methods):
        message = f"{len(methods)} 場都是「{methods[0]}」，請減少靜態講演，安排實作、觀摩或演練"
        yield Fault((_SESSIONS, "上課方式"), message)


def _is_lecture(method: str) -> bool:
    parts = [part for part in re.split(r"[\s、，,／/；;及和與]+", method) if part]
    return bool(parts) and all(_lecture.fullmatch(part) for part in parts)


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


RULES: tuple[Rule, ...] = (
    Window(
        number="A16",
        forms=_WHOLE,
        reading=each(_SESSIONS, "日期", called="研習日期"),
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
        number="A31",
        forms=_WHOLE,
        question="每一場列出課程議題、講座、辦理時間、地點",
        judge=_topic_lecturer_time_place,
        note="各場沒有填地點時，以研習地點為準",
        clause=REVIEW["七(七)"],
    ),
    Judgement(
        number="A38",
        forms=_WHOLE,
        severity=Severity.WARNING,
        question="各場不全是講座、演講",
        judge=_only_lectures,
        clause=REVIEW["三(四)"],
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
        judge=same_time_twice(_SESSIONS, "場"),
        clause=PLAN["七"],
    ),
)
