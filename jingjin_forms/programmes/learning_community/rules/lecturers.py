"""What a budget line pays a lecturer: who it is, by the hour, and for how many hours."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from jingjin_forms.checks.reading import LINES, Read, Reading, matching
from jingjin_forms.parts.budget import BudgetLine

INTERNAL_RATE, EXTERNAL_RATE = 800, 1_600
CONSULTING, PREMIUM = ("諮詢",), ("健保", "補充保費")
LECTURERS = ("講師", "鐘點")

_NOT_THEIR_FEE = (*CONSULTING, *PREMIUM, "交通", "車資", "旅費", "住宿", "膳", "餐")
_GOODS = ("印", "資料", "教材", "材料", "用品", "禮")
_FROM_OUTSIDE = ("外聘", "校外", "外校", "他校")
_OF_THE_SCHOOL = ("內聘", "校內", "本校")
_BY_THE_HOUR = (
    "",
    "時",
    "小時",
    "節",
    "堂",
    "鐘點",
    "人時",
    "時/人",
    "小時/人",
    "人/時",
    "人/小時",
)


def lecturers(budget: Any) -> Iterator[tuple[int, BudgetLine]]:
    """The lines with their fees; their meals and papers are other lines."""
    for _, index, line in matching(budget, LECTURERS):
        is_for_goods = "鐘點" not in line.item and any(word in line.item for word in _GOODS)
        if not is_for_goods and not any(word in line.item for word in _NOT_THEIR_FEE):
            yield index, line


def says_external(line: BudgetLine) -> bool | None:
    """Whether 項目 and 說明 say that somebody comes from outside; None for neither, and both."""
    text = line.item + line.note
    external = any(word in text for word in _FROM_OUTSIDE)
    internal = any(word in text for word in _OF_THE_SCHOOL)
    return external if external != internal else None


def is_by_the_hour(line: BudgetLine) -> bool:
    """Whether 數量 counts hours: not in 1 式, 2 場, 120 分鐘."""
    return "".join(line.unit.split()).replace("／", "/") in _BY_THE_HOUR


def is_external(line: BudgetLine) -> bool | None:
    """What the line says, or else what its hour costs; None where neither tells."""
    if (said := says_external(line)) is not None:
        return said
    if not is_by_the_hour(line) or (line.unit_price or 0) <= INTERNAL_RATE:
        return False  # 附件-2 prints 內聘講師 beside the line
    return True if line.unit_price == EXTERNAL_RATE else None


def _hours_of(line: BudgetLine, rate: int) -> Decimal | int:
    """數量; where that counts something else, as many hours as the rate gives for the money."""
    if is_by_the_hour(line) and line.quantity is not None:
        return line.quantity
    hours = Decimal(line.exact_total() or 0) / rate
    return int(hours) if hours == int(hours) else hours


def hours(external: bool) -> Reading:
    """How many hours are paid to lecturers from outside, or to teachers of the school."""
    rate = EXTERNAL_RATE if external else INTERNAL_RATE

    def read(budget: Any) -> Iterator[Read]:
        lines = [line for _, line in lecturers(budget) if is_external(line) is external]
        yield Read((LINES, "講師鐘點費"), sum(_hours_of(line, rate) for line in lines))

    return Reading("外聘講師鐘點費" if external else "校內老師鐘點費", read)
