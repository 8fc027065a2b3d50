"""Facts that say themselves which form they are for."""

from collections.abc import Mapping
from os import PathLike
from pathlib import Path
from typing import Any

from jingjin_forms.errors import FactsError, Problem, shortened
from jingjin_forms.facts import is_blank
from jingjin_forms.forms.catalog import get_form, is_path
from jingjin_forms.forms.form import FORM_KEY, Form, facts_from


def load(source: str | PathLike[str] | Mapping[str, Any]) -> Form:
    """The form whose facts these are: `表件` in them says which, by key or title, or
    by the path of a tagged Word file from the folder of the facts.

    Raises FileProblemError, FormNotFoundError or FactsError.
    """
    is_mapping = isinstance(source, Mapping)
    subject = "資料" if is_mapping else shortened(str(source), limit=200)
    facts = facts_from(source, subject)
    name = facts.get(FORM_KEY)
    if is_blank(name):
        example = f"{FORM_KEY}: school_based/budget_estimate"
        raise FactsError(subject, [Problem(FORM_KEY, f"沒有寫明是哪一張表件，例如 {example}。")])
    folder = None if is_mapping else Path(source).parent
    form = get_form(_named(name if isinstance(name, str) else shortened(name), folder))
    del facts[FORM_KEY]  # it is the one that was named, by whichever of its names
    return form.load(facts, folder=folder)


def _named(name: str, folder: Path | None) -> str:
    """A form that is a Word file is looked for from the folder of the facts first."""
    try:
        if folder is not None and is_path(name) and (folder / name.strip()).exists():
            return str(folder / name.strip())
    except (OSError, ValueError):  # no name that a file can have
        pass
    return name
