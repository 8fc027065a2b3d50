"""Rules of the 實施計畫 as a whole: its format, its 需求分析, its 提要表."""

import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from jingjin_forms.checks.finding import Severity
from jingjin_forms.checks.kinds import Judgement, Required, Window
from jingjin_forms.checks.reading import Read, Reading, fact, is_nothing
from jingjin_forms.checks.rule import Fault, Rule
from jingjin_forms.errors import DateError
from jingjin_forms.programmes.school_based.rules.sessions import period_of
from jingjin_forms.programmes.school_based.source import PERIOD, PERIOD_CALLED, PLAN, REVIEW
from jingjin_forms.values.roc import RocDate, RocPeriod

_WHOLE = ("implementation_plan",)
_HEADINGS = ("背景說明", "計畫目標", "研習地點", "計畫名稱", "經費項目", "方案", "預期效益")
"""What stands under the headings of the plan, 表 1-1 and 表 1-2, besides what other rules ask."""
_PREVIOUS_YEAR = (
    "計畫目標達成情形",
    "資源整合運用情形",
    "教師專業成長情形",
    "永續發展與多元創意",
    "經費核銷與成果彙整情形",
)
_showing = re.compile(
    "成果.{0,8}(?:展|發表|分享|呈現|公開|上傳|觀摩|彙編|專輯|影片|海報|報告|網)"
    "|分享|發表|公開授課|觀摩|展示|展覽|靜態展|動態展"
)


def _ends_of_period(plan: Any) -> Iterator[Read]:
    if plan.period is not None:
        yield Read(("執行期程",), plan.period.start)
        yield Read(("執行期程",), plan.period.end)


def _ends_of_activities(sheet: Any) -> Iterator[Read]:
    """Of the 方案 whose 辦理期程 is written as days."""
    for index, activity in enumerate(sheet.activities):
        for read in (RocPeriod, RocDate):
            with suppress(DateError):
                days = read(activity.period)
                ends = (days.start, days.end) if isinstance(days, RocPeriod) else (days,)
                yield from (Read(("方案", index, "辦理期程"), day) for day in ends)
                break


def _every_heading(plan: Any) -> Iterator[Fault]:
    for label in _HEADINGS:
        if is_nothing(fact(label).value(plan)):
            yield Fault((label,), f"計畫格式有「{label}」，現在是空白")


def _all_or_none_of_the_year_before(plan: Any) -> Iterator[Fault]:
    given = {label: fact(label).value(plan) for label in _PREVIOUS_YEAR}
    blank = [label for label, text in given.items() if not text]
    if blank and len(blank) < len(given):
        message = f"前一學年度的成效與檢討只填了一部分，還缺 {'、'.join(blank)}；無申請者五項都免填"
        yield Fault((blank[0],), message)


def _way_of_showing_results(plan: Any) -> Iterator[Fault]:
    texts = [plan.expected_benefits, plan.goals_text, plan.needs]
    for session in plan.sessions:
        texts += [session.course_name, session.teaching_method]
    for activity in plan.activities:
        texts += [activity.activity_type, activity.benefits, activity.content, activity.remark]
    if not any(_showing.search(text) for text in texts):
        message = "看不出成果展示方式，例如 分享發表、公開授課、成果上傳網站；可以寫在預期效益"
        yield Fault(("預期效益",), message)


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
    Window(
        number="A16",
        forms=_WHOLE,
        reading=Reading("執行期程", _ends_of_period),
        days=period_of,
        days_called=PERIOD_CALLED,
        clause=PERIOD,
    ),
    Window(
        number="A16",
        forms=("implementation_plan", "summary_sheet"),
        reading=Reading("辦理期程", _ends_of_activities),
        days=period_of,
        days_called=PERIOD_CALLED,
        clause=PERIOD,
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
        number="A32",
        forms=_WHOLE,
        severity=Severity.WARNING,
        question="列出成果展示方式",
        judge=_way_of_showing_results,
        note="計畫格式沒有這一欄，寫在目標、課程、提要表或預期效益都算",
        clause=REVIEW["七(九)"],
    ),
    Judgement(
        number="A33",
        forms=_WHOLE,
        question="計畫格式的各項都填",
        judge=_every_heading,
        clause=PLAN["十三(二)：格式"],
    ),
    Judgement(
        number="E04",
        forms=_WHOLE,
        question="各方案的經費編列合計等於經費概算表的合計",
        judge=_budgeting,
        clause=PLAN["表 1-2：經費編列"],
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
