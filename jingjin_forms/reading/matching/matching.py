"""A flow of text held against its pattern: the cheapest walk through the pattern's steps.

Three ways, each looser than the one before: `EXACT` takes every character as it is printed;
`ALIKE` passes over blanks, widths and where paragraphs end; `NEAR` also takes wording that was
changed, left out or added, at a cost. Costs count characters: a character that some fact explains
is cheap, a character of wording that is missing or that nobody asked for is dear.
"""

from functools import lru_cache
from heapq import heappop, heappush
from typing import Any

from jingjin_forms.reading.matching.found import (
    EMPTY_PARAGRAPH,
    EXTRA,
    FILLED,
    MISSING,
    ODD_TABLE,
    Action,
    Altered,
    Entered,
    Filled,
    InTable,
    Match,
    NextItem,
    TableMatch,
    Way,
)
from jingjin_forms.reading.matching.near import Near, near_places
from jingjin_forms.reading.matching.program import Kind, Program, Step
from jingjin_forms.reading.matching.slot_ends import boxes_of, oddness, slot_ends
from jingjin_forms.reading.paper.paper import Flow, PaperTable
from jingjin_forms.reading.squeezed import plain
from jingjin_forms.reading.tokens import (
    PARAGRAPH_END,
    TABLE_HERE,
    Loop,
    Mark,
    Slot,
    SlotKind,
    TablePattern,
    TableToken,
)

_MOST_STATES = 60_000


def match_flow(program: Program, flow: Flow, way: Way, table: TableMatch) -> Match | None:
    """The cheapest match of this way, None where there is none."""
    if way is Way.EXACT:
        if program.constant is not None:
            return Match(0, (), way) if program.constant == flow.text else None
        end = len(flow.text) - 1
        if program.only_slot is not None and flow.text.find(PARAGRAPH_END) == end:
            return Match(FILLED * end, (Filled(program.only_slot, 0, end),), way)
        if program.exact_wording not in flow.text:
            return None
        if not flow.tables:  # papers have much in common: headings, blank cells, 6節
            return _exact(program, flow.text)
    elif way is Way.ALIKE and program.wording not in flow.squeezed.text:
        return None
    return _Walk(program, flow, way, table).match()


@lru_cache(16_384)
def _exact(program: Program, text: str) -> Match | None:
    return _Walk(program, Flow(text), Way.EXACT, _no_table).match()


def _no_table(_pattern: TablePattern, _table: PaperTable, _way: Way) -> None:
    return None


class _Walk:
    """One search for the cheapest walk; states are pairs of a step and a place in the text."""

    def __init__(self, program: Program, flow: Flow, way: Way, table: TableMatch):
        self._steps, self._flow, self._way, self._match_table = program.steps, flow, way, table
        self._text = flow.text if way is Way.EXACT else flow.squeezed.text
        self._best: dict[tuple[int, int], tuple[int, tuple[int, int] | None, Action | None]] = {}
        self._heap: list[tuple[int, int, int]] = []
        self._near: dict[str, list[Near]] = {}

    def match(self) -> Match | None:
        self._reach((0, 0), 0, None, None)
        length = len(self._text)
        follow = (
            *(self._literal, self._paragraph, self._slot, self._mark, self._table),
            *(self._split, self._begin, self._begin, self._end),
        )  # by `Kind`
        while self._heap:
            position, cost, number = heappop(self._heap)
            state = number, position
            if cost > self._best[state][0]:
                continue
            step = self._steps[number]
            if step.kind is Kind.END and position == length:
                return Match(cost, self._actions(state), self._way)
            if len(self._best) > _MOST_STATES:
                return None
            follow[step.kind](step, state, cost)
        return None

    def _reach(self, state: tuple[int, int], cost: int, before: Any, action: Action | None) -> None:
        known = self._best.get(state)
        if known is None or cost < known[0]:
            self._best[state] = cost, before, action
            heappush(self._heap, (state[1], cost, state[0]))

    def _go_on(
        self, step: Step, state: tuple[int, int], end: int, cost: int, action: Action | None = None
    ) -> None:
        for following in step.next:
            self._reach((following, end), cost, state, action)

    def _begin(self, step: Step, state: tuple[int, int], cost: int) -> None:
        """A loop begins, or its next item does."""
        assert isinstance(step.token, Loop)
        begun = Entered if step.kind is Kind.ENTER else NextItem
        self._go_on(step, state, state[1], cost, begun(step.token))

    def _split(self, step: Step, state: tuple[int, int], cost: int) -> None:
        self._go_on(step, state, state[1], cost)

    def _end(self, step: Step, state: tuple[int, int], cost: int) -> None:
        if self._way is Way.NEAR:
            self._skip(state, cost, len(self._text))

    def _literal(self, step: Step, state: tuple[int, int], cost: int) -> None:
        wanted = step.text if self._way is Way.EXACT else step.squeezed
        position = state[1]
        if self._text.startswith(wanted, position):
            self._go_on(step, state, position + len(wanted), cost)
            return
        if self._way is not Way.NEAR:
            if self._way is Way.ALIKE and self._text.startswith(PARAGRAPH_END, position):
                self._skip_paragraph(state, cost)
            return
        for near in self._nearly(wanted):
            if near.start == position:
                altered = self._altered(step.text, near.start, near.end, near.cost)
                self._go_on(step, state, near.end, cost + altered.cost, altered)
            elif near.start > position and not near.cost:
                self._skip(state, cost, near.start)
        missing = Altered(step.text, *self._span(position, position), MISSING * len(wanted))
        self._go_on(step, state, position, cost + missing.cost, missing)
        self._skip_paragraph(state, cost)

    def _paragraph(self, step: Step, state: tuple[int, int], cost: int) -> None:
        position = state[1]
        if self._text.startswith(PARAGRAPH_END, position):
            self._go_on(step, state, position + 1, cost)
            if self._way is not Way.EXACT:  # an empty paragraph that somebody has put in
                self._skip_paragraph(state, cost)
        elif self._way is not Way.EXACT:
            self._go_on(step, state, position, cost + EMPTY_PARAGRAPH)
        if self._way is Way.NEAR:
            end = self._text.find(PARAGRAPH_END, position)
            if end > position and TABLE_HERE not in self._text[position:end]:
                self._skip(state, cost, end)

    def _skip_paragraph(self, state: tuple[int, int], cost: int) -> None:
        position = state[1]
        if self._text.startswith(PARAGRAPH_END, position):
            self._reach((state[0], position + 1), cost + EMPTY_PARAGRAPH, state, None)

    def _skip(self, state: tuple[int, int], cost: int, end: int) -> None:
        """Pass over text that nobody asked for."""
        begin = state[1]
        if end <= begin:
            return
        passed = self._text[begin:end]
        tables = passed.count(TABLE_HERE)
        blank = passed.count(PARAGRAPH_END)
        price = EMPTY_PARAGRAPH * blank + EXTRA * (len(passed) - tables - blank)
        first = self._text.count(TABLE_HERE, 0, begin)
        for table in self._flow.tables[first : first + tables]:
            price += ODD_TABLE + EXTRA * table.length
        extra = Altered("", *self._span(begin, end), price)
        self._reach((state[0], end), cost + price, state, extra)

    def _slot(self, step: Step, state: tuple[int, int], cost: int) -> None:
        position = state[1]
        for end in slot_ends(step, self._text, position, self._way, self._nearly):
            action = None
            if isinstance(step.token, Slot) and step.token.kind is not SlotKind.IGNORED:
                action = Filled(step.token, *self._span(position, end))
            price = FILLED * (end - position) + oddness(step, self._text[position:end])
            self._go_on(step, state, end, cost + price, action)

    def _mark(self, step: Step, state: tuple[int, int], cost: int) -> None:
        position, text = state[1], self._text
        token = step.token
        if isinstance(token, Mark) and not token.is_box:
            end = text.find(PARAGRAPH_END, position)
            end = len(text) if end < 0 else end
            filled = Filled(token, *self._span(position, end))
            self._go_on(step, state, end, cost + FILLED * (end - position), filled)
            return
        end, boxes = position, boxes_of(self._way)
        if self._way is Way.EXACT:
            if not text[position : position + 1] or text[position] not in boxes:
                return
            end += 1
        else:
            while end < len(text) and end < position + 3 and text[end] in boxes:
                end += 1
        price = EXTRA if end == position else 0
        if isinstance(token, Mark):
            filled = Filled(token, *self._span(position, end))
            self._go_on(step, state, end, cost + price, filled)
        else:
            self._go_on(step, state, end, cost + price)

    def _table(self, step: Step, state: tuple[int, int], cost: int) -> None:
        position = state[1]
        assert isinstance(step.token, TableToken)
        if self._text.startswith(TABLE_HERE, position):
            table = self._flow.tables[self._text.count(TABLE_HERE, 0, position)]
            found = self._match_table(step.token.table, table, self._way)
            if found is not None:
                action = InTable(table, found[1])
                self._go_on(step, state, position + 1, cost + found[0], action)
            if self._way is Way.NEAR:
                self._skip(state, cost, position + 1)
            return
        if self._way is not Way.EXACT:
            self._skip_paragraph(state, cost)
        if self._way is Way.NEAR:
            following = self._text.find(TABLE_HERE, position)
            if following > position:
                self._skip(state, cost, following)
            wording = step.token.table.wording
            price = ODD_TABLE + MISSING * len(plain(wording))
            lost = Altered(wording, *self._span(position, position), price)
            self._go_on(step, state, position, cost + price, lost)

    def _nearly(self, wanted: str) -> list[Near]:
        """Where wording stands in the text; where it does not, what looks like it."""
        if wanted not in self._near:
            self._near[wanted] = near_places(wanted, self._text)
        return self._near[wanted]

    def _altered(self, official: str, start: int, end: int, edits: int) -> Altered:
        return Altered(official, *self._span(start, end), MISSING * edits)

    def _span(self, start: int, end: int) -> tuple[int, int]:
        """As places in the flow's own text."""
        if self._way is Way.EXACT:
            return start, end
        return self._flow.squeezed.span(start, end)

    def _actions(self, state: tuple[int, int] | None) -> tuple[Action, ...]:
        actions: list[Action] = []
        while state is not None:
            _, state, action = self._best[state]
            if action is not None:
                actions.append(action)
        return tuple(reversed(actions))
