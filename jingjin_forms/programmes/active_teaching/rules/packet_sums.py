"""How much a whole packet may ask for in 附件八, where its facts say what raises a limit.

Readings: of an island's school all 交通費 is the one that may be 10% of 合計, since the text does
not tell it from what it pays for transport in any case; on the main island 交通費 is a line as any
other. What 計畫三 leaves for 計畫四 is the ceiling of 計畫三 less 計畫三申請金額.
"""

from collections.abc import Iterator
from typing import Any

from jingjin_forms.checks.finding import Clause, Severity
from jingjin_forms.checks.kinds import AtMost, Condition, Judgement, Share, always
from jingjin_forms.checks.rule import Fault, Rule
from jingjin_forms.programmes.active_teaching.application_words import AlsoApplied, ApplicationKind
from jingjin_forms.programmes.active_teaching.rules import budgets, ceilings
from jingjin_forms.programmes.active_teaching.rules.packet_facts import (
    APPLICATION,
    BUDGET,
    branches_of,
    budget_of,
    is_a_school,
    is_for,
    is_plan_of_budget,
    is_workshop,
    of_budget,
    yes,
)
from jingjin_forms.programmes.active_teaching.rules.raised_ceilings import Ceiling
from jingjin_forms.programmes.active_teaching.source import REGULATION

_TOTAL = ("合計",)
_EACH_TEACHER = 1_000

_ISLAND = REGULATION["三 計畫一 一(一)：離島"]
_REMAINDER = REGULATION["三 計畫三 一：餘款"]

_TRANSPORT_READ = (
    "要點沒有分開離島另補助的交通費與一般支應的交通費，離島學校的交通費（含旅費、船票、機票）全部合計，"
    "以合計的 10% 為限；本島學校沒有這個上限"
)
_REMAINDER_READ = "計畫三的餘款是計畫三的上限減「計畫三申請金額」"
_TEACHERS_READ = "每場每一教師 1,000 元，讀作場次數乘每場教師數乘 1,000 元"


def _ceiling_1_2(packet: Any) -> Ceiling | None:
    """That of a school under 計畫一 or 計畫二: 自主社群, 法人 and 團體 have none."""
    application, budget = packet.application, budget_of(packet)
    if budget is None or budget.total is None or not is_a_school(packet):
        return None
    if application.plan == ApplicationKind.PLAN_2:
        ceiling = Ceiling("C12", ceilings.PLAN_2, ceilings.PLAN_2)
    elif application.plan == ApplicationKind.PLAN_1:
        curriculum = yes(application.school_curriculum)
        number = "C01" if curriculum is False else "C02"
        ceiling = Ceiling(number, ceilings.PLAN_1, ceilings.PLAN_1)
        ceiling = ceiling.raised(ceilings.PLAN_1_CURRICULUM, curriculum)
    else:
        return None
    on_island = yes(application.on_island)
    transport = ceilings.TRANSPORT.value(budget) or 0
    transport = min(transport, budget.total * ceilings.ISLAND_PERCENT // 100)
    if on_island and transport:
        ceiling = ceiling._replace(number="C03")
    return ceiling.raised(transport, on_island)


def _ceiling_3_4(packet: Any) -> Ceiling | None:
    """That of 計畫三 or 計畫四; None while 分校 and 分班 are not counted."""
    application, budget = packet.application, budget_of(packet)
    branches = branches_of(packet)
    if branches is None or budget is None or budget.total is None:
        return None
    most = ceilings.PLANS_3_4 + ceilings.EACH_BRANCH * branches
    if application.plan == ApplicationKind.PLAN_3:
        return Ceiling("C14", most, most)
    if application.plan != ApplicationKind.PLAN_4:
        return None
    if AlsoApplied.PLAN_3 in application.also_applied:
        if (asked := application.plan_3_amount) is None:
            return Ceiling("C16", most, 2 * most)
        left = max(0, most - asked)
        return Ceiling("C16", most + left, most + left)
    return Ceiling("C17", most, most if application.also_applied else 2 * most)


def _above(
    number: str,
    asks: str,
    source: Clause,
    *settles: str,
    when: Condition = always,
    decides: Condition = always,
    note: str = "",
) -> Judgement:
    """A sum that is above its ceiling whatever the missing facts are.

    Where the facts decide about it, it settles what the paper's own rules ask.
    """

    def judge(packet: Any) -> Iterator[Fault]:
        ceiling = _ceiling_1_2(packet) or _ceiling_3_4(packet)
        if ceiling is not None and ceiling.number == number and when(packet):
            yield from ceiling.faults(budget_of(packet).total, _TOTAL, "合計", BUDGET)

    return Judgement(
        number=number,
        forms=APPLICATION,
        question=asks,
        judge=judge,
        clause=source,
        settles=settles,
        settled_when=decides,
        note=note,
    )


def _decides_1_2(packet: Any) -> bool:
    """Whether the facts say all about a sum of 計畫一 or 計畫二; else the paper's rules warn."""
    if not is_plan_of_budget(packet):
        return False
    if (ceiling := _ceiling_1_2(packet)) is None:
        return is_a_school(packet) is False  # but for schools there is no ceiling
    return not ceiling.leaves_open(budget_of(packet).total)


def _decides_3_4(packet: Any) -> bool:
    """As above for 計畫三 and 計畫四; what only 計畫三申請金額 decides, C16 asks for."""
    if not is_plan_of_budget(packet) or (ceiling := _ceiling_3_4(packet)) is None:
        return False
    return ceiling.number == "C16" or not ceiling.leaves_open(budget_of(packet).total)


def _unknown_remainder(packet: Any) -> Iterator[Fault]:
    ceiling = _ceiling_3_4(packet)
    if ceiling is None or ceiling.number != "C16":
        return
    total = budget_of(packet).total
    if ceiling.leaves_open(total):
        message = (
            f"合計 {total:,} 元，比計畫四的 {ceiling.least:,} 元多 {total - ceiling.least:,} 元："
            "計畫三的申請未達上限，才得併用其餘款，請填「計畫三申請金額」"
        )
        yield Fault(_TOTAL, message, BUDGET)


def _most_for_teachers(packet: Any) -> int | None:
    application = packet.application
    counts = application.workshop_count, application.teachers_per_workshop
    return None if None in counts else counts[0] * counts[1] * _EACH_TEACHER


_is_under_point_3 = is_for(
    ApplicationKind.PLAN_1, ApplicationKind.PLAN_2, ApplicationKind.PLAN_3, ApplicationKind.WORKSHOP
)


def _is_on_an_island(plan: ApplicationKind) -> Condition:
    """Whether a school on an island applies for it: 自主社群, 法人 and 團體 have no such part."""

    def holds(packet: Any) -> bool:
        application = packet.application
        is_island_s = is_a_school(packet) and yes(application.on_island)
        return bool(is_island_s) and application.application_kind == plan

    return holds


def _decides_the_share(packet: Any) -> bool:
    """Whether the 20% do not hold, for a workshop, or hold by 第三點 and are asked here."""
    known = is_workshop(packet)
    return known is True or (known is False and _is_under_point_3(packet))


RULES: tuple[Rule, ...] = (
    _above(
        "C01",
        f"計畫一的學校不超過 {ceilings.PLAN_1:,} 元（沒有校訂課程者）",
        ceilings.PLAN_1_BASIC,
        "plan_1_basic",
        decides=_decides_1_2,
        note=ceilings.ISLAND_READ,
    ),
    _above(
        "C02",
        f"計畫一的學校不超過 {ceilings.PLAN_1 + ceilings.PLAN_1_CURRICULUM:,} 元",
        ceilings.PLAN_1_MORE,
        "plan_1_most",
        decides=_decides_1_2,
        note=ceilings.ISLAND_READ,
    ),
    _above(
        "C03",
        f"計畫一離島學校另補助的交通費不超過合計 {ceilings.ISLAND_PERCENT}%",
        _ISLAND,
        when=is_for(ApplicationKind.PLAN_1),
        note=ceilings.ISLAND_READ,
    ),
    _above(
        "C03",
        f"計畫二離島學校另補助的交通費不超過合計 {ceilings.ISLAND_PERCENT}%",
        ceilings.PLAN_2_BASIC,
        when=is_for(ApplicationKind.PLAN_2),
        note=ceilings.ISLAND_READ,
    ),
    *(
        Share(
            number="C03",
            forms=APPLICATION,
            reading=of_budget(ceilings.TRANSPORT),
            percent=ceilings.ISLAND_PERCENT,
            base=of_budget(budgets.TOTAL),
            when=_is_on_an_island(plan),
            note=_TRANSPORT_READ,
            clause=clause,
        )
        for plan, clause in (
            (ApplicationKind.PLAN_1, _ISLAND),
            (ApplicationKind.PLAN_2, ceilings.PLAN_2_BASIC),
        )
    ),
    _above(
        "C12",
        f"計畫二不超過 {ceilings.PLAN_2:,} 元",
        ceilings.PLAN_2_BASIC,
        "plan_2_basic",
        "plan_2_most",
        decides=_decides_1_2,
        note=ceilings.ISLAND_READ,
    ),
    _above(
        "C14",
        f"計畫三不超過 {ceilings.PLANS_3_4:,} 元，每分校或分班另加 {ceilings.EACH_BRANCH:,} 元",
        REGULATION["三 計畫三 一：分校"],
        "plan_3_branches",
        decides=_decides_3_4,
        note=ceilings.BRANCH_READ,
    ),
    _above(
        "C17",
        f"計畫四不超過 {ceilings.PLANS_3_4:,} 元，每分校或分班另加 {ceilings.EACH_BRANCH:,} 元",
        REGULATION["三 計畫四 一"],
        "plan_4_branches",
        decides=_decides_3_4,
        note=ceilings.BRANCH_READ,
    ),
    _above(
        "C16",
        "同時申請計畫三者，計畫四不超過其上限加上計畫三的餘款",
        _REMAINDER,
        note=_REMAINDER_READ,
    ),
    Judgement(
        number="C16",
        forms=APPLICATION,
        severity=Severity.WARNING,
        question="計畫四併用計畫三餘款者，要知道計畫三申請金額",
        judge=_unknown_remainder,
        note=_REMAINDER_READ,
        clause=_REMAINDER,
    ),
    Share(
        number="C05",
        forms=APPLICATION,
        reading=of_budget(budgets.MATERIAL_SUM),
        percent=budgets.MATERIAL_PERCENT,
        base=of_budget(budgets.TOTAL),
        when=lambda packet: is_workshop(packet) is False and _is_under_point_3(packet),
        clause=REGULATION["三 計畫一 二(二)：教材教具費"],
        settles=(
            "material_share",
            "material_share_outside_point_3",
            "material_share_of_a_workshop",
        ),
        settled_when=_decides_the_share,
        note=budgets.MATERIAL_READ,
    ),
    AtMost(
        number="C06",
        forms=APPLICATION,
        reading=of_budget(budgets.MATERIAL_SUM),
        limit=_most_for_teachers,
        limit_called=f"場次數×每場教師數×{_EACH_TEACHER:,} 元（教師研習計畫）",
        when=lambda packet: is_workshop(packet) is not False and _is_under_point_3(packet),
        note=_TEACHERS_READ,
        clause=REGULATION["三 計畫一 二(二)：每一教師"],
    ),
)
