"""Boxes to tick: which belong together, what each stands for, what the question is."""

import re
from itertools import pairwise

from jingjin_forms.adopting.blank import Kind
from jingjin_forms.adopting.finding.words import BOXES, ROUNDS, is_of_several, label_of, squeezed
from jingjin_forms.adopting.hole import Box, Hole
from jingjin_forms.page.line import Line

_S = r"[ \t\u3000\u00a0]"
_question = re.compile(r"(?:^|[ \t\u3000，。；;、]|(?<=[)）]))([^\s：:，。；□☐]{1,30})[：:]\s*$")
_starts = re.compile(
    rf"^{_S}*(?:[（(]?(?:\d{{1,2}}|[一二三四五六七八九十]+|[A-Za-z])[)）.、．]{_S}*)?$"
)
_numbered = re.compile(
    r"^\s*(?:[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十\d]+[)）]|\d+[、.．])"
)
_cut = re.compile(rf"{_S}{{2,}}|\t|\n|[：:，。；;]|[_＿]{{2,}}|[・/／]$|[.．…]{{3,}}")
_BETWEEN = " \t\u3000：:）)・、/／,，"
_consent = re.compile(r"同意|詳閱|閱讀|切結|聲明|保證|了解|知悉")
_brackets = re.compile(rf"[（(\[［]{_S}{{1,4}}[）)\]］](?={_S}?[^\s_＿）)\]])")


def choices(line: Line, taken: list[bool]) -> list[Hole]:
    """The groups of boxes of one line, each a hole whose `label` is the question as printed."""
    text = line.text
    boxes = _boxes_of(text, taken)
    if not boxes:
        return []
    if _stand_behind(text, boxes):
        return [_behind(line, boxes)]
    groups: list[Hole] = []
    ends = [start for start, _ in boxes[1:]] + [len(text)]
    question = text[: boxes[0][0]]
    for (start, length), end in zip(boxes, ends, strict=True):
        words = text[start + length : end]
        found = _question.search(question) if groups else None
        if not groups or found:
            label = question if not groups else found[1] if found else ""
            hole = Hole(Kind.CHOICE, line, start, start + length, label=label)
            hole.several = is_of_several(text)
            groups.append(hole)
        groups[-1].boxes.append(Box(line, start, option_of(words), length))
        question = words
    for start, length in boxes:
        taken[start : start + length] = [True] * length
    return groups


def bracket_choice(text: str) -> list[tuple[int, int]]:
    """The brackets to tick of a line: (　)是 (　)否."""
    found = [m for m in _brackets.finditer(text)]
    if len(found) < 2:
        return []
    asked = re.split("[：:？?]", text[: found[0].start()])[-1]
    words = [text[a.end() : b.start()] for a, b in pairwise(found)]
    short = all(0 < len(squeezed(w)) <= 14 and not re.search("[：:，。]", w) for w in words)
    return [m.span() for m in found] if short and _starts.match(asked) else []


def option_of(words: str) -> str:
    """What a box stands for: the words behind it, without what is to be written beside them."""
    stripped = re.split(r"[_＿]{2,}", words)[0].strip(" \t\n\u3000")
    question = _question.search(stripped)
    if question and question.start() > 0:
        stripped = stripped[: question.start()].strip()
    first = re.split(r"[（(](?=[^（）()]*(?:[_＿：:]|\s{2}|請|$))", stripped)[0]
    first = _cut.split(first)[0] if first else ""
    option = squeezed(first) if re.search(r"[^\x00-\xff]", first) else " ".join(first.split())
    option = option.strip("、，,.。/／・ ")
    return option if re.search("[（(]", option) else option.rstrip("）)")


def _boxes_of(text: str, taken: list[bool]) -> list[tuple[int, int]]:
    boxes = [(i, 1) for i, c in enumerate(text) if c in BOXES and not taken[i]]
    rounds = [
        (i, 1)
        for i, c in enumerate(text)
        if c in ROUNDS
        and not taken[i]
        and text[i + 1 : i + 2].strip()
        and text[i + 1] not in ROUNDS
    ]
    if len(rounds) > 1 and all(not text[:i].strip() or text[i - 1] in _BETWEEN for i, _ in rounds):
        return sorted((*boxes, *rounds))
    if boxes:
        return boxes
    return [(start, end - start) for start, end in bracket_choice(text)]


def _stand_behind(text: str, boxes: list[tuple[int, int]]) -> bool:
    """Whether the words stand before their boxes: 是□　否□."""
    first, last = boxes[0][0], boxes[-1][0] + boxes[-1][1]
    before = text[:first].strip()
    return bool(before) and not before.endswith(("：", ":", ")", "）")) and not text[last:].strip()


def _behind(line: Line, boxes: list[tuple[int, int]]) -> Hole:
    text = line.text
    start = 0
    hole = Hole(Kind.CHOICE, line, *_range(boxes[0]))
    for number, (position, length) in enumerate(boxes):
        words = text[start:position]
        if number == 0 and "：" in words:
            hole.label, _, words = words.rpartition("：")
        hole.boxes.append(
            Box(line, position, option_of(re.split(rf"{_S}{{2,}}", words.strip())[-1]), length)
        )
        start = position + length
    hole.several = is_of_several(text)
    return hole


def _range(box: tuple[int, int]) -> tuple[int, int]:
    return box[0], box[0] + box[1]


def begins_with_box(line: Line) -> bool:
    """Whether a line is one more option of the question above it."""
    text = line.text
    position = next((i for i, c in enumerate(text) if c in BOXES), None)
    if position is None:
        return _brackets.match(text.lstrip()) is not None
    return bool(_starts.match(text[:position]))


def joined(groups: list[Hole]) -> list[Hole]:
    """Groups of lines that follow each other, as one where the later lines ask nothing new."""
    done: list[Hole] = []
    for group in groups:
        last = done[-1] if done else None
        is_next = last is not None and begins_with_box(group.line) and not label_of(_asked(group))
        if is_next and last is not None and _goes_on(last, group):
            last.boxes += group.boxes
            last.several = last.several or group.several
            group.joins = last
        else:
            done.append(group)
    return done


def _goes_on(last: Hole, group: Hole) -> bool:
    """Whether a line of boxes has more options of the question before it."""
    ends = last.boxes[-1]
    rest = ends.line.text[ends.position + ends.length :]
    if begins_with_box(last.line):
        return (
            not _consent.search(group.line.text)
            or len(group.boxes) > 1
            or bool(_consent.search(last.line.text))
        )
    return not re.search("[，。]", rest) and not _consent.search(group.line.text)


def _asked(group: Hole) -> str:
    return "" if _starts.match(group.label) else group.label
