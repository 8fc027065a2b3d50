"""Columns to tick: 是｜否, 完成｜未完成, 1 to 5. Of a row one of them is chosen."""

import re
from collections.abc import Iterator, Sequence

from jingjin_forms.adopting.blank import Kind
from jingjin_forms.adopting.finding.heads import Heads
from jingjin_forms.adopting.finding.words import BOXES, is_number, label_of, squeezed
from jingjin_forms.adopting.hole import Box, Hole
from jingjin_forms.page.grid import Cell

_option = re.compile(
    r"^(?:是|否|有|無|没有|沒有|部分|優|良|可|佳|差|劣|中|尚可|普通|待改進|待改善|需改善|須改善|待加強|極佳|優良|良好|不良|正常|異常"
    r"|(?:非常|很|極|尚|部[分份]|大致|完全|修正後|已|未|不|無法|尚未)*(?:符合|滿意|同意|完成|通過|合格|達成|適用|合宜|適當|改善|辦理|做到|具備|相符|清楚|認同|需要|參加|出席|執行|繳交)"
    r"|缺席|缺失|正確|完整|不完整|不符|請假|会|不会|會|不會|能|不能|V|X|○|×|△|Yes|No|N/?A|Pass|Fail|Agree|Disagree|Good|Fair|Poor|はい|いいえ|該当|非該当|合|否)$"
)
_asked = re.compile(
    r"勾選|打勾|打[VvˇＶ✓]|請打|請勾|滿意度|同意程度|符合程度|自我檢核"
    r"|(?:檢核|檢查|審查|評核|自評|查核|抽查)結果|check one"
)

_WEEK = "一二三"
"""Of days no one is chosen: they are the columns of a timetable."""


def groups_of(cells: Sequence[Cell], heads: Heads) -> Iterator[list[tuple[Cell, str]]]:
    """The runs of cells side by side of which one is to be ticked, each with its option."""
    if heads.counts:
        return
    run: list[tuple[Cell, str]] = []
    last: Cell | None = None
    for cell in cells:
        option = _option_of(cell, heads) if cell.is_empty or cell.text in BOXES else ""
        if option and run and last is not None and last.end == cell.column:
            run.append((cell, option))
        else:
            yield from _whole(run)
            run = [(cell, option)] if option else []
        last = cell
    yield from _whole(run)


def _whole(run: list[tuple[Cell, str]]) -> Iterator[list[tuple[Cell, str]]]:
    options = [option for _, option in run]
    numbers = [is_number(option) for option in options]
    is_scale = all(numbers) and len(numbers) > 2 and not "".join(options).startswith(_WEEK)
    if len(set(options)) > 1 and (is_scale or not any(numbers)):
        yield run


def _option_of(cell: Cell, heads: Heads) -> str:
    head = heads.of(cell)
    if head is None:
        return ""
    option = squeezed(head.text) if is_number(head.text) else label_of(squeezed(head.text))
    upper = heads.upper(head)
    if _option.match(option) or is_number(option):
        return option
    asked = upper is not None and _asked.search(squeezed(upper.text))
    return option if asked and len(option) <= 10 else ""


def _box_of(cell: Cell, option: str) -> Box:
    """The cell itself, or the box that is printed in it."""
    if cell.is_empty:
        return Box(cell.lines[0], 0, option, 0)
    line = next(line for line in cell.lines if line.text.strip())
    return Box(line, len(line.text) - len(line.text.lstrip()), option, 1)


def hole_of(group: Sequence[tuple[Cell, str]], label: str) -> Hole:
    """One choice whose boxes are cells."""
    first = group[0][0]
    hole = Hole(Kind.CHOICE, first.lines[0], 0, 0, label=label)
    hole.boxes = [_box_of(cell, option) for cell, option in group]
    hole.line, hole.start = hole.boxes[0].line, hole.boxes[0].position
    hole.end = hole.start + hole.boxes[0].length
    return hole
