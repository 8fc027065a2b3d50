"""Facts that are changed after they were read: copies with other facts, figures, rows put in."""

from collections.abc import Iterable, Mapping
from typing import Any, cast

from pydantic import BaseModel

from jingjin_forms.errors import FactsError, Problem
from jingjin_forms.facts.explain import called
from jingjin_forms.facts.given import is_blank
from jingjin_forms.facts.labels import is_kept, kept_figures, label_of_key, name_of


def change(facts: BaseModel, update: Mapping[str, Any]) -> None:
    """Assign facts by label or English name. Raises FactsError naming every problem."""
    kind = type(facts)
    waiting = [(_attribute(kind, key), value) for key, value in update.items()]
    while waiting:  # some fit only together with others
        refused: list[tuple[str, Any]] = []
        problems: list[Problem] = []
        for name, value in waiting:
            try:
                setattr(facts, name, value)
            except FactsError as error:
                refused.append((name, value))
                problems += error.problems
        if len(refused) == len(waiting):
            raise FactsError(called(kind), problems)
        waiting = refused


def _attribute(kind: type[BaseModel], key: str) -> str:
    """The attribute that a label or an English name means."""
    return name_of(kind, key) if label_of_key(kind).get(key) == key else key


def kept_as(facts: BaseModel, name: str) -> str:
    """The field that keeps a figure of this name, as long as it is not worked out from others; any
    other name as it is."""
    kind = type(facts)
    label = label_of_key(kind).get(name, "")
    if name in kind.model_fields or name == label or label not in kept_figures(kind):
        return name
    fields = kind.model_fields.items()
    given = [str(field.title) for own, field in fields if not is_blank(getattr(facts, own, None))]
    return kept_figures(kind)[label] if is_kept(kind, label, given) else name


def unread_in(facts: BaseModel, names: Iterable[str], kind: type[Any]) -> dict[str, Any]:
    """Those of the fields that hold something other than facts (`kind`, which read themselves),
    by name, with what can be read in the rows of the rows read."""
    found: dict[str, Any] = {}
    for name in names:
        value = vars(facts).get(name)
        if isinstance(value, list | tuple):
            rows = cast("list[Any]", value)
            read = [row.whole() if isinstance(row, kind) else row for row in rows]
            if any(
                new is not old or not isinstance(old, kind)
                for new, old in zip(read, rows, strict=True)
            ):
                found[name] = read
        elif value is not None:
            part: Any = value.whole() if isinstance(value, kind) else None
            if part is not value:
                found[name] = value if part is None else part
    return found
