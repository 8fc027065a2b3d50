"""The class of a form that varies another: derived from it, only what is said is otherwise."""

from collections.abc import Mapping
from types import new_class
from typing import Annotated, Any, ClassVar, cast

from pydantic.fields import FieldInfo

from jingjin_forms.facts import Facts, label, printed
from jingjin_forms.facts.labels import label_of_key, members, name_of
from jingjin_forms.forms.form import Form
from jingjin_forms.forms.tagged.building import Builder, getter_of, worked_out_at_once
from jingjin_forms.forms.tagged.description import FieldDescription, Told
from jingjin_forms.forms.tagged.kinds import annotation_of
from jingjin_forms.forms.tagged.pieces import InRows
from jingjin_forms.forms.tagged.spec import FieldKind, FieldSpec
from jingjin_forms.forms.tagged.unprinted import Gone, LabelPath


class VariantBuilder(Builder):
    """Makes the classes of one variant."""

    def variant(
        self,
        first: tuple[type[Form], ...],
        base: type[Form],
        fields: tuple[FieldSpec, ...],
        told: Told,
        gone: Gone,
        members: Mapping[str, Any],
    ) -> type[Form]:
        """The class of the form itself; what `first` says of itself goes before the base."""
        made = self._varied(self._name, base, fields, told, gone, (), members, *first)
        for name, inner in self._inner.items():
            type.__setattr__(made, name, inner)
        return cast("type[Form]", made)

    def _varied(
        self,
        name: str,
        base: type[Facts],
        fields: tuple[FieldSpec, ...],
        told: Told,
        gone: Gone,
        at: LabelPath,
        members: Mapping[str, Any],
        *first: type[Facts],
    ) -> type[Facts]:
        annotations: dict[str, Any] = {}
        namespace = {"__annotations__": annotations, "__module__": self._module, **members}
        namespace.setdefault("__qualname__", name)
        blank = base.blank()
        for unused in gone.get(at, ()):
            annotations[unused], namespace[unused] = ClassVar[Any], getattr(blank, unused)
        known = label_of_key(base)
        for number, field in enumerate(fields, 1):
            own = name_of(base, field.label) if field.label in known else ""
            if field.computed is not None:
                getter = printed(field.label, needs=field.computed.needs)(getter_of(field.computed))
                own = own or f"computed_{number}"
                if own in base.model_fields:
                    annotations[own] = ClassVar[Any]
                namespace[own] = property(getter)
            elif not own:
                own = _free(field.label, number, base)
                annotations[own], namespace[own] = self._field(field)
            elif (info := base.model_fields.get(own)) is not None:
                changed = self._changed(field, info, told.get(field.label), gone, at)
                if changed is not None:
                    annotations[own], namespace[own] = changed
        namespace |= worked_out_at_once(fields)
        return cast(
            "type[Facts]", new_class(name, (*first, base), {}, lambda ns: ns.update(namespace))
        )

    def _changed(
        self,
        field: FieldSpec,
        info: FieldInfo,
        told: FieldDescription | None,
        gone: Gone,
        at: LabelPath,
    ) -> tuple[Any, Any] | None:
        """A field of the form that is varied as it is now; None where nothing is otherwise."""
        says_kind = told is not None and (told.kind or told.options or told.several is not None)
        if says_kind and field.kind not in (FieldKind.LIST, FieldKind.GROUP):
            return self._field(field)
        member, several = members(info)
        annotation: Any = _as_written(info)
        inner = self._inside(field, member, told, gone, (*at, field.label))
        if inner is not None:
            annotation = list[inner] if several else inner
            annotation = annotation if info.is_required() or several else annotation | None
        if told is None and inner is None:
            return None
        if told is not None and told.rows:
            row = inner or (member if issubclass(member, Facts) else None)
            annotation = Annotated[annotation, InRows(row, told.rows)]
        return self._declared(info, annotation, told)

    def _declared(
        self, info: FieldInfo, annotation: Any, told: FieldDescription | None
    ) -> tuple[Any, Any]:
        hint = (told.hint if told else None) or info.description or ""
        is_required = info.is_required() if told is None or told.required is None else told.required
        if is_required:
            plain = annotation_of(info) if annotation == _as_written(info) else annotation
            return plain, label(str(info.title), hint=hint)
        default = None if info.is_required() else info.default_factory or info.default
        optional = annotation | None if info.is_required() else annotation
        return optional, label(str(info.title), default, hint=hint)

    def _inside(
        self,
        field: FieldSpec,
        member: type,
        told: FieldDescription | None,
        gone: Gone,
        at: LabelPath,
    ) -> type[Facts] | None:
        """The class of a group or row as it is now; None where nothing in it is otherwise."""
        if not issubclass(member, Facts) or member.text_fact:
            return None
        inner_told = (told and told.fields) or {}
        known = label_of_key(member)
        is_new = any(inner.label not in known for inner in field.fields)
        deeper = any(path[: len(at)] == at for path in gone)
        if not (inner_told or is_new or deeper):
            return None
        name = self._inner_name()
        title = {"title": member.title, "__qualname__": f"{self._name}.{name}"}
        made = self._varied(name, member, field.fields, inner_told, gone, at, title)
        self._inner[name] = made
        return made


def _as_written(info: FieldInfo) -> Any:
    annotation: Any = info.annotation
    return Annotated[(annotation, *info.metadata)] if info.metadata else annotation


def _free(label: str, number: int, base: type[Facts]) -> str:
    """A name for a new field: its label, where that is one and not taken."""
    is_name = label.isidentifier() and not label.startswith(("_", "model_"))
    return label if is_name and not hasattr(base, label) else f"field_{number}"
