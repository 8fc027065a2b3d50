"""What was given, sorted into facts and computed figures; what counts as nothing given."""

from collections.abc import Mapping
from typing import Any, cast

from pydantic import BaseModel

from jingjin_forms.errors import shortened
from jingjin_forms.facts.explain import Refused
from jingjin_forms.facts.labels import figures_of, is_kept, kept_figures, label_of_key, name_of

_DEEPEST = 9  # rows within rows; no form has more than three


def is_blank(value: object) -> bool:
    """Whether a value means "not given": an empty cell or line, or None."""
    return value is None or (isinstance(value, str) and not value)


def sorted_out(
    cls: type[BaseModel], given: Mapping[Any, Any]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """What was given as facts by label, ready for pydantic, and as computed figures by label."""
    labels, figures = label_of_key(cls), figures_of(cls)
    facts: dict[str, Any] = {}
    stated: dict[str, Any] = {}
    for key, value in given.items():
        label = labels.get(key)
        if label is None:
            facts[key if isinstance(key, str) else shortened(key)] = value
        elif value is None or (isinstance(value, str) and not value):
            pass
        elif label in facts or label in stated:
            name = name_of(cls, label)
            keys = sorted((k for k in given if labels.get(k) == label), key=lambda k: k != label)
            reason = f"給了兩次（{' 與 '.join(keys[:2])}），請只留一個。"
            facts[name] = Refused(value, reason, "given_twice")
        elif label in figures:
            stated[label] = value
        elif isinstance(value, list):
            facts[label] = _without_empty_rows(cast(list[Any], value))
        else:
            facts[label] = value
    for label, value in [*stated.items()]:
        needs = figures[label].needs
        missing = [needed for needed in needs if needed not in facts]
        if is_kept(cls, label, facts):
            facts[label] = stated.pop(label)
        elif missing:
            other = f"；沒有{'與'.join(needs)}的，只填{label}" if label in kept_figures(cls) else ""
            reason = f"缺{'、'.join(missing)}，無法核算，請補上{other}。"
            facts[label] = Refused(value, reason, "not_checkable")
    return facts, stated


def _without_empty_rows(rows: list[Any]) -> list[Any]:
    """The rows up to the last in which something is written, as a spreadsheet's or skeleton's."""
    end = len(rows)
    while end and is_empty(rows[end - 1]):
        end -= 1
    return rows[:end]


def is_empty(row: object, depth: int = _DEEPEST) -> bool:
    """Whether nothing is written in a row, nor in the rows inside it."""
    if isinstance(row, Mapping):
        row = [*cast(Mapping[Any, Any], row).values()]
    if isinstance(row, list):  # which may hold itself
        return depth > 0 and all(is_empty(inner, depth - 1) for inner in cast(list[Any], row))
    return is_blank(row)
