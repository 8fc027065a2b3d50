"""Facts: what a form or a part of one is told, under the labels printed on the paper.

    class BudgetLine(Facts):
        unit_price: Money | None = label("單價", None, hint="每單位多少元")

A fact can be given by its label (`單價`) or by its English name (`unit_price`); any other key is an
error. A label that the library works out itself (`@printed("總價")`) may be given too: it is never
used, but `check()` compares it with what was worked out.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeVar, cast, get_args

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr, ValidationError, model_validator
from pydantic.fields import FieldInfo

F = TypeVar("F", bound=Callable[..., Any])

_REQUIRED: Any = ...


def label(printed: str, default: Any = _REQUIRED, *, hint: str = "") -> Any:
    """Declare a field by the label printed on the paper.

    `default` is a value, or a class or function that makes one (`list`, `Contact`); without it the
    fact identifies the paper and must be given. `hint` tells the user, in Chinese, what to write.
    """
    known = {"alias": printed, "title": printed, "description": hint or None}
    if callable(default):
        return Field(default_factory=default, **known)
    return Field(default, **known)


def printed(label: str) -> Callable[[F], F]:
    """Mark a property as worked out from the facts and printed under this label."""

    def mark(getter: F) -> F:
        getter.printed_label = label  # type: ignore[attr-defined]
        return getter

    return mark


if TYPE_CHECKING:
    _FactsMeta = type(BaseModel)
else:

    class _FactsMeta(type(BaseModel)):
        """Turns pydantic's English error into ours where a user constructs facts.

        Here and not in `__init__`, since pydantic calls that for nested facts as well.
        """

        def __call__(cls, *args: Any, **facts: Any) -> Any:
            with explained(cls):
                return super().__call__(*args, **facts)


class explained:  # noqa: N801 (reads as a statement: `with explained(cls):`)
    """Turns a pydantic ValidationError inside the `with` block into a FactsError."""

    def __init__(self, facts: "type[Facts]"):
        self.facts = facts

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, ValidationError):
            from jingjin_forms.explain import facts_error

            raise facts_error(self.facts, error) from None


@dataclass(frozen=True, slots=True)
class Printed:
    """One thing a class prints: its label, the attribute it comes from, how it enters a context."""

    label: str
    name: str
    computed: bool
    convert: Callable[[Any], Any] | None


class Facts(BaseModel, metaclass=_FactsMeta):
    """Base of everything that is filled with facts."""

    model_config = ConfigDict(
        extra="forbid", validate_by_name=True, validate_by_alias=True, validate_assignment=True
    )
    title: ClassVar[str] = ""
    """What messages call this part; a form's printed title."""

    _stated: dict[str, Any] = PrivateAttr(default_factory=dict)

    @model_validator(mode="wrap")
    @classmethod
    def _read(cls, data: Any, handler: Callable[[Any], Self]) -> Self:
        if not isinstance(data, dict):
            return handler(data)
        given = cast(dict[str, Any], data)
        computed = computed_labels(cls)
        stated: dict[str, Any] = {}
        facts: dict[str, Any] = {}
        for key, value in given.items():
            if value is None or value == "":
                if key in _known_keys(cls):
                    continue  # an empty cell or line is a fact not given
            elif key in computed:
                stated[computed[key]] = value
                continue
            facts[key] = _without_empty_rows(value) if isinstance(value, list) else value
        if not _english_names(cls).isdisjoint(facts):
            _refuse_double(cls, facts)
        result = handler(facts)
        if stated:
            result.compare_with(stated)
        return result

    def compare_with(self, stated: Mapping[str, Any]) -> None:
        """Keep computed figures that were given (by label), for `check()` to compare.

        Raises ValueError where the facts lack what such a figure is worked out from.
        """
        self._stated = dict(stated)

    def __setattr__(self, name: str, value: Any) -> None:
        with explained(type(self)):
            super().__setattr__(name, value)

    @classmethod
    def blank(cls) -> Self:
        """Nothing filled in: what the empty official paper prints."""
        empty = {
            name: _blank_of(field)
            for name, field in cls.model_fields.items()
            if field.is_required()
        }
        return cls.model_construct(**empty)

    def context(self) -> dict[str, Any]:
        """What a template is filled with: the facts and computed figures by printed label."""
        return {
            p.label: getattr(self, p.name) if p.convert is None else p.convert(getattr(self, p.name))
            for p in printed_by(type(self))
        }

    @classmethod
    def blank_context(cls) -> dict[str, Any]:
        """The context of a row that nobody has filled in."""
        return dict(_blank_context(cls))

    def stated(self) -> Mapping[str, Any]:
        """Computed figures that were given all the same, by label."""
        return self._stated

    def parts(self) -> Iterator[tuple[tuple[str | int, ...], "Facts"]]:
        """The facts inside these facts, each with its path: label and, in a list, index."""
        for name, field in type(self).model_fields.items():
            value = getattr(self, name)
            if isinstance(value, Facts):
                yield (str(field.title),), value
            elif isinstance(value, list | tuple):
                for index, item in enumerate(cast(list[Any], value)):
                    if isinstance(item, Facts):
                        yield (str(field.title), index), item


@cache
def printed_by(facts: type[Facts]) -> tuple[Printed, ...]:
    """All that a class prints, its fields first, then its computed figures."""
    fields = [
        Printed(str(field.title), name, False, _converter(field))
        for name, field in facts.model_fields.items()
    ]
    computed = [
        Printed(text, name, True, None) for text, name in _computed_properties(facts).items()
    ]
    return (*fields, *computed)


@cache
def _blank_context(facts: type[Facts]) -> dict[str, Any]:
    return facts.blank().context()


@cache
def computed_labels(facts: type[Facts]) -> dict[str, str]:
    """Label or English name → label, for the computed figures of a class."""
    by_label = _computed_properties(facts)
    return {text: text for text in by_label} | {name: text for text, name in by_label.items()}


def _computed_properties(facts: type[Facts]) -> dict[str, str]:
    found: dict[str, str] = {}
    for base in reversed(facts.__mro__):
        for name, member in vars(base).items():
            text = getattr(getattr(member, "fget", None), "printed_label", None)
            if text is not None:
                found[text] = name
    return found


@cache
def _known_keys(facts: type[Facts]) -> frozenset[str]:
    fields = facts.model_fields
    return frozenset(fields) | {str(f.title) for f in fields.values()} | set(computed_labels(facts))


@cache
def _english_names(facts: type[Facts]) -> frozenset[str]:
    return frozenset(facts.model_fields)


def _refuse_double(facts: type[Facts], given: dict[str, Any]) -> None:
    for name, field in facts.model_fields.items():
        if name in given and field.alias in given and name != field.alias:
            raise ValueError(f"「{field.alias}」給了兩次（{field.alias} 與 {name}），請只留一個。")


def _without_empty_rows(rows: list[Any]) -> list[Any]:
    """The rows up to the last in which something is written, as a spreadsheet's or skeleton's."""
    end = len(rows)
    while end and isinstance(rows[end - 1], dict) and not any(rows[end - 1].values()):
        end -= 1
    return rows[:end]


def members(field: FieldInfo) -> tuple[type, bool]:
    """The class a field is made of, without Optional, and whether it is a list of them."""
    annotation: Any = field.annotation
    several = False
    while args := [a for a in get_args(annotation) if a not in (type(None), ...)]:
        several = several or getattr(annotation, "__origin__", None) in (list, tuple)
        annotation = args[0]
    return annotation, several


def _converter(field: FieldInfo) -> Callable[[Any], Any] | None:
    """How values of this field enter a context; None where they enter as they are."""
    for piece in field.metadata:
        if (convert := getattr(piece, "to_context", None)) is not None:
            return convert
    member, several = members(field)
    if not isinstance(member, type):
        return None
    if (convert := getattr(member, "to_context", None)) is not None:
        return (lambda values: [convert(v) for v in values]) if several else convert
    if issubclass(member, Facts):
        return _contexts if several else member.context
    return None


def _contexts(values: list[Facts]) -> list[dict[str, Any]]:
    return [value.context() for value in values]


def _blank_of(field: FieldInfo) -> Any:
    member, _ = members(field)
    if isinstance(member, type) and issubclass(member, Facts):
        return member.blank()
    return "" if member is str else None
