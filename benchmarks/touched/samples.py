"""The facts of the samples, with more rows and fewer, and with other texts."""

from collections.abc import Iterable, Mapping
from copy import deepcopy
from itertools import cycle, islice
from typing import Any, cast

from jingjin_forms.errors import JingjinError
from jingjin_forms.facts.labels import once_per_class
from jingjin_forms.forms.form import Form

ROWS = (0, 1, 3, 12, 40)
SORTED_BY = "項目"
"""A row's 項目 says where the paper puts it."""
KEPT = frozenset((SORTED_BY, "服務單位", "職稱"))
"""What stays in a row like another: by the last two a person's name is told from what the paper
prints beside it."""
ENDINGS = "甲乙丙丁戊己庚辛壬癸"


@once_per_class
def _sample(form: type[Form]) -> dict[str, Any]:
    return form.sample().model_dump(by_alias=True, exclude_unset=True)


def sample_facts(form: type[Form]) -> dict[str, Any]:
    """What the sample is filled with, by label."""
    return deepcopy(_sample(form))


def with_rows(form: type[Form], number: int) -> dict[str, Any] | None:
    """The sample's facts with so many rows in each list; None where there is no list, or the form
    does not take that many."""
    facts = sample_facts(form)
    lists = [label for label, value in facts.items() if isinstance(value, list) and value]
    if not lists:
        return None
    for label in lists:
        rows = cast("list[Any]", facts[label])
        facts[label] = sorted_like(rows, [repeated(row, n) for n, row in _many(rows, number)])
        if not takes(form, facts):
            facts[label] = sorted_like(rows, [deepcopy(row) for _, row in _many(rows, number)])
    return facts if takes(form, facts) else None


def _many(rows: list[Any], number: int) -> list[tuple[int, Any]]:
    return list(enumerate(islice(cycle(rows), number)))


def sorted_like(rows: list[Any], many: list[Any]) -> list[Any]:
    """Rows of one 項目 stay together, as the papers print them."""
    if not rows or not isinstance(rows[0], Mapping) or SORTED_BY not in rows[0]:
        return many
    order = list(dict.fromkeys(row[SORTED_BY] for row in rows))
    return sorted(many, key=lambda row: order.index(row[SORTED_BY]))


def repeated(row: Any, number: int) -> Any:
    """A row like the sample's, and unlike it."""
    if isinstance(row, Mapping):
        items = cast("Mapping[str, Any]", row).items()
        return {k: v if k in KEPT else repeated(v, number) for k, v in items}
    if isinstance(row, list):
        return [repeated(inner, number) for inner in cast("list[Any]", row)]
    if type(row) is str and row and not any(letter.isdigit() for letter in row):
        return row + ENDINGS[number % 10] + ENDINGS[number // 10 % 10]
    return row + number if type(row) is int else row


def takes(form: type[Form], facts: Mapping[str, Any]) -> bool:
    """Whether these facts fill the form."""
    try:
        form.load(facts).to_bytes()
    except JingjinError:
        return False
    return True


def with_text(facts: Any, old: str, new: str) -> Any:
    """The facts with one text in the place of another wherever that is the whole fact."""
    if isinstance(facts, Mapping):
        items = cast("Mapping[str, Any]", facts).items()
        return {key: with_text(value, old, new) for key, value in items}
    if isinstance(facts, list | tuple):
        kind = list if isinstance(facts, list) else tuple
        return kind(with_text(value, old, new) for value in cast("Iterable[Any]", facts))
    return new if isinstance(facts, str) and facts == old else facts
