"""From named blanks to the template's bytes."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import count

from jingjin_forms.adopting.finding.words import name_of
from jingjin_forms.adopting.hole import Box, Hole, HoleList
from jingjin_forms.adopting.tagging.edit import Put, changes_of
from jingjin_forms.adopting.tagging.rows import RowsError, row_changes
from jingjin_forms.adopting.tagging.tags import (
    options_offered,
    tag_of,
    tag_of_box,
    tag_of_digit,
    twin_of,
)
from jingjin_forms.page.line import Line
from jingjin_forms.page.page import Page
from jingjin_forms.page.spans import Change


@dataclass
class Tagged:
    """A part with its tags."""

    content: bytes
    tags: dict[Hole, str] = field(default_factory=dict[Hole, str])
    """The tag of each blank; of a choice those of its boxes."""
    options: dict[Hole, tuple[str, ...]] = field(default_factory=dict[Hole, tuple[str, ...]])
    """Of each choice, and of each drop-down."""
    faulty: dict[Hole, str] = field(default_factory=dict[Hole, str])
    """What could not be given a tag, each with the reason."""


def tagged(page: Page, holes: Sequence[Hole]) -> Tagged:
    """The part with a tag in each of the blanks, which must have their names."""
    result = Tagged(page.source.content)
    puts: list[Put] = []
    changes: list[Change] = []
    asked = [hole for hole in holes if hole.is_tagged]
    moved: dict[Line, Line] = {}
    for listed, of_list in _lists(asked).items():
        try:
            rows = row_changes(page.source, listed)
        except RowsError as error:
            result.faulty |= dict.fromkeys(of_list, str(error))
            continue
        puts += rows.puts
        changes += rows.changes
        moved |= rows.lines
        for hole in of_list:
            hole.note = rows.note
    for hole in asked:
        if hole not in result.faulty:
            puts += [replace(p, line=moved.get(p.line, p.line)) for p in _of_hole(hole, result)]
    puts += [replace(p, line=page.twins[p.line]) for p in puts if p.line in page.twins]
    result.content = page.source.changed(
        _outside_deleted([*changes_of(page.source, puts), *changes])
    )
    return result


def _lists(holes: Sequence[Hole]) -> dict[HoleList, list[Hole]]:
    """The lists whose rows repeat, each with its blanks."""
    found: dict[HoleList, list[Hole]] = {}
    for hole in holes:
        if hole.of_list is not None and not hole.of_list.is_columns:
            found.setdefault(hole.of_list, []).append(hole)
    return found


def _of_hole(hole: Hole, result: Tagged) -> list[Put]:
    """The tags of one blank, which are written down in `result`."""
    if hole.boxes:
        options = result.options[hole] = tuple(options_of(hole))
        puts = [_of_box(hole, box, o) for box, o in zip(hole.boxes, options, strict=True)]
        result.tags[hole] = " ".join(put.tag for put in puts)
        return puts
    if hole.digits:
        puts = list(_of_digits(hole))
        result.tags[hole] = " ".join(put.tag for put in puts)
        return puts
    if offered := options_offered(hole):
        result.options[hole] = offered
    tag = result.tags[hole] = tag_of(hole)
    repeats = enumerate(hole.repeats, 1)
    return [
        Put(hole.line, hole.start, hole.end, tag),
        *(Put(line, 0, len(line.text), tag_of(hole, n)) for n, line in repeats),
    ]


def _of_digits(hole: Hole) -> Iterator[Put]:
    for number, (line, place) in enumerate(hole.digits):
        tag = tag_of_digit(hole, line.text, place, is_highest=not number)
        yield Put(line, 0, len(line.text), tag)


def options_of(hole: Hole) -> Iterator[str]:
    """What the boxes of a choice stand for, each once."""
    seen: set[str] = set()
    for number, box in enumerate(hole.boxes, 1):
        option = _plain(box.option) or name_of(box.option) or f"選項{number}"
        if option in seen:
            option = next(o for n in count(number) if (o := f"{option}{n}") not in seen)
        seen.add(option)
        yield option


def _plain(option: str) -> str:
    """An option as printed, as far as a tag can hold it."""
    return "".join(c for c in option if c not in "{}%#\"'\\\n\t").strip()[:40]


def _of_box(hole: Hole, box: Box, option: str) -> Put:
    tag = tag_of_box(hole, box, option, *twin_of(hole, box))
    begin, end = box.position, box.position + box.length
    return Put(box.line, begin, end, tag)


def _outside_deleted(changes: Iterable[Change]) -> list[Change]:
    """The changes without those inside another: of rows that give way to a loop."""
    ordered = sorted(changes, key=lambda c: (c.start, -c.end))
    kept: list[Change] = []
    reached = -1
    for change in ordered:
        if change.start < reached:
            continue
        kept.append(change)
        reached = max(reached, change.end)
    return kept
