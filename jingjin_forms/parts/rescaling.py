"""Cutting a budget to the approved sum (核定金額).

    result = budget.rescaled_to(28_000)
    result.budget.save("經費概算表_修正版.docx")
    for change in result.changes:
        print(change)

The rule, in whole dollars:

1. Lines whose price is a rate set by rule (講師費, 諮詢費 and the like) keep it, and of what was
   asked for they get the nearest quantity in the proportion of the approved sum; the next lower one
   where all of them together would be too much.
2. The other lines and 雜支 share what remains, in the proportion asked for. Unit prices stay and
   quantities are cut to what the share pays for, in whole numbers where they were whole. A line of
   which one piece is bought (a 式) takes its share as its price, one with only a 總價 as that.
3. What is left buys further pieces, the line that lost the largest sum first; then it goes to such
   a line of one piece, then to 雜支. Nothing gets more than was asked for, and 雜支 never a larger
   part of 小計 than before.
4. What then cannot be spent is `left_over`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any, Generic, Self, TypeVar, cast

from jingjin_forms.errors import AmountError, place
from jingjin_forms.facts import Facts
from jingjin_forms.facts.labels import members
from jingjin_forms.values.amount import Money

B = TypeVar("B", bound=Facts)

_RATES = ("講師", "鐘點", "諮詢", "輔導", "指導", "出席", "助理", "審查", "稿費", "引言")
"""What makes a price a rate: nobody may pay a lecturer half an hour's fee for an hour."""
_EXTRAS = ("雜支",)


@dataclass(frozen=True)
class Change:
    """One figure that was cut."""

    where: str
    """Printed label and row."""
    before: int | Decimal
    after: int | Decimal
    path: tuple[str | int, ...] = ()
    """Where it stands in the facts, by label and index."""

    def __str__(self) -> str:
        return f"{self.where}：{self.before:,} → {self.after:,}"


@dataclass(frozen=True)
class Rescaled(Generic[B]):
    """A budget cut to the approved sum. Ask `budget.check()` whether it still keeps the rules."""

    budget: B
    changes: tuple[Change, ...]
    left_over: Money
    """What of the approved sum no line could take."""


class Rescalable(Facts):
    """A budget that can be cut."""

    def rescaled_to(self, approved: object) -> Rescaled[Self]:
        """A copy of the budget cut to the approved sum (anything `Money` reads).

        Raises AmountError when more is approved than was asked for, or nothing has an amount yet.
        """
        return _rescaled(self, Money(approved))


@dataclass
class _Part:
    """One line, or 雜支, while it is being cut."""

    where: tuple[str | int, ...]
    price: int
    quantity: int | Decimal
    asked: int
    is_rate: bool
    takes_any_sum: bool
    """Whether it is one piece whose price can be cut."""
    amount: int = 0

    @property
    def is_extras(self) -> bool:
        """Whether it is 雜支."""
        return self.where == _EXTRAS

    def buy(self, pieces: Fraction) -> None:
        """So many pieces, cut to what can be bought, at the price asked for."""
        if self.quantity == int(self.quantity):
            self.quantity = int(pieces)
        else:
            self.quantity = _tenths(pieces, self.price)
        self.amount = int(self.price * self.quantity)


def _tenths(pieces: Fraction, price: int) -> Decimal:
    """A quantity with one decimal whose amount is whole dollars."""
    tenths = int(pieces * 10)
    while price * tenths % 10:
        tenths -= 1
    return Decimal(tenths) / 10


def _rescaled(budget: B, approved: int) -> Rescaled[B]:
    parts = list(_parts(budget))
    asked = sum(part.asked for part in parts)
    if not asked:
        raise AmountError("經費還沒有任何金額，無法依核定金額調整。")
    if approved > asked:
        raise AmountError(f"核定金額 {approved:,} 元高於申請的合計 {asked:,} 元，沒有要刪減的。")
    _cut_rates([part for part in parts if part.is_rate], approved, Fraction(approved, asked))
    _cut_others(parts, approved)
    left = _spend(parts, approved)
    copy = budget.model_copy(deep=True)
    for facts in (copy, *(line for _, _, line in _lines(copy))):
        vars(facts).pop("stated", None)  # sums given beside the old figures
    changes = tuple(change for part in parts for change in _write(copy, part))
    return Rescaled(copy, changes, Money(left))


def _parts(budget: Facts) -> Iterator[_Part]:
    for label, index, line in _lines(budget):
        asked = line.exact_total()
        if asked is not None:
            is_lump = line.lump_sum is not None
            is_rate = not is_lump and any(word in line.item for word in _RATES)
            price, quantity = (asked, 1) if is_lump else (line.unit_price, line.quantity)
            any_sum = quantity == 1 and not is_rate
            yield _Part((label, index), price, quantity, int(asked), is_rate, any_sum)
    extras: int | None = getattr(budget, "miscellaneous", None)
    if extras is not None:
        yield _Part(_EXTRAS, extras, 1, extras, is_rate=False, takes_any_sum=True)


def _lines(budget: Facts) -> Iterator[tuple[str, int, Any]]:
    """The lines that make up 合計; lists of what a line buys do not."""
    for name, field in type(budget).model_fields.items():
        member, several = members(field)
        if several and getattr(member, "counts_in_total", False):
            for index, line in enumerate(cast(list[Any], getattr(budget, name))):
                yield str(field.title), index, line


def _cut_rates(rates: list[_Part], approved: int, proportion: Fraction) -> None:
    """The first step of the rule."""
    asked = [Fraction(part.quantity) * proportion for part in rates]
    for part, pieces in zip(rates, asked, strict=True):
        whole = part.quantity == int(part.quantity)
        part.buy(pieces + (Fraction(1, 2) if whole else Fraction(1, 20)))
    if sum(part.amount for part in rates) > approved:
        for part, pieces in zip(rates, asked, strict=True):
            part.buy(pieces)


def _cut_others(parts: list[_Part], approved: int) -> None:
    """The second step."""
    others = [part for part in parts if not part.is_rate]
    asked = sum(part.asked for part in others)
    rest = approved - sum(part.amount for part in parts if part.is_rate)
    share = min(Fraction(1), Fraction(rest, asked)) if asked else Fraction(1)
    for part in others:  # 雜支 is the last, when 小計 is known
        if part.is_extras:
            part.amount = min(int(part.asked * share), _room_for_extras(parts, part))
        elif part.takes_any_sum:
            part.amount = int(part.asked * share)
        else:
            part.buy(Fraction(part.quantity) * share)


def _spend(parts: list[_Part], approved: int) -> int:
    """The third step; what nothing can take."""
    left = approved - sum(part.amount for part in parts)
    by_loss = sorted(parts, key=lambda part: part.asked - part.amount, reverse=True)
    for part in by_loss:
        if not part.takes_any_sum and 0 < part.price <= left:
            bought = min(left // part.price, (part.asked - part.amount) // part.price)
            part.quantity += bought
            part.amount += part.price * bought
            left -= part.price * bought
    for part in sorted(by_loss, key=lambda part: part.is_extras):
        if part.takes_any_sum:
            more = min(left, part.asked - part.amount)
            if part.is_extras:
                more = min(more, _room_for_extras(parts, part))
            part.amount += more
            left -= more
    return left


def _room_for_extras(parts: list[_Part], extras: _Part) -> int:
    """How much more 雜支 may take without being a larger part of 小計 than was asked for."""
    asked = sum(part.asked for part in parts) - extras.asked
    now = sum(part.amount for part in parts) - extras.amount
    return max(0, extras.asked * now // asked - extras.amount) if asked else extras.asked


def _write(budget: Facts, part: _Part) -> Iterator[Change]:
    """Put a part's new figures into the budget, and say what changed."""
    if part.amount == part.asked:
        return
    if part.is_extras:
        setattr(budget, "miscellaneous", Money(part.amount))  # noqa: B010 (not every budget has it)
        yield Change("「雜支」", part.asked, part.amount, _EXTRAS)
        return
    label, index = part.where
    line = next(found for rows, n, found in _lines(budget) if (rows, n) == (label, index))
    if part.takes_any_sum:
        is_lump = line.lump_sum is not None
        setattr(line, "lump_sum" if is_lump else "unit_price", Money(part.amount))
        figure = "總價" if is_lump else "單價"
        path = label, index, figure
        yield Change(place(path), part.asked, part.amount, path)
        return
    before = line.quantity
    line.quantity = part.quantity
    path = label, index, "數量"
    yield Change(place(path), before, part.quantity, path)
