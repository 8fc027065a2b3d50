"""A template's form with its description: one `FormSpec` made of the two.

Everything that does not fit is told at once, each with file, line and key.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from jingjin_forms.checks import Document, Edition, Rules
from jingjin_forms.errors import FileProblemError, FormNotFoundError, Problem
from jingjin_forms.forms.form import Form
from jingjin_forms.forms.tagged.changes import changes
from jingjin_forms.forms.tagged.conditions import When
from jingjin_forms.forms.tagged.described_computations import with_computations
from jingjin_forms.forms.tagged.described_fields import described_fields, no_tag, unprinted
from jingjin_forms.forms.tagged.described_names import with_labels
from jingjin_forms.forms.tagged.described_rule_set import described_rules
from jingjin_forms.forms.tagged.described_rules import RuleMaker, used
from jingjin_forms.forms.tagged.description import Description, FieldDescription
from jingjin_forms.forms.tagged.description_reading import ReadDescription
from jingjin_forms.forms.tagged.implied_sums import with_implied_sums
from jingjin_forms.forms.tagged.known_labels import Labels, figures_known, labels_of, merged
from jingjin_forms.forms.tagged.lined_yaml import KeyPath, Lined
from jingjin_forms.forms.tagged.spec import FieldKind, FieldSpec, FormSpec
from jingjin_forms.forms.tagged.sums import of_level
from jingjin_forms.forms.tagged.unprinted import Gone, not_asked
from jingjin_forms.forms.tagged.vocabulary import vocabulary

FindForm = Callable[[str], type[Form]]
"""The form of a name, or of a path beside the description."""
_YEAR = "學年度"


@dataclass
class _Told:
    """The problems found so far."""

    lined: Lined
    problems: list[Problem]

    def __call__(self, path: KeyPath, message: str) -> None:
        problem = self.lined.problem(path, message, code="description")
        value = self.lined.value_at(path)
        self.problems.append(replace(problem, value=value, says_value=False))


@dataclass(frozen=True, slots=True)
class Varied:
    """What a form has otherwise than its base, beside its fields."""

    told: Mapping[str, FieldDescription | None]
    gone: Gone
    changes: tuple[str, ...]


def described(
    spec: FormSpec, read: ReadDescription, find_form: FindForm
) -> tuple[FormSpec, Varied | None]:
    """What the tags ask for, with what the description says of it; with a base, what is otherwise.

    Raises DescriptionError naming everything that does not fit, by line and key.
    """
    tell = _Told(read.lined, [*read.problems])
    base = _base(read.description, find_form, tell)
    read = with_labels(read, labels_of(spec.fields, base), vocabulary())
    description, tell.lined = read.description, read.lined
    told: Mapping[str, FieldDescription | None] = description.fields or {}
    if base is None:
        told, known = (
            with_implied_sums(spec.fields, told),
            figures_known(of_level(spec.fields).base),
        )
        tagged, others = spec.fields, False
    else:
        known = labels_of((), base)
        tagged, others = _as_in_base(spec.fields, base, known, tell)
    fields = _fields(tagged, read, told, known, tell)
    title = description.title_ or (base.title if base is not None else spec.title)
    labels = merged(known, fields)
    document = _document(description, title, has_year=_YEAR in labels)
    maker = RuleMaker(
        labels, document or Document(title), _module(spec.key), title, description.school_year
    )
    inherited = base.rules if base is not None else Rules()
    rules = described_rules(read, inherited, maker, tell)
    read.lined.refuse(tell.problems)
    has_rules = bool(description.rules or description.without or document)
    spec = replace(
        spec,
        title=title,
        annex=description.annex or (base.annex if base is not None else spec.annex),
        programme=description.programme or (base.programme if base is not None else ""),
        fields=fields,
        base=base,
        rules=rules if has_rules else None,
        edition=None if document is None else Edition((document,), Rules(), ""),
    )
    if base is None:
        return spec, None
    gone = not_asked(base, fields, others, rules, {*_used(description)})
    told_of = tuple(changes(base, known, fields, told, rules, gone))
    return spec, Varied(told, gone, told_of)


def _as_in_base(
    specs: Sequence[FieldSpec], base: type[Form], known: Labels, tell: _Told
) -> tuple[tuple[FieldSpec, ...], bool]:
    """The fields as the varied form has them, and whether tags print what is no field of it."""
    made = base.blank().context().keys() - known.keys()
    own = [spec for spec in specs if spec.label not in made]
    return tuple(_like(spec, known, tell, "") for spec in own), len(own) < len(specs)


def _like(spec: FieldSpec, known: Labels, tell: _Told, inside: str) -> FieldSpec:
    before = known.get(spec.label)
    if before is None:
        return spec
    if spec.kind is FieldKind.LIST and before.kind not in (FieldKind.LIST, None, FieldKind.OTHER):
        tell(
            ("依據",),
            f"依據的表件裡「{inside}{spec.label}」是「{before.kind}」，範本卻當成清單"
            f"（{spec.place}）。",
        )
    return replace(
        spec,
        kind=before.kind or (FieldKind.OTHER if before.is_opaque else spec.kind),
        options=before.options or spec.options,
        annotation=None,
        is_known=True,
        fields=tuple(_like(i, before.inner, tell, f"{spec.label}.") for i in spec.fields),
    )


def _base(description: Description, find_form: FindForm, tell: _Told) -> type[Form] | None:
    if description.base is None:
        if description.without:
            tell(("去掉規則",), "沒有「依據」的表件，就沒有規則可以去掉；請刪去這一行。")
        return None
    try:
        return find_form(description.base)
    except (FormNotFoundError, FileProblemError) as error:
        tell(("依據",), str(error))
    return None


def _fields(
    specs: Sequence[FieldSpec],
    read: ReadDescription,
    told: Mapping[str, FieldDescription | None],
    known: Labels,
    tell: _Told,
) -> tuple[FieldSpec, ...]:
    fields = (*described_fields(specs, told, known, tell),)
    used_ones = {*_used(read.description)}
    printed = [field.label for field in specs]
    for path in unprinted(specs, told, known):
        in_text = any(path[-1] in text for text in read.left_out)
        if not in_text and path[0] not in used_ones and path[-1] not in used_ones:
            tell(_key_path(path), no_tag(path[-1], printed))
    return with_computations(fields, told, known, tell)


def _key_path(labels: tuple[str, ...]) -> KeyPath:
    return tuple(step for label in labels for step in ("欄位", label))


def _used(description: Description) -> Iterator[str]:
    """Every label that a computation or a rule of the description uses."""
    yield from _used_by_fields(description.fields or {})
    for rule in description.rules or ():
        for formula in (rule.at_most, rule.at_least):
            for use in formula.uses if formula else ():
                yield from use.path
        for text in filter(None, (rule.field, rule.base, rule.same_as)):
            try:
                yield from used(text).path
            except ValueError:
                continue  # which the rule itself is told of
        yield from _used_by_condition(rule.when)


def _used_by_fields(fields: "dict[str, FieldDescription | None]") -> Iterator[str]:
    for field in fields.values():
        for use in field.computed.uses if field and field.computed else ():
            yield from use.path
        yield from _used_by_fields((field and field.fields) or {})


def _used_by_condition(when: When | None) -> Iterator[str]:
    for test in when.tests if when else ():
        yield from test.path


def _document(description: Description, title: str, *, has_year: bool) -> Document | None:
    """The official document; its 學年度 counts where the paper itself says which it is of."""
    told, year = description.document, description.school_year
    years = (int(year),) if year is not None and has_year else ()
    if told is None:
        return Document(title, school_years=years) if years else None
    return Document(
        told.name,
        number=told.number or "",
        issued=told.issued,
        school_years=years,
        link=told.link or "",
    )


def _module(key: str) -> str:
    return key.rpartition("/")[2]
