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


def in_labels(facts: type[Facts], path: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """A path in a template's words, English names as the labels they can only stand for."""
    known = _labels(facts)
    one = {name: labels[0] for name, labels in known.items() if len(labels) == 1}
    return tuple(one.get(step, step) if isinstance(step, str) else step for step in path)


def _renamed(value: Any, asked: Mapping[str, tuple[str, ...]]) -> Any:
    if type(value) is list:
        return [_renamed(item, asked) for item in cast("list[Any]", value)]
    if type(value) is not dict:
        return value
    given = cast("dict[str, Any]", value)
    inner = {key: _renamed(item, asked) for key, item in given.items()}
    for name, labels in asked.items():
        if name not in inner and (label := next((t for t in labels if t in inner), None)):
            inner[name] = inner[label]
    return inner


@once_per_class
def _labels(facts: type[Facts]) -> Mapping[str, tuple[str, ...]]:
    """English name → labels, of the class and of the facts inside it: `total` is 合計 of the one
    and 總價 of the other."""
    found: dict[str, tuple[str, ...]] = dict(getattr(facts, "typed_names", {}))
    unread, seen = [facts], {facts}
    while unread:
        kind = unread.pop()
        for name, label in label_of_key(kind).items():
            if name != label and label not in found.get(name, ()):
                found[name] = (*found.get(name, ()), label)
        for field in kind.model_fields.values():
            member, _ = members(field)
            if issubclass(member, Facts) and member not in seen:
                seen.add(member)
                unread.append(member)
    return found
