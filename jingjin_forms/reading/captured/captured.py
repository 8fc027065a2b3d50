"""From what fits where to values by path, each with its cell, and to the wording that differs."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from jingjin_forms.reading.matching.found import (
    MISSING,
    Action,
    Altered,
    Entered,
    Filled,
    InTable,
    NextItem,
    Way,
)
from jingjin_forms.reading.matching.table_found import (
    CellFound,
    RowExtra,
    RowFound,
    RowMissing,
    TableFound,
)
from jingjin_forms.reading.paper.paper import Flow
from jingjin_forms.reading.squeezed import plain
from jingjin_forms.reading.tokens import (
    PARAGRAPH_END,
    PICTURE_HERE,
    CellPattern,
    EitherCells,
    Literal,
    Loop,
    Mark,
    Path,
    RepeatedCells,
    Slot,
)

Head = tuple[Flow, Altered]
"""A piece of wording that was altered, and the flow it stands in."""
Steps = tuple[str | int, ...]
"""Labels, and indexes from 0."""
_MOST_CHANGED = 0.34
"""How much of a label may differ before what stands beside it is asked about."""


class Captured(NamedTuple):
    """What stands in one slot or box."""

    path: Steps
    token: Slot | Mark
    text: str
    place: str
    pictures: tuple[str, ...] = ()
    doubt: str = ""
    official: str = ""
    found: str = ""


@dataclass(frozen=True, slots=True)
class WordingChange:
    """Fixed wording that was altered."""

    place: str
    official: str
    """As the form prints it; blank where something was added."""
    found: str
    """As it stands in the file; blank where it was taken out."""

    def __str__(self) -> str:
        if not self.official:
            return f"{self.place}：多了「{self.found}」。"
        if not self.found:
            return f"{self.place}：少了「{self.official}」。"
        return f"{self.place}：原文「{self.official}」改成「{self.found}」。"


@dataclass(slots=True)
class Capturing:
    """What has been found so far, and which items the open loops have come to."""

    values: list[Captured] = field(default_factory=list[Captured])
    changes: list[WordingChange] = field(default_factory=list[WordingChange])
    missing: int = 0
    """How many characters of the form's wording are not there."""
    _index: dict[Loop, int] = field(default_factory=dict[Loop, int])
    _reached: dict[Steps, int] = field(default_factory=dict[Steps, int])
    """Of lists that are printed in parts, how many items there are so far."""

    def flow(
        self, flow: Flow, actions: Sequence[Action], way: Way, heads: Sequence[Head] = ()
    ) -> None:
        """Take in what was found in a flow. `heads` are labels in other cells that say what stands
        in this one, and were altered."""
        for number, action in enumerate(actions):
            match action:
                case Filled():
                    around = [*actions[max(0, number - 1) : number], *actions[number + 1 :][:1]]
                    altered = [(flow, a) for a in around if isinstance(a, Altered)]
                    is_last = flow.cell is None and number == len(actions) - 1
                    self._fill(flow, action, [*altered, *heads], way, is_last=is_last)
                case Entered(loop):
                    self._enter(loop)
                case NextItem(loop):
                    self._next(loop)
                case Altered():
                    self._alter(flow, action)
                case InTable(_, found):
                    self._table(found)

    def added(self, place: str, text: str) -> None:
        """Note text that the form does not have."""
        if text.strip():
            self.changes.append(WordingChange(place, "", text.strip()))

    def _enter(self, loop: Loop) -> None:
        base = self._steps(loop.path)
        self._index[loop] = self._reached.get(base, 0) - 1 if loop.goes_on else -1

    def _next(self, loop: Loop) -> None:
        self._index[loop] = self._index.get(loop, -1) + 1
        base = self._steps(loop.path)
        self._reached[base] = max(self._reached.get(base, 0), self._index[loop] + 1)

    def _steps(self, path: Path) -> Steps:
        index = self._index
        return tuple(
            [max(0, index.get(step, 0)) if isinstance(step, Loop) else step for step in path]
        )

    def _fill(
        self, flow: Flow, filled: Filled, beside: list[Head], way: Way, *, is_last: bool
    ) -> None:
        stands = flow.text[filled.start : filled.end]
        text = stands if way is Way.EXACT else stands.strip(PARAGRAPH_END + " \u3000")
        doubt = official = found = ""
        if is_last and PARAGRAPH_END in stands:
            doubt = "最後的這幾段可能不全是這一欄的內容。"
        for holder, altered in beside:
            if _is_grave(holder, altered):
                official = altered.official
                found = holder.text[altered.start : altered.end]
                doubt = "旁邊的文字和表件不同，可能讀錯格。"
        self.values.append(
            Captured(
                self._steps(filled.token.path),
                filled.token,
                text.replace(PARAGRAPH_END, "\n"),
                flow.place_at(filled.start),
                _pictures(flow, filled.start, filled.end) if flow.pictures else (),
                doubt,
                official,
                found.replace(PARAGRAPH_END, "\n").strip(),
            )
        )

    def _alter(self, flow: Flow, altered: Altered) -> None:
        if altered.official:
            self.missing += min(altered.cost // MISSING, len(plain(altered.official)))
        found = flow.text[altered.start : altered.end]
        found = found.replace(PARAGRAPH_END, "\n").strip()
        official = altered.official.strip()
        if plain(found) != plain(official):
            place = flow.place_at(altered.start)
            self.changes.append(WordingChange(place, official, found))

    def _table(self, table: TableFound) -> None:
        columns: dict[int, Head] = {}
        for action in table.actions:
            match action:
                case Entered(loop):
                    self._enter(loop)
                case NextItem(loop):
                    self._next(loop)
                case RowFound():
                    self._row(action, columns)
                case RowExtra(row):
                    place = row.cells[0].flow.place_at(0).partition("第")[0] if row.cells else ""
                    place = f"{place}第 {row.number} 列"
                    self.added(place, row.text)
                case RowMissing(row):
                    if wording := "｜".join(_wording(row.cells)):
                        self.missing += len(plain(wording))
                        self.changes.append(WordingChange("表格", wording, ""))

    def _row(self, row: RowFound, columns: dict[int, Head]) -> None:
        """Take in a row; a head that was altered speaks for the cell right of it, or for those
        under it where the row has nothing but heads."""
        heads = [*_heads(row)]
        if heads and not any(map(_holds_facts, row.parts)):
            columns |= dict(heads)
        for part in row.parts:
            match part:
                case Entered(loop):
                    self._enter(loop)
                case NextItem(loop):
                    self._next(loop)
                case CellFound(_, cell, match):
                    number = row.row.cells.index(cell) if heads or columns else 0
                    over = [columns[number]] if number in columns else []
                    left = [head for n, head in heads if n == number - 1]
                    self.flow(cell.flow, match.actions, match.way, over + left)
        for cell in row.extra:
            self.added(cell.flow.place_at(0), cell.flow.shown)


def _heads(row: RowFound) -> Iterator[tuple[int, Head]]:
    """The cells of a row that hold nothing but wording, and of which that was altered gravely."""
    for part in row.parts:
        if not isinstance(part, CellFound) or _holds_facts(part):
            continue
        for action in part.match.actions:
            if isinstance(action, Altered) and _is_grave(part.cell.flow, action):
                yield row.row.cells.index(part.cell), (part.cell.flow, action)


def _holds_facts(part: object) -> bool:
    return isinstance(part, CellFound) and any(
        isinstance(action, Filled) for action in part.match.actions
    )


def _pictures(flow: Flow, start: int, end: int) -> tuple[str, ...]:
    before = flow.text.count(PICTURE_HERE, 0, start)
    within = flow.text.count(PICTURE_HERE, start, end)
    return tuple(flow.pictures[before : before + within])


def _is_grave(flow: Flow, altered: Altered) -> bool:
    """Whether wording differs so much that what stands beside it may be something else."""
    official = plain(altered.official)
    found = plain(flow.text[altered.start : altered.end])
    if not official:
        return bool(found)
    return not found or altered.cost > MISSING * _MOST_CHANGED * len(official)


def _wording(cells: Iterable[object]) -> Iterable[str]:
    for cell in cells:
        match cell:
            case CellPattern():
                text = "".join(t.text for t in cell.tokens if isinstance(t, Literal)).strip()
                if text:
                    yield text
            case RepeatedCells():
                yield from _wording(cell.body)
            case EitherCells():
                yield from _wording(cell.branches[0])
            case _:
                pass
