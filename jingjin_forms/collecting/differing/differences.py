"""In what a filled file differs from the facts it was filled with, and from the form itself.

The facts are printed and read back as the file is, so that both sides have gone the same way: what
a paper does not print, or prints otherwise than it was given, is no difference.
"""

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from jingjin_forms.checks.arithmetic import arithmetic
from jingjin_forms.collecting.differing.fact_differences import fact_differences
from jingjin_forms.collecting.plain.leaves import Steps
from jingjin_forms.collecting.plain.places import place_of, places_of
from jingjin_forms.collecting.plain.plain_facts import plain_facts, shown
from jingjin_forms.errors import AmountError, place
from jingjin_forms.facts import Facts
from jingjin_forms.facts.labels import name_of
from jingjin_forms.files.writing import write_file
from jingjin_forms.forms.form import Form

if TYPE_CHECKING:
    from jingjin_forms.reading import Reading


class Kind(StrEnum):
    """What is different."""

    FACT = "資料不同"
    ARITHMETIC = "算術不符"
    """A figure on the paper is not what the others on it give."""
    WORDING = "文字更動"
    DOUBT = "待確認"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is not as it should be."""

    kind: Kind
    where: str
    """The fact in the words of the paper, 經費項目第 2 項「單價」; blank for fixed wording."""
    given: str
    """What the facts say, the other figures give, or the form prints."""
    found: str
    """What stands on the paper."""
    place: str = ""
    """Where on the paper."""
    why: str = ""
    path: Steps = ()
    """`where` for a program; of a row that is gone, where it was."""


def differences(reading: "Reading", given: Form | None = None) -> list[Difference]:
    """In what the file differs from `given`, and from its form: altered wording, figures that do
    not agree, and what a person has to look at.

    Raises FillError where `given` cannot be printed.
    """
    printed = None if given is None else as_printed(given)
    form, _ = reading.loaded()
    places = _places(reading)
    found: list[Difference] = []
    if printed is not None:
        found += _facts(reading, printed, places, figures=form is None)
    if form is not None:
        found += _figures(form, places)
    return [*found, *_wording(reading, printed), *_doubts(reading, printed, places)]


def as_printed(form: Form) -> "Reading":
    """What is read of the form when it is printed."""
    from jingjin_forms.reading import read_document

    with tempfile.TemporaryDirectory(prefix="jingjin-") as folder:
        name = f"印出{form.own_template().suffix}"
        path = write_file(Path(folder, name), form.to_bytes())
        return read_document(path, type(form))


def _places(reading: "Reading") -> dict[Steps, str]:
    return places_of(reading.form_class, reading)


def _facts(
    reading: "Reading", printed: "Reading", places: Mapping[Steps, str], *, figures: bool
) -> Iterator[Difference]:
    form, printed_places = reading.form_class, _places(printed)
    given = plain_facts(form, printed.facts, figures=figures)
    found = plain_facts(form, reading.facts, figures=figures)
    for one in fact_differences(form, given, found):
        path = one.path or one.given_path
        where = place_of(places, one.path) or place_of(printed_places, one.given_path)
        why = "" if one.path and one.given_path else "多了一項" if one.path else "少了一項"
        texts = shown(one.given), shown(one.found)
        yield Difference(Kind.FACT, place(path), *texts, where, why, path)


def _figures(form: Form, places: Mapping[Steps, str]) -> Iterator[Difference]:
    for finding in arithmetic(form):
        *steps, label = finding.path
        owner = _part(form, steps)
        stated, why = owner.stated.get(str(label)), "依其他欄位算出的不同"
        try:
            computed = getattr(owner, name_of(type(owner), str(label)))
        except AmountError as error:  # lines that are right each, and too much together
            computed, why = None, str(error)
        texts, where = (shown(computed), shown(stated)), place_of(places, finding.path)
        yield Difference(Kind.ARITHMETIC, finding.where, *texts, where, why, finding.path)


def _part(facts: Facts, steps: Sequence[str | int]) -> Facts:
    """The part of the facts that a path leads to."""
    part: Any = facts
    for step in steps:
        if isinstance(step, int):
            part = part[step]
        else:
            part = getattr(part, name_of(cast("type[Facts]", type(part)), step))
    return part


def _wording(reading: "Reading", printed: "Reading | None") -> Iterator[Difference]:
    known = printed.changes if printed is not None else ()
    for change in reading.changes:
        if change not in known:
            yield Difference(Kind.WORDING, "", change.official, change.found, change.place)


def _doubts(
    reading: "Reading", printed: "Reading | None", places: Mapping[Steps, str]
) -> Iterator[Difference]:
    """Without those of which the wording that was altered tells already."""
    known = printed.doubts if printed is not None else ()
    altered = {(change.place, change.found) for change in reading.changes}
    for doubt in reading.doubts:
        if doubt not in known and (doubt.path or (doubt.place, doubt.found) not in altered):
            texts = doubt.official, doubt.found
            yield Difference(Kind.DOUBT, doubt.label, *texts, doubt.place, doubt.why, doubt.path)
    told = {doubt.path for doubt in reading.doubts}
    for problem in reading.loaded()[1]:
        path = problem.path
        if not path or path not in told:
            texts, where = ("", shown(problem.value)), place_of(places, path)
            yield Difference(Kind.DOUBT, problem.where, *texts, where, problem.message, path)
