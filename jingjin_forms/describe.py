"""A form's fields as rows of a table: what `jingjin show` prints."""

from collections.abc import Iterator
from typing import NamedTuple

from jingjin_forms.blocks import School
from jingjin_forms.facts import Facts, members, printed_by
from jingjin_forms.skeleton import instruction, ordered_fields


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
        member, _ = members(field)
        if isinstance(member, type) and issubclass(member, Facts) and member is not School:
            yield from describe(member, depth + 1)
    for item in printed_by(facts):
        if item.computed:
            yield FieldRow(indent + item.label, item.name, "自動計算")
