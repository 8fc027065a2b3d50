"""Facts that say themselves which form they are for."""

from collections.abc import Mapping
from os import PathLike
from pathlib import Path
from typing import Any

from jingjin_forms.errors import FactsError, Problem, shortened
from jingjin_forms.facts import is_blank
from jingjin_forms.files.handed import Source, StrPath, path_of
from jingjin_forms.forms.catalog import get_form, is_path
from jingjin_forms.forms.form import FORM_KEY, Form, facts_from, folder_of


def load(source: Source | Mapping[str, Any], *, folder: StrPath | None = None) -> Form:
    """The form whose facts these are: `表件` in them says which, by key or title, or
    by the path of a tagged Word file from the folder of the facts.

    Takes what `Form.load` takes, `folder` too. Raises FileProblemError, FormNotFoundError or
    FactsError.
    """
    subject = shortened(source, limit=200) if isinstance(source, str | PathLike) else "資料"
    facts = facts_from(source, subject)
    name = facts.get(FORM_KEY)
    if is_blank(name):
        example = f"{FORM_KEY}: school_based/budget_estimate"
        raise FactsError(subject, [Problem(FORM_KEY, f"沒有寫明是哪一張表件，例如 {example}。")])
    start = folder_of(source) if folder is None else path_of(folder, "資料夾")
    form = get_form(_named(name if isinstance(name, str) else shortened(name), start))
    del facts[FORM_KEY]  # it is the one that was named, by whichever of its names
    return form.load(facts, folder=start)


def _named(name: str, folder: Path | None) -> str:
    """A form that is a Word file is looked for from the folder of the facts first."""
    try:
        if folder is not None and is_path(name) and (folder / name.strip()).exists():
            return str(folder / name.strip())
    except (OSError, ValueError):  # no name that a file can have
        pass
    return name
