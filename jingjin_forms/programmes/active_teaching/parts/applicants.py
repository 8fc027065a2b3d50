"""Who applies: a school, or a 自主社群, 法人 or 團體, with the same papers."""

import re
from typing import Any

_school = re.compile(
    r"(?:國小|國中|中小|高中|[實附]小|小學|中學|校)(?:部|.{1,4}分班)?\s*(?:[(（].*)?$", re.DOTALL
)
_SEPARATORS = re.compile(r"[、，,;；\n]")


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
