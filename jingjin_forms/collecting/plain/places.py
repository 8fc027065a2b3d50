"""Where on the paper each fact stands."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, cast

from jingjin_forms.collecting.plain.leaves import Steps, leaves
from jingjin_forms.facts import Facts

if TYPE_CHECKING:
    from jingjin_forms.collecting.file_read import FileRead
    from jingjin_forms.reading import Reading


def places_of(form: type[Facts], read: "Reading | FileRead") -> dict[Steps, str]:
    """The place of each fact that was read; none for what the paper's own wording says, such as the
    item of a printed row."""
    known: dict[Steps, str] = {}
    for value in read.values:
        known.setdefault(value.path, value.place)
    found: dict[Steps, str] = {}
    for path, value in leaves(form, read.facts):
        place = read.places.get(path) or known.get(path) or known.get((*path, _option(value)))
        if place is not None:
            found[path] = place
    return found


def place_of(places: Mapping[Steps, str], path: Steps) -> str:
    """Where a fact, or the first one of a row, stands; blank where that is not known."""
    if not path:
        return ""
    return next((place for known, place in places.items() if known[: len(path)] == path), "")


def _option(value: Any) -> str:
    """The first option that was ticked, whose box stands under its own name."""
    ticked = cast("list[Any]", value)[:1] if isinstance(value, list) else [value]
    return "".join(option for option in ticked if isinstance(option, str))
