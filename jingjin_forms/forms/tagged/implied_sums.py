"""The sums that follow where a description says itself how one figure of a budget is worked out.

Rows with 單價 and 數量 are worked out by themselves, and 小計, 合計 and 總計 of them. Where a
description gives one of these figures a formula of its own (總價 = 單價 × 數量 × 天數), the others
that the paper prints still follow, of that figure.
"""

from collections.abc import Sequence

from jingjin_forms.forms.tagged.description import FieldDescription, Told
from jingjin_forms.forms.tagged.formula import parse_formula
from jingjin_forms.forms.tagged.spec import FieldKind, FieldSpec
from jingjin_forms.forms.tagged.sums import LINE_TOTAL, SUBTOTAL, TOTAL, TOTAL_IN_WORDS, is_line

_MISCELLANEOUS = "雜支"
_SUMS = (SUBTOTAL, TOTAL, TOTAL_IN_WORDS)


def with_implied_sums(specs: Sequence[FieldSpec], told: Told) -> Told:
    """The descriptions, and those of the sums that follow from them."""
    labels = {spec.label: spec for spec in specs}
    own_lines = [label for label in labels if _is_computed(_inner(told, label), LINE_TOTAL)]
    lists = own_lines or [spec.label for spec in specs if is_line(spec)]
    if len(lists) != 1 or not (own_lines or any(_is_computed(told, s) for s in _SUMS)):
        return told
    lines = f"「{lists[0]}」.{LINE_TOTAL} 的合計"
    added = f"{lines} + {_MISCELLANEOUS}" if _MISCELLANEOUS in {*labels, *told} else lines
    formulas = {SUBTOTAL: lines, TOTAL: added, TOTAL_IN_WORDS: f"國字大寫({TOTAL})"}
    found = dict(told)
    for label, formula in formulas.items():
        spec, before = labels.get(label), told.get(label) or FieldDescription()
        kinds = (FieldKind.AMOUNT, FieldKind.TEXT, FieldKind.UPPERCASE)
        is_open = before.computed is None and not before.required and before.kind is None
        if spec is None or spec.kind not in kinds or not is_open:
            continue
        if label == TOTAL_IN_WORDS and TOTAL not in {*labels, *told}:
            continue
        found[label] = before.model_copy(update={"computed": parse_formula(formula)})
    return found


def _inner(told: Told, label: str) -> Told:
    description = told.get(label)
    return (description and description.fields) or {}


def _is_computed(told: Told, label: str) -> bool:
    description = told.get(label)
    return description is not None and description.computed is not None
