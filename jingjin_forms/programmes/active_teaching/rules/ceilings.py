"""How much may be asked for: 附件八 (計畫一 to 計畫四) and 附件七 (計畫五).

What the basic sum may be exceeded for is not on the papers: see the package's docstring.
"""

from collections.abc import Callable, Iterator
from typing import Any

from jingjin_forms.checks.finding import Clause, Severity
from jingjin_forms.checks.kinds import AtMost, Condition, Judgement
from jingjin_forms.checks.reading import Reading, fact
from jingjin_forms.checks.rule import Fault, Rule
from jingjin_forms.programmes.active_teaching.forms.programme_budget import FundedPlan
from jingjin_forms.programmes.active_teaching.parts.applicants import is_school
from jingjin_forms.programmes.active_teaching.rules import cost_items
from jingjin_forms.programmes.active_teaching.source import REGULATION

_PLANS, _VISITING = ("programme_budget",), ("development_budget",)
_TOTAL, _CAPITAL = fact("合計"), fact("資本門小計", called="資本門經費")
TRANSPORT = cost_items.TRANSPORT.sum()

PLAN_1, PLAN_1_CURRICULUM = 100_000, 20_000
PLAN_2 = 120_000
PLANS_3_4, EACH_BRANCH = 250_000, 100_000
ISLAND_PERCENT = 10
VISITED, VISITED_CURRICULUM = 100_000, 20_000
HOME_SECOND_YEAR = 150_000
VISITING_CAPITAL, CAPITAL_SECOND_YEAR = 50_000, 75_000

PLAN_1_BASIC = REGULATION["三 計畫一 一(一)：每校"]
PLAN_1_MORE = REGULATION["三 計畫一 一(一)：校訂課程"]
PLAN_2_BASIC = REGULATION["三 計畫二 一：每校"]
CAPITAL_OF_VISITED = REGULATION["三 計畫五 一(一)1"]
VISITED_MORE = REGULATION["三 計畫五 一(一)3"]
HOME = REGULATION["三 計畫五 一(四)"]

ISLAND_READ = (
    "「補助總經費」與「總補助經費」都是合計；離島另補助的交通費加在上限之外，最多到合計的 10%"
)
BRANCH_READ = (
    "附件十三寫「每校或每班得另核定」，第三點寫「每分校或每分班得另補助」，這裡照第三點，"
    "只有分校與分班各加 100,000 元"
)


def _is(plan: FundedPlan) -> Condition:
    return lambda budget: budget.plan == plan


def _with_island(most: int) -> Callable[[Any], int]:
    """The sum, and on top of it the 交通費 that an island's school may have had."""

    def limit(budget: Any) -> int:
        transport = TRANSPORT.value(budget) or 0
        return most + min(transport, (budget.total or 0) * ISLAND_PERCENT // 100)

    return limit


_MOST_PLAN_1 = _with_island(PLAN_1 + PLAN_1_CURRICULUM)
_MOST_PLAN_2 = _with_island(PLAN_2)


def _most_of_school(budget: Any) -> int | None:
    """自主社群, 法人 and 團體 have no ceiling: 由本署核定補助經費之額度."""
    return _MOST_PLAN_1(budget) if is_school(budget) else None


def _beyond(
    number: str,
    name: str,
    forms: tuple[str, ...],
    clause: Clause,
    condition: str,
    *,
    above: int,
    up_to: Callable[[Any], int | None] = lambda _: None,
    reading: Reading = _TOTAL,
    when: Condition = lambda _: True,
    note: str = "",
) -> Judgement:
    """A warning where a sum is right on a condition only; what is above `up_to` is no matter."""

    def judge(facts: Any) -> Iterator[Fault]:
        highest = up_to(facts)
        for path, value, _ in reading.known(facts) if when(facts) else ():
            if value > above and (highest is None or value <= highest):
                message = (
                    f"{reading.name} {value:,} 元，比 {above:,} 元多 {value - above:,} 元："
                    f"{condition}"
                )
                yield Fault(path, message)

    return Judgement(
        number=number,
        name=name,
        forms=forms,
        severity=Severity.WARNING,
        question=f"{reading.name}超過 {above:,} 元時，{condition}",
        judge=judge,
        note=note,
        clause=clause,
    )


RULES: tuple[Rule, ...] = (
    _beyond(
        "C01",
        "plan_1_basic",
        _PLANS,
        PLAN_1_BASIC,
        f"辦理校訂課程(彈性學習課程)及發展學校課程計畫者得增加 {PLAN_1_CURRICULUM:,} 元，"
        f"離島地區學校得另補助交通費（{ISLAND_PERCENT}% 以內），"
        "自主社群、法人及團體由國教署核定額度",
        above=PLAN_1,
        up_to=_most_of_school,
        when=_is(FundedPlan.PLAN_1),
        note=ISLAND_READ,
    ),
    AtMost(
        number="C02",
        name="plan_1_most",
        forms=_PLANS,
        reading=_TOTAL,
        limit=_most_of_school,
        limit_called=f"{PLAN_1 + PLAN_1_CURRICULUM:,} 元（計畫一的學校；離島另加交通費）",
        when=_is(FundedPlan.PLAN_1),
        clause=PLAN_1_MORE,
        note=ISLAND_READ,
    ),
    _beyond(
        "C12",
        "plan_2_basic",
        _PLANS,
        PLAN_2_BASIC,
        f"離島地區學校才得另補助交通費（{ISLAND_PERCENT}% 以內）",
        above=PLAN_2,
        up_to=_MOST_PLAN_2,
        when=_is(FundedPlan.PLAN_2),
        note=ISLAND_READ,
    ),
    AtMost(
        number="C12",
        name="plan_2_most",
        forms=_PLANS,
        reading=_TOTAL,
        limit=_MOST_PLAN_2,
        limit_called=f"{PLAN_2:,} 元（計畫二；離島另加交通費）",
        when=_is(FundedPlan.PLAN_2),
        clause=PLAN_2_BASIC,
        note=ISLAND_READ,
    ),
    _beyond(
        "C14",
        "plan_3_branches",
        _PLANS,
        REGULATION["三 計畫三 一：分校"],
        f"具分校或分班者，每分校或每分班才得另補助最高 {EACH_BRANCH:,} 元",
        above=PLANS_3_4,
        when=_is(FundedPlan.PLAN_3),
        note=BRANCH_READ,
    ),
    _beyond(
        "C17",
        "plan_4_branches",
        _PLANS,
        REGULATION["三 計畫四 一"],
        f"具分校或分班者，每分校或每分班才得另補助最高 {EACH_BRANCH:,} 元；"
        "同時申請計畫三者，得併用計畫三未達上限的餘款",
        above=PLANS_3_4,
        when=_is(FundedPlan.PLAN_4),
        note=BRANCH_READ,
    ),
    _beyond(
        "C18",
        "visiting_capital",
        _VISITING,
        CAPITAL_OF_VISITED,
        f"教學訪問教師原服務學校連續第二年辦理者，才得編列資本門經費到 {CAPITAL_SECOND_YEAR:,} 元",
        above=VISITING_CAPITAL,
        up_to=lambda _: CAPITAL_SECOND_YEAR,
        reading=_CAPITAL,
    ),
    _beyond(
        "C20",
        "visited_school",
        _VISITING,
        VISITED_MORE,
        f"受訪學校辦理校訂課程及發展學校課程計畫草案者得增加 {VISITED_CURRICULUM:,} 元，"
        f"教學訪問教師原服務學校連續第二年辦理者最高 {HOME_SECOND_YEAR:,} 元",
        above=VISITED,
        up_to=lambda _: VISITED + VISITED_CURRICULUM,
    ),
    _beyond(
        "C22",
        "visiting_second_year",
        _VISITING,
        HOME,
        f"教學訪問教師原服務學校連續第二年辦理者，最高才是 {HOME_SECOND_YEAR:,} 元",
        above=VISITED + VISITED_CURRICULUM,
        up_to=lambda _: HOME_SECOND_YEAR,
    ),
    AtMost(
        number="C22",
        name="visiting_most",
        forms=_VISITING,
        reading=_TOTAL,
        limit=HOME_SECOND_YEAR,
        clause=HOME,
    ),
    AtMost(
        number="C22",
        name="visiting_capital_most",
        forms=_VISITING,
        reading=_CAPITAL,
        limit=CAPITAL_SECOND_YEAR,
        clause=HOME,
    ),
)
