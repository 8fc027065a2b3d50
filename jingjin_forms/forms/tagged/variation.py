"""A form that varies another: what it no longer asks for, and what has changed, told in Chinese.

A fact that no tag prints is not asked for, and refused when it is given: it would be lost. It is
kept where what is printed is worked out of it, or a rule reads it; which of them that are is seen
by working everything out once for the sample.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any, cast

from jingjin_forms.checks import Rule, Rules

from jingjin_forms.errors import JingjinError, listed
from jingjin_forms.facts.labels import figures_of, members
from jingjin_forms.forms.form import Form
from jingjin_forms.forms.identity import YEAR_KEYS
from jingjin_forms.forms.tagged.known_labels import Label, Labels
from jingjin_forms.forms.tagged.spec import FieldKind, FieldSpec


def not_asked(base: type[Form], printed: Collection[str], rules: Rules) -> tuple[str, ...]:
    """The English names of a form's fields that a template which prints these labels needs not."""
    labels = {name: str(info.title) for name, info in base.model_fields.items()}
    figures = [figure.name for text, figure in figures_of(base).items() if text in printed]
    others = {*printed} - {*labels.values()} - {*figures_of(base)}
    needed = _read_by(base, figures, rules)
    return tuple(
        name
        for name, text in labels.items()
        if text not in printed
        and name not in needed
        and text not in YEAR_KEYS  # by which the rules are chosen
        # What only the form itself can print is made of its lists: 講師費 of 經費項目.
        and not (others and members(base.model_fields[name])[1])
    )


def _read_by(base: type[Form], figures: Iterable[str], rules: Rules) -> set[str]:
    """The fields that working out these figures and asking these rules reads."""
    try:
        facts = base.sample()
    except (JingjinError, OSError):
        return {*base.model_fields}
    seen: set[str] = set()

    def watched(self: Any, name: str) -> Any:
        seen.add(name)
        return object.__getattribute__(self, name)

    watching = type(base.__name__, (type(facts),), {"__getattribute__": watched})
    facts = facts.model_copy()
    object.__setattr__(facts, "__class__", watching)
    seen.clear()
    for name in figures:
        with suppress(JingjinError):
            getattr(facts, name)
    for rule in rules:
        with suppress(JingjinError):
            list(rule.faults(facts, None))
    return seen


def without_fields(form: type[Form], names: Collection[str]) -> None:
    """Take fields out of a class that was just made; what its base reads of them is blank."""
    blank = form.__mro__[1].blank() if names else None  # type: ignore[attr-defined]
    for name in names:
        form.__pydantic_fields__.pop(name)
        setattr(form, name, getattr(blank, name))
    if names:
        form.model_rebuild(force=True)
        form.sample = classmethod(_sample(names))  # type: ignore[method-assign,assignment]


def _sample(names: Collection[str]) -> Callable[..., Form]:
    def sample(cls: type[Form], school_year: int | None = None) -> Form:
        """That of the form it varies, without what it does not ask for."""
        base = next(
            kind for kind in cls.__mro__[1:] if kind.sample.__func__ is not cls.sample.__func__
        )  # type: ignore[attr-defined]
        given = cast(type[Form], base).sample(school_year).model_dump(exclude_unset=True)
        return cls.load({name: value for name, value in given.items() if name not in names})

    return sample


def changes(
    base: type[Form],
    known: Labels,
    fields: Sequence[FieldSpec],
    rules: Rules,
    gone: Collection[str],
) -> Iterator[str]:
    """What a form has otherwise than the one it varies."""
    yield from _changed_fields(fields, known, "")
    printed = {spec.label for spec in fields}
    dropped = [str(base.model_fields[name].title) for name in gone]
    if dropped:
        yield f"不問（範本沒有印，計算與規則也用不到）：{listed(dropped, limit=50)}"
    kept = [
        text
        for name, info in base.model_fields.items()
        if (text := str(info.title)) not in printed and name not in gone
    ]
    if kept:
        yield f"範本沒有印，但計算或規則要用，仍然要填：{listed(kept, limit=50)}"
    yield from _changed_rules(base.rules, rules)


def _changed_fields(specs: Iterable[FieldSpec], known: Labels, inside: str) -> Iterator[str]:
    for spec in specs:
        before, label = known.get(spec.label), f"{inside}{spec.label}"
        if before is None:
            how = f"，{spec.computed.told}" if spec.computed else ""
            yield f"新增欄位：{label}（{spec.kind}{how}）"
            continue
        for what in _differences(spec, before):
            yield f"改變欄位：{label}，{what}"
        if before.inner:
            yield from _changed_fields(spec.fields, before.inner, f"{label}.")


def _differences(spec: FieldSpec, before: Label) -> Iterator[str]:
    if spec.computed is not None:
        yield f"由 {spec.computed.told} 算出"
    elif before.kind not in (None, spec.kind) and spec.kind is not FieldKind.OTHER:
        yield f"類型 {before.kind} → {spec.kind}"
    if before.options and spec.options and spec.options != before.options:
        yield f"選項 {'、'.join(before.options)} → {'、'.join(spec.options)}"


def _changed_rules(before: Rules, after: Rules) -> Iterator[str]:
    old, new = _by_number(before), _by_number(after)
    for number, rules in old.items():
        if number not in new:
            yield f"去掉規則 {number}：{_asked(rules)}"
        elif new[number] != rules:
            was, now = _told(rules), _told(new[number])
            yield f"改變規則 {number}：{was} → {now}"
    for number, rules in new.items():
        if number not in old:
            yield f"新增規則 {number}：{_asked(rules)}"


def _by_number(rules: Rules) -> Mapping[str, list[Rule]]:
    found: dict[str, list[Rule]] = {}
    for rule in rules:
        found.setdefault(rule.number, []).append(rule)
    return found


def _asked(rules: Iterable[Rule]) -> str:
    return "；".join(rule.asks for rule in rules)


def _told(rules: Sequence[Rule]) -> str:
    return "；".join(f"[{rule.severity}] {rule.asks}（{rule.clause.number}）" for rule in rules)
