"""A facts file to begin with: of one plan only, or with the facts of a file that is there.

begun = new_facts("school_based/results", source="送審.yaml")
Path("成果.yaml").write_text(begun.text, encoding="utf-8")
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from os import PathLike
from pathlib import Path
from typing import Any, cast

from jingjin_forms.errors import FactsError, Problem
from jingjin_forms.facts import Facts, is_blank, is_empty
from jingjin_forms.facts.facts_file import FileFacts
from jingjin_forms.facts.fields import Scope, instructions
from jingjin_forms.facts.labels import label_of_key
from jingjin_forms.facts.records import Record
from jingjin_forms.files.handed import Source, StrPath, path_of
from jingjin_forms.files.within import Nearby
from jingjin_forms.forms.catalog import get_form, is_path
from jingjin_forms.forms.form import FORM_KEY, Form
from jingjin_forms.forms.skeleton import Given, yaml_skeleton
from jingjin_forms.forms.sources import facts_from
from jingjin_forms.packets.application import (
    PACKET_KEY,
    Application,
    application_named,
    application_of_year,
    get_application,
)
from jingjin_forms.packets.choosing import Chosen, chosen_options, deciding_choice, papers_for
from jingjin_forms.packets.moved_files import moved_in_form, moved_in_packet
from jingjin_forms.packets.reading import assembled
from jingjin_forms.packets.skeleton import packet_skeleton, skeleton_notes

_OF_THIS_ONE = ("修正版", "自備")
"""What an application says of how it is handed in itself; another starts anew."""


@dataclass(frozen=True)
class NewFacts:
    """The text of a new facts file."""

    text: str
    """YAML, with what to write behind each field."""
    left_out: tuple[str, ...] = ()
    """The fields of the source for which it has no place."""


def new_facts(
    name: StrPath | type[Form] | type[Application],
    *,
    plan: str | Sequence[str] = (),
    source: Source | Record | None = None,
    whole: bool = False,
    school_year: int | None = None,
    folder: StrPath | None = None,
    called: str = "",
) -> NewFacts:
    """A facts file to fill in, for a form or an application.

    `plan` is what is applied for, an option of the choice that decides about fields or papers
    (計畫一), or several (計畫一,計畫二): nothing that concerns others only is in it. The facts of
    `source`, a facts file of whatever form or application, stand in it already as far as it has
    their fields. `whole` adds what others fill in (審查小組). `folder` is where it will lie: the
    files that the source names are named from there. `called` is what it calls a form, the key
    unless given.

    Raises FormNotFoundError for a name that is none, FactsError for a `plan` that is none and for a
    source that does not say whose facts it has, FileProblemError for one that cannot be read.
    """
    home = Path(source).parent if isinstance(source, str | PathLike) else None
    plans = [one for one in ([plan] if isinstance(plan, str) else plan) if one]
    facts, kept = _facts_of(source, home)
    there = None if folder is None else path_of(folder, "資料夾")
    kind = _kind(name)
    if issubclass(kind, Application):
        year = school_year or kind.paper_year.school_year_in(facts)
        kind = application_of_year(kind, year)
        without = () if kept == kind.key else _OF_THIS_ONE
        facts = moved_in_packet(kind, facts, home, there)
        return _of_packet(kind, facts, plans, without, whole=whole)
    form = kind.of_year(school_year) if school_year else kind.for_facts(facts)
    return _of_form(form, moved_in_form(form, facts, home, there), plans, called, whole=whole)


def _kind(name: Any) -> type[Form] | type[Application]:
    if isinstance(name, type) and issubclass(cast("type[object]", name), Application):
        return cast("type[Application]", name)
    return (application_named(name) if isinstance(name, str) else None) or get_form(name)


def _facts_of(source: Any, home: Path | None) -> tuple[dict[Any, Any], str]:
    """The facts of a source, and the key of the application that they are of."""
    if source is None:
        return {}, ""
    subject = "要帶入的資料"
    facts = facts_from(source, subject)
    packet, form = facts.pop(PACKET_KEY, None), facts.pop(FORM_KEY, None)
    if is_blank(packet) and is_blank(form):
        fault = "沒有寫明是哪一種送件或哪一張表件的資料，不能帶入。"
        raise FactsError(subject, [Problem(PACKET_KEY, fault, path=(PACKET_KEY,), code="missing")])
    if is_blank(packet):
        own, key = instructions(_form_of(str(form), home).for_facts(facts)), ""
    else:
        application = get_application(str(packet))
        own, key = skeleton_notes(application), application.key
    if isinstance(facts, FileFacts) and (lost := facts.losses(own)):
        raise FactsError(subject, lost)
    return facts, key


def _form_of(name: str, home: Path | None) -> type[Form]:
    """The form that a facts file names; a Word file from the folder of the facts first."""
    is_beside = home is not None and is_path(name) and (home / name.strip()).exists()
    return get_form(home / name.strip() if home is not None and is_beside else name)


def _of_form(
    form: type[Form], facts: Given, plans: Sequence[str], called: str, *, whole: bool
) -> NewFacts:
    given = {key: value for key, value in facts.items() if key in label_of_key(form)}
    chosen = chosen_options(form, plans)
    given = _with_chosen(form, given, chosen)
    text = yaml_skeleton(form, called, _scope(whole, chosen), given)
    return NewFacts(text, _left_out(facts, given))


def _of_packet(
    kind: type[Application],
    facts: Given,
    plans: Sequence[str],
    without: Collection[str],
    *,
    whole: bool,
) -> NewFacts:
    known = {key for key, label in label_of_key(kind).items() if label not in without}
    for paper in kind.papers:
        known |= {paper.rows} if paper.rows else set[str]()
        known |= set(label_of_key(get_form(paper.form).for_facts(facts))) if paper.form else set()
    given = {key: value for key, value in facts.items() if key in known}
    for rows, begun in kind.rows_begun(given).items():
        given.setdefault(rows, begun)
    chosen = _choice(kind, given, plans)
    given = _with_chosen(kind, given, chosen)
    each = ({**given, label: option} for label, options in chosen.items() for option in options)
    made = [assembled(kind, one, Nearby()).application for one in each]
    text = packet_skeleton(kind, _scope(whole, chosen), given, papers_for(kind, made))
    return NewFacts(text, _left_out(facts, given))


def _with_chosen(facts: type[Facts], given: Given, chosen: Chosen) -> dict[Any, Any]:
    """What is given, with what is chosen; of several options of one choice none is filled in."""
    labels = label_of_key(facts)
    kept = {key: value for key, value in given.items() if labels.get(key) not in chosen}
    return kept | {label: options[0] for label, options in chosen.items() if len(options) == 1}


def _scope(whole: bool, chosen: Chosen) -> Scope:
    return Scope(whole, tuple(option for options in chosen.values() for option in options))


def _choice(kind: type[Application], given: Given, plans: Sequence[str]) -> Chosen:
    """What is applied for: the plans that were named, or what the facts say; else nothing."""
    if plans:
        return chosen_options(kind, plans)
    decision = deciding_choice(kind)
    if decision is not None:
        said = {label_of_key(kind).get(key): value for key, value in given.items()}
        value = str(said.get(decision.label) or "").strip()
        if value in map(str, decision.options):
            return {decision.label: (value,)}
    return {}


def _left_out(facts: Given, given: Given) -> tuple[str, ...]:
    return tuple(str(k) for k, value in facts.items() if k not in given and not is_empty(value))
