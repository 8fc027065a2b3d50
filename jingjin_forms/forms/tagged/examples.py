"""An example of what each field of a tagged Word file takes."""

from collections.abc import Iterable, Mapping
from typing import Any

from jingjin_forms.facts import Facts
from jingjin_forms.facts.labels import figures_of, label_of_key
from jingjin_forms.forms.tagged.spec import FieldKind, FieldSpec

_EXAMPLES: Mapping[FieldKind, Any] = {
    FieldKind.TEXT: "○○○",
    FieldKind.AMOUNT: 1000,
    FieldKind.UPPERCASE: 15000,
    FieldKind.COUNT: 6,
    FieldKind.NUMBER: 6,
    FieldKind.DATE: "112年3月17日",
    FieldKind.PERIOD: "112年8月1日至113年6月30日",
    FieldKind.TICK: "是",
    FieldKind.SCHOOL: "花蓮縣吉安鄉宜昌國民小學",
    FieldKind.SCHOOL_YEAR: 112,
}


def example_of(fields: Iterable[FieldSpec], facts: type[Facts]) -> dict[str, Any]:
    """Facts by label for the fields of a class; computed values are left out."""
    worked_out = figures_of(facts).keys()
    known = label_of_key(facts)
    found: dict[str, Any] = {}
    for field in fields:
        if field.label in worked_out or field.label not in known or field.computed is not None:
            continue
        value = _value(field)
        if value is not None:
            found[field.label] = value
    return found


def _value(field: FieldSpec) -> Any:
    if field.kind is FieldKind.CHOICE:
        return field.options[0] if field.options else None
    if field.kind is FieldKind.CHOICES:
        return list(field.options[:2])
    inner = {f.label: value for f in field.fields if (value := _value(f)) is not None}
    if field.kind is FieldKind.GROUP:
        return inner
    if field.kind is FieldKind.LIST:
        return [inner] if field.fields else ["○○○"]
    return _EXAMPLES.get(field.kind)
