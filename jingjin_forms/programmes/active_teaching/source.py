"""The text that the rules quote, and who applies."""

import re
from typing import Any

from jingjin_forms.checks.finding import Clause
from jingjin_forms.programmes.active_teaching.subsidies import DOCUMENT

_school = re.compile(
    r"(?:國小|國中|中小|高中|[實附]小|小學|中學|校)(?:部|.{1,4}分班)?\s*(?:[(（].*)?$", re.DOTALL
)
_SEPARATORS = re.compile(r"[、，,;；\n]")


def clause(number: str, text: str) -> Clause:
    """A sentence of the 作業要點 or of one of its 附件."""
    return Clause(DOCUMENT, number, text)


def is_school_name(text: str) -> bool:
    """Whether a name is that of a school: 自主社群, 法人 and 團體 apply with the same papers."""
    return _school.search(text.strip()) is not None


def is_school(facts: Any) -> bool:
    """Whether the applicant is a school, by its name."""
    return is_school_name(facts.school.full_name or "")


def named_in(text: str) -> list[str]:
    """The names in one text, each once."""
    names = (name.strip() for name in _SEPARATORS.split(text))
    return [*dict.fromkeys(name for name in names if name)]
