"""諮詢費、輔導費、指導費 in 附件八: what an hour costs, how long a visit is, whom it pays (備註 3).

A budget counts them by hours or by visits, and says the rest in 說明. What it does not say is asked
for; an error is only what cannot be right whatever was left out.
"""

from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import combinations
from typing import Any, NamedTuple

from jingjin_forms.checks.finding import Severity
from jingjin_forms.checks.kinds import Judgement, Required
from jingjin_forms.checks.rule import Fault, Rule
from jingjin_forms.parts import BudgetLine
from jingjin_forms.programmes.active_teaching.rules.cost_items import ADVICE
from jingjin_forms.programmes.active_teaching.rules.insiders import (
    From,
    origin,
    words_for_insiders,
)
from jingjin_forms.programmes.active_teaching.rules.visit_notes import (
    Counted,
    Visits,
    counted_by,
    dates_of,
    is_by_person,
    names_of,
    visits_of,
)
from jingjin_forms.programmes.active_teaching.source import REGULATION

_PLANS = ("programme_budget",)
_AN_HOUR, _HOURS_A_VISIT = 1_000, 6
_A_VISIT = _AN_HOUR * _HOURS_A_VISIT
_NOTE_3 = REGULATION["附件八 備註 3"]

_PRICE_READ = (
    "以人次、次、場編列者，單價以每次時數乘 1,000 元為限，說明寫明人數者乘人數；"
    "學生輔導、課後輔導、夜間輔導等不是支應專家學者，不在此列"
)
_VISIT_READ = "1 節以 1 小時計；以小時編列者，每人每次平均超過 6 小時就是超過"
_DAY_READ = "「同一日同一校之費用以1次計算」讀作同一人同一日在同一校，所以兩位專家同日到校各算一次"
_WHOM_READ = "內聘，以及校內、本校或寫本校校名的人員，都不是專家學者；他校教師不在此列"


class _Held(NamedTuple):
    """What is held against one line."""

    number: str
    severity: Severity
    label: str
    message: str


def _too_dear(line: BudgetLine) -> Iterator[_Held]:
    """C08 and the sum of C09: 每人每小時 1,000 元, 每次最高 6 小時."""
    price, counted, said = line.unit_price, counted_by(line), visits_of(line)
    if price is None:
        return
    people = 1 if is_by_person(line) else said.people
    if counted is Counted.HOURS:
        yield from _above("C08", "每小時單價", price, _AN_HOUR * people)
    elif counted is Counted.OTHERWISE:
        yield from _too_dear_as_a_whole(line, said)
    elif price > _A_VISIT * people:
        yield from _above("C09", "每次單價", price, _A_VISIT * people)
    elif (hours := _hours_of_a_visit(line, said)) is not None:
        yield from _above(
            "C08",
            f"每次 {round(float(hours), 2):g} 小時，單價",
            price,
            int(_AN_HOUR * people * hours),
        )
    elif price > _AN_HOUR * people:
        unit = "沒有單位" if counted is Counted.NOTHING else f"單位是「{line.unit.strip()}」"
        message = (
            f"{ADVICE.called}若是每小時單價 {price:,} 元，超過 {_AN_HOUR * people:,} 元；{unit}，"
            "也沒有寫每次幾小時：以次編列者，請在說明寫「每次○小時」"
        )
        yield _Held("C08", Severity.WARNING, "單價", message)


def _above(number: str, called: str, price: int, limit: int) -> Iterator[_Held]:
    if price > limit:
        message = (
            f"{ADVICE.called}{called} {price:,} 元，上限 {limit:,} 元，超過 {price - limit:,} 元"
        )
        yield _Held(number, Severity.ERROR, "單價", message)


def _too_dear_as_a_whole(line: BudgetLine, said: Visits) -> Iterator[_Held]:
    """A line by 式, 學期 or the like, which is judged by its sum."""
    total = line.exact_total()
    if total is None or total <= _AN_HOUR * said.people:
        return
    if (hours := all_hours_of(line)) is None:
        message = (
            f"{ADVICE.called} {total:,} 元，單位是「{line.unit.strip()}」，看不出每人每小時多少元："
            "請在說明寫「到校○次，每次○小時」"
        )
        yield _Held("C08", Severity.WARNING, "說明", message)
    elif total > (most := int(_AN_HOUR * said.people * hours)):
        message = (
            f"{ADVICE.called} {total:,} 元，說明寫的共 {hours} 小時，"
            f"上限 {most:,} 元，超過 {total - most:,} 元"
        )
        yield _Held("C08", Severity.ERROR, "說明", message)


def _too_long(line: BudgetLine) -> Iterator[_Held]:
    """C09: 每次最高 6 小時."""
    said = visits_of(line)
    if said.longest is not None and said.longest > _HOURS_A_VISIT:
        over = said.longest - _HOURS_A_VISIT
        message = (
            f"{ADVICE.called}每次時數 {said.longest} 小時，"
            f"上限 {_HOURS_A_VISIT} 小時，超過 {over} 小時"
        )
        yield _Held("C09", Severity.ERROR, "說明", message)
        return
    hours, times = all_hours_of(line), _times_of(line, said)
    if hours is None or said.may_be_more:
        return
    if times is not None and hours > (most := _HOURS_A_VISIT * times * said.people):
        message = (
            f"{ADVICE.called}到校 {times} 次共 {hours} 小時，每人每次最高 {_HOURS_A_VISIT} 小時，"
            f"上限 {most} 小時，超過 {hours - most} 小時"
        )
        yield _Held("C09", Severity.ERROR, "說明", message)
    elif times is None and said.longest is None and hours > _HOURS_A_VISIT * said.people:
        message = (
            f"{ADVICE.called}共 {hours} 小時，每次最高 {_HOURS_A_VISIT} 小時，看不出分幾次到校："
            "請在說明寫「到校○次，每次○小時」"
        )
        yield _Held("C09", Severity.WARNING, "說明", message)


def all_hours_of(line: BudgetLine) -> int | Decimal | None:
    """The hours of a whole line, by its 單位 or by its 說明; None where neither shows them."""
    counted, said, quantity = counted_by(line), visits_of(line), line.quantity
    by_hour = counted is Counted.NOTHING and (
        "鐘點" in line.item or (line.unit_price or 0) in range(1, _AN_HOUR + 1)
    )
    if counted is Counted.HOURS or by_hour:
        return quantity
    if counted is Counted.OTHERWISE:
        each = said.longest if said.longest is not None or said.is_sum else said.hours
        both = each is not None and said.times is not None
        return (each or 0) * (said.times or 0) if both else said.hours
    if said.longest is not None:
        return None if quantity is None else said.longest * quantity
    return said.hours if said.is_sum or quantity in (None, 1) else None


def _times_of(line: BudgetLine, said: Visits) -> int | Decimal | None:
    """How many visits there are; each piece of a line by visits is one."""
    by_visit = counted_by(line) is Counted.VISITS and not is_by_person(line)
    return max(filter(None, (said.times, line.quantity if by_visit else None)), default=None)


def _hours_of_a_visit(line: BudgetLine, said: Visits) -> int | Decimal | None:
    if said.longest is not None or said.hours is None:
        return said.longest
    together = said.hours > _HOURS_A_VISIT and (line.quantity or 0) > 1
    return said.hours / (line.quantity or 1) if together else said.hours


def _held_by(
    *judges: Callable[[BudgetLine], Iterator[_Held]], number: str, severity: Severity
) -> Callable[[Any], Iterator[Fault]]:
    def judge(budget: Any) -> Iterator[Fault]:
        for rows, index, line in ADVICE.lines(budget):
            for held in (held for told in judges for held in told(line)):
                if (held.number, held.severity) == (number, severity):
                    yield Fault((rows, index, held.label), held.message)

    return judge


def _twice_a_day(budget: Any) -> Iterator[Fault]:
    """C10, of the lines that name a day and a person each."""
    for (_, first, one), (rows, second, other) in combinations(ADVICE.lines(budget), 2):
        days, people = dates_of(one) & dates_of(other), names_of(one) & names_of(other)
        if days and people:
            month, day = min(days)
            message = (
                f"{min(people)} {month}月{day}日也在第 {first + 1} 項編列{one.item}，"
                "同一日同一校的費用以 1 次計算"
            )
            yield Fault((rows, second, "說明"), message)


def _paid_inside(budget: Any) -> Iterator[Fault]:
    for rows, index, line in ADVICE.lines(budget):
        if origin(line, budget) is From.INSIDE:
            inside = words_for_insiders(line, budget)
            message = f"寫的是「{inside}」，{ADVICE.called}只能支應專家學者或大學團隊"
            yield Fault((rows, index, "說明"), message)


def _rule(
    number: str,
    severity: Severity,
    question: str,
    judge: Callable[[Any], Iterator[Fault]],
    note: str,
) -> Judgement:
    return Judgement(
        number=number,
        forms=_PLANS,
        severity=severity,
        question=question,
        judge=judge,
        note=note,
        clause=_NOTE_3,
    )


_ERROR, _WARNING = Severity.ERROR, Severity.WARNING

RULES: tuple[Rule, ...] = (
    _rule(
        "C08",
        _ERROR,
        f"{ADVICE.called}每人每小時不超過 {_AN_HOUR:,} 元",
        _held_by(_too_dear, number="C08", severity=_ERROR),
        _PRICE_READ,
    ),
    _rule(
        "C08",
        _WARNING,
        f"{ADVICE.called}單價超過 {_AN_HOUR:,} 元者，寫明每次幾小時",
        _held_by(_too_dear, number="C08", severity=_WARNING),
        _PRICE_READ,
    ),
    _rule(
        "C09",
        _ERROR,
        f"{ADVICE.called}每人每次不超過 {_HOURS_A_VISIT} 小時（{_A_VISIT:,} 元）",
        _held_by(_too_dear, _too_long, number="C09", severity=_ERROR),
        _VISIT_READ,
    ),
    _rule(
        "C09",
        _WARNING,
        f"{ADVICE.called}超過 {_HOURS_A_VISIT} 小時者，寫明分幾次到校",
        _held_by(_too_long, number="C09", severity=_WARNING),
        _VISIT_READ,
    ),
    _rule(
        "C10",
        _WARNING,
        f"同一人同一日在同一校的{ADVICE.called}以 1 次計算",
        _twice_a_day,
        _DAY_READ,
    ),
    _rule(
        "C11",
        _ERROR,
        f"{ADVICE.called}支應專家學者或大學團隊，不是校內人員",
        _paid_inside,
        _WHOM_READ,
    ),
    Required(
        number="C11",
        forms=_PLANS,
        severity=_WARNING,
        reading=ADVICE.each("說明", called="支應何人（專家學者或大學團隊）的說明"),
        when_called=ADVICE.called,
        note=_WHOM_READ,
        clause=_NOTE_3,
    ),
)
