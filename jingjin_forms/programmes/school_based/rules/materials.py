"""What is said of 教材教具費(或資料蒐集費): 品項, 數量 and 單價."""

import re
from collections.abc import Iterator
from typing import Any

from jingjin_forms.checks.kinds import Judgement, Required
from jingjin_forms.checks.reading import LINES
from jingjin_forms.checks.rule import Fault, Rule
from jingjin_forms.parts.budget import BudgetLine
from jingjin_forms.programmes.school_based.parts.line_kinds import LineKind
from jingjin_forms.programmes.school_based.rules.budget import BUDGETS
from jingjin_forms.programmes.school_based.rules.lines import each_of_kind, lines_of_kind
from jingjin_forms.programmes.school_based.source import PLAN
from jingjin_forms.values.amount import half_width

_LUMPS = ("式", "批", "")
"""Units that do not say how many there are, where there is one of them."""
_number = re.compile(
    r"[0-9][0-9,.]*|[一二兩三四五六七八九十百千]+(?=[組份本套個張包盒件支枝冊台臺箱袋元式批])"
)
_counting = re.compile(r"(?<=[0-9\s每])[組份本套個張包盒件支枝冊台臺箱袋元式批人]")
_names_nothing = re.compile(
    r"如|詳見?|見|依|附件|附表|清單|明細|備註|說明|[所需]?需求?|實際|核實|支[付應]|購[置買]|採購|"
    r"教材教具|教材|教具|教學材料|材料|資料蒐集|或|費用?|品項|數量|單價|總價|小計|合計|[每共計各]|"
    r"[^一-鿿A-Za-z]|(?<![A-Za-z])[xX](?![A-Za-z])"
)


def _what_is_missing(line: BudgetLine) -> str:
    """品項, or 數量、單價: a line with a unit of its own gives the other figure in its columns."""
    note = half_width(line.note)
    named = _counting.sub("", half_width(line.item) + " " + note)
    if not _names_nothing.sub("", _number.sub("", named)):
        return "品項"
    is_lump = (line.quantity or 1) == 1 and line.unit in _LUMPS
    return "" if len(_number.findall(note)) >= (2 if is_lump else 1) else "數量、單價"


def _item_quantity_and_price(budget: Any) -> Iterator[Fault]:
    for index, line in lines_of_kind(budget, LineKind.MATERIAL):
        if line.note.strip() and (missing := _what_is_missing(line)):
            message = f"說明「{line.note}」看不出{missing}，例如 磁鐵教具 10 組，每組 200 元"
            yield Fault((LINES, index, "說明"), message)


_SAID = PLAN["表 1-1 教材教具費(或資料蒐集費)：說明"]

RULES: tuple[Rule, ...] = (
    Required(
        number="A08",
        forms=BUDGETS,
        reading=each_of_kind(LineKind.MATERIAL, "說明", "品項、數量、單價的說明"),
        when_called="教材教具費",
        clause=_SAID,
    ),
    Judgement(
        number="A08",
        forms=BUDGETS,
        question="教材教具費的說明寫出品項、數量、單價",
        judge=_item_quantity_and_price,
        clause=_SAID,
    ),
)
