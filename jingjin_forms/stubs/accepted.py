"""What a field takes, as the text of a type: `AnyMoney | None` for a `Money | None`."""

import inspect
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from jingjin_forms.facts import Facts, accepted
from jingjin_forms.facts.labels import name_of
from jingjin_forms.values import Checklist, Choice, Money, MultipleChoice, RocDate, RocPeriod
from jingjin_forms.values.budget_year import BudgetYear
from jingjin_forms.values.roc import SchoolYear
from jingjin_forms.values.timespan import TimeSpan

_KINDS: dict[Any, str] = {
    str: "AnyText",
    int: "AnyCount",
    Money: "AnyMoney",
    SchoolYear: "AnyYear",
    BudgetYear: "AnyYear",
    RocDate: "AnyDate",
    RocPeriod: "AnyPeriod",
    TimeSpan: "AnyTime",
    frozenset({int, Decimal}): "AnyNumber",
    frozenset({Path, bytes}): "AnyPicture",
}
"""Type → the name in `jingjin_forms.facts.accepted` for what it reads; a union by its parts."""


def annotation_of(facts: type[Facts], name: str) -> Any:
    """How a field is declared, with what pydantic takes off it."""
    found = (inspect.get_annotations(base, eval_str=True) for base in facts.__mro__)
    return next(own[name] for own in found if name in own)


def type_text(annotation: Any) -> str:
    """What a field of this type takes. Raises TypeError for a type that `_KINDS` does not know."""
    return " | ".join(dict.fromkeys(_parts(annotation)))


def classes_in(annotation: Any) -> Iterator[type]:
    """The classes of facts and choices that `type_text` names."""
    if isinstance(annotation, type) and issubclass(annotation, Facts | Choice):
        yield annotation
    for part in get_args(annotation) if _marks(annotation) is None else ():
        yield from classes_in(part)


def _parts(annotation: Any) -> Iterator[str]:
    origin, parts = get_origin(annotation), get_args(annotation)
    if (marks := _marks(annotation)) is not None:
        yield marks
    elif origin is Annotated:
        yield from _parts(parts[0])
    elif frozenset(parts) in _KINDS:
        yield _KINDS[frozenset(parts)]
    elif origin in (Union, UnionType):
        for part in parts:
            yield from _parts(part)
    elif origin is list:
        yield f"Sequence[{type_text(parts[0])}]"
    elif origin is dict:
        yield f"Mapping[str, {type_text(parts[1])}]"
    elif annotation is NoneType:
        yield "None"
    else:
        yield from _of_class(annotation)


def _of_class(kind: type) -> Iterator[str]:
    if kind in _KINDS:
        yield _KINDS[kind]
    elif issubclass(kind, Choice):
        yield from (kind.__name__, "str")
    elif issubclass(kind, Facts):
        yield from (kind.__name__, "Mapping[str, Any]", *_whole(kind))
    else:
        raise TypeError(f"jingjin_forms.stubs.accepted does not know what {kind} is read from")


def _whole(kind: type[Facts]) -> Iterator[str]:
    """What may stand for the whole part: a text, or a picture."""
    if kind.text_fact:
        taken = _parts(annotation_of(kind, name_of(kind, kind.text_fact)))
        yield "AnyPicture" if "AnyPicture" in taken else "str"


def _marks(annotation: Any) -> str | None:
    """The name for items that are marked and options that are ticked; None for all else."""
    for piece in getattr(annotation, "__metadata__", ()):
        if isinstance(piece, Checklist):
            return "AnyMarks"
        if isinstance(piece, MultipleChoice):
            months = type(piece) is not MultipleChoice
            return "AnyMonths" if months else "AnyChoices"
    return None


def known_names() -> frozenset[str]:
    """The names of `jingjin_forms.facts.accepted`."""
    return frozenset(name for name in vars(accepted) if name.startswith("Any") and name != "Any")
