"""Limits for lines of 附件七 and 附件八: 教材教具費 and 資料蒐集費."""

from collections.abc import Iterator, Sequence
from typing import Any

from jingjin_forms.checks.finding import Severity
from jingjin_forms.checks.kinds import AtMost, Judgement, Share
from jingjin_forms.checks.reading import LINES, Read, Reading, fact, value_at
from jingjin_forms.checks.rule import Fault, Rule
from jingjin_forms.parts.budget import total_of
from jingjin_forms.programmes.active_teaching.forms.programme_budget import FundedPlan
from jingjin_forms.programmes.active_teaching.parts.applicants import is_school
from jingjin_forms.programmes.active_teaching.rules.cost_items import (
    BOOKS,
    MATERIAL,
    CostItem,
    is_of_goods_and_books,
)
from jingjin_forms.programmes.active_teaching.source import REGULATION

_PLANS, _VISITING = ("programme_budget",), ("development_budget",)
_BLOCKS = ("經常門", "資本門")
_BLOCKS_OF = {"programme_budget": (LINES,), "development_budget": _BLOCKS}

TOTAL = fact("合計", called="補助總經費")
MATERIAL_PERCENT, _BOOKS_PERCENT = 20, 10
_BOOKS_OF_VISITED = 30_000

_NOTE_4 = REGULATION["附件八 備註 4"]

_TWO_NOTES = (
    "備註 4 說「前者」資料蒐集費供學員或學生、「後者」教材教具費供教師、講師，備註 5、6 與兩份清單"
    "的標題正好相反，這裡照備註 5、6"
)
MATERIAL_READ = f"「每案補助總經費」是合計，材料費、教具費也算教材教具費；{_TWO_NOTES}"
_BOOKS_READ = f"「總經費」是合計，圖書費、資料費也算資料蒐集費；{_TWO_NOTES}"
_OF_PLAN_4 = "第三點沒有為計畫四訂這個上限，附件八備註 4 則不分計畫，所以只提醒"
_OF_WORKSHOPS = "教師研習計畫不受 20% 限制；經費申請表看不出是不是，所以只提醒"


def _alone(item: CostItem, lists: Sequence[str] = (LINES,)) -> Reading:
    """What an item comes to, without lines that ask for goods and books together."""

    def read(budget: Any) -> Iterator[Read]:
        lines = [line for _, _, line in item.lines(budget, lists)]
        alone = [line for line in lines if not is_of_goods_and_books(line.item)]
        yield Read((lists[0], item.called), total_of(alone))

    return Reading(item.called, read)


MATERIAL_SUM, _BOOKS_SUM = _alone(MATERIAL), _alone(BOOKS)


def _is_under_point_3(budget: Any) -> bool:
    """計畫四 has no such limit in 第三點; without a plan nothing is certain."""
    return budget.plan in (FundedPlan.PLAN_1, FundedPlan.PLAN_2, FundedPlan.PLAN_3)


def _may_be_workshop(budget: Any) -> bool:
    """Whether it may be a 教師研習計畫, which 自主社群, 法人 and 團體 hold under 計畫一."""
    return budget.plan == FundedPlan.PLAN_1 and not is_school(budget)


def _both_in_one(form: str) -> Judgement:
    def judge(budget: Any) -> Iterator[Fault]:
        for label in _BLOCKS_OF[form]:
            for index, line in enumerate(value_at(budget, label)):
                if is_of_goods_and_books(line.item):
                    message = (
                        f"「{line.item}」把{MATERIAL.called}與{BOOKS.called}寫在同一項，"
                        "兩項的上限不同，請分開編列"
                    )
                    yield Fault((label, index, "項目"), message)

    return Judgement(
        number="C07",
        forms=(form,),
        severity=Severity.WARNING,
        question=f"{MATERIAL.called}與{BOOKS.called}分開編列",
        judge=judge,
        clause=_NOTE_4 if form == "programme_budget" else REGULATION["附件七 備註 4：上限"],
    )


RULES: tuple[Rule, ...] = (
    Share(
        number="C05",
        name="material_share",
        forms=_PLANS,
        reading=MATERIAL_SUM,
        percent=MATERIAL_PERCENT,
        base=TOTAL,
        when=lambda budget: _is_under_point_3(budget) and not _may_be_workshop(budget),
        note=MATERIAL_READ,
        clause=REGULATION["三 計畫一 二(二)：教材教具費"],
    ),
    Share(
        number="C05",
        name="material_share_outside_point_3",
        forms=_PLANS,
        severity=Severity.WARNING,
        reading=MATERIAL_SUM,
        percent=MATERIAL_PERCENT,
        base=TOTAL,
        when=lambda budget: not _is_under_point_3(budget),
        note=_OF_PLAN_4,
        clause=_NOTE_4,
    ),
    Share(
        number="C25",
        name="material_share_of_a_workshop",
        forms=_PLANS,
        severity=Severity.WARNING,
        reading=MATERIAL_SUM,
        percent=MATERIAL_PERCENT,
        base=TOTAL,
        when=_may_be_workshop,
        note=_OF_WORKSHOPS,
        clause=_NOTE_4,
    ),
    Share(
        number="C07",
        forms=_PLANS,
        reading=_BOOKS_SUM,
        percent=_BOOKS_PERCENT,
        base=TOTAL,
        when=_is_under_point_3,
        note=_BOOKS_READ,
        clause=REGULATION["三 計畫一 二(二)：資料蒐集費"],
    ),
    Share(
        number="C07",
        forms=_PLANS,
        severity=Severity.WARNING,
        reading=_BOOKS_SUM,
        percent=_BOOKS_PERCENT,
        base=TOTAL,
        when=lambda budget: not _is_under_point_3(budget),
        note=_OF_PLAN_4,
        clause=_NOTE_4,
    ),
    *map(_both_in_one, ("programme_budget", "development_budget")),
    AtMost(
        number="C24",
        forms=_VISITING,
        reading=_alone(BOOKS, _BLOCKS),
        limit=_BOOKS_OF_VISITED,
        note="經常門與資本門的資料蒐集費合起來算；圖書費、資料費也算",
        clause=REGULATION["附件七 備註 4：上限"],
    ),
)
