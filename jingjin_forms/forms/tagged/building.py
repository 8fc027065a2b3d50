"""From fields to classes: an ordinary Form, and one of Facts for each part and row."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import count
from types import new_class
from typing import Annotated, Any, ClassVar, Optional, cast, get_args, get_origin

from pydantic import model_validator

from jingjin_forms.facts import Facts, label, printed
from jingjin_forms.facts.labels import name_of
from jingjin_forms.forms.tagged.kinds import TYPES
from jingjin_forms.forms.tagged.pieces import InRows, Tick, as_picture, as_school, with_parts
from jingjin_forms.forms.tagged.spec import Computation, FieldKind, FieldSpec
from jingjin_forms.forms.tagged.sums import Worked, of_level, of_row
from jingjin_forms.forms.tagged.vocabulary import Vocabulary
from jingjin_forms.values import Choice
from jingjin_forms.values.amount import Money
from jingjin_forms.values.multiple_choice import Chosen, MultipleChoice

_PIECES = {FieldKind.SCHOOL: as_school, FieldKind.PHOTO: as_picture}


class Builder:
    """Makes the classes of one form; all are found again by their names (see `classes`)."""

    def __init__(self, module: str, name: str, known: Vocabulary):
        self._module, self._name, self._known = module, name, known
        self._numbers = count(1)
        self._inner: dict[str, type] = {}

    def form(
        self,
        title: str,
        base: type[Facts],
        fields: Sequence[FieldSpec],
        members: Mapping[str, Any],
    ) -> type[Facts]:
        """The class of the form itself."""
        worked = of_level(fields)
        bases = (worked.base, base) if worked.base is not Facts else (base,)
        own = {**members, "__qualname__": self._name}
        made = self._class(title, bases, fields, worked, own)
        for name, inner in self._inner.items():
            type.__setattr__(made, name, inner)
        return made

    def _class(
        self,
        name: str,
        bases: tuple[type[Facts], ...],
        fields: Sequence[FieldSpec],
        worked: Worked,
        members: Mapping[str, Any],
    ) -> type[Facts]:
        annotations: dict[str, Any] = {}
        namespace: dict[str, Any] = {"__annotations__": annotations, "__module__": self._module}
        namespace |= {**members, **(worked.members or {})}
        facts = [f for f in fields if f.computed is None and f.label not in worked.labels]
        names = _names(facts, bases, self._known, worked)
        for field in facts:
            annotations[names[field.label]], namespace[names[field.label]] = self._field(field)
        for number, field in enumerate(fields, 1):
            if field.computed is not None:
                getter = getter_of(field.computed)
                marked = printed(field.label, needs=field.computed.needs)(getter)
                namespace[f"computed_{number}"] = property(marked)
        namespace |= worked_out_at_once(fields)
        for base in bases:
            for unused, info in base.model_fields.items():
                is_printed = any(field.label == info.title for field in fields)
                if unused not in namespace and worked.base is base and not is_printed:
                    annotations[unused] = ClassVar[Any]  # the paper does not print it
                    empty = info.get_default(call_default_factory=True)
                    namespace[unused] = "" if info.is_required() else empty
        return cast("type[Facts]", new_class(name, bases, {}, lambda ns: ns.update(namespace)))

    def _field(self, field: FieldSpec) -> tuple[Any, Any]:
        """The annotation of a field, and what pydantic is told of it."""
        annotation, default = self._type(field)
        if field.required:
            return annotation, label(field.label, hint=field.hint)
        if default is None and not _takes_none(annotation):
            annotation = Optional[annotation]  # noqa: UP045 (of a variable)
        return annotation, label(field.label, default, hint=field.hint)

    def _type(self, field: FieldSpec) -> tuple[Any, Any]:
        """The type of a field, and what stands there when nothing is given."""
        match field.kind:
            case FieldKind.TEXT:
                return TYPES[field.kind], ""
            case FieldKind.TICK:
                return Tick, None
            case FieldKind.CHOICE | FieldKind.CHOICES:
                return self._choice(field)
            case FieldKind.LIST:
                return self._list(field)
            case FieldKind.GROUP:
                part = self._part(field)
                is_needed = any(info.is_required() for info in part.model_fields.values())
                return part, ... if is_needed else part
            case FieldKind.OTHER if field.annotation is not None:
                several = get_origin(_bare(field.annotation)) is tuple
                return field.annotation, () if several else None
            case FieldKind.OTHER:
                return TYPES[FieldKind.TEXT], ""
            case FieldKind.UPPERCASE:
                return Money, None
            case _:
                return self._single(field)

    def _single(self, field: FieldSpec) -> tuple[Any, Any]:
        type_ = TYPES[field.kind]
        piece = _PIECES.get(field.kind) or (with_parts if field.has_parts else None)
        if piece is None:
            return type_, None
        return Annotated[type_ if field.required else type_ | None, piece], None

    def _choice(self, field: FieldSpec) -> tuple[Any, Any]:
        several = field.kind is FieldKind.CHOICES
        if field.annotation is not None:
            return field.annotation, () if several else None
        members = {f"option_{n}": option for n, option in enumerate(field.options, 1)}
        name = self._inner_name()
        options = Choice(name, members, module=self._module, qualname=f"{self._name}.{name}")  # type: ignore[arg-type, call-overload]
        self._inner[name] = cast(type, options)
        if several:
            return Annotated[Chosen, MultipleChoice(cast(Any, options))], ()
        return options, None

    def _list(self, field: FieldSpec) -> tuple[Any, Any]:
        if not field.fields:
            text = TYPES[FieldKind.TEXT]
            type_: Any = list[text]
            row = None
        else:
            row = self._row(field)
            type_ = list[row]
        if field.numbered or field.columns:
            type_ = Annotated[type_, InRows(row, field.numbered, field.columns)]
        return type_, list

    def _row(self, field: FieldSpec) -> type[Facts]:
        worked = of_row(field)
        return self._facts(field, (worked.base,), worked)

    def _part(self, field: FieldSpec) -> type[Facts]:
        worked = of_level(field.fields)
        if worked.base is Facts and field.part is not None:
            worked = Worked(field.part, worked.labels, worked.members)
            try:
                part = self._facts(field, (field.part,), worked)
                part.blank().context()
                return part
            except Exception:  # what it works out needs facts that this paper does not print
                worked = of_level(field.fields)
        return self._facts(field, (worked.base,), worked)

    def _facts(
        self, field: FieldSpec, bases: tuple[type[Facts], ...], worked: Worked
    ) -> type[Facts]:
        name = self._inner_name()
        members = {"title": field.label, "__qualname__": f"{self._name}.{name}"}
        made = self._class(field.label, bases, field.fields, worked, members)
        self._inner[name] = made
        return made

    def _inner_name(self) -> str:
        return f"Part{next(self._numbers)}"


def _names(
    fields: Sequence[FieldSpec],
    bases: tuple[type[Facts], ...],
    known: Vocabulary,
    worked: Worked,
) -> Mapping[str, str]:
    """The English name of each label; the label itself where our forms have none."""
    found: dict[str, str] = {}
    labels = {field.label for field in fields}
    for field in fields:
        # No other field's label either: facts may be given by label and by name.
        taken = {*found.values(), *(labels - {field.label})}
        wanted = [_own_name(field, worked), known.name(field.label), field.label]
        free = (n for n in wanted if n and n not in taken and _is_free(n, bases))
        numbered = (f"field_{n}" for n in count(1) if f"field_{n}" not in taken)
        found[field.label] = next(free, "") or next(numbered)
    return found


def _own_name(field: FieldSpec, worked: Worked) -> str:
    """The name that a class of ours has for the label."""
    if worked.lines == field.label:
        return "lines"
    infos = worked.base.model_fields.items()
    return next((name for name, info in infos if info.title == field.label), "")


def _is_free(name: str, bases: tuple[type[Facts], ...]) -> bool:
    """Whether a field may be called so: pydantic and our classes have names of their own."""
    if not name.isidentifier() or name.startswith(("_", "model_")):
        return False
    return all(name in base.model_fields or not hasattr(base, name) for base in bases)


def getter_of(computation: Computation) -> Callable[[Any], Any]:
    """What works it out of the facts beside it."""

    def work_out(self: Any) -> Any:
        return computation.work_out(_ByLabel(self))

    return work_out


def worked_out_at_once(fields: Sequence[FieldSpec]) -> Mapping[str, Any]:
    """A validator that works everything out, so that 33.5 元 is told of its row when it is read."""
    computations = [field.computed for field in fields if field.computed is not None]

    def work_out(self: Any) -> Any:
        for computation in computations:
            computation.work_out(_ByLabel(self))
        return self

    return {"worked_out": model_validator(mode="after")(work_out)} if computations else {}


class _ByLabel(Mapping[str, Any]):
    """Facts and computed values by label, each looked up when it is asked for."""

    def __init__(self, facts: Facts):
        self._facts = facts

    def __getitem__(self, key: str) -> Any:
        return getattr(self._facts, name_of(type(self._facts), key))

    def __iter__(self) -> Iterator[str]:
        return (str(field.title) for field in type(self._facts).model_fields.values())

    def __len__(self) -> int:
        return len(type(self._facts).model_fields)


def _is_annotated(annotation: Any) -> bool:
    return get_origin(annotation) is Annotated


def _bare(annotation: Any) -> Any:
    return get_args(annotation)[0] if _is_annotated(annotation) else annotation


def _takes_none(annotation: Any) -> bool:
    return type(None) in get_args(_bare(annotation))
