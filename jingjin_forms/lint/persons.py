"""Somebody's data that the template would print on every paper."""

import re
from collections.abc import Iterator

from jingjin_forms.arriving.filled import data_by_kind
from jingjin_forms.lint.remark import Remark, doubt
from jingjin_forms.lint.subject import Subject
from jingjin_forms.lint.typed import TAGS

_otherwise = re.compile(r"\{\{[^{}]*?\bor\s*[\"“']([^\"”']*)[\"”']\s*\}\}")
_MEANT = frozenset(("勾選",))
"""Kinds that a template prints because the paper does."""


def printed_persons(subject: Subject) -> Iterator[Remark]:
    """Names, numbers and dates of a paper that was filled before it became a template."""
    for part in subject.typed:
        texts = [(p.place, _printed(p.text)) for p in part.paragraphs]
        for kind, found in data_by_kind(texts).items():
            for place, masked in found if kind not in _MEANT else ():
                yield doubt(
                    "personal",
                    place,
                    f"印著{kind}「{masked}」，每一份都會印出來：是以前填的資料，請換成標籤或刪去。",
                    value=masked,
                )


def _printed(text: str) -> str:
    """What is printed for a blank: of a tag what stands behind its `or`."""
    return TAGS.sub("", _otherwise.sub(r"\1", text))
