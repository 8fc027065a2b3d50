"""The rules of an edition, and what they hold against facts."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Any, Self

from jingjin_forms.checks.finding import ARITHMETIC, Finding
from jingjin_forms.checks.rule import Fault, Rule
from jingjin_forms.errors import AmountError, RuleNotFoundError, place
from jingjin_forms.values.clock import day_of, moment_of

_where = lru_cache(4096)(place)  # the same cells are found fault with on form after form


class Rules(tuple[Rule, ...]):
    """Rules in the order in which they are asked; never changed, only made anew.

    A number means every rule that has it, a name the one.

    BudgetEstimate.rules.changing("A09", percent=5).without("A05")
    """

    __slots__ = ()

    def for_form(self, name: str) -> Self:
        """Those for a form or application, by the last part of its key (budget_estimate)."""
        return type(self)(rule for rule in self if name in rule.forms)

    def numbered(self, number: str) -> Self:
        """Those of a number, or the one of a name. Raises RuleNotFoundError."""
        found = type(self)(rule for rule in self if number and number in (rule.number, rule.name))
        if not found:
            raise RuleNotFoundError(f"沒有編號 {number} 的規則；有：{self._numbers()}。")
        return found

    def without(self, *numbers: str) -> Self:
        """All but those of these numbers. Raises RuleNotFoundError."""
        left_out = {rule for number in numbers for rule in self.numbered(number)}
        return type(self)(rule for rule in self if rule not in left_out)

    def replacing(self, **rules: Rule | Iterable[Rule]) -> Self:
        """With other rules in the place of those of a number. Raises RuleNotFoundError."""
        made = list(self)
        for number, new in rules.items():
            old = self.numbered(number)
            place = made.index(old[0])
            made = [rule for rule in made if rule not in old]
            made[place:place] = [new] if isinstance(new, Rule) else new
        return type(self)(made)

    def changing(self, number: str, **fields: Any) -> Self:
        """With other values in the fields of the rules of a number. Raises RuleNotFoundError."""
        changed = {rule: replace(rule, **fields) for rule in self.numbered(number)}
        return type(self)(changed.get(rule, rule) for rule in self)

    def adding(self, *rules: Rule) -> Self:
        """With more rules at the end."""
        return type(self)((*self, *rules))

    def __repr__(self) -> str:
        return f"Rules（{len(self)} 條：{self._numbers()}）"

    def _numbers(self) -> str:
        return "、".join(dict.fromkeys(rule.number for rule in self)) or "（沒有規則）"


def findings_of(
    rules: Iterable[Rule], facts: Any, on: date | str | None = None
) -> Iterator[Finding]:
    """What the rules hold against a form or packet handed in on the day `on`, or at that point of
    time (a `datetime`): rules are in force by day, and a deadline may name its hour.

    Without a day no deadline is looked at.
    """
    on = moment_of(on)
    day = day_of(on)
    beyond: AmountError | None = None
    for rule in rules:
        if rule.is_in_force(day):
            try:
                for fault in rule.faults(facts, on if rule.by_the_hour else day):
                    yield _finding(rule, fault, facts)
            except AmountError as error:  # sums beyond what an amount can be
                beyond = error
            except Exception as error:  # a rule of somebody's own, facts that were set past us
                yield Finding.unfinished(error, rule.number)
    if beyond is not None:
        yield Finding.at(("合計",), str(beyond), ARITHMETIC)


def _finding(rule: Rule, fault: Fault, facts: Any) -> Finding:
    path, message, paper, severity = fault
    fact_at = getattr(facts, "fact_at", None)
    return Finding(
        severity or rule.severity,
        _where(path),
        message,
        rule.clause,
        rule.number,
        paper,
        path,
        rule.code,
        rule.note,
        None if fact_at is None else fact_at(path, paper),
    )
