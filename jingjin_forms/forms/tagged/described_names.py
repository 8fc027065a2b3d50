"""English names in a description: `lines.total 的合計` says what `經費項目.總價 的合計` says.

A name stands for the label of the same form, list or group that has it; where none has it, for the
label that our forms have it for. Everything after this knows labels only.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from jingjin_forms.forms.tagged.conditions import When
from jingjin_forms.forms.tagged.described_rules import used
from jingjin_forms.forms.tagged.description import FieldDescription, RuleDescription, Told
from jingjin_forms.forms.tagged.description_reading import ReadDescription
from jingjin_forms.forms.tagged.formula import Formula, parse_formula
from jingjin_forms.forms.tagged.known_labels import Label, Labels
from jingjin_forms.forms.tagged.lined_yaml import KeyPath, Lined
from jingjin_forms.forms.tagged.vocabulary import Vocabulary

Path = tuple[str, ...]
_plain = re.compile(r"\w+").fullmatch
_FIELDS = "欄位"


@dataclass(frozen=True, slots=True)
class _Scope:
    """A form, list or group: the labels in it and the label it has itself."""

    labels: Labels
    known: Vocabulary
    around: str = ""

    def label(self, typed: str) -> str:
        """The label of what was typed."""
        if typed in self.labels or not typed.isascii():
            return typed
        own = next((text for text in self.labels if self.known.name(text) == typed), "")
        return own or self.known.label(typed, self.around)

    def path(self, typed: Iterable[str]) -> Path:
        """The labels of what was typed with dots between."""
        found: list[str] = []
        here = self
        for word in typed:
            found.append(here.label(word))
            here = here.inside(found[-1])
        return tuple(found)

    def inside(self, label: str) -> "_Scope":
        return _Scope(self.labels.get(label, Label(label)).inner, self.known, label)


def with_labels(read: ReadDescription, labels: Labels, known: Vocabulary) -> ReadDescription:
    """The description in labels; `labels` are those of the tags and of the form that it varies."""
    scope = _Scope(labels, known)
    told = read.description
    lines = dict(read.lined.lines)
    renamed: dict[str, object] = {}
    if told.fields:
        scope = replace(scope, labels=_with_own(labels, told.fields, scope))
        renamed["fields"] = dict(_fields(told.fields, scope, read.lined, (), (), lines))
    if told.rules:
        renamed["rules"] = [_rule(rule, scope) for rule in told.rules]
    lined = replace(read.lined, lines=lines)
    return replace(read, description=told.model_copy(update=renamed), lined=lined)


def _with_own(labels: Labels, told: Told, scope: _Scope) -> Labels:
    """The labels, and those that only the description has: 小計, which no tag prints."""
    own: dict[str, Label] = {}
    for typed, field in told.items():
        label = scope.label(typed)
        inner = scope.inside(label)
        below = _with_own(inner.labels, (field and field.fields) or {}, inner)
        own[label] = replace(labels.get(label, Label(label)), inner=below)
    return {**labels, **own}


def _fields(
    told: Told,
    scope: _Scope,
    lined: Lined,
    typed_at: KeyPath,
    path: KeyPath,
    lines: dict[KeyPath, int],
) -> Iterator[tuple[str, FieldDescription | None]]:
    """The fields by label; where what is said of them stands is added to the lines."""
    for typed, field in told.items():
        label = scope.label(typed)
        label = typed if label != typed and label in told else label  # given under both
        before, after = (*typed_at, _FIELDS, typed), (*path, _FIELDS, label)
        moved = {p: n for p, n in lined.lines.items() if p[: len(before)] == before}
        lines |= {(*after, *p[len(before) :]): n for p, n in moved.items()}
        if field is None:
            yield label, None
            continue
        update: dict[str, object] = {}
        if field.computed is not None:
            update["computed"] = _formula(field.computed, scope)
        if field.fields:
            inner = scope.inside(label)
            update["fields"] = dict(_fields(field.fields, inner, lined, before, after, lines))
        yield label, field.model_copy(update=update) if update else field


def _rule(rule: RuleDescription, scope: _Scope) -> RuleDescription:
    update: dict[str, object] = {}
    for name in ("at_most", "at_least"):
        if (formula := getattr(rule, name)) is not None:
            update[name] = _formula(formula, scope)
    for name in ("field", "base", "same_as"):
        if (text := getattr(rule, name)) is not None:
            update[name] = _text(text, scope)
    if rule.when is not None:
        row = scope
        for label in _path_of(str(update.get("field", "")))[:-1]:
            row = row.inside(label)
        update["when"] = _condition(rule.when, row, scope)
    return rule.model_copy(update=update) if update else rule


def _formula(formula: Formula, scope: _Scope) -> Formula:
    """The formula in labels; what people are shown of it stays as it was typed."""
    label = scope.label(formula.label) if formula.label else ""
    if label == formula.label and all(scope.path(u.path) == u.path for u in formula.uses):
        return formula
    return replace(parse_formula(formula.told, scope.path), label=label)


def _text(text: str, scope: _Scope) -> str:
    """The one label that a rule is about, as people are shown it too."""
    path = _path_of(text)
    if not path or (labels := scope.path(path)) == path:
        return text
    total = used(text).total
    called = ".".join(label if _plain(label) else f"「{label}」" for label in labels)
    return f"{called} 的{total}" if total else called


def _path_of(text: str) -> Path:
    try:
        return used(text).path
    except ValueError:  # which the rule itself is told of
        return ()


def _condition(when: When, row: _Scope, form: _Scope) -> When:
    def labels(path: Path) -> Path:
        own = row.path(path)
        return own if own[0] in row.labels else form.path(path)

    tests = tuple(replace(test, path=labels(test.path)) for test in when.tests)
    return when if tests == when.tests else replace(when, tests=tests)
