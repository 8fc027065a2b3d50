"""What is applied for, where an application is for one of several things: 計畫一 or 計畫三.

No list says so: of the application's choices it is the one on which its papers or fields depend.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from jingjin_forms.errors import FactsError, Problem, shortened
from jingjin_forms.facts import Facts
from jingjin_forms.facts.fields import asked
from jingjin_forms.facts.labels import members, once_per_class
from jingjin_forms.forms.identity import spoken
from jingjin_forms.packets.application import Application, Paper
from jingjin_forms.values import Choice
from jingjin_forms.values.multiple_choice import MultipleChoice


class Decision(NamedTuple):
    """A choice that a form or application asks for."""

    label: str
    options: type[Choice]


@once_per_class
def deciding_choice(application: type[Application]) -> Decision | None:
    """The choice that decides which papers and fields an application has; None without one."""
    return next((c for c in _choices(application) if _decides(application, c)), None)


def chosen_option(facts: type[Facts], name: str) -> tuple[str, str]:
    """The label of the choice that has an option of this name, and the option.

    Raises FactsError that lists the options.
    """
    found = [(c.label, str(o)) for c in _askable(facts) for o in c.options if _is(name, str(o))]
    if len(found) == 1:
        return found[0]
    choices = _askable(facts)
    listed = "；".join(f"{c.label}：{'、'.join(map(str, c.options))}" for c in choices)
    fault = f"不只一個欄位有「{shortened(name)}」這個選項" if found else "沒有這個選項"
    known = f"可以選的是 {listed}。" if listed else "這裡沒有可以選的計畫，請不要加 --plan。"
    message = f"{fault}；{known}"
    raise FactsError(str(facts.title), [Problem("--plan", message, name, code="not_an_option")])


def papers_for(application: type[Application], chosen: str, made: Application) -> Sequence[Paper]:
    """The papers that these facts need; all while nothing is chosen."""
    papers = application.papers
    return [paper for paper in papers if paper.needed(made)] if chosen else papers


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
