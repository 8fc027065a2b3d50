"""What was found in a blank form, one line for each blank, choice and list."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from jingjin_forms.adopting.blank import Blank, Kind
from jingjin_forms.adopting.finding.sureness import UNSURE
from jingjin_forms.adopting.tagging.tags import ROW

_STEP = r"(?:\.\w+|\[\"[^\"]*\"\]|\['[^']*'\])"
_LOOP_PATH = re.compile(rf"\{{\{{\s*{ROW}({_STEP}+)")
_LONGEST = 30
"""Options and columns that are told of one blank; the others are in the template."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the list of blanks; a list with all its columns is one."""

    name: str
    kind: str
    where: str
    said: str
    """Options of a choice, columns and rows of a list; why something is left alone."""
    sureness: float
    """Of a list that of its least sure column."""
    look_at: bool
    """Whether a person should look: it is less sure than most, or has a note."""
    number: int = 1
    """So many blanks it stands for."""

    @property
    def how_sure(self) -> str:
        """In percent, with what to do about it."""
        return f"{self.sureness:.0%}{' 請看' if self.look_at else ''}"


def is_unsure(blank: Blank) -> bool:
    """Whether a person should look at it."""
    return blank.sureness < UNSURE or bool(blank.note)


def entries(blanks: Iterable[Blank]) -> Iterator[Entry]:
    """The lines of the list, in the order of the form."""
    for name, group in groupby(blanks, key=_list_of):
        found = list(group)
        if name:
            yield _of_list(name, found)
        else:
            yield from map(_of_blank, found)


def alone(blanks: Iterable[Blank]) -> Iterator[Entry]:
    """The lines of what was left alone."""
    for blank in blanks:
        yield Entry(
            blank.name, blank.kind.value, str(blank.place), blank.note, blank.sureness,
            blank.kind is not Kind.SEAL,
        )  # fmt: skip


def list_of(blank: Blank) -> str:
    """The list whose column it is; blank for what is no list's."""
    if not blank.rows:
        return ""
    found = _LOOP_PATH.search(blank.tag)
    steps = len(re.findall(_STEP, found[1])) if found else 1
    if found and len(blank.options) > 1:
        steps -= 1  # the last step is the option
    parts = blank.name.split(".")
    return ".".join(parts[: max(1, len(parts) - max(1, steps))])


def _list_of(blank: Blank) -> str:
    """The same, and where the rows are: two tables may hold lists of one name."""
    name = list_of(blank)
    return f"{name}\n{blank.place.part}\n{blank.place.table}" if name else ""


def _of_blank(blank: Blank) -> Entry:
    told = [options_told(blank)] if blank.options else []
    if blank.note:
        told.append(blank.note)
    return Entry(
        blank.name, blank.kind.value, str(blank.place), "；".join(told), blank.sureness,
        is_unsure(blank),
    )  # fmt: skip


def _of_list(key: str, columns: Sequence[Blank]) -> Entry:
    name = key.partition("\n")[0]
    told = "、".join(_column(name, blank) for blank in columns[:_LONGEST])
    more = "…" if len(columns) > _LONGEST else ""
    return Entry(
        name,
        Kind.LIST.value,
        f"{replace(columns[0].place, column=0, paragraph=0)}起",
        f"印 {columns[0].rows} 列，可以更多：{told}{more}",
        min(blank.sureness for blank in columns),
        any(map(is_unsure, columns)),
        len(columns),
    )


def _column(name: str, blank: Blank) -> str:
    own = blank.name.removeprefix(f"{name}.")
    told = f"（{options_told(blank)}）" if blank.options else ""
    return f"{own}{told}{'（請看）' if is_unsure(blank) else ''}"


def options_told(blank: Blank) -> str:
    """男／女（選一個）."""
    if len(blank.options) == 1:
        return f"勾「{blank.options[0]}」"
    shown = "／".join(blank.options[:_LONGEST])
    more = "…" if len(blank.options) > _LONGEST else ""
    return f"{'複選' if blank.several else '單選'}：{shown}{more}"
