"""The fact that a path of printed labels and indexes leads to."""

from collections.abc import Sequence
from typing import Any, cast

from pydantic import BaseModel

from jingjin_forms.facts.labels import label_of_key, name_of

_NOT_PLAIN = (list, tuple, dict, set, bytes)


def fact_at(facts: BaseModel, path: Sequence[str | int]) -> object:
    """A plain fact or figure; None where the path leads to none, or to a part or rows."""
    value: Any = facts
    try:
        for step in path:
            value = _inside(value, step)
    except Exception:  # a path of another paper's; a sum beyond what an amount can be
        return None
    if isinstance(value, BaseModel):  # a part that one text stands for, as a school
        label = str(getattr(value, "text_fact", ""))
        value = getattr(value, name_of(type(value), label)) if label else None
    return None if isinstance(value, _NOT_PLAIN) else value


def _inside(value: Any, step: str | int) -> Any:
    if isinstance(step, int):
        return cast("list[Any]", value)[step]
    kind = cast("type[BaseModel]", type(value))
    return getattr(value, name_of(kind, label_of_key(kind)[step]))
