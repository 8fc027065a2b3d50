"""What is written beside a box to tick is called by its choice, its option and its own words."""

import re
from collections import Counter

from jingjin_forms.adopting.finding.own_words import COUNTED
from jingjin_forms.adopting.finding.words import label_of, name_of, top_name
from jingjin_forms.adopting.hole import Hole

_GENERIC = re.compile(r"^(?:原因|理由|金額|日期|時間|地點|人數|份數|名稱|姓名|電話|期間)$")
_TOLD = re.compile(r"^(?:請|可)?(?:說明|註明|敘明|填寫|述明|補充)$")
_WHETHER = re.compile(r"^.*是否")
_YES_OR_NO = re.compile(r"^(?:是|否|有|無|会|會|不會|能|不能|需要|不需要|同意|不同意)$")
"""Options that say nothing by themselves."""


def written_beside(hole: Hole) -> str:
    """經費來源其他; 免役原因 of 「□免役，原因：__」; else its own label."""
    assert hole.owner is not None
    while hole.owner.joins is not None:
        hole.owner = hole.owner.joins
    label, option = name_of(label_of(hole.label)), name_of(hole.writes)
    asked = hole.owner.name if len(hole.owner.boxes) > 1 else ""
    if not label or label == option:
        unit = COUNTED.get(hole.unit, "")
        return f"{asked}{option}" if not unit or option.startswith("其他") else f"{option}{unit}"
    if _TOLD.match(label):
        return f"{asked}{'其他' if option.startswith('其他') else '說明'}"
    if _YES_OR_NO.match(option) and asked and _GENERIC.match(label):
        is_no = option.startswith(("否", "不")) and asked.startswith("是否")
        return f"{'不' * is_no}{asked.removeprefix('是否')}{label}"
    return f"{option}{label}" if _GENERIC.match(label) else top_name(label)


def further_apart(hole: Hole, name: str, used: Counter[str]) -> str:
    """The name with what its choice asks: 已申請政府補助.計畫名稱 where 計畫名稱 is asked too.

    Of 「□分校名稱____」 the box says whether there is a 分校; the name is the line's.
    """
    choice = hole.owner
    assert choice is not None
    if len(choice.boxes) == 1:
        box = name.removesuffix("名稱")
        if choice.name == name != box and not used[box]:
            choice.name = box
            used[name], used[box] = 0, 1
        return name
    whether = _WHETHER.sub("", choice.name)
    return f"{whether}.{name}" if whether not in ("", choice.name) else f"{choice.name}{name}"
