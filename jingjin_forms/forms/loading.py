"""Facts that say themselves which form they are for."""

from collections.abc import Mapping
from os import PathLike
from pathlib import Path
from typing import Any

from jingjin_forms.errors import FactsError, Problem, shortened
from jingjin_forms.facts import is_blank
from jingjin_forms.forms.catalog import get_form
from jingjin_forms.forms.form import FORM_KEY, Form, facts_from


def load(source: str | PathLike[str] | Mapping[str, Any]) -> Form:
    """The form whose facts these are: `表件` in them says which.

    Raises FileProblemError, FormNotFoundError or FactsError.
    """
    is_mapping = isinstance(source, Mapping)
    subject = "資料" if is_mapping else shortened(source, limit=200)
    facts = facts_from(source, subject)
    name = facts.get(FORM_KEY)
    if is_blank(name):
        example = f"{FORM_KEY}: school_based/budget_estimate"
        raise FactsError(subject, [Problem(FORM_KEY, f"沒有寫明是哪一張表件，例如 {example}。")])
    form = get_form(shortened(name, limit=200))
    return form.load(facts, folder=None if is_mapping else Path(source).parent)
