"""The facts of a form as a facts file: the skeleton of `jingjin new` with the facts filled in."""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from pydantic.fields import FieldInfo

from jingjin_forms.facts import Facts
from jingjin_forms.facts.fields import instruction, is_group, items_of, ordered_fields
from jingjin_forms.facts.labels import members
from jingjin_forms.forms.skeleton import (
    entry,
    field_lines,
    head_lines,
    quoted,
    quoted_value,
    text_lines,
)
from jingjin_forms.parts.photo_file import is_picture

if TYPE_CHECKING:
    from jingjin_forms.forms.form import Form

Named = Callable[[Any], str]
"""What a facts file calls a photograph: its path from the file's folder."""


def yaml_facts(form: "Form", named: Named, called: str = "") -> str:
    """A YAML text that `Form.load` reads as this form; `called` is what it calls the form."""
    lines = [*head_lines(type(form), called), *_lines(form, "", named)]
    return "\n".join(lines) + "\n"


def _lines(facts: Facts, indent: str, named: Named, *, explains: bool = True) -> Iterator[str]:
    """The facts, each with its instruction; or only those that are given, without."""
    stated = dict(facts.stated)  # which `check` goes on comparing
    for name, field in ordered_fields(type(facts)):
        value = stated.pop(str(field.title), vars(facts).get(name))
        if explains or not _is_nothing(value):
            yield from _entry(field, value, indent, named, explains=explains)
    for label, value in stated.items():
        yield from text_lines(label, _text(value, named), indent, "")


def _entry(
    field: FieldInfo, value: Any, indent: str, named: Named, *, explains: bool
) -> Iterator[str]:
    label, comment = str(field.title), instruction(field) if explains else ""
    member, several = members(field)
    if (items := items_of(field)) is not None:
        yield entry(indent, label, comment)
        yield from _marks(items.items, value or (), f"{indent}  ")
    elif several and is_group(member, several):
        yield entry(indent, label, comment)
        yield from _rows(member, value or (), indent, named, explains=explains)
    elif several:
        yield entry(indent, label, comment)
        yield from (f"{indent}  - {quoted_value(_text(each, named))}" for each in value or ())
    elif isinstance(value, Facts) and (is_group(member) or not _stands_for_all(value)):
        yield entry(indent, label, comment)
        yield from _lines(value, f"{indent}  ", named, explains=explains)
    elif isinstance(value, Facts):
        yield from text_lines(label, str(value), indent, comment)
    else:
        yield from text_lines(label, _text(value, named), indent, comment)


def _rows(
    member: type[Facts], rows: Sequence[Facts], indent: str, named: Named, *, explains: bool
) -> Iterator[str]:
    """Each row as a group; the first says what to write, an empty one where there is none."""
    inner = f"{indent}    "
    groups = [
        [*_lines(row, inner, named, explains=explains and number == 0)]
        for number, row in enumerate(rows)
    ]
    if not groups and explains:
        groups = [[*field_lines(member, inner)]]
    for group in groups:
        lines = group or [*field_lines(member, inner)][:1]
        yield f"{indent}  - {lines[0].removeprefix(inner)}"
        yield from lines[1:]


def _marks(items: Sequence[str], marks: Sequence[Any], indent: str) -> Iterator[str]:
    for number, item in enumerate(items):
        mark = marks[number] if number < len(marks) else None
        yield f"{indent}{quoted(item)}:{'' if mark is None else f' {quoted_value(str(mark))}'}"


def _stands_for_all(part: Facts) -> bool:
    """Whether a part has nothing but the one text that stands for it."""
    fields = type(part).model_fields.items()
    given = {str(field.title) for name, field in fields if not _is_nothing(vars(part).get(name))}
    return given <= {type(part).text_fact} and not part.stated


def _is_nothing(value: Any) -> bool:
    return value is None or value == "" or value == () or value == []


def _text(value: Any, named: Named) -> str:
    """A fact as a person writes it."""
    if value is None:
        return ""
    if isinstance(value, Path | bytes) or is_picture(value):
        return named(value)
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return str(value)
    if isinstance(value, Decimal):
        return format(value, "f")
    return str(int(value)) if type(value).__str__ is int.__str__ else format(cast("object", value))
