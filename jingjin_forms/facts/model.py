"""Facts: what a form or a part of one is told, under the labels printed on the paper.

    class BudgetLine(Facts):
        unit_price: Money | None = label("單價", None, hint="每單位多少元")

A fact can be given by its label (`單價`) or by its English name (`unit_price`); any other key is an
error. A label that the library works out itself (`@printed("總價")`) may be given too: it is never
used, but `check()` compares it with what was worked out. Where a field has the label of such a
figure, it keeps what is given while nothing is there to work the figure out from.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar, Self, TypeVar, cast

from pydantic import BaseModel, ConfigDict, GetJsonSchemaHandler, ValidationError, model_validator
from pydantic.fields import FieldInfo
from pydantic_core import CoreSchema

from jingjin_forms.errors import FactsError, shortened
from jingjin_forms.facts.explain import Refused, facts_error, not_a_field
from jingjin_forms.facts.labels import (
    figures_of,
    is_kept,
    kept_figures,
    label,
    label_of_key,
    members,
    name_of,
    once_per_class,
    printed,
)

__all__ = [
    "FOLDER",
    "Facts",
    "Printed",
    "Refused",
    "explained",
    "is_blank",
    "label",
    "printed",
    "printed_by",
]

T = TypeVar("T")

_DEEPEST = 9  # rows within rows; no form has more than three
FOLDER = "folder"
"""What pydantic's validation context calls the folder at which paths of photographs start, or the
`Nearby` that says more; without it a text names no file."""


class _FactsMeta(type(BaseModel)):
    """Turns pydantic's English error into ours where a user constructs facts.

    Here and not in `__init__`, since pydantic calls that for nested facts as well. The signature
    also tells type checkers what is true: a fact may be given as whatever its type reads.
    """

    def __call__(cls: type[T], **facts: Any) -> T:
        try:
            return super().__call__(**facts)  # type: ignore[misc]  # cls is the metaclass's self
        except ValidationError as error:
            raise explained(cast("type[Facts]", cls), error) from None


def explained(facts: "type[Facts]", error: ValidationError) -> FactsError:
    """pydantic's error as ours."""
    return facts_error(facts, error)


class Facts(BaseModel, metaclass=_FactsMeta):
    """Base of everything that is filled with facts."""

    model_config = ConfigDict(
        extra="forbid",
        validate_by_name=True,
        validate_by_alias=True,
        validate_assignment=True,
        model_title_generator=lambda facts: getattr(facts, "title", "") or facts.__name__,
    )
    title: ClassVar[str] = ""
    """What messages call this part; a form's printed title."""
    text_fact: ClassVar[str] = ""
    """The label under which a bare text is taken, where one may stand for the whole part."""

    @cached_property  # which pydantic keeps beside the fields, and copies and pickles with them
    def stated(self) -> Mapping[str, Any]:
        """Computed figures that were given all the same, by label: for `check()` to compare."""
        return {}

    @model_validator(mode="wrap")
    @classmethod
    def _read(cls, data: Any, handler: Callable[[Any], Self]) -> Self:
        if type(data) is not dict:  # which it nearly always is
            if cls.is_whole(data):
                data = {cls.text_fact: data}
            elif not isinstance(data, Mapping):
                return handler(data)
        facts, stated = _sorted_out(cls, cast(Mapping[Any, Any], data))
        result = handler(facts)
        if stated:
            vars(result)["stated"] = stated
        return result

    @classmethod
    def is_whole(cls, given: object) -> bool:
        """Whether one value stands for the whole part: a text, under the label `text_fact`."""
        return isinstance(given, str) and bool(cls.text_fact)

    def __setattr__(self, name: str, value: Any) -> None:
        facts = type(self)
        field = facts.model_fields.get(name)
        if field is None and not name.startswith("_"):
            raise not_a_field(facts, name)
        if field is not None and is_blank(value) and not field.is_required():
            value = field.get_default(call_default_factory=True)
        before, were_set = dict(vars(self)), set(self.model_fields_set)
        try:
            super().__setattr__(name, value)
        except ValidationError as error:
            # Where facts do not fit together, pydantic finds out after it has set them.
            object.__setattr__(self, "__dict__", before)
            object.__setattr__(self, "__pydantic_fields_set__", were_set)
            raise explained(facts, error) from None

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        reference = handler(core_schema)
        if cls.text_fact:
            schema = handler.resolve_ref_schema(reference)
            parts = dict(schema)
            schema.clear()
            schema.update(title=cls.title, anyOf=[{"type": "string"}, parts])
        return reference

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
            p.label: p.convert(getattr(self, p.name)) if p.convert else getattr(self, p.name)
            for p in printed_by(type(self))
        }

    @classmethod
    def behind(cls, printed: dict[str, Any]) -> dict[str, Any]:
        """The reverse of `context`, for a paper that is read back: what stands on it by the labels
        of its template, as what stands there by the labels of the facts.

        Whoever changes `context` changes this. Texts are as they stand on the paper, ticks True or
        False by option; what is blank is missing or None. Labels that are no field's are passed
        over.
        """
        return printed

    @classmethod
    def blank_context(cls) -> dict[str, Any]:
        """The context of a row that nobody has filled in."""
        return dict(_blank_context(cls))

    @classmethod
    def padded(cls, rows: list[dict[str, Any]], least: int) -> list[dict[str, Any]]:
        """A table's rows, and blank ones behind them until there are as many as the paper has."""
        return rows + [cls.blank_context()] * (least - len(rows))

    def parts(self) -> Iterator[tuple[tuple[str | int, ...], "Facts"]]:
        """The facts inside these facts, each with its path: label and, in a list, index."""
        for name, text in _part_fields(type(self)):
            value = getattr(self, name)
            if isinstance(value, Facts):
                yield (text,), value
            elif value is not None:
                for index, item in enumerate(cast(list[Facts], value)):
                    yield (text, index), item


@dataclass(frozen=True, slots=True)
class Printed:
    """One thing a class prints: its label, the attribute it comes from, how it enters a context."""

    label: str
    name: str
    convert: Callable[[Any], Any] | None


@once_per_class
def printed_by(facts: type[Facts]) -> tuple[Printed, ...]:
    """All that a class prints, its fields first, then its computed figures."""
    kept = kept_figures(facts)  # which the figure of the same label prints
    fields = [
        Printed(str(field.title), name, _converter(field))
        for name, field in facts.model_fields.items()
        if field.title not in kept
    ]
    figures = [Printed(text, figure.name, None) for text, figure in figures_of(facts).items()]
    return (*fields, *figures)


@once_per_class
def _part_fields(facts: type[Facts]) -> tuple[tuple[str, str], ...]:
    """Name and label of the fields that hold facts, one or a list of them."""
    return tuple(
        (name, str(field.title))
        for name, field in facts.model_fields.items()
        if issubclass(members(field)[0], Facts)
    )


@once_per_class
def _blank_context(facts: type[Facts]) -> dict[str, Any]:
    return facts.blank().context()


def is_blank(value: object) -> bool:
    """Whether a value means "not given": an empty cell or line, or None."""
    return value is None or (isinstance(value, str) and not value)


def _sorted_out(
    cls: type[Facts], given: Mapping[Any, Any]
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
            facts[name] = Refused(
                value, f"給了兩次（{label} 與 {name}），請只留一個。", "given_twice"
            )
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


def _converter(field: FieldInfo) -> Callable[[Any], Any] | None:
    """How values of this field enter a context; None where they enter as they are."""
    for piece in field.metadata:
        if (convert := getattr(piece, "to_context", None)) is not None:
            return convert
    member, several = members(field)
    if (convert := getattr(member, "to_context", None)) is not None:
        return (lambda values: [convert(v) for v in values]) if several else convert
    if issubclass(member, Facts):
        return _contexts if several else member.context
    return None


def _contexts(values: list[Facts]) -> list[dict[str, Any]]:
    return [value.context() for value in values]


def _blank_of(field: FieldInfo) -> Any:
    member, _ = members(field)
    if issubclass(member, Facts):
        return member.blank()
    return "" if member is str else None
