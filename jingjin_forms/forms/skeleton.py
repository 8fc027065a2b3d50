"""An empty facts file for a form: every field with its label, and what to write as a comment."""

import json
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from jingjin_forms.facts import Facts
from jingjin_forms.facts.facts_file import TextFault, parse_yaml
from jingjin_forms.facts.fields import instruction, is_group, items_of, ordered_fields
from jingjin_forms.facts.labels import members
from jingjin_forms.forms.identity import FORM_KEY

if TYPE_CHECKING:
    from jingjin_forms.forms.form import Form

_COMMENT_COLUMN = 30


def yaml_skeleton(form: "type[Form]", called: str = "") -> str:
    """A YAML text that `Form.load` reads once the required facts are filled in.

    `called` is what it calls the form: the key unless given.
    """
    return "\n".join([*head_lines(form, called), *field_lines(form, "")]) + "\n"


def head_lines(form: "type[Form]", called: str = "") -> list[str]:
    """How a facts file begins: whose facts they are, how it is filled in, which form it is for."""
    programme = f"（{form.programme}）" if form.programme else ""
    return [
        f"# {' '.join(filter(None, (form.annex, form.title)))}{programme}",
        "# 冒號後填寫；不填的欄位照空白表件印出。「- 」開頭的一組可以複製增列，不用的整組刪去。",
        "# 多行內容用「|-」開頭、下一行起縮排。總價、小計、合計與大寫金額由程式計算，不必填。",
        f"{FORM_KEY}: {quoted_value(called or form.key)}",
    ]


def field_lines(
    facts: type[Facts], indent: str, without: Collection[str] = frozenset()
) -> Iterator[str]:
    """The lines of all fields but some, each an empty entry with its instruction."""
    for _, field in ordered_fields(facts):
        if str(field.title) in without:
            continue
        member, several = members(field)
        yield entry(indent, str(field.title), instruction(field))
        if (items := items_of(field)) is not None:
            yield from (f"{indent}  {quoted(item)}:" for item in items.items)
        elif several and is_group(member, several):
            first, *rest = field_lines(member, f"{indent}    ")
            yield f"{indent}  - {first.strip()}"
            yield from rest
        elif is_group(member):
            yield from field_lines(member, f"{indent}  ")


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
