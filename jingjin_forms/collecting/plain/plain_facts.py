"""Facts as they were read, as facts for a file: numbers as numbers, dates written one way.

What cannot be taken for what it should be stands as it was read, so that a person can mend it.
Computed figures are left out: they come from the facts.
"""

from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Any, NamedTuple, cast

from pydantic import TypeAdapter
from pydantic.fields import FieldInfo

from jingjin_forms.facts import Facts
from jingjin_forms.facts.fields import ordered_fields
from jingjin_forms.facts.labels import figures_of, is_kept, members, once_per_class
from jingjin_forms.tables.columns import piece_of
from jingjin_forms.values import Checklist
from jingjin_forms.values.multiple_choice import MultipleChoice

PICTURE = "（照片）"
"""Stands for a photograph where there is no file to name."""


class Member(NamedTuple):
    """What stands under a label."""

    field: FieldInfo
    facts: type[Facts] | None
    """The class of a part, or of the rows of a list; None for a plain fact."""
    is_list: bool
    items: tuple[str, ...] | None
    """The printed items of a list that is ticked off."""
    is_chosen: bool
    """Whether any number of options may be ticked."""


@once_per_class
def members_of(facts: type[Facts]) -> Mapping[str, Member]:
    """What stands under each label of a class, as a person fills them in: lists last."""
    return {str(field.title): _member(field) for _, field in ordered_fields(facts)}


def _member(field: FieldInfo) -> Member:
    member, several = members(field)
    items = piece_of(field, Checklist)
    return Member(
        field,
        member if issubclass(member, Facts) else None,
        several,
        None if items is None else items.items,
        piece_of(field, MultipleChoice) is not None,
    )


def plain_facts(
    facts: type[Facts], given: Mapping[str, Any], *, figures: bool = False
) -> dict[str, Any]:
    """The facts of a class, by label, as texts and numbers and lists and mappings of them; with
    `figures` those too that are computed, as they stand there.

    Photographs stay what they are.
    """
    known, computed = members_of(facts), figures_of(facts)
    done: dict[str, Any] = {}
    for label in dict.fromkeys((*known, *given)):
        member, value = known.get(label), given.get(label)
        if value is None:
            continue
        if label in computed and not (figures or is_kept(facts, label, given)):
            continue
        if member is None:
            done[label] = value
        elif member.facts is None:
            done[label] = _plain(facts, label, member, value)
        else:
            done[label] = _parts(member.facts, value, figures)
    return done


def shown(value: Any) -> str:
    """A plain fact as people read it in a message."""
    if isinstance(value, bytes):
        return PICTURE
    if isinstance(value, Mapping):
        pairs = cast("Mapping[str, Any]", value).items()
        return "、".join(f"{label} {shown(inner)}" for label, inner in pairs)
    if isinstance(value, list | tuple):
        return "、".join(map(shown, cast("list[Any]", value)))
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return f"{int(value):,}" if value == int(value) else str(value)
    return "" if value is None else str(value)


def _parts(facts: type[Facts], value: Any, figures: bool) -> Any:
    if isinstance(value, Mapping):
        return plain_facts(facts, cast("Mapping[str, Any]", value), figures=figures)
    if isinstance(value, list):
        return [_parts(facts, row, figures) for row in cast("list[Any]", value)]
    return value


def _plain(facts: type[Facts], label: str, member: Member, value: Any) -> Any:
    if member.items is not None or isinstance(value, bytes):
        return value
    try:
        return _as_written(_adapter(facts, label).validate_python(value), value)
    except (ValueError, TypeError):  # pydantic's ValidationError is a ValueError
        return value


@once_per_class
def _adapters(facts: type[Facts]) -> dict[str, TypeAdapter[Any]]:
    """Those that were asked for so far, by label."""
    return {}


def _adapter(facts: type[Facts], label: str) -> TypeAdapter[Any]:
    adapters = _adapters(facts)
    if label not in adapters:
        adapters[label] = TypeAdapter(members_of(facts)[label].field.rebuild_annotation())
    return adapters[label]


def _as_written(value: Any, given: Any) -> Any:
    """A value as people write it into a facts file; a file's path as it was given."""
    match value:
        case Enum():
            return str(value)
        case bool() | float() | None:
            return value
        case int():
            return int(value)
        case Decimal():
            return float(value)
        case tuple() | list():
            return [_as_written(inner, inner) for inner in cast("list[Any]", value)]
        case Path() | Facts():
            return given
        case _:
            return str(value)
