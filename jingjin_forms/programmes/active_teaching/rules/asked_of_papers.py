"""A rule of the papers that is still asked where the facts of the packet decide nothing.

A packet does not ask its papers for what it has a rule of the same number for.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from jingjin_forms.checks.kinds import Condition, always
from jingjin_forms.checks.rule import Fault, Rule


@dataclass(frozen=True, kw_only=True)
class Relayed(Rule):
    """What a rule holds against the papers of a packet, when a condition holds."""

    rule: Rule
    when: Condition

    @property
    def asks(self) -> str:
        return self.rule.asks

    def faults(self, facts: Any, on: date | None) -> Iterator[Fault]:
        for paper in facts.papers if self.when(facts) else ():
            if paper.form is not None and paper.form.key.rpartition("/")[2] in self.rule.forms:
                for where, message in self.rule.faults(paper.form, on):
                    yield Fault(f"{paper.title} {where}", message)


def relayed(
    number: str, rules: Iterable[Rule], when: Condition = always, stage: str = "application"
) -> tuple[Relayed, ...]:
    """The rules of a number for a packet, asked of its papers when the condition holds."""
    return tuple(
        Relayed(
            number=number,
            forms=(stage,),
            clause=rule.clause,
            severity=rule.severity,
            since=rule.since,
            until=rule.until,
            rule=rule,
            when=when,
        )
        for rule in rules
        if rule.number == number
    )
