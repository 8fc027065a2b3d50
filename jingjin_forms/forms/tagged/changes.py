"""What a form has otherwise than the one it varies, told in Chinese."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from jingjin_forms.checks import Rule, Rules
from jingjin_forms.errors import listed
from jingjin_forms.facts import Facts
from jingjin_forms.facts.labels import members
from jingjin_forms.forms.form import Form
from jingjin_forms.forms.tagged.description import FieldDescription
from jingjin_forms.forms.tagged.known_labels import Label, Labels
from jingjin_forms.forms.tagged.spec import FieldKind, FieldSpec
from jingjin_forms.forms.tagged.unprinted import Gone, LabelPath

_ALL = 100


def changes(
    base: type[Form],
    known: Labels,
    fields: Sequence[FieldSpec],
    told: Mapping[str, FieldDescription | None],
    rules: Rules,
    gone: Gone,
) -> Iterator[str]:
    """One line for each thing: fields first, then rules."""
    yield from _changed_fields(fields, known, told, "")
    if dropped := [*_labels(base, gone, ())]:
        yield f"不再問（範本沒有印，計算與規則也用不到）：{listed(dropped, limit=_ALL)}"
    if kept := [*_kept(base, fields, gone, ())]:
        yield f"範本沒有印，但計算或規則要用，仍然要填：{listed(kept, limit=_ALL)}"
    yield from _changed_rules(base.rules, rules)


def _labels(facts: type[Facts], gone: Gone, at: LabelPath) -> Iterator[str]:
    names = gone.get(at, ())
    for name, info in facts.model_fields.items():
        path, (member, _) = (*at, str(info.title)), members(info)
        if name in names:
            yield ".".join(path)
        elif issubclass(member, Facts):
            yield from _labels(member, gone, path)


def _kept(
    facts: type[Facts], specs: Iterable[FieldSpec], gone: Gone, at: LabelPath
) -> Iterator[str]:
    printed = {spec.label: spec for spec in specs}
    for name, info in facts.model_fields.items():
        label, (member, _) = str(info.title), members(info)
        spec = printed.get(label)
        if spec is None and name not in gone.get(at, ()):
            yield ".".join((*at, label))
        elif spec is not None and spec.fields and issubclass(member, Facts):
            yield from _kept(member, spec.fields, gone, (*at, label))


def _changed_fields(
    specs: Iterable[FieldSpec],
    known: Labels,
    told: Mapping[str, FieldDescription | None],
    inside: str,
) -> Iterator[str]:
    for spec in specs:
        before, label = known.get(spec.label), f"{inside}{spec.label}"
        description = told.get(spec.label) or FieldDescription()
        if before is None:
            how = f"，由 {spec.computed.told} 算出" if spec.computed else ""
            yield f"新增欄位：{label}（{spec.kind}{how}）"
            continue
        for what in _differences(spec, before, description):
            yield f"改變欄位：{label}，{what}"
        if before.inner:
            yield from _changed_fields(
                spec.fields, before.inner, description.fields or {}, f"{label}."
            )


def _differences(spec: FieldSpec, before: Label, told: FieldDescription) -> Iterator[str]:
    if spec.computed is not None:
        yield f"由 {spec.computed.told} 算出"
    elif before.kind not in (None, spec.kind) and spec.kind is not FieldKind.OTHER:
        yield f"類型 {before.kind} → {spec.kind}"
    if told.options and before.options and told.options != before.options:
        yield f"選項 {'、'.join(before.options)} → {'、'.join(told.options)}"
    if told.required is not None:
        yield "必填" if told.required else "可以留白"
    if told.rows:
        yield f"印 {told.rows} 列"
    if told.hint:
        yield f"說明 {told.hint}"


def _changed_rules(before: Rules, after: Rules) -> Iterator[str]:
    old, new = _by_number(before), _by_number(after)
    for number, rules in old.items():
        if number not in new:
            yield f"去掉規則 {number}：{_asked(rules)}"
        elif new[number] != rules:
            yield f"改變規則 {number}：{_told(rules)} → {_told(new[number])}"
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
    return "；".join(f"[{rule.severity}] {rule.asks}" for rule in rules)
