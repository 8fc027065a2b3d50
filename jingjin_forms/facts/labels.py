"""Labels: how a class of facts says what the paper calls its fields and computed figures."""

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, cast, get_args

from pydantic import AliasChoices, BaseModel, Field
from pydantic.fields import FieldInfo

if TYPE_CHECKING:
    from jingjin_forms.values.choice import Choice

C = TypeVar("C", bound=Callable[..., Any])
F = TypeVar("F", bound=Callable[..., Any])

_REQUIRED: Any = ...


def once_per_class(function: C) -> C:
    """`functools.cache`, which type checkers refuse for classes whose instances have no hash."""
    return cast(C, cache(function))


class Asked(NamedTuple):
    """Of whom a fact is asked, where not of everyone who hands in the paper."""

    by: str = ""
    """Who else fills it in: 審查小組."""
    only_for: "tuple[Choice, ...]" = ()
    """The options of a choice, of which one must be taken for the fact to be asked."""


def label(
    printed: str,
    default: Any = _REQUIRED,
    *,
    hint: str = "",
    also: str = "",
    by: str = "",
    only_for: "Sequence[Choice]" = (),
) -> Any:
    """Declare a field by the label printed on the paper.

    `default` is a value, or a class or function that makes one (`list`, `Contact`); without it the
    fact identifies the paper and must be given. `hint` tells the user, in Chinese, what to write.
    `also` is what the paper prints where the label is another (E-mail for 電子郵件); it may be
    given in its place. `by` is who fills it in, where another does than who hands in the paper
    (審查小組); `only_for` are the options of a choice (計畫三) for which alone it is asked.
    Skeletons leave out what is not asked.
    """
    names: dict[str, Any] = {"alias": printed, "title": printed, "description": hint or None}
    if also:
        names["validation_alias"] = AliasChoices(printed, also)
    if callable(default):
        field: Any = Field(default_factory=default, **names)
    else:
        field = Field(default, **names)
    if by or only_for:
        field.metadata.append(Asked(by, tuple(only_for)))
    return field


def printed(label: str, *, needs: Sequence[str] = ()) -> Callable[[F], F]:
    """Mark a property as worked out from the facts and printed under this label.

    Who gives the figure all the same must give the facts it `needs` (by label) as well.
    """

    def mark(getter: F) -> F:
        vars(getter).update(printed_label=label, printed_needs=tuple(needs))
        return getter

    return mark


class Figure(NamedTuple):
    """A computed figure: the property that works it out, and the labels of what it needs."""

    name: str
    needs: tuple[str, ...]


@once_per_class
def figures_of(facts: type[BaseModel]) -> Mapping[str, Figure]:
    """The computed figures of a class by label."""
    found: dict[str, Figure] = {}
    for base in reversed(facts.__mro__):
        for name, member in vars(base).items():
            marks = getattr(getattr(member, "fget", None), "__dict__", {})
            if "printed_label" in marks:
                found[marks["printed_label"]] = Figure(name, marks["printed_needs"])
    return found


@once_per_class
def kept_figures(facts: type[BaseModel]) -> Mapping[str, str]:
    """The computed figures that are facts where nothing is given that they are worked out from, by
    label: the English names of the fields that keep them."""
    figures = figures_of(facts)
    fields = facts.model_fields.items()
    return {str(field.title): name for name, field in fields if field.title in figures}


def is_kept(facts: type[BaseModel], label: str, given: Collection[str]) -> bool:
    """Whether a figure is a fact beside those that are given, by label."""
    needs = figures_of(facts)[label].needs if label in kept_figures(facts) else None
    return needs is not None and not any(needed in given for needed in needs)


@once_per_class
def label_of_key(facts: type[BaseModel]) -> Mapping[str, str]:
    """Label, English name or other wording → label, for the fields and computed figures."""
    names = {name: str(field.title) for name, field in facts.model_fields.items()}
    names |= {figure.name: text for text, figure in figures_of(facts).items()}
    for field in facts.model_fields.values():
        if isinstance(also := field.validation_alias, AliasChoices):
            names |= {str(name): str(field.title) for name in also.choices}
    return names | {text: text for text in names.values()}


def name_of(facts: type[BaseModel], label: str) -> str:
    """The English name of a label; such a name itself. Raises KeyError."""
    return _name_of_label(facts)[label]


@once_per_class
def _name_of_label(facts: type[BaseModel]) -> Mapping[str, str]:
    names = {str(field.title): name for name, field in facts.model_fields.items()}
    names |= {label: figure.name for label, figure in figures_of(facts).items()}
    return {name: name for name in names.values()} | names


def members(field: FieldInfo) -> tuple[type, bool]:
    """The class a field is made of, without Optional, and whether it is a list of them."""
    annotation: Any = field.annotation
    several = False
    while args := [a for a in get_args(annotation) if a not in (type(None), ...)]:
        several = several or getattr(annotation, "__origin__", None) in (list, tuple)
        annotation = args[0]
    return annotation, several
