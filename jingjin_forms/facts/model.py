"""Facts: what a form or a part of one is told, under the labels printed on the paper.

    class BudgetLine(Facts):
        unit_price: Money | None = label("單價", None, hint="每單位多少元")

A fact can be given by its label (`單價`) or by its English name (`unit_price`); any other key is an
error. A label that the library works out itself (`@printed("總價")`) may be given too: it is never
used, but `check()` compares it with what was worked out. Where a field has the label of such a
figure, it keeps what is given while nothing is there to work the figure out from.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeVar, cast

from pydantic import BaseModel, ConfigDict, GetJsonSchemaHandler, ValidationError, model_validator
from pydantic.fields import FieldInfo
from pydantic_core import CoreSchema

from jingjin_forms.errors import FactsError
from jingjin_forms.facts.changing import change, kept_as, unread_in
from jingjin_forms.facts.explain import (
    Refused,
    facts_error,
    in_python,
    not_a_field,
    without_names,
)
from jingjin_forms.facts.found import fact_at
from jingjin_forms.facts.given import is_blank, is_empty, sorted_out
from jingjin_forms.facts.labels import (
    figures_of,
    kept_figures,
    label,
    label_of_key,
    members,
    once_per_class,
    printed,
)
from jingjin_forms.facts.records import record_of
from jingjin_forms.facts.shown import short_arguments

if TYPE_CHECKING:  # its name is pydantic's own; type checkers cannot follow `type(BaseModel)`
    from pydantic._internal._model_construction import (  # pyright: ignore[reportPrivateImportUsage]
        ModelMetaclass,
    )
else:
    ModelMetaclass = type(BaseModel)

__all__ = [
    "FOLDER",
    "Facts",
    "Printed",
    "Refused",
    "explained",
    "is_blank",
    "is_empty",
    "label",
    "printed",
    "printed_by",
]

T = TypeVar("T")

FOLDER = "folder"
"""What pydantic's validation context calls the folder at which paths of photographs start, or the
`Nearby` that says more; without it a text names no file."""


class _FactsMeta(ModelMetaclass):
    """Turns pydantic's English error into ours where a user constructs facts.

    Here and not in `__init__`, since pydantic calls that for nested facts as well. What the facts
    of a form or part may be given as, type checkers learn from the stub beside its module; a class
    without one (one's own) takes anything.
    """

    def __call__(cls: type[T], *whole: Any, **facts: Any) -> T:
        kind = cast("type[Facts]", cls)
        if whole:
            facts = {**kind.from_whole(*whole), **facts}
        try:
            return super().__call__(**facts)  # type: ignore[misc]  # cls is the metaclass's self
        except ValidationError as error:
            raise explained(kind, error) from None


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
            elif isinstance(data, BaseModel) or (record := record_of(data)) is None:
                return handler(data)
            else:
                data = record
        facts, stated = sorted_out(cls, cast(Mapping[Any, Any], data))
        result = handler(facts)
        if stated:
            vars(result)["stated"] = stated
        return result

    @classmethod
    def is_whole(cls, given: object) -> bool:
        """Whether one value stands for the whole part: a text, under the label `text_fact`."""
        return isinstance(given, str) and bool(cls.text_fact)

    @classmethod
    def from_whole(cls, *given: object) -> dict[str, object]:
        """The facts that are given without a name: `School("花蓮縣宜昌國小")`, where one value may
        stand for the whole part. Raises FactsError where none may."""
        if len(given) == 1 and cls.text_fact:
            return {cls.text_fact: given[0]}
        raise without_names(cls, given)

    def _assign(self, name: str, value: Any) -> None:
        """What `facts.name = value` does: the value is read, and an unknown name is an error."""
        facts = type(self)
        name = kept_as(self, name)
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

    if not TYPE_CHECKING:  # which take a class that has one to have every attribute
        __setattr__ = _assign

        def __getattr__(self, name: str) -> Any:
            try:
                return super().__getattr__(name)
            except AttributeError:
                if name in label_of_key(type(self)):
                    raise AttributeError(str(in_python(type(self), name))) from None
                raise

        def __getitem__(self, name: object) -> Any:
            raise in_python(type(self), name)

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """A copy; what is in `update`, by label or English name, is read as if it were assigned.

        Raises FactsError naming every problem.
        """
        copied = super().model_copy(deep=deep)
        change(copied, update or {})
        return copied

    @classmethod
    def model_validate(cls, obj: Any, **options: Any) -> Self:
        """As pydantic's, but what is wrong is told in Chinese. Raises FactsError."""
        return cls._told(lambda: super(Facts, cls).model_validate(obj, **options))

    @classmethod
    def model_validate_json(cls, json_data: str | bytes | bytearray, **options: Any) -> Self:
        """As pydantic's, but what is wrong is told in Chinese. Raises FactsError."""
        return cls._told(lambda: super(Facts, cls).model_validate_json(json_data, **options))

    @classmethod
    def _told(cls, validated: Callable[[], Self]) -> Self:
        try:
            return validated()
        except ValidationError as error:
            raise explained(cls, error) from None

    def __repr_args__(self) -> Iterator[tuple[str | None, Any]]:
        return short_arguments(super().__repr_args__())

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

    def whole(self) -> Self:
        """Itself; where rows were put in that nobody has read (`lines.append({…})`), a copy with
        them read. Raises FactsError."""
        names = (name for name, _ in _part_fields(type(self)))
        update = unread_in(self, names, Facts)
        return self.model_copy(update=update) if update else self

    def fact_at(self, path: Sequence[str | int], paper: str = "") -> object:
        """The plain fact or figure at a path of labels and indexes; None where none is."""
        return fact_at(self, path)

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
