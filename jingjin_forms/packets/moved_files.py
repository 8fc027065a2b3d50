"""Paths in facts, for a facts file that will lie in another folder than they were written in."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

from jingjin_forms.facts import Facts
from jingjin_forms.facts.fields import is_group
from jingjin_forms.facts.labels import label_of_key, members
from jingjin_forms.forms.catalog import get_form
from jingjin_forms.packets.application import Application
from jingjin_forms.parts.photo_file import is_photo_file

_OWN_PAPERS = "自備"


def moved_in_form(
    facts: type[Facts], given: Mapping[Any, Any], old: Path | None, new: Path | None
) -> dict[Any, Any]:
    """The facts as given, the photographs in them named from the folder `new` where they were named
    from `old`; what is no file there stays as it is."""
    if old is None or new is None or old.absolute() == new.absolute():
        return dict(given)
    fields = {str(field.title): field for field in facts.model_fields.values()}
    found = dict(given)
    for key, value in given.items():
        if (field := fields.get(label_of_key(facts).get(key, ""))) is None:
            continue
        member, several = members(field)
        if is_photo_file(field):
            found[key] = _moved(value, old, new)
        elif is_group(member, several):
            found[key] = _moved_in(member, value, old, new)
    return found


def moved_in_packet(
    kind: type[Application], given: Mapping[Any, Any], old: Path | None, new: Path | None
) -> dict[Any, Any]:
    """The same for the facts of all papers of an application, and for the papers of its own."""
    found = dict(given)
    if old is None or new is None:
        return found
    own: Any = found.get(_OWN_PAPERS)
    if isinstance(own, Mapping):
        papers = cast(Mapping[Any, Any], own).items()
        found[_OWN_PAPERS] = {title: _moved(path, old, new) for title, path in papers}
    for paper in kind.papers:
        if not paper.form:
            continue
        form = get_form(paper.form).for_facts(given)
        if paper.rows:
            found[paper.rows] = _moved_in(form, found.get(paper.rows), old, new)
        else:
            found = moved_in_form(form, found, old, new)
    return {key: value for key, value in found.items() if key in given}


def _moved_in(member: type[Facts], value: Any, old: Path, new: Path) -> Any:
    """What is given for a group, or for several."""
    if isinstance(value, list):
        return [_moved_in(member, one, old, new) for one in cast(list[Any], value)]
    if isinstance(value, Mapping):
        return moved_in_form(member, cast(Mapping[Any, Any], value), old, new)
    if isinstance(value, str) and member.text_fact:  # a photograph given by its file alone
        return moved_in_form(member, {member.text_fact: value}, old, new)[member.text_fact]
    return value


def _moved(value: Any, old: Path, new: Path) -> Any:
    if not isinstance(value, str) or not value.strip():
        return value
    try:
        if not (old / value).is_file():
            return value
        return os.path.relpath((old / value).absolute(), new.absolute()).replace(os.sep, "/")
    except (OSError, ValueError):  # no name that a file can have; another drive
        return value
