"""The constructor and the fields of a class of facts, as a stub shows them.

A required fact may be given by its English name or by its label: an overload for each way. All
else has both names beside each other. What is worked out may be given too, to be compared.
"""

from collections.abc import Iterator, Mapping
from itertools import product

from pydantic import AliasChoices
from pydantic.fields import FieldInfo

from jingjin_forms.facts import Facts
from jingjin_forms.facts.labels import figures_of, name_of
from jingjin_forms.stubs.accepted import annotation_of, type_text

_INDENT = " " * 4


def constructor(facts: type[Facts]) -> str:
    """`__init__` with every name under which a fact may be given."""
    fields = facts.model_fields
    required = [name for name, field in fields.items() if field.is_required()]
    ways = [*product(*((name, str(fields[name].title)) for name in required))]
    overload = f"{_INDENT}@overload\n" if len(ways) > 1 else ""
    whole = name_of(facts, facts.text_fact) if facts.text_fact else ""
    return "\n".join(
        overload + _signature(_parameters(facts, dict(zip(required, way, strict=True))), whole)
        for way in ways
    )


def _signature(parameters: Mapping[str, str], whole: str) -> str:
    """`whole` is the parameter that may be given without its name: School("花蓮縣宜昌國小")."""
    if not parameters:
        return f"{_INDENT}def __init__(self) -> None: ..."
    first = [whole] if whole in parameters else []
    names = [*first, "*", *(name for name in parameters if name not in first)]
    listed = ["self", *(f"{n}: {parameters[n]}" if n in parameters else n for n in names)]
    lines = "".join(f"{_INDENT * 2}{parameter},\n" for parameter in listed)
    return f"{_INDENT}def __init__(\n{lines}{_INDENT}) -> None: ..."


def _parameters(facts: type[Facts], called: Mapping[str, str]) -> dict[str, str]:
    """Parameter → its type and default; `called` says under which name each required one goes."""
    needed: dict[str, str] = {}
    others: dict[str, str] = {}
    for name, field in facts.model_fields.items():
        text = type_text(annotation_of(facts, name))
        if name in called:
            needed[called[name]] = text
        else:
            for key in (name, str(field.title), *_other_wording(field)):
                others[key] = f"{_or_none(text)} = ..."
    for label, figure in figures_of(facts).items():
        for key in (figure.name, label):
            others.setdefault(key, "object = ...")
    return needed | dict(sorted(others.items(), key=lambda item: not item[0].isascii()))


def _other_wording(field: FieldInfo) -> Iterator[str]:
    """What the paper prints in place of the label, where Python can call a parameter so."""
    if isinstance(also := field.validation_alias, AliasChoices):
        yield from (str(name) for name in also.choices if str(name).isidentifier())


def _or_none(text: str) -> str:
    """None counts as "not given", whatever the field."""
    return text if text.endswith("None") else f"{text} | None"


def field_lines(facts: type[Facts], name: str, read: str) -> Iterator[str]:
    """A field as a property: what it gives back, and what may be assigned to it."""
    field = facts.model_fields[name]
    taken = type_text(annotation_of(facts, name))
    taken = taken if field.is_required() else _or_none(taken)
    yield "@property"
    yield f"def {name}(self) -> {read}:"
    yield f'{_INDENT}"""{_said_of(field)}"""'
    yield f"@{name}.setter"
    yield f"def {name}(self, value: {taken}) -> None: ..."


def _said_of(field: FieldInfo) -> str:
    """Label and hint, on one line."""
    hint = " ".join((field.description or "").split())
    return f"{field.title}：{hint}" if hint else str(field.title)
