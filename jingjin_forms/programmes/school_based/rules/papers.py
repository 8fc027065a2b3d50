"""Rules of the 審查作業表 and the results, of titles, and of when papers are handed in."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from jingjin_forms.checks.finding import Severity
from jingjin_forms.checks.kinds import Deadline, Judgement, Omitted, Required, Window
from jingjin_forms.checks.reading import fact
from jingjin_forms.checks.rule import Fault, Rule
from jingjin_forms.parts import School, SchoolText
from jingjin_forms.programmes.school_based.forms.review_sheet import Conformity, ReviewResult
from jingjin_forms.programmes.school_based.rules.sessions import period_of
from jingjin_forms.programmes.school_based.source import (
    CORRECTED_ENDS,
    HANDING_IN,
    HANDING_IN_ENDS,
    HANDING_IN_HOUR,
    PERIOD,
    PERIOD_CALLED,
    PLAN,
    RESULTS,
    RESULTS_END,
    REVIEW,
)
from jingjin_forms.values.amount import half_width

_without_county = re.compile("國立|財團法人")
_without_township = re.compile("縣立|國立|私立|財團法人")
"""Whose full name has no 鄉鎮市: 花蓮縣立宜昌國民中學."""


def _full_school_name(sheet: Any) -> Iterator[Fault]:
    school: SchoolText = School.to_context(sheet.school)
    missing: list[str] = []
    if school.縣市 != "花蓮縣" and (school.縣市 or not _without_county.search(school)):
        missing.append("花蓮縣")
    if not school.鄉鎮市區 and not _without_township.search(school):
        missing.append("鄉鎮市")
    if not school.學制:
        missing.append("國中或國小")
    if school and missing:
        yield Fault(("學校名稱",), f"「{school}」看不出{'、'.join(missing)}，請寫全銜")


_FIRST_PAPERS = ("review_sheet", "implementation_plan")
_RESULTS = ("session_result", "orid_feedback")
_INDICATORS = (
    "計畫目標性及完整性",
    "計畫永續發展性",
    "多元創意性",
    "資源整合性",
    "教育專業性",
    "經費編列",
)


def _every_indicator_marked(sheet: Any) -> Iterator[Fault]:
    if sheet.review_result is None:
        return
    context = sheet.context()
    for group in _INDICATORS:
        for index, mark in enumerate(context[group]):
            if not mark:
                yield Fault((group, index), "已有審查結果，這個指標沒有勾選符合程度")


def _passed_in_spite_of_an_indicator(sheet: Any) -> Iterator[Fault]:
    if sheet.review_result != ReviewResult.PASSED:
        return
    for group in _INDICATORS:
        for index, answer in enumerate(fact(group).value(sheet) or ()):
            if answer == Conformity.NOT_MET:
                message = "這個指標不符合，審查結果卻是全案通過，請再確認"
                yield Fault((group, index), message)


def _has_passed(sheet: Any) -> bool:
    return sheet.review_result is not None and sheet.review_result != ReviewResult.NOT_PASSED


def _may_be_corrected(paper: Any) -> bool:
    """A paper alone does not say whether it is a 修正版; what is late for one is late for both."""
    application = getattr(paper, "application", None)
    return application is None or application.is_revised


_school_year = re.compile(r"(?<![0-9])([0-9]{2,3})\s*學年度")


def _another_year_in_the_name(paper: Any) -> Iterator[Fault]:
    for year in _school_year.findall(half_width(paper.plan_name)):
        if paper.school_year is not None and int(year) != paper.school_year:
            message = f"計畫名稱寫的是 {year}學年度，這份資料是 {paper.school_year}學年度"
            yield Fault(("計畫名稱",), message)


def _days_of_the_year(paper: Any) -> tuple[date, date] | None:
    year = paper.school_year
    return None if year is None else (year.start, year.end)


RULES: tuple[Rule, ...] = (
    Deadline(
        number="A15",
        forms=_FIRST_PAPERS,
        severity=Severity.WARNING,
        what="審查作業表與實施計畫",
        last=HANDING_IN_ENDS,
        hour=HANDING_IN_HOUR,
        note=f"單獨一張表件看不出是不是修正版；審核後修正再送者，期限是 {CORRECTED_ENDS}",
        clause=HANDING_IN,
    ),
    Deadline(
        number="A19",
        forms=("application", *_FIRST_PAPERS),
        what="修正計畫",
        last=CORRECTED_ENDS,
        when=_may_be_corrected,
        clause=PLAN["十五(一)"],
    ),
    Deadline(
        number="A22",
        forms=("results", *_RESULTS),
        what="成果報告",
        last=RESULTS_END,
        clause=RESULTS,
    ),
    Judgement(
        number="A27",
        forms=("review_sheet",),
        severity=Severity.WARNING,
        question="學校名稱寫全銜：花蓮縣、鄉鎮市、國中或國小",
        judge=_full_school_name,
        clause=REVIEW["審查作業表：學校名稱"],
    ),
    *(
        Required(
            number="A34",
            forms=("review_sheet",),
            reading=fact(label),
            when_called="學校",
            clause=REVIEW["審查作業表：學校填"],
        )
        for label in ("班級數", "教師數")
    ),
    Judgement(
        number="A28",
        forms=("review_sheet",),
        question="有審查結果時，每個指標勾選一格",
        judge=_every_indicator_marked,
        clause=REVIEW["審查作業表：符合程度"],
    ),
    Judgement(
        number="A35",
        forms=("review_sheet",),
        severity=Severity.WARNING,
        question="全案通過時，沒有不符合的指標",
        judge=_passed_in_spite_of_an_indicator,
        clause=REVIEW["審查作業表：審查結果"],
    ),
    Required(
        number="A37",
        forms=("session_result",),
        severity=Severity.WARNING,
        reading=fact("照片", called="活動相片"),
        clause=PLAN["十六(一)"],
    ),
    Required(
        number="A29",
        forms=("review_sheet",),
        reading=fact("核定金額"),
        when=_has_passed,
        when_called="審查通過者",
        clause=REVIEW["審查作業表：核定金額"],
    ),
    Omitted(
        number="A29",
        forms=("review_sheet",),
        reading=fact("核定金額"),
        when=lambda sheet: (
            sheet.review_result == ReviewResult.NOT_PASSED and sheet.approved_amount != 0
        ),
        when_called="審查不通過者",
        clause=REVIEW["審查作業表：核定金額"],
    ),
    Window(
        number="A16",
        forms=("session_result",),
        reading=fact("日期", called="研習日期"),
        days=period_of,
        days_called=PERIOD_CALLED,
        clause=PERIOD,
    ),
    Window(
        number="E08",
        forms=("orid_feedback",),
        reading=fact("日期"),
        days=_days_of_the_year,
        days_called="該學年度 8月1日至次年 7月31日",
        clause=PLAN["成效評估參考表格(二)"],
    ),
    Judgement(
        number="E09",
        forms=("budget_estimate", "implementation_plan"),
        question="計畫名稱裡的學年度與表件的學年度相同",
        judge=_another_year_in_the_name,
        clause=PLAN["表 1-1"],
    ),
)
