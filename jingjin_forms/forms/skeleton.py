"""A facts file to fill in for a form: every field with its label, and what to write as a comment.

Facts that are known already stand in it, as they were typed.
"""

import json
from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING, Any, cast

from pydantic.fields import FieldInfo

from jingjin_forms.facts import Facts, is_empty
from jingjin_forms.facts.facts_file import TextFault, parse_yaml
from jingjin_forms.facts.fields import (
    ASKED,
    EVERYTHING,
    Scope,
    asked,
    instruction,
    is_group,
    items_of,
    ordered_fields,
)
from jingjin_forms.facts.labels import figures_of, label_of_key, members
from jingjin_forms.forms.identity import FORM_KEY

if TYPE_CHECKING:
    from jingjin_forms.forms.form import Form

Given = Mapping[Any, Any]
"""Facts as they stand in a facts file."""

_COMMENT_COLUMN = 30
_NOTHING: Given = {}


def yaml_skeleton(
    form: "type[Form]", called: str = "", scope: Scope = ASKED, given: Given = _NOTHING
) -> str:
    """A YAML text that `Form.load` reads once the required facts are filled in.

    `called` is what it calls the form: the key unless given. It has the fields of the `scope`, and
    what is `given`, by label or English name.
    """
    lines = [*head_lines(form, called), *sections(form, f"jingjin new {form.key}", scope, given)]
    return "\n".join(lines) + "\n"


def head_lines(form: "type[Form]", called: str = "") -> list[str]:
    """How a facts file begins: whose facts they are, how it is filled in, which form it is for."""
    programme = f"（{form.programme}）" if form.programme else ""
    return [
        f"# {' '.join(filter(None, (form.annex, form.title)))}{programme}",
        "# 冒號後填寫；不填的欄位照空白表件印出。「- 」開頭的一組可以複製增列，不用的整組刪去。",
        "# 多行內容用「|-」開頭、下一行起縮排。總價、小計、合計與大寫金額由程式計算，不必填。",
        f"{FORM_KEY}: {quoted_value(called or form.key)}",
    ]


def sections(
    facts: type[Facts],
    command: str,
    scope: Scope,
    given: Given = _NOTHING,
    without: Collection[str] = frozenset(),
) -> Iterator[str]:
    """The lines of all fields but some; what others fill in than who hands in the paper stands
    behind the rest under its own heading, or is named, with the `command` that lists it."""
    others = _by_others(facts, without)
    yield from field_lines(facts, "", {*without, *others}, scope, given)
    for label in [*figures_of(facts)]:
        value = by_label(facts, given).get(label)
        if not is_empty(value) and label not in {*_labels(facts), *without}:
            yield from plain_lines(label, value, "")
    for by in dict.fromkeys(others.values()):
        labels = {label for label, who in others.items() if who == by}
        lines = [*field_lines(facts, "", _labels(facts) - labels, scope, given)]
        if lines:
            yield from ("", f"# {by}填", *lines)
        if not scope.whole:
            named = "、".join(label for label in others if label in labels)
            yield from ("", f"# {by}填的不列：{named}。要列請用 {command} --all")


def _by_others(facts: type[Facts], without: Collection[str]) -> dict[str, str]:
    """Who fills in the fields that others do, by label."""
    found = {str(field.title): asked(field).by for _, field in ordered_fields(facts)}
    return {label: by for label, by in found.items() if by and label not in without}


def _labels(facts: type[Facts]) -> set[str]:
    return {str(field.title) for field in facts.model_fields.values()}


def field_lines(
    facts: type[Facts],
    indent: str,
    without: Collection[str] = frozenset(),
    scope: Scope = EVERYTHING,
    given: Given = _NOTHING,
) -> Iterator[str]:
    """The lines of all fields but some, each with its instruction, and what is given for it."""
    known = by_label(facts, given)
    for _, field in ordered_fields(facts):
        label = str(field.title)
        value = known.pop(label, None)
        if label in without:
            continue
        if not is_empty(value):
            yield from _given_lines(field, value, indent, scope)
        elif scope.asks(field):
            yield from _empty_lines(field, indent, scope)


def by_label(facts: type[Facts], given: Given) -> dict[Any, Any]:
    """What is given, under the labels of the fields; what is none of theirs under its own name."""
    label_of = label_of_key(facts)
    return {label_of.get(key, key): value for key, value in given.items()}


def _empty_lines(field: FieldInfo, indent: str, scope: Scope) -> Iterator[str]:
    member, several = members(field)
    yield entry(indent, str(field.title), instruction(field))
    if (items := items_of(field)) is not None:
        yield from (f"{indent}  {quoted(item)}:" for item in items.items)
    elif several and is_group(member, several):
        yield from row_lines(field_lines(member, f"{indent}    ", scope=scope), indent)
    elif is_group(member):
        yield from field_lines(member, f"{indent}  ", scope=scope)


def _given_lines(field: FieldInfo, value: Any, indent: str, scope: Scope) -> Iterator[str]:
    """What is given for a field; the first of several rows, and a group, with their other fields
    and what to write into them."""
    label, comment = str(field.title), instruction(field)
    member, several = members(field)
    rows = cast(list[Any], value) if isinstance(value, list) else [value]
    if several and is_group(member, several) and all(isinstance(row, Mapping) for row in rows):
        yield entry(indent, label, comment)
        for number, row in enumerate(rows):
            lines = _group_lines(member, row, f"{indent}    ", scope, explains=not number)
            yield from row_lines(lines, indent)
    elif is_group(member) and isinstance(value, Mapping):
        yield entry(indent, label, comment)
        group = cast(Given, value)
        yield from _group_lines(member, group, f"{indent}  ", scope, explains=True)
    else:
        yield from plain_lines(label, value, indent, comment)


def _group_lines(
    member: type[Facts], group: Given, indent: str, scope: Scope, *, explains: bool
) -> Iterator[str]:
    known = {key: value for key, value in by_label(member, group).items() if not is_empty(value)}
    if not known and not explains:
        yield from [*field_lines(member, indent)][:1]
    if explains:
        yield from field_lines(member, indent, scope=scope, given=known)
        known = {key: value for key, value in known.items() if key not in _labels(member)}
    for key, value in known.items():
        yield from plain_lines(str(key), value, indent)


def plain_lines(label: str, value: Any, indent: str, comment: str = "") -> Iterator[str]:
    """What was given for a field, whatever it is, as it stood."""
    if isinstance(value, Mapping):
        yield entry(indent, label, comment)
        for key, inner in cast(Given, value).items():
            yield from plain_lines(str(key), inner, f"{indent}  ")
    elif isinstance(value, list):
        yield entry(indent, label, comment)
        for item in cast(list[Any], value):
            if isinstance(item, Mapping):
                items = cast(Given, item).items()
                lines = (x for k, v in items for x in plain_lines(str(k), v, f"{indent}    "))
                yield from row_lines(lines, indent)
            else:
                yield f"{indent}  - {quoted_value('' if item is None else str(item))}"
    else:
        yield from text_lines(label, "" if value is None else str(value), indent, comment)


def row_lines(lines: Iterator[str], indent: str) -> Iterator[str]:
    """The lines of a group, which stand four blanks deeper than their list, as an item of it."""
    first, *rest = lines
    yield f"{indent}  - {first.removeprefix(f'{indent}    ')}"
    yield from rest


def text_lines(label: str, text: str, indent: str, comment: str) -> Iterator[str]:
    """One fact; of several lines as a block, where YAML reads that as it stands."""
    lines = text.split("\n")
    block = [f"{indent}  {line}" if line else "" for line in lines]
    if len(lines) > 1 and _reads_as(
        "\n".join(["x: |-", *(line[len(indent) :] for line in block)]), text
    ):
        yield entry(indent, label, comment, "|-")
        yield from block
    else:
        yield entry(indent, label, comment, quoted_value(text) if text else "")


def _reads_as(document: str, text: str) -> bool:
    try:
        return parse_yaml(document) == {"x": text}
    except TextFault:
        return False


def entry(indent: str, label: str, comment: str, value: str = "") -> str:
    """An entry, empty unless a value is given as YAML; what to write as a comment behind it."""
    entry = f"{indent}{quoted(label)}:{value and f' {value}'}"
    if not comment:
        return entry
    width = sum(2 if ord(c) > 0x2E7F else 1 for c in entry)  # as an editor shows it
    return f"{entry}{' ' * max(2, _COMMENT_COLUMN - width)}# {comment}"


def quoted_value(text: str) -> str:
    """The text as a value that YAML reads back as this text."""
    try:
        if parse_yaml(f"{FORM_KEY}: {text}") == {FORM_KEY: text}:
            return text
    except TextFault:
        pass
    plain = json.dumps(text, ensure_ascii=False)
    return plain if plain.isprintable() else json.dumps(text)  # YAML folds some that JSON keeps


def quoted(text: str) -> str:
    """The text as a key that YAML reads back as this text."""
    try:
        if parse_yaml(f"{text}:") == {text: ""}:
            return text
    except TextFault:
        pass
    return json.dumps(text, ensure_ascii=False)
