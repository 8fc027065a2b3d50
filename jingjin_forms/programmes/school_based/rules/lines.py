"""The lines of a budget by what they pay for, as rules read them."""

from collections.abc import Iterator
from typing import Any

from jingjin_forms.checks.reading import LINES, Read, Reading, value_at
from jingjin_forms.parts.budget import BudgetLine, total_of
from jingjin_forms.programmes.school_based.parts.line_kinds import LineKind, kind_of

LESSON = "節"


def lines_of_kind(budget: Any, *kinds: LineKind) -> list[tuple[int, BudgetLine]]:
    """The lines of these kinds with their index."""
    return [(n, line) for n, line in enumerate(budget.lines) if kind_of(line.item) in kinds]


def lecturers(budget: Any) -> list[tuple[int, BudgetLine]]:
    """The lines of 講師費 and 助理講師費 with their index."""
    return lines_of_kind(budget, LineKind.LECTURER, LineKind.ASSISTANT)


def assistants(budget: Any) -> list[tuple[int, BudgetLine]]:
    """The lines of 助理講師費 with their index."""
    return lines_of_kind(budget, LineKind.ASSISTANT)


def sum_of_kind(kind: LineKind, called: str) -> Reading:
    """What the lines of a kind come to."""

    def read(budget: Any) -> Iterator[Read]:
        yield Read((LINES, called), total_of(line for _, line in lines_of_kind(budget, kind)))

    return Reading(called, read)


def each_of_kind(kind: LineKind, label: str, called: str) -> Reading:
    """One fact of each line of a kind."""

    def read(budget: Any) -> Iterator[Read]:
        for index, line in lines_of_kind(budget, kind):
            yield Read((LINES, index, label), value_at(line, label))

    return Reading(called, read)
