"""How much a whole packet may ask for under 計畫五, where its facts say who asks."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from jingjin_forms.checks.document import Clause
from jingjin_forms.checks.finding import FactPath, Severity
from jingjin_forms.checks.kinds import Judgement
from jingjin_forms.checks.rule import Fault, Rule
from jingjin_forms.programmes.active_teaching.application_words import VisitingRole
from jingjin_forms.programmes.active_teaching.rules import ceilings
from jingjin_forms.programmes.active_teaching.rules.packet_facts import APPLICATION, is_visited, yes
from jingjin_forms.programmes.active_teaching.rules.raised_ceilings import Ceiling
from jingjin_forms.programmes.active_teaching.source import REGULATION

_PAPER = "課程與教學發展經費申請表"
_PARTNER, _HOME = 80_000, 100_000
_DORMITORY, _RENT = 5_000, 80_000

_JOINT = REGULATION["三 計畫五 一(一)2"]
_LODGING = REGULATION["三 計畫五 一(二)"]
_LODGING_READ = "「水、電及斯費」少一個字，讀作水、電及瓦斯費；住宿費是一年的總額"


class _Sum(NamedTuple):
    """A sum of 附件七 and its ceiling."""

    ceiling: Ceiling
    amount: int
    path: FactPath
    called: str


def _ceilings(packet: Any) -> tuple[Ceiling, Ceiling] | None:
    """Those of the whole and of 資本門; None while the part that the school has is not said."""
    application = packet.application
    role = application.visiting_role
    if role is None:
        return None
    capital = ceilings.VISITING_CAPITAL
    if role == VisitingRole.HOME:
        second_year = yes(application.second_year)
        return (
            Ceiling("C22", _HOME, _HOME).raised(ceilings.HOME_SECOND_YEAR - _HOME, second_year),
            Ceiling("C22", capital, capital).raised(
                ceilings.CAPITAL_SECOND_YEAR - capital, second_year
            ),
        )
    number = "C18" if role == VisitingRole.SINGLE else "C19"
    basic = _PARTNER if role == VisitingRole.PARTNER else ceilings.VISITED
    curriculum = yes(application.school_curriculum)
    whole = Ceiling(number if curriculum is False else "C20", basic, basic)
    return (
        whole.raised(ceilings.VISITED_CURRICULUM, curriculum),
        Ceiling(number, capital, capital),
    )


def _sums(packet: Any) -> Iterator[_Sum]:
    budget, both = packet.form("development_budget"), _ceilings(packet)
    if budget is None or both is None:
        return
    if budget.total is not None:
        yield _Sum(both[0], budget.total, ("合計",), "合計")
    if budget.capital_subtotal is not None:
        yield _Sum(both[1], budget.capital_subtotal, ("資本門小計",), "資本門經費")


def _above(number: str, asks: str, source: Clause, *settles: str) -> Judgement:
    """A sum that is above its ceiling whatever the missing facts are."""

    def judge(packet: Any) -> Iterator[Fault]:
        for ceiling, amount, path, called in _sums(packet):
            if ceiling.number == number:
                yield from ceiling.faults(amount, path, called, _PAPER)

    return Judgement(
        number=number,
        forms=APPLICATION,
        question=asks,
        judge=judge,
        clause=source,
        settles=settles,
        settled_when=_knows_the_role,
    )


def _open(number: str, condition: str, source: Clause) -> Judgement:
    """A sum that is right on a condition of which the facts say nothing."""

    def judge(packet: Any) -> Iterator[Fault]:
        for ceiling, amount, path, called in _sums(packet):
            if ceiling.number == number and ceiling.leaves_open(amount):
                over = amount - ceiling.least
                message = (
                    f"{called} {amount:,} 元，比 {ceiling.least:,} 元多 {over:,} 元：{condition}"
                )
                yield Fault(path, message, _PAPER)

    return Judgement(
        number=number,
        forms=APPLICATION,
        severity=Severity.WARNING,
        question=condition,
        judge=judge,
        clause=source,
    )


def _lodging(packet: Any) -> Iterator[Fault]:
    cost = packet.application.lodging_cost
    in_dormitory = yes(packet.application.dormitory)
    most = _DORMITORY if in_dormitory else _RENT
    if is_visited(packet) and cost is not None and cost > most:
        how = {True: "住校內宿舍者", False: "不住校內宿舍者", None: "不論住不住校內宿舍，"}[
            in_dormitory
        ]
        message = f"住宿費 {cost:,} 元，{how}每年上限 {most:,} 元，超過 {cost - most:,} 元"
        yield Fault(("住宿費",), message)


def _unknown_lodging(packet: Any) -> Iterator[Fault]:
    cost = packet.application.lodging_cost
    if not is_visited(packet) or packet.application.dormitory is not None or cost is None:
        return
    if _DORMITORY < cost <= _RENT:
        message = (
            f"住宿費 {cost:,} 元，請填「校內宿舍」：住校內宿舍者每年只補助水、電及瓦斯分攤費用 "
            f"{_DORMITORY:,} 元，無法提供宿舍者才是 {_RENT:,} 元"
        )
        yield Fault(("校內宿舍",), message)


def _knows_the_role(packet: Any) -> bool:
    return packet.application.visiting_role is not None


RULES: tuple[Rule, ...] = (
    _above(
        "C18",
        f"單獨受訪學校不超過 {ceilings.VISITED:,} 元，資本門 {ceilings.VISITING_CAPITAL:,} 元",
        ceilings.CAPITAL_OF_VISITED,
        "visiting_capital",
    ),
    _above(
        "C19",
        f"主要受訪學校不超過 {ceilings.VISITED:,} 元，協同受訪學校 {_PARTNER:,} 元，"
        f"資本門各 {ceilings.VISITING_CAPITAL:,} 元",
        _JOINT,
    ),
    _above(
        "C20",
        f"受訪學校有校訂課程者，上限增加 {ceilings.VISITED_CURRICULUM:,} 元",
        ceilings.VISITED_MORE,
        "visited_school",
    ),
    _open(
        "C20",
        f"辦理校訂課程及發展學校課程計畫草案者，才得增加 {ceilings.VISITED_CURRICULUM:,} 元",
        ceilings.VISITED_MORE,
    ),
    Judgement(
        number="C21",
        forms=APPLICATION,
        question=f"住宿費每年不超過 {_RENT:,} 元，住校內宿舍者 {_DORMITORY:,} 元",
        judge=_lodging,
        note=_LODGING_READ,
        clause=_LODGING,
    ),
    Judgement(
        number="C21",
        forms=APPLICATION,
        severity=Severity.WARNING,
        question=f"住宿費超過 {_DORMITORY:,} 元者，寫明住不住校內宿舍",
        judge=_unknown_lodging,
        note=_LODGING_READ,
        clause=_LODGING,
    ),
    _above(
        "C22",
        f"原服務學校不超過 {_HOME:,} 元，連續第二年 {ceilings.HOME_SECOND_YEAR:,} 元",
        ceilings.HOME,
        "visiting_second_year",
        "visiting_most",
        "visiting_capital_most",
    ),
    _open(
        "C22",
        f"連續第二年辦理者，最高才是 {ceilings.HOME_SECOND_YEAR:,} 元，"
        f"其中資本門 {ceilings.CAPITAL_SECOND_YEAR:,} 元",
        ceilings.HOME,
    ),
)
