"""Rules of 講師費 and 助理講師費."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from jingjin_forms.checks.finding import Severity
from jingjin_forms.checks.kinds import Judgement
from jingjin_forms.checks.reading import LINES
from jingjin_forms.checks.rule import Fault, Rule
from jingjin_forms.parts.budget import BudgetLine
from jingjin_forms.programmes.school_based.rules.budget import BUDGETS
from jingjin_forms.programmes.school_based.rules.lines import LESSON, assistants, lecturers
from jingjin_forms.programmes.school_based.rules.people import COUNTED, number_of, people_in
from jingjin_forms.programmes.school_based.source import ADDED, PLAN
from jingjin_forms.values.amount import half_width

_ASSISTANTS_AT_MOST, _ASSISTANT_FROM = 1, 30
_PERSONS = ("人", "位", "名", "員")
_ASSISTING = "(?:助理講師|講師助理|助理|助教)"
_assisting = re.compile(rf"{_ASSISTING}[^0-9一-十百,;。]{{0,2}}?{COUNTED}|{COUNTED}{_ASSISTING}")
_session = re.compile(
    r"[0-9]{1,2}/[0-9]{1,2}|[0-9]{1,2}月[0-9]{1,2}日|第[0-9一二三四五六七八九十]+[場次]"
)

_STAFF = "講師|教師|老師|主任|組長|校長|同仁|教職員|師資"
_internal = re.compile(
    r"內聘|(?:^|(?<=[\s,;(]))(?:校內|本校)(?=$|[\s,;)。0-9])"
    r"|(?<![對為向供給])(?:校內|本校)(?!退休|全體|所有|各)"
    rf"[^\s,;。、研習師]{{0,4}}?(?:{_STAFF})"
    r"(?!研習|增能|進修|專業|社群|工作坊|共備|共同|參|及|、|[0-9]+人)"
)
"""A lecturer of the school; not whom a lecturer teaches there, as in 本校教師研習."""
_said_of_the_fee = re.compile(
    rf"[內外]聘|校內|本校|現任|現職|專任|{_STAFF}|講座|鐘點|費用?|擔任|授課|負責|依規定|"
    r"[0-9./:]+(?:年|月|日|節|元|小時|分鐘?|場|次|人|位)?|[每共計由為是各之的x×*=~-]"
)
_name = re.compile(r".{1,3}")
_is_merit = re.compile("[獎證優專長碩博士團輔領種擅]")


def _how_many(line: BudgetLine) -> int | Decimal:
    """The assistants that a line pays: by its unit, its words, or else one."""
    if line.unit in _PERSONS:
        return line.quantity or 0
    found = _assisting.search(half_width(line.item + " " + line.note))
    return number_of(found[1] or found[2]) if found else 1


def _assistants_at_once(budget: Any) -> int | Decimal:
    """The most that one session has; lines that name different sessions may be the same person."""
    in_all: int | Decimal = 0
    by_session: dict[str, int | Decimal] = {}
    for _, line in assistants(budget):
        people = _how_many(line)
        sessions = set(_session.findall(half_width(line.item + line.note)))
        in_all += 0 if sessions else people
        for session in sessions:
            by_session[session] = by_session.get(session, 0) + people
    return in_all + max(by_session.values(), default=0)


def _more_than_one_assistant(budget: Any) -> Iterator[Fault]:
    people = _assistants_at_once(budget)
    if people > _ASSISTANTS_AT_MOST:
        message = f"助理講師共 {people:,} 員，只能編列 {_ASSISTANTS_AT_MOST} 員"
        yield Fault((LINES, "助理講師費"), message)


def _most_people(plan: Any) -> int | None:
    """Of the session or 方案 with the most people; None where no text gives a number."""
    texts = [s.attendees for s in plan.sessions] + [a.audience for a in plan.activities]
    counts = [*map(people_in, texts), *(a.expected_people for a in plan.activities)]
    return max((count for count in counts if count is not None), default=None)


def _too_few_for_an_assistant(plan: Any) -> Iterator[Fault]:
    budgeted = assistants(plan)
    most = _most_people(plan) if budgeted else None
    if most is not None and most < _ASSISTANT_FROM:
        for index, _ in budgeted:
            message = f"編列了助理講師，研習人數最多 {most} 人，未達 {_ASSISTANT_FROM} 人"
            yield Fault((LINES, index, "項目"), message)


def _people_not_said(plan: Any) -> Iterator[Fault]:
    if assistants(plan) and _most_people(plan) is None:
        message = (
            f"編列了助理講師，看不出研習人數有沒有 {_ASSISTANT_FROM} 人；"
            "請在上課人員或預計人數寫明人數"
        )
        yield Fault(("研習課程", "上課人員"), message)


def _merit_of_internal_lecturers(budget: Any) -> Iterator[Fault]:
    for index, line in lecturers(budget):
        if _is_internal(line) and not _states_merit(line.note):
            yield Fault((LINES, index, "說明"), "內聘講師沒有敘明專長表現或傑出貢獻")


def _is_internal(line: BudgetLine) -> bool:
    """What is held for 本校教師 by a lecturer from outside is not meant."""
    said = half_width(line.item + " " + line.note)
    return bool(_internal.search(said)) and ("內聘" in said or "外聘" not in said)


def _states_merit(note: str) -> bool:
    """Whether more is said than who it is, for how many 節, and that he is of the school."""
    for words in re.split(r"[\s,;:。、()「」]+", half_width(note)):
        rest = _said_of_the_fee.sub("", words)
        if rest and (not _name.fullmatch(rest) or _is_merit.search(rest)):
            return True
    return False


def _lessons_as_unit(budget: Any) -> Iterator[Fault]:
    """An assistant may be counted as a person, as 十一(一)2 does."""
    persons = {index for index, line in assistants(budget) if line.unit in _PERSONS}
    for index, line in lecturers(budget):
        if line.unit not in ("", LESSON) and index not in persons:
            message = f"講師費的單位是「{line.unit}」，要用節數：1節 50 分鐘，連續兩節 90 分鐘"
            yield Fault((LINES, index, "單位"), message)
        elif line.quantity is not None and line.quantity != int(line.quantity):
            message = f"講師費 {line.quantity} 節不是整數：1節 50 分鐘，連續兩節 90 分鐘"
            yield Fault((LINES, index, "數量"), message)


_MOST = "「研習人數」讀作人數最多的那一場"

RULES: tuple[Rule, ...] = (
    Judgement(
        number="A04",
        forms=BUDGETS,
        question="助理講師至多編列一員",
        judge=_more_than_one_assistant,
        note="「一員」讀作同一場至多一員",
        clause=ADDED,
    ),
    Judgement(
        number="A04",
        forms=("implementation_plan",),
        question=f"助理講師在研習人數達 {_ASSISTANT_FROM} 人以上時才編列",
        judge=_too_few_for_an_assistant,
        note=_MOST,
        clause=ADDED,
    ),
    Judgement(
        number="A04",
        forms=("implementation_plan",),
        severity=Severity.WARNING,
        question="編列助理講師時寫明研習人數",
        judge=_people_not_said,
        note=_MOST,
        clause=ADDED,
    ),
    Judgement(
        number="A10",
        forms=BUDGETS,
        question="內聘校內講師敘明專長表現或傑出貢獻",
        judge=_merit_of_internal_lecturers,
        clause=PLAN["表 1-1 講師費：內聘"],
    ),
    Judgement(
        number="A11",
        forms=BUDGETS,
        severity=Severity.WARNING,
        question="講師費以節數為數量單位",
        judge=_lessons_as_unit,
        clause=PLAN["表 1-1 講師費：節數"],
    ),
)
