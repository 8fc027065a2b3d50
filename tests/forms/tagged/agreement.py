"""How far the tags of our own templates tell what our classes say: labels and types."""

from collections.abc import Iterator
from typing import Any

from jingjin_forms.facts import Facts
from jingjin_forms.facts.fields import is_group, items_of
from jingjin_forms.facts.labels import figures_of, members
from jingjin_forms.forms.form import Form
from jingjin_forms.forms.tagged.kinds import annotation_of, kind_of_type
from jingjin_forms.forms.tagged.spec import FieldKind
from jingjin_forms.values import Choice
from jingjin_forms.values.multiple_choice import MultipleChoice

Path = tuple[str, ...]


def kinds_of(facts: type[Facts], before: Path = ()) -> Iterator[tuple[Path, str]]:
    """Every label of a class, those inside its parts too, each with what it holds."""
    for info in facts.model_fields.values():
        path = (*before, str(info.title))
        member, several = members(info)
        if issubclass(member, Facts) and (several or is_group(member)):
            yield path, str(FieldKind.LIST if several else FieldKind.GROUP)
            yield from kinds_of(member, path)
        else:
            yield path, _kind(info, member, several)
    for label in figures_of(facts):
        yield (*before, label), "computed"


def _kind(info: Any, member: type, several: bool) -> str:
    kind = kind_of_type(annotation_of(info))
    if kind is not FieldKind.OTHER:
        return str(kind)
    if any(hasattr(piece, "to_context") and member.__name__ == "School" for piece in info.metadata):
        return str(FieldKind.SCHOOL)
    if items_of(info) is not None:
        return "checklist"
    if any(isinstance(piece, MultipleChoice) for piece in info.metadata):
        return str(FieldKind.CHOICES)
    if issubclass(member, Choice):
        return str(FieldKind.CHOICE)
    return str(FieldKind.LIST) if several else member.__name__


def agreement(form: type[Form], tagged: type[Form]) -> tuple[int, int, int, list[str]]:
    """How many labels the form has, how many of them the tags give, how many with the same type;
    and what differs."""
    ours, theirs = dict(kinds_of(form)), dict(kinds_of(tagged))
    shared = ours.keys() & theirs.keys()
    same = [path for path in shared if ours[path] == theirs[path]]
    told = [f"{'.'.join(path)} 沒有" for path in ours if path not in theirs]
    told += [
        f"{'.'.join(path)} {ours[path]}≠{theirs[path]}"
        for path in ours
        if path in shared and path not in same
    ]
    return len(ours), len(shared), len(same), told
