"""What a rule reads from a form: by printed label or English name, with the path of labels to it
for the message.

fact("計畫目標")                    one fact
fact("已申請政府補助", "補助金額")    a fact inside a part
each("參與教師", "姓名")             that fact of every row
count("參與教師")                   how many rows there are
length("前一年執行成果")             characters other than white space
items("印刷費")                     the sum of the budget lines whose 項目 contains the word
each_item("單價", "印刷費")          a fact of each of these lines
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from jingjin_forms.checks.finding import FactPath
from jingjin_forms.facts import Facts
from jingjin_forms.facts.labels import label_of_key, name_of
from jingjin_forms.parts.budget import BudgetLine, total_of

LINES = "經費項目"


class Read(NamedTuple):
    """One value that was read; None where nothing is given."""

    path: FactPath
    value: Any
    paper: str = ""
    """The paper it stands on, for a rule of a whole packet."""


@dataclass(frozen=True)
class Reading:
    """Something a rule reads, and what messages call it."""

    name: str
    read: Callable[[Any], Iterable[Read]]

    def known(self, facts: Any) -> Iterator[Read]:
        """What is given."""
        return (read for read in self.read(facts) if not is_nothing(read.value))

    def value(self, facts: Any) -> Any:
        """The one value, or None."""
        return next((read.value for read in self.known(facts)), None)


def is_nothing(value: object) -> bool:
    """Whether a fact says nothing: blank, a list without rows, or a part with nothing in it."""
    if isinstance(value, Facts):
        return value == type(value).blank()
    if isinstance(value, str):
        return not value.strip()
    return value is None or value in ([], ())


def value_at(facts: Facts, label: str) -> Any:
    """A fact or computed figure by its printed label or English name."""
    return getattr(facts, name_of(type(facts), label))


def _label_at(facts: Facts, word: str) -> str:
    return label_of_key(type(facts)).get(word, word)


def fact(*path: str, called: str = "") -> Reading:
    """A fact, or one inside a part; `called` is what the clause calls it."""

    def read(facts: Facts) -> Iterator[Read]:
        value: Any = facts
        labels: list[str] = []
        for word in path:
            labels.append(_label_at(value, word))
            value = value_at(value, word)
        yield Read(tuple(labels), value)

    return Reading(called or path[-1], read)


def each(rows: str, label: str, *, called: str = "") -> Reading:
    """One fact of every row of a table."""

    def read(facts: Facts) -> Iterator[Read]:
        table = _label_at(facts, rows)
        for index, row in enumerate(value_at(facts, rows)):
            yield Read((table, index, _label_at(row, label)), value_at(row, label))

    return Reading(called or label, read)


def count(rows: str, *, called: str = "") -> Reading:
    """How many rows a table has."""

    def read(facts: Facts) -> Iterator[Read]:
        yield Read((_label_at(facts, rows),), len(value_at(facts, rows)))

    return Reading(called or rows, read)


def length(*path: str) -> Reading:
    """How many characters other than white space a text has: what the papers call 字."""
    text = fact(*path)

    def read(facts: Facts) -> Iterator[Read]:
        for labels, value, _ in text.read(facts):
            yield Read(labels, len("".join(value.split())))

    return Reading(text.name, read)


def matching(
    facts: Facts, words: Sequence[str], lists: Sequence[str] = (LINES,), but: str = ""
) -> Iterator[tuple[str, int, BudgetLine]]:
    """The budget lines whose 項目 contains one of the words, with their list and index.

    A line is found by a word and not by its whole text, since people write 印刷費（研習手冊）: a
    limit must not be passed by because of a note. Lines with the word `but` are left out.
    """
    for label in lists:
        for index, line in enumerate(value_at(facts, label)):
            item = line.item
            if but and but in item:
                continue
            for word in words:
                if word in item:
                    yield label, index, line
                    break


def items(*words: str, lists: Sequence[str] = (LINES,), but: str = "", called: str = "") -> Reading:
    """The sum of the matching budget lines."""
    name = called or words[0]
    path = (lists[0], name)

    def read(facts: Facts) -> Iterator[Read]:
        lines = [line for _, _, line in matching(facts, words, lists, but)]
        yield Read(path, total_of(lines))

    return Reading(name, read)


def each_item(
    label: str, *words: str, lists: Sequence[str] = (LINES,), but: str = "", called: str = ""
) -> Reading:
    """One fact of each matching budget line."""

    def read(facts: Facts) -> Iterator[Read]:
        for rows, index, line in matching(facts, words, lists, but):
            yield Read((rows, index, _label_at(line, label)), value_at(line, label))

    return Reading(called or f"{words[0]}{label}", read)
