"""All facts of an application as one class, each field once: what a roster has columns for.

    layout_of(packet_facts(SchoolBasedApplication))

The fields are those of the application and of its papers, in the order of the skeleton. The rows
that papers are made of (社群) are a list, of which each row has what its papers have besides. The
class only says what there is: packets are read and judged by `load_packet`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, ClassVar, cast

from pydantic import create_model
from pydantic.fields import FieldInfo

from jingjin_forms.errors import FactsError
from jingjin_forms.facts import FOLDER, Facts, label
from jingjin_forms.facts.labels import label_of_key, members, once_per_class
from jingjin_forms.files.resources import is_file, resource_folder
from jingjin_forms.files.within import Nearby
from jingjin_forms.forms.catalog import get_form
from jingjin_forms.forms.form import Form
from jingjin_forms.forms.identity import classes_of
from jingjin_forms.packets.application import (
    PACKET_KEY,
    Application,
    Paper,
    always,
    application_of_year,
)
from jingjin_forms.packets.skeleton import shared_labels

_OWN_PAPERS = "own_papers"
_Field = tuple[str, FieldInfo]


class PacketFacts(Facts):
    """Base of the classes made here."""

    known: ClassVar[Mapping[str, str]] = {}
    """Label or English name → label, of all that `load_packet` takes above the rows: what rows may
    leave to it, computed figures, and the key that names the application."""


def packet_facts(application: type[Application], year: int | None = None) -> type[PacketFacts]:
    """The facts that the text of a 學年度 asks for; the newest unless it is said."""
    return _of_year(application_of_year(application, year), year)


@once_per_class
def _of_year(kind: type[Application], year: int | None) -> type[PacketFacts]:
    return _built(kind, lambda paper: (get_form(paper.form).of_year(year),))


@once_per_class
def readable_facts(kind: type[Application]) -> type[PacketFacts]:
    """The facts that the text of any 學年度 asks for: rows of several may stand in one table."""
    return _built(kind, lambda paper: cast(Any, classes_of(get_form(paper.form))))


def sample_packet(application: type[Application]) -> Path | None:
    """The facts file of its sample, `samples/packets/<programme>/<stage>.yaml`; None where there is
    none."""
    home = application.home()
    if home is None:
        return None
    folder = resource_folder("samples", f"packets/{home.name}", home.folder.parent)
    path = folder / f"{application.stage}.yaml"
    return path if is_file(path) else None


def example_of(facts: type[PacketFacts], given: Mapping[Any, Any], nearby: Nearby) -> Facts | None:
    """The facts of a file as one of the class; None where they do not fit it."""
    try:
        return facts.model_validate(_fitting(facts, given), context={FOLDER: nearby})
    except FactsError:
        return None


def _fitting(facts: type[Facts], given: Mapping[Any, Any]) -> dict[Any, Any]:
    """What of the facts is a field of the class, in its lists too."""
    kept: dict[Any, Any] = {}
    for name, field in facts.model_fields.items():
        key = field.title if field.title in given else name
        if key not in given:
            continue
        member, several = members(field)
        value = given[key]
        if several and issubclass(member, Facts) and member.__module__ == __name__:
            rows = cast(list[dict[Any, Any]], value if isinstance(value, list) else [value])
            value = [_fitting(member, row) for row in rows]
        kept[key] = value
    return kept


def _built(
    kind: type[Application], forms_of: Callable[[Paper], Sequence[type[Form]]]
) -> type[PacketFacts]:
    papers = [paper for paper in kind.papers if paper.form]
    fields = _Fields()
    known = {PACKET_KEY: PACKET_KEY, **label_of_key(kind)}
    for name, field in kind.model_fields.items():
        if name != _OWN_PAPERS:
            fields.add(name, field, must=True)
    if brought := [paper.title for paper in kind.papers if not paper.form]:
        own: Any = _OwnFiles.of(brought)
        fields.add(_OWN_PAPERS, label("自備", own), own)
    for paper in papers:
        for form in forms_of(paper):
            known |= label_of_key(form)
            above = shared_labels(form, kind) if paper.rows else set(label_of_key(form).values())
            for name, field in form.model_fields.items():
                if str(field.title) in above:
                    fields.add(name, field, must=paper.needed is always)
    given = fields.labels
    for number, rows in enumerate(dict.fromkeys(paper.rows for paper in papers if paper.rows)):
        forms = [form for paper in papers if paper.rows == rows for form in forms_of(paper)]
        row: Any = _row(kind, rows, forms, given)
        fields.add(f"rows_{number}", label(rows, list), list[row])
    facts = _made(kind.title, PacketFacts, fields)
    facts.known = known
    return facts


def _row(
    kind: type[Application], rows: str, forms: Iterable[type[Form]], given: set[str]
) -> type[Facts]:
    fields = _Fields()
    for number, text in enumerate(kind.row_labels):
        fields.add(f"of_row_{number}", label(text, None), cast(Any, str | None))
    for form in forms:
        for name, field in form.model_fields.items():
            if str(field.title) not in given:
                fields.add(name, field, must=True)
    return _made(rows, Facts, fields)


class _OwnFiles(Facts):
    """The school's own papers, each by its file."""

    title = "自備"

    @classmethod
    def of(cls, titles: Iterable[str]) -> type[Facts]:
        fields = _Fields()
        for number, title in enumerate(dict.fromkeys(titles)):
            hint = "檔案的路徑，從名冊所在的資料夾算起"
            fields.add(f"file_{number}", label(title, "", hint=hint), str)
        return _made("自備", cls, fields)


class _Fields:
    """Fields by label, the first of a label first."""

    def __init__(self) -> None:
        self._found: dict[str, tuple[str, Any, FieldInfo]] = {}

    @property
    def labels(self) -> set[str]:
        return set(self._found)

    def add(self, name: str, field: FieldInfo, kind: Any = None, *, must: bool = False) -> None:
        """Add a field; of a `kind` unless it says it itself. One that has not to be given in every
        packet is not required (`must`), and where two papers have one label for different things,
        it takes what either takes."""
        text, annotation = str(field.title), cast(Any, kind or field.annotation)
        if field.is_required() and not must:
            annotation, field = annotation | None, _optional(field)
        if text not in self._found:
            self._found[text] = name, annotation, field
            return
        name, mine, first = self._found[text]
        if _members(mine) != _members(annotation):
            self._found[text] = name, *_of_both((mine, first), (annotation, field))
        elif field.is_required():
            self._found[text] = name, annotation, field

    def items(self) -> Iterator[tuple[str, tuple[Any, FieldInfo]]]:
        for name, annotation, field in self._found.values():
            yield name, (annotation, field)


def _optional(field: FieldInfo) -> FieldInfo:
    made = cast(FieldInfo, label(str(field.title), None, hint=field.description or ""))
    made.metadata = field.metadata
    return made


def _of_both(one: tuple[Any, FieldInfo], other: tuple[Any, FieldInfo]) -> tuple[Any, FieldInfo]:
    """What takes the facts of either: parts and rows with the fields of both, else a text."""
    (first, field), (second, more) = one, other
    (member, several), (another, as_many) = _members(first), _members(second)
    hint = "；".join(dict.fromkeys(filter(None, (field.description, more.description))))
    if issubclass(member, Facts) and issubclass(another, Facts) and several == as_many:
        fields = _Fields()
        for facts in (member, another):
            for name, inner in facts.model_fields.items():
                fields.add(name, inner)
        both: Any = _made(member.title or member.__name__, Facts, fields)
        default, kind = (list, list[both]) if several else (both, both)
        return kind, cast(FieldInfo, label(str(field.title), default, hint=hint))
    return str | None, cast(FieldInfo, label(str(field.title), None, hint=hint))


def _members(annotation: Any) -> tuple[type, bool]:
    return members(FieldInfo.from_annotation(annotation))


def _made(title: str, base: type[Any], fields: _Fields) -> Any:
    definitions: dict[str, Any] = dict(fields.items())
    made: Any = create_model(title, __base__=base, __module__=__name__, **definitions)
    made.title = title
    return made
