"""One vocabulary: what our own forms know of each label. Gathered from them, never written down.

Forms disagree on some labels. Of one value the type that most classes give it wins, and a text
where two are equal: 日期 is a date in six of seven, 辦理期程 a period in one and a text in one.
Of a choice those options count that the paper prints; a label that is a choice in our forms and
stands without boxes on another paper is a text there, for a person may write anything. What is a
list or a part in our forms and one value on the paper is a text, too.

Nothing is ever required because our forms require it: the paper does not say so.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, get_args, get_type_hints

from pydantic.fields import FieldInfo

from jingjin_forms.facts import Facts
from jingjin_forms.facts.fields import items_of
from jingjin_forms.facts.labels import figures_of, kept_figures, label_of_key, members
from jingjin_forms.forms.form import Form
from jingjin_forms.forms.listing import list_forms
from jingjin_forms.forms.tagged.kinds import annotation_of, kind_of_type
from jingjin_forms.forms.tagged.spec import FieldKind
from jingjin_forms.parts.school import School
from jingjin_forms.values import Choice
from jingjin_forms.values.amount import Money
from jingjin_forms.values.multiple_choice import MultipleChoice

_SHARED = School.__module__.rpartition(".")[0]


@dataclass(frozen=True, slots=True)
class Known:
    """A label as one class of ours has it."""

    owner: type[Facts]
    name: str
    """In Python: unit_price."""
    info: FieldInfo
    annotation: Any
    kind: FieldKind

    @property
    def hint(self) -> str:
        """What our form tells the user to write."""
        return " ".join((self.info.description or "").split())

    @property
    def home(self) -> str:
        """The package of the class that first has the field: a programme's, or the shared parts."""
        bases = [
            base
            for base in self.owner.__mro__
            if self.name in vars(base).get("__annotations__", {})
        ]
        if not bases:
            return ""
        module = bases[-1].__module__
        return _SHARED if module.startswith(_SHARED) else ".".join(module.split(".")[:3])

    def has_options(self, options: Iterable[str]) -> bool:
        """Whether it is a choice of exactly these."""
        own = self.options
        return own is not None and {str(option) for option in own} == set(options)

    @property
    def options(self) -> type[Choice] | None:
        """The options, where it is a choice or a list that is ticked off."""
        member, several = members(self.info)
        for piece in self.info.metadata:
            if isinstance(piece, MultipleChoice):
                return piece.options
        if (items := items_of(self.info)) is not None:
            return items.options
        return member if issubclass(member, Choice) and not several else None


@dataclass(frozen=True, slots=True)
class Computed:
    """A label that classes of ours work out, and the class that first did."""

    owner: type[Facts]
    name: str
    needs: tuple[str, ...]
    gives: type
    """What it works out."""

    @property
    def is_amount(self) -> bool:
        """Whether that is an amount of money."""
        return self.gives is Money


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All labels of some forms."""

    fields: Mapping[str, tuple[Known, ...]]
    figures: Mapping[str, tuple[Computed, ...]]
    parts: Mapping[str, tuple[type[Facts], ...]]
    """The classes of parts and rows, by the label of such a field and by their own title."""
    forms: tuple[type[Facts], ...] = ()
    _labels: dict[tuple[str, str], str] = field(default_factory=dict[tuple[str, str], str])
    _values: dict[str, "Known | None"] = field(default_factory=dict[str, "Known | None"])

    def __contains__(self, label: str) -> bool:
        return label in self.fields or label in self.figures or label in self.parts

    @property
    def labels(self) -> list[str]:
        """Every label that a field or figure has."""
        return list(dict.fromkeys([*self.fields, *self.figures]))

    def value(self, label: str, within: type[Facts] | None = None) -> Known | None:
        """The label as a field of one value; of a part that is known, as that part has it."""
        known = self.fields.get(label, ())
        if within is not None:
            for found in known:
                if issubclass(within, found.owner) and found.kind is not FieldKind.OTHER:
                    return found
        if label not in self._values:
            self._values[label] = _most([k for k in known if k.kind is not FieldKind.OTHER])
        return self._values[label]

    def name(self, label: str) -> str:
        """Its English name; blank where it has none."""
        names = Counter(known.name for known in self.fields.get(label, ()))
        names.update(figure.name for figure in self.figures.get(label, ()))
        return names.most_common(1)[0][0] if names else ""

    def label(self, name: str, around: str = "") -> str:
        """The one label that has this English name: in a part or list of the label `around`, or on
        a form itself. The name itself where there is none, or more than one."""
        if (name, around) not in self._labels:
            self._labels[name, around] = self._label(name, around)
        return self._labels[name, around]

    def _label(self, name: str, around: str) -> str:
        if name in self or not name.isascii():
            return name
        owners = self.parts.get(around, ()) if around else self.forms
        inner = {label_of_key(owner).get(name) for owner in owners} - {None}
        found = inner or {text for text in self.labels if self.name(text) == name}
        return str(*found) if len(found) == 1 else name

    def hint(self, label: str, kind: FieldKind) -> str:
        """What our forms tell the user to write into it: what is said by a part that programmes
        share, or by two programmes alike; the others speak of one paper."""
        said: dict[str, set[str]] = {}
        for known in self.fields.get(label, ()):
            if known.kind is kind and known.hint:
                said.setdefault(known.hint, set()).add(known.home)
        hints = [h for h, homes in said.items() if len(homes) > 1 or _SHARED in homes]
        return max(hints, key=lambda hint: len(said[hint]), default="")

    def choices(self, label: str) -> list[Known]:
        """The label wherever it has options."""
        return [known for known in self.fields.get(label, ()) if known.options is not None]

    def choice_of(self, options: Iterable[str]) -> Known | None:
        """A single choice with exactly these options, under whatever label: □是 □否."""
        wanted = set(options)
        for known in (known for found in self.fields.values() for known in found):
            is_single = items_of(known.info) is None and not members(known.info)[1]
            if is_single and known.options and {str(o) for o in known.options} == wanted:
                return known
        return None

    def computed_choice(self, label: str) -> type[Choice] | None:
        """The options of a choice that our forms work out."""
        given = (figure.gives for figure in self.figures.get(label, ()))
        return next((kind for kind in given if issubclass(kind, Choice)), None)

    def part(self, label: str, labels: Iterable[str]) -> type[Facts] | None:
        """The class of a part or row of this name that has all of these labels."""
        wanted = set(labels)
        fitting = [part for part in self.parts.get(label, ()) if wanted <= set(_labels(part))]
        return min(fitting, key=lambda part: len(_labels(part)), default=None)

    def is_amount(self, label: str) -> bool:
        """Whether our forms work it out and it is an amount."""
        figures = self.figures.get(label, ())
        return bool(figures) and all(figure.is_amount for figure in figures)


def vocabulary(without: str | type[Form] | None = None) -> Vocabulary:
    """What our forms know, as it would be if one of them (by class or key) were not there."""
    forms = list_forms()
    key = without if isinstance(without, str) or without is None else without.key
    return _vocabulary(tuple(form for form in forms if form.key != key))


@cache
def _vocabulary(forms: tuple[type[Form], ...]) -> Vocabulary:
    fields: dict[str, list[Known]] = {}
    figures: dict[str, dict[str, Computed]] = {}
    parts: dict[str, dict[type[Facts], None]] = {}
    for owner in _classes(forms):
        for name, info in owner.model_fields.items():
            if info.title in kept_figures(owner):
                continue
            annotation = annotation_of(info)
            known = Known(owner, name, info, annotation, kind_of_type(annotation))
            fields.setdefault(str(info.title), []).append(known)
            member, _ = members(info)
            if issubclass(member, Facts) and not member.text_fact:
                parts.setdefault(str(info.title), {})[member] = None
                parts.setdefault(member.title, {})[member] = None
            elif issubclass(member, Facts):
                parts.setdefault(str(info.title), {})[member] = None
        for label, figure in figures_of(owner).items():
            base = _first_with(owner, label)
            computed = Computed(base, figure.name, figure.needs, _given_by(base, figure.name))
            figures.setdefault(label, {})[f"{base.__module__}.{base.__qualname__}"] = computed
    parts.pop("", None)
    return Vocabulary(
        {label: tuple(known) for label, known in fields.items()},
        {label: tuple(known.values()) for label, known in figures.items()},
        {label: tuple(known) for label, known in parts.items()},
        forms,
    )


def _classes(forms: Iterable[type[Facts]]) -> Iterator[type[Facts]]:
    """The forms and all parts inside them, each once."""
    seen: set[type[Facts]] = set()
    waiting = list(forms)
    while waiting:
        facts = waiting.pop(0)
        if facts in seen:
            continue
        seen.add(facts)
        yield facts
        inner = (members(info)[0] for info in facts.model_fields.values())
        waiting += [member for member in inner if issubclass(member, Facts)]


def _most(known: list[Known]) -> Known | None:
    """The label with the type that most classes give it; with a text where two are equal."""
    if not known:
        return None
    counts = Counter(k.kind for k in known)
    highest = max(counts.values())
    first = [kind for kind, count in counts.items() if count == highest]
    kind = first[0] if len(first) == 1 else FieldKind.TEXT
    return next((k for k in known if k.kind is kind), None)


def _labels(facts: type[Facts]) -> list[str]:
    return [*(str(info.title) for info in facts.model_fields.values()), *figures_of(facts)]


def _first_with(facts: type[Facts], label: str) -> type[Facts]:
    """The class that first works out this label, of those that a class is made from."""
    bases = [base for base in facts.__mro__ if issubclass(base, Facts)]
    return next(base for base in reversed(bases) if label in figures_of(base))


def _given_by(facts: type[Facts], name: str) -> type:
    """What a computed figure is, without None."""
    getter = getattr(getattr(facts, name), "fget", None)
    given = get_type_hints(getter).get("return") if getter is not None else None
    kinds = [kind for kind in get_args(given) or (given,) if kind is not type(None)]
    return kinds[0] if len(kinds) == 1 and isinstance(kinds[0], type) else object
