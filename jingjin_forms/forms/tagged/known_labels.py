"""The labels that a description may speak of: those of the tags, and of the form it varies."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from difflib import get_close_matches

from pydantic.fields import FieldInfo

from jingjin_forms.errors import shortened
from jingjin_forms.facts import Facts
from jingjin_forms.facts.fields import items_of
from jingjin_forms.facts.labels import figures_of, members, once_per_class
from jingjin_forms.forms.tagged.spec import FieldKind, FieldSpec
from jingjin_forms.forms.tagged.sums import of_level, of_row
from jingjin_forms.parts.school import School
from jingjin_forms.values import Choice, RocDate, RocPeriod, SchoolYear
from jingjin_forms.values.amount import Money
from jingjin_forms.values.multiple_choice import MultipleChoice

NUMBERS = (FieldKind.AMOUNT, FieldKind.COUNT, FieldKind.NUMBER, FieldKind.UPPERCASE)
"""What can be worked with."""
_CLASSES: tuple[tuple[type, FieldKind], ...] = (
    (School, FieldKind.SCHOOL),
    (SchoolYear, FieldKind.SCHOOL_YEAR),
    (Money, FieldKind.AMOUNT),
    (RocDate, FieldKind.DATE),
    (RocPeriod, FieldKind.PERIOD),
    (Choice, FieldKind.CHOICE),
    (bool, FieldKind.TICK),
    (int, FieldKind.COUNT),
    (Decimal, FieldKind.NUMBER),
    (str, FieldKind.TEXT),
)


@dataclass(frozen=True, slots=True)
class Label:
    """One label."""

    label: str
    kind: FieldKind | None = None
    """None where only working it out would show."""
    options: tuple[str, ...] = ()
    inner: Mapping[str, "Label"] = field(default_factory=dict[str, "Label"])
    is_computed: bool = False
    is_opaque: bool = False
    """Whether it is of a type that only our own forms have."""

    @property
    def is_list(self) -> bool:
        return self.kind is FieldKind.LIST


Labels = Mapping[str, Label]


class LabelFault(ValueError):
    """A label that is not there, or not what it is used as."""


def labels_of(specs: Iterable[FieldSpec], base: type[Facts] | None = None) -> Labels:
    """The labels of a form, group or row: those of the class it varies, then its own."""
    return merged(_labels_of_class(base) if base is not None else {}, specs)


def merged(known: Labels, specs: Iterable[FieldSpec]) -> Labels:
    """What is known of a form, and of its fields; inside lists and groups too."""
    found = dict(known)
    for spec in specs:
        own = _label_of(spec)
        if (before := known.get(spec.label)) is not None:
            own = replace(own, inner={**before.inner, **own.inner})
        found[spec.label] = own
    return found


def figures_known(facts: type[Facts]) -> Labels:
    """What a class works out, without its fields."""
    return {text: Label(text, is_computed=True) for text in figures_of(facts)}


def find(labels: Labels, path: Sequence[str]) -> tuple[Label, ...]:
    """The labels along a path. Raises LabelFault naming the one that is not there."""
    found: list[Label] = []
    here = labels
    for word in path:
        if (label := here.get(word)) is None:
            inside = f"「{found[-1].label}」裡" if found else ""
            raise LabelFault(f"{inside}沒有「{shortened(word)}」這個欄位{_near(word, here)}")
        found.append(label)
        here = label.inner
    return tuple(found)


def _near(word: str, labels: Labels) -> str:
    within = next((name for name, label in labels.items() if word in label.inner), None)
    if within:
        return f"，是不是「{within}.{word}」？"
    if near := get_close_matches(word[:50], labels, n=1, cutoff=0.4):
        return f"，是不是「{near[0]}」？"
    return f"；有：{'、'.join(labels)}。" if labels else "。"


def _label_of(spec: FieldSpec) -> Label:
    worked = of_row(spec).base if spec.kind is FieldKind.LIST else of_level(spec.fields).base
    is_opaque = spec.kind is FieldKind.OTHER
    return Label(
        spec.label,
        None if is_opaque else spec.kind,
        spec.options,
        merged(figures_known(worked), spec.fields),
        spec.computed is not None,
        is_opaque,
    )


@once_per_class
def _labels_of_class(facts: type[Facts]) -> Labels:
    found = {str(info.title): _label_of_field(info) for info in facts.model_fields.values()}
    return {**found, **figures_known(facts)}


def _label_of_field(info: FieldInfo) -> Label:
    member, several = members(info)
    label = str(info.title)
    multiple = next((piece for piece in info.metadata if isinstance(piece, MultipleChoice)), None)
    if multiple is not None:
        return Label(label, FieldKind.CHOICES, tuple(map(str, multiple.options)))
    kind = next((kind for known, kind in _CLASSES if issubclass(member, known)), None)
    options = tuple(map(str, member)) if issubclass(member, Choice) else ()
    if issubclass(member, Facts):
        if several:
            kind = FieldKind.LIST
        return Label(label, kind or FieldKind.GROUP, (), _labels_of_class(member))
    if items_of(info) is not None:  # items that are marked one by one
        return Label(label, options=options, is_opaque=True)
    return Label(label, FieldKind.LIST if several else kind, options, is_opaque=kind is None)
