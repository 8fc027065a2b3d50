"""The computations of a description: what they are worked out of, and that none goes in a circle.

Whole dollars come out exactly or not at all: 33.5 元 is an error that shows the formula, unless it
says itself how to round.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from graphlib import CycleError, TopologicalSorter
from typing import Any

from jingjin_forms.errors import AmountError
from jingjin_forms.forms.tagged.described_fields import Tell
from jingjin_forms.forms.tagged.description import FieldDescription
from jingjin_forms.forms.tagged.formula import Formula
from jingjin_forms.forms.tagged.formula_values import Use, as_decimal
from jingjin_forms.forms.tagged.known_labels import (
    NUMBERS,
    LabelFault,
    Labels,
    find,
    merged,
)
from jingjin_forms.forms.tagged.lined_yaml import KeyPath
from jingjin_forms.forms.tagged.spec import Computation, FieldKind, FieldSpec
from jingjin_forms.values.amount import LIMIT, Money, parse_quantity

_COMPUTABLE = (*NUMBERS, FieldKind.TEXT)
_INSIDE = "這裡只能用同一列或同一組的欄位"


@dataclass(frozen=True, slots=True)
class _Scope:
    """A form, group or row: its labels, and where its description stands."""

    labels: Labels
    told: Mapping[str, FieldDescription | None]
    path: KeyPath
    around: Labels
    """Those of the form it lies in, which it cannot use."""


def with_computations(
    specs: Sequence[FieldSpec],
    told: Mapping[str, FieldDescription | None],
    known: Labels,
    tell: Tell,
) -> tuple[FieldSpec, ...]:
    """The fields, those that are worked out with how."""
    return _computed(specs, _Scope(merged(known, specs), told, ("欄位",), {}), tell)


def _computed(specs: Sequence[FieldSpec], scope: _Scope, tell: Tell) -> tuple[FieldSpec, ...]:
    formulas = {
        label: description.computed
        for label, description in scope.told.items()
        if description is not None and description.computed is not None
    }
    specs = [_with_inner(spec, scope, tell) for spec in specs]
    scope = replace(scope, labels=merged(scope.labels, specs))
    kinds = _kinds(specs, formulas, scope)
    labels = {name: replace(label, kind=kinds.get(name)) for name, label in scope.labels.items()}
    scope = replace(scope, labels=labels)
    circles = _circles(formulas)
    return tuple(
        _with_formula(spec, formulas[spec.label], scope, circles, tell)
        if spec.label in formulas
        else spec
        for spec in specs
    )


def _with_inner(spec: FieldSpec, scope: _Scope, tell: Tell) -> FieldSpec:
    """A list or group, what lies in it worked out."""
    description = scope.told.get(spec.label)
    if description is None or not description.fields or description.computed is not None:
        return spec
    inner = scope.labels[spec.label].inner
    path = (*scope.path, spec.label, "欄位")
    below = _Scope(merged(inner, spec.fields), description.fields, path, scope.labels)
    return replace(spec, fields=_computed(spec.fields, below, tell))


def _kinds(
    specs: Sequence[FieldSpec], formulas: Mapping[str, Formula], scope: _Scope
) -> Mapping[str, FieldKind | None]:
    """What the labels of a scope hold; what is worked out of amounts is one, and so on."""
    kinds = {label: known.kind for label, known in scope.labels.items()}
    kinds |= {spec.label: spec.kind for spec in specs}
    open_ones = [
        spec.label
        for spec in specs
        if spec.label in formulas
        and spec.kind in (FieldKind.TEXT, FieldKind.OTHER)
        and not (scope.told[spec.label] or FieldDescription()).kind
    ]
    kinds |= dict.fromkeys(open_ones)
    for _ in open_ones:  # as often as one may rest on another
        for label in open_ones:
            kinds[label] = _result(formulas[label], kinds, scope.labels)
    return kinds


def _result(
    formula: Formula, kinds: Mapping[str, FieldKind | None], labels: Labels
) -> FieldKind | None:
    if formula.gives_text:
        return FieldKind.TEXT
    found = [_kind_of(use, kinds, labels) for use in formula.uses]
    if any(kind in (FieldKind.AMOUNT, FieldKind.UPPERCASE) for kind in found):
        return FieldKind.AMOUNT
    if None in found:
        return None
    whole = all(kind is FieldKind.COUNT for kind in found) and "平均" not in formula.told
    return FieldKind.COUNT if whole and "÷" not in formula.told else FieldKind.NUMBER


def _kind_of(use: Use, kinds: Mapping[str, FieldKind | None], labels: Labels) -> FieldKind | None:
    if use.total == "筆數":
        return FieldKind.COUNT
    if len(use.path) == 1:
        return kinds.get(use.path[0])
    try:
        return find(labels, use.path)[-1].kind
    except LabelFault:
        return None


def _with_formula(
    spec: FieldSpec,
    formula: Formula,
    scope: _Scope,
    circles: Mapping[str, tuple[str, ...]],
    tell: Tell,
) -> FieldSpec:
    path = (*scope.path, spec.label, "計算")
    before = spec.label
    if formula.label and formula.label != before:
        tell(path, f"等號左邊是「{formula.label}」，這裡是「{before}」的計算；請改成一致。")
    for use in formula.uses:
        if (fault := fault_of(use, scope.labels, scope.around)) is not None:
            tell(path, fault)
    if spec.label in circles:
        tell(path, f"繞了一圈，算不出來：{' → '.join(circles[spec.label])}。")
    # What is of no known kind comes from our own figures, which are amounts.
    kind = scope.labels[spec.label].kind or FieldKind.AMOUNT
    if kind not in _COMPUTABLE:
        tell(path, f"類型是「{kind}」，不能計算；要是 {'、'.join(map(str, NUMBERS))}。")
    elif formula.gives_text != (kind in (FieldKind.TEXT, FieldKind.UPPERCASE)):
        if formula.gives_text:
            tell(path, f"國字大寫算出來是文字，類型卻是「{kind}」。")
        elif kind is FieldKind.TEXT:
            tell(path, "算出來是數字，類型卻是「文字」；請把類型改成 元、整數 或 數。")
    told = f"{spec.label} = {formula.told}"
    work_out = worker(formula, kind, told)
    needs = tuple(dict.fromkeys(_needs(formula, scope)))
    return replace(
        spec, kind=kind, annotation=None, computed=Computation(formula.told, work_out, needs)
    )


def _needs(formula: Formula, scope: _Scope) -> Iterator[str]:
    """The facts beside it without which nothing can be worked out, so that a figure that was given
    could not be checked."""
    for use in formula.uses:
        known, told = scope.labels.get(use.path[0]), scope.told.get(use.path[0])
        is_worked_out = known is None or known.is_computed or (told and told.computed)
        if use.is_factor and len(use.path) == 1 and not is_worked_out:
            yield use.path[0]


def fault_of(use: Use, labels: Labels, around: Labels | None = None) -> str | None:
    """Why a label cannot be worked with; None where it can."""
    try:
        found = find(labels, use.path)
    except LabelFault as fault:
        inside = _INSIDE if around and use.path[0] in around else ""
        return f"{fault}{inside and f'（{inside}）'}"
    last = found[-1]
    through_list = any(label.is_list for label in found[:-1])
    called = ".".join(use.path)
    if use.total == "筆數":
        return None if through_list or last.is_list else f"「{called}」不是清單，沒有筆數。"
    if last.kind is not None and last.kind not in NUMBERS:
        return f"「{called}」是「{last.kind}」，不是數字，不能計算。"
    if through_list and not use.total:
        return f"「{called}」每一列都有，要說是它們的什麼，例如 {called} 的合計。"
    if use.total and not through_list:
        return f"「{called}」不在清單裡，沒有{use.total}。"
    return None


def _circles(formulas: Mapping[str, Formula]) -> Mapping[str, tuple[str, ...]]:
    """The labels that lie on a circle, each with all that lie on it, in their order."""
    graph = {
        label: {use.path[0] for use in formula.uses if use.path[0] in formulas}
        for label, formula in formulas.items()
    }
    found: dict[str, tuple[str, ...]] = {}
    while True:
        try:
            TopologicalSorter(graph).prepare()
        except CycleError as error:
            circle = tuple(reversed(error.args[1]))
            found |= dict.fromkeys(circle, circle)
            graph = {label: on - {*circle} for label, on in graph.items() if label not in circle}
        else:
            return found


def worker(formula: Formula, kind: FieldKind, told: str) -> Callable[[Mapping[str, Any]], Any]:
    """Works a formula out as a value of its kind. What it makes raises AmountError."""

    def work_out(known: Mapping[str, Any]) -> Any:
        value = formula.work(known)
        return _as_kind(value, kind, told) if isinstance(value, Fraction) else value

    return work_out


def _as_kind(value: Fraction, kind: FieldKind, told: str) -> Any:
    number = as_decimal(value)
    if value < 0:
        raise AmountError(f"{told} ＝ {number:,}，是負數；請檢查填的數字。")
    if value >= LIMIT:
        raise AmountError(f"{told} ＝ {number:,}，超過 16 位數；請檢查填的數字。")
    if kind is FieldKind.NUMBER:
        return parse_quantity(Decimal(number).quantize(Decimal("0.01"), ROUND_HALF_UP))
    if value.denominator != 1:
        unit = "整數" if kind is FieldKind.COUNT else "整數元"
        raise AmountError(
            f"{told} ＝ {number:,}，不是{unit}；請調整填的數字，或在計算式寫明 捨去(…)。"
        )
    return int(value) if kind is FieldKind.COUNT else Money(int(value))
