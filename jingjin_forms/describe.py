"""A form's fields as rows of a table: what `jingjin show` prints."""

from collections.abc import Iterator
from typing import NamedTuple

from jingjin_forms.facts import Facts
from jingjin_forms.labels import figures_of, members
from jingjin_forms.skeleton import instruction, is_group, ordered_fields


class FieldRow(NamedTuple):
    """One field."""

    label: str
    name: str
    instruction: str


def describe(facts: type[Facts], depth: int = 0) -> Iterator[FieldRow]:
    """Every field of a form, inner fields indented behind their own, then the computed figures."""
    indent = "　" * depth
    for name, field in ordered_fields(facts):
        yield FieldRow(indent + str(field.title), name, instruction(field))
        member, several = members(field)
        if is_group(member, several):
            yield from describe(member, depth + 1)
    for label, figure in figures_of(facts).items():
        yield FieldRow(indent + label, figure.name, "自動計算")
