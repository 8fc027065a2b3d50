"""What the blank form has printed for the pen and the template still prints beside a tag."""

import re
from collections.abc import Iterator

from jingjin_forms.lint.remark import Remark, doubt
from jingjin_forms.lint.subject import Subject
from jingjin_forms.lint.typed import Typed

_GAP = r"[\s\u3000_＿.．…]*"
_line_before, _line_after = re.compile(r"[_＿]{2,}$"), re.compile(r"^[_＿]{2,}")
_slots_after = re.compile(rf"^{_GAP}年{_GAP}月{_GAP}日")
_slots_before = re.compile(rf"年{_GAP}月{_GAP}日{_GAP}$")
_is_date = re.compile(r"\|\s*民國日期|^\{\{\s*(?:[\w.]*\.)?\w*(?:日期|日)\s*(?:\||or\b|\}\})")
_box_before = re.compile(r"[□☐▢◻❑❏○◯]\s?$")
_is_box = re.compile(r"\|\s*(?:單選|複選|勾選)\b")
_DATE_REMEDY = (
    '標籤已印出年月日，請刪去；沒填時要留格子，寫成 {{ 日期|民國日期 or "　年　月　日" }}'
)
_in_words = re.compile(r"\|\s*國字大寫\b")
_unit_after = re.compile(r"^\s*(?:[元圓][整正]?|[整正](?!\w))")


def leftover_blanks(subject: Subject) -> Iterator[Remark]:
    """Lines, slots, boxes and units that would stand there twice."""
    for part in subject.typed:
        for tag in part.tags():
            if tag.is_output:
                yield from _leftovers(tag)


def _leftovers(tag: Typed) -> Iterator[Remark]:
    if line := _line_before.search(tag.before) or _line_after.search(tag.after):
        yield _left(tag, line[0], f'請刪去；要留底線，寫成 |底線("{line[0][:8]}")')
    if _is_date.search(tag.text):
        slots = _slots_after.search(tag.after) or _slots_before.search(tag.before)
        if slots:
            yield _left(tag, slots[0].strip(), _DATE_REMEDY)
    if _is_box.search(tag.text) and (box := _box_before.search(tag.before)):
        yield _left(tag, box[0].strip(), "標籤自己會印方框，請刪去")
    if _in_words.search(tag.text) and (unit := _unit_after.search(tag.after)):
        yield _left(tag, unit[0].strip(), "國字大寫已經印到「元整」，請刪去")


def _left(tag: Typed, left: str, remedy: str) -> Remark:
    shown = left if len(left) <= 12 else f"{left[:12]}…"
    return doubt(
        "leftover", tag.place, f"旁邊還留著「{shown}」，會印兩次：{remedy}。", tag.text, value=left
    )
