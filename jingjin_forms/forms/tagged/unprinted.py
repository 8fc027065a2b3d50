"""What a form that varies another no longer asks for.

A fact that no tag prints is not asked for, and refused when it is given: it would be lost. It is
kept where what is printed is worked out of it, or a rule reads it; which of them that are is seen
by working everything out once for the sample.
"""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import Any

from jingjin_forms.checks import Rules
from jingjin_forms.errors import JingjinError
from jingjin_forms.facts import Facts
from jingjin_forms.facts.labels import figures_of, members
from jingjin_forms.forms.form import Form
from jingjin_forms.forms.tagged.spec import FieldSpec

LabelPath = tuple[str, ...]
"""Where a group or the rows of a list lie: () for the form itself."""
Gone = Mapping[LabelPath, tuple[str, ...]]
"""The English names of the fields that are not asked for, by where they lie."""


def not_asked(
    base: type[Form], fields: Iterable[FieldSpec], others: bool, rules: Rules, used: set[str]
) -> Gone:
    """The fields of a form that neither a template's tags nor a computation or rule needs.

    `others` says whether tags print what only the form itself makes of its lists (講師費 of
    經費項目), whose rows are kept then; `used` are the labels that a description uses.
    """
    fields = [*fields]
    read = _read_by(base, {field.label for field in fields}, rules)
    used = used | {base.paper_year.label}  # which chooses the texts
    return dict(_gone(base, fields, (), read, used, keeps_lists=others)) if read else {}


def _gone(
    facts: type[Facts],
    fields: Iterable[FieldSpec],
    at: LabelPath,
    read: set[tuple[LabelPath, str]],
    used: set[str],
    *,
    keeps_lists: bool,
) -> Iterable[tuple[LabelPath, tuple[str, ...]]]:
    printed = {field.label: field for field in fields}
    names: list[str] = []
    for name, info in facts.model_fields.items():
        label, (member, several) = str(info.title), members(info)
        if several and keeps_lists:
            continue
        field = printed.get(label)
        if field is not None:
            if field.fields and issubclass(member, Facts):
                path = (*at, label)
                yield from _gone(member, field.fields, path, read, used, keeps_lists=keeps_lists)
        elif (at, name) not in read and label not in used:
            names.append(name)
    if names:
        yield at, tuple(names)


def _read_by(base: type[Form], printed: set[str], rules: Rules) -> set[tuple[LabelPath, str]]:
    """The fields that working out what is printed, and asking the rules, reads of the sample; none
    where there is no sample to see it by."""
    try:
        facts = base.sample().model_copy(deep=True)
    except (JingjinError, OSError):
        return set()
    seen: set[tuple[LabelPath, str]] = set()
    inner = [facts, *(part for _, part in _parts(facts, ()))]
    for path, part in [((), facts), *_parts(facts, ())]:
        _watch(part, path, seen)
    seen.clear()
    for part in inner:
        for label, figure in figures_of(type(part)).items():
            if part is not facts or label in printed:
                with suppress(JingjinError):
                    getattr(part, figure.name)
    for rule in rules:
        with suppress(JingjinError):
            list(rule.faults(facts, None))
    return seen


def _parts(facts: Facts, at: LabelPath) -> Iterable[tuple[LabelPath, Facts]]:
    for path, part in facts.parts():
        here = (*at, str(path[0]))
        yield here, part
        yield from _parts(part, here)


def _watch(facts: Facts, at: LabelPath, seen: set[tuple[LabelPath, str]]) -> None:
    """Note whatever is read of these facts from now on."""

    def read(self: Any, name: str) -> Any:
        seen.add((at, name))
        return object.__getattribute__(self, name)

    watching = type(type(facts).__name__, (type(facts),), {"__getattribute__": read})
    object.__setattr__(facts, "__class__", watching)
