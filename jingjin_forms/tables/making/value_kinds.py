"""What a spreadsheet should take a column's cells for: numbers, or texts that it leaves alone."""

from collections.abc import Mapping
from typing import Any, NamedTuple, cast

from pydantic import TypeAdapter
from pydantic.fields import FieldInfo

from jingjin_forms.facts.labels import members
from jingjin_forms.values.amount import Money

TEXT_FORMAT = "@"
"""Excel leaves 112/9/6, 0038462860 and =1+1 as they are typed."""


class ValueKind(NamedTuple):
    """How the cells of a column are shown, and which numbers they may hold."""

    number_format: str
    type: str | None = None
    """whole or decimal; None for a text."""
    least: int = 0
    most: int | None = None


def kind_of(field: FieldInfo) -> ValueKind:
    """The kind of a field's values, as its JSON Schema has it."""
    schema = _number_schema(field)
    if schema is None:
        return ValueKind(TEXT_FORMAT)
    least, most = int(schema.get("minimum", 0)), schema.get("maximum")
    if schema["type"] == "number":
        return ValueKind("General", "decimal", least, most)
    is_money = issubclass(members(field)[0], Money)
    return ValueKind("#,##0" if is_money else "0", "whole", least, most)


def _number_schema(field: FieldInfo) -> Mapping[str, Any] | None:
    schema = TypeAdapter[Any](field.rebuild_annotation()).json_schema()
    options = cast(list[Mapping[str, Any]], schema.get("anyOf", [schema]))
    return next((one for one in options if one.get("type") in ("integer", "number")), None)
