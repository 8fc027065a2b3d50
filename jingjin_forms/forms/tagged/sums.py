"""What a tagged Word file's rows and forms work out, as our budgets do.

A row with 單價 and 數量 is a `BudgetLine`: its 總價 follows. A form (or part of one) with one list
of such rows has 小計, 合計 and 總計, whatever the list is called, and 雜支 is added where it is
asked for. With several such lists 經常門小計 is the sum of the list 經常門, and 合計 adds up the
lists that have one; where they have none, nobody knows what 合計 adds up, and it is asked for.

總計 is in words where 合計 stands beside it, as in our budgets, and otherwise the amount.
國字合計, 合計大寫 and the like are the amount of that name in words.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from jingjin_forms.facts import Facts, printed
from jingjin_forms.facts.labels import figures_of, name_of
from jingjin_forms.forms.tagged.kinds import annotation_of, kind_of_type
from jingjin_forms.forms.tagged.spec import FieldKind, FieldSpec
from jingjin_forms.parts.budget import BudgetLine, BudgetTable, sum_of, total_of
from jingjin_forms.values.amount import Money
from jingjin_forms.values.uppercase import uppercase_amount

_AMOUNTS = (FieldKind.AMOUNT, FieldKind.UPPERCASE)
_in_words = re.compile("國字|大寫|金額")


class Sums(BudgetTable):
    """The sums of one list, with 雜支 where there is one."""

    @property
    @printed("合計")
    def total(self) -> Money | None:
        """小計, and 雜支 where the form has it."""
        return sum_of([self.subtotal, getattr(self, "miscellaneous", None)])


LINE_TOTAL = next(iter(figures_of(BudgetLine)))
"""總價."""
SUBTOTAL, TOTAL, TOTAL_IN_WORDS = figures_of(BudgetTable)
"""小計, 合計, 總計."""
_KINDS = {
    str(info.title): kind_of_type(annotation_of(info))
    for info in BudgetLine.model_fields.values()
    if info.title != LINE_TOTAL
}


@dataclass(frozen=True, slots=True)
class Worked:
    """What a class works out itself: its base, and which labels are no facts therefore."""

    base: type[Facts]
    labels: frozenset[str] = frozenset()
    members: Mapping[str, Any] | None = None
    lines: str = ""
    """The label of the list that is added up."""


def is_line(row: FieldSpec) -> bool:
    """Whether the rows of a list are budget lines."""
    if row.kind is not FieldKind.LIST or row.columns:
        return False
    kinds = {inner.label: inner.kind for inner in row.fields if inner.computed is None}
    needs = figures_of(BudgetLine)[LINE_TOTAL].needs
    shared = kinds.keys() & _KINDS.keys()
    fits = all(kinds[label] is _KINDS[label] for label in shared)
    given = next((f for f in row.fields if f.label == LINE_TOTAL), None)
    return fits and set(needs) <= shared and (given is None or _can_be_worked_out(given))


def of_row(row: FieldSpec) -> Worked:
    """What a row of this list works out."""
    return Worked(BudgetLine, frozenset((LINE_TOTAL,))) if is_line(row) else Worked(Facts)


def of_level(fields: Iterable[FieldSpec]) -> Worked:
    """What a form, or a part of one, works out of these fields."""
    by_label = {field.label: field for field in fields}
    lists = [field.label for field in by_label.values() if is_line(field)]
    sums = [label for label in figures_of(BudgetTable) if label in by_label]
    is_sum = all(_can_be_worked_out(by_label[label], in_words=True) for label in sums)
    if len(lists) > 1:
        return _of_several(by_label, lists)
    if not lists or not is_sum:
        return Worked(Facts, *_words(by_label, {}))
    amounts = {SUBTOTAL: "subtotal", TOTAL: "total"}
    members: dict[str, Any] = {}
    if TOTAL_IN_WORDS in by_label and _is_amount(by_label):
        members["grand_total"] = property(printed(TOTAL_IN_WORDS)(lambda self: self.total))
        amounts[TOTAL_IN_WORDS] = "grand_total"
    labels, words = _words(by_label, amounts)
    return Worked(Sums, labels | set(sums), {**members, **words}, lists[0])


def _of_several(by_label: Mapping[str, FieldSpec], lists: list[str]) -> Worked:
    """What a level with several lists of budget lines works out."""
    own = {f"{rows}{end}": rows for rows in lists for end in (SUBTOTAL, TOTAL)}
    own = {label: rows for label, rows in own.items() if label in by_label}
    own = {
        label: rows
        for label, rows in own.items()
        if _can_be_worked_out(by_label[label], in_words=True)
    }
    members: dict[str, Any] = {
        f"subtotal_{n}": property(printed(label)(_sum_of_lists([rows])))
        for n, (label, rows) in enumerate(own.items(), 1)
    }
    amounts = dict(zip(own, members, strict=True))
    summed = list(dict.fromkeys(own.values()))
    if len(summed) > 1 and TOTAL in by_label and _can_be_worked_out(by_label[TOTAL]):
        members["total"] = property(printed(TOTAL)(_sum_of_lists(summed, with_others=True)))
        amounts[TOTAL] = "total"
    labels, words = _words(by_label, amounts)
    return Worked(Facts, labels | amounts.keys(), {**members, **words})


def _sum_of_lists(lists: list[str], *, with_others: bool = False) -> Callable[[Any], Money | None]:
    def total(self: Facts) -> Money | None:
        named = (getattr(self, name_of(type(self), rows)) for rows in lists)
        others = [getattr(self, "miscellaneous", None)] if with_others else []
        return sum_of([*map(total_of, named), *others])

    return total


def _can_be_worked_out(field: FieldSpec, *, in_words: bool = False) -> bool:
    kinds = (*_AMOUNTS, FieldKind.TEXT) if in_words else _AMOUNTS
    return field.computed is None and field.kind in kinds and not field.required


def _is_amount(by_label: Mapping[str, FieldSpec]) -> bool:
    """Whether 總計 is printed as a number."""
    says = by_label[TOTAL_IN_WORDS].kind
    others = any(_base_of(label) == TOTAL_IN_WORDS for label in by_label)
    return says is FieldKind.AMOUNT or others or TOTAL not in by_label


def _base_of(label: str) -> str:
    """合計 for 國字合計; blank for a label that is not in words."""
    base = _in_words.sub("", label)
    return base if re.search("國字|大寫", label) else ""


def _words(
    by_label: Mapping[str, FieldSpec], amounts: Mapping[str, str]
) -> tuple[frozenset[str], Mapping[str, Any]]:
    """The labels that are an amount in words, and the properties that work them out."""
    found: dict[str, Any] = {}
    for label, field in by_label.items():
        if field.kind is not FieldKind.TEXT or field.computed or not re.search("國字|大寫", label):
            continue
        base = _base_of(label)
        if base in amounts or (not base and TOTAL in amounts):
            getter = _in_words_of_property(amounts.get(base, "total"))
        elif base == TOTAL_IN_WORDS and TOTAL in amounts:
            getter = _in_words_of_property("total")
        elif base in by_label and by_label[base].kind in _AMOUNTS:
            getter = _in_words_of_label(base)
        else:
            continue
        found[f"in_words_{len(found) + 1}"] = property(printed(label)(getter)), label
    return frozenset(label for _, label in found.values()), {n: p for n, (p, _) in found.items()}


def _in_words_of_property(name: str) -> Callable[[Any], str | None]:
    def in_words(self: Facts) -> str | None:
        amount = getattr(self, name)
        return None if amount is None else uppercase_amount(amount)

    return in_words


def _in_words_of_label(label: str) -> Callable[[Any], str | None]:
    def in_words(self: Facts) -> str | None:
        amount = getattr(self, name_of(type(self), label))
        return None if amount is None else uppercase_amount(amount)

    return in_words
