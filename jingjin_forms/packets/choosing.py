"""What is applied for, where an application is for one of several things: 計畫一 or 計畫三.

No list says so: of the application's choices it is the one on which its papers or fields depend.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from jingjin_forms.errors import FactsError, Problem, shortened
from jingjin_forms.facts import Facts
from jingjin_forms.facts.fields import asked
from jingjin_forms.facts.labels import members, once_per_class
from jingjin_forms.forms.identity import spoken
from jingjin_forms.packets.application import Application, Paper
from jingjin_forms.values import Choice
from jingjin_forms.values.multiple_choice import MultipleChoice

Chosen = Mapping[str, tuple[str, ...]]
"""The options that are chosen, by the label of their choice."""
_between = re.compile("[,，、;；]")


class Decision(NamedTuple):
    """A choice that a form or application asks for."""

    label: str
    options: type[Choice]


@once_per_class
def deciding_choice(application: type[Application]) -> Decision | None:
    """The choice that decides which papers and fields an application has; None without one."""
    return next((c for c in _choices(application) if _decides(application, c)), None)


def chosen_options(facts: type[Facts], names: Sequence[str]) -> Chosen:
    """The options of these names, each of which may be several (計畫一,計畫二), or say whose it is
    (離島=是).

    Raises FactsError that lists the options, all that are none at once.
    """
    found: dict[str, tuple[str, ...]] = {}
    problems: list[Problem] = []
    for name in names:
        for one in [name] if _options_called(facts, name) else _several(name):
            named = _options_called(facts, one)
            if len(named) == 1:
                label, option = named[0]
                found[label] = tuple(dict.fromkeys((*found.get(label, ()), option)))
            else:
                problems.append(_unclear(facts, one, named))
    if problems:
        raise FactsError(str(facts.title), problems)
    return found


def papers_for(application: type[Application], made: Sequence[Application]) -> Sequence[Paper]:
    """The papers that any of these needs; all where there is none."""
    papers = application.papers
    needed = [paper for paper in papers if any(paper.needed(one) for one in made)]
    return needed if made else papers


def _options_called(facts: type[Facts], name: str) -> list[tuple[str, str]]:
    """The options of a name, each with the label of its choice."""
    label, _, option = (piece.strip() for piece in name.partition("="))
    return [
        (choice.label, str(o))
        for choice in _askable(facts)
        for o in choice.options
        if _is(name, str(o)) or (choice.label == label and _is(option, str(o)))
    ]


def _several(name: str) -> list[str]:
    return [one for piece in _between.split(name) if (one := piece.strip())] or [name]


def _unclear(facts: type[Facts], name: str, found: list[tuple[str, str]]) -> Problem:
    choices = _askable(facts)
    listed = "；".join(f"{c.label}：{'、'.join(map(str, c.options))}" for c in choices)
    fault, known = "沒有這個選項", f"可以選的是 {listed}。"
    if found:
        fault = f"不只一個欄位有「{shortened(name)}」這個選項"
        known = f"請寫明是哪一個，例如 --plan {found[0][0]}={found[0][1]}；{known}"
    if not listed:
        known = "這裡沒有可以選的計畫，請不要加 --plan。"
    return Problem("--plan", f"{fault}；{known}", name, code="not_an_option")


def _askable(facts: type[Facts]) -> list[Decision]:
    """Of an application the one that decides, of a form each that is its own."""
    if issubclass(facts, Application):
        found = deciding_choice(facts)
        return [found] if found else []
    return _choices(facts)


def _is(name: str, option: str) -> bool:
    return _said(name) == _said(option)


def _said(name: str) -> str:
    """計畫1 is 計畫一."""
    return spoken(name).translate(str.maketrans("123456789", "一二三四五六七八九")) or name


def _choices(facts: type[Facts]) -> list[Decision]:
    found: list[Decision] = []
    for field in facts.model_fields.values():
        member, several = members(field)
        is_one = not several and not any(isinstance(p, MultipleChoice) for p in field.metadata)
        if is_one and issubclass(member, Choice) and not asked(field).by:
            found.append(Decision(str(field.title), member))
    return found


def _decides(application: type[Application], choice: Decision) -> bool:
    fields = application.model_fields.values()
    if any(isinstance(o, choice.options) for field in fields for o in asked(field).only_for):
        return True
    needs = {_needed(application, {choice.label: option}) for option in choice.options}
    return len(needs) > 1


def _needed(application: type[Application], facts: dict[str, Any]) -> tuple[bool, ...]:
    made = application(**facts)
    return tuple(paper.needed(made) for paper in application.papers)
