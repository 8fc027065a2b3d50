"""What stands under a path of a form's template: a text, a number, a box."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path as File
from typing import Any, cast

from pydantic.fields import FieldInfo

from jingjin_forms.facts import Facts
from jingjin_forms.facts.labels import members
from jingjin_forms.parts import School, SchoolText
from jingjin_forms.reading.tokens import Loop, Path, SlotKind
from jingjin_forms.values import Checklist, Choice
from jingjin_forms.values.choice import Options
from jingjin_forms.values.multiple_choice import MultipleChoice
from jingjin_forms.word import Picture


@dataclass(frozen=True)
class Kinds:
    """The kinds of a form's labels."""

    fields: Mapping[str, FieldInfo]
    """Of the form and all its parts, by label."""
    contexts: tuple[Mapping[str, Any], ...]
    """What templates are filled with: of a form with facts, and of a blank one."""

    def of(self, path: Path) -> SlotKind | None:
        """The kind of what a path prints; None for an option that is ticked."""
        if self._is_option(path):
            return None
        value = self._value(path)
        if isinstance(value, SchoolText) or (len(path) > 1 and self._is_school(path[:-1])):
            return SlotKind.SCHOOL
        if isinstance(value, Picture):
            return SlotKind.PICTURE
        field = self.fields.get(_label(path))
        if field is not None:
            member, _ = members(field)
            if member is School:
                return SlotKind.SCHOOL
            if issubclass(member, int | Decimal):
                return SlotKind.NUMBER
            return SlotKind.PICTURE if issubclass(member, File) else SlotKind.TEXT
        is_number = isinstance(value, int | Decimal) and not isinstance(value, bool)
        return SlotKind.NUMBER if is_number else SlotKind.TEXT

    def _is_option(self, path: Path) -> bool:
        if len(path) < 2:
            return False
        owner = self._value(path[:-1])
        if isinstance(owner, Options):
            return True
        field = self.fields.get(_label(path[:-1]))
        if field is None or owner is not None:
            return False
        options = options_of(field)
        return options is not None and path[-1] in [str(option) for option in options]

    def _is_school(self, path: Path) -> bool:
        field = self.fields.get(_label(path))
        return field is not None and members(field)[0] is School

    def _value(self, path: Path) -> Any:
        for context in self.contexts:
            value = _at(context, path)
            if value is not None:
                return value
        return None


def kinds_of(form: type[Facts], contexts: Sequence[Mapping[str, Any]]) -> Kinds:
    """The kinds of a form's labels."""
    fields: dict[str, FieldInfo] = {}
    for part in parts_of(form):
        for field in part.model_fields.values():
            fields.setdefault(str(field.title), field)
    return Kinds(fields, tuple(contexts))


def parts_of(form: type[Facts]) -> Iterator[type[Facts]]:
    """The class itself and those of its parts, at any depth."""
    seen: dict[type[Facts], None] = {form: None}
    waiting = [form]
    while waiting:
        part = waiting.pop()
        yield part
        for field in part.model_fields.values():
            member, _ = members(field)
            if issubclass(member, Facts) and member not in seen and member is not School:
                seen[member] = None
                waiting.append(member)


def options_of(field: FieldInfo) -> type[Choice] | None:
    """What can be chosen under a field; None where nothing is."""
    for piece in field.metadata:
        if isinstance(piece, Checklist | MultipleChoice):
            return piece.options
    member, _ = members(field)
    return member if issubclass(member, Choice) else None


def _label(path: Path) -> str:
    """The last label of a path: indexes and loops behind it do not count."""
    return next((step for step in reversed(path) if isinstance(step, str)), "")


def _at(value: Any, path: Path) -> Any:
    for step in path:
        if value is None:
            return None
        try:
            if isinstance(step, Loop):
                value = next((item for item in cast(Sequence[Any], value)), None)
            elif isinstance(step, str) and not isinstance(value, Mapping | Options):
                value = getattr(cast(object, value), step, None)
            else:
                value = cast(Any, value)[step]
        except (KeyError, IndexError, TypeError, AttributeError):
            return None
    return value
