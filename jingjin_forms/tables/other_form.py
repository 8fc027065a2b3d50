"""Which form a table is for, where it is not for the one that was asked for."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from jingjin_forms.errors import FactsError, Problem
from jingjin_forms.facts import Facts
from jingjin_forms.forms.catalog import list_forms
from jingjin_forms.packets.application import list_applications
from jingjin_forms.packets.as_facts import packet_facts
from jingjin_forms.tables import codes
from jingjin_forms.tables.columns import MAIN_SHEET, NOTES, OPTIONS_SHEET, layout_of
from jingjin_forms.tables.headings import missing, plan_of, squeezed
from jingjin_forms.tables.raw_table import RawTable

_MOST_NAMED = 3
_LEAST = 2
"""So many headings there must be: 學校名稱 alone suits nearly every form."""


def refuse_roster_of_another(subject: str, grids: Sequence[RawTable], form: type[Facts]) -> None:
    """Raise FactsError where a table that is not right for `form` is right for another one."""
    if others := _others(grids, form):
        names = "或".join(f"「{kind.title}」（{kind.key}）" for kind in others)
        message = f"這是{names}的名冊，不是「{form.title}」的；請用 --form {others[0].key}。"
        raise FactsError(subject, [Problem("標題", message, code=codes.ANOTHER_FORM)])


class _Kind(NamedTuple):
    """What a roster can be for."""

    facts: type[Facts]
    title: str
    key: str


def _kinds() -> Iterator[_Kind]:
    """All forms, and all applications, of which each row is a packet."""
    yield from (_Kind(form, form.title, form.key) for form in list_forms())
    for one in list_applications():
        yield _Kind(packet_facts(one), one.title, one.key)


def _others(grids: Sequence[RawTable], form: type[Facts]) -> list[_Kind]:
    """The forms and packets that every heading of the main sheet and every other sheet belongs to;
    of those the ones that ask for the fewest facts besides, and none where they would be many."""
    main = next((grid for grid in grids if squeezed(grid.title) == MAIN_SHEET), None)
    main = grids[0] if main is None and len(grids) == 1 else main
    if main is None or main.merged:
        return []
    others = {squeezed(grid.title) for grid in grids if grid is not main and not _is_aside(grid)}
    if _fits(form, main, others):  # its headings are right: something else is wrong
        return []
    fitting = [k for k in _kinds() if k.facts is not form and _fits(k.facts, main, others)]
    sizes = [_size(kind.facts) for kind in fitting]
    least = min(sizes, default=0)  # whose roster has the fewest columns besides
    best = [kind for kind, size in zip(fitting, sizes, strict=True) if size == least]
    return best if len(main.headings) >= _LEAST and len(best) <= _MOST_NAMED else []


def _is_aside(grid: RawTable) -> bool:
    """Whether a sheet is nobody's list: the options of a roster, or the user's own notes."""
    return squeezed(grid.title).startswith((OPTIONS_SHEET, *NOTES))


def _fits(form: type[Facts], main: RawTable, others: set[str]) -> bool:
    layout = layout_of(form)
    if not others <= {sheet.name for sheet in layout.sheets}:
        return False
    plan = plan_of(form, main.headings)
    return not plan.problems and not missing(form, layout.columns, plan)


def _size(form: type[Facts]) -> int:
    layout = layout_of(form)
    return len(layout.columns) + sum(len(sheet.columns) for sheet in layout.sheets)
