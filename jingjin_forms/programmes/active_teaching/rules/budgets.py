"""Limits for lines of 附件七 and 附件八, and their lists of goods and books."""

from typing import Any

from jingjin_forms.checks.finding import Clause, Severity
from jingjin_forms.checks.kinds import AtMost, Required, Same, Share
from jingjin_forms.checks.reading import Reading, fact, items
from jingjin_forms.checks.rule import Rule
from jingjin_forms.programmes.active_teaching.forms.programme_budget import FundedPlan
from jingjin_forms.programmes.active_teaching.parts.applicants import is_school
from jingjin_forms.programmes.active_teaching.source import REGULATION

_PLANS, _VISITING = ("programme_budget",), ("development_budget",)
_CURRENT, _CAPITAL = "經常門", "資本門"
_MATERIAL_WORDS, _BOOK_WORDS = ("教材教具", "教具", "教材費"), ("資料蒐集",)

MATERIAL = items(*_MATERIAL_WORDS, called="教材教具費")
_BOOKS = items(*_BOOK_WORDS, called="資料蒐集費")
TOTAL = fact("合計", called="補助總經費")
MATERIAL_PERCENT, _BOOKS_PERCENT = 20, 10
_BOOKS_OF_VISITED = 30_000

_NOTE_4 = REGULATION["附件八 備註 4"]


def _is_under_point_3(budget: Any) -> bool:
    """計畫四 has no such limit in 第三點; without a plan nothing is certain."""
    return budget.plan in (FundedPlan.PLAN_1, FundedPlan.PLAN_2, FundedPlan.PLAN_3)


def _may_be_workshop(budget: Any) -> bool:
    """Whether it may be a 教師研習計畫, which 自主社群, 法人 and 團體 hold under 計畫一."""
    return budget.plan == FundedPlan.PLAN_1 and not is_school(budget)


def _list_agrees(form: str, line: Reading, listed: str, total: str, source: Clause) -> list[Rule]:
    """E03: the 合計 of a list is the line of the same name; neither stands without the other."""
    list_total = fact(total)
    return [
        Same(number="E03", forms=(form,), reading=list_total, other=line, clause=source),
        Required(
            number="E03",
            forms=(form,),
            severity=Severity.WARNING,
            reading=fact(listed),
            when=lambda budget: line.value(budget) is not None,
            when_called=f"編列{line.name}者",
            clause=source,
        ),
        Required(
            number="E03",
            forms=(form,),
            reading=line,
            when=lambda budget: list_total.value(budget) is not None,
            when_called=f"有{listed}者",
            clause=source,
        ),
    ]


RULES: tuple[Rule, ...] = (
    Share(
        number="C05",
        name="material_share",
        forms=_PLANS,
        reading=MATERIAL,
        percent=MATERIAL_PERCENT,
        base=TOTAL,
        when=lambda budget: _is_under_point_3(budget) and not _may_be_workshop(budget),
        clause=REGULATION["三 計畫一 二(二)：教材教具費"],
    ),
    Share(
        number="C05",
        name="material_share_outside_point_3",
        forms=_PLANS,
        severity=Severity.WARNING,
        reading=MATERIAL,
        percent=MATERIAL_PERCENT,
        base=TOTAL,
        when=lambda budget: not _is_under_point_3(budget),
        clause=_NOTE_4,
    ),
    Share(
        number="C25",
        name="material_share_of_a_workshop",
        forms=_PLANS,
        severity=Severity.WARNING,
        reading=MATERIAL,
        percent=MATERIAL_PERCENT,
        base=TOTAL,
        when=_may_be_workshop,
        clause=_NOTE_4,
    ),
    Share(
        number="C07",
        forms=_PLANS,
        reading=_BOOKS,
        percent=_BOOKS_PERCENT,
        base=TOTAL,
        when=_is_under_point_3,
        clause=REGULATION["三 計畫一 二(二)：資料蒐集費"],
    ),
    Share(
        number="C07",
        forms=_PLANS,
        severity=Severity.WARNING,
        reading=_BOOKS,
        percent=_BOOKS_PERCENT,
        base=TOTAL,
        when=lambda budget: not _is_under_point_3(budget),
        clause=_NOTE_4,
    ),
    AtMost(
        number="C24",
        forms=_VISITING,
        reading=items(*_BOOK_WORDS, lists=(_CURRENT, _CAPITAL), called="資料蒐集費"),
        limit=_BOOKS_OF_VISITED,
        clause=REGULATION["附件七 備註 4：上限"],
    ),
    *_list_agrees(
        "development_budget",
        items(*_MATERIAL_WORDS, lists=(_CURRENT,), called="教材教具費"),
        "物品明細",
        "物品合計",
        REGULATION["附件七 備註 3"],
    ),
    *_list_agrees(
        "development_budget",
        items(*_BOOK_WORDS, lists=(_CURRENT,), called="資料蒐集費"),
        "書籍清單",
        "書籍合計",
        REGULATION["附件七 備註 4：書籍清單"],
    ),
    *_list_agrees(
        "programme_budget",
        MATERIAL,
        "物品明細",
        "物品合計",
        REGULATION["附件八 備註 5"],
    ),
    *_list_agrees(
        "programme_budget",
        _BOOKS,
        "書籍清單",
        "書籍合計",
        REGULATION["附件八 備註 6"],
    ),
)
