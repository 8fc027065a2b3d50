"""English names in a template: `{{ school }}` and `{{ line.unit_price }}` where labels stand.

Every label has one English name, in all forms. Most templates use none: then nothing is done.
"""

from collections.abc import Mapping
from typing import Any, cast

from jingjin_forms.facts import Facts
from jingjin_forms.facts.labels import label_of_key, members, once_per_class


def with_english_names(
    facts: type[Facts], context: dict[str, Any], words: frozenset[str]
) -> dict[str, Any]:
    """The context, with what the template's `words` ask for by its English name under that too."""
    known = _labels(facts)
    asked = {name: known[name] for name in words & known.keys()}
    return cast("dict[str, Any]", _renamed(context, asked)) if asked else context


def _renamed(value: Any, asked: Mapping[str, str]) -> Any:
    if type(value) is list:
        return [_renamed(item, asked) for item in cast("list[Any]", value)]
    if type(value) is not dict:
        return value
    given = cast("dict[str, Any]", value)
    inner = {key: _renamed(item, asked) for key, item in given.items()}
    also = {name: inner[label] for name, label in asked.items() if label in inner}
    return {**also, **inner}


@once_per_class
def _labels(facts: type[Facts]) -> Mapping[str, str]:
    """English name → label, of the class and of the facts inside it."""
    found: dict[str, str] = {}
    unread, seen = [facts], {facts}
    while unread:
        kind = unread.pop()
        found |= {name: label for name, label in label_of_key(kind).items() if name != label}
        for field in kind.model_fields.values():
            member, _ = members(field)
            if issubclass(member, Facts) and member not in seen:
                seen.add(member)
                unread.append(member)
    return found
