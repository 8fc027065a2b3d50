"""The rules of a form with a description: its own, and those of the form it varies as it has them.

Everything that is wrong with one is told at its line.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from jingjin_forms.checks import Clause, Document, Rule, Rules
from jingjin_forms.checks.kinds import AtLeast, AtMost, Deadline, Share, Window
from jingjin_forms.errors import RuleNotFoundError
from jingjin_forms.forms.tagged.conditions import When
from jingjin_forms.forms.tagged.described_computations import fault_of
from jingjin_forms.forms.tagged.described_fields import Tell
from jingjin_forms.forms.tagged.described_rules import RuleMaker, limit_of, used, window
from jingjin_forms.forms.tagged.description import RuleDescription
from jingjin_forms.forms.tagged.description_reading import ReadDescription
from jingjin_forms.forms.tagged.formula import Formula
from jingjin_forms.forms.tagged.formula_values import Use
from jingjin_forms.forms.tagged.known_labels import NUMBERS, Label, LabelFault, Labels, find
from jingjin_forms.forms.tagged.lined_yaml import KeyPath
from jingjin_forms.forms.tagged.spec import FieldKind

_CHANGED: tuple[tuple[str, str, type[Rule]], ...] = (
    ("at_most", "上限", AtMost),
    ("at_least", "下限", AtLeast),
    ("percent", "比例", Share),
    ("window", "期間", Window),
    ("last_day", "截止", Deadline),
)
_DAYS = (FieldKind.DATE, FieldKind.PERIOD, None)
_TEXTS = (FieldKind.TEXT, FieldKind.SCHOOL, FieldKind.OTHER, None)


def described_rules(read: ReadDescription, base: Rules, maker: RuleMaker, tell: Tell) -> Rules:
    """The rules of the form: those of its base as they are kept and changed, then its own."""
    rules, description = base, read.description
    for number in (description.without or ()) if base else ():  # without one that is told already
        try:
            rules = rules.without(number)
        except RuleNotFoundError as error:
            tell(("去掉規則",), str(error))
    own: list[Rule] = []
    for index, told in zip(read.rules_at, description.rules or (), strict=True):
        path, place = ("規則", index), index + 1
        if told.number is not None and _is_change(told) and told.number in _numbers(base):
            rules = _changed(rules, told, maker, path, tell)
        elif told.number is not None and _is_change(told):
            tell((*path, "編號"), _no_such_rule(told.number, base))
        else:
            made = _made(told, place, maker, path, tell)
            if told.number in _numbers(rules):
                rules = rules.replacing(**{told.number: made}) if made else rules
            else:
                own += made
    return rules.adding(*own)


def _is_change(told: RuleDescription) -> bool:
    """Whether it does not say all that a rule of its own would have to."""
    return told.field is None and (told.kind != "截止" or told.text is None)


def _numbers(rules: Rules) -> set[str]:
    return {number for rule in rules for number in (rule.number, rule.name) if number}


def _no_such_rule(number: str, base: Rules) -> str:
    if not base:
        return "沒有「欄位」與「條文」，又沒有「依據」的表件可以改；請把規則寫完整。"
    known = "、".join(dict.fromkeys(rule.number for rule in base))
    return f"依據的表件沒有編號 {number} 的規則；有：{known}。新的規則要寫「欄位」與「條文」。"


def _made(
    told: RuleDescription, place: int, maker: RuleMaker, path: KeyPath, tell: Tell
) -> list[Rule]:
    faults = [*_faults(told, maker.labels)]
    for key, message in faults:
        tell((*path, key), message)
    return [] if faults else maker.rules(told, place)


def _changed(
    rules: Rules,
    told: RuleDescription,
    maker: RuleMaker,
    path: KeyPath,
    tell: Tell,
) -> Rules:
    """The rules with one number changed in what the description says of it."""
    number = str(told.number)
    fields: dict[str, Any] = {} if told.severity is None else {"severity": told.severity}
    kind: type[Rule] = Rule
    for name, key, kind_of_rule in _CHANGED:
        if getattr(told, name) is not None:
            kind, fields = kind_of_rule, fields | _new_limit(told, maker)
            if isinstance(given := getattr(told, name), Formula):
                for fault in _formula_faults(given, maker.labels):
                    tell((*path, key), fault)
    if told.kind and kind is Rule:
        tell((*path, told.kind), f"編號 {number} 的規則不能改這一項；請寫成完整的一條規則。")
        return rules
    concerned = {rule for rule in rules if number in (rule.number, rule.name)}
    fitting = {rule for rule in concerned if isinstance(rule, kind)}
    if not fitting:
        reason = f"「{told.kind}」的規則" if concerned else "了，「去掉規則」已經去掉它"
        tell((*path, told.kind or "編號"), f"編號 {number} 不是{reason}。")
        return rules
    if told.kind and told.text is None:
        before = next(iter(fitting)).clause.text
        tell((*path, told.kind), f"改了限制，要寫新的「條文」（原來是「{before}」）。")
    return Rules(
        replace(rule, clause=_clause(rule, told, maker.document), **fields)
        if rule in fitting
        else rule
        for rule in rules
    )


def _new_limit(told: RuleDescription, maker: RuleMaker) -> dict[str, Any]:
    formula = told.at_most or told.at_least
    if formula is not None:
        return {"limit": limit_of(formula), "limit_called": formula.told if formula.uses else ""}
    if told.percent is not None:
        return {"percent": told.percent}
    if told.last_day is not None:
        return {"last": told.last_day} | ({"hour": told.hour} if told.hour else {})
    assert told.window is not None
    called = "該學年度" if isinstance(told.window, str) else str(told.window)
    return {"days": window(told.window, maker.year), "days_called": called}


def _clause(rule: Rule, told: RuleDescription, document: Document) -> Clause:
    if told.text is None and told.clause is None:
        return rule.clause
    return Clause(document, told.clause or rule.clause.number, told.text or rule.clause.text)


def _faults(told: RuleDescription, labels: Labels) -> Iterator[tuple[str, str]]:
    """What a rule of its own speaks of and is not there, or not what it takes it for."""
    for key in ("條文", "欄位"):
        if key == "欄位" and told.kind == "截止":
            continue
        if (told.text if key == "條文" else told.field) is None:
            yield key, f"要寫「{key}」；依據的表件沒有這個編號的規則可以改。"
    if told.when is not None:
        around = _around(told.field, labels)
        for message in _condition_faults(told.when, labels, around):
            yield "當", message
    for key, formula in (("上限", told.at_most), ("下限", told.at_least)):
        for message in _formula_faults(formula, labels):
            yield key, message
    if told.field is not None:
        yield from _field_faults(told, labels)
    for key, text in (("基準", told.base), ("相等", told.same_as)):
        if text is not None:
            kinds = (*NUMBERS, None) if key == "基準" else ()
            for message in _use_faults(text, labels, kinds):
                yield key, message


def _field_faults(told: RuleDescription, labels: Labels) -> Iterator[tuple[str, str]]:
    wanted: dict[str, Sequence[FieldKind | None]] = {
        "上限": (*NUMBERS, None),
        "下限": (*NUMBERS, None),
        "比例": (*NUMBERS, None),
        "期間": _DAYS,
        "字數": _TEXTS,
        "筆數": (FieldKind.LIST,),
    }
    for message in _use_faults(told.field or "", labels, wanted.get(told.kind, ())):
        yield "欄位", message


def _use_faults(text: str, labels: Labels, kinds: Sequence[FieldKind | None]) -> Iterator[str]:
    try:
        use = used(text)
        found = find(labels, use.path)
    except ValueError as fault:  # a LabelFault too
        yield str(fault)
        return
    if use.total:
        if (fault := fault_of(use, labels)) is not None:
            yield fault
        elif kinds and not {*NUMBERS} & {*kinds}:
            yield f"「{text}」是數字，這種規則要的是「{_listed(kinds)}」。"
    elif kinds and found[-1].kind not in kinds:
        yield f"「{text}」是「{found[-1].kind or '數字'}」，這種規則要的是「{_listed(kinds)}」。"


def _listed(kinds: Sequence[FieldKind | None]) -> str:
    return "、".join(str(kind) for kind in kinds if kind is not None)


def _formula_faults(formula: Formula | None, labels: Labels) -> Iterator[str]:
    if formula is None:
        return
    if formula.gives_text:
        yield "要是數字，不是國字大寫。"
    for use in formula.uses:
        if (fault := fault_of(use, labels)) is not None:
            yield fault


def _around(field: str | None, labels: Labels) -> Labels:
    """The labels of the row or group that a rule's field lies in."""
    try:
        path = used(field or "").path
        found = find(labels, path)
    except ValueError:
        return {}
    inner = found[-1] if found[-1].inner else found[-2] if len(found) > 1 else None
    return inner.inner if inner else {}


def _condition_faults(when: When, labels: Labels, around: Labels) -> Iterator[str]:
    for test in when.tests:
        try:
            label = _found(test.path, around, labels)
        except LabelFault as fault:
            yield str(fault)
            continue
        options = label.options or (("是", "否") if label.kind is FieldKind.TICK else ())
        if options and test.sign in ("=", "≠") and test.value not in options:
            yield f"「{test.value}」不是「{label.label}」的選項；有：{'、'.join(options)}。"


def _found(path: Use | tuple[str, ...], around: Labels, labels: Labels) -> Label:
    steps = path.path if isinstance(path, Use) else path
    try:
        return find(around, steps)[-1]
    except LabelFault:
        return find(labels, steps)[-1]
