"""Rules of the 經費概算表 of one community."""

from collections.abc import Iterator
from typing import Any

from jingjin_forms.checks.finding import Severity
from jingjin_forms.checks.kinds import AtMost, Judgement, Share
from jingjin_forms.checks.reading import LINES, Read, Reading, each_item, fact, items, matching
from jingjin_forms.checks.rule import Fault, Rule
from jingjin_forms.programmes.learning_community.rules.lecturers import (
    CONSULTING,
    EXTERNAL_RATE,
    INTERNAL_RATE,
    LECTURERS,
    PREMIUM,
    hours,
    is_by_the_hour,
    is_external,
    lecturers,
    says_external,
)
from jingjin_forms.programmes.learning_community.source import PLAN

_BUDGET = ("community_budget",)
GRANT = 5_000
INTERNAL_HOURS, EXTERNAL_HOURS, CONSULTATIONS = 4, 2, 2
_CONSULTATION_RATE = 2_000
_FEES = (*LECTURERS, *CONSULTING, "出席", "稿", "指導", "審查", "工讀")
"""What a 補充費 may be paid on."""
_PREMIUM_CALLED = "二代健保補充費"

GRANTED = PLAN["捌二(5)"]
GRANT_NOTE = (
    "補助以校計，各社群合起來不超過 5,000 元；編得比較少、或核定得比較少，都可以。自籌的經費另列。"
)
HOURS = PLAN["捌二(6)1"]
HOURS_NOTE = "捌二(6)是舉例，但寫明「為限」「最多」，而且是同一筆 5,000 元：以校計，超過是錯誤。"
CONSULTATION = PLAN["捌二(6)2"]
CONSULTATION_NOTE = "捌二(6)2 是舉例，超過 2 次或每次 2,000 元只提醒。"

HOURS_FROM_OUTSIDE, HOURS_OF_THE_SCHOOL = hours(external=True), hours(external=False)


def _hourly_rate(budget: Any) -> Iterator[Fault]:
    """Above the rate; between the two rates where the line does not say who it is."""
    for index, line in lecturers(budget):
        price, external = line.unit_price, is_external(line)
        if price is None or not is_by_the_hour(line):
            continue
        most = EXTERNAL_RATE if external else INTERNAL_RATE
        if price > most:
            rates = (INTERNAL_RATE, EXTERNAL_RATE) if external is None else (most,)
            expected = "或 ".join(f"{rate:,} 元" for rate in rates)
            message = f"講師鐘點費每時 {price:,} 元，附件-2 的單價是 {expected}"
            yield Fault((LINES, index, "單價"), message)


def _consultations(budget: Any) -> Iterator[Read]:
    lines = [line for _, _, line in matching(budget, CONSULTING)]
    yield Read((LINES, "諮詢費"), sum(line.quantity or 0 for line in lines))


CONSULTED = Reading("諮詢費", _consultations)


def _consulting_colleagues(budget: Any) -> Iterator[Fault]:
    for _, index, line in matching(budget, CONSULTING):
        if says_external(line) is False:
            yield Fault((LINES, index, "項目"), "寫的是校內的人，諮詢費是給外聘專家學者的")


def _premium_on_nothing(budget: Any) -> Iterator[Fault]:
    premiums = [line for _, _, line in matching(budget, PREMIUM)]
    fees = [line for _, _, line in matching(budget, _FEES) if line not in premiums]
    if any(line.total for line in premiums) and not any(line.total for line in fees):
        yield Fault((LINES, _PREMIUM_CALLED), "沒有編列講師鐘點費，不知道是誰的補充費")


RULES: tuple[Rule, ...] = (
    AtMost(
        number="D05",
        name="grant",
        forms=_BUDGET,
        reading=fact("合計"),
        limit=GRANT,
        clause=GRANTED,
        note=GRANT_NOTE,
    ),
    Judgement(
        number="D06",
        forms=_BUDGET,
        question=f"講師鐘點費每時內聘不超過 {INTERNAL_RATE:,} 元、外聘不超過 {EXTERNAL_RATE:,} 元",
        judge=_hourly_rate,
        clause=PLAN["附件-2 講師鐘點費"],
        note="附件-2 印的單價讀作上限：支給得比較少可以；高於 800 元者，備註要寫明外聘。",
    ),
    AtMost(
        number="D07",
        name="external_hours",
        forms=_BUDGET,
        reading=HOURS_FROM_OUTSIDE,
        limit=EXTERNAL_HOURS,
        unit="小時",
        clause=HOURS,
        note=HOURS_NOTE,
    ),
    AtMost(
        number="D08",
        name="internal_hours",
        forms=_BUDGET,
        reading=HOURS_OF_THE_SCHOOL,
        limit=INTERNAL_HOURS,
        unit="小時",
        clause=HOURS,
        note=HOURS_NOTE,
    ),
    AtMost(
        number="D09",
        name="consultations",
        forms=_BUDGET,
        severity=Severity.WARNING,
        reading=CONSULTED,
        limit=CONSULTATIONS,
        unit="次",
        clause=CONSULTATION,
        note=CONSULTATION_NOTE,
    ),
    AtMost(
        number="D09",
        forms=_BUDGET,
        severity=Severity.WARNING,
        reading=each_item("單價", *CONSULTING, called="諮詢費單價"),
        limit=_CONSULTATION_RATE,
        clause=CONSULTATION,
        note=CONSULTATION_NOTE,
    ),
    Share(
        number="D10",
        forms=_BUDGET,
        reading=items("雜支"),
        percent=5,
        base=fact("合計", called="總金額"),
        clause=PLAN["附件-2 雜支"],
        note="總金額讀作同一張表的合計。",
    ),
    Judgement(
        number="D11",
        forms=_BUDGET,
        severity=Severity.WARNING,
        question="編列二代健保補充費者，也編列講師鐘點費等酬勞",
        judge=_premium_on_nothing,
        clause=PLAN["附件-2"],
        note="原文沒有費率，捌二(6)的舉例也沒有編列這一項：沒有編列不提出。",
    ),
    Judgement(
        number="D26",
        forms=_BUDGET,
        severity=Severity.WARNING,
        question="諮詢費是給外聘專家學者的",
        judge=_consulting_colleagues,
        clause=CONSULTATION,
    ),
)
