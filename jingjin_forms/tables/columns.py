"""The columns of a form, derived from its fields: nothing registers them.

A plain field is a column under its label, one of a part under 「聯絡人.姓名」; of a list that is
ticked off each item is one. A list of rows (經費項目) is a sheet of its own, tied to the main one
by 編號. Where its rows hold rows of their own, these are a further sheet (研習規劃.活動): the rows
of the outer one are numbered under 「研習規劃項次」, and the inner ones say there whose they are.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeVar, cast

from pydantic.fields import FieldInfo

from jingjin_forms.facts import Facts
from jingjin_forms.facts.fields import asked, is_group, ordered_fields
from jingjin_forms.facts.labels import (
    figures_of,
    kept_figures,
    label_of_key,
    members,
    name_of,
    once_per_class,
)
from jingjin_forms.values import Checklist, Choice
from jingjin_forms.values.multiple_choice import MultipleChoice

NUMBER = "編號"
"""The column that ties the rows of the other sheets to those of the main one."""
EXAMPLE = "範例"
"""What stands in 編號 of a row that only shows how to fill in; it is never read."""
ITEM = "項次"
"""How the heading of a column ends that numbers the rows of a sheet for those within them."""
NOTE = "說明："
"""How the heading of a column begins that holds a note for people; it is never read."""
MAIN_SHEET = "資料"
OPTIONS_SHEET = "選項"
NOTES = ("說明", "備註")
"""Sheets whose names start so are the user's own and are not read."""

Path = tuple[str, ...]
"""Labels from the form down to one fact; the last may be an item of a list that is ticked off."""

P = TypeVar("P", Checklist, MultipleChoice)


@dataclass(frozen=True, slots=True)
class FactColumn:
    """One fact of a row."""

    header: str
    path: Path
    field: FieldInfo
    required: bool
    options: type[Choice] | None
    """What may be chosen, where one option may be."""
    is_lines: bool
    """Whether a cell holds several texts, one on each line."""
    item: int | None = None
    """Which item of a list that is ticked off, counted from 0."""
    by: str = ""
    """Who else fills it in than who hands in the paper: 審查小組."""

    def value(self, facts: Facts) -> Any:
        """What stands in this column for these facts."""
        labels = self.path if self.item is None else self.path[:-1]
        value = value_at(facts, labels)
        if self.item is None:
            return value
        return value[self.item] if self.item < len(value) else None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A list of rows, as a sheet of its own."""

    name: str
    path: Path
    """From the form down to it."""
    facts: type[Facts]
    columns: tuple[FactColumn, ...]
    above: "Sheet | None" = None
    """The sheet whose rows hold its rows; None where the main one does."""
    number: str = ""
    """The heading under which its rows are numbered, one by one within the row that holds them;
    blank where no other sheet asks for them."""

    @property
    def keys(self) -> tuple[str, ...]:
        """The headings that say, besides 編號, which row holds a row, from the outside in."""
        return () if self.above is None else (*self.above.keys, self.above.number)

    @property
    def inner_path(self) -> Path:
        """From the row that holds it down to it."""
        return self.path if self.above is None else self.path[len(self.above.path) :]


class SheetLayout(NamedTuple):
    """A form as sheets."""

    columns: tuple[FactColumn, ...]
    sheets: tuple[Sheet, ...]
    """Each behind the one that it hangs on."""


@once_per_class
def layout_of(form: type[Facts]) -> SheetLayout:
    """The sheets of a form and their columns."""
    return SheetLayout(tuple(_columns(form, (), True)), tuple(_sheets(form, None)))


def _sheets(facts: type[Facts], above: Sheet | None) -> Iterator[Sheet]:
    """The sheets of the lists among the facts, and of those within them."""
    for inner, member in _lists(facts, ()):
        path = inner if above is None else (*above.path, *inner)
        name = ".".join(path)
        holds_rows = next(_lists(member, ()), None) is not None
        columns = tuple(_columns(member, (), True))
        sheet = Sheet(name, path, member, columns, above, name + ITEM if holds_rows else "")
        yield sheet
        yield from _sheets(member, sheet)


@once_per_class
def paths_of(facts: type[Facts]) -> Mapping[str, Path]:
    """Where what stands under a heading belongs: by header or English name, rows apart.

    Also the parts of what is one column (學校名稱.簡稱) and computed figures, which `check()`
    compares.
    """
    paths = dict(_paths(facts))
    for label, figure in figures_of(facts).items():
        paths[label] = paths[figure.name] = (label,)
    return paths


def piece_of(field: FieldInfo, kind: type[P]) -> P | None:
    """What a field's annotation adds to its class, as its Checklist."""
    return next((piece for piece in field.metadata if isinstance(piece, kind)), None)


def value_at(facts: Facts, labels: Path) -> Any:
    """The fact at the end of a path of labels, as it was given."""
    value: Any = facts
    for label in labels:
        owner = cast(type[Facts], type(value))
        value = getattr(value, kept_figures(owner).get(label) or name_of(owner, label))
    return value


def is_rows(field: FieldInfo) -> bool:
    """Whether a field is a list of facts."""
    member, several = members(field)
    return several and issubclass(member, Facts)


def _lists(facts: type[Facts], before: Path) -> Iterator[tuple[Path, type[Facts]]]:
    """The lists of rows among the facts, those of their parts too."""
    for _, field in ordered_fields(facts):
        member, several = members(field)
        if issubclass(member, Facts) and (several or is_group(member)):
            path = (*before, str(field.title))
            if several:
                yield path, member
            else:
                yield from _lists(member, path)


def _columns(
    facts: type[Facts], before: Path, required: bool, by: str = ""
) -> Iterator[FactColumn]:
    for _, field in ordered_fields(facts):
        member, several = members(field)
        whose = asked(field).by or by
        path = (*before, str(field.title))
        must = required and field.is_required()
        if is_rows(field):
            continue
        if not several and is_group(member):
            yield from _columns(member, path, must, whose)
        elif (items := piece_of(field, Checklist)) is not None:
            for index, item in enumerate(items.items):
                yield _column((*path, item), field, False, items.options, whose, index)
        else:
            single = not several and issubclass(member, Choice)
            options = cast(type[Choice], member) if single else None
            yield _column(path, field, must, options, whose)


def _column(
    path: Path,
    field: FieldInfo,
    must: bool,
    options: type[Choice] | None,
    by: str,
    item: int | None = None,
) -> FactColumn:
    member, several = members(field)
    is_lines = several and member is str
    return FactColumn(".".join(path), path, field, must, options, is_lines, item, by)


def _spellings(facts: type[Facts], label: str) -> list[str]:
    """The names of the figures that a field of this label keeps."""
    return [name for name, text in label_of_key(facts).items() if text == label]


def _paths(facts: type[Facts]) -> Iterator[tuple[str, Path]]:
    for name, field in facts.model_fields.items():
        if is_rows(field):
            continue
        label, (member, _) = str(field.title), members(field)
        inner: dict[str, Path] = {}
        if (items := piece_of(field, Checklist)) is not None:
            inner = {item: (item,) for item in items.items}
        elif issubclass(member, Facts):
            inner = dict(_paths(member))
        for spelling in dict.fromkeys((name, *_spellings(facts, label), label)):
            for heading, path in inner.items():
                yield f"{spelling}.{heading}", (label, *path)
            if not inner:
                yield spelling, (label,)
            elif issubclass(member, Facts) and member.text_fact:
                yield spelling, (label, member.text_fact)
