"""Official blanks filled without our engine: what the sample says typed into the blank form.

Blank and sample come from the same template, so that each row, cell and paragraph knows what it is
in both. Where a paragraph says something else in the sample, just that is typed into the blank's,
as runs of their own; what the blank prints there (____, ○○, □) goes. Rows that the blank has not
enough of are copied, as a person does; those it has too many of stay empty.
"""

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from difflib import SequenceMatcher
from random import Random
from typing import Any, cast

from lxml import etree

from benchmarks.touched.row_edits import emptied, told
from benchmarks.touched.runs import (
    RUN,
    between,
    new_run,
    paragraph_text,
    remove,
    runs_of,
    split_at,
    text_of,
)
from benchmarks.touched.sheet import PLACE, Sheet, touch, values_in
from jingjin_forms.word.docx.location import CELL, PARAGRAPH, ROW, TABLE, Element, W

ROOM = re.compile(r"[_＿]+|[ 　]{2,}")


def typed_over(blank: Sheet, sample: Sheet, random: Random, *, lines_left: bool = False) -> None:
    """Types into the blank what the sample says; of underlines a piece may be left."""
    room = random if lines_left else None
    _fill(blank.root[0], sample.root[0], room)
    said, here = _said(sample), _said(blank)
    missing = [text for text in _texts_of_lists(sample) if text in said and text not in here]
    blank.facts = {
        label: value
        for label, value in sample.facts.items()
        if not isinstance(value, list) or not told(cast("list[Any]", value)) & {*missing}
    }


def _said(sheet: Sheet) -> str:
    return "\n".join(map(paragraph_text, sheet.root.iter(PARAGRAPH)))


def _texts_of_lists(sheet: Sheet) -> set[str]:
    """What stands in rows: a table that only the filled form prints nobody has typed."""
    return {text for v in sheet.facts.values() if isinstance(v, list) for text in told(v)}


def _fill(blank: Element, sample: Element, room: Random | None) -> None:
    """The paragraphs and tables of a body or a cell."""
    for mine, theirs, before in paired(_blocks(blank), _blocks(sample)):
        if mine is not None and mine.tag != theirs.tag:
            continue
        if mine is None and not values_in(theirs):
            continue  # a heading, or the room before a table, that only the filled form prints
        if theirs.tag == TABLE and mine is not None:
            _fill_table(mine, theirs, room)
        elif theirs.tag == PARAGRAPH:
            type_into(mine if mine is not None else _new(before, blank), theirs, room)


def _blocks(holder: Element) -> list[Element]:
    return list(holder.iterchildren(PARAGRAPH, TABLE))


def _new(before: Element | None, holder: Element) -> Element:
    """A paragraph like the one before it, as the enter key makes it."""
    paragraph = etree.Element(PARAGRAPH)
    properties = None if before is None else before.find(f"{W}pPr")
    if properties is not None:
        paragraph.append(deepcopy(properties))
    if before is None:
        holder.append(paragraph)
    else:
        before.addnext(paragraph)
    return paragraph


def _fill_table(blank: Element, sample: Element, room: Random | None) -> None:
    rows = [list(table.iterchildren(ROW)) for table in (blank, sample)]
    for mine, theirs, before in paired(*rows):
        if mine is None and before is not None:
            mine = emptied(before)
            before.addnext(mine)
        if mine is None:
            continue
        cells = [list(row.iterchildren(CELL)) for row in (mine, theirs)]
        for cell, other, _ in paired(*cells):
            if cell is not None:
                _fill(cell, other, room)


def paired(
    blank: Sequence[Element], sample: Sequence[Element]
) -> Iterator[tuple[Element | None, Element, Element | None]]:
    """Each element of the sample with the blank's own; without one, with the one before it.

    Whoever takes a pair without one puts one there, which the next then has before it.
    """
    places = [[element.get(PLACE) for element in side] for side in (blank, sample)]
    matcher = SequenceMatcher(None, *places, autojunk=False)
    before: Element | None = None
    known = {None, *blank}
    for _, start, end, first, last in matcher.get_opcodes():
        mine = list(blank[start:end])
        for theirs in sample[first:last]:
            own = mine.pop(0) if mine else None
            yield own, theirs, before
            after = None if before is None else before.getnext()
            before = own if own is not None else before if after in known else after
        before = mine[-1] if mine else before


def type_into(blank: Element, sample: Element, room: Random | None) -> None:
    """The sample's text into a paragraph of the blank."""
    old, new = paragraph_text(blank), paragraph_text(sample)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    changes = [change for change in matcher.get_opcodes() if change[0] != "equal"]
    split_at(blank, [position for _, start, end, _, _ in changes for position in (start, end)])
    for _, start, end, first, last in reversed(changes):
        gone = between(blank, start, end)
        typed = _on_line(new[first:last], old[start:end], room)
        run = touch(new_run(typed, _like(blank, start, gone)))
        _put(blank, start, run)
        for each in gone:
            remove(each)


def _on_line(text: str, old: str, room: Random | None) -> str:
    """A text as one types it on an underline, a piece of which may be left on both sides."""
    if room is None or not ROOM.fullmatch(old):
        return text
    left = old[: room.randrange(len(old) // 2 + 1)]
    words = text.strip()
    return text.replace(words, f"{left}{words}{left}") if words else text


def _like(paragraph: Element, position: int, gone: list[Element]) -> Element | None:
    """The run in whose manner is typed: what stood there, or what is before."""
    if gone:
        return gone[0]
    runs = [run for run in runs_of(paragraph) if text_of([run])]
    seen = 0
    for run in runs:
        seen += len(text_of([run]))
        if seen >= position:
            return run
    return runs[-1] if runs else None


def _put(paragraph: Element, position: int, made: Element) -> None:
    """A run behind so many letters of a paragraph; runs must end there."""
    seen = 0
    last: Element | None = None
    for run in runs_of(paragraph):
        if seen >= position and last is not None:
            break
        if seen >= position and text_of([run]):
            run.addprevious(made)
            return
        seen += len(text_of([run]))
        last = run
    if last is not None and last.tag == RUN:
        last.addnext(made)
    else:
        paragraph.append(made)
