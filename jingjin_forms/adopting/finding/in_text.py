"""The blanks of some lines that stand together: those of a cell, or between two tables."""

import re
from collections.abc import Callable, Sequence

from jingjin_forms.adopting.blank import Kind
from jingjin_forms.adopting.finding.choices import bracket_choice, choices, joined
from jingjin_forms.adopting.finding.colons import behind_same, colons, room_under
from jingjin_forms.adopting.finding.dates import with_periods
from jingjin_forms.adopting.finding.levels import level_of
from jingjin_forms.adopting.finding.slot_labels import ask_boxes, name_slots
from jingjin_forms.adopting.finding.slots import slots
from jingjin_forms.adopting.finding.surroundings import Surroundings
from jingjin_forms.adopting.finding.words import is_label, is_role, is_salute, is_seal, squeezed
from jingjin_forms.adopting.hole import Hole
from jingjin_forms.page.line import Line

_SIGNED = re.compile(r"[ \t\u3000]*[（(]?(?:簽名?蓋?章|蓋章|簽名|簽章|核章|印[)）]|㊞|印$)")

_WHOSE = re.compile(r"[一-鿿]{2,6}(?:人|者|資料)")
"""A line that only says whose facts follow: 連帶保證人, 立書人資料."""
_ADDRESSED_TO = re.compile(r"此致|謹致|敬致|此呈")


def holes_of(lines: Sequence[Line], there: Surroundings) -> list[Hole]:
    """Every blank of the lines, in the order they stand there."""
    found: list[Hole] = []
    groups: list[Hole] = []
    section: list[str] = []
    for number, line in enumerate(lines):
        if not line.text.strip():
            continue
        here, boxes = _of_line(list(lines), number, there)
        if not (here or boxes) and _is_heading(line.text):
            section = [line.text]
        for hole in (*here, *boxes):
            hole.around += [*section, *there.around]
        groups += boxes
        found += here
    return sorted(_with_ruled_lines([*found, *joined(groups)], lines), key=_order(lines))


def _of_line(lines: list[Line], number: int, there: Surroundings) -> tuple[list[Hole], list[Hole]]:
    """The blanks of one line, and its choices."""
    line = lines[number]
    taken = [False] * len(line.text)
    for begin, end in bracket_choice(line.text):
        taken[begin:end] = [True] * (end - begin)
    is_alone = there.is_cell and sum(bool(other.text.strip()) for other in lines) == 1
    here = slots(line, taken, is_alone)
    boxes = choices(line, taken)
    if not (here or boxes) and (room := room_under(lines, number)) is not None:
        asked = re.split("[：:]", line.text)[0]
        return [Hole(Kind.ROOM, room, 0, len(room.text), label=asked)], []
    following = next((other for other in lines[number + 1 :] if other.text.strip()), None)
    asked_for = colons(line, taken, following, there)
    is_one_of_lines = there.is_cell and not is_alone
    name_slots(here, line, taken, there, boxes, is_one_of_lines)
    if number and _ADDRESSED_TO.fullmatch(squeezed(lines[number - 1].text)):
        for hole in here[:1]:
            hole.label = hole.label if hole.is_again else "致送機關"
    ask_boxes(boxes, lines, number, there)
    here = [*with_periods(here), *asked_for]
    _seal(here, has_boxes=bool(boxes))
    return [*here, *behind_same(line, boxes, there)], boxes


def _order(lines: Sequence[Line]) -> Callable[[Hole], tuple[int, int, int]]:
    number = {line: n for n, line in enumerate(lines)}
    return lambda hole: (number[hole.line], hole.start, hole.end)


def _is_heading(text: str) -> bool:
    has_mark = bool(level_of(text)) or text.strip().endswith(("：", ":", "】"))
    has_mark = has_mark or _WHOSE.fullmatch(squeezed(text)) is not None
    return has_mark and is_label(text, 25) and not is_salute(text)


def _seal(asked: Sequence[Hole], *, has_boxes: bool) -> None:
    """Signatures among the blanks of a line become SEAL."""
    for hole in asked:
        after = hole.line.text[hole.end : hole.end + 8]
        if hole.kind is not Kind.DATE and (is_seal(hole.label) or _SIGNED.match(after)):
            hole.kind = Kind.SEAL
    if len(asked) > 1 and not has_boxes and all(is_role(hole.label) for hole in asked):
        for hole in asked:
            hole.kind = Kind.SEAL


def _with_ruled_lines(found: list[Hole], lines: Sequence[Line]) -> list[Hole]:
    """Ruled lines without words below a blank, or below each other, are one blank."""
    kept: list[Hole] = []
    number = {line: n for n, line in enumerate(lines)}
    for hole in sorted(found, key=lambda hole: (number[hole.line], hole.start)):
        is_bare = hole.kind is Kind.LINE and squeezed(hole.line.text) == squeezed(hole.printed)
        last = kept[-1] if kept else None
        if is_bare and last is not None and last.kind is Kind.LINE:
            previous = (last.extra_lines or [last.line])[-1]
            ends = last.line is not previous or not last.line.text[last.end :].strip()
            if number[hole.line] == number[previous] + 1 and ends:
                last.extra_lines.append(hole.line)
                continue
        kept.append(hole)
    return kept
