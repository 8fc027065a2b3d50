"""Plain facts one by one, each with its path."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast

from jingjin_forms.collecting.plain.plain_facts import members_of
from jingjin_forms.facts import Facts

Steps = tuple[str | int, ...]
"""Printed labels, and indexes from 0."""


def leaves(
    facts: type[Facts], given: Mapping[str, Any], before: Steps = ()
) -> Iterator[tuple[Steps, Any]]:
    """The facts of a class, those of its parts and rows too, as `plain_facts` gives them."""
    known = members_of(facts)
    for label, value in given.items():
        member, path = known.get(label), (*before, label)
        if member is not None and member.items is not None:
            yield from (((*path, item), mark) for item, mark in marked(member.items, value) if mark)
        elif member is None or member.facts is None:
            yield path, value
        elif isinstance(value, Mapping):
            yield from leaves(member.facts, cast("Mapping[str, Any]", value), path)
        elif isinstance(value, list):
            for number, row in enumerate(cast("list[Any]", value)):
                parts = as_parts(member.facts, row)
                yield from leaves(member.facts, parts, (*path, number))
        else:
            yield path, value


def marked(items: Sequence[str], marks: Any) -> Iterator[tuple[str, Any]]:
    """Every item of a list that is ticked off, with its mark; given in order or by item."""
    if isinstance(marks, Mapping):
        by_item = cast("Mapping[str, Any]", marks)
        yield from ((item, by_item.get(item)) for item in items)
        return
    in_order = cast("Sequence[Any]", marks or ())
    for number, item in enumerate(items):
        yield item, in_order[number] if number < len(in_order) else None


def as_parts(facts: type[Facts], value: Any) -> Mapping[str, Any]:
    """A part that may be given as the one text that stands for it."""
    if isinstance(value, Mapping):
        return cast("Mapping[str, Any]", value)
    return {facts.text_fact: value} if value is not None and facts.text_fact else {}
