"""Cases of rules: facts at the limit, and facts one over.

    Case("A05", "school_based/budget_estimate", budget(印刷費=100), budget(印刷費=101))

Both are changes, by label, to the form's sample.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from jingjin_forms import Finding, Form, get_form
from jingjin_forms.checks import Rule
from tests.helpers import sample_facts


class Case(NamedTuple):
    """One rule: what it lets pass, and what it holds against the form."""

    rule: str
    form: str
    passes: dict[str, Any]
    fails: dict[str, Any]
    message: str = ""
    """What its message says of the failing facts."""
    passes_on: date | None = None
    fails_on: date | None = None


def found(form: str, changes: dict[str, Any], on: date | None = None) -> list[Finding]:
    """The findings on a form's sample with these changes, by label."""
    path = get_form(form).sample_path()
    facts = {**sample_facts(path), **changes}
    return list(get_form(form).load(facts, folder=path.parent).check(on))


def check(case: Case) -> None:
    """The rule is silent on what passes, and speaks, with its clause, on what fails."""
    held = [f for f in found(case.form, case.passes, case.passes_on) if f.rule == case.rule]
    assert held == []
    held = [f for f in found(case.form, case.fails, case.fails_on) if f.rule == case.rule]
    assert held, f"{case.rule} says nothing"
    assert all(finding.clause for finding in held)
    assert any(case.message in f"{f.place}：{f.message}" for f in held), [str(f) for f in held]


def line(
    item: str, price: int, quantity: int = 1, unit: str = "", note: str = "x"
) -> dict[str, Any]:
    """One budget line."""
    return {"項目": item, "單價": price, "數量": quantity, "單位": unit, "說明": note}


def silent_rules(rules: Sequence[Rule], cases: Sequence[Case]) -> list[Rule]:
    """The rules that speak in no failing case of their number."""
    failing = [(case, failing_form(case)) for case in cases]
    return [
        rule
        for rule in rules
        if not any(
            case.rule == rule.number
            and case.form.rpartition("/")[2] in rule.forms
            and [*rule.faults(form, case.fails_on)]
            for case, form in failing
        )
    ]


def failing_form(case: Case) -> Form:
    """The form of a case, with what its rule is to find."""
    path = get_form(case.form).sample_path()
    return get_form(case.form).load({**sample_facts(path), **case.fails}, folder=path.parent)
