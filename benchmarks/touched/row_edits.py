"""What people do to the rows of lists; the truth changes with them."""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from itertools import pairwise
from random import Random
from typing import Any, cast

from benchmarks.touched.runs import is_text, remove, runs_of, text_of
from benchmarks.touched.samples import takes
from benchmarks.touched.sheet import LOOP, Sheet, values_in
from benchmarks.touched.value_edits import retype
from benchmarks.touched.values import is_filled
from jingjin_forms.word.docx.location import CELL, PARAGRAPH, ROW, TABLE, Element, W

MERGED = f"{W}tcPr/{W}vMerge"
ADDED = "補"
"""What the row that someone has added says more."""


def empty_row_at_end(sheet: Sheet, random: Random) -> bool:
    """An empty row behind the last of each list."""
    last = [rows[-1] for rows in lists(sheet)]
    for row in last:
        row.addnext(emptied(row))
    return bool(last)


def empty_row_between(sheet: Sheet, random: Random) -> bool:
    """An empty row somewhere between two of a list."""
    changed = False
    for rows in lists(sheet):
        between = [row for row, after in pairwise(rows) if not continues(after)]
        if between:
            row = random.choice(between)
            row.addnext(emptied(row))
            changed = True
    return changed


def lists(sheet: Sheet) -> Iterator[list[Element]]:
    """The rows that one loop has printed."""
    for table in list(sheet.root.iter(TABLE)):
        of_loop: dict[str, list[Element]] = {}
        for row in table.iterchildren(ROW):
            if loop := row.get(LOOP):
                of_loop.setdefault(loop, []).append(row)
        yield from of_loop.values()


def continues(row: Element) -> bool:
    """Whether a cell of this row goes on from the row above."""
    merged = [cell.find(MERGED) for cell in row.iterchildren(CELL)]
    return any(m is not None and m.get(f"{W}val") != "restart" for m in merged)


def emptied(row: Element) -> Element:
    """A row like this one with nothing in it."""
    made = deepcopy(row)
    for paragraph in made.iter(PARAGRAPH):
        for run in runs_of(paragraph):
            remove(run)
    return made


def row_copied(sheet: Sheet, random: Random) -> bool:
    """The last row of a list copied and one text in it changed."""
    changed = False
    for label, rows in found_rows(sheet).items():
        value = _changeable(sheet, label, rows[-1])
        if value is None:
            continue
        row = rows[-1]
        made = deepcopy(row)
        row.addnext(made)
        runs = [v for p in made.iter(PARAGRAPH) for v in values_in(p)]
        retype(next(v for v in runs if text_of(v) == value), value + ADDED)
        facts = cast("list[dict[str, Any]]", sheet.facts[label])
        facts.append({k: v + ADDED if v == value else v for k, v in facts[-1].items()})
        changed = True
    return changed


def _changeable(sheet: Sheet, label: str, row: Element) -> str | None:
    """A text of the last row that may be another."""
    values = [text_of(v) for p in row.iter(PARAGRAPH) for v in values_in(p)]
    last = cast("list[dict[str, Any]]", sheet.facts[label])[-1]
    for key, text in last.items():
        if type(text) is not str or key == "項目" or values.count(text) != 1 or "\n" in text:
            continue
        rows = [*sheet.facts[label], {**last, key: text + ADDED}]
        is_only = list(last.values()).count(text) == 1
        if is_only and takes(sheet.form, {**sheet.facts, label: rows}):
            return text
    return None


def row_deleted(sheet: Sheet, random: Random) -> bool:
    """One row of each list is gone."""
    changed = False
    for label, rows in found_rows(sheet).items():
        facts = cast("list[Any]", sheet.facts[label])
        free = [n for n, row in enumerate(rows) if is_free(row)]
        if len(rows) < 2 or not free:
            continue
        number = random.choice(free)
        left = facts[:number] + facts[number + 1 :]
        if takes(sheet.form, {**sheet.facts, label: left}):
            remove(rows[number])
            sheet.facts[label] = left
            changed = True
    return changed


def is_free(row: Element) -> bool:
    """Whether nothing of this row goes on in the next, nor its texts belong to others."""
    after = row.getnext()
    below = after is not None and after.tag == ROW and continues(after)
    texts = [r for p in row.iter(PARAGRAPH) for r in runs_of(p) if not is_text(r)]
    return not below and not texts


def found_rows(sheet: Sheet) -> dict[str, list[Element]]:
    """Of each list whose rows are rows of one table: the row of each fact, in their order."""
    printed = {row: _texts(row) for rows in lists(sheet) for row in rows}
    everything = {text for texts in printed.values() for text in texts}
    found: dict[str, list[Element]] = {}
    for label, facts in sheet.facts.items():
        if not isinstance(facts, list) or not facts or not isinstance(facts[0], Mapping):
            continue
        wanted = [told(fact) & everything for fact in cast("list[Any]", facts)]
        rows = [[r for r, t in printed.items() if w and w <= t] for w in wanted]
        if all(len(each) == 1 for each in rows):
            ours = [each[0] for each in rows]
            if len(set(ours)) == len(ours) and len({row.getparent() for row in ours}) == 1:
                found[label] = ours
    return found


def _texts(row: Element) -> set[str]:
    """The values that a row says."""
    texts = {text_of(v) for p in row.iter(PARAGRAPH) for v in values_in(p)}
    return {text for text in texts if is_filled(text)}


def told(fact: Any) -> set[str]:
    """The texts in a row of facts."""
    if isinstance(fact, Mapping):
        fact = [*cast("Mapping[str, Any]", fact).values()]
    if isinstance(fact, list):
        return {text for inner in cast("list[Any]", fact) for text in told(inner)}
    return {fact} if type(fact) is str else set()
