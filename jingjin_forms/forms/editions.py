"""Which class and which texts a paper of a 學年度 goes by.

A form class follows its programme from edition to edition. Where one changes the form itself, its
module holds a subclass, and papers of that year and the next are of that class.
"""

from datetime import date
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from jingjin_forms.checks import Edition, Rules
from jingjin_forms.checks.edition import edition_for
from jingjin_forms.checks.kinds import Deadline
from jingjin_forms.errors import DateError
from jingjin_forms.values.roc import SchoolYear

if TYPE_CHECKING:
    from jingjin_forms.forms.form import Form

YEAR_KEYS = ("學年度", "school_year")
"""The label of the fact that says which edition a paper falls under, and its English name."""


@cache
def classes_by_edition(form: "type[Form]") -> tuple[tuple[Edition, "type[Form]"], ...]:
    """Every edition of a form's programme, each with the class that its papers are of.

    For a variant of one's own (a subclass outside of the programme) that is always itself.
    """
    programme = form.home()
    if programme is None:
        return ()
    found: list[tuple[Edition, type[Form]]] = []
    now = form if form.is_variant() else form.first_class()
    for edition in programme.editions:
        if not form.is_variant():
            now = _own_class(edition, form.key) or now
        found.append((edition, now))
    return tuple(found)


def _own_class(edition: Edition, key: str) -> "type[Form] | None":
    """The form class of this key that an edition's module defines."""
    if not edition.module:
        return None
    for member in vars(import_module(edition.module)).values():
        is_its_own = isinstance(member, type) and member.__module__ == edition.module
        if is_its_own and getattr(member, "key", "") == key:
            return member
    return None


def class_for(form: "type[Form]", facts: Any) -> "type[Form]":
    """The class for a paper with these facts, by the 學年度 among them."""
    pairs = classes_by_edition(form)
    if len(pairs) < 2 or form is not form.first_class():
        return form
    given = next((facts[key] for key in YEAR_KEYS if key in facts), None)
    try:
        year = None if given in (None, "") else int(SchoolYear(given))
    except DateError:  # which validating it will say
        year = None
    edition = edition_for(tuple(edition for edition, _ in pairs), year, None)
    return next(found for known, found in pairs if known is edition)


def edition_of(form: "type[Form]", school_year: int | None, on: date | None) -> Edition | None:
    """The edition for a paper of this class; None for one that belongs to no programme."""
    own = [edition for edition, found in classes_by_edition(form) if found is form]
    return edition_for(tuple(own), school_year, on) if own else None


@cache
def rules_of_year(form: "type[Form]", first_year: int | None, on: date | None) -> Rules:
    """The rules of the edition that began in this year, for a form."""
    edition = edition_of(form, first_year, on)
    return edition.rules.for_form(form.module_name()) if edition else Rules()


def without_deadlines(rules: Rules) -> Rules:
    """What is left where the days that a text names are those of another year."""
    return Rules(rule for rule in rules if not isinstance(rule, Deadline))
