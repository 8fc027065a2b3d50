"""A form's fields as rows of a table (what `jingjin show` prints), and all forms as another."""

from collections.abc import Iterator
from typing import NamedTuple

from jingjin_forms.facts import Facts
from jingjin_forms.facts.fields import instruction, is_group, ordered_fields
from jingjin_forms.facts.labels import figures_of, kept_figures, members
from jingjin_forms.forms.catalog import list_forms
from jingjin_forms.values.numbering import chinese_number


class FieldRow(NamedTuple):
    """One field."""

    label: str
    name: str
    instruction: str


def describe(facts: type[Facts], depth: int = 0) -> Iterator[FieldRow]:
    """Every field of a form, inner fields indented behind their own, then the computed figures."""
    indent, kept = "　" * depth, kept_figures(facts)
    for name, field in ordered_fields(facts):
        if field.title in kept:
            continue
        yield FieldRow(indent + str(field.title), name, instruction(field))
        member, several = members(field)
        if is_group(member, several):
            yield from describe(member, depth + 1)
    for label, figure in figures_of(facts).items():
        field = facts.model_fields.get(kept.get(label, ""))
        yield FieldRow(indent + label, figure.name, instruction(field) if field else "自動計算")


def forms_table() -> str:
    """The forms of each programme as a table in Markdown; it stands in the README.

    `python -c "from jingjin_forms.forms.describe import forms_table; print(forms_table())"`
    """
    annexes = {f"附件{chinese_number(number)}": number for number in range(1, 100)}
    by_programme: dict[str, list[str]] = {}
    for form in sorted(list_forms(), key=lambda form: annexes.get(form.annex, 0)):
        title = f"{form.annex} {form.title}".strip()
        by_programme.setdefault(form.programme, []).append(title)
    rows = [f"| {programme} | {'、'.join(titles)} |" for programme, titles in by_programme.items()]
    return "\n".join(["| 計畫 | 表件 |", "|---|---|", *rows])
