"""What can be checked of facts that make no form: those that can be read."""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any, cast

from pydantic import BaseModel

from jingjin_forms.checks import Finding
from jingjin_forms.errors import FactsError, Problem
from jingjin_forms.facts.labels import label_of_key, members
from jingjin_forms.forms.form import Form

_TRIES = 3
"""Facts that are right each may be wrong together once another is left out."""

Step = str | int


def findings_of_readable(
    form: type[Form],
    facts: Mapping[Any, Any],
    problems: Sequence[Problem],
    on: date,
    folder: Path,
) -> tuple[Finding, ...]:
    """What the rules find in facts with these problems, once what cannot be read is left out;
    nothing where the rest makes no form. Never about what was left out."""
    rest = deepcopy(dict(facts))
    out: list[tuple[Step, ...]] = []
    for _ in range(_TRIES):
        for problem in problems:
            if not problem.path:
                return ()
            out.append(_left_out(problem))
            _remove(form.for_facts(facts), rest, out[-1])
        try:
            made = form.load(rest, folder=folder)
        except FactsError as error:
            problems = error.problems
            continue
        found = made.check(on)
        return tuple(f for f in found if not any(f.path[: len(p)] == p for p in out))
    return ()


def _left_out(problem: Problem) -> tuple[Step, ...]:
    """The value itself; the whole list where a row is wrong, so that no row gets another number."""
    path = problem.path
    is_value = isinstance(path[-1], str) and problem.code != "missing"
    return path if is_value else path[:1]


def _remove(owner: type[BaseModel], facts: Any, path: Sequence[Step]) -> None:
    """Take a value out, under whichever of its names it stands."""
    for number, step in enumerate(path):
        if isinstance(step, int):
            if not isinstance(facts, list) or step >= len(cast(list[Any], facts)):
                return
            facts = cast(list[Any], facts)[step]
            continue
        if not isinstance(facts, dict):
            return
        labels, row = label_of_key(owner), cast(dict[Any, Any], facts)
        keys = [key for key in row if key == step or labels.get(key) == step]
        if number == len(path) - 1:
            for key in keys:
                del row[key]
            return
        facts = row[keys[0]] if keys else None
        field = next((f for f in owner.model_fields.values() if f.title == step), None)
        if field is not None and issubclass(inner := members(field)[0], BaseModel):
            owner = inner
