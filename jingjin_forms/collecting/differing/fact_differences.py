"""Two mappings of plain facts of one form, held against each other fact by fact."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from jingjin_forms.collecting.differing.aligned import aligned
from jingjin_forms.collecting.differing.same import is_same
from jingjin_forms.collecting.plain.leaves import Steps, as_parts, marked
from jingjin_forms.collecting.plain.plain_facts import Member, members_of
from jingjin_forms.facts import Facts


class FactDifference(NamedTuple):
    """A fact, or a row of a list, that is not the same."""

    given_path: Steps
    """Where it stands among the one facts; empty for a row that only the others have."""
    path: Steps
    """Where it stands among the others; empty for a row that only the one have."""
    given: Any
    found: Any


def fact_differences(
    facts: type[Facts], given: Mapping[str, Any], found: Mapping[str, Any]
) -> Iterator[FactDifference]:
    """What of `found` is not as it was `given`; both as `plain_facts` gives them."""
    return _parts(facts, given, found, (), ())


def _parts(
    facts: type[Facts],
    given: Mapping[str, Any],
    found: Mapping[str, Any],
    given_path: Steps,
    path: Steps,
) -> Iterator[FactDifference]:
    known = members_of(facts)
    for label in dict.fromkeys((*given, *found)):
        one, other = given.get(label), found.get(label)
        steps = (*given_path, label), (*path, label)
        member = known.get(label)
        if member is not None and member.items is not None:
            yield from _items(member.items, one, other, *steps)
        elif _is_list(one) or _is_list(other):
            yield from _rows(member, one or [], other or [], *steps)
        elif member is not None and member.facts is not None:
            parts = as_parts(member.facts, one), as_parts(member.facts, other)
            yield from _parts(member.facts, *parts, *steps)
        elif not is_same(one, other):
            yield FactDifference(*steps, one, other)


def _rows(
    member: Member | None, given: Any, found: Any, given_path: Steps, path: Steps
) -> Iterator[FactDifference]:
    for first, second in aligned(given, found):
        one = None if first is None else given[first]
        other = None if second is None else found[second]
        steps = (
            () if first is None else (*given_path, first),
            () if second is None else (*path, second),
        )
        both = first is not None and second is not None
        if both and member is not None and member.facts is not None:
            rows = as_parts(member.facts, one), as_parts(member.facts, other)
            yield from _parts(member.facts, *rows, *steps)
        elif not both or not is_same(one, other):
            yield FactDifference(*steps, one, other)


def _items(
    items: Sequence[str], given: Any, found: Any, given_path: Steps, path: Steps
) -> Iterator[FactDifference]:
    """The marks of a list that is ticked off, each under its item."""
    pairs = zip(marked(items, given), marked(items, found), strict=True)
    for (item, one), (_, other) in pairs:
        if not is_same(one, other):
            yield FactDifference((*given_path, item), (*path, item), one, other)


def _is_list(value: Any) -> bool:
    return isinstance(value, list)
