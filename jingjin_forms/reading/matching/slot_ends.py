"""Where what stands in a slot may end, and whether it looks like what the slot holds."""

import re
from collections.abc import Callable, Iterator

from jingjin_forms.reading.matching.found import FILLED, Way
from jingjin_forms.reading.matching.near import Near
from jingjin_forms.reading.matching.program import Step
from jingjin_forms.reading.tokens import BOXES, PARAGRAPH_END, TABLE_HERE, TICKS, Slot, SlotKind

_ANYTHING = 300
"""Up to so many characters may be divided anywhere between two slots."""
_boxes, _marks = frozenset(BOXES), frozenset(BOXES + TICKS)
_number = re.compile(r"[0-9０-９,，.．]*")
_school = re.compile(
    r"國(?:民中小學|民小學|民中學|中小|小|中)(?:部|.{1,4}?分[校班])?|高中|高級中學|學校|大學"
)


def boxes_of(way: Way) -> frozenset[str]:
    """The characters that are boxes to tick; to a looser way the ticks alone, too."""
    return _boxes if way is Way.EXACT else _marks


def slot_ends(
    step: Step, text: str, position: int, way: Way, nearly: Callable[[str], list[Near]]
) -> set[int]:
    """Where what stands in a slot from a position on may end; `nearly` says where wording stands
    that was changed."""
    stops, exact = step.stops, way is Way.EXACT
    paragraph = text.find(PARAGRAPH_END, position)
    limit = text.find(TABLE_HERE, position)
    limit = len(text) if limit < 0 else limit
    if (exact or step.is_repeated) and 0 <= paragraph < limit:
        limit = paragraph
    if step.is_number:
        number = _number.match(text, position)
        return {position if number is None else min(number.end(), limit)}
    ends: set[int] = set()
    for wanted in stops.literals if exact else stops.squeezed:
        ends.update(_all(text, wanted, position, limit))
        if way is Way.NEAR:
            ends.update(n.start for n in nearly(wanted) if position <= n.start <= limit)
    if stops.paragraph and 0 <= paragraph <= limit:
        ends.update(_all(text, PARAGRAPH_END, position, limit))
    if stops.box:
        boxes = boxes_of(way)
        ends.update(n for n in range(position, limit) if text[n] in boxes)
    if stops.anything:
        ends.update(_between(step, text, position, limit))
    if stops.end or way is Way.NEAR:
        ends.add(limit)
    return ends


def oddness(step: Step, text: str) -> int:
    """What it costs that a text does not look like what its slot holds."""
    slot = step.token
    if not isinstance(slot, Slot):
        return 0
    if slot.kind is SlotKind.NUMBER:
        return 0 if _number.fullmatch(text) else FILLED
    if slot.kind is SlotKind.SCHOOL and step.stops.anything:
        ends = [found.end() for found in _school.finditer(text)]
        return 0 if len(text) in ends[-1:] else FILLED
    return 0


def _all(text: str, wanted: str, start: int, limit: int) -> Iterator[int]:
    """Every place from `start` up to `limit` where a text begins."""
    found = text.find(wanted, start)
    while 0 <= found <= limit:
        yield found
        found = text.find(wanted, found + 1)


def _between(step: Step, text: str, position: int, limit: int) -> Iterator[int]:
    """Where a slot may end that another follows at once."""
    yield position
    yield limit
    token = step.token
    if isinstance(token, Slot) and token.kind is SlotKind.SCHOOL:
        yield from (found.end() for found in _school.finditer(text, position, limit))
    elif limit - position <= _ANYTHING:
        yield from range(position, limit)
