"""A template's form with its description: one `FormSpec` made of the two.

Everything that does not fit is told at once, each with file, line and key.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from jingjin_forms.checks import Document, Edition, Rules
from jingjin_forms.errors import FileProblemError, FormNotFoundError, Problem
from jingjin_forms.forms.form import Form
from jingjin_forms.forms.tagged.conditions import When
from jingjin_forms.forms.tagged.described_computations import with_computations
from jingjin_forms.forms.tagged.described_fields import described_fields, no_tag, unprinted
from jingjin_forms.forms.tagged.described_rule_set import described_rules
from jingjin_forms.forms.tagged.described_rules import RuleMaker, used
from jingjin_forms.forms.tagged.description import Description, FieldDescription
from jingjin_forms.forms.tagged.description_reading import ReadDescription
from jingjin_forms.forms.tagged.known_labels import Labels, labels_of
from jingjin_forms.forms.tagged.lined_yaml import KeyPath, Lined
from jingjin_forms.forms.tagged.spec import FieldSpec, FormSpec

FindForm = Callable[[str], type[Form]]
"""The form of a name, or of a path beside the description."""
_YEAR = "學年度"


@dataclass
class _Told:
    """The problems found so far."""

    lined: Lined
    problems: list[Problem]

    def __call__(self, path: KeyPath, message: str) -> None:
        self.problems.append(self.lined.problem(path, message, code="description"))


def described(spec: FormSpec, read: ReadDescription, find_form: FindForm) -> FormSpec:
    """What the tags ask for, with what the description says of it.

    Raises DescriptionError naming everything that does not fit, by line and key.
    """
    description, tell = read.description, _Told(read.lined, [])
    base = _base(description, spec, find_form, tell)
    known = labels_of((), base) if base is not None else {}
    fields = _fields(spec, description, known, tell)
    title = description.title_ or (base.title if base is not None else spec.title)
    labels = labels_of(fields, base)
    document = _document(description, title, has_year=_YEAR in labels)
    maker = RuleMaker(
        labels, document or Document(title), _module(spec.key), title, description.school_year
    )
    inherited = base.rules if base is not None else Rules()
    rules = described_rules(description, inherited, maker, document, tell)
    read.lined.refuse(tell.problems)
    own_rules = bool(description.rules or description.without)
    return replace(
        spec,
        title=title,
        annex=description.annex or (base.annex if base is not None else spec.annex),
        programme=description.programme or spec.programme,
        fields=fields,
        base=base,
        rules=rules if own_rules else spec.rules,
        edition=Edition((document,), Rules(), "") if document is not None else spec.edition,
    )


def _base(
    description: Description, spec: FormSpec, find_form: FindForm, tell: _Told
) -> type[Form] | None:
    if description.base is None:
        if description.without:
            tell(("去掉規則",), "沒有「依據」的表件，就沒有規則可以去掉；請刪去這一行。")
        return spec.base
    try:
        return find_form(description.base)
    except (FormNotFoundError, FileProblemError) as error:
        tell(("依據",), str(error))
    return spec.base


def _fields(
    spec: FormSpec, description: Description, known: Labels, tell: _Told
) -> tuple[FieldSpec, ...]:
    told = description.fields or {}
    fields = (*described_fields(spec.fields, told, known, tell),)
    used_ones = {*_used(description)}
    printed = [field.label for field in spec.fields]
    for path in unprinted(spec.fields, told, known):
        if path[0] not in used_ones and path[-1] not in used_ones:
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
